"""What the values of `actor:`, `place:`, `source:`, `section:`, `tag:` … mean, however spelt."""

from pathlib import Path

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.engines.file.large_index import open_index
from briefing_app.search.engines.memory.memory_index import make_memory_index
from briefing_app.search.results import Filters, Order

EVERYTHING = Path(__file__).parents[2] / "fixtures" / "valid" / "everything"


def search(index, query):
    return index.search(query, Filters(), Order.TEXT)


def ids(index, query):
    return [hit.id for hit in search(index, query).claims]


@pytest.mark.parametrize(
    ("value", "same"),
    [
        # ids, whole spellings, ids of another case
        ("actor:TTP", "actor:ttp"),
        ('actor:"Pakistani Taliban"', "actor:ttp"),
        ("actor:pakistani-taliban", "actor:ttp"),
        ("actor:tehreek-i-taliban", "actor:ttp"),
        ("actor:tehrik-e-taliban", "actor:ttp"),
        ('actor:"تحریک طالبان"', "actor:ttp"),
        ("actor:طالبان", "actor:afghan-taliban"),
        ('actor:"طالبان پاکستان"', "actor:ttp"),
        ("actor:Taleban", "actor:afghan-taliban"),
        ("actor:U.S.", "actor:united-states"),
        # the field's names
        ("actor:daesh", "actor:iskp"),
        ('actor:"ISIL-K"', "actor:iskp"),
        ('actor:"Taliban Movement of Pakistan"', "actor:ttp"),
        ("place:nwfp", "place:khyber-pakhtunkhwa"),
        ("place:KPK", "place:khyber-pakhtunkhwa"),
        ('place:"tribal areas"', "place:ex-fata"),
        # by their sound
        ("actor:dawoud", "actor:daoud-khan"),
        ('actor:"dawud khan"', "actor:daoud-khan"),
        ("actor:serajuddin", "actor:siraj-haqqani"),
        ("actor:mojahedeen", "actor:mujahideen"),
        ("place:peshawur", "place:peshawar"),
        ("place:baluchestan", "place:balochistan"),
        ('actor:"zulfikar ali bhuto"', "actor:zulfikar-ali-bhutto"),
        # beginnings, run together, with a title or more around it
        ("actor:zulf", "actor:zulfikar-ali-bhutto"),
        ("actor:alqaeda", "actor:al-qaeda"),
        ("place:khyberpakhtunkhwa", "place:khyber-pakhtunkhwa"),
        ('actor:"president ashraf ghani"', "actor:ashraf-ghani"),
        ('actor:"the government of pakistan"', "actor:pakistan"),
        ("-actor:daesh", "-actor:iskp"),
        ("actor:daesh,dawoud", "actor:iskp,daoud-khan"),
        # sources by title, author, any spelling; what they cite
        ("source:ahmad", "source:ahmed-2022"),
        ('source:"zahid shahab"', "source:ahmed-2022"),
        ('source:"south asia terrorism"', "source:satp"),
        ("source:takeover", "source:ahmed-2022"),
        # titles and words of other fields, and their forms
        ('section:"Policy options"', "section:policy-options"),
        ("section:policy", "section:policy-options"),
        ("section:histories", "section:history"),
        ("tag:causes", "tag:cause"),
        ("type:statistics", "type:statistic"),
        ("type:statis", "type:statistic"),
        ("family:advise", "family:advised"),
    ],
)
def test_a_value_means_the_same_however_it_is_written(index, value, same):
    expected = search(index, same)
    assert expected.total
    assert expected.notices == ()
    found = search(index, value)
    assert [hit.id for hit in found.claims] == [hit.id for hit in expected.claims]
    assert found.notices == ()


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("actor:talbian", "Taliban"),
        ("actor:pakistn", "Pakistan"),
        ("place:peshwr", "Peshawar"),
        ("place:kabool-city", "Kabul"),
        ("source:ahmde", "Ahmed"),
        ("section:terorism", "Terrorism"),
        ("tag:cuase", "cause"),
        ("type:evnet", "event"),
        ("confidence:hihg", "high"),
        ('actor:"haqani netwrk"', "Haqqani"),
    ],
)
def test_what_means_nothing_is_told_with_the_nearest(index, query, nearest):
    found = search(index, query)
    if found.total:  # a name inside it is understood
        assert found.notices == ()
        return
    (notice,) = found.notices
    assert f"Did you mean “{nearest}" in notice.message
    name, _, value = query.partition(":")
    assert query[notice.start : notice.end] == value.strip('"')
    assert name in notice.message


@pytest.mark.parametrize("query", ["actor:nobody", "place:atlantis", 'actor:"imran khan"'])
def test_what_is_like_nothing_finds_nothing_and_says_what_there_is(index, query):
    found = search(index, query)
    assert found.total == 0
    (notice,) = found.notices
    assert "No " in notice.message
    assert "Known: " in notice.message or "Did you mean" in notice.message


def test_a_name_that_no_claim_has_there_is_told(index):
    found = search(index, "place:daesh")
    assert found.total == 0
    (notice,) = found.notices
    assert notice.message == "No claim has “ISKP” as its place."


def test_disputed_is_also_what_another_claim_stands_against(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    briefing = load_briefing(EVERYTHING).briefing
    references = CrossReferences(briefing)
    options = {"progress": lambda *_: None, "cancelled": lambda: False}
    large = open_index(briefing, references, **options)
    try:
        for index in (make_memory_index(briefing), large):
            found = set(ids(index, "status:disputed"))
            assert found == {"E3", "E5", "E8"}  # undercut, contradicted, by its status
            assert "E5" in ids(index, "status:current")  # as its file says
            assert "E5" not in ids(index, "status:current -status:disputed")
    finally:
        large.close()
