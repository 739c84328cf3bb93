"""Dense maps that are no flowcharts, for benchmarks and for tests that count work.

Two of each kind: about forty elements, as in a large playbook, and far more than any should have.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from playbookgen.model.diagram import (
    Board,
    BoardColumn,
    Cell,
    Comparison,
    Diagram,
    Edge,
    Funnel,
    FunnelStep,
    Matrix,
    Node,
    NodeKind,
    Row,
    Timeline,
    TimelineEvent,
    TimeScale,
)

_TITLES = (
    "Qualify the enquiry",
    "Management review",
    "Interdepartmental coordination",
    "Согласование условий договора",
    "Înțelegerea nevoilor clientului",
    "カスタマーサクセス担当への引き継ぎ",
    "Pilot",
)
_NOTE = "Who decides by which criteria, and what has to happen by which date"


def dense_maps() -> Iterator[tuple[str, Diagram]]:
    """Each map with a name that tells its kind and size."""
    yield "board-40", board(8, 5)
    yield "board-2000", board(40, 50)
    yield "comparison-40", comparison(20)
    yield "comparison-400", comparison(200)
    yield "funnel-40", funnel(40)
    yield "funnel-1000", funnel(1000)
    yield "matrix-40", matrix(40, 8)
    yield "matrix-5000", matrix(5000, 8)
    yield "timeline-40", timeline(40)
    yield "timeline-1000", timeline(1000)


def board(columns: int, cards: int) -> Board:
    """So many columns with so many cards each."""
    return Board("board", "A board", "A board.", "en", tuple(_columns(columns, cards)))


def _columns(columns: int, cards: int) -> Iterator[BoardColumn]:
    for at in range(columns):
        head = Node(f"c{at}", NodeKind.HEADING, _title(at))
        facts = (Node(f"c{at}.fact", NodeKind.FACT, f"Probability: {at} %"),)
        own = (
            Node(f"c{at}.{card}", NodeKind.CARD, _title(at + card), _note(card))
            for card in range(cards)
        )
        yield BoardColumn(head, facts, tuple(own), share=Fraction(at % 11, 10))


def comparison(stages: int) -> Comparison:
    """So many stages on either side; some become two, some cross, some are dropped."""
    left = tuple(Node(f"a{at}", NodeKind.TODAY, _title(at), _note(at)) for at in range(stages))
    right = tuple(Node(f"b{at}", NodeKind.STAGE, _title(at + 1)) for at in range(stages))
    edges = {
        (f"a{at}", f"b{to}")
        for at in range(stages)
        for to in (at, at + 1 if at % 5 == 0 else at, at - 2 if at % 7 == 3 else at)
        if at % 9 != 8 and 0 <= to < stages
    }
    joined = tuple(Edge(source, target) for source, target in sorted(edges))
    captions = ("Today", "In future")
    return Comparison("as-is", "A comparison", "A map.", "en", captions, left, right, joined)


def funnel(stages: int) -> Funnel:
    """So many stages; of some the share is not known."""
    return Funnel("funnel", "A funnel", "A funnel.", "en", tuple(_steps(stages)))


def _steps(stages: int) -> Iterator[FunnelStep]:
    for at in range(stages):
        share = Fraction(stages - at, stages) if at % 10 != 9 else None
        said = "not stated" if share is None else f"{float(share):.1%}"
        node = Node(f"s{at}", NodeKind.FUNNEL, f"{at + 1}. {_title(at)}")
        yield FunnelStep(node, share, said, "95% go on" if at + 1 < stages else "")


def matrix(technologies: int, stages: int) -> Matrix:
    """Technologies, in categories of a hundred at most, against stages."""
    columns = tuple(
        Node(f"s{at}", NodeKind.HEADING, f"{at + 1}.\u00a0{_title(at)}") for at in range(stages)
    )
    rows = tuple(_row(at, columns) for at in range(technologies))
    shorts = tuple(str(at + 1) for at in range(stages))
    return Matrix("technologies", "A matrix", "A map.", "en", columns, rows, shorts, "Technology")


def _row(at: int, columns: tuple[Node, ...]) -> Row:
    head = Node(f"t{at}", NodeKind.HEADING, _title(at), "Owner: Management")
    first = at * 3 % len(columns)
    last = min(len(columns), first + 1 + at % 4)
    bar = Node(f"t{at}.bar", NodeKind.TECHNOLOGY, "")
    refs = tuple(column.ref for column in columns[first:last])
    return Row(head, (Cell(refs, (bar,)),), f"Category {at // 100}")


def timeline(events: int) -> Timeline:
    """So many events, several at one time now and then, against a scale."""
    last = max(1, events - 1)
    marks = tuple((Fraction(at, 5), f"{at * 30} days") for at in range(6))
    return Timeline(
        "journey",
        "A timeline",
        "A timeline.",
        "en",
        tuple(_event(at, Fraction(at - at % 3, last)) for at in range(events)),
        ("Deal stages", "The buyer", "We"),
        scale=TimeScale("Time to scale", marks),
    )


def _event(at: int, share: Fraction) -> TimelineEvent:
    kind = NodeKind.EVENT_OURS if at % 3 else NodeKind.EVENT_NONE
    stage = (Node(f"e{at}.stage", NodeKind.DEAL_STAGE, _title(at)),) if at % 4 == 0 else ()
    action = Node(f"e{at}.action", NodeKind.ACTION, _title(at + 2), "Account executive")
    node = Node(f"e{at}", kind, f"{at + 1}.\u00a0{_title(at)}")
    return TimelineEvent(node, f"day {at - at % 3}", stage, (action,), share)


def _title(at: int) -> str:
    """Different for each, so that no cache of texts makes dense maps look cheap."""
    return f"{_TITLES[at % len(_TITLES)]} {at}"


def _note(at: int) -> str:
    return _NOTE if at % 3 == 0 else ""
