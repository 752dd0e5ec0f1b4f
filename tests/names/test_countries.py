"""Countries as people write them."""

import pytest

from screen.names.countries import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CN", "CN"), ("chn", "CN"), ("China", "CN"), ("P.R. China", "CN"), ("PRC", "CN"), ("中国", "CN"),
        ("People's Republic of China", "CN"), ("UK", "GB"), ("United Kingdom", "GB"), ("usa", "US"),
        ("United States of America", "US"), ("Deutschland", "DE"), ("Россия", "RU"), ("South Korea", "KR"),
        ("Taiwan", "TW"), ("hk", "HK"), ("NO", "NO"), ("Norway", "NO"), ("EL", "GR"),
    ],
)  # fmt: skip
def test_written_in_many_ways(text: str, code: str) -> None:
    """Codes, names, adjectives and other scripts lead to one code."""
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "Erewhon", "ZZ", "Dahua China", "France and Germany", "Beijing"])
def test_what_is_no_country(text: str) -> None:
    """Unknown words, a company, two countries and a city give none."""
    assert country_code(text) is None
