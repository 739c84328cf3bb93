"""What a save costs until the browser can have the page: words, a title, a mistake and its cure."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PLAYBOOK = "field-service"
PAGE = f"examples/internal/en/{PLAYBOOK}/stages/interest/index.html"
QUIET = 8.0
"""Seconds in which everything is built that nobody has asked for yet."""
ROUNDS = 3


class Served:
    """The example in English, served alone."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "playbooks" / PLAYBOOK / "playbook.yaml"
        for name in ("library", PLAYBOOK):
            shutil.copytree(REPOSITORY / "playbooks" / name, folder / "playbooks" / name)
        (folder / "playbookgen.yaml").write_text(
            "format: 1\ntitle: Bench\nlanguage: en\nclients: {examples: Examples}\n", "utf-8"
        )
        self.text = self.source.read_text("utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "playbookgen", "serve", str(folder), "--port", "0"],
            stderr=subprocess.PIPE,
            text=True,
        )
        self.address = next(
            found[0]
            for line in self.process.stderr or ()
            if (found := re.search(r"http://\S+/", line))
        )

    def page(self) -> str:
        """The page as it is now."""
        with urllib.request.urlopen(self.address + PAGE, timeout=60) as answer:  # noqa: S310 # ours
            return str(answer.read().decode())

    def seconds(self, text: str, *, mistake: bool = False) -> float:
        """From the save to the page, or to the words of the mistake."""
        found = re.search(r"live\.js\?revision=([\w.]+)", self.page())
        query = f"__playbookgen/events?path=/{PAGE}&revision={found[1] if found else ''}"
        with urllib.request.urlopen(self.address + query, timeout=60) as events:  # noqa: S310 # ours
            for line in events:  # what stands against it now comes first
                if line.startswith(b"data:"):
                    break
            start = time.perf_counter()
            self.source.write_text(text, "utf-8")
            for line in events:
                if line.startswith(b'data: "playbooks/' if mistake else b"event: reload"):
                    break
        if not mistake:
            self.page()
        return time.perf_counter() - start


def measure(served: Served) -> None:
    """Prints what each kind of save costs."""
    again = 0

    def words() -> str:
        return served.text.replace(
            "    purpose: >-\n", f"    purpose: >-\n      Again {again}.\n", 1
        )

    kinds: dict[str, Callable[[], str]] = {
        "words on the page": words,
        "the playbook's title, so every page": lambda: re.sub(
            r"(?m)^(title: .*)$", rf"\1 {again}", served.text, count=1
        ),
    }
    for name, made in kinds.items():
        times = []
        for again in range(1, ROUNDS + 1):  # noqa: B007 # the kinds read it
            times.append(served.seconds(made()))
            time.sleep(QUIET)
        print(f"  {name:38} {statistics.median(times):6.2f} s until the page is there", flush=True)
    wrong = served.seconds(served.text.replace("stages:", "stagess:", 1), mistake=True)
    print(f"  {'a mistake':38} {wrong:6.2f} s until it is said")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        bench = Served(Path(temporary))
        try:
            bench.page()
            time.sleep(QUIET)
            print("\nserve, one playbook of 50 pages:", flush=True)
            measure(bench)
        finally:
            bench.process.terminate()
            bench.process.wait()
