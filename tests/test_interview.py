"""read_interview goes by the form of a page; each form in fixtures/page_forms/ is one test."""

from __future__ import annotations

from collections import Counter

import pytest
from interview_pages import ANSWER, FIXTURES, FORMS, LETTERS, PRESS_PAGES, SIMPLE, letters, roles_match

from motamot import MotamotError, load_interview, normalize, read_interview, words


def fixture(name: str) -> str:
    return (FIXTURES / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("line_end", ["\n\n", "\n", "\r\n", "\n \u00a0\n", "\u2029"])
@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_read(name: str, line_end: str) -> None:
    roles, paragraphs = FORMS[name]
    assert letters(line_end.join(paragraphs)) == roles.replace("-", "")


@pytest.mark.parametrize("line_end", ["\n\n", "\n", "\r\n"])
@pytest.mark.parametrize("name", PRESS_PAGES)
def test_each_press_page_is_read(name: str, line_end: str) -> None:
    roles, paragraphs = PRESS_PAGES[name]
    found = letters(line_end.join(paragraphs))
    assert found == roles_match(found, roles.replace("-", ""))


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


def test_marks_around_a_turn_are_no_text() -> None:
    items = f"{ANSWER}\n\n– le prix ;\n\n– le choix."
    table = read_interview(f"**Quel bilan ?**\n\n{items}\n\n– *Et demain ?*\n\n**Nous verrons.**")
    assert table["text"].tolist() == [
        "Quel bilan ?", ANSWER, "– le prix ;", "– le choix.", "Et demain ?", "Nous verrons."
    ]  # fmt: skip


def test_the_dash_that_opens_each_turn_is_no_text() -> None:
    table = read_interview(f"– Quel bilan ?\n\n– {ANSWER}\n\n– Et demain ?\n\n– {ANSWER}")
    assert table["text"].tolist() == ["Quel bilan ?", ANSWER, "Et demain ?", ANSWER]


def test_a_capitalized_word_is_a_label_only_if_the_page_knows_the_name() -> None:
    talk = f"Le Cap. Quel bilan ?\n\nDupont. {ANSWER}\n\nEt demain ?\n\n{ANSWER}"
    assert set(read_interview(talk).query("role == 'answer'")["speaker"]) == {""}
    known = read_interview(f"Rencontre avec Anne Dupont\n\n{talk}")
    assert set(known.query("role == 'answer'")["speaker"]) == {"Dupont"}


def test_a_table_of_contents_is_told_with_its_title() -> None:
    page = f"Sommaire\n1. Le bilan\n2. Demain\n\nLe bilan\n\nQuel bilan ?\n\n{ANSWER}\n\nDemain\n\nEt après ?\n\n{ANSWER}"
    assert letters(page) == "CCCHQAHQA"


def test_a_short_last_answer_stays_with_its_question_above_the_links() -> None:
    page = f"Quel bilan ?\n\n{ANSWER}\n\nEt demain ?\n\nBien sûr\n\nLes plus lus\n\nLire aussi : le prix"
    assert letters(page) == "QAQACC"


def test_questions_and_answers_that_come_back_are_no_table_of_contents() -> None:
    assert letters(f"Quel bilan ?\n\n{ANSWER}\n\n" * 4) == "QA" * 4


@pytest.mark.parametrize(("count", "number"), [(1, 1), (5, 3)])
def test_the_paragraph_in_the_advice_exists(count: int, number: int) -> None:
    with pytest.raises(MotamotError, match=rf'--speakers "{number}=question"'):
        read_interview("\n".join([ANSWER] * count))


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


@pytest.mark.parametrize(("gap", "least"), [("\n\n", 0.98), ("\n", 0.93)], ids=["empty lines", "dense"])
@pytest.mark.parametrize("width", [60, 75, 90])
def test_press_pages_keep_their_roles_at_a_fixed_width(width: int, gap: str, least: float) -> None:
    """Short turns are mostly lines that end a sentence; without empty lines, only labels and room tell."""
    import textwrap

    right = total = 0
    for _, paragraphs in PRESS_PAGES.values():
        wrapped = gap.join(textwrap.fill(one, width, break_on_hyphens=False) for one in paragraphs)
        voices = [
            {role: words(" ".join(part["text"])) for role, part in read_interview(page).groupby("role")}
            for page in ("\n\n".join(paragraphs), wrapped)
        ]
        for role in ("question", "answer"):
            whole, cut = (Counter(voice[role]) for voice in voices)
            right += (whole & cut).total()
            total += (whole | cut).total()
    assert right / total > least
