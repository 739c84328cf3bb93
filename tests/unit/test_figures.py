"""Figures are written as each language writes them, and never with more digits than are known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from playbookgen.locales.figures import count, money, percentage, share
from playbookgen.model.values import Money, parse_money, parse_percent


@pytest.mark.parametrize(
    ("language", "number", "amount", "percent"),
    [
        ("en", "12,000", "1,234,567.50\u00a0EUR", "12.5%"),
        ("ja", "12,000", "1,234,567.50\u00a0EUR", "12.5%"),
        ("ro-MD", "12.000", "1.234.567,50\u00a0EUR", "12,5%"),
        ("ru", "12\u00a0000", "1\u00a0234\u00a0567,50\u00a0EUR", "12,5\u00a0%"),
        ("fi", "12,000", "1,234,567.50\u00a0EUR", "12.5%"),
    ],
)
def test_each_language_has_its_signs(language: str, number: str, amount: str, percent: str) -> None:
    assert count(12000, language) == number
    assert money(parse_money("1234567.50 EUR"), language) == amount
    assert percentage(parse_percent("12.5 %"), language) == percent


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Fraction(1), "100%"),
        (Fraction(2, 3), "67%"),
        (Fraction(1, 8), "13%"),
        (Fraction(9, 100), "9%"),
        (Fraction(255, 10000), "2.6%"),
        (Fraction(1, 1000), "0.1%"),
        (Fraction(1, 5000), "<0.1%"),
        (Fraction(0), "0%"),
    ],
)
def test_a_share_is_rounded_for_readers(part: Fraction, shown: str) -> None:
    assert share(part, "en") == shown


def test_an_amount_is_rounded_to_cents() -> None:
    assert money(Money(Fraction(16800), "EUR"), "en") == "16,800\u00a0EUR"
    assert money(Money(Fraction(10, 3), "EUR"), "en") == "3.33\u00a0EUR"
    assert money(Money(Fraction(1995, 1000), "EUR"), "en") == "2\u00a0EUR"
