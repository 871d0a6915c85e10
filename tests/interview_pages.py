"""Pages of interviews in all forms, with the roles that each paragraph has."""

from __future__ import annotations

from pathlib import Path

from motamot import read_interview

FIXTURES = Path(__file__).parent / "fixtures" / "interviews"
ANSWER = "Nous avançons bien, et nos clients nous le disent chaque jour. Le marché est solide."
LETTERS = {"headline": "H", "standfirst": "S", "caption": "C", "question": "Q", "answer": "A"}
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


def letters(page: str, **options: object) -> str:
    return "".join(LETTERS[role] for role in read_interview(page, **options)["role"])


def roles_match(found: str, wanted: str) -> str:
    """Return the wanted roles, those that are left open replaced by what was found."""
    return "".join(
        one if w.islower() or (w == "N" and one in "HSC") else w for one, w in zip(found, wanted, strict=True)
    )
