"""The MkDocs plugin: the playbooks of one client's audience inside somebody's own site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from playbookgen import pipeline
from playbookgen.problems import PlaybookgenError
from playbookgen.report import as_text

_log = get_plugin_logger("playbookgen")


class PlaybookgenConfig(Config):  # type: ignore[no-untyped-call] # MkDocs types most of itself
    """What `mkdocs.yml` says below `- playbookgen:`."""

    client = options.Type(str)
    audience = options.Type(str)
    workspace = options.Type(str, default=".")
    folder = options.Type(str, default="playbooks")
    nav = options.Type(bool, default=True)


class PlaybookgenPlugin(BasePlugin[PlaybookgenConfig]):  # type: ignore[no-untyped-call] # as above
    """Adds the pages, keeps what others plug in away from them, and finishes what is built."""

    def __init__(self) -> None:
        self._pages: pipeline.HostPages | None = None
        self._markdown = ""
        self._kept: tuple[list[str], dict[str, Any]] | None = None
        self._serves = False

    def on_startup(self, *, command: str, **_: object) -> None:
        """Keeps this plugin for all builds of `mkdocs serve`, and so the maps that it has drawn."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Reads the workspace."""
        if not config.use_directory_urls:
            raise PluginError("playbookgen needs use_directory_urls: true, which is the default.")
        if not pipeline.is_folder_name(self.config.folder):
            raise PluginError("playbookgen: folder must be a relative path such as playbooks.")
        try:
            self._pages = self._read(config)
        except PlaybookgenError as error:
            words = as_text(error.problems)
            # A served site whose build fails answers nobody until it is mended.
            if not (self._serves and self._pages):
                raise PluginError(f"playbookgen:\n{words}") from None
            _log.error("The last version without mistakes is shown.\n%s", words)
        else:
            if self._pages.problems:
                _log.info("\n%s", as_text(self._pages.problems))

    def _read(self, config: MkDocsConfig) -> pipeline.HostPages:
        return pipeline.host_pages(
            self._start(config),
            client=self.config.client,
            audience=self.config.audience,
            before=self._pages,
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds pages and what they need; and to the navigation, unless it is left to the site."""
        hosted = self._ready.hosted
        own = [file.src_uri for file in files.documentation_pages()]
        added: dict[str, str | bytes] = {**hosted.pages, **hosted.assets}
        for path, content in added.items():
            uri = f"{self.config.folder}/{path}"
            if files.get_file_from_path(uri):
                raise PluginError(
                    f"playbookgen: {uri} is in your docs already; name another folder: for it."
                )
            files.append(File.generated(config, uri, content=content))
        if self.config.nav:
            title = pipeline.host_title(hosted)
            section = {title: hosted.navigation(self.config.folder)}
            others = config.nav or nest_paths(own)  # type: ignore[no-untyped-call] # as above
            config.nav = [*others, section]
        return files

    @event_priority(100)
    def _hide(self, markdown: str, *, page: Page, **_: object) -> str:
        """Keeps our pages from other plugins, which might take a client's text for orders."""
        self._markdown = markdown
        return "" if self._path(page) else markdown

    @event_priority(-100)
    def _show(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Gives our pages the Markdown they are written in, and no extension of the site's own."""
        if not self._path(page):
            return markdown
        self._kept = (config.markdown_extensions, config.mdx_configs)
        config.markdown_extensions = list(pipeline.MARKDOWN_EXTENSIONS)
        config.mdx_configs = {name: dict(of) for name, of in pipeline.MARKDOWN_OPTIONS.items()}
        return self._markdown

    on_page_markdown = CombinedEvent(_hide, _show)

    @event_priority(100)
    def on_page_content(self, html: str, *, config: MkDocsConfig, **_: object) -> str:
        """Gives the site its own Markdown back."""
        if self._kept:
            config.markdown_extensions, config.mdx_configs = self._kept
            self._kept = None
        return html

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Puts maps, looks and scripts into our pages, and our titles into every navigation."""
        path = self._path(page)
        text = pipeline.host_page(output)
        return self._ready.hosted.finished(path, text) if path else text

    def on_post_template(self, output_content: str, **_: object) -> str:
        """Puts our titles into pages that stand alone, such as the one for errors."""
        return pipeline.host_page(output_content)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Puts our titles into the index of the search."""
        path = Path(config.site_dir) / "search" / "search_index.json"
        if path.is_file():
            before = path.read_text(encoding="utf-8")
            after = pipeline.host_index(before, as_html="material/search" in config.plugins)
            if after != before:
                path.write_text(after, encoding="utf-8")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """Builds again when a playbook is saved."""
        for path in pipeline.host_sources(self._start(config)):
            server.watch(str(path))
        return server

    @property
    def _ready(self) -> pipeline.HostPages:
        if self._pages is None:
            raise PluginError("playbookgen: the workspace was not read.")
        return self._pages

    def _start(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.workspace

    def _path(self, page: Page) -> str:
        """The path of our page below our folder; empty for one of the site's own."""
        inner = page.file.src_uri.removeprefix(f"{self.config.folder}/")
        ours = inner != page.file.src_uri and inner in self._ready.hosted.pages
        return inner if ours else ""
