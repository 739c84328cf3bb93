"""Numbers, percentages and amounts of money as a language writes them."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import NamedTuple

from playbookgen.model.values import Money, Percent

_NO_BREAK_SPACE = "\u00a0"


class _Signs(NamedTuple):
    """What stands before decimals, between thousands, and before the sign of percent."""

    point: str
    group: str
    before_percent: str = ""


_ENGLISH = _Signs(".", ",")
_SIGNS = {
    "en": _ENGLISH,
    "ja": _ENGLISH,
    "ro": _Signs(",", "."),
    "ru": _Signs(",", _NO_BREAK_SPACE, _NO_BREAK_SPACE),
}


def count(number: int, language: str) -> str:
    """A whole number, its thousands set apart."""
    return _grouped(number, _signs(language))


def percentage(percent: Percent, language: str) -> str:
    """A percentage with all the digits that were written."""
    return _percent(percent.written.rstrip("% "), _signs(language))


def share(part: Fraction, language: str) -> str:
    """A share of one as a percentage: with one decimal below 10 %, else with none."""
    percent = part * 100
    signs = _signs(language)
    if 0 < percent < Fraction(1, 10):
        return "<" + _percent("0.1", signs)
    tenths = _rounded(percent * 10) if percent < 10 else _rounded(percent) * 10
    whole, rest = divmod(tenths, 10)
    return _percent(f"{whole}.{rest}" if rest else f"{whole}", signs)


def money(value: Money, language: str) -> str:
    """An amount with its currency, in cents where it is not whole."""
    signs = _signs(language)
    whole, cents = divmod(_rounded(value.amount * 100), 100)
    decimals = f"{signs.point}{cents:02}" if cents else ""
    return f"{_grouped(whole, signs)}{decimals}{_NO_BREAK_SPACE}{value.currency}"


def _signs(language: str) -> _Signs:
    return _SIGNS.get(language.partition("-")[0], _ENGLISH)


def _grouped(number: int, signs: _Signs) -> str:
    return f"{number:,}".replace(",", signs.group)


def _percent(digits: str, signs: _Signs) -> str:
    return f"{digits.replace('.', signs.point)}{signs.before_percent}%"


def _rounded(number: Fraction) -> int:
    """The nearest whole number; half of one counts as one."""
    return floor(number + Fraction(1, 2))
