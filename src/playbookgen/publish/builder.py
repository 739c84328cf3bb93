"""A process of its own that builds sites: `python -m playbookgen.publish.builder NAME FILE …`.

A process, because a builder changes the state of the interpreter it runs in, may hang, and takes
its settings from the environment; one for all parts of a compartment, because starting it and
importing a builder takes longer than building a small part.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

MEMORY_LIMIT = 4 * 1024**3


def main(name: str, configurations: list[str]) -> int:
    """Builds each configuration in turn; 1 and the builder's own words if one fails."""
    limit_memory()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    return _BUILD_BY_NAME[name](configurations)


def _with_mkdocs(configurations: list[str], package: str = "mkdocs") -> int:
    """With MkDocs, or with a package that has all that it has."""
    build = import_module(f"{package}.commands.build").build
    load_config = import_module(f"{package}.config").load_config
    exceptions = import_module(f"{package}.exceptions")
    name = "MkDocsException" if package == "mkdocs" else "ProperDocsException"
    for path in configurations:
        try:
            build(load_config(path))
        except (exceptions.Abort, getattr(exceptions, name)) as error:
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


def _with_properdocs(configurations: list[str]) -> int:
    """With ProperDocs, which stands in for MkDocs where a theme asks for that."""
    import_module("properdocs.replacement")
    return _with_mkdocs(configurations, "properdocs")


def _with_zensical(configurations: list[str]) -> int:
    """With Zensical, which ends the process itself if it finds a mistake."""
    build = import_module("zensical").build
    for path in configurations:
        build(path, {"clean": False, "strict": True})
    return 0


_BUILD_BY_NAME: dict[str, Callable[[list[str]], int]] = {
    "material": _with_mkdocs,
    "properdocs": _with_properdocs,
    "zensical": _with_zensical,
}


def limit_memory() -> None:
    """Keeps a runaway build from taking the machine down, where the system can."""
    if find_spec("resource"):
        resource = import_module("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(OSError, ValueError):  # a lower limit is set already, or macOS refuses it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
