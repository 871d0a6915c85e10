"""read_interview goes by the form of a page; each form in fixtures/page_forms/ is one test."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motamot import MotamotError, load_interview, normalize, read_interview, use_language
from motamot.interview import ROLES, interview_guesses

FIXTURES = Path(__file__).parent / "fixtures" / "interviews"
ANSWER = "Nous avançons bien, et nos clients nous le disent chaque jour. Le marché est solide."
LETTERS = {"headline": "H", "standfirst": "S", "caption": "C", "question": "Q", "answer": "A"}
MISLEADING = (
    f"Anne Roy : Le bilan est bon.\n\nLuc Noir : {ANSWER}\n\nAnne Roy : Et après.\n\nLuc Noir : Vrai ?"
)
SIMPLE = f"JDN. Quel bilan ?\n\nClaire Dupont. {ANSWER}\n\nEt demain ?\n\nPas du tout. {ANSWER}"


def forms(name: str) -> dict[str, tuple[str, list[str]]]:
    """Return the roles and the paragraphs of each page in a file of page_forms."""
    pages: dict[str, tuple[str, list[str]]] = {}
    for block in (FIXTURES.parent / "page_forms" / name).read_text(encoding="utf-8").split("\n\n")[1:]:
        title, *lines = block.strip().split("\n")
        pages[title.lstrip("# ")] = (
            "".join(line[0] for line in lines),
            [line[2:].replace("@", ANSWER) for line in lines],
        )
    return pages


FORMS = forms("forms.txt")
PRESS_PAGES = forms("press_pages.txt")


def fixture(name: str) -> str:
    return (FIXTURES / name).read_bytes().decode("utf-8")


def letters(page: str, **options: object) -> str:
    return "".join(LETTERS[role] for role in read_interview(page, **options)["role"])


@pytest.mark.parametrize("line_end", ["\n\n", "\n", "\r\n", "\n \u00a0\n", "\u2029"])
@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_read(name: str, line_end: str) -> None:
    roles, paragraphs = FORMS[name]
    assert letters(line_end.join(paragraphs)) == roles.replace("-", "")


def roles_match(found: str, wanted: str) -> str:
    """Return the wanted roles, those that are left open replaced by what was found."""
    return "".join(
        one if w.islower() or (w == "N" and one in "HSC") else w for one, w in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("line_end", ["\n\n", "\n", "\r\n"])
@pytest.mark.parametrize("name", PRESS_PAGES)
def test_each_press_page_is_read(name: str, line_end: str) -> None:
    roles, paragraphs = PRESS_PAGES[name]
    found = letters(line_end.join(paragraphs))
    assert found == roles_match(found, roles.replace("-", ""))


@pytest.mark.parametrize("name", [name for name in PRESS_PAGES if not PRESS_PAGES[name][0].isupper()])
def test_speakers_settles_what_form_cannot_tell(name: str) -> None:
    roles, paragraphs = PRESS_PAGES[name]
    by_letter = {letter: role for role, letter in LETTERS.items()}
    open_ones = {
        number: by_letter[letter.upper()] for number, letter in enumerate(roles, 1) if letter.islower()
    }
    page = "\n".join(paragraphs)
    assert open_ones and letters(page) != letters(page, speakers=open_ones)
    found = letters(page, speakers=open_ones)
    assert found == roles_match(found, roles.upper().replace("-", ""))


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("magazine of an association", {"Traits d'union", "Jean-Marc de La Tour", "Fatou N'Diaye"}),
        ("podcast, transcribed: names with times", {"Marie Petit", "Karim Belkacem"}),
        ("trade site: initials", {"Supply Journal", "Nadège Ferrer"}),
        ("round table", {"La revue", "Sophie", "Mehdi", "Ludovic", "Jeanne"}),
        ("questionnaire", {""}),
    ],
)
def test_each_speaker_of_a_press_page_has_one_name(name: str, speakers: set[str]) -> None:
    page = next("\n".join(paragraphs) for title, (_, paragraphs) in PRESS_PAGES.items() if name in title)
    assert set(read_interview(page).dropna()["speaker"]) == speakers


@pytest.mark.parametrize("name", FORMS)
def test_apostrophes_and_blanks_of_either_kind_make_no_difference(name: str) -> None:
    page = "\n\n".join(FORMS[name][1])
    typographic = page.replace("'", "’").replace(" ?", "\u202f?").replace(" :", "\u00a0:")
    assert read_interview(typographic).equals(read_interview(page))


def test_the_kit_has_ten_turns_and_fifteen_paragraphs() -> None:
    table = read_interview(load_interview())
    assert "".join(LETTERS[role] for role in table["role"]) == "HSQCAQAQAQAAQAA"
    assert list(table["paragraph"]) == list(range(1, 16))
    assert table["turn"].nunique() == 10
    assert set(table.query("role == 'question'")["speaker"]) == {"La rédaction"}
    assert set(table.query("role == 'answer'")["speaker"]) == {"La direction"}
    assert not table["text"].str.contains("La rédaction|La direction\\.").any()


def test_columns_keep_the_contract() -> None:
    table = read_interview(load_interview())
    assert list(table.columns) == ["paragraph", "role", "turn", "speaker", "text"]
    assert str(table["turn"].dtype) == "Int64"
    spoken = table["role"].isin(["question", "answer"])
    assert (table["turn"].notna() == spoken).all()
    assert (table.loc[~spoken, "speaker"] == "").all()


def test_raw_and_normalized_pages_give_the_same_table() -> None:
    raw = load_interview()
    assert read_interview(raw).equals(read_interview(normalize(raw)))


def test_fixture_with_several_interviewees() -> None:
    table = read_interview(fixture("librairies.txt"))
    answers = table.query("role == 'answer'")
    assert set(answers["speaker"]) == {"Anne-Sophie de La Tour", "Jean-Marc Le Goff d'Arvor"}
    assert (table["role"] == "question").sum() == 7
    assert table["turn"].nunique() == 17
    assert list(table["role"][:2]) == ["headline", "standfirst"]
    assert table["text"].iloc[-1] == "Propos recueillis par la rédaction"


def test_fixture_with_labels_that_stand_once() -> None:
    table = read_interview(fixture("velos.txt"))
    assert letters(fixture("velos.txt")) == "QAQAAQAQAAQAAQAQA"
    assert set(table["speaker"]) == {"La revue", "Inès Ben Salah-Moreau"}
    assert table["text"].iloc[3].startswith("Pas du tout. Nous attendons")


def test_initials_and_surnames_stand_for_the_full_name() -> None:
    for name in ("initials after the first turn", "initials without blanks"):
        table = read_interview("\n\n".join(FORMS[name][1]))
        assert set(table.query("role == 'answer'")["speaker"]) == {"Claire Dupont"}


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    import textwrap

    paragraphs = [
        *SIMPLE.split("\n\n")[:1],
        f"Claire Dupont. {ANSWER} {ANSWER} {ANSWER}",
        *SIMPLE.split("\n\n")[2:],
    ]
    whole = read_interview("\n\n".join(paragraphs))
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60, break_on_hyphens=False) for paragraph in paragraphs)
    assert read_interview(wrapped).equals(whole)


def test_a_list_settles_who_asks() -> None:
    page = MISLEADING
    assert letters(page, speakers=["Anne Roy"]) == "QAQA"
    assert letters(page, speakers=["Luc Noir"]) == "AQAQ"


def test_a_dict_names_all_labels() -> None:
    page = f"Le cap. Quel bilan ?\n\nMartin. {ANSWER}\n\nMartin. Et demain ?\n\n{ANSWER}"
    table = read_interview(page, speakers={"Le cap": "question", "Martin": "answer"})
    assert list(table["speaker"]) == ["Le cap", "Martin", "Martin", "Martin"]
    assert "".join(LETTERS[role] for role in table["role"]) == "QAAA"


def test_an_empty_dict_says_that_the_page_has_no_labels() -> None:
    table = read_interview(SIMPLE, speakers={})
    assert set(table["speaker"]) == {""}
    assert table["text"].iloc[0] == "JDN. Quel bilan ?"


def test_a_number_settles_one_paragraph() -> None:
    page = (
        f"JDN. Quel bilan ?\n\nClaire Roy. {ANSWER}\n\nEst-ce assez ?\n\n{ANSWER}\n\nEt après ?\n\n{ANSWER}"
    )
    assert letters(page) == "QAQAQA"
    assert letters(page, speakers={3: "answer"}) == "QAAAQA"
    assert letters(page, speakers={"3": "answer", "4": "caption"}) == "QAACQA"


def test_typographic_apostrophes_in_speakers_are_understood() -> None:
    page = f"L'Écho : Quel bilan ?\n\nAnne d'Arc : {ANSWER}"
    assert letters(page, speakers={"L’Écho :": "question", "Anne d’Arc": "answer"}) == "QA"


@pytest.mark.parametrize(
    ("speakers", "part"),
    [
        (["Nobody"], "No paragraph of this page opens with Nobody"),
        ({"JDN": "asker"}, "no role 'asker'"),
        ({99: "answer"}, "paragraph 99"),
        ({1: "speech"}, "no role 'speech'"),
        ("JDN", "must be a list"),
        ([1], "must be a list"),
        (3, "must be a list"),
    ],
)
def test_speakers_that_do_not_fit_are_named(speakers: object, part: str) -> None:
    with pytest.raises(MotamotError, match=part):
        read_interview(SIMPLE, speakers=speakers)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("", "no text"),
        ("\ufeff \u00a0\n", "no text"),
        ("Un titre\n\nUn texte sans rien.", "No question"),
        ("JDN. Quel bilan ?", "No answer"),
        ("Quel bilan ?\n\nEt demain ?", "No answer"),
        (None, "not NoneType"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_that_are_no_interview_are_refused(page: str, part: str, language: str) -> None:
    use_language(language)
    try:
        with pytest.raises(MotamotError, match=part if language == "en" else None):
            read_interview(page)
    finally:
        use_language("en")


def test_guesses_are_told_in_both_languages() -> None:
    english = interview_guesses(SIMPLE)
    use_language("fr")
    try:
        french = interview_guesses(SIMPLE)
    finally:
        use_language("en")
    assert list(english.columns) == ["paragraph", "decision", "why"]
    assert list(english["paragraph"]) == list(french["paragraph"]) == [1, 2, 3]
    assert not (english["why"] == french["why"]).any()


def test_every_form_can_tell_its_guesses() -> None:
    for _, paragraphs in [*FORMS.values(), *PRESS_PAGES.values()]:
        assert interview_guesses("\n".join(paragraphs))["why"].str.endswith(".").all()


def test_the_learner_settles_speakers_in_motamot_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    page = MISLEADING
    (tmp_path / "mine.txt").write_text(page, encoding="utf-8")
    (tmp_path / "motamot.toml").write_text(
        '[text]\ninterview = "mine.txt"\nspeakers = ["Anne Roy"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert letters(load_interview()) == "QAQA"
    assert letters(normalize(load_interview())) == "QAQA"
    assert letters(SIMPLE) == "QAQA"
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    assert letters(page) == "AQAQ"


PIECES = st.sampled_from(
    [
        "JDN",
        "Claire d'Arc",
        "Oui",
        ".",
        " : ",
        " — ",
        "- ",
        "?",
        "\n",
        "\n\n",
        "©",
        "«",
        "»",
        "vous ",
        "M. ",
        "(",
        ")",
        "**",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_any_text_gives_a_table_or_a_sentence(page: str) -> None:
    try:
        table = read_interview(page)
    except MotamotError as error:
        assert str(error).endswith(".")
        return
    assert set(table["role"]) <= set(ROLES)
    assert table["paragraph"].is_monotonic_increasing
    turns = table["turn"].dropna()
    assert list(turns.unique()) == list(range(1, turns.nunique() + 1))
    assert table["text"].ne("").all()


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "-",
        "'",
        ".",
        "- ",
        "* ",
        " ",
        "?\n",
        "J. ",
        "M. A ",
        "A (",
        "A, b",
        "A: b ?\n",
        "Ab Cd. ?\n\nEf.\n",
        "« ",
        "é ",
        "Oui\n",
    ],
)
def test_time_grows_with_the_page_and_no_faster(unit: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(MotamotError):
        read_interview(unit * (300_000 // len(unit)))
    assert time.perf_counter() - start < 10


def test_many_different_labels_are_read_in_linear_time() -> None:
    page = "\n".join(f"Nom{number} Autre : Quel bilan ?\nAb{number} Cd : Oui." for number in range(5_000))
    start = time.perf_counter()
    read_interview(page)
    assert time.perf_counter() - start < 10
