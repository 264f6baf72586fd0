"""The tables of a text as pages show them."""

from __future__ import annotations

from vigie.html_stream import Event, rewrite, start_tag


def dressed(html: str, table_label: str) -> str:
    """Tables can be wider than a phone: each in a region that scrolls and that the keyboard reaches; alignment as a class."""
    region = start_tag(
        "div", (("class", "table-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table_label))
    )

    def dress(event: Event) -> str | None:
        if event.data == "table":
            return f"{region}<table>" if event.kind == "start" else "</table></div>"
        if event.kind != "start":
            return None
        align = dict(event.attributes).get("align")
        scope = (("scope", "col"),) if event.data == "th" else ()
        return start_tag(event.data, (*scope, *((("class", align),) if align else ()))) if align or scope else None

    return rewrite(html, dress) if "<table" in html else html
