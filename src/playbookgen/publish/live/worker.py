"""A process that keeps MkDocs ready: `python -m playbookgen.publish.live.worker`.

It is asked by lines of JSON and answers by lines of JSON: `{"configure": FILE}` reads a site's
configuration and names its files, `{"configure": FILE, "page": PATH}` builds one page of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from playbookgen.publish.builder import limit_memory


class _Part:
    """A configured site, whose pages are built one at a time."""

    def __init__(self, path: str) -> None:
        self.config = load_config(path)
        self.env = self.config.theme.get_env()
        self.files = get_files(self.config)
        self.files.add_files_from_theme(self.env, self.config)
        self.nav = get_navigation(self.files, self.config)
        Path(self.config.site_dir).mkdir(parents=True, exist_ok=True)
        self.files.copy_static_files()
        # The navigation of any page may look at what stands at the top of others.
        for file in self.files.documentation_pages():
            if file.page:
                file.page.read_source(self.config)

    def page(self, path: str) -> str:
        """The built HTML of the page of this Markdown file."""
        file = self.files.get_file_from_path(path)
        if file is None or file.page is None:
            raise LookupError(path)
        page = file.page
        page.read_source(self.config)
        page.render(self.config, self.files)
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            return template.render(context)
        finally:
            page.active = False


def main() -> int:
    """Answers until nobody asks any more."""
    limit_memory()
    # What MkDocs and its theme have to say must not get in between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    parts: dict[str, _Part] = {}
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line), parts)), file=answers, flush=True)
    return 0


def _answer(asked: dict[str, str], parts: dict[str, _Part]) -> dict[str, Any]:
    try:
        if "page" in asked:
            return {"html": parts[asked["configure"]].page(asked["page"])}
        parts[asked["configure"]] = _Part(asked["configure"])
    except Exception as error:  # noqa: BLE001 # whatever it is, the one who asked must know
        return {"error": f"{type(error).__name__}: {error}"}
    return {"html": ""}


if __name__ == "__main__":
    sys.exit(main())
