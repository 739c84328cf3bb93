"""Logos: drawn shapes pass as they are, and nothing that could act, load or be missed does."""

from __future__ import annotations

import struct
import zlib
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.problems import RefusedError
from playbookgen.render import brand_picture

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">\n'
SHAPES = '<g fill="#0a5c8f"><path d="M0 0h10v10z"/><circle cx="5" cy="5" r="2" fill="white"/></g>'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def rebuilt(svg: str) -> str:
    return brand_picture(svg.encode(), "brand/logo.svg").data.decode()


def test_shapes_and_colours_stay() -> None:
    made = brand_picture(f"{OPEN}{SHAPES}</svg>".encode(), "logo.svg")
    root = ElementTree.fromstring(made.data)  # noqa: S314 # what we have just written
    assert [element.tag.rpartition("}")[2] for element in root.iter()] == [
        "svg",
        "g",
        "path",
        "circle",
    ]
    assert (made.kind, made.width, made.height) == ("svg", 40, 20)
    assert made.colours == frozenset({"#0a5c8f", "#ffffff"})


def test_a_shape_that_names_no_colour_is_black() -> None:
    made = brand_picture(f'{OPEN}<path d="M0 0h9z"/></svg>'.encode(), "logo.svg")
    assert made.colours == frozenset({"#000000"})


def test_styles_become_attributes_and_programs_leave_no_marks() -> None:
    text = rebuilt(
        '<?xml version="1.0"?><!-- Made by Somebody on C:\\Users\\me -->\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="20"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3">\n'
        "<metadata>Somebody</metadata><title>Secret name</title>"
        '<inkscape:grid/><path class="a" data-x="1" inkscape:label="me"'
        ' style="fill:#fff;-inkscape-font-specification:Sans;stroke:none" d="M0 0h9z"/></svg>'
    )
    assert 'viewBox="0 0 40 20"' in text
    assert 'fill="#fff"' in text
    for mark in ("Somebody", "Users", "inkscape", "Secret", "style", "class", "data-"):
        assert mark not in text


def test_gradients_stay_and_refer_to_one_another() -> None:
    text = rebuilt(
        f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 9 9">'
        '<linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient>'
        '<linearGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(#b)"/></svg>'
    )
    assert 'href="#a"' in text
    assert 'fill="url(#b)"' in text


@pytest.mark.parametrize(
    ("inside", "line", "cure"),
    [
        ("<script>alert(1)</script>", 2, "plain SVG"),
        (f"{SHAPES}\n<text>Acme</text>", 3, "paths"),
        ("<style>.a{fill:red}</style>", 2, "style sheet"),
        ("<image href='data:image/png;base64,AAAA'/>", 2, "PNG"),
        ("<foreignObject><p>x</p></foreignObject>", 2, "plain SVG"),
        ("<a href='https://example.org'><path d='M0 0'/></a>", 2, "plain SVG"),
        ("<animate attributeName='x'/>", 2, "plain SVG"),
        ("<use href='#a'/>", 2, "symbols"),
        ("<svg viewBox='0 0 1 1'/>", 2, "plain SVG"),
        ("\n\n<path d='M0 0' onload='alert(1)'/>", 4, "Delete"),
        ("<path d='M0 0' ONCLICK='alert(1)'/>", 2, "Delete"),
        ("<path d='M0 0' fill='url(https://example.org/a#b)'/>", 2, "plain SVG"),
        ("<path d='M0 0' style='fill:url(//example.org/#a)'/>", 2, "plain SVG"),
        ("<path d='M0 0' style='filter:url(#a)'/>", 2, "plain SVG"),
        ("<path d='M0 0' filter='url(#a)'/>", 2, "plain SVG"),
        ("<linearGradient href='other.svg#a'/>", 2, "href"),
        ("<linearGradient href='javascript:alert(1)'/>", 2, "href"),
        ("<path d='M0 0' fill='expression(alert(1))&quot;'/>", 2, "plain SVG"),
        ("<path id='a b' d='M0 0'/>", 2, "Rename"),
        ("<path", 2, "plain SVG"),
    ],
)
def test_what_acts_or_loads_is_refused_with_line_and_cure(
    inside: str, line: int, cure: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        rebuilt(f"{OPEN}{inside}</svg>")
    (problem,) = refused.value.problems
    assert (problem.code, problem.location.path) == ("PB512", "brand/logo.svg")
    assert problem.location.line == line
    assert cure in problem.cure


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        "<svg/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1 1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 10"/>',
        OPEN + "<g>" * 70 + "</g>" * 70 + "</svg>",
        OPEN + "<path/>" * 6000 + "</svg>",
        "<",
        "no picture at all",
        '<?xml version="1.0" encoding="latin-2000"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "",
    ],
)
def test_what_is_no_logo_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        rebuilt(text)


@given(st.text(max_size=40), st.sampled_from(["fill", "d", "style", "href", "id", "transform"]))
def test_no_value_brings_anything_with_it(value: str, name: str) -> None:
    written = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    try:
        text = rebuilt(f'{OPEN}<path {name}="{written}"/></svg>')
    except RefusedError:
        return
    root = ElementTree.fromstring(text)  # noqa: S314 # what we have just written
    assert len(list(root.iter())) == 2
    assert "//" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "javascript" not in text.lower()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 2, height: int = 1, *, more: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" + b"\xff\0\0" * 2)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + more
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def test_a_png_keeps_its_pixels_and_loses_what_it_tells_of_its_maker() -> None:
    told = png(more=chunk(b"tEXt", b"Author\0Somebody")) + b"<script>alert(1)</script>"
    made = brand_picture(told, "logo.png")
    assert made.data == png()
    assert (made.kind, made.width, made.height) == ("png", 2, 1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png()[:-12], "cut off"),
        (png()[:40], "cut off"),
        (png()[:-20] + b"\0" * 20, "damaged"),
        (png(5000, 1), "5000"),
        (png(0, 1), "0 ×"),
        (b"\x89PNG\r\n\x1a\n", "header"),
        (b"GIF89a", "neither"),
        (b"\xff\xd8\xff\xe0", "neither"),
    ],
)
def test_a_broken_or_huge_png_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        brand_picture(data, "brand/logo.png")
    (problem,) = refused.value.problems
    assert words in problem.message
    assert problem.cure
