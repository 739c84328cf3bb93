"""Placed diagrams → DOT → SVG, PNG and PDF, by an engine that may fail; pages by templates."""

from __future__ import annotations

from playbookgen.render.brand import brand_picture, page_css
from playbookgen.render.dot import dot_source
from playbookgen.render.engine import ENGINE_BY_NAME, DotProcessEngine, DrawingEngine, Drawn, Engine
from playbookgen.render.report import EngineReport, ScriptFont, engine_report
from playbookgen.render.styles import standalone_css, theme_css
from playbookgen.render.svg import svg_document
from playbookgen.render.themes import THEME_BY_NAME, Theme, brand_theme
from playbookgen.render.typesetting import pdf_of, png_of
from playbookgen.render.web_fonts import faces_of, lacking, web_fonts

__all__ = [
    "ENGINE_BY_NAME",
    "THEME_BY_NAME",
    "DotProcessEngine",
    "DrawingEngine",
    "Drawn",
    "Engine",
    "EngineReport",
    "ScriptFont",
    "Theme",
    "brand_picture",
    "brand_theme",
    "dot_source",
    "engine_report",
    "faces_of",
    "lacking",
    "page_css",
    "pdf_of",
    "png_of",
    "standalone_css",
    "svg_document",
    "theme_css",
    "web_fonts",
]
