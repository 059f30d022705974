"""What readers type and the claims that must come first, on the shipped briefing.

`first` are the ids that lead the list, in order; `total` is how many claims are found in all, where
that is settled by the facts and not by the wording.
"""

import pytest

from briefing_app.search.results import Filters, Order

QUERIES = [
    # words and numbers
    ("ceasefire", "R17", 5),
    ("cease", "R17", 5),
    ("=ceasefire", "R17", 5),
    ("=cease", "", 0),
    ('"ceasefire"', "R17", 5),
    ('"ceasefire', "R17", 5),
    ("CEASEFIRE", "R17", 5),
    ("80000", "R2", 1),
    ("80,000", "R2", 1),
    ("80 000", "R2", 1),
    ("80\u00a0000", "R2", 1),
    ("80k", "R2", 1),
    ("٨٠٠٠٠", "R2", 1),
    ("272", "R12", 1),
    ("272 incidents", "R12", 1),
    ("6,000", "R7", 1),
    ("6000 terrorists", "R7", 1),
    ("102 prisoners", "R20", 1),
    ("released 80", "R18", 2),
    ("$100 billion", "R3", 1),
    ("US$100bn", "R3", 1),
    ("100 billion dollars", "R3", 1),
    ("economic damage", "R3", 1),
    ("lives", "R2", None),
    ("casualties", "R23", None),
    ("amnesty", "R22", 1),
    ("counterterrorism", "O12", 1),
    ("counter-terrorism", "O12", 1),
    ("humanitarian aid", "K12", None),
    ("humanitarian crisis spillover", "K11", None),
    ("frontline ally", "H9", 1),
    ("proxy war", "H9", 1),
    ("civil war", "H13", 1),
    ("bhutto afghan cell", "H5", 1),
    ("military operations", "R5", None),
    ("mediation breakthrough", "O3", 1),
    ("leading role", "O12", 1),
    ("unilateral*", "O9 O10", 2),
    ("ceasefire quetta", "", 0),
    ("quetta", "", 0),
    # half-remembered sentences
    ("did the taliban refuse to hand over al-qaeda", "H15", 1),
    ("an attack on a mosque in peshawar", "R11", 1),
    ("who announced a ceasefire in november", "R17", 1),
    # dates in words
    ("november 2021", "R17 R20", 2),
    ("march 2022", "R11 R12", 2),
    ("september 2001", "H15", 1),
    ("soviet union 1979", "H8", 1),
    ("UN admission 1947", "H1", 1),
    # names, by every spelling
    ("durand line", "H2", 1),
    ('"durand line"', "H2", 1),
    ("Durand", "H2", 1),
    ("peshawar mosque", "R11", 1),
    ("Peshawer mosque", "R11", 1),
    ("پشاور mosque", "R11", 1),
    ("ISIS-K", "R10 R11", 2),
    ("IS-K", "R10 R11", 2),
    ("Daesh Khorasan", "R10 R11", 2),
    ("islamic state", "R10", None),
    ('"islamic state khorasan"', "R10", 1),
    ('"isis-k"', "", 0),
    ("pakistani taliban prisoners", "R18 R17 R19", 4),
    ("tehreek-e-taliban prisoners", "R18", 4),
    ("Tehrik e Taliban prisoners", "R18", 4),
    ("تحریک طالبان پاکستان prisoners", "R18", 4),
    ("TTP prisoners", "R18", 4),
    ("al-qaeda", "H15", 3),
    ("Al Qaida", "H15", 3),
    ("القاعدة", "H15", 3),
    ("القاعده", "H15", 3),
    ("AQ fighters", "R4", 1),
    ("Daoud", "H4", 1),
    ("Dawood", "H4", 1),
    ("daud khan", "H4", 1),
    ("Zulfiqar", "H5 H6", 2),
    ("Burhanudin", "H6", 1),
    ("rabbani", "H6", 1),
    ("Sirajuddin", "R15", 1),
    ("haqani", "R15", 1),
    ("siraj haqqani", "R15", 1),
    ("ashraf ghani", "K5", 1),
    ("biden", "K7", 1),
    ("mujahidin", "H9", 1),
    ("united nations", "H1", 3),
    ("U.N. report", "R7", 1),
    ("IEA", "H14", 4),
    ("pukhtunwali", "H16", 1),
    ("doha agreement", "K4 K5 K6", 3),
    ("Baluchistan", "H3", 1),
    ("KP", "R16", 1),
    ("FATA merger", "R16", 1),
    ("lakki marwat", "R21", 1),
    ("gulf states", "O6", 1),
    ("qatar OR russia", "K2", 1),
    ("SATP", "R12", 1),
    # without
    ("-ceasefire prisoners", "R18", 1),
    ("prisoners -ceasefire", "R18", 1),
    ("prisoners NOT ceasefire", "R18", 1),
    ('prisoners -"ceasefire"', "R18", 1),
    # either, and groups
    ("(ttp OR iskp) mosque", "R11", 1),
    ("amnesty | mosque", "R11 R22", 2),
    ("amnesty OR mosque", "R11 R22", 2),
    ("-(type:statistic OR type:event) amnesty", "R22", 1),
    # fields
    ("type:statistic", "R2 R3 R7 R12 R18", 5),
    ("type:recommendation", "O12", 1),
    ("type:forecast", "", 0),
    ("type:statistic,recommendation", "R2 R3 R7 R12 R18 O12", 6),
    ("family:advised", "O12", 1),
    ("family:said ceasefire", "R20 R21", 2),
    ("actor:iskp", "R10 R11", 2),
    ("actor:ISIS-K", "R10 R11", 2),
    ("actor:haqqani", "R15", 1),
    ('actor:"al qaeda"', "H15 H16 R4", 3),
    ("Actor:Dawood", "H4", 1),
    ("place:swat", "R21", 1),
    ("place:KP", "R16", 1),
    ("place:peshawar", "R11", None),
    ("tag:cause section:history", "H2 H7 H13 H16", 4),
    ("section:policy-options type:recommendation", "O12", 1),
    ('section:"Policy options" type:recommendation', "O12", 1),
    ("section:takeover doha", "K4 K5 K6", 3),
    ("source:satp", "R12", 1),
    ("confidence:high", "", 0),
    ("status:current ceasefire", "R17", 5),
    ("id:R17", "R17", 1),
    ("id:r1", "R1", 1),
    ("R17", "R17", 1),
    ("r1", "R1 R10", None),
    # dates
    ("date:1947", "H1", 1),
    ("date:1950s", "H3", 1),
    ("date:195X", "H3", 1),
    ("date:..1950", "H1 H3", 2),
    ("date:1992..1996", "H12 H14", 2),
    ("date:1979", "H8", 1),
    ("date:2021-11..2021-12", "R17 R18 R19 R20", None),
    ("date:2021-12", "R18 R19", None),
    ("date:2020 deal", "K4", 1),
    ("date:<1950", "H1", 1),
    ("date:1947,1979", "H1 H8", 2),
]


@pytest.mark.parametrize(("query", "first", "total"), QUERIES, ids=[row[0] for row in QUERIES])
def test_the_expected_claims_lead(index, query, first, total):
    results = index.search(query, Filters(), Order.BEST)
    found = [hit.id for hit in results.claims]
    expected = first.split()
    if len(expected) > 1:  # equal answers: whatever the wording makes of their order
        assert set(found[: len(expected)]) == set(expected)
    else:
        assert found[: len(expected)] == expected
    assert results.total == len(found)
    if total is not None:
        assert results.total == total


@pytest.mark.parametrize(("query", "first", "total"), QUERIES, ids=[row[0] for row in QUERIES])
def test_each_key_press_of_them_has_an_answer(index, shipped, query, first, total):
    texts = {claim.id: claim.text for claim in shipped.briefing.claims}
    for end in range(len(query) + 1):
        results = index.search(query[:end], Filters(), Order.BEST)
        for hit in results.claims:
            assert_spans_lie_in(hit.matched, texts[hit.id])
        for paragraph in results.paragraphs:
            assert_spans_lie_in(paragraph.matched, paragraph.text)
        for entity in results.entities:
            assert_spans_lie_in(entity.matched, entity.name)
        for source in results.sources:
            assert_spans_lie_in(source.matched, source.title)


def assert_spans_lie_in(spans, text):
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize(
    ("query", "entity", "spelling"),
    [
        ("ISIS-K", "iskp", "ISIS-K"),
        ("ttp", "ttp", "TTP"),
        ("taliban", "afghan-taliban", ""),
        ("islamabad", "pakistan", "Islamabad"),
        ("haqqani", "siraj-haqqani", ""),
        ("پشاور", "peshawar", "پشاور"),
        ("kabul", "kabul", ""),
    ],
)
def test_entities_are_found_by_any_spelling(index, query, entity, spelling):
    hit = index.search(query, Filters(), Order.BEST).entities[0]
    assert (hit.id, hit.spelling) == (entity, spelling)
    assert hit.claim_count > 0


@pytest.mark.parametrize(
    ("query", "source"),
    [("LSE", "ahmed-2022"), ("zahid", "ahmed-2022"), ("terrorism portal", "satp")],
)
def test_sources_are_found(index, query, source):
    assert source in [hit.id for hit in index.search(query, Filters(), Order.BEST).sources]


def test_prose_is_found_in_its_own_group(index, shipped):
    hit = index.search("peshawar mosque", Filters(), Order.BEST).paragraphs[0]
    assert hit.section == "terrorism"
    assert hit.paragraph > 0
    assert [hit.text[start:end].lower() for start, end in hit.matched] == [
        "mosque",
        "peshawar",
    ] or [hit.text[start:end].lower() for start, end in hit.matched] == ["peshawar", "mosque"]


def test_an_option_is_found_by_its_title(index, shipped):
    option = shipped.briefing.options[0]
    hits = index.search(f'"{option.title}"', Filters(), Order.BEST).paragraphs
    assert hits[0].section == "policy-options"
    assert option.title in hits[0].text


def test_other_spellings_are_told(index):
    results = index.search("ISIS-K", Filters(), Order.BEST)
    assert "ISKP" in results.also
    assert "ISIS-K" not in results.also
    assert index.search("=mosque", Filters(), Order.BEST).also == ()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("actr:iskp", "Did you mean actor:?"),
        ("actor:iskpx", "Did you mean “ISKP”?"),
        ("type:statistik", "Did you mean “statistic”?"),
        ("date:tomorrow", "dates are written"),
        ("section:geography", "Known: "),
        ("actor: iskp", "right after the colon"),
        ("x" * 3000, "first 2,000 characters"),
    ],
)
def test_notices_say_what_to_write(index, query, message):
    (notice,) = index.search(query, Filters(), Order.BEST).notices
    assert message in notice.message
    assert 0 <= notice.start < notice.end <= len(query)


def test_a_misspelt_field_still_finds_the_value(index):
    assert index.search("actr:iskp", Filters(), Order.BEST).total == 2
