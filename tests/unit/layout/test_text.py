"""Text is measured near to what fonts draw, and broken without losing any of it."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.layout.characters import advance, graphemes
from playbookgen.layout.pieces import pieces_of, plain
from playbookgen.layout.text import measure, widest_word, wrap, wrap_evenly
from playbookgen.model.diagram import TextRole

# Widths at 14 px, shaped, in DejaVu Sans, Liberation Sans and Noto Sans; Japanese in Noto Sans CJK.
DRAWN = {
    "Lead meets handover criteria?": (214.2, 189.1, 198.4),
    "Follow up after 2–4 weeks": (181.5, 162.6, 169.4),
    "Карта клиента и карта цикла принятия решения": (364.2, 312.3, 334.9),
    "Подтверждены бюджет и полномочия?": (292.5, 253.4, 270.0),
    "Reprezentant de vânzări": (171.6, 152.5, 159.4),
    "Își analizează opțiunile": (159.5, 140.9, 148.9),
    "反対意見への対応": (112.0,),
    "2週間後に電話する": (119.8,),
}


@pytest.mark.parametrize("text", DRAWN)
def test_measured_width_is_within_12_percent_of_each_font(text: str) -> None:
    ours = measure(text, role=TextRole.LABEL)
    for drawn in DRAWN[text]:
        assert drawn == pytest.approx(ours, rel=0.12)


def lines_of(text: str, width: float) -> list[str]:
    return [line.text for line in wrap(text, role=TextRole.LABEL, width=width)]


def test_breaks_at_spaces_and_after_hyphens_and_slashes() -> None:
    assert lines_of("Call the customer", 70) == ["Call the", "customer"]
    assert lines_of("follow-up", 50) == ["follow-", "up"]
    assert lines_of("customer/partner", 80) == ["customer/", "partner"]


def test_a_range_and_a_negative_number_stay_whole() -> None:
    assert lines_of("wait 2-4 weeks", 60) == ["wait 2-4", "weeks"]
    assert lines_of("at -18 degrees", 30)[1] == "-18"


def test_japanese_breaks_between_its_phrases() -> None:
    assert lines_of("需要を確認し、次へ進む。", 84) == ["需要を", "確認し、次へ", "進む。"]
    assert lines_of("提案「比較」", 42)[1][0] != "」"
    assert lines_of("顧客プレゼン", 70) == ["顧客", "プレゼン"]


PHRASES = (
    "取引の|見込みは|妥当か",
    "反対意見は|あるか",
    "購入の|意思を|たずねる",
    "提案の|見直しが|必要",
    "ニーズに|ずれがある",
    "2週間後に|電話する",
    "第3回の|会議",
    "お客様の|問い合わせ",
    "仕事の|引き継ぎ",
    "営業|マネージャー",
    "CRM|管理者",
    "顧客には|説明する",
)


@pytest.mark.parametrize("phrases", PHRASES)
def test_no_line_ends_within_a_japanese_word(phrases: str) -> None:
    text, ends = phrases.replace("|", ""), phrases.split("|")
    longest = max(measure(phrase, role=TextRole.LABEL) for phrase in ends)
    assert line_ends(lines_of(text, longest)) <= line_ends(ends)


def line_ends(lines: list[str]) -> set[int]:
    """After how many characters each line ends."""
    return set(accumulate(map(len, lines)))


def test_a_japanese_word_wider_than_its_box_breaks_by_the_rules_of_characters() -> None:
    lines = lines_of("意思決定者、承認者", 42)
    assert "".join(lines) == "意思決定者、承認者"
    assert all(line[0] != "、" for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["カスタマー", "サクセス"],
        ["パートナー", "セールス"],
        ["ユーザー", "サポート"],
        ["リーダー", "シップ"],
    ],
)
def test_a_compound_of_loan_words_breaks_between_them(lines: list[str]) -> None:
    assert lines_of("".join(lines), 14.0 * 6) == lines


def test_loan_words_that_end_otherwise_are_filled() -> None:
    assert lines_of("マーケティングオートメーション", 14.0 * 9) == [
        "マーケティングオー",
        "トメーション",
    ]


def test_a_number_stays_with_its_title_unless_the_title_fills_the_box() -> None:
    assert lines_of("The 1.\u00a0Search", 70) == ["The", "1.\u00a0Search"]
    assert lines_of("1.\u00a0Qualification", 90) == ["1.\u00a0", "Qualification"]


def test_a_word_wider_than_its_box_breaks_between_graphemes() -> None:
    lines = lines_of("e\u0301" * 30, 60)
    assert len(lines) > 1
    assert all(not unicodedata.combining(line[0]) for line in lines)


def test_lines_run_out_and_the_width_gives_way() -> None:
    lines = wrap("one two three four five six", role=TextRole.NOTE, width=30, max_lines=2)
    assert len(lines) == 2
    assert " ".join(line.text for line in lines) == "one two three four five six"


def test_even_lines_are_no_more_than_needed_and_of_like_length() -> None:
    lines = wrap_evenly("Verify the budget now", role=TextRole.LABEL, width=130)
    assert [line.text for line in lines] == ["Verify the", "budget now"]


def test_marks_and_invisible_characters_take_no_room() -> None:
    assert measure("a\u0301\u200b\u200d", role=TextRole.LABEL) == measure("a", role=TextRole.LABEL)


def test_flags_and_joined_emoji_are_one_grapheme() -> None:
    assert list(graphemes("👩‍💻🇯🇵é")) == ["👩‍💻", "🇯🇵", "é"]


@given(st.text(max_size=200), st.floats(10, 300), st.sampled_from([wrap, wrap_evenly]))
def test_nothing_of_the_text_is_lost(text, width, break_lines) -> None:  # type: ignore[no-untyped-def] # hypothesis gives them
    lines = break_lines(text, role=TextRole.LABEL, width=width)
    assert squeezed("".join(line.text for line in lines)) == squeezed(text)
    for line in lines:
        assert line.width == measure(line.text, role=TextRole.LABEL)
        assert line.width <= width or len(list(graphemes(line.text))) == 1


WORDS = st.text("abж -/\u2013\u00a0\u200b日本をカ、\u0301", max_size=40)


@given(WORDS, st.sampled_from([40.0, 64.0, 112.0, 172.0]))
def test_even_lines_are_those_of_the_first_width_that_gives_so_few(text: str, width: float) -> None:
    role = TextRole.LABEL
    filled = wrap(text, role=role, width=width)
    narrow = max(
        measure(text, role=role) / max(1, len(filled)), widest_word(text, role=role, limit=width)
    )
    steps = takewhile(lambda room: room < width, (narrow + 2 * step for step in range(100)))
    tried = (wrap(text, role=role, width=room) for room in steps)
    even = [lines for lines in tried if len(lines) <= len(filled)]
    expected = even[0] if even and len(filled) > 1 else filled
    assert wrap_evenly(text, role=role, width=width) == expected


@given(WORDS)
def test_pieces_of_a_text_together_are_the_text(text: str) -> None:
    pieces = pieces_of(text, False)
    assert "".join(pieces.texts) == plain(text)
    assert pieces.total == advance(plain(text))


def squeezed(text: str) -> str:
    return re.sub(r" ", "", plain(text))
