r"""Writes layout/advance_widths.py from the tables of the three sans-serif fonts given.

Usage: python tools/advance_widths.py FONT FONT FONT BOLD BOLD BOLD \
    > src/playbookgen/layout/advance_widths.py
The fonts meant are Noto Sans, DejaVu Sans and Liberation Sans, regular and bold. Semibold text is
measured by the bold ones: browsers take these where a family has no semibold face, as two of the
three have none, and where there is one it is a little narrower only.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fontTools.ttLib import TTFont

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # General Punctuation
    (0x20A0, 0x20BF),  # Currency Symbols
    (0x2100, 0x214F),  # Letterlike Symbols
    (0x2190, 0x21FF),  # Arrows
    (0x2200, 0x2265),  # Mathematical Operators
    (0x25A0, 0x25CF),  # Geometric Shapes
    (0x2713, 0x2718),  # Check marks and crosses
)
HEADER = '''"""Advance widths of characters in 1/1000 em; made by tools/advance_widths.py.

Facts of the free fonts Noto Sans, DejaVu Sans and Liberation Sans: for each character the middle
between the narrowest and the widest of the three, so that text set in any of them is near it.
"""

from __future__ import annotations
'''
FOOTER = '''}}
"""Runs of widths of {weight} faces by the code point that each begins with."""
{default_name} = {default}
"""For any other character: the middle of the widths of small letters."""
'''


def advances(path: str) -> dict[int, float]:
    """The widths of one font by code point, in thousandths."""
    font = TTFont(path)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return {point: metrics[name][0] * scale for point, name in font.getBestCmap().items()}


def wanted() -> Iterator[int]:
    """The code points that have a width of their own."""
    for first, last in RANGES:
        for point in range(first, last + 1):
            if unicodedata.category(chr(point)) not in ("Cn", "Cf", "Mn", "Me", "Cc", "Zl", "Zp"):
                yield point


def blend(fonts: Iterable[dict[int, float]]) -> dict[int, int]:
    """The middle of the narrowest and the widest advance of each code point."""
    tables = list(fonts)
    found = {point: [table[point] for table in tables if point in table] for point in wanted()}
    return {
        point: round((min(widths) + max(widths)) / 2) for point, widths in found.items() if widths
    }


def runs(widths: dict[int, int]) -> Iterator[list[int]]:
    """The code points in runs without a hole."""
    run: list[int] = []
    for before, point in pairwise([-2, *sorted(widths)]):
        if run and point != before + 1:
            yield run
            run = []
        run.append(point)
    yield run


def table(prefix: str, weight: str, widths: dict[int, int]) -> Iterator[str]:
    """The lines of one table and of what holds for all other characters."""
    yield f"{prefix}BLOCKS = {{"
    for run in runs(widths):
        numbers = [str(widths[point]) for point in run]
        rows = [" ".join(numbers[at : at + 20]) for at in range(0, len(numbers), 20)]
        if len(rows) == 1:
            yield f'    0x{run[0]:04X}: "{rows[0]}",'
        else:
            yield f'    0x{run[0]:04X}: """'
            yield from (f"        {row}" for row in rows)
            yield '    """,'
    small = [widths[point] for point in range(ord("a"), ord("z") + 1)]
    default = round(sum(small) / len(small))
    said = FOOTER.format(weight=weight, default_name=f"{prefix}DEFAULT", default=default)
    yield said.rstrip("\n")


def main() -> None:
    """The module, on standard output."""
    fonts = [advances(path) for path in sys.argv[1:]]
    half = len(fonts) // 2
    lines = [
        HEADER,
        *table("", "regular", blend(fonts[:half])),
        *table("BOLD_", "bold", blend(fonts[half:])),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
