"""A process of its own that builds MkDocs sites: `python -m playbookgen.publish.builder FILE …`.

A process, because MkDocs changes the state of the interpreter it runs in, may hang, and takes its
settings from the environment; one for all parts of a compartment, because starting it and importing
MkDocs takes longer than building a small part.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from importlib.util import find_spec

MEMORY_LIMIT = 4 * 1024**3


def main(configurations: list[str]) -> int:
    """Builds each configuration in turn; 1 and MkDocs' own words if one fails."""
    _limit_memory()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    for path in configurations:
        try:
            build(load_config(path))
        except (Abort, MkDocsException) as error:
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


def _limit_memory() -> None:
    """Keeps a runaway build from taking the machine down, where the system can."""
    if find_spec("resource"):
        resource = import_module("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
