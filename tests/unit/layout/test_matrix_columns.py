"""Columns of matrices: as wide as their words need, named wherever there is room."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.layout import place
from playbookgen.model.diagram import Matrix, Node, NodeKind
from tests.unit.layout.placed_faults import faults
from tests.unit.layout.test_matrix import by_ref, levels, table, words

JAPANESE = (
    *("プロスペクティング", "準備", "アプローチ", "プレゼンテーション"),
    *("反対意見への対応", "クロージング", "フォローアップ"),
)


def titled(*titles: str, rows: int = 2) -> Matrix:
    """A table whose columns have these titles."""
    matrix = table(len(titles), rows)
    heads = (
        replace(node, label=f"{at}.\u00a0{title}")
        for at, (node, title) in enumerate(zip(matrix.columns, titles, strict=True), start=1)
    )
    return replace(matrix, columns=tuple(heads))


def test_columns_are_as_wide_as_their_longest_words_and_alike_where_they_can_be() -> None:
    placed = place(titled(*JAPANESE), width=1120)
    nodes = by_ref(placed)
    heads = [nodes[f"c{at}"] for at in range(7)]
    said = ["".join(line.text for text in head.texts for line in text.lines) for head in heads]
    assert said == [f"{at}.\u00a0{title}" for at, title in enumerate(JAPANESE, start=1)]
    assert all(len(heads[at].texts[0].lines) == 1 for at in (0, 3))
    assert words(placed) == ["Principle"]
    assert heads[1].width == heads[2].width == heads[5].width
    assert heads[1].width < heads[3].width
    assert nodes["r0.c1"].x == heads[1].x


def test_a_long_word_is_whole_where_the_page_has_room_for_it() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    for titles in ((word, "A"), (word, *"ABCDEF")):
        nodes = by_ref(place(titled(*titles), width=1120))
        assert len(nodes["c0"].texts[0].lines) == 1
    phone = by_ref(place(replace(titled(*[word] * 12), shorts=()), width=354))
    assert len(phone["c0"].texts[0].lines) > 1


def test_heads_of_rows_keep_their_words_on_one_line_and_columns_begin_beside_them() -> None:
    drawn = titled(*("Conversation", "Agree") * 3)
    row = replace(drawn.rows[0], head=Node("r0", NodeKind.HEADING, "Set the price by the value"))
    nodes = by_ref(place(replace(drawn, rows=(row,)), width=860))
    assert len(nodes["r0"].texts[0].lines) == 1
    assert nodes["c0"].x - nodes["c0"].width / 2 - (nodes["r0"].x + nodes["r0"].width / 2) < 20


def test_groups_far_below_the_heads_of_columns_repeat_them() -> None:
    full = titled("Search", "Close", rows=40)
    rows = tuple(replace(row, group=f"G{at // 20}") for at, row in enumerate(full.rows))
    assert words(place(replace(full, rows=rows), width=1120)).count("1.\u00a0Search") == 1
    near = rows[:3] + rows[21:]
    assert "1.\u00a0Search" not in words(place(replace(full, rows=near), width=1120))


def test_a_long_group_repeats_its_name_with_the_heads_of_columns() -> None:
    full = titled("Search", "Close", rows=60)
    rows = tuple(replace(row, group="G") for row in full.rows)
    placed = place(replace(full, rows=rows), width=1120)
    captions = [band for band in placed.bands if band.text]
    assert len(captions) == 3
    assert words(placed).count("1.\u00a0Search") == len(captions) - 1
    assert {band.turn for band in placed.bands} == {0}
    assert faults(placed) == []


def test_on_a_phone_the_names_of_columns_stand_below_few_cells() -> None:
    full = titled("Search", "Nurture", "Assess", "Agreement", "Pilot", "Close", "Start", "Follow")
    row = full.rows[0]
    some = replace(row, cells=(*row.cells[1:4], row.cells[6]))
    placed = place(replace(full, rows=(some,)), width=354)
    assert words(placed) == ["2.\u00a0Nurture\u00a0– 4.\u00a0Agreement\u00a0· 7.\u00a0Start"]
    assert placed.texts[0].y > by_ref(placed)["r0.c1"].y


def test_the_rooms_of_bars_are_all_of_one_width() -> None:
    matrix = replace(titled(*JAPANESE, rows=1), rows=levels(*[20] * 7).rows, is_thread=True)
    nodes = by_ref(place(matrix, width=1120))
    assert len({nodes[f"l{at}"].width for at in range(7)}) == 1
