"""One amount in other figures, and one name in other words."""

import pytest

from briefing_app.search.words.amounts import is_number, same_amounts
from briefing_app.search.words.names import with_honorific
from briefing_app.search.words.tokens import terms


@pytest.mark.parametrize(
    ("amount", "other"),
    [
        ("80 thousand", "80000"),
        ("80000", "80 thousand"),
        ("100,000,000,000", "100 billion"),
        ("2,300 billion", "2.3 trillion"),
        ("2.3 trillion", "2300 billion"),
        ("0.5 million", "500 thousand"),
        ("1.2m", "1200000"),
        ("38m", "38 metres"),
        ("38 metres", "38 m"),
        ("80.000", "80000"),
        ("US$100 billion", "100 billion dollars"),
        ("100 billion dollars", "US$100 billion"),
        ("$2,300 billion", "US$2.3 trillion"),
        ("$2,300 billion", "2.3 trillion dollars"),
        ("55.4%", "percent 55.4"),
        ("twenty", "20"),
        ("20", "twenty"),
        ("five", "5"),
        ("90", "ninety"),
    ],
)
def test_an_amount_is_known_in_other_figures(amount, other):
    assert terms(other) in same_amounts(terms(amount))


@pytest.mark.parametrize(
    "text", ["ceasefire", "mi 24", "24 helicopters", "55.4 tonnes", "1.5.2", "one", "1", "23"]
)
def test_what_is_no_amount_has_no_other_figures(text):
    assert same_amounts(terms(text)) == []


@pytest.mark.parametrize(
    "amount", ["80", "100 billion", "$5m", "2.300", "9" * 40, "0", "0 million"]
)
def test_an_amount_is_not_another_way_to_write_itself(amount):
    own = terms(amount)
    found = same_amounts(own)
    assert own not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "number"), [("80", True), ("2.3", True), ("1.2.3", False), ("x", False), ("", False)]
)
def test_numbers(text, number):
    assert is_number(text) is number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("siraj ud din", "sirajuddin"),
        ("Jalal al-Din", "jalaluddin"),
        ("burhan ed deen", "burhanuddin"),
        ("سراج الدین", "سراجودین"),
        ("abdul haq", ""),
        ("ud din", ""),
        ("war in din", ""),
    ],
)
def test_a_name_with_its_honorific_is_one_word(text, expected):
    assert with_honorific(terms(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD100bn", ("usd", "100", "billion")),
        ("US $100", ("usd", "100")),
        ("the 1950s", ("the", "1950")),
        ("two Mi-24s", ("two", "mi", "24")),
        ("8.1m", ("8.1", "m")),
        ("$8.1m", ("usd", "8.1", "million")),
        ("185 tons", ("185", "tonne")),
    ],
)
def test_terms_of_amounts(text, expected):
    assert terms(text) == expected
