"""A page of every kind that a site has, on the English example, and the theme without us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from playbookgen.publish.configuration import FEATURES

CLIENT = "examples/internal/"
START = f"{CLIENT}en/"
PLAYBOOK = f"{START}field-service/"
KINDS = {
    "start page": START,
    "overview": PLAYBOOK,
    "stage": f"{PLAYBOOK}stages/proposal/",
    "role": f"{PLAYBOOK}roles/account-executive/",
    "technology": f"{PLAYBOOK}technologies/value-sheet/",
    "technologies": f"{PLAYBOOK}technologies/",
    "responsibilities": f"{PLAYBOOK}responsibilities/",
    "journey": f"{PLAYBOOK}journey/",
    "methodology": f"{PLAYBOOK}methodology/",
    "techniques": f"{PLAYBOOK}techniques/",
    "qualification": f"{PLAYBOOK}qualification/",
    "handovers": f"{PLAYBOOK}handovers/",
    "today": f"{PLAYBOOK}today/",
    "metrics": f"{PLAYBOOK}metrics/",
    "meetings": f"{PLAYBOOK}meetings/",
    "glossary": f"{PLAYBOOK}glossary/",
    "buying centre": f"{PLAYBOOK}buying-centre/",
    "objections": f"{PLAYBOOK}objections/",
    "CRM": f"{PLAYBOOK}crm/",
    "sources": f"{PLAYBOOK}sources/",
    "handbook": f"{PLAYBOOK}handbook/",
    "stage cards": f"{PLAYBOOK}cards/",
    "guide": "guide/",
}
BARE = ("", "playbook/", "playbook/stage/", "playbook/group/", "playbook/group/tool/")
WORDS = "# A heading\n\nA [link](https://example.org/) in a text.\n\n## Another\n\nWords.\n"


def bare_site(folder: Path) -> Path:
    """The theme alone, with the features that we ask for and pages that hold nothing of ours."""
    for path in BARE:
        page = folder / "docs" / path / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(WORDS, encoding="utf-8")
    group = {"Group": ["playbook/group/index.md", {"Tool": "playbook/group/tool/index.md"}]}
    below = ["playbook/index.md", {"Stages": [{"Stage": "playbook/stage/index.md"}]}, group]
    schemes = (("light", "default"), ("dark", "slate"))
    palette = [
        {
            "media": f"(prefers-color-scheme: {mode})",
            "scheme": scheme,
            "toggle": {"icon": "material/weather-night", "name": "Switch"},
        }
        for mode, scheme in schemes
    ]
    theme = {"name": "material", "font": False, "features": list(FEATURES), "palette": palette}
    settings = {
        "site_name": "Bare",
        "theme": theme,
        "plugins": [],
        "nav": [{"Start": "index.md"}, {"Playbook": below}],
        "extra": {"alternate": [{"name": "English", "lang": "en", "link": "/"}]},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"
