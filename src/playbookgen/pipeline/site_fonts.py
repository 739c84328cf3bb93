"""The fonts that a run's sites ship, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from playbookgen import load, render
from playbookgen.model.web_fonts import WebFont
from playbookgen.problems import Location, Problem


class SiteFonts:
    """Makes the fonts of one site after the other; keeps which letters none of them has."""

    def __init__(self, named: load.NamedFonts) -> None:
        self.named = named
        self.faces = render.faces_of(named.files, named.places)
        self.place = named.places[0] if named.places else Location("")
        self.missing: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self.faces)

    def __call__(self, characters: Mapping[str, frozenset[int]]) -> Sequence[WebFont]:
        """The fonts of a site whose pages need these characters, by language."""
        self.missing.update(*characters.values())
        return render.web_fonts(characters, self.faces)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warning about letters that no font has; where none is named, nothing is missed."""
        return self.lacking([self.missing])

    def lacking(self, characters: Iterable[Iterable[int]]) -> tuple[Problem, ...]:
        """As `problems`, for what sites are made of."""
        if not self.faces:
            return ()
        return render.lacking({*chain.from_iterable(characters)}, self.faces, self.place)
