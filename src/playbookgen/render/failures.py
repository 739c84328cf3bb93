"""What can go wrong in drawing: the codes PB501 to PB514 and their cures.

Those of layouts, PB515 to PB517, are in the pipeline, which knows where maps are written.
"""

from __future__ import annotations

from playbookgen.problems import EngineError, Location, Problem, RefusedError, Severity


def _problem(code: str, message: str, cure: str, *, about: object = "") -> Problem:
    """A problem of the drawing of `about`; a map has no line of its own to point at."""
    return Problem(code, message, Location(str(about)), cure)


def engine_missing(name: str, why: str) -> EngineError:
    """The engine cannot be started at all."""
    cure = "Run `playbookgen doctor` to see what is installed, or choose another `--engine`."
    return EngineError(_problem("PB501", f"The drawing engine {name} does not start: {why}", cure))


def crashed(about: object) -> Problem:
    """The engine died while it drew this map."""
    cure = "Report the map's DOT (`playbookgen draw … -o map.dot`); the other maps are drawn."
    return _problem("PB502", "The drawing engine stopped while drawing this map", cure, about=about)


def hung(about: object, *, seconds: float) -> Problem:
    """The engine did not finish this map in time."""
    cure = "Split the map into smaller ones, or allow it more time."
    message = f"The drawing engine did not finish this map within {seconds:g} s"
    return _problem("PB503", message, cure, about=about)


def refused(about: object, why: str) -> Problem:
    """The engine answered that it cannot draw this map."""
    cure = "Report the map's DOT (`playbookgen draw … -o map.dot`); the other maps are drawn."
    return _problem("PB504", f"The drawing engine refused this map: {why}", cure, about=about)


def incomplete(about: object, why: str) -> Problem:
    """What the engine gave back is not the drawing that was asked for."""
    cure = "Run `playbookgen doctor` to see which engine draws; try the built-in one."
    return _problem("PB505", f"The drawing is not complete: {why}", cure, about=about)


def unwritable(text: str, character: str) -> RefusedError:
    """A text holds a character that neither SVG nor DOT can carry."""
    message = f"The text {text[:40]!r} holds U+{ord(character):04X}, which no picture can carry"
    return RefusedError(_problem("PB506", message, "Remove the character."))


def unsafe_link(href: str) -> RefusedError:
    """A link that is neither relative nor http, https or mailto."""
    cure = "Use a relative link, or one that starts with https://, http:// or mailto:."
    return RefusedError(_problem("PB507", f"This link may not stand in a map: {href[:60]!r}", cure))


def font_missing(characters: str, cure: str) -> EngineError:
    """No font at hand has glyphs for these characters."""
    shown = ", ".join(characters[:12]) + (" …" if len(characters) > 12 else "")
    return EngineError(_problem("PB508", f"No font here has glyphs for {shown}", cure))


def font_unusable(path: str) -> EngineError:
    """A named font file cannot be read as a font."""
    cure = "Name a TrueType or OpenType file (.ttf, .otf, .ttc)."
    return EngineError(_problem("PB509", f"{path} cannot be read as a font", cure))


def too_large(size: str, most: str) -> EngineError:
    """The picture would be larger than its format, or a viewer's memory, allows."""
    cure = "Choose a smaller --scale or --pixels, or draw the map as SVG."
    return EngineError(_problem("PB511", f"The picture would be {size}, over {most}", cure))


def typesetting_failed(why: str) -> EngineError:
    """The picture could not be made into PNG or PDF."""
    return EngineError(
        _problem("PB510", f"The picture could not be made: {why}", "Report it with the map's SVG.")
    )


def picture_unusable(path: str, line: int, why: str, cure: str) -> RefusedError:
    """A brand's picture that may not stand on pages as it is."""
    where = Location(path, line, 1 if line else 0)
    return RefusedError(Problem("PB512", why, where, cure))


def web_font_unusable(why: str, where: Location) -> RefusedError:
    """A font file that cannot be given to readers."""
    cure = "Name a font whose licence allows it, such as one under the SIL Open Font License."
    return RefusedError(Problem("PB513", why, where, cure))


def web_font_lacks(characters: str, cure: str, where: Location) -> Problem:
    """Characters of a site that no font of the workspace has; readers' own fonts show them."""
    shown = ", ".join(characters[:12]) + (" …" if len(characters) > 12 else "")
    message = f"No font of the workspace has glyphs for {shown}"
    return Problem("PB514", message, where, cure, Severity.WARNING)
