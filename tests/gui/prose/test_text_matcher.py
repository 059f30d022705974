"""Finding as a reader means it: the spans lie on the text as it is."""

from __future__ import annotations

import pytest

from briefing_app.gui.prose.text_matcher import TextMatcher


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("taliban", "The Taliban and the TALIBAN", ["Taliban", "TALIBAN"]),
        ("cafe", "The café, the cafe\u0301.", ["café", "cafe\u0301"]),
        ("é", "cafe", ["e"]),
        ("Pakistan's", "Pakistan’s army", ["Pakistan’s"]),
        ('"war on terror"', "the “War on Terror”", ["“War on Terror”"]),
        ("2001-2021", "2001–2021", ["2001–2021"]),
        ("strasse", "Straße", ["Straße"]),
        ("ss", "Straße", ["ß"]),
        ("a b", "a\u00a0b", ["a\u00a0b"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("😀", "x😀y", ["😀"]),
        ("طالبان", "تحریک طالبان پاکستان", ["طالبان"]),
        ("كابل", "در کابل بود", ["کابل"]),
        ("علي", "علی", ["علی"]),
        ("هے", "یہ ہے", ["ہے"]),
        ("جنگ", "جنګ", ["جنګ"]),
        ("2021", "سال ۲۰۲۱", ["۲۰۲۱"]),
        ("oresund", "Øresund", ["Øresund"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("haqqani", "Ḥaqqānī", ["Ḥaqqānī"]),
        ("kaba", "Kaʻba, Kaʿba, Ka‘ba", ["Kaʻba", "Kaʿba", "Ka‘ba"]),
        ("Ka'ba", "Kaʻba, Kaʿba, Kaba", ["Kaʻba", "Kaʿba", "Kaba"]),
        ("Ka'", "Kaʻba", ["Kaʻ"]),
        ("Taliban", "the Taliban’s", ["Taliban"]),
        ("nothing", "something", []),
        ("", "text", []),
        ("  ", "a  b", []),
    ],
)
def test_it_finds(words, text, found):
    spans = TextMatcher(words).spans(text)
    assert [text[start:end] for start, end in spans] == found
    assert TextMatcher(words).count(text) == len(found)


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("Taliban", "taliban Taliban", 1),
        ("us", "US us Us", 1),
        ("É", "é É", 1),
        ("Łódź", "łódź Łódź", 1),
        ("Lodz", "łódź Łódź", 1),
    ],
)
def test_case_counts_when_asked_for(words, text, count):
    assert TextMatcher(words, match_case=True).count(text) == count


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("art", "art, party, art", 2),
        ("art", "artart", 0),
        ("TTP", "TTP’s (TTP)", 2),
        ("(TTP)", "x(TTP)y", 1),
        ("aa", "aaa aa", 1),
    ],
)
def test_whole_words_stand_alone(words, text, count):
    assert TextMatcher(words, whole_words=True).count(text) == count
