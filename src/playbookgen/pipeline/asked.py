"""What was asked for on the command line of draw: which playbook, map, language and sales type."""

from __future__ import annotations

from playbookgen import resolve
from playbookgen.model.playbook import Edition
from playbookgen.pipeline.check import Checked, CheckedPlaybook
from playbookgen.pipeline.map_names import MapName, map_names
from playbookgen.pipeline.named import playbook_named
from playbookgen.pipeline.workspace_maps import workspace_maps
from playbookgen.problems import (
    Location,
    PlaybookgenError,
    Problem,
    RefusedError,
    UsageError,
    printable,
)
from playbookgen.validate import did_you_mean

UNKNOWN_MAP = "PB802"
UNKNOWN_LANGUAGE = "PB810"
UNKNOWN_SALES_TYPE = "PB811"
_HERE = Location("playbookgen draw")


def edition_asked(
    checked: Checked, id_: str, *, language: str = ""
) -> tuple[CheckedPlaybook, Edition]:
    """The playbook with this id and its edition in this language. Raises what stands against it."""
    playbook = playbook_named(checked.playbooks, id_, location=_HERE)
    if playbook.edition is None:
        failure = RefusedError if checked.refused else PlaybookgenError
        raise failure(*playbook.problems)
    check_language(f"“{id_}”", playbook.edition.language, language)
    return playbook, playbook.edition


def check_language(what: str, written: str, asked: str) -> None:
    """Raises UsageError if something is not written in the language that is asked for."""
    if asked not in ("", written):
        cure = f"It is written in: {written}."
        raise usage(UNKNOWN_LANGUAGE, f"{what} is not written in “{asked}”", cure)


def map_asked(edition: Edition, name: str, *, sales_type: str = "") -> tuple[Edition, MapName]:
    """The map of this name, and the edition to draw it of: for one sales type, if one is named."""
    if not sales_type:
        return edition, _map_named(edition, name)
    types = [item.id for item in edition.sales_types]
    if sales_type not in types:
        cure = did_you_mean(sales_type, types) or "Draw it without --sales-type."
        message = f"“{edition.id}” has no sales type “{sales_type}”"
        raise usage(UNKNOWN_SALES_TYPE, message, cure)
    own = f"{name}:{sales_type}"
    if own in {chosen.name for chosen in map_names(edition)}:
        return edition, _map_named(edition, own)
    held = resolve.for_sales_type(edition, sales_type)
    return held, _map_named(held, name)


def _map_named(edition: Edition, name: str) -> MapName:
    by_name = {chosen.name: chosen for chosen in map_names(edition)}
    if name in by_name:
        return by_name[name]
    cure = did_you_mean(name, by_name) or "There is nothing in it yet that a map could show."
    raise usage(UNKNOWN_MAP, f"“{edition.id}” has no map “{name}”", cure)


def workspace_map_asked(checked: Checked, kind: str) -> str:
    """A kind of map of the whole workspace; untrue, and so refused, if a playbook has errors."""
    if kind in {playbook.id for playbook in checked.playbooks}:
        cure = "Name one after the playbook; playbookgen list shows them."
        raise usage(UNKNOWN_MAP, f"Which map of “{kind}” is to be drawn is not said", cure)
    if kind not in workspace_maps():
        cure = did_you_mean(kind, workspace_maps())
        raise usage(UNKNOWN_MAP, f"A workspace has no map “{kind}”", cure)
    if checked.exit_code:
        failure = RefusedError if checked.refused else PlaybookgenError
        raise failure(*checked.problems)
    return kind


def usage(code: str, message: str, cure: str) -> UsageError:
    """A mistake in how draw was called."""
    return UsageError(Problem(code, printable(message), _HERE, cure))
