"""Exports, read back by programs of others: nothing lost, nothing run, nothing fetched."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from pyld import jsonld

from briefing_app import paths
from briefing_app.errors import ExportError
from briefing_app.export import bibtex, markdown_list
from briefing_app.export.claim_columns import COLUMNS
from briefing_app.export.csv_table import csv_table, safe_cell
from briefing_app.export.exports import exported
from briefing_app.export.formats import (
    BIBTEX,
    CSL_JSON,
    CSV,
    FORMATS,
    JSON_LD,
    MARKDOWN,
    format_named,
)
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import Citation, Claim, ClaimType
from briefing_app.model.source import Name, Source
from tests.handout.conftest import small_briefing

SCHEMA = "https://schema.org/"
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)
NASTY = "=1+1 \"x\", 'y' \\input{/etc/passwd} {&%$#_^~} <script>[a](javascript:b)</script> *b* `c`"


@pytest.fixture(scope="module", params=["shipped", "everything"])
def briefing(request):
    root = paths.shipped_briefing().parents[1]
    folders = {"everything": root / "tests/fixtures/valid/everything"}
    return load_briefing(folders.get(request.param, paths.shipped_briefing())).briefing


def nasty_briefing():
    claim = Claim("C1", "vote", ClaimType.FACT, NASTY, note=NASTY, sources=(Citation("s"),))
    source = Source("s", "book", title=NASTY, author=(Name(NASTY, NASTY),), publisher=NASTY)
    return small_briefing(title=NASTY, claims=(claim,), sources=(source,))


def rows_of(data):
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


# --- CSV


def test_csv_has_a_row_for_each_claim(briefing):
    header, *rows = rows_of(exported(briefing, CSV, exact=True))
    assert tuple(header) == COLUMNS
    found = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert len(found) == len(rows) == len(briefing.claims)
    for claim in briefing.claims:
        row = found[claim.id]
        assert (row["text"], row["type"], row["note"]) == (claim.text, claim.type, claim.note)
        assert row["date"] == (claim.date.text if claim.date else "")
        assert row["version"] == briefing.version


def test_csv_with_columns_and_claims_of_ones_choice():
    shipped = load_briefing(paths.shipped_briefing()).briefing
    data = exported(shipped, CSV, claims=("R12", "H1"), columns=("type", "id"))
    assert rows_of(data) == [["type", "id"], ["statistic", "R12"], ["event", "H1"]]


@pytest.mark.parametrize("columns", [(), ("id", "colour")])
def test_csv_column_that_is_not_there(columns):
    with pytest.raises(ExportError, match="There are: id, section"):
        exported(small_briefing(), CSV, columns=columns)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\u200b=1", "＝1", "\u00a0-x", "－1"]
)
def test_what_a_spreadsheet_would_calculate_is_text(cell):
    assert rows_of(csv_table(["h"], [[cell]])) == [["h"], [f"'{cell}"]]
    assert rows_of(csv_table(["h"], [[cell]], exact=True)) == [["h"], [cell]]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("1.0", "'1.0"), ("1.10", "'1.10"), ("007", "'007"), ("1e5", "'1e5"), ("2E10", "'2E10"),
        ("1234567890123456", "'1234567890123456"), ("2022", "2022"), ("1.5", "1.5"), ("0", "0"),
        ("1.0.0", "1.0.0"), ("2022-05", "'2022-05"), ("E5", "E5"), ("", ""), ("10", "10"),
        ("80,000", "'80,000"), ("1/2", "'1/2"), ("10:30", "'10:30"), ("5%", "'5%"),
        ("TRUE", "'TRUE"), ("2021-08/2022-03", "2021-08/2022-03"), ("2001-09-11/", "2001-09-11/"),
        ("80,000 people", "80,000 people"), ("2021-08-15", "'2021-08-15"), ("...", "..."),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_write_otherwise_is_text(cell, safe):
    assert safe_cell(cell) == safe


@pytest.mark.parametrize(
    "cell",
    [
        "1-2", "3/4", "1-2-3", "2024-03", "3/2024", "1.5.2024", "15.8.", "MAR1", "Mar 2024",
        "SEPT2", "6 May 2022", "6-May", "May-22", "March 5, 2022", "DEC 12", "1. Mai 2022",
        "3 août 2021", "5 pm", "10:30", "10:30 AM", "#N/A", "#REF!",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_turn_into_a_date_is_text(cell):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        "M1", "R12", "A-1", "march", "May the 4th", "Aug 2021 – Mar 2022", "since Aug 2021",
        "1950s", "p. 3", "1.2.3", "2001–2021", "in 2022", "Decree 12", "Marble 7 and 8",
        "#1", "a 5",
    ],
)  # fmt: skip
def test_what_is_no_date_stays(cell):
    assert safe_cell(cell) == cell


@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_csv_with_another_separator(name, sign):
    data = exported(small_briefing(), CSV, columns=("id", "text"), separator=name)
    first, second, *_ = data.decode("utf-8-sig").split("\r\n")
    assert first == f'"id"{sign}"text"'
    assert second.startswith(f'"C1"{sign}"')


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_csv_gives_back_any_words(rows):
    assert rows_of(csv_table(["a", "b"], rows, exact=True))[1:] == rows
    for row in rows_of(csv_table(["a", "b"], rows))[1:]:
        assert all(safe_cell(cell) == cell for cell in row)


# --- Markdown


def markdown_text(document):
    tokens = MarkdownIt().parse(document)
    inlines = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inlines for child in token.children}
    html = {token.type for token in tokens if token.type.startswith("html")}
    return ["".join(c.content for c in token.children) for token in inlines], kinds | html


def test_markdown_says_every_claim(briefing):
    texts, kinds = markdown_text(exported(briefing, MARKDOWN).decode())
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    for claim in briefing.claims:
        assert any(text.startswith(f"{claim.id} {claim.text}") for text in texts), claim.id


def test_markdown_of_hostile_words_is_only_text():
    texts, kinds = markdown_text(exported(nasty_briefing(), MARKDOWN).decode())
    assert texts[0] == NASTY
    assert not kinds & {"link_open", "html_inline", "html_block", "code_inline", "image"}


@given(TEXTS)
def test_markdown_gives_back_any_words(text):
    words = " ".join(text.split())
    texts, _ = markdown_text(f"- **C1** {markdown_list.escaped(text)} end")
    assert texts == [f"C1 {words} end"] if words else ["C1  end"]


# --- JSON-LD


def refuse(url, _options):
    raise AssertionError(f"{url} was asked for")


def expanded(data):
    return jsonld.expand(json.loads(data), {"documentLoader": refuse})


def of_kind(graph, kind):
    return [node for node in graph if node["@type"] == [SCHEMA + kind]]


def test_json_ld_is_understood_offline(briefing):
    graph = expanded(exported(briefing, JSON_LD))
    claims = of_kind(graph, "Claim")
    texts = {c[SCHEMA + "identifier"][0]["@value"]: c[SCHEMA + "text"][0]["@value"] for c in claims}
    assert texts == {claim.id: claim.text for claim in briefing.claims}
    sources = {node["@id"] for node in graph if "#source-" in node["@id"]}
    assert len(sources) == len(briefing.sources)
    cited = [
        part[SCHEMA + "isPartOf"][0]["@id"]
        for claim in claims
        for part in claim.get(SCHEMA + "citation", [])
    ]
    assert len(cited) == sum(len(claim.sources) for claim in briefing.claims)
    assert set(cited) <= sources
    assert any(claim.get(SCHEMA + "appearance") for claim in claims)


def test_json_ld_becomes_triples(briefing):
    quads = jsonld.to_rdf(
        json.loads(exported(briefing, JSON_LD)),
        {"documentLoader": refuse, "format": "application/n-quads"},
    )
    assert quads.count(f"<{SCHEMA}Claim>") == len(briefing.claims)


def test_json_ld_of_an_address_that_is_none():
    source = Source("s", "webpage", title="T", url="javascript:alert(1)")
    (page,) = of_kind(expanded(exported(small_briefing(sources=(source,)), JSON_LD)), "WebPage")
    assert SCHEMA + "url" not in page


# --- sources


def test_csl_json_is_read_by_citeproc(briefing):
    items = json.loads(exported(briefing, CSL_JSON))
    read = {str(key).lower(): item for key, item in CiteProcJSON(items).items()}
    assert set(read) == {source.id.lower() for source in briefing.sources}
    titles = {item["id"]: item.get("title", "") for item in items}
    assert titles == {source.id: source.title for source in briefing.sources}


def test_bibtex_is_read_back(briefing):
    entries = parse_string(exported(briefing, BIBTEX).decode(), "bibtex").entries
    assert list(entries) == [source.id for source in briefing.sources]
    for source in briefing.sources:
        entry = entries[source.id]
        assert plain(entry.fields["title"]) == (source.title or source.short_name)
        assert len(entry.persons.get("author", ())) == len(source.author)
        assert entry.fields.get("url", "") == source.url


def plain(latex):
    """What LaTeX sets for a field that we escaped."""
    words = latex.removeprefix("{").removesuffix("}")
    for shown, written in (
        ("^", r"\textasciicircum{}"), ("~", r"\textasciitilde{}"), ("\0", r"\textbackslash{}"),
        ("\1", r"\textbraceleft{}"), ("\2", r"\textbraceright{}"),
        *((c, f"\\{c}") for c in "$&#%_"),
    ):  # fmt: skip
        words = words.replace(written, shown)
    return words.translate({0: "\\", 1: "{", 2: "}"})


def test_bibtex_of_hostile_words_is_one_whole_entry():
    data = exported(nasty_briefing(), BIBTEX).decode()
    (entry,) = parse_string(data, "bibtex").entries.values()
    assert plain(entry.fields["title"]) == NASTY
    assert len(entry.persons["author"]) == 1
    assert "\\input" not in data


@given(TEXTS)
def test_bibtex_gives_back_any_words(text):
    source = Source("s", "book", title=f"x{text}x")
    data = bibtex.bibtex([source])
    (entry,) = parse_string(data, "bibtex").entries.values()
    assert plain(entry.fields["title"]) == " ".join(f"x{text}x".split())


def test_bibtex_dates_and_kinds():
    from briefing_app.model.dates import EdtfDate

    cases = {
        "2022-05-06": {"year": "2022", "month": "May", "day": "6"},
        "2022-05": {"year": "2022", "month": "May"},
        "1950~": {"year": "1950"},
        "195X": {"year": "1950s"},
    }
    for text, wanted in cases.items():
        source = Source("s", "article-journal", issued=EdtfDate(text), container_title="J")
        (entry,) = parse_string(bibtex.bibtex([source]), "bibtex").entries.values()
        found = {key: entry.fields[key] for key in ("year", "month", "day") if key in entry.fields}
        assert found == wanted
        assert (entry.type, entry.fields["journal"]) == ("article", "J")


def test_sources_of_chosen_claims_only():
    shipped = load_briefing(paths.shipped_briefing()).briefing
    items = json.loads(exported(shipped, CSL_JSON, claims=("H1",)))
    assert [item["id"] for item in items] == ["ahmed-2022"]
    both = json.loads(exported(shipped, CSL_JSON, claims=("R12",)))
    assert {item["id"] for item in both} == {"ahmed-2022", "satp"}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_any_shape_can_be_exported_and_gives_the_same_bytes(form):
    for briefing in (small_briefing(), small_briefing(claims=(), sources=()), nasty_briefing()):
        copy = msgspec.structs.replace(briefing)
        assert exported(briefing, form) == exported(copy, form)


def test_forms_are_told_apart_by_name_key_and_suffix():
    for words in (
        [form.name for form in FORMATS],
        [form.suffix for form in FORMATS],
        [form.title[form.title.index("&") + 1].lower() for form in FORMATS],
    ):
        assert len(set(words)) == len(words), words
    assert [format_named(form.name) for form in FORMATS] == list(FORMATS)
    with pytest.raises(KeyError):
        format_named("pdf")
