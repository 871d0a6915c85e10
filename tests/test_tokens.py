"""Tokens spell the text, know French elision, and no input is too long or too odd."""

import hashlib
import io
import tracemalloc
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot import (
    iter_tokens,
    normalize,
    normalize_report,
    personal_data,
    sentences,
    stop_word_groups,
    stop_words,
    tokenize,
    words,
)
from motamot import tokens as tokens_module
from motamot.errors import MotamotError

FRENCH = st.text(
    st.sampled_from("aeélLqQdmn’'ʼ -.…,;:?!«»()0123456789\u00a0\u202f\n\t€%°@/œÉ&~·_\u0301\u00ad😀"),
    max_size=80,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'activité", ["l'", "activité"]),
        ("L’été", ["L’", "été"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("N'Guyen n'est pas N’Diaye-Roy.", ["N'Guyen", "n'", "est", "pas", "N’Diaye-Roy", "."]),
        ("IL N'EST PAS, N'est-ce", ["IL", "N'", "EST", "PAS", ",", "N'", "est", "-ce"]),
        ("quelqu’un", ["quelqu’un"]),
        ("c'est-à-dire", ["c'est-à-dire"]),
        ("jusqu'à", ["jusqu'", "à"]),
        ("a-t-il", ["a", "-t-il"]),
        ("Y a-t-il ?", ["Y", "a", "-t-il", "?"]),
        ("dit-elle", ["dit", "-elle"]),
        ("rendez-vous", ["rendez-vous"]),
        ("celui-ci", ["celui-ci"]),
        ("pop-up store", ["pop-up", "store"]),
        ("e-commerce", ["e-commerce"]),
        ("50 000 €", ["50 000", "€"]),
        ("1\u202f000\u202f000 de clients", ["1\u202f000\u202f000", "de", "clients"]),
        ("(100 000)", ["(", "100 000", ")"]),
        ("50 000-60 000 clients", ["50 000", "-", "60 000", "clients"]),
        ("1 000,50 €", ["1 000,50", "€"]),
        ("1 000\n000", ["1 000", "000"]),
        ("un A-320 200 fois", ["un", "A-320", "200", "fois"]),
        ("2019 2020 50 000", ["2019", "2020", "50 000"]),
        ("É. Zola", ["É.", "Zola"]),
        ("en 2021 300 personnes", ["en", "2021", "300", "personnes"]),
        ("3,5 %", ["3,5", "%"]),
        ("M. Durand", ["M.", "Durand"]),
        ("« Oui »", ["«", "Oui", "»"]),
        ("Vraiment\u00a0?", ["Vraiment", "?"]),
        ("J. Dupont", ["J.", "Dupont"]),
        ("n° 5", ["n°", "5"]),
        ("R&D", ["R&D"]),
        ("fin...", ["fin", "..."]),
        ("Donne-le-moi", ["Donne", "-le", "-moi"]),
        ("Sois-Tu DONNEZ-LE", ["Sois", "-Tu", "DONNEZ", "-LE"]),
        ("Châtelet-Les Halles", ["Châtelet-Les", "Halles"]),
        ("sur-le-champ", ["sur-le-champ"]),
        ("va-t’en", ["va", "-t’", "en"]),
        ("Côte-d'Or, p'tit, O’Brien", ["Côte-d'Or", ",", "p'tit", ",", "O’Brien"]),
        ("y'a", ["y'", "a"]),
        ("20h30, 10km, 90km/h", ["20", "h", "30", ",", "10", "km", ",", "90", "km/h"]),
        ("20h-22h", ["20", "h", "-", "22", "h"]),
        ("3,5M€ 50M€", ["3,5", "M", "€", "50", "M", "€"]),
        ("4G A320-200 4-temps XIXe 1er", ["4G", "A320-200", "4-temps", "XIXe", "1er"]),
        ("Amazon.fr.", ["Amazon.fr", "."]),
        ("L'art. Un vol.", ["L'", "art", ".", "Un", "vol", "."]),
        ("art. 5, vol. 3", ["art.", "5", ",", "vol.", "3"]),
        ("par ex. Lyon, un ex. ancien", ["par", "ex.", "Lyon", ",", "un", "ex", ".", "ancien"]),
        ("c.-à-d. que", ["c.-à-d.", "que"]),
        ("client.e.s vendeur·euse salarié(e)s", ["client.e.s", "vendeur·euse", "salarié(e)s"]),
        ("contact@exemple.fr.", ["contact@exemple.fr", "."]),
        ("", []),
    ],
)
def test_french_tokens(text: str, expected: list[str]) -> None:
    assert tokenize(text) == expected


@given(FRENCH)
def test_tokens_spell_the_text_without_its_blanks(text: str) -> None:
    spelled = "".join("".join(tokenize(text)).split())
    # Composed once more: an accent after a blank stands alone in the text, not in what is spelled.
    assert unicodedata.normalize("NFC", spelled) == unicodedata.normalize("NFC", "".join(text.split()))


@given(FRENCH)
def test_composed_and_decomposed_letters_give_the_same_tokens(text: str) -> None:
    assert tokenize(unicodedata.normalize("NFC", text)) == tokenize(unicodedata.normalize("NFD", text))


@given(FRENCH)
def test_what_is_remembered_does_not_change_the_tokens(text: str) -> None:
    first = tokenize(text)
    tokens_module._PIECES.clear()
    assert tokenize(text) == first


def test_what_is_remembered_is_bounded() -> None:
    tokenize(" ".join(f"mot{i}" for i in range(2 * tokens_module._REMEMBERED)))
    assert len(tokens_module._PIECES) <= tokens_module._REMEMBERED
    tokenize("a" * 100_000)
    assert max(map(len, tokens_module._PIECES)) <= tokens_module._LONGEST_REMEMBERED


def test_grouped_numbers_survive_a_full_memory() -> None:
    text = " ".join(f"mot{i}" for i in range(tokens_module._REMEMBERED + 10)) + " 50 000"
    assert tokenize(text)[-1] == "50 000"


@pytest.mark.parametrize(
    "unit", ["'", "7", ".", "-", " ", "a", "l'", "-t-il", "100 ", "M. ", "a.", "a@", "«", "e\u0301"]
)
def test_a_megabyte_of_one_thing_on_one_line_is_cut_to_the_end(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    composed = unicodedata.normalize("NFC", "".join(text.split()))
    assert "".join("".join(tokenize(text)).split()) == composed
    assert "".join("".join(sentences(text)).split()) == composed


@pytest.mark.parametrize("marks", ["\u0301", "\u0323\u0301", "\u0301\u0323"])
def test_hundreds_of_accents_on_one_letter_are_composed_as_unicode_does(marks: str) -> None:
    text = "vend" + marks * 300
    assert "".join(tokenize(text)) == "".join(sentences(text)) == unicodedata.normalize("NFC", text)


@given(
    st.lists(
        st.sampled_from(
            ["l'été", "50", "000", "M.", "Durand", "prix.", "\n", "A.", "par", "ex.", "art.", "aujourd'hui"]
        )
    ),
    st.integers(1, 9),
)
def test_a_file_read_in_blocks_gives_the_tokens_of_its_text(pieces: list[str], block: int) -> None:
    text = " ".join(pieces)

    class Slow(io.StringIO):
        def read(self, size: int | None = -1) -> str:
            return super().read(block)

    assert list(iter_tokens(Slow(text))) == tokenize(text)


def test_a_file_is_read_as_utf8_from_its_path(tmp_path: Path) -> None:
    text = "L’été, nous vendons 50 000 œuvres.\n" * 5000
    file = tmp_path / "texte.txt"
    file.write_text(text, encoding="utf-8")
    assert list(iter_tokens(file)) == tokenize(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="no text file"):
        list(iter_tokens(tmp_path / "nothing.txt"))
    latin = tmp_path / "latin.txt"
    latin.write_bytes("été".encode("cp1252"))
    with pytest.raises(MotamotError, match="UTF-8"):
        list(iter_tokens(latin))


def test_a_byte_order_mark_is_no_token(tmp_path: Path) -> None:
    file = tmp_path / "bom.txt"
    file.write_text("Oui.", encoding="utf-8-sig")
    assert list(iter_tokens(file)) == ["Oui", "."]


class _Endless:
    """An open file of one line, longer than what is kept of it."""

    def __init__(self, unit: str, size: int) -> None:
        self.unit, self.left = unit, size

    def read(self, size: int = -1) -> str:
        size = min(size, self.left)
        self.left -= size
        return (self.unit * (size // len(self.unit) + 1))[:size]


@pytest.mark.parametrize("unit", ["mot ", "a"])
def test_a_line_without_end_is_read_in_bounded_memory(unit: str) -> None:
    size = 4 << 20
    tracemalloc.start()
    try:
        length = sum(len("".join(token.split())) for token in iter_tokens(_Endless(unit, size)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert length == sum(not character.isspace() for character in unit) * (size // len(unit))
    assert peak < 20 << 20


def test_threads_share_what_is_remembered() -> None:
    texts = [" ".join(f"mot{i * j} 50 000" for i in range(3000)) for j in range(1, 9)]
    alone = [tokenize(text) for text in texts]
    tokens_module._PIECES.clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tokenize, texts)) == alone


@given(FRENCH)
def test_tokens_stay_what_they_are_when_cut_again(text: str) -> None:
    spaced = " ".join(token for token in tokenize(text) if token.isalpha())
    assert tokenize(spaced) == spaced.split()


@pytest.mark.parametrize("function", [tokenize, sentences, words, normalize, normalize_report, personal_data])
def test_a_column_instead_of_a_text_is_refused(function: Callable[[object], object]) -> None:
    with pytest.raises(MotamotError, match=rf"{function.__name__}\(\) needs a text"):
        function(["a", "b"])


def test_words_hold_a_letter_or_a_digit_and_come_in_lower_case() -> None:
    assert words("« L’Été 2021 ! »") == ["l’", "été", "2021"]
    assert words("Client CLIENT", lower=False) == ["Client", "CLIENT"]


def test_stop_words_leave_in_decomposed_letters_too() -> None:
    assert words("l'été à Noël", stop={unicodedata.normalize("NFD", "été"), "l'"}) == ["à", "noël"]


def test_stop_words_leave_with_either_apostrophe_and_in_any_case() -> None:
    assert words("L’été, C'est l'avenir", stop={"l'", "c’", "est"}) == ["été", "avenir"]


@pytest.mark.parametrize(("text", "stop", "says"), [(["a"], None, "list"), ("a", "le", "set of words")])
def test_words_says_what_it_needs(text: object, stop: object, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        words(text, stop=stop)


def test_every_stop_word_is_one_token_in_lower_case() -> None:
    everything = stop_words(keep=())
    assert 250 <= len(everything) <= 300
    assert [word for word in everything if tokenize(word) != [word] or word != word.lower()] == []


def test_the_stop_list_is_the_one_of_its_data_sheet() -> None:
    folder = Path(__file__).parent.parent / "data" / "stopwords"
    digest, name = (folder / "checksums.txt").read_text(encoding="utf-8").split()
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert f"{len(stop_words(keep=()))} French function words" in (folder / "README.md").read_text("utf-8")


def test_groups_of_stop_words_do_not_overlap_and_can_be_kept() -> None:
    groups = stop_word_groups()
    assert groups["count"].sum() == len(stop_words(keep=()))
    for name, listed in zip(groups["group"], groups["words"], strict=True):
        assert stop_words(keep=()) - stop_words(keep=[name]) == set(listed.split(" "))
    assert {"pas", "ne", "n'", "jamais"}.isdisjoint(stop_words())


def test_an_unknown_group_is_named_with_those_that_exist() -> None:
    with pytest.raises(MotamotError, match=r"“verbs”.*negation"):
        stop_words(keep=["verbs"])
