"""What other Markdown programs read: told with its place, and shown as it was typed."""

import pytest

from briefing_app.loading.read_prose import read_prose
from briefing_app.model.problem import Severity

TOLD = {  # the text: what is said of it, with '^' under the place
    "![a map](images/my map.png)": "put <…> around a name with blanks",
    "See ![[map.png]] there": "no picture here",
    "See [x](https://example.org/a b)": "write %20",
    "See [[Link]]": "no link here",
    "See [[Link|words]]": "no link here",
    "As [@ahmed2022] says": "citations are not read",
    "As [see @ahmed2022, p. 3] says": "citations are not read",
    "As [-@ahmed2022] says": "citations are not read",
    "A note^[in the line] here": "no note here",
    "See [words][nowhere]": "no address is given",
    "Here <!-- not for readers -->": "comments are not left out",
    "Here %%not for readers%%": "comments are not left out",
    "See <center>this": "HTML is not read",
    "One<br/>two": "HTML is not read",
    'An <img src="x.png"> here': "HTML is not read",
    "Dear {{ name }}": "templates",
    "{% include x %}": "templates",
    "Words {.wide}": "only {claim=…} is",
    "Words {#here}": "only {claim=…} is",
    "Words {width=50%}": "only {claim=…} is",
    "As \\cite{ahmed} says": "TeX is not read",
    "So $x^2$ is": "formulas are not set",
    "So $n$ is": "formulas are not set",
    "$$": "formulas are not set",
    "$$a + b$$": "formulas are not set",
    "So ==this== is": "highlights",
    "So ++this++ is": "underlining",
    "H~2~O": "not lowered",
    "x^2^": "not raised",
    "Well :thumbs_up: done": "short names",
    "- [ ] to do": "boxes to tick",
    "- [x] done": "boxes to tick",
    "> [!NOTE] mind": "callouts",
    "[TOC]": "contents themselves",
    "::: warning": "fenced parts",
    "Term\n: meaning": "lists of definitions",
    "| a | b |": "no table",
    "---\ntitle: x\n---\n": "stand in briefing.yaml",
    "## Head {.unnumbered}": "only {claim=…} is",
    "| a | b |\n|---|---|\n| <b>c | d |": "HTML is not read",
}


def warnings(text):
    return [f for f in read_prose(text, lambda _: "").faults if f.severity is Severity.WARNING]


@pytest.mark.parametrize(("text", "words"), TOLD.items(), ids=TOLD)
def test_it_is_told(text, words):
    (fault,) = warnings(text)
    assert words in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5 and $6, or $5_000.",
        "US$10m = €9m; a < b and c > d, a<b",
        "At 10:30:15, note: this. Ratio 1:2:3",
        "See [words](https://example.org/a%20b) and <https://example.org/> and <a@example.org>",
        "![words](<my map.png>)",
        "A note[^1]\n\n[^1]: here",
        "~~gone~~ and ~200 or ~3",
        "`<b>`, `$x^2$`, `[[Link]]` and `{.wide}`",
        "```\n<b> {.wide} [[Link]]\n```",
        "\\[[Link\\]\\] and \\$x^2\\$ and \\<b>",
        "[one] [two], [1][^1]\n\n[^1]: note",
        "[words][here]\n\n[here]: https://example.org/",
        "| a | b |\n|---|---|\n| c | d |",
        "C++ and ++i; a == b == c; 2^10",
        "Text\n\n---\n\nmore",
        "[The {bridge}]{claim=B1} in {braces}",
    ],
)
def test_nothing_is_told_of_ordinary_text(text):
    assert warnings(text) == []


def test_it_has_its_line_and_column():
    (first, second) = warnings("One line,\nthen [[Link]]\n\n> and ==this== too")
    assert [(f.line, f.column) for f in (first, second)] == [(2, 6), (4, 7)]


def test_what_is_told_is_shown_as_it_was_typed():
    (block,) = read_prose("See [[Link]] and $x^2$", lambda _: "").blocks
    assert block.content.text == "See [[Link]] and $x^2$"


@pytest.mark.parametrize(
    "unit", ["[", "![", "[[", "<a ", "{.", "$a", "==a", "^[", "[a](b ", ":a", "|", "~a"]
)
def test_a_long_run_of_beginnings_is_read(unit):
    assert read_prose(unit * 5000, lambda _: "").blocks
