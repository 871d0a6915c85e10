"""motamot, word for word: a kit for the analysis of French text.

The names below are the whole public library. Each is imported from its module the first time it is
used, so that ``import motamot`` itself stays light.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME_OF = {
    "load_interview": "corpus",
    "load_statements": "statements",
    "statement_sources": "statements",
    "statement_note": "statements",
    "two_texts": "statements",
    "normalize": "cleaning",
    "normalize_report": "cleaning",
    "read_interview": "interview",
    "interview_guesses": "interview",
    "tokenize": "tokens",
    "iter_tokens": "tokens",
    "words": "tokens",
    "sentences": "segmentation",
    "stop_words": "stopwords",
    "stop_word_groups": "stopwords",
    "frequencies": "counts",
    "rate": "counts",
    "zipf": "distribution",
    "mattr": "distribution",
    "dispersion": "distribution",
    "lemmas": "lemmatization",
    "concordance": "contexts.concordance",
    "collocations": "contexts.collocations",
    "repeated_segments": "contexts.collocations",
    "load_lexicon": "themes.lexicon",
    "count_themes": "themes.counting",
    "count_entries": "themes.counting",
    "validate_themes": "themes.agreement",
    "agreement": "themes.agreement",
    "load_gold": "themes.gold",
    "gold_paragraphs": "themes.gold",
    "coding_sheet": "themes.gold",
    "keyness": "compare.keyness",
    "keyness_by_chance": "compare.keyness",
    "specificity": "compare.specificity",
    "tfidf": "compare.similarity",
    "similarity": "compare.similarity",
    "correspondence": "compare.correspondence",
    "to_txm": "exports",
    "to_iramuteq": "exports",
    "personal_data": "privacy",
    "report": "reporting.assemble",
    "plot_frequencies": "plots",
    "word_cloud": "plots",
    "plot_themes": "plots",
    "plot_comparison": "plots",
    "plot_dispersion": "plots",
    "plot_map": "plots",
    "plot_small_multiples": "plots",
    "plot_zipf": "plots",
    "data_of": "plots",
    "check": "checks",
    "hint": "checks",
    "pick": "_variant",
    "use_variant": "_variant",
    "use_language": "_language",
    "MotamotError": "errors",
}

__all__ = [*_HOME_OF, "__version__"]


def __getattr__(name: str) -> Any:
    """Import a public name from its module at first use (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'motamot' has no attribute {name!r}")
    value = getattr(import_module(f"motamot.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, whether or not they were used yet."""
    return sorted(__all__)
