"""Dates as a language writes them in full."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
    "decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def full_date(day: date, language: str) -> str:
    """The day with its month as a word, or with the signs of Japanese; no part can be mistaken."""
    primary = language.partition("-")[0]
    if primary == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    if primary not in _MONTHS:
        return day.isoformat()
    month = _MONTHS[primary].split()[day.month - 1]
    end = "\u00a0г." if primary == "ru" else ""
    # The day stays with its month where a line breaks.
    return f"{day.day}\u00a0{month} {day.year}{end}"
