"""What is looked for in the pages is found over the ends of lines, and as in the text."""

from __future__ import annotations

import re
from collections import defaultdict

import pypdfium2
import pytest

from briefing_app.gui.handout.page_words import LINE_END_HYPHEN, spans_on_page
from briefing_app.gui.prose.text_matcher import TextMatcher

BREAK = "\r\n"


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("suffering", "goes on suf\x02fering for", ["suf\x02fering"]),
        ("Suffering for", f"goes on suf\x02fering {BREAK}for", [f"suf\x02fering {BREAK}for"]),
        ("anti-Pakistan", "6,000 anti\x02Pakistan fighters", ["anti\x02Pakistan"]),
        ("antipakistan", "6,000 anti\x02Pakistan fighters", ["anti\x02Pakistan"]),
        ("the end of", f"the {BREAK}end  of", [f"the {BREAK}end  of"]),
        ("one two", f"one{BREAK}two", [f"one{BREAK}two"]),
        ("example", f"https://exam{BREAK}ple.org", [f"exam{BREAK}ple"]),
        ("33159b98-3264", "malware--33159b98\x023264-4e", ["33159b98\x023264"]),
        ("98fd8dc1-6cc7", "tool--98fd\u200b8dc1-\u200b6cc7", ["98fd\u200b8dc1-\u200b6cc7"]),
        ("98fd8dc1", f"tool--98fd\u200b{BREAK}8dc1", [f"98fd\u200b{BREAK}8dc1"]),
        ("Pakistan's", "Pakistan’s and Pakistan’s", ["Pakistan’s", "Pakistan’s"]),
        ("Haqqani", "Ḥaqqānī, suf\x02fering Haqqani", ["Ḥaqqānī", "Haqqani"]),
        ("کابل", "در كابل", ["كابل"]),
        ("a", "a\x02a", ["a", "a"]),
        ("nowhere", f"no {BREAK}where", []),
        ("", "text", []),
    ],
)
def test_it_finds(words, text, found) -> None:
    spans = spans_on_page(text, TextMatcher(words))
    assert [text[start:end] for start, end in spans] == found


def test_every_word_that_is_broken_on_the_pages_is_found_by_itself(handout) -> None:
    broken = defaultdict(set)
    pdf = pypdfium2.PdfDocument(handout.pdf)
    for page in range(len(pdf)):
        text = pdf[page].get_textpage().get_text_range().replace("\ufffe", LINE_END_HYPHEN)
        for one, other in re.findall(r"(\w{3,})\x02(\w{3,})", text):
            broken[one + other].add(page)
    pdf.close()
    assert len(broken) > 5
    find = handout.dialog.find_bar
    find.open_bar()
    for word, pages in broken.items():
        with handout.qtbot.waitSignal(find._source.search_ended):
            find.field.setText(word)
        assert pages <= set(find._hits), word


def test_find_counts_as_it_does_in_the_text(handout) -> None:
    find = handout.dialog.find_bar
    find.open_bar()
    counts = []
    for words in ("Pakistan's", "Pakistan’s", "PAKISTAN’S"):
        with handout.qtbot.waitSignal(find._source.search_ended):
            find.field.setText(words)
        counts.append(len(find._places))
    assert counts[0] == counts[1] == counts[2] > 20
