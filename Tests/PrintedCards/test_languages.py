"""Cards in the languages that clients speak."""

import pathlib

import deck
import pytest
from sheets import check_unicode, output, words

CHINESE = pathlib.Path(__file__).parent / "Fonts/Chinese.ttf"


def letters(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("language", "phrase"), [("es", "Le llamo mañana a las nueve."), ("vi", "Tôi sẽ gọi lại trước 4 giờ chiều."), ("ar", "سأتصل بك قبل الساعة الرابعة")]
)
def test_a_card_is_printed_with_all_its_letters(language, phrase, handbook):
    title, front, back = deck.LANGUAGES[language]
    handbook.add({f"{language}.md": deck.card(title, "a6", front, back, language=language)})
    [path] = handbook.print().values()
    check_unicode(path)
    text = letters(output("pdftotext", path, "-"))
    # Marks of direction say nothing.
    text = "".join(letter for letter in text if letter not in "\u200e\u200f\u202a\u202b\u202c\u2068\u2069")
    assert letters(phrase) in text


def test_a_card_that_is_read_from_the_right_begins_there(handbook):
    title, front, back = deck.LANGUAGES["ar"]
    handbook.add({"ar.md": deck.card(title, "a6", front, back, language="ar")})
    [path] = handbook.print().values()
    page = words(path)[0]
    [shape_side] = [word for word in page if word.text == "Recovery"]
    assert shape_side.x < 20, "the category stands at the far end, which is the left"


def test_a_font_of_the_handbooks_own_brings_its_letters(handbook):
    title, front, back = deck.LANGUAGES["zh"]
    handbook.add({"zh.md": deck.card(title, "a6", front, back, language="zh")})
    without = handbook.run("cards")
    assert without.returncode == 1 and "no font has" in without.stderr and "(U+6DF1)" in without.stderr
    (handbook.folder / "Fonts").mkdir()
    (handbook.folder / "Fonts/Chinese.ttf").write_bytes(CHINESE.read_bytes())
    [path] = handbook.print().values()
    check_unicode(path)
    assert letters("深呼吸，先听对方说完。") in letters(output("pdftotext", path, "-"))


def test_a_font_that_is_none_is_named(handbook):
    handbook.add({"a.md": deck.card("One")})
    (handbook.folder / "Fonts").mkdir()
    (handbook.folder / "Fonts/broken.ttf").write_bytes(b"no font")
    done = handbook.run("cards")
    assert done.returncode == 74 and "Fonts/broken.ttf" in done.stderr
