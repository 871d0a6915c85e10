"""Lexicons are read with care, and themes are counted once, longest first, exclusions heeded."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot import concordance, count_entries, count_themes, load_lexicon, tokenize, use_language, words
from motamot.contexts._patterns import fits
from motamot.errors import MotamotError
from motamot.themes.lexicon import COLUMNS, Lexicon, parse_lexicon

PEERS = json.loads((Path(__file__).parent / "reference" / "measures.json").read_text(encoding="utf-8"))


def lexicon(**themes: str) -> Lexicon:
    """Make a lexicon from ``theme="entry, entry, -exclusion"``."""
    rows = [";".join(COLUMNS)]
    for theme, entries in themes.items():
        for entry in entries.split(", "):
            kind = "exclude" if entry.startswith("-") else "include"
            rows.append(f"{theme};{theme};{theme};{kind};{entry.removeprefix('-')};")
    return parse_lexicon("\n".join(rows), "test.csv")


def counts(text: str, lexicon: Lexicon) -> dict[str, int]:
    return count_themes(text, lexicon).set_index("theme")["count"].to_dict()


def test_counts_equal_quantedas_dictionary() -> None:
    peer = PEERS["dictionary_quanteda"]
    ours = lexicon(**{theme: ", ".join(entries) for theme, entries in peer["dict"].items()})
    expected = {k: v for k, v in peer["default"][0].items() if k != "doc_id"}
    assert counts(peer["text"], ours) == expected


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        ("une expression de la presse", "presse", 1),
        ("La qualité de service et le service", "qualité de service, service*", 2),
        ("d'occasion, à l'occasion de Noël", "occasion, -à l'occasion", 1),
        ("à l’occasion de Noël", "occasion, -à l'occasion", 0),
        ("CLIENTS, Clientèle, client", "client*", 3),
        ("réseaux. Sociaux", "réseaux sociaux", 0),
        ("pouvoir d’achat", "pouvoir d'achat, achat", 1),
        ("aujourd'hui le marché", "hui, jour*", 0),
        ("le cout", "coût", 0),
        ("la formation, l'information et l'action", "*formation", 2),
        ("relocaliser, délocalisations, local", "*localis*", 2),
        ("un surplace, la surface", "sur*ce", 2),
        ("occasion, occasions", "occasion*, -occasions", 1),
        ("le pouvoir d'", "pouvoir d'achat", 0),
    ],
)
def test_entries_match_tokens_not_letters(text: str, entries: str, expected: int) -> None:
    assert counts(text, lexicon(theme=entries)) == {"theme": expected}


def test_a_word_may_serve_two_themes_but_counts_once_in_each() -> None:
    assert counts("retail media", lexicon(data="retail media", brand="média*, media")) == {
        "data": 1,
        "brand": 1,
    }


def test_hits_name_the_words_found_and_zeros_are_kept() -> None:
    text = "Clientèle, client, Clients et clients."
    table = count_themes({"a": text, "b": "Rien."}, lexicon(clients="client*"))
    assert table["hits"].tolist() == ["clients ×2, client ×1, clientèle ×1", ""]
    assert table["count"].tolist() == [4, 0]
    assert table["per_1000"].tolist() == [800.0, 0.0]


def test_a_text_without_words_has_no_rate() -> None:
    table = count_themes(["", "…"], lexicon(a="prix"))
    assert table["words"].tolist() == [0, 0]
    assert table["per_1000"].isna().all()


def test_idle_entries_are_seen() -> None:
    table = count_entries(["Le prix bas", "un prix"], lexicon(price="prix, tarif*, -prix du public"))
    assert table[["entry", "count"]].values.tolist() == [["prix", 2], ["tarif*", 0]]


@given(st.lists(st.sampled_from(["prix", "client", "clients", "l'", "achat", "pouvoir", "d'"]), max_size=40))
def test_counts_equal_a_plain_count_of_tokens(tokens: list[str]) -> None:
    text = " ".join(tokens)
    expected = Counter(tokens)
    ours = counts(text, lexicon(price="prix", clients="client*"))
    assert ours == {"price": expected["prix"], "clients": expected["client"] + expected["clients"]}
    table = count_themes(text, lexicon(price="prix"))
    assert table["words"].tolist() == [len(words(text))]


@given(st.text("ab", max_size=12), st.text("ab*", min_size=1, max_size=6))
def test_wildcards_equal_regular_expressions(token: str, piece: str) -> None:
    regex = ".*".join(map(re.escape, piece.split("*")))
    assert fits(token, piece) == (re.fullmatch(regex, token) is not None)


def test_changing_a_lexicon_gives_another_and_leaves_the_first() -> None:
    first = lexicon(price="prix")
    second = first.add("price", "tarif*").add("price", "prix du public", exclude=True)
    assert counts("prix du public, tarifs", first) == {"price": 1}
    assert counts("prix du public, tarifs", second) == {"price": 1}
    assert count_themes("prix du public, tarifs", second)["hits"].tolist() == ["tarifs ×1"]
    assert second.remove("price", "tarif*").remove("price", "prix du public") == first


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda one: one.add("jobs", "emploi*"), "no theme “jobs”"),
        (lambda one: one.add("price", "prix"), "stands twice"),
        (lambda one: one.add("price", "*"), "every word"),
        (lambda one: one.remove("price", "tarif"), "no entry “tarif”"),
        (lambda one: one.remove("jobs", "emploi*"), "no theme “jobs”"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(change, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        change(lexicon(price="prix"))


HEAD = ";".join(COLUMNS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "mine.csv, line 1: the first line"),
        ("theme;entry\nprice;prix", "mine.csv, line 1: the first line must be theme;label_en"),
        (HEAD, "holds no entry"),
        (f"{HEAD}\nprice;P;P;include;prix", "line 2: 6 columns are needed, 5 found"),
        (f"{HEAD}\n\nprice;P;P;includes;prix;", "line 3: kind must be include or exclude, not “includes”"),
        (f"{HEAD}\nprice;P;P;include;;", "line 2: column entry is empty"),
        (f"{HEAD}\nprice;P;P;include;*;", "line 2: The pattern “\\*” would match every word"),
        (
            f"{HEAD}\nprice;P;P;include;prix;\nprice;Q;P;include;tarif;",
            "line 3: theme “price” has other labels",
        ),
        (f"{HEAD}\nprice;P;P;include;prix;\nprice;P;P;exclude;PRIX;", "line 3: entry “PRIX” stands twice"),
        (f'{HEAD}\nprice;P;P;include;"prix;', "line 2: "),
    ],
)
def test_a_malformed_lexicon_names_file_line_and_reason(text: str, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        parse_lexicon(text, "mine.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_lexicon_comes_back_from_a_spreadsheet(
    tmp_path: Path, encoding: str, newline: str, delimiter: str
) -> None:
    kit = load_lexicon()
    file = tmp_path / "mien.csv"
    text = "\ufeff" * (encoding == "utf-8-sig") + kit.table().to_csv(
        sep=delimiter, index=False, lineterminator="\n"
    )
    file.write_bytes(text.replace("\n", newline).encode("utf-8"))
    assert load_lexicon(file) == kit
    assert kit.to_csv().startswith("theme;label_en;") and parse_lexicon(kit.to_csv(), "again.csv") == kit


def test_a_lexicon_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mien.csv"
    file.write_bytes(f"{HEAD}\nprice;P;P;include;déjà;".encode("cp1252"))
    with pytest.raises(MotamotError, match="UTF-8"):
        load_lexicon(file)
    with pytest.raises(MotamotError, match=r"absent\.csv cannot be read"):
        load_lexicon(tmp_path / "absent.csv")


def test_a_file_too_large_for_a_lexicon_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "video.csv").open("wb") as file:
        file.truncate(5_000_001)
    with pytest.raises(MotamotError, match=r"video\.csv is larger than 5 MB"):
        load_lexicon(tmp_path / "video.csv")


def test_the_kits_lexicon_has_ten_themes_with_labels_in_both_languages() -> None:
    kit = load_lexicon("themes")
    assert len(kit.themes) == 10
    use_language("fr")
    assert kit.labels["jobs"] == "Emploi, formation et bureaux"


def test_every_piece_of_the_kits_lexicon_is_a_token_that_texts_can_hold() -> None:
    for entry in load_lexicon().entries:
        alone = Lexicon((replace(entry, kind="include"),))
        assert counts(entry.entry.replace("*", ""), alone) == {entry.theme: 1}, entry


def test_a_concordance_shows_the_text_as_it_stands() -> None:
    text = "nous, le client est au centre ; le\nclient décide."
    table = concordance(text, "client", window=3)
    for row, peer in zip(table.itertuples(), PEERS["kwic_quanteda"], strict=True):
        assert tokenize(row.left) == peer["pre"].split()
        assert (row.node, tokenize(row.right)) == (peer["keyword"], peer["post"].split())
    assert concordance("L’activité", "activité").values.tolist() == [["L’", "activité", ""]]
    assert concordance(text, "client", window=0).values.tolist() == [["", "client", ""]] * 2
    with pytest.raises(MotamotError, match="window must be 0 or more, not -1"):
        concordance(text, "client", window=-1)


def test_a_concordance_reads_accents_in_two_pieces_too() -> None:
    table = concordance("Un cafe\u0301, deux cafe\u0301s.", "café*", window=1)
    assert table.values.tolist() == [["Un", "café", ","], ["deux", "cafés", "."]]


def test_a_concordance_of_several_texts_names_the_text() -> None:
    table = concordance(pd.Series({"A": "Le prix.", "B": "Un PRIX juste."}), "prix")
    assert table["text"].tolist() == ["A", "B"]
    assert concordance({"A": "Rien"}, "prix").columns.tolist() == ["text", "left", "node", "right"]


@pytest.mark.parametrize("texts", [["a", None], {"x": 3.5}])
def test_what_is_no_text_is_named(texts: object) -> None:
    with pytest.raises(MotamotError, match="is not a text"):
        count_themes(texts, lexicon(a="b"))
