"""Japanese words: which ends of a line would part one, as far as the characters tell.

Japanese is written without spaces. Its phrases mostly begin with a Chinese character or a loan word
and end in hiragana, so that a line ends well where the script changes. No dictionary is needed.
"""

from __future__ import annotations

import re
from enum import Enum, auto

_PREFIXES = frozenset("おご")
"""Belong to the word after them."""
_STEM_ENDS = frozenset("りいきちみけせびぎえげめれしわ")
"""Between two Chinese characters they end the first verb of a compound, as in 引き継ぐ."""
_PARTICLES_AFTER = frozenset("はもでかがをにとのへやよねばつお")
"""What may follow `に` or `を` as part of the same particle."""


_LOAN_JOINT = re.compile(
    "(?<=[ァ-ヺー][ァ-ヺー][アカガサザタダナハバパマャラワ]ー)(?=[ア-ンヴ][ァ-ヺー]{2})(?![ァィゥェォッャュョヮン])"
)
"""Between loan words of which the first ends as English words in -er do: カスタマー|サクセス."""


def loan_words(word: str) -> list[str]:
    """The parts of a compound of loan words, where their endings tell; else the word itself."""
    return _LOAN_JOINT.split(word)


class _Script(Enum):
    KANJI = auto()
    HIRAGANA = auto()
    KATAKANA = auto()
    LETTER = auto()
    DIGIT = auto()
    OTHER = auto()


def parts_word(before: str, left: str, right: str) -> bool:
    """Whether a line that ends between `left` and `right` would part a word; `before` is first."""
    one, other = _script(left), _script(right)
    if _Script.OTHER in (one, other):
        return False
    if one is _Script.HIRAGANA:
        return _is_inside(before, left, right)
    if _Script.DIGIT in (one, other):
        return True
    return one is other or other is _Script.HIRAGANA


def _is_inside(before: str, left: str, right: str) -> bool:
    """The same after hiragana: particles end a phrase, other endings may go on."""
    if left in _PREFIXES:
        return True
    after_word = _script(before) in (_Script.KANJI, _Script.KATAKANA)
    if _script(right) is not _Script.HIRAGANA:
        is_compound = _script(before) is _Script.KANJI is _script(right)
        return is_compound and left in _STEM_ENDS
    is_particle = left == "を" or (left in "には" and after_word)
    return not is_particle or right in _PARTICLES_AFTER


def _script(grapheme: str) -> _Script:
    first = grapheme[:1]
    if "\u3041" <= first <= "\u3096":
        return _Script.HIRAGANA
    if "\u30a1" <= first <= "\u30ff" or "\uff66" <= first <= "\uff9f":
        return _Script.KATAKANA
    if first == "々" or "\u3400" <= first <= "\u9fff" or "\uf900" <= first <= "\ufaff":
        return _Script.KANJI
    if first.isdecimal():
        return _Script.DIGIT
    return _Script.LETTER if first.isalpha() else _Script.OTHER
