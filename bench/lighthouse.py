"""What Lighthouse says of the start page and a stage page, on its desktop setting."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.conftest import FLAGS, serving
from tests.browser.kinds import KINDS

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "bench/web/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
PAGES = ("start page", "stage")


def rated(url: str, chromium: str) -> dict[str, object]:
    """Lighthouse's report on a page."""
    with tempfile.TemporaryDirectory() as profile:
        flags = " ".join(["--headless", *FLAGS, f"--user-data-dir={profile}"])
        command = ["node", str(LIGHTHOUSE), url, "--preset=desktop", "--output=json", "--quiet"]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
        command += ["--no-enable-error-reporting"]
        environment = {**os.environ, "CHROME_PATH": chromium}
        run = subprocess.run(command, capture_output=True, check=True, env=environment)
    report: dict[str, object] = json.loads(run.stdout)
    return report


def show(kind: str, report: dict[str, object]) -> bool:
    """Prints the scores of a page and what cost points; whether all of them are enough."""
    categories: dict[str, dict[str, object]] = report["categories"]  # type: ignore[assignment] # JSON
    audits: dict[str, dict[str, object]] = report["audits"]  # type: ignore[assignment] # JSON
    scores = {name: round(100 * float(str(categories[name]["score"]))) for name in CATEGORIES}
    print(f"\n{kind}: " + ", ".join(f"{name} {score}" for name, score in scores.items()))
    for name in CATEGORIES:
        for part in categories[name]["auditRefs"]:  # type: ignore[attr-defined] # JSON
            audit = audits[part["id"]]
            if part["weight"] and audit["score"] is not None and float(str(audit["score"])) < 0.9:
                print(f"  {name}: {audit['title']} {audit.get('displayValue', '')}")
    return min(scores.values()) >= LEAST


def main(folder: Path | None) -> int:
    """Rates the pages of a built site, or of the examples, which are built first."""
    chromium = os.environ.get("PLAYBOOKGEN_CHROMIUM") or shutil.which("chromium")
    if not chromium or not shutil.which("node") or not LIGHTHOUSE.is_file():
        print("Left out: Lighthouse needs Chromium and Node.js, and npm ci in bench/web.")
        return 0
    with tempfile.TemporaryDirectory() as built:
        if folder is None:
            folder = Path(built, "public")
            build = [sys.executable, "-m", "playbookgen", "build", ".", "--output", str(folder)]
            subprocess.run(build, cwd=ROOT, check=True)
        with serving(folder) as site:
            enough = [show(kind, rated(site.address + KINDS[kind], chromium)) for kind in PAGES]
    return 0 if all(enough) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
