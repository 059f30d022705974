"""The strict YAML reader: what it takes, what it refuses and where, and that nothing crashes it."""

from __future__ import annotations

import importlib
import sys
import threading

import pytest
import yaml

from briefing_app.errors import ContentError
from briefing_app.loading.strict_yaml import MAX_DEPTH, MAX_SCALAR, parse_yaml
from briefing_app.loading.text_checks import TextFault, decode
from tests.work_counter import WorkCounter

KEPT_AS_TEXT = (
    "no on off yes true True 010 0x1F 0o17 1_000 12:30:45 2024-01-02 1.10 1e3 .inf .nan +1 -0"
)


@pytest.mark.parametrize("scalar", KEPT_AS_TEXT.split())
def test_scalars_stay_what_was_written(scalar: str):
    assert parse_yaml(f"a: {scalar}\nb: [{scalar}]").root == {"a": scalar, "b": [scalar]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a:", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: Null", {"a": "Null"}),
        ("a: '~'", {"a": "~"}),
        ('a: "null"', {"a": "null"}),
        ("a: ''", {"a": ""}),
        ("[]", []),
        ("{}", {}),
        ("word", "word"),
        ("- [1, [2]]\n- {a: {b: c}}", [["1", ["2"]], {"a": {"b": "c"}}]),
        ("a: |\n  one\n\n  two\n", {"a": "one\n\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("null: x", {"null": "x"}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("a: 1 # said\n# done\n", {"a": "1"}),
        ("? a\n: b", {"a": "b"}),
        ('a: "\\u00e9\\x41"', {"a": "éA"}),
        ("a: تحریک\u200cطالبان\u200f", {"a": "تحریک\u200cطالبان\u200f"}),
    ],
)
def test_what_is_read(text: str, value: object):
    assert parse_yaml(text).root == value
    assert parse_yaml(text, with_places=True).root == value


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\nb: 2\na: 3", 3, 1, "already there in line 1"),
        ("x:\n  a: 1\n  'a': 3", 3, 3, "already there in line 2"),
        ("a: &n 1", 1, 4, "anchors"),
        ("a: &n [1]", 1, 4, "anchors"),
        ("&n a: 1", 1, 1, "anchors"),
        ("a: *n", 1, 4, "aliases"),
        ("*n : 1", 1, 1, "aliases"),
        ("a: !!str 1", 1, 4, "tags"),
        ("a: ! 12", 1, 4, "tags"),
        ("a: !!set {b}", 1, 4, "tags"),
        ("!x a: 1", 1, 1, "tags"),
        ("a: !!python/object/apply:os.system [ls]", 1, 4, "tags"),
        ("<<: {a: 1}", 1, 1, "not allowed as a key"),
        ("a: 1\n---\nb: 2", 2, 1, "one document"),
        ("? [1]\n: 2", 1, 3, "plain text"),
        ("? {a: 1}\n: 2", 1, 3, "plain text"),
        ("{: 1}", 1, 2, "missing"),
        ("~: 1", 1, 1, "no key"),
        ("a: 1\n?\n: 1", 2, 2, "no key"),
        ("a: 'b\n\nc: d", 1, 4, "not closed"),
        ("a: b: c", 1, 5, "quotes"),
        ("- a\n b: c", 2, 3, "':'"),
        ("a: [b", 1, 6, "missing"),
        ("a: @b", 1, 4, "cannot begin"),
        ("a: |x\n b", 1, 5, "'|'"),
        ("a: b\u0085c", 1, 5, "U+0085"),
        ("a: b\u2028c", 1, 5, "U+2028"),
        ("a: 1\nb: c\x00", 2, 5, "U+0000"),
        ("a: \x1b[31m", 1, 4, "U+001B"),
        ("a: \u2066x", 1, 4, "U+2066"),
        ('a: "\\0"', 1, 4, "U+0000"),
        ('a: "\\u202E"', 1, 4, "U+202E"),
        ('"\\e": b', 1, 1, "U+001B"),
        ("a: " + "x" * (MAX_SCALAR + 1), 1, 4, "longer"),
        ("x" * 1025 + ": 1", 1, 1026, "':'"),
        ("? " + "x" * 1025 + "\n: 1", 1, 3, "1,024"),
        ("[" * 25, 1, MAX_DEPTH + 1, "deep"),
        ("- " * 25 + "x", 1, 2 * MAX_DEPTH + 1, "deep"),
    ],
)
def test_what_is_refused_and_where(text: str, line: int, column: int, words: str):
    with pytest.raises(TextFault) as caught:
        parse_yaml(text)

    assert words in caught.value.message
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("a",), (1, 4), (1, 1)),
        (("b",), (3, 3), (2, 1)),
        (("b", 1), (4, 5), (4, 5)),
        (("b", 1, "c"), (4, 8), (4, 5)),
        (("b", 1, "missing"), (4, 5), (4, 5)),
        (("d",), (5, 4), (5, 1)),
        (("d", "é", 1), (5, 12), (5, 12)),
    ],
)
def test_places(path: tuple, value: tuple, key: tuple):
    document = parse_yaml("a: 1\nb:\n  - x\n  - c: y\nd: {é: [ü, z]}\n", with_places=True)

    assert document.place(path) == value
    if path[-1] != "missing":
        assert document.place(path, at_key=True) == key


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " + "{a: " * 100_000,
        "&a [" + "*a, " * 100_000,
        "".join(f"{' ' * n}a:\n" for n in range(1000)),  # its lines are looked through
    ],
    ids=lambda text: text[:6],
)
def test_depth_is_a_message_and_never_a_crash(text: str):
    """In a thread with the small stack that some systems give."""
    caught: list[object] = []
    counter = WorkCounter()

    def work() -> None:
        try:
            with counter:
                parse_yaml(text)
        except TextFault as fault:
            caught.append(fault)

    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(caught) == 1
    assert counter.steps < 10_000  # it is left where it becomes too deep, not read to its end


def test_a_long_list_is_read_like_any_other():
    assert len(parse_yaml("[" + "a," * 100_000 + "]").root) == 100_000


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff\xfea\x00", 1, 1),
        (b"\xfe\xff\x00a", 1, 1),
        (b"a\r\nb\xff", 2, 2),
        (b"\xc0\xaf", 1, 1),
        (b"ok\n\xc3\xa9\xed\xa0\x80", 2, 2),
        (b"\xef\xbb\xbfab\xc3", 1, 3),
    ],
)
def test_bytes_that_are_not_utf_8(data: bytes, line: int, column: int):
    with pytest.raises(TextFault) as caught:
        decode(data)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_a_byte_order_mark_is_no_fault():
    assert parse_yaml(decode(b"\xef\xbb\xbfa: 1")).root == {"a": "1"}


def test_without_libyaml_it_says_what_to_do(monkeypatch):
    name = "briefing_app.loading.strict_yaml"
    monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    with pytest.raises(ContentError, match="without libyaml"):
        importlib.import_module(name)


def test_it_agrees_with_the_usual_reader_where_both_keep_text():
    text = "a: word\nb: [x, 'y z', \"q\"]\nc:\n- d: |\n    e\n    f\n  g: >\n    h\n    i\n"
    assert parse_yaml(text).root == yaml.load(text, Loader=yaml.CBaseLoader)
