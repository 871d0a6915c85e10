"""Who speaks: what labels tell, and what a learner settles with speakers=."""

from __future__ import annotations

from pathlib import Path

import pytest
from interview_pages import ANSWER, FORMS, LETTERS, PRESS_PAGES, SIMPLE, letters, roles_match

from motamot import MotamotError, load_interview, normalize, read_interview, use_language
from motamot.interview import interview_guesses

MISLEADING = (
    f"Anne Roy : Le bilan est bon.\n\nLuc Noir : {ANSWER}\n\nAnne Roy : Et après.\n\nLuc Noir : Vrai ?"
)


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
        (
            "business magazine: two brothers",
            {"Le Décideur de l'Ouest", "Goulven Kerloc'h", "Tanguy Kerloc'h"},
        ),
        ("portrait of a founder", {""}),
        ("a student's paper", {"Moi", "Ma tante"}),
        ("round table, transcribed", {"JOURNALISTE", "LÉO", "SABINE OUEDRAOGO-PETIT"}),
        ("transcript for a thesis", {"Intervieweuse", "Sophie R."}),
        (
            "round table on packaging",
            {"", "Anne-Charlotte du Plessis", "Sékou Diabaté", "Élodie Castagnède"},
        ),
    ],
)
def test_each_speaker_of_a_press_page_has_one_name(name: str, speakers: set[str]) -> None:
    page = next("\n".join(paragraphs) for title, (_, paragraphs) in PRESS_PAGES.items() if name in title)
    assert set(read_interview(page).dropna()["speaker"]) == speakers


def test_initials_and_surnames_stand_for_the_full_name() -> None:
    for name in ("initials after the first turn", "initials without blanks"):
        table = read_interview("\n\n".join(FORMS[name][1]))
        assert set(table.query("role == 'answer'")["speaker"]) == {"Claire Dupont"}


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


def test_a_paragraph_settled_above_the_talk_opens_it_if_somebody_says_it() -> None:
    page = f"Le marché recule.\n\n{ANSWER}\n\nQuel bilan ?\n\n{ANSWER}"
    assert letters(page) == "HSQA"
    assert letters(page, speakers={1: "question"}) == "QAQA"
    assert letters(page, speakers={1: "caption"}) == "CSQA"


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


def test_guesses_are_told_in_both_languages() -> None:
    english = interview_guesses(SIMPLE)
    use_language("fr")
    french = interview_guesses(SIMPLE)
    assert list(english.columns) == ["paragraph", "decision", "why"]
    assert list(english["paragraph"]) == list(french["paragraph"]) == [1, 2, 3]
    assert not (english["why"] == french["why"]).any()


def test_an_opening_that_is_no_label_is_told_and_settled_labels_are_not() -> None:
    page = f"Le Cap. Quel bilan ?\n\nDupont. {ANSWER}\n\nEt demain ?\n\n{ANSWER}"
    assert "“Dupont” is not read as a label." in interview_guesses(page)["decision"].tolist()
    settled = interview_guesses(page, speakers={"Le Cap": "question", "Dupont": "answer"})
    assert not settled["decision"].str.contains("label of|as a label").any()


def guesses(page: str) -> list[tuple[int, str]]:
    """Return the guesses on paragraphs that have no label."""
    table = interview_guesses(page).query("~decision.str.contains('as the label')")
    return list(zip(table["paragraph"], table["decision"], strict=True))


def test_a_question_goes_on_up_to_a_labeled_answer() -> None:
    talk = f"Claire Dupont : {ANSWER}\n\nJDN : Et demain ?\n\n{ANSWER}"
    page = f"JDN : Quel bilan ?\n\nLe marché recule, dit-on.\n\n{talk}"
    assert letters(page) == "QQAQA"
    assert guesses(page) == [(2, "Read as the rest of the question.")]
    # A caption parts two answers, of which the first has no label.
    assert letters(f"JDN : Quel bilan ?\n\n{ANSWER}\n\nPhoto : Jean Martin\n\n{talk}") == "QACAQA"


def test_how_sure_a_question_mark_is_is_told() -> None:
    last = "Nous le verrons bientôt, et tout le monde avec nous, ici comme ailleurs, qui sait ?"
    page = f"Quel bilan ?\n\n{ANSWER}\n\nQu'en dites-vous ?\n\n{ANSWER}\n\nEt demain ?\n\n{ANSWER}\n\n{last}"
    assert letters(page) == "QAQAQAA"
    assert guesses(page) == [
        (3, "Read as a question without a label."),
        (5, "Read as a question without a label, which is not certain."),
        (7, "The question mark at the end is read as part of the answer."),
    ]


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


def test_speakers_in_square_brackets_can_be_settled() -> None:
    page = f"[Enquêteur] Quel bilan ?\n\n[Sophie R.] {ANSWER}\n\n[Enquêteur] Et demain.\n\n[Sophie R.] Oui ?"
    table = read_interview(page, speakers={"Enquêteur": "question", "Sophie R.": "answer"})
    assert table["speaker"].tolist() == ["Enquêteur", "Sophie R"] * 2
    assert table["text"].iloc[1] == ANSWER


def test_settling_who_answers_makes_no_turn_of_the_headline() -> None:
    page = f"Anne Roy : « Le prix compte »\n\nLe Cap : Quel bilan ?\n\nAnne Roy : {ANSWER}\n\nEt demain ?\n\n{ANSWER}"
    assert letters(page, speakers={"Le Cap": "question", "Anne Roy": "answer"}) == "HQAQA"


def test_initials_stay_labels_when_their_full_names_are_settled() -> None:
    pages = (paragraphs for title, (_, paragraphs) in PRESS_PAGES.items() if "two brothers" in title)
    names = ["Goulven Kerloc'h", "Tanguy Kerloc'h"]
    speakers = {"Le Décideur de l'Ouest": "question"} | dict.fromkeys(names, "answer")
    table = read_interview("\n".join(next(pages)), speakers=speakers)
    assert table.query("role == 'answer'")["speaker"].tolist() == names * 3
    assert not table["text"].str.contains("G. K.", regex=False).any()


def test_a_dash_after_a_settled_label_is_no_text() -> None:
    page = f"L'Écho. — Quel bilan ?\n\nMme Roy. — {ANSWER}\n\nL'Écho. — Et demain.\n\nMme Roy. — Oui."
    table = read_interview(page, speakers={"L'Écho": "question", "Mme Roy": "answer"})
    assert table["text"].tolist() == ["Quel bilan ?", ANSWER, "Et demain.", "Oui."]


def test_each_guess_is_told_once() -> None:
    page = f"La revanche ?\n\nL'urbaniste observe.\n\nQuel bilan ?\n\n{ANSWER}\n\nEt demain ?\n\n{ANSWER}"
    guesses = interview_guesses(page)
    assert 1 in set(guesses["paragraph"]) and not guesses.duplicated().any()


@pytest.mark.parametrize("sign", [" :", " –", "."])
def test_a_label_on_a_line_of_its_own_names_the_speaker_without_its_sign(sign: str) -> None:
    labels, said = ("La rédaction", "Mme Roche"), ("Qui êtes-vous ?", "Une libraire.", "Et demain ?", "Bon.")
    page = "\n\n".join(f"{labels[i % 2]}{sign}\n{text}" for i, text in enumerate(said))
    assert read_interview(page)["speaker"].tolist() == [*labels, *labels]
