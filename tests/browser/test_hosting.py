"""One site wherever it stands: below a path, behind a login, unpacked from a zip, opened as files.

Each page is opened under its strict policy; an error in the console, a request that fails and one
that leaves the site are faults.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.searching import found, open_box
from tests.browser.survey import Served
from tests.sample_fonts import write_font

SUBPATH = "/teams/sales/play books/"
LOGIN = ("reader", "pass word")
PLACES = ("subpath", "login", "file")
SLOW = pytest.mark.slow
SITE = "examples/internal/"


@dataclass
class Seen:
    """A browser that keeps what went wrong."""

    context: BrowserContext
    base: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """A page of the site."""
        page = self.context.new_page()
        page.on("console", lambda said: self._said(page, said.type, said.text))
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.errors.append(f"failed: {request.url}"))
        page.goto(self.base + path, wait_until="load")
        return page

    def _said(self, page: Page, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(f"{page.url}: {text}")

    @property
    def outside(self) -> list[str]:
        """The requests that went elsewhere."""
        own = (self.base, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]


class _Host(SimpleHTTPRequestHandler):
    """A server that has the site below a path, perhaps for those who log in, and nothing else."""

    def __init__(self, *arguments: object, login: bool, **more: object) -> None:
        self.login = login
        super().__init__(*arguments, **more)  # type: ignore[arg-type] # what the server gives

    def do_GET(self) -> None:
        wanted = "Basic " + base64.b64encode(":".join(LOGIN).encode()).decode()
        if self.login and self.headers.get("Authorization") != wanted:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="Playbooks"')
            self.end_headers()
        elif not self.path.startswith(SUBPATH.replace(" ", "%20")):
            self.send_error(404)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path[len(SUBPATH.replace(" ", "%20")) :])

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def hosted(folder: Path, *, login: bool = False) -> Iterator[str]:
    """The address of a folder on a server below a path."""
    handler = partial(_Host, directory=str(folder), login=login)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUBPATH.replace(' ', '%20')}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def at_place(place: str, folder: Path, browser: Browser, work: Path) -> Iterator[Seen]:
    """The site of a folder, as readers find it there."""
    if place == "file":
        packed = shutil.make_archive(str(work / "site"), "zip", folder)
        unpacked = work / "Für den Клиент #1 100%"
        shutil.unpack_archive(packed, unpacked)
        context = browser.new_context()
        yield Seen(context, unpacked.as_uri() + "/")
    else:
        login = {"username": LOGIN[0], "password": LOGIN[1]} if place == "login" else None
        with hosted(folder, login=place == "login") as address:
            context = browser.new_context(http_credentials=login)  # type: ignore[arg-type] # a plain dict
            yield Seen(context, address)
            context.close()
            return
    context.close()


@pytest.fixture(params=PLACES)
def seen(
    request: pytest.FixtureRequest, browser: Browser, served: Served, tmp_path: Path
) -> Iterator[Seen]:
    with at_place(request.param, served.folder, browser, tmp_path) as host:
        yield host


def kinds(folder: Path) -> list[str]:
    """A page of each kind: the address without the ids of what it is about."""
    pages: dict[str, str] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        kind = re.sub(r"(stages|roles|technologies)/[^/]+/index", r"\1/*/index", name)
        kind = re.sub(r"^(\w+/\w+)/\w\w/[^/]+/", r"\1/*/", kind)
        pages.setdefault(kind, name)
    return list(pages.values())


@pytest.mark.parametrize(
    "seen",
    [pytest.param(place, marks=SLOW) for place in PLACES],
    indirect=True,
)
def test_every_kind_of_page_works_without_a_fault(seen: Seen, served: Served) -> None:
    names = kinds(served.folder)
    assert len(names) >= 20
    for name in names:
        page = seen.open(name)
        if name == "index.html":
            page.wait_for_url("**/internal/index.html")  # it leads on at once
        else:
            policy = page.locator("meta[http-equiv='Content-Security-Policy']")
            assert "default-src 'none'" in (policy.get_attribute("content") or "")
            expect(page.locator(".pb-search--ready")).to_have_count(1)
            logo = page.locator(".md-header img.pb-logo")
            assert logo.evaluate("image => image.complete && image.naturalWidth") > 0
        page.close()
    assert seen.errors == []
    assert seen.outside == []


def test_maps_are_drawn_and_lead_on(seen: Seen) -> None:
    page = seen.open(f"{SITE}en/field-service/index.html")
    expect(page.locator(".pb-map:visible svg").first).to_be_visible()
    page.get_by_role("button", name="Zoom in").locator("visible=true").first.click()
    link = page.locator(".pb-map:visible a[href*='stages/proposal']").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stages/proposal/index.html*")
    assert page.locator("h1").count() == 1
    assert seen.errors == []


@pytest.mark.parametrize(
    ("language", "query"), [("en", "objection"), ("ja", "見込み客"), ("ru", "воронка")]
)
def test_the_search_answers_and_its_results_open(seen: Seen, language: str, query: str) -> None:
    page = seen.open(f"{SITE}{language}/index.html")
    open_box(page)
    assert found(page, query)
    with page.expect_navigation():
        page.locator(".pb-search__link:visible").first.click()
    assert f"/{language}/" in page.url
    assert page.locator("h1").count() == 1
    assert seen.errors == []
    assert seen.outside == []


def test_downloads_of_maps_are_whole(seen: Seen) -> None:
    page = seen.open(f"{SITE}en/field-service/index.html")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG").locator("visible=true").first.click()
    data = Path(waiting.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert data.rstrip(b"\0")[-8:-4] == b"IEND"


def test_nobody_reads_without_a_login(browser: Browser, served: Served) -> None:
    with hosted(served.folder, login=True) as address:
        context = browser.new_context()
        answer = context.request.get(f"{address}{SITE}index.html")
        assert answer.status == 401
        assert "pb-card" not in answer.text()
        context.close()


PLAYBOOK = """\
format: 1
title: {title}
summary: {words}
client: own
language: {language}
status: draft
roles: {{rep: {words}}}
stages:
  call: {{title: {title}, responsible: rep, purpose: {words}, entry: {words}, exit: {words}}}
  offer: {{title: {words}, responsible: rep, purpose: {words}, entry: {words}, exit: {words}}}
"""
TEXTS = {"ja": ("販売段階", "見込み客の契約"), "ru": ("Этапы продаж", "Договор с клиентом")}


@pytest.fixture(scope="module")
def with_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose fonts have boxes of three ems, as no font of a reader has."""
    root = tmp_path_factory.mktemp("fonts")
    letters = "".join(map(chr, [*range(0x20, 0x7F), *range(0x400, 0x460)]))
    write_font(root / "fonts" / "a.ttf", letters, family="Wide Letters")
    japanese = "".join(map(chr, [*range(0x3000, 0x3100), *range(0x4E00, 0x9FA6)]))
    write_font(root / "fonts" / "b.ttf", japanese, family="Wide Han")
    settings = "format: 1\ntitle: Wide\nowner: own\nclients: {own: Wide}\n"
    fonts = "fonts: [fonts/a.ttf, fonts/b.ttf]\n"
    (root / "playbookgen.yaml").write_text(settings + fonts, encoding="utf-8")
    for language, (title, words) in TEXTS.items():
        folder = root / "playbooks" / f"sales-{language}"
        folder.mkdir(parents=True)
        text = PLAYBOOK.format(language=language, title=title, words=words)
        (folder / "playbook.yaml").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "playbookgen", "build", str(root), "-q"], check=True)
    return root / "site" / "public"


WIDTH = """text => {
  const span = document.createElement("span");
  span.textContent = text;
  document.querySelector("article").append(span);
  const ems = span.getBoundingClientRect().width / parseFloat(getComputedStyle(span).fontSize);
  span.remove();
  return ems / [...text].length;
}"""
LOADED = "document.fonts.ready.then(() => [...document.fonts].filter(font => font.status =="
LOADED += " 'loaded').map(font => font.family.replaceAll('\"', '')))"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_pages_and_maps_are_set_in_the_sites_own_fonts(
    browser: Browser, with_fonts: Path, tmp_path: Path, language: str, place: str
) -> None:
    title, _ = TEXTS[language]
    with at_place(place, with_fonts, browser, tmp_path) as host:
        page = host.open(f"own/internal/{language}/sales-{language}/index.html")
        families = page.evaluate(LOADED)
        assert families
        assert all(family.startswith(f"pb-{language}-") for family in families)
        assert page.evaluate(WIDTH, title.replace(" ", "")) == pytest.approx(3, abs=0.05)
        label = page.locator(".pb-map:visible svg text", has_text=title.split()[0]).first
        assert label.evaluate("text => getComputedStyle(text).fontFamily").startswith(
            f"pb-{language}-"
        )
        assert host.errors == []
        assert host.outside == []
        asked = [url for url in host.requests if url.endswith(".woff2")]
        assert asked
        assert all(f"/pb-{language}-" in url for url in asked)


def test_without_fonts_of_its_own_a_site_ships_none(browser: Browser, served: Served) -> None:
    assert not list(served.folder.rglob("*.woff*"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.address}{SITE}ja/seven-steps/index.html")
    assert page.evaluate("document.fonts.size") == 0
    assert page.evaluate(WIDTH, "販売段階") == pytest.approx(1, abs=0.05)
    context.close()
