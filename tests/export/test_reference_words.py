"""From a CSL item to printed words: dates, names, marks, what is said once, every item type."""

from __future__ import annotations

import re

import pytest

from briefing_app.export.citation import CitationStyle, references
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Name, Source

AHMED = (Name("Ahmed", "Zahid"),)
EDITORS = (Name("Lieven", "Anatol"), Name(literal="Crisis Group"))


def printed(style, **fields):
    source = Source("s", fields.pop("type", "report"), **{"title": "Few days"} | fields)
    return references([source], style)["s"].text


@pytest.mark.parametrize(
    ("style", "kind", "issued", "expected"),
    [
        ("chicago-author-date", "report", "2019-08-13/2019-08-15", "Ahmed, Zahid. 2019. Few Days."),
        ("apa", "report", "2019-03/2019-05", "Ahmed, Z. (2019). Few days."),
        ("apa", "webpage", "2019-08-13/2019-08-15", "Ahmed, Z. (2019, August 13–15). Few days."),
        (
            "apa",
            "webpage",
            "2019-03-30/2019-04-02",
            "Ahmed, Z. (2019, March 30–April 2). Few days.",
        ),
        ("apa", "webpage", "2019-03/2019-05", "Ahmed, Z. (2019, March–May). Few days."),
        (
            "apa",
            "webpage",
            "2019-12-30/2020-01-02",
            "Ahmed, Z. (2019–2020, December 30–January 2). Few days.",
        ),
        ("apa", "webpage", "2019-12-30/2019-12-30", "Ahmed, Z. (2019, December 30). Few days."),
        ("ieee", "report", "2019-03/2019-05", "Z. Ahmed, “Few days”, Mar.–May 2019."),
        ("ieee", "report", "2019/2021", "Z. Ahmed, “Few days”, 2019–2021."),
        ("mla", "report", "2019-03/2019-05", "Ahmed, Zahid. Few Days. Mar.–May 2019."),
        ("chicago-author-date", "report", "/1950", "Ahmed, Zahid. before 1950. Few Days."),
        ("apa", "report", "195X", "Ahmed, Z. (1950s). Few days."),
    ],
)
def test_no_date_vanishes(style, kind, issued, expected):
    assert printed(style, type=kind, author=AHMED, issued=EdtfDate(issued)) == expected


@pytest.mark.parametrize(
    ("family", "given", "apa", "ieee"),
    [
        ("Khan", "Sara Maria", "Khan, S. M.", "S. M. Khan"),
        ("خان", "محمد علی", "خان, محمد علی", "محمد علی خان"),
        ("शर्मा", "राम", "शर्मा, राम", "राम शर्मा"),
        ("כהן", "דוד", "כהן, דוד", "דוד כהן"),
        ("გელაშვილი", "დავით", "გელაშვილი, დავით", "დავით გელაშვილი"),
        ("习", "近平", "习, 近平", "习近平"),
        ("Путин", "Владимир", "Путин, В.", "В. Путин"),
        ("Rahman", "ʿAbd al-Rahim", "Rahman, A. al-R.", "A. al-R. Rahman"),
        ("hooks", "bell", "hooks, bell", "bell hooks"),
        ("", "Shahid", "Shahid", "Shahid"),
        ("Suharto", "", "Suharto", "Suharto"),
    ],
)
def test_initials(family, given, apa, ieee):
    names = (Name(family, given),)
    assert printed("apa", author=names) == f"{apa.rstrip('.')}. (n.d.). Few days."
    assert printed("ieee", author=names) == f"{ieee}, “Few days”."


@pytest.mark.parametrize(
    ("title", "apa", "chicago"),
    [
        ("Who won?", "Who won? Time.", "“Who Won?” Time."),
        ("Taliban!", "Taliban! Time.", "“Taliban!” Time."),
        ("End of Co.", "End of Co. Time.", "“End of Co.” Time."),
        ("He said “no.”", "He said “no.” Time.", "“He Said “no.”” Time."),
        ("Not yet…", "Not yet… Time.", "“Not Yet…” Time."),
    ],
)
def test_no_stop_after_a_mark(title, apa, chicago):
    item = {"type": "article-magazine", "container_title": "Time", "title": title}
    item |= {"author": AHMED, "issued": EdtfDate("2012")}
    assert printed("apa", **item) == f"Ahmed, Z. (2012). {apa}"
    assert printed("chicago-author-date", **item) == f"Ahmed, Zahid. 2012. {chicago}"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-author-date",
            "Lieven, Anatol, and Crisis Group, eds. 2012. Few Days. 2nd ed.",
        ),
        ("apa", "Lieven, A., & Crisis Group (Eds.). (2012). Few days (2nd ed.)."),
        ("mla", "Lieven, Anatol, and Crisis Group, editors. Few Days. 2nd ed., 2012."),
    ],
)
def test_editors_are_named_once(style, expected):
    item = {"type": "book", "editor": EDITORS, "issued": EdtfDate("2012"), "edition": "2"}
    assert printed(style, **item) == expected


LAWS = ("bill", "legal_case", "legislation", "regulation")
# CSL 1.0.2, Appendix III
TYPES = re.findall(
    r"\S+",
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song
    speech standard thesis treaty webpage
    """,
)

NOT_ASKED_FOR = {  # by the style: laws go without authors, IEEE gives the day a page was read
    *((style, kind, "Ahmed") for style in ("apa", "chicago-author-date") for kind in LAWS),
    *(("ieee", kind, "2019") for kind in ("post", "webpage")),
    ("mla", "speech", "2019"),
}


@pytest.mark.parametrize("style", CitationStyle)
@pytest.mark.parametrize("kind", TYPES)
def test_every_item_type_names_author_title_and_year(style, kind):
    text = printed(
        style, type=kind, author=AHMED, issued=EdtfDate("2019-08-13/2019-08-15"), number="7"
    )
    for word in ("Ahmed", "2019", "few days"):
        if (style, kind, word) not in NOT_ASKED_FOR:
            assert word.lower() in text.lower()
    assert not any(bad in text for bad in ("..", ",,", "?.", "  ", " .", "()", "None"))
