"""What YAML takes for a comment although it is more likely part of a text is told."""

from __future__ import annotations

import pytest

from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.loading.text_checks import TextFault
from briefing_app.loading.yaml_comments import swallowed_texts


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("text: Priority #1 of the council", 1, 16),
        ("text: Priority   #1 of the council", 1, 18),
        ("text: Priority # 1 of the council", 1, 16),
        ("text: Priority\t#1", 1, 16),
        ("text: #1 of the council", 1, 7),
        ("title: Report #12\nid: r", 1, 15),
        ("names: [Ann,\n  Bob #2\n  ]", 2, 7),
        ("- first\n- second #2\n", 2, 10),
        ("- first\n  #2 goes on\n", 2, 3),
        ("- id: a\n  text: first\n    #2 goes on\n", 3, 5),
        ("text: first\n  #2 goes on\n", 2, 3),
        ("text: first\n  second\n  # 3 goes on\n", 3, 3),
        ("text: first\r\n  #2 goes on\r\nid: r\r\n", 2, 3),
        ('{a: b #1\n, c: "d #2"}', 1, 7),
    ],
)
def test_text_that_is_lost(text, line, column):
    parse_yaml(text)  # it can be read: that is the trouble
    (found,) = swallowed_texts(text)
    assert (found.line, found.column) == (line, column)
    assert "this is read as a comment and left out: '#" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "text: Priority  # a remark",
        "text: Priority\t\t# a remark",
        "text: Priority#1",
        "text: 'Priority #1'",
        'text: "Priority #1"',
        "text: 'Priority' #1",
        "text: >-\n  Priority #1\n  #2\n",
        "text: |  # a remark\n  Priority #1\n",
        "claims: # a remark\n  - id: a\n",
        "note: # to be written\nid: a",
        "text: first\n# a remark\nid: a\n",
        "- first\n#2 is out\n- third\n",
        "text: first\n  ## a heading of the author's\nid: a\n",
        "#!shebang\ntext: first\n",
    ],
)
def test_comments_that_are_meant(text):
    parse_yaml(text)
    assert swallowed_texts(text) == []


@pytest.mark.parametrize("text", ["names: [Ann #1, Bob]", "text: first\n  #2\n  third\n"])
def test_an_error_that_a_comment_has_made_names_it(text):
    with pytest.raises(TextFault) as caught:
        parse_yaml(text)
    assert "what follows ' #' is a comment" in caught.value.message
