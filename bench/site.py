"""What a page of a site costs: its Markdown, MkDocs alone, and all that publishing adds to it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from playbookgen.model.playbook import Compartment
from playbookgen.publish import publish_compartment
from playbookgen.publish.assemble import assemble
from playbookgen.publish.links import check_links
from playbookgen.publish.mkdocs import build_parts
from playbookgen.render.pages import site_of
from tests.unit.pages import sample_site as sample

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def compartment(playbooks: int) -> Compartment:
    """A client with that many playbooks of five pages each."""
    one = sample.seven_steps()
    editions = tuple(replace(one, id=f"playbook-{number}") for number in range(playbooks))
    return replace(sample.compartment(), editions=editions, portal=())


def measure(playbooks: int) -> None:
    """Prints the cost of a site, in all and by page, and each part of it against MkDocs alone."""
    whole = compartment(playbooks)
    writing, site = timed(lambda: site_of(whole, sample.pictures(whole)))
    pages = sum(len(part.pages) for part in site.parts)
    with tempfile.TemporaryDirectory() as folder:
        building, built = timed(lambda: build_parts(site, Path(folder, "work")))
        assembling, tree = timed(lambda: assemble(site, built, map_css=""))
        checking, _ = timed(lambda: check_links(tree))
        publishing, _ = timed(lambda: publish_compartment(site, Path(folder, "out"), map_css=""))
    print(f"\n{playbooks} playbooks, {pages} pages, published in {publishing:.2f} s")
    for name, seconds in [
        ("Markdown", writing),
        ("MkDocs alone", building),
        ("pictures, theme, titles", assembling),
        ("links", checking),
        ("published, all in all", publishing),
    ]:
        each = seconds / pages * 1000
        print(f"  {name:24} {each:7.2f} ms a page  {seconds / building:6.2f} × MkDocs alone")


if __name__ == "__main__":
    for number in [int(text) for text in sys.argv[1:]] or [1, 20]:
        measure(number)
