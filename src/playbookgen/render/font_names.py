"""Fonts worth looking for: file names by preference, folders by system, and cures by script."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

STRONG_BY_STEM = {
    "DejaVuSans": ("DejaVuSans-Bold",),
    "segoeui": ("seguisb", "segoeuib"),
    "arial": ("arialbd",),
    "Arial": ("Arial Bold",),
}
"""The semibold or bold faces of fonts whose names do not end in the weight."""
PREFERRED = (
    "NotoSans-Regular",
    "NotoSans[wght]",
    "NotoSans-VariableFont_wdth,wght",
    "NotoSansCJK-Regular",
    "NotoSansCJKjp-Regular",
    "NotoSansJP-Regular",
    "NotoSansJP[wght]",
    "DejaVuSans",
    "LiberationSans-Regular",
    "segoeui",
    "arial",
    "Arial",
    "Arial Unicode",
    "Helvetica",
    "SFNS",
    "ヒラギノ角ゴシック W3",
    "YuGothR",
    "YuGothM",
    "meiryo",
    "msgothic",
    "ipagp",
    "ipag",
    "TakaoPGothic",
    "VL-PGothic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArabic-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
)
"""Stems of sans-serif font files, the one that texts are measured for first."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script that playbooks are written in, by characters that a font for it must have."""

    name: str
    sample: str
    debian: str
    macos: str
    windows: str

    @property
    def cure(self) -> str:
        """How to get a font for this script."""
        return (
            f"Install one (Debian and Ubuntu: apt install {self.debian}; macOS: {self.macos}; "
            f"Windows: {self.windows}), name a file with --font FILE, "
            "or put one into the workspace and name it under fonts: in playbookgen.yaml."
        )


SCRIPTS = (
    Script("Latin", "AzĂÂÎȘȚăâîșț", "fonts-noto-core", "built in: Helvetica", "built in: Segoe UI"),
    Script("Cyrillic", "ЯяЁёЩщ", "fonts-noto-core", "built in: Helvetica", "built in: Segoe UI"),
    Script(
        "Japanese",
        "あアー販売契約、。",
        "fonts-noto-cjk",
        "built in: Hiragino Sans",
        "Settings, Optional features, Japanese Supplemental Fonts",
    ),
)
OTHER = Script(
    "another script",
    "",
    "fonts-noto",
    "a Noto Sans font for the script, by Font Book",
    "Settings, Optional features, the supplemental fonts of the language",
)


def script_of(character: str) -> Script:
    """The script whose cure helps with this character."""
    code = ord(character)
    if code < 0x0370 or 0x1E00 <= code < 0x1F00 or 0x2000 <= code < 0x2100:
        return SCRIPTS[0]
    if 0x0400 <= code < 0x0530:
        return SCRIPTS[1]
    if 0x2E80 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0xFF00 <= code < 0xFFF0:
        return SCRIPTS[2]
    return OTHER


def font_folders() -> tuple[Path, ...]:
    """The folders where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        folders = ("/System/Library/Fonts", "/Library/Fonts")
        return (*map(Path, folders), home / "Library/Fonts")
    folders = ("/usr/share/fonts", "/usr/local/share/fonts")
    return (*map(Path, folders), home / ".local/share/fonts", home / ".fonts")
