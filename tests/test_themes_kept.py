"""A lexicon is made ready once, and counts the same whatever was counted with it before."""

from motamot import count_entries, count_themes, load_interview, load_lexicon, load_statements
from motamot.themes import counting
from motamot.themes.counting import _matcher
from motamot.themes.lexicon import Lexicon


def fresh(texts: list[str], lexicon: Lexicon) -> list[list[object]]:
    counting._matcher_of.cache_clear()
    return count_themes(texts, lexicon).to_numpy().tolist()


def test_counts_do_not_depend_on_what_was_counted_before() -> None:
    lexicon = load_lexicon()
    texts = load_statements()["text"].tolist()
    alone = [fresh([text], lexicon) for text in texts[:6]]
    counting._matcher_of.cache_clear()
    count_themes(load_interview(), lexicon)
    assert [count_themes([text], lexicon).to_numpy().tolist() for text in texts[:6]] == alone
    assert [count_themes([text], lexicon).to_numpy().tolist() for text in reversed(texts[:6])] == alone[::-1]


def test_each_lexicon_has_a_matcher_of_its_own() -> None:
    lexicon = load_lexicon()
    smaller = lexicon.remove(lexicon.entries[0].theme, lexicon.entries[0].entry)
    assert _matcher(lexicon) is _matcher(load_lexicon())
    assert _matcher(smaller) is not _matcher(lexicon)
    text = lexicon.entries[0].entry.replace("*", "")
    assert count_entries(text, lexicon)["count"].sum() > count_entries(text, smaller)["count"].sum()


def test_tokens_without_end_are_not_kept() -> None:
    lexicon = load_lexicon()
    counting._matcher_of.cache_clear()
    before = count_themes("Le prix baisse", lexicon).to_numpy().tolist()
    count_themes(" ".join(f"mot{number}" for number in range(counting._MOST_TOKENS + 1)), lexicon)
    assert len(counting._matcher_of(lexicon.entries)) > counting._MOST_TOKENS
    assert count_themes("Le prix baisse", lexicon).to_numpy().tolist() == before
    assert len(counting._matcher_of(lexicon.entries)) <= 3
