"""Values that people write as text: ids, durations, percentages, money, dates, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

SLUG_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DURATION_PATTERN = (
    r"^[0-9]+(\.[0-9]+)?( ?[-–] ?[0-9]+(\.[0-9]+)?)? ?(min|h|hours?|days?|weeks?|months?|years?)$"
)
PERCENT_PATTERN = r"^[0-9]{1,3}(\.[0-9]+)? ?%$"
COUNT_PATTERN = r"^[0-9]{1,9}$"
MONEY_PATTERN = r"^([0-9]{1,15}|[0-9]{1,3}( [0-9]{3}){1,4})(\.[0-9]{1,2})? [A-Z]{3}$"
COLOUR_PATTERN = r"^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
MAX_SLUG = 60
RESERVED_SLUGS = frozenset(
    ["con", "prn", "aux", "nul", "index", "assets", "search", "start", "end", "exit"]
    + [f"{name}{digit}" for name in ("com", "lpt") for digit in range(10)]
)
"""Device names that Windows refuses as files, and the names that the site or format use."""

_REMEMBERED = 4096
"""How many texts each parser remembers: a workspace says the same ids and times again and again."""

MINUTES_BY_UNIT: Mapping[str, int] = MappingProxyType(
    {
        "min": 1,
        "h": 60,
        "hour": 60,
        "day": 1440,
        "week": 10_080,
        "month": 43_200,
        "year": 525_600,
    }
)
"""The units of durations, in the singular."""


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A span of time, or a range of spans, in minutes; a month counts 30 days."""

    least: Fraction
    most: Fraction
    written: str = ""

    def __str__(self) -> str:
        return self.written


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share of one hundred, exact."""

    value: Fraction
    written: str = ""

    def __str__(self) -> str:
        return self.written


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in a currency, by its three-letter code (ISO 4217)."""

    amount: Fraction
    currency: str
    written: str = ""

    def __str__(self) -> str:
        return self.written


@lru_cache(maxsize=_REMEMBERED)
def parse_slug(text: str) -> str:
    """An id: short ASCII words joined by hyphens. Raises ValueError."""
    if not re.fullmatch(SLUG_PATTERN, text) or len(text) > MAX_SLUG:
        raise ValueError(
            "an id is made of lower-case ASCII letters, digits and single hyphens, "
            f"starts with a letter and has at most {MAX_SLUG} characters"
        )
    if text in RESERVED_SLUGS:
        raise ValueError(f"“{text}” is reserved and cannot be an id")
    return text


def parse_text(text: str) -> str:
    """Text with something in it, outer space removed. Raises ValueError."""
    stripped = text.strip()
    if not stripped:
        raise ValueError("this needs some text")
    return stripped


def parse_flag(text: str) -> bool:
    """Yes or no. Raises ValueError."""
    if text in ("true", "yes"):
        return True
    if text in ("false", "no"):
        return False
    raise ValueError("write true or false")


@lru_cache(maxsize=_REMEMBERED)
def parse_duration(text: str) -> Duration:
    """A duration such as `30 min`, `2-4 weeks`. Raises ValueError."""
    if not re.fullmatch(DURATION_PATTERN, text):
        raise ValueError("write a duration such as 30 min, 2 h, 3 days, 2-4 weeks or 6 months")
    numbers = [Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    unit = MINUTES_BY_UNIT[_unit_in(text)]
    least, most = numbers[0] * unit, numbers[-1] * unit
    if least > most:
        raise ValueError("a range runs from the shorter to the longer time")
    return Duration(least, most, text)


def unit_of(duration: Duration) -> str:
    """The unit in which a duration was written, as `MINUTES_BY_UNIT` has it."""
    return _unit_in(duration.written)


def _unit_in(text: str) -> str:
    letters: str = re.findall(r"[a-z]+$", text)[0]
    return letters.removesuffix("s")


@lru_cache(maxsize=_REMEMBERED)
def parse_percent(text: str) -> Percent:
    """A percentage from 0 % to 100 %. Raises ValueError."""
    if not re.fullmatch(PERCENT_PATTERN, text):
        raise ValueError("write a percentage such as 25%")
    value = Fraction(text.rstrip("% "))
    if value > 100:
        raise ValueError("a percentage is at most 100%")
    return Percent(value, text)


def parse_colour(text: str) -> str:
    """A colour as #rrggbb, written with three or six hexadecimal digits. Raises ValueError."""
    if not re.fullmatch(COLOUR_PATTERN, text):
        raise ValueError(
            'write a colour in hexadecimal digits and in quotes, such as “"#0a5c8f"”: '
            "without quotes, “#” begins a comment"
        )
    digits = text.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def parse_count(text: str) -> int:
    """A whole number. Raises ValueError."""
    if not re.fullmatch(COUNT_PATTERN, text):
        raise ValueError("write a whole number such as 12")
    return int(text)


def parse_money(text: str) -> Money:
    """An amount with its currency, such as `48000 EUR` or `48 000 EUR`. Raises ValueError."""
    if not re.fullmatch(MONEY_PATTERN, text):
        raise ValueError(
            "write an amount and the three letters of its currency, such as 48000 EUR; "
            "a point stands before cents, a space may stand between thousands"
        )
    amount, _, currency = text.rpartition(" ")
    return Money(Fraction(amount.replace(" ", "")), currency, text)


def parse_date(text: str) -> date:
    """A calendar date, year first. Raises ValueError."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("write a date as year-month-day, such as 2026-03-31")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("this day is not in the calendar") from None


def parse_language(text: str) -> str:
    """A language tag such as `ro` or `pt-BR` (BCP 47). Raises ValueError."""
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise ValueError("write a language tag such as en, ru, ro or ja")
    return text
