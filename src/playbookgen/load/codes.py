"""The kinds of mistakes that loading can find: code, cure, and whether the file is refused."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.problems import Severity

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 200_000


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake; a refused one is unsafe or over a limit."""

    code: str
    cure: str
    refused: bool = False
    severity: Severity = Severity.ERROR


SYNTAX = Kind("PB101", "Compare the line with the one above it: indentation, quotes, colons.")
DUPLICATE_KEY = Kind("PB102", "Keep one of the two, or give one of them another key.")
ENCODING = Kind("PB103", "Save the file as UTF-8.", refused=True)
CHARACTER = Kind(
    "PB104", "Delete it; an editor that shows invisible characters shows it.", refused=True
)
TAB = Kind("PB105", "Indent with spaces: replace each tab by two of them.")
TAG = Kind("PB106", "Delete the tag; if “!” belongs to the text, put it in double quotes.", True)
ALIAS = Kind(
    "PB107",
    "Write the value out; if “&” or “*” belongs to the text, put it in double quotes.",
    True,
)
MERGE_KEY = Kind("PB108", "Write the keys out where they are needed.", refused=True)
DIRECTIVE = Kind("PB109", "Delete the line that begins with “%”.", refused=True)
SECOND_DOCUMENT = Kind("PB110", "Put it into a file of its own, or delete the “---”.")
KEY = Kind("PB111", "Write the key as a short text before the colon.")
DEPTH = Kind("PB112", f"Nest at most {MAX_DEPTH} levels.", refused=True)
NODES = Kind("PB113", f"Split the file: at most {MAX_NODES:,} keys and values fit.", refused=True)
SIZE = Kind("PB114", "Split the file: at most 4 MiB are read.", refused=True)
EMPTY = Kind("PB115", "Begin with “format: 1”.")
ROOT = Kind("PB116", "Write “key: value” lines, beginning with “format: 1”.")
LOST_TEXT = Kind(
    "PB117",
    "If it belongs to the text, put the whole text in double quotes; "
    "if it is a comment, write a space after the “#”.",
    severity=Severity.WARNING,
)
MISSING_FILE = Kind("PB121", "Create it, or correct its name.")
UNREADABLE = Kind("PB122", "See that it is a plain file that you may read.")
SYMLINK = Kind("PB123", "Put the file or folder itself in its place.", refused=True)
OUTSIDE = Kind("PB124", "Name a folder inside the workspace, such as playbooks.", refused=True)
NO_WORKSPACE = Kind("PB125", "Run “playbookgen init” to make one, or name its folder.")
FOLDER_NAME = Kind("PB126", "Rename the folder, for example to sales-process.")
SAME_NAME = Kind("PB127", "Rename one of the two folders.")
NO_PLAYBOOK = Kind(
    "PB128", "Add playbook.yaml, or move the folder elsewhere.", severity=Severity.WARNING
)
FONT = Kind(
    "PB129",
    "Name a TrueType or OpenType file (.ttf, .otf, .ttc) in the workspace, "
    "such as fonts/NotoSans-Regular.ttf.",
)
WATCH = Kind(
    "PB130", "Let the system watch more files; or run draw without --watch, build instead of serve."
)
PICTURE = Kind(
    "PB131",
    "Name an SVG or PNG file of at most 256 KiB in the workspace, such as brand/logo.svg.",
)
FRONT_MATTER = Kind(
    "PB132",
    "Delete the lines from --- to ---; the title of a page is its first heading.",
    refused=True,
)
PAGE_NAME = Kind("PB133", "Rename the file, for example to first-steps.md.")
