"""Loading, once, what the notebooks of a class use again and again."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import warnings

# What every notebook uses, and what is loaded once a notebook asks for it: a lighter process forks faster.
GROUPS = {
    "base": (
        "csv html random statistics textwrap numpy pandas matplotlib.pyplot matplotlib.patches "
        "matplotlib.ticker motamot.checks._describe motamot.checks._describe_library motamot.checks._trial"
    ).split(),
    "shell": ["asyncio", "IPython.display", "IPython.core.inputtransformer2"],
    "clouds": ["wordcloud"],
    "pictures": ["matplotlib.backends.backend_agg"],
    "themes": ["motamot.themes.counting"],
    "science": (
        "nltk nltk.tokenize nltk.probability nltk.stem.snowball scipy.stats scipy.sparse scipy.linalg "
        "scipy.spatial.distance simplemma"
    ).split(),
}


def load_group(group: str) -> None:
    """Import the modules of a group and use the slow ones once, to fill their caches before any fork."""
    os.environ["MPLBACKEND"] = "agg"
    for name in GROUPS[group]:
        # simplemma and other extras may be missing.
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Without it every run is as right, only slower.
        with contextlib.suppress(Exception):
            _USE[group]()
    import matplotlib.pyplot as plt

    plt.close("all")


def _use_base() -> None:
    import matplotlib.pyplot as plt
    import pandas as pd

    table = pd.DataFrame({"word": ["été", "prix", "été"], "count": [2, 1, 3]})
    table.groupby("word")["count"].sum().sort_values().reset_index().to_html()
    pd.read_csv(io.StringIO("word,count\nété,2\n"))
    plt.subplots()[1].barh(["été", "prix"], [2, 1])
    _use_the_library()


def _use_the_library() -> None:
    """Fill what the learner's library keeps: catalogues, patterns, word lists; on the kit's own texts."""
    import motamot
    from motamot._language import _CATALOGS, _catalog

    for name in motamot.__all__:
        getattr(motamot, name)
    for file in _CATALOGS.glob("*.toml"):
        _catalog(file.stem)
    os.environ["MOTAMOT_TEXT"] = "kit"
    table = motamot.read_interview(motamot.load_interview())
    text = " ".join(table["text"])
    said = motamot.words(text, stop=motamot.stop_words())
    motamot.sentences(text)
    motamot.concordance(text, said[0])
    motamot.load_statements()
    motamot.plot_frequencies(motamot.frequencies(said))


def _use_clouds() -> None:
    from wordcloud import WordCloud

    import motamot

    WordCloud(width=80, height=40).generate_from_frequencies({"été": 2.0, "prix": 1.0})
    motamot.word_cloud(motamot.frequencies(["été", "prix", "été"]))


def _use_pictures() -> None:
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(layout="constrained")
    ax.barh(["été", "prix"], [2, 1])
    figure.savefig(io.BytesIO(), format="png")


def _use_themes() -> None:
    """Let the kit's lexicon meet the words of the kit's texts."""
    import motamot

    lexicon = motamot.load_lexicon()
    motamot.count_themes(motamot.load_interview(), lexicon)
    motamot.count_themes(motamot.load_statements()["text"], lexicon)
    motamot.count_themes(motamot.gold_paragraphs()["text"], lexicon)


def _use_nothing() -> None:
    """Leave the group as its imports made it."""


_USE = {
    "base": _use_base,
    "shell": _use_nothing,
    "clouds": _use_clouds,
    "pictures": _use_pictures,
    "themes": _use_themes,
    "science": _use_nothing,
}
