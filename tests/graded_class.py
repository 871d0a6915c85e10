"""A class of five as it lies in the store: each with marks, remarks or dangers of its own."""

from collections.abc import Iterator
from pathlib import Path

from motamot.course.grading.results import Graded, Mark
from motamot.course.grading.run_units import Asked, Course
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_layouts import Owner

HINTS = (
    {"en": "First hint.", "fr": "Premier indice."},
    {"en": "2", "fr": "2"},
    {"en": "Elsewhere: `3 < 4`.", "fr": "Ailleurs : `3 < 4`."},
)
COURSE: Course = {
    "01_cleaning": (Asked("01.claim", 1, HINTS, "O1"), Asked("01.voices", 2, HINTS, "O2")),
    "02_themes": (Asked("02.theme", 1, HINTS, "O1"),),
}
EVIL = "<script>alert('x')</script>&\"'"
NEAR = {
    "en": "You count the questions, too.\nInput\tShape\n'l'\ttext",
    "fr": "Vous comptez aussi les questions.",
}
RIGHT = {"en": "Right.", "fr": "Juste."}
WRONG = {"en": "The value differs.", "fr": "La valeur diffère."}
RAN = {"en": "All cells were run.", "fr": "Toutes les cellules ont été exécutées."}
STOPPED = {"en": f"Cell 3 stopped: {EVIL}.", "fr": f"La cellule 3 s’est arrêtée : {EVIL}."}


def graded(first: Mark, second: Mark, **further: object) -> Graded:
    values = {"status": "graded", "sentence": RAN, "sandboxed": True, **further}
    return Graded("01_cleaning", marks=(first, second), **values)  # type: ignore[arg-type]


def right(question: str = "01.claim", points: float = 1) -> Mark:
    return Mark(question, "right", points, points, "'b'", RIGHT)


def near(seen: str = "475") -> Mark:
    return Mark("01.voices", "near", 0, 2, seen, NEAR, "1")


def class_of_five(tmp_path: Path) -> Iterator[Store]:
    """Return a class of five: Zoé, an evil one, one cut short, one refused, one of another group."""
    people = {
        "zoe": Owner("Zoé Pétit_12", "Zoé Pétit", "12"),
        "evil": Owner(f"=cmd|' /C calc'!A0{EVIL}_13", f"=cmd|' /C calc'!A0{EVIL}", "13"),
        "max": Owner("max@école.fr", "max@école.fr"),
        "anna": Owner("anna_14", "anna", "14"),
    }
    with Store(tmp_path / "out") as store:
        results = {
            "zoe": graded(right(), near(), variant="ok"),
            "evil": graded(right(), near(EVIL), notes=(STOPPED,), sandboxed=False, variant="mismatch"),
            "max": graded(Mark("01.claim", "wrong", 0, 1, "'a'", WRONG), right("01.voices", 2)),
        }
        for name, result in results.items():
            row = Row(people[name], "01_cleaning", f"{name}.ipynb", name, (), "fr" if name == "zoe" else "")
            store.put_student("in", row.owner, [row])
            store.put_result(row, result)
        refused = Row(people["anna"], "01_cleaning", "a.ipynb", "", (Finding("invalid"),))
        pending = Row(people["anna"], "02_themes", "b.ipynb", "pending")
        store.put_student("in", people["anna"], [refused, pending])
        yield store
