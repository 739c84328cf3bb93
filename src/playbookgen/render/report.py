"""What there is to draw with: the engine and its version, and a font for each script."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.problems import EngineError
from playbookgen.render.engine import Engine
from playbookgen.render.font_names import SCRIPTS, Script
from playbookgen.render.fonts import fonts_for


@dataclass(frozen=True, slots=True)
class ScriptFont:
    """Whether a script can be drawn in PNG and PDF, with which fonts, or how to get one."""

    script: str
    families: tuple[str, ...]
    cure: str


@dataclass(frozen=True, slots=True)
class EngineReport:
    """The engine that draws, and the fonts that PNG and PDF find."""

    engine: str
    version: str
    """Empty if the engine does not start."""
    cure: str
    fonts: tuple[ScriptFont, ...]


def engine_report() -> EngineReport:
    """What is there and what is missing, found by trying."""
    fonts = tuple(_script_font(script) for script in SCRIPTS)
    try:
        with Engine(jobs=1) as engine:
            return EngineReport(engine.name, engine.version, "", fonts)
    except EngineError as error:
        return EngineReport(Engine.name, "", error.problems[0].cure, fonts)


def _script_font(script: Script) -> ScriptFont:
    try:
        found = fonts_for(script.sample)
    except EngineError as error:
        return ScriptFont(script.name, (), error.problems[0].cure)
    return ScriptFont(script.name, tuple(font.family for font in found), "")
