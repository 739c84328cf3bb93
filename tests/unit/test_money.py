"""Amounts of money and counts are read exactly, or refused with the way to write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from playbookgen.model.values import Money, parse_count, parse_money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("48000 EUR", Fraction(48000), "EUR"),
        ("48 000 EUR", Fraction(48000), "EUR"),
        ("1 250 000 RON", Fraction(1250000), "RON"),
        ("99.90 USD", Fraction(999, 10), "USD"),
        ("0.1 MDL", Fraction(1, 10), "MDL"),
    ],
)
def test_an_amount_is_exact(text: str, amount: Fraction, currency: str) -> None:
    assert parse_money(text) == Money(amount, currency, text)


@pytest.mark.parametrize(
    "text",
    [
        "48000",
        "48,000 EUR",
        "48.000 EUR",
        "48 00 EUR",
        "€48000",
        "48000 eur",
        "EUR 48000",
        "-1 EUR",
    ],
)
def test_an_amount_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="48000 EUR"):
        parse_money(text)


def test_a_count_is_a_whole_number() -> None:
    assert parse_count("12") == 12
    for text in ("12.5", "-1", "twelve", "", "１２"):
        with pytest.raises(ValueError, match="whole number"):
            parse_count(text)
