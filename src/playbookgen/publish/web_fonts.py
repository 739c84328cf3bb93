"""Web fonts in a built site: what its pages need, the files, and the rules that use them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from playbookgen.model.web_fonts import WebFont

FontMaker = Callable[[Mapping[str, frozenset[int]]], Sequence[WebFont]]
"""What makes the fonts of a site of the code points that its pages in each language need."""

_FOLDER = "fonts"
_STYLES = "stylesheets/"
_LANGUAGE = re.compile(r'<html\b[^<>]*\slang="([A-Za-z0-9\-]+)"')
_CONTENT = re.compile(r'content:\s*"([^"\\]*)"')
_OTHERS = (
    "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, "
    "'Hiragino Sans', 'Noto Sans CJK JP', 'Yu Gothic', sans-serif"
)
"""The reader's own fonts, for what the site's do not have."""


_UNSEEN = frozenset(range(0x20)) | {0x7F, 0xAD, 0xFEFF} | set(range(0x200B, 0x2010))
"""Controls and marks without a shape."""


def add_web_fonts(tree: dict[str, bytes], stylesheet: str, make: FontMaker) -> None:
    """Puts the fonts that `make` makes into a built site, whose style sheet then uses them."""
    fonts = tuple(make(characters_of(tree, tree[stylesheet].decode())))
    if not fonts:
        return
    names = [f"{_FOLDER}/{font.family}-{number}.woff2" for number, font in enumerate(fonts, 1)]
    for name, font in zip(names, fonts, strict=True):
        tree[_STYLES + name] = font.data
    tree[stylesheet] += f"\n{_rules(fonts, names)}".encode()


def characters_of(tree: Mapping[str, bytes], styles: str) -> dict[str, frozenset[int]]:
    """The code points of all pages by language, those included that the style sheet puts there."""
    found: dict[str, set[str]] = {}
    for path, data in tree.items():
        if path.endswith(".html"):
            page = data.decode()
            language = _LANGUAGE.search(page)
            name = language[1] if language else "en"
            found.setdefault(name, set("".join(_CONTENT.findall(styles)))).update(
                html.unescape(page)
            )
    return {name: frozenset(map(ord, each)) - _UNSEEN for name, each in found.items()}


def _rules(fonts: Sequence[WebFont], names: Sequence[str]) -> str:
    faces = [_face(font, name) for font, name in zip(fonts, names, strict=True)]
    languages = dict.fromkeys(font.language for font in fonts)
    return "\n".join([*faces, *(rule for each in languages for rule in _uses(each, fonts))]) + "\n"


def _face(font: WebFont, name: str) -> str:
    style = "italic" if font.italic else "normal"
    return (
        f'@font-face {{ font-family: "{font.family}"; src: url("{name}") format("woff2"); '
        f"font-weight: {font.weight}; font-style: {style}; font-display: swap; "
        f"unicode-range: {', '.join(_ranges(font.characters))}; }}"
    )


def _uses(language: str, fonts: Iterable[WebFont]) -> Iterator[str]:
    """What pages in a language are set in: its own fonts, then those of the other languages."""
    own_first = sorted(fonts, key=lambda font: font.language != language)
    families = dict.fromkeys(f'"{font.family}"' for font in own_first)
    stack = f"{', '.join(families)}, {_OTHERS}"
    yield f"html:lang({language}) body {{ --md-text-font-family: {stack}; }}"
    yield f"html:lang({language}) .pg-map {{ font-family: {stack}; }}"


def _ranges(characters: Iterable[int]) -> Iterator[str]:
    """The code points as `unicode-range` writes them."""
    start = last = -1
    for code in [*sorted(characters), 0x110001]:
        if code != last + 1:
            if start >= 0:
                yield f"U+{start:X}" if start == last else f"U+{start:X}-{last:X}"
            start = code
        last = code
