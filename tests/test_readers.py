"""Files people have: text in any usual encoding, Word files, saved pages."""

from pathlib import Path

import pytest
from own_texts import PAGE, page

from motamot import MotamotError
from motamot.readers import is_mojibake, read_file


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15", "mac-roman", "cp850"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_usual_encoding_gives_the_text(encoding: str, newline: str, tmp_path: Path) -> None:
    text = PAGE
    if encoding in ("iso8859-15", "cp850"):
        text = text.replace("’", "'")
    if encoding == "cp850":
        text = text.replace("œ", "oe").replace("€", "F")
    reading = read_file(page(tmp_path, content=text.replace("\n", newline).encode(encoding)))
    assert reading.text.removeprefix("\ufeff") == text
    assert reading.encoding.startswith(encoding.removesuffix("-sig").split("-le")[0][:6])


def test_text_saved_once_in_a_wrong_encoding_is_noticed() -> None:
    assert is_mojibake(PAGE.encode().decode("cp1252", errors="ignore"))
    assert not is_mojibake(PAGE)


def test_a_word_file_is_read_by_its_paragraphs(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for paragraph in PAGE.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(tmp_path / "page.docx"))
    assert read_file(tmp_path / "page.docx").text == PAGE.strip()


def test_a_saved_page_gives_its_article_alone(tmp_path: Path) -> None:
    body = "".join(f"<p>{part}</p>" for part in PAGE.strip().split("\n\n")[1:])
    html = (
        "<html><head><meta charset='utf-8'><title>x</title><script>alert(1)</script></head><body><nav><p>Menu</p></nav>"
        f"<article><h1>Une librairie qui dure</h1>{body.replace('’', '&rsquo;')}<aside><p>Pub</p></aside></article></body></html>"
    )
    reading = read_file(page(tmp_path, "page.html", html.encode()))
    assert reading.text == PAGE.strip()
    latin = (
        html.replace("utf-8", "iso-8859-1")
        .replace("œ", "&oelig;")
        .replace("€", "&euro;")
        .replace("’", "&rsquo;")
    )
    assert read_file(page(tmp_path, "latin.html", latin.encode("latin-1"))).text == PAGE.strip()


def test_a_password_is_not_taken_for_damage(tmp_path: Path) -> None:
    (tmp_path / "page.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(MotamotError, match="locked by a password"):
        read_file(tmp_path / "page.docx")


SAID = "Je suis cariste, et j'aime la précision. Nous sommes douze sur le quai."


@pytest.mark.parametrize(
    "markup",
    [
        f"<details><summary>Quel métier ?</summary><p>{SAID}</p></details>" * 2,
        f'<div class="q">Quel métier faites-vous ?</div><p>{SAID}</p><div>Le soir aussi, donc ?</div><p>{SAID}</p>',
    ],
    ids=["questions that open", "questions in bare blocks"],
)
def test_questions_outside_running_text_are_kept(markup: str, tmp_path: Path) -> None:
    page = f"<html><body><main><h1>Nos métiers</h1>{markup}<div>Partager</div></main></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    text = read_file(tmp_path / "page.html").text
    assert text.count("?") == 2 and text.count(SAID) == 2 and "Partager" not in text


def test_a_question_of_the_website_is_not_kept(tmp_path: Path) -> None:
    page = f"<html><body><div>Vous êtes déjà abonné ?</div><div>Un compte, déjà ?</div><p>Quel bilan ?</p><p>{SAID}</p>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert read_file(tmp_path / "page.html").text == f"Quel bilan ?\n\n{SAID}"
