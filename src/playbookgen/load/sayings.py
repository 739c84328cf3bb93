"""What the YAML parser's messages mean, in words for people who write playbooks."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.load.codes import ALIAS, CHARACTER, DIRECTIVE, KEY, SYNTAX, TAB, TAG, Kind

_QUOTE = "If it belongs to the text, put the whole text in double quotes."


@dataclass(frozen=True, slots=True)
class Saying:
    """Our words for one of the parser's messages."""

    message: str
    cure: str = ""
    kind: Kind = SYNTAX
    at_start: bool = False
    """Whether to point at what was begun, not at where it broke off."""


_ESCAPES = "Write \\\\ for a backslash, or use single quotes, which know no escapes."
_DIRECTIVE = Saying("A directive (“%”) stands here", kind=DIRECTIVE, at_start=True)
_TAG = Saying("“!” makes a tag here", kind=TAG, at_start=True)
TAB_INDENTS = Saying("A tab stands where the line is indented", kind=TAB)
_OPEN_QUOTE = Saying(
    "This text begins with a quote that is never closed",
    "Write the quote at the end of the text too.",
    at_start=True,
)
KEY_IN_TEXT = Saying(
    "“:” makes a key here, where a text is going on",
    "If the colon belongs to the text, put the whole text in double quotes; "
    "if it ends a key, indent the line like the keys beside it.",
)
NO_KEY = Saying(
    "This line is indented unlike the keys beside it",
    "Indent keys of the same level by the same number of spaces.",
)
NO_TEXT = Saying("A text cannot begin with “{character}”", _QUOTE)
OPEN_LIST = Saying("This list is not closed", "Write “]” at its end.", at_start=True)
OPEN_MAPPING = Saying("This mapping is not closed", "Write “}” at its end.", at_start=True)
NO_COLON = Saying(
    "This is neither “key: value” nor a list item",
    "Write a colon and a space after the key; indent the line deeper if it goes on with the "
    "text above it.",
    at_start=True,
)
SAYING_BY_PROBLEM = {
    "found character that cannot start any token": Saying(
        "A text cannot begin with “{character}”", "Put the text in double quotes."
    ),
    "mapping values are not allowed in this context": KEY_IN_TEXT,
    "block sequence entries are not allowed in this context": Saying(
        "A list cannot begin in the middle of a line",
        "Begin it on the next line, indented; or put the text in double quotes.",
    ),
    "mapping keys are not allowed in this context": Saying(
        "“?” makes a key here, where a text stands", _QUOTE
    ),
    "could not find expected ':'": NO_COLON,
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document indicator": _OPEN_QUOTE,
    "found unknown escape character": Saying("This escape is not known", _ESCAPES),
    "did not find expected hexdecimal number": Saying(
        "This escape needs hexadecimal digits", _ESCAPES
    ),
    "found invalid Unicode character escape code": Saying(
        "This escape stands for no character", "Write the character itself.", CHARACTER
    ),
    "did not find expected key": NO_KEY,
    "did not find expected '-' indicator": Saying(
        "This line is indented like the list above it but does not begin with “- ”",
        "Write “- ” before it, or indent it to where it belongs.",
    ),
    "did not find expected ',' or ']'": OPEN_LIST,
    "did not find expected ',' or '}'": OPEN_MAPPING,
    "did not find expected node content": NO_TEXT,
    "did not find expected <document start>": Saying(
        "This does not belong to what stands above it",
        "Write “key: value” lines, all beginning in the first column.",
    ),
    "did not find expected comment or line break": Saying(
        "A text cannot stand on the same line as “|” or “>”",
        "Begin the text on the next line, indented; or put it in double quotes.",
    ),
    "found an indentation indicator equal to 0": Saying(
        "The number after “|” or “>” must be 1 to 9", "Leave the number out."
    ),
    "found a tab character where an indentation space is expected": TAB_INDENTS,
    "found a tab character that violates indentation": TAB_INDENTS,
    "found a tab character that violate indentation": TAB_INDENTS,
    "found undefined tag handle": _TAG,
    "found duplicate %YAML directive": _DIRECTIVE,
    "found duplicate %TAG directive": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
}
SAYING_BY_CONTEXT = {
    "while scanning an anchor": Saying("“&” makes an anchor here", kind=ALIAS, at_start=True),
    "while scanning an alias": Saying("“*” makes an alias here", kind=ALIAS, at_start=True),
    "while scanning a tag": _TAG,
    "while parsing a tag": _TAG,
    "while scanning a directive": _DIRECTIVE,
    "while scanning a %YAML directive": _DIRECTIVE,
    "while scanning a %TAG directive": _DIRECTIVE,
}
UNKNOWN = Saying("This cannot be read as YAML")

NEW_KEY = Saying(
    "“:” makes a key here, where the text of the line above goes on",
    "Look at the line above: it may lack “: ” after its key, or this line is indented too deeply.",
)
AFTER_QUOTE = Saying(
    "Text stands after the closing quote",
    'Put the whole text in double quotes; write a double quote within it as \\".',
)
QUOTE_OVER_LINES = Saying(
    "This text begins with a quote that is not closed in its line",
    "Write the quote at the end of the text too.",
)
WIDE_COLON = Saying(
    "The colon here is a full-width one, which ends no key", "Write “: ”, a colon and a space."
)
EMPTY_KEY = Saying("The key before this colon is empty", kind=KEY)
NO_SPACE = Saying("A space is missing after this colon", "Write “key: value”.")
NO_COMMA = Saying("A comma is missing before this", "Write a comma between the items.")
OPEN_BRACKET = Saying(
    "A “[” or “{” is not closed before the file ends", "Write “]” or “}” where it is to end."
)
