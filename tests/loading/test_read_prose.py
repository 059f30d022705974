"""Markdown becomes blocks; what is unsafe stays text; marks are found where they stand."""

from __future__ import annotations

import threading

import pytest

from briefing_app.loading.read_inline_prose import safe_address
from briefing_app.loading.read_prose import read_prose
from briefing_app.model.problem import Severity
from briefing_app.model.prose import (
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Rule,
    Style,
    Table,
    rich_texts,
)
from tests.work_counter import steps_of

# by what they are made of: text that would cost far more than its length, at a size
BOMBS = {
    "brackets": lambda size: "[" * size,
    "emphases": lambda size: "*a_" * size,
    "links in links": lambda size: "[a](" * size,
    "quotations": lambda size: ">" * size + "x",
    "marks without an end": lambda size: '[a]{claim="' * size,
    "marks": lambda size: "[a]{claim=X}" * size,
    "marks in marks": lambda size: "[" * size + "a" + "]{claim=X}" * size,
    "braces": lambda size: "{ claim" * size,
    "notes in the text": lambda size: "[^a]" * size,
    "backticks": lambda size: "`" * size + "a",
    "link targets": lambda size: "".join(f"[d{n}]: x\n" for n in range(size)),
    "hidden characters": lambda size: "\u202e" * size,
    "notes": lambda size: "".join(f"[^{n}]: x\n\n" for n in range(size)),
}


def read(text: str):
    return read_prose(text, lambda name: "" if name == "ok.png" else "no such picture")


def shown(text: str) -> str:
    return "\n".join(rich.text for _, rich in rich_texts(read(text).blocks))


def test_every_kind_of_block_and_its_number():
    blocks = read(
        "## One\n\nText.[^n]\n\n> Said.\n>\n> Twice.\n\n- a\n\n  b\n- c\n\n3. d\n\n---\n\n"
        "```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| *c* | d | e |\n| f |\n\n![A](ok.png)\n\n"
        "    verbatim\n\n### Two\n\nEnd.\n\n[^n]: Note.\n"
    ).blocks

    assert [(type(b), getattr(b, "number", None)) for b in blocks] == [
        (Heading, None),
        (Paragraph, 1),
        (Quotation, 2),
        (ListBlock, 3),
        (ListBlock, 4),
        (Rule, None),
        (CodeBlock, 5),
        (Table, 6),
        (Picture, 7),
        (CodeBlock, 8),
        (Heading, None),
        (Paragraph, 9),
        (Footnote, 1),
    ]
    quotation, bullets, ordered, table = blocks[2], blocks[3], blocks[4], blocks[7]
    assert isinstance(quotation, Quotation)
    assert [type(b) for b in quotation.blocks] == [Paragraph, Paragraph]
    assert isinstance(bullets, ListBlock)
    assert [len(item) for item in bullets.items] == [2, 1]
    assert isinstance(ordered, ListBlock)
    assert (ordered.ordered, ordered.start, bullets.ordered) == (True, 3, False)
    assert isinstance(table, Table)
    assert [len(row) for row in (table.header, *table.rows)] == [2, 2, 2]
    assert blocks[6] == CodeBlock("x = 1", "python", 5)


def test_what_lies_on_the_text():
    text = next(
        rich
        for _, rich in rich_texts(
            read(
                "A *b **c*** `d` ~~e~~ [f](https://x.org) [g *h*]{claim=G}[^1]  \ni\n\n[^1]: j"
            ).blocks
        )
    )

    assert text.text == "A b c d e f g h1\ni"
    spans = [(text.text[s.start : s.end], s.style) for s in text.styles]
    assert spans == [
        ("b c", Style.EMPHASIS),
        ("c", Style.STRONG),
        ("d", Style.CODE),
        ("e", Style.STRIKETHROUGH),
        ("h", Style.EMPHASIS),
    ]
    assert [text.text[m.start : m.end] for m in text.marks] == ["g h"]
    assert [(text.text[m.start : m.end], m.address) for m in text.links] == [("f", "https://x.org")]
    assert [(text.text[m.start : m.end], m.number) for m in text.notes] == [("1", 1)]


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b>c</b>",
        "<!-- x -->",
        "<iframe src='file:///etc/passwd'>",
        "<style>@import url(x)</style>",
        "<?php x ?>",
        "<div>\nword\n</div>",
    ],
)
def test_raw_html_stays_text(source: str):
    assert shown(source) == source.replace("\n", " ")
    assert shown(f"{source}\n\nafter").endswith("after")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\x01javascript:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "smb://host/x",
        "qrc:/x",
        "//host/x",
        "\\\\host\\x",
        "http:\\\\host",
        "http:x",
        "https://",
        "https:///x",
        "/x",
        "x",
        "#x",
        "",
        "ftp://x.org",
        "mailto:",
        " https://x.org",
        "https://x.org/a b",
        "about:blank",
    ],
)
def test_other_addresses_are_no_links(address: str):
    assert safe_address(address) == ""
    prose = read(f"[words](<{address}>)" if address.strip() == address else "[words]()")
    for _, text in rich_texts(prose.blocks):
        assert text.links == ()
        assert "words" in text.text


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://x.org", "https://x.org"),
        ("HTTP://x.org/a?b=c#d", "HTTP://x.org/a?b=c#d"),
        ("mailto:a@x.org", "mailto:a@x.org"),
        ("https://x.org/ü", "https://x.org/%C3%BC"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_links_are_kept_in_their_normal_form(address: str, kept: str):
    prose = read(f"[words]({address}) and <{address}>")
    assert prose.faults == ()
    ((_, text),) = rich_texts(prose.blocks)
    assert [link.address for link in text.links] == [kept, kept]


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("[a]{claim=X}", [(1, 11)]),
        ('[a]{claim="X Y"} [b]{claim=Z}', [(1, 12), (1, 14), (1, 28)]),
        ("one\ntwo [a\nb]{claim=X}", [(3, 10)]),
        ("## Head [a]{claim=X}", [(1, 19)]),
        ("Head [a]{claim=X}\n====", [(1, 16)]),
        ("> > [a]{claim=X}\nlazy [b]{claim=Y}", [(1, 15), (2, 16)]),
        ("1. - [a]{claim=X}\n\n     [b]{claim=Y}", [(1, 16), (3, 16)]),
        ("|[a]{claim=X}|[a]{claim=Y}|\n|-|-|\n|[b]{claim=Z}||", [(1, 12), (1, 25), (3, 12)]),
        ("`[a]{claim=X}` [a]{claim=X}", [(1, 26)]),
        ("\\[a]{claim=X} [a]{claim=X}", [(1, 25)]),
        ("**[a]{claim=X}** *[b]{claim=Y}*", [(1, 13), (1, 29)]),
        ("[[a](https://x.org)]{claim=X}", [(1, 28)]),
        ("[![a](ok.png) b]{claim=X}", [(1, 24)]),
        ("a\r\n\r\n[a]{claim=X}", [(3, 11)]),
        ("تحریک [طالبان]{claim=X}", [(1, 22)]),
        ("[a]{ claim=X }", [(1, 12)]),
        ("[a]{claim=X}{claim=Y}", [(1, 11)]),
        ("[claim]{claim=claim}", [(1, 15)]),
        ("```\n[a]{claim=X}\n```", []),
    ],
)
def test_marks_are_found_where_they_stand(source: str, places: list):
    found = [(mark.line, mark.column) for mark in read(source).marks]
    assert found == places
    lines = source.replace("\r\n", "\n").split("\n")
    for mark in read(source).marks:
        assert lines[mark.line - 1].startswith(mark.claim, mark.column - 1)


def test_a_mark_inside_another_gives_its_claim_to_it():
    ((_, text),) = rich_texts(read("[a [b]{claim=B} c]{claim=A}").blocks)
    assert [(m.start, m.end, m.claims) for m in text.marks] == [(0, 5, ("A", "B"))]


@pytest.mark.parametrize("character", ["\u202e", "\x1b", "\u2028", "\ufeff", "\u0085"])
def test_hidden_characters_are_written_out(character: str):
    c = character
    source = f"a[b{c}c]{{claim=X}} `{c}`\n\n    code {c}\n\n![{c}](ok.png)"
    prose = read(source)

    assert character not in repr(prose.blocks)
    assert f"⟨U+{ord(character):04X}⟩" in shown(source)
    assert len(prose.faults) == 4


@pytest.mark.parametrize("path", ["x.png", "../ok.png", "https://x.org/ok.png", "file:///ok.png"])
def test_a_picture_that_cannot_be_shown_leaves_its_words(path: str):
    prose = read(f"![Some words]({path})")
    assert shown(f"![Some words]({path})") == "Some words"
    assert [fault.message for fault in prose.faults] == ["no such picture"]


def test_depth_needs_no_deep_stack():
    """Prose is read in a worker thread, which may have the small stack that some systems give."""
    blocks: list[object] = []
    source = "> - " * 2_000 + "x\n\n" + "[" * 500 + "x" + "]{claim=X}" * 500
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: blocks.append(read(source).blocks))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(blocks) == 1


@pytest.mark.parametrize(
    "text", ["> " * 60 + "deep", "".join("  " * n + "- deep\n" for n in range(60))]
)
def test_no_text_is_dropped_silently_when_it_lies_too_deep(text: str):
    prose = read(text)
    assert any("too deep" in fault.message for fault in prose.faults)


@pytest.mark.parametrize("bomb", BOMBS)
def test_the_work_of_a_bomb_grows_no_faster_than_its_length(bomb: str):
    small, large = (BOMBS[bomb](size) for size in (200, 16 * 200))
    read(small)  # what is made at the first call is no work of the next
    # twice 16, where limits cut differently; with the square of its length it would be 256
    assert steps_of(lambda: read(large)) < 32 * steps_of(lambda: read(small))


@pytest.mark.parametrize("bomb", ["hidden characters", "notes"])
def test_what_costs_a_walk_over_the_text_is_told_twenty_times_at_most(bomb: str):
    assert len(read(BOMBS[bomb](200)).faults) == 20


@pytest.mark.parametrize(
    ("text", "line", "column", "said", "kept"),
    [
        ("a\n\n> " + "β" * 10_001, 3, 3, "this paragraph is longer than 10,000", 10_000),
        ("## " + "β" * 10_001, 1, 4, "this heading is longer than 10,000", 10_000),
        ("- a\n- " + "β" * 10_001, 2, 3, "this paragraph is longer than 10,000", 10_000),
        ("|a|\n|-|\n|" + "β" * 10_001 + "|", 3, 2, "this table cell is longer", 10_000),
        ("```\n" + "β" * 10_001 + "\n```", 1, 1, "this line of code is longer", 10_000),
        ("a\n\n" + "- β\n" * 3_001, 3, 1, "more than 3,000 list items", 3_000),
        ("- β\n" * 2_000 + "\na\n\n" + "- β\n" * 2_000, 2_004, 1, "more than 3,000 list", 3_000),
        ("|a|\n|-|\n" + "|β|\n" * 1_001, 1, 1, "more than 1,000 table cells", 999),
        ("```\n" + "β\n" * 3_001 + "```", 1, 1, "more than 3,000 lines of code", 3_000),
        ("## β\n" * 1_001, 1_001, 1, "more than 1,000 headings", 1_000),
        ("β\n\n" * 5_001, 10_001, 1, "more than 5,000 paragraphs", 5_000),
    ],
)
def test_what_is_too_much_to_show_is_told_with_its_place_and_cut(
    text: str, line: int, column: int, said: str, kept: int
):
    prose = read(text)
    faults = [fault for fault in prose.faults if said in fault.message]
    assert [(fault.line, fault.column) for fault in faults] == [(line, column)]
    assert faults[0].severity is Severity.ERROR
    assert "not shown" in faults[0].message
    assert str(prose.blocks).count("β") == kept


def test_claims_are_marked_in_what_is_kept_of_a_long_paragraph():
    prose = read("[a]{claim=A1} " + "b" * 10_000 + " [c]{claim=A2}")
    assert prose.blocks[0].content.marks[0].claims == ("A1",)
    assert len(prose.blocks[0].content.text) < 10_000
