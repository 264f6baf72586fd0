"""All that we know of MkDocs and static-i18n. Nothing else in the package imports them.

What MkDocs does for us: it watches files, serves the preview, and wraps each fragment in ``main.html``. What
static-i18n does: it starts one build per language. Every page, an editor's or generated, becomes a file without source,
given to MkDocs *after* static-i18n (priority -200 against its -100), because it would refuse files without a path.

Order matters and is checked: these hooks at -200 after the plugin ``i18n``. Facts of static-i18n 1.3.1 relied upon:
``current_language`` is right from ``on_files`` on; nested builds reuse the same config object with ``building`` true.
"""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path
from typing import Any, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from vigie.build import EditorPage
from vigie.news.model import Post
from vigie.pages import Page
from vigie.preview import show_message
from vigie.problems import ProblemsFound, report
from vigie.ready import Ready, make_ready, write_files
from vigie.render import Framed
from vigie.site.assets import asset_files, made_assets
from vigie.site.root_files import COPIED_TO_ROOT, root_files

_KEY = "vigie"


def start(config: MkDocsConfig, day: datetime.date) -> None:
    """``on_config``: load, check and render everything once, before MkDocs cleans the site's folder.

    A broken edit, of a text or of a template, stops here: nothing of the last good site is lost.
    """
    plugin = i18n_plugin(config)
    if plugin.building:
        return
    preview = bool(config.site_url)  # only ``mkdocs serve`` sets it: the site's own address is in data/site.yaml
    try:
        ready = make_ready(Path(config.config_file_path).parent, day, preview=preview)
    except ProblemsFound as found:
        raise Abort(str(found)) from None
    if ready.warnings:
        print(report(ready.warnings))
    _build_only(plugin, {language.code for language in ready.build.languages})
    config.extra[_KEY] = ready
    config.theme.static_templates = set()


def _build_only(plugin: Any, shown: set[str]) -> None:
    """A hidden language stays in ``mkdocs.yml``; static-i18n reads ``build`` each time it asks which ones to build."""
    for language in plugin.config.languages:
        if language.locale not in shown:
            language.build = False


def i18n_plugin(config: MkDocsConfig) -> Any:
    """The plugin static-i18n, or a refusal that says what to write."""
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise Abort(
            "mkdocs.yml : il manque le plugin « i18n » ; ajoutez « plugins: [i18n: …] » comme dans l’exemple d’origine."
        )
    return plugin


def current(config: MkDocsConfig) -> Ready:
    """What this build publishes, made once for all its languages."""
    return cast(Ready, config.extra[_KEY])


def language_files(files: Files, config: MkDocsConfig) -> Files:
    """``on_files``, after static-i18n: our pages of the current language, and the shared files once.

    Drops Material's own files (its script and stylesheet never travel) and whatever static-i18n copied per language.
    """
    plugin = i18n_plugin(config)
    ready = current(config)
    if plugin.current_language not in plugin.i18n_files_per_language:
        raise Abort(
            "mkdocs.yml : ces hooks passent avant static-i18n ; laissez « event_priority(-200) » sur on_files "
            "et ne donnez à aucun plugin une priorité plus basse."
        )
    kept = type(files)(plugin, [])  # type: ignore[call-arg] # static-i18n's own Files, which MkDocs' type does not know
    for page in ready.index.in_language(plugin.current_language):
        kept.append(_file(page, config))
    if plugin.is_default_language_build:
        for path in asset_files(ready.build.root):
            name = path.relative_to(config.docs_dir).as_posix()
            kept.append(File(name, config.docs_dir, config.site_dir, use_directory_urls=True))
    plugin.i18n_files_per_language[plugin.current_language] = kept.documentation_pages()
    return kept


def _file(page: Page, config: MkDocsConfig) -> File:
    """A page as a file without source, with what static-i18n expects to find on it."""
    name = _source_name(page)
    file = File.generated(config, f"{page.lang}/{name}.md", content="")
    file.dest_uri = page.file
    file.url = page.path or "./"
    file.abs_dest_path = os.path.normpath(Path(config.site_dir) / page.file)
    extra = cast(Any, file)
    extra.locale = page.lang
    extra.locale_alternate_of = page.lang
    extra.localization = page.lang
    extra.norm_src_uri = f"{name}.md"
    extra.alternates = {page.lang: file}
    extra.vigie_page = page
    return file


def _source_name(page: Page) -> str:
    """The name by which ``nav`` in ``mkdocs.yml`` knows the page."""
    if isinstance(page.subject, Page):
        return _source_name(page.subject)
    if isinstance(page.subject, EditorPage | Post):
        return page.subject.document.name
    return page.address.removesuffix(".html") if page.is_error else f"{page.address}index"


def our_page(page: MkDocsPage) -> Page:
    """The page of ours that MkDocs is building."""
    return cast(Page, cast(Any, page.file).vigie_page)


def framed(page: MkDocsPage, config: MkDocsConfig) -> Framed:
    """``on_page_context``: the four parts that ``main.html`` puts together."""
    return current(config).framed[our_page(page).file]


def escape_everything(environment: Any) -> None:
    """``on_env``: MkDocs' own environment does not escape; ours does, so that nothing unescaped slips through it."""
    environment.autoescape = True


def keep_serving(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """``on_serve``: after a broken edit, say why (in the terminal and on top of each page) and go on serving."""
    build_again = server.builder

    def forgiving() -> None:
        try:
            build_again()
        except Abort as stopped:
            message = stopped.format_message()
            print(message)
            show_message(Path(config.site_dir), message)

    server.builder = forgiving


def finish(config: MkDocsConfig) -> None:
    """``on_post_build``: once all languages are built, what belongs to none of them."""
    if i18n_plugin(config).building:
        return
    ready = current(config)
    for name, text in root_files(ready.build, ready.index).items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, asset in COPIED_TO_ROOT.items():
        shutil.copyfile(ready.build.root / "docs" / "assets" / asset, Path(config.site_dir) / name)
    for name, text in made_assets(ready.build.root).items():
        (Path(config.site_dir) / "assets" / name).write_text(text, encoding="utf-8")
    write_files(ready, Path(config.site_dir))


def build_site(root: Path, target: Path) -> None:
    """Build the whole site into ``target``, strictly: a warning of MkDocs is a failure (``Abort``)."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(target))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
