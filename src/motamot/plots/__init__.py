"""Figures: sorted, labeled, safe for color-blind readers; each says in words what it shows."""

from motamot._display import data_of
from motamot.plots.cloud import word_cloud
from motamot.plots.comparison import plot_comparison
from motamot.plots.dispersion import plot_dispersion
from motamot.plots.frequencies import plot_frequencies
from motamot.plots.map import plot_map
from motamot.plots.panels import plot_small_multiples
from motamot.plots.themes import plot_themes
from motamot.plots.zipf import plot_zipf

__all__ = [
    "data_of",
    "plot_comparison",
    "plot_dispersion",
    "plot_frequencies",
    "plot_map",
    "plot_small_multiples",
    "plot_themes",
    "plot_zipf",
    "word_cloud",
]
