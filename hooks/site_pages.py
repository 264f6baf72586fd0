"""The moments of a build: thin adapters, the work is in ``vigie``. This file is re-read only when the server restarts."""

from typing import Any

import mkdocs.plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from vigie import mkdocs_bridge
from vigie.today import today


@mkdocs.plugins.event_priority(-200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """First event of a build, before the site's folder is cleaned: a refused edit must lose nothing."""
    mkdocs_bridge.start(config, today())
    return config


@mkdocs.plugins.event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n, which refuses files that have no source."""
    return mkdocs_bridge.language_files(files, config)


@mkdocs.plugins.event_priority(-200)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """The last moment before the first template is rendered."""
    mkdocs_bridge.escape_everything(env)


@mkdocs.plugins.event_priority(-200)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Where a template receives its values."""
    return {**context, "framed": mkdocs_bridge.framed(page, config)}


@mkdocs.plugins.event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n has built the other languages."""
    mkdocs_bridge.finish(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Before the preview begins to watch: from then on a refused edit must not stop it."""
    mkdocs_bridge.keep_serving(server, config)
    return server
