"""Files made to crash, fill or fool the loader: each ends in a problem, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MEMORY = 512 * 1024 * 1024
SECONDS = 60

PROGRAM = f"""
import json, sys
from pathlib import Path
try:
    import resource
except ImportError:  # where there are no limits, the clock alone decides
    pass
else:
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
from playbookgen.load import load_document
result = load_document(Path(sys.argv[1]), shown="playbook.yaml")
codes = sorted({{problem.code for problem in result.problems}})
print(json.dumps([codes, result.refused, result.document is not None, len(result.problems)]))
"""


def load(tmp_path: Path, data: bytes) -> tuple[list[str], bool, bool, int]:
    """Codes, whether refused, whether there is a document, number of problems."""
    path = tmp_path / "playbook.yaml"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    codes, refused, document, count = json.loads(done.stdout)
    return codes, refused, document, count


BOMB = b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9)
)
DEEP = b"".join(b" " * level + b"a:\n" for level in range(2_500))
FULL = 4 * 1024 * 1024

REFUSED = {
    "50,000 brackets": (b"[" * 50_000, "PB112"),
    "50,000 braces": (b"a: " + b"{" * 50_000, "PB112"),
    "50,000 dashes": (b"- " * 50_000, "PB112"),
    "50,000 question marks": (b"? " * 50_000, "PB112"),
    "brackets to the limit": (b"[" * FULL, "PB112"),
    "braces and keys to the limit": (b'{"a":' * (FULL // 5), "PB112"),
    "brackets closed and opened": (b"a: " + b"[" * 50_000 + b"]" * 50_000, "PB112"),
    "deep indentation": (DEEP, "PB112"),
    "an alias bomb": (BOMB, "PB107"),
    "an alias to itself": (b"a: &a [*a]\n", "PB107"),
    "a merge bomb": (b"a: &a {x: 1}\nb:\n  <<: [*a, *a, *a]\n", "PB108"),
    "5 MiB": (b"a: " + b"x" * (5 * 1024 * 1024), "PB114"),
    "nodes to the limit": (b"a: [" + b"b," * (FULL // 2 - 3) + b"]", "PB113"),
    "keys to the limit": (b"".join(b"%x:\n" % n for n in range(500_000)), "PB113"),
    "invalid UTF-8": (b"\xff" * FULL, "PB103"),
    "UTF-16": ("a: b\n".encode("utf-16"), "PB103"),
    "UTF-32 without a mark": ("a: b\n".encode("utf-32-le"), "PB104"),
    "a surrogate in UTF-8": (b"a: \xed\xa0\x80\n", "PB103"),
    "an overlong form": (b"a: \xc0\x80\n", "PB103"),
    "NUL": (b"a: b\0c\n", "PB104"),
    "NUL to the limit": (b"\0" * FULL, "PB104"),
    "a bidi override": ("a: x\u202ey\n".encode(), "PB104"),
    "a bidi override in a comment": ("a: x  # \u202ey\n".encode(), "PB104"),
    "a bidi override by an escape": (b'a: "\\u202E"\n', "PB104"),
    "a surrogate by an escape": (b'a: "\\uD800"\n', "PB104"),
    "a pair of surrogates by escapes": (b'a: "\\uD83D\\uDE00"\n', "PB104"),
    "a character past the last": (b'a: "\\U00110000"\n', "PB104"),
    "escapes to the limit": (b'a: "' + b"\\0" * (FULL // 2 - 4) + b'"\n', "PB104"),
    "a Python object": (b"a: !!python/object/apply:os.system ['echo x']\n", "PB106"),
    "a long tag": (b"a: !" + b"x" * 1_000_000 + b" b\n", "PB106"),
    "a long anchor": (b"a: &" + b"x" * 1_000_000 + b" b\n", "PB107"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_without_a_crash(tmp_path: Path, data: bytes, code: str) -> None:
    codes, refused, document, count = load(tmp_path, data)
    assert code in codes
    assert refused
    assert not document
    assert count <= 200


WRONG = {
    "a key of 2 MiB": (b"x" * (2 * 1024 * 1024) + b": y\n", "PB101"),
    "an explicit key of 2 MiB, twice": ((b"? " + b"x" * (FULL // 2 - 4) + b"\n") * 2, "PB102"),
    "one key 100,000 times": (b"a: b\n" * 99_000, "PB102"),
    "an open quote to the limit": (b'a: "' + b"x\n" * (FULL // 2 - 3), "PB101"),
    "an open block to the limit": (b"a: |\n" + b"\t\n" * (FULL // 2 - 3), "PB105"),
    "line breaks to the limit": (b"\n" * FULL, "PB115"),
    "comments to the limit": (b"#" * FULL, "PB115"),
    "colons to the limit": (b": " * (FULL // 2), "PB111"),
    "quotes to the limit": (b'"' * FULL, "PB101"),
}


@pytest.mark.parametrize(("data", "code"), WRONG.values(), ids=WRONG)
def test_a_monstrous_file_is_a_problem_and_no_crash(tmp_path: Path, data: bytes, code: str) -> None:
    codes, _, _, count = load(tmp_path, data)
    assert code in codes
    assert count <= 200


ODD = {
    "spaces to the limit": b"a: b\n" + b" " * (FULL - 5),
    "number signs to the limit": b"a: b\n" + b"x: y #z\n" + b" #z" * (FULL // 3 - 8),
    "one text to the limit": b"a: " + b"x" * (FULL - 3),
    "dashes far from their items": b"a:\n" + (b"-\n" + b"\n" * 200 + b"  x\n") * 15_000,
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_a_large_but_harmless_file_is_read(tmp_path: Path, data: bytes) -> None:
    _, refused, document, _ = load(tmp_path, data)
    assert document
    assert not refused
