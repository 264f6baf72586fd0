"""Whatever an editor writes, the project answers with problems on lines of the text: it never crashes."""

import json
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vigie.data_files import parse_data
from vigie.documents import PageMeta, parse_document
from vigie.html_stream import read_html
from vigie.isolate import isolate_html
from vigie.links import Surroundings, broken_links
from vigie.markdown_text import render_body
from vigie.readers.prose import check_prose
from vigie.refused_hosts import RefusedHosts
from vigie.site.navigation import parse_navigation
from vigie.strict_yaml import load

QUIET = settings(
    max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
YAML_PIECES = [
    "a: ", "b:\n", "- ", "  ", "\n", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "!!str ", "|\n", ">-\n", '"', "'", "\\", "\\U", "\\u202e",
    "%YAML 1.1\n", "---\n", "...\n", "? ", "# ", "<<", "~", "no", "012", "12:30", "1e9", "0x", "\t", "@", "`", "\x00", "\u2028", "é", "ع",
]  # fmt: skip
MARKDOWN_PIECES = [
    "<", "<!--", "-->", "<!-- a: b -->", "<![", "<![CDATA[", "]]>", "<?", "?>", "<a ", "<script>", "</script>", "<b", "/>", ">", "&", "&#",
    "&#x41;", "{:", "{#a}", "}", "[", "](", "](x.md)", ")", "![", "```", "~~~", "\n", "\n\n", "    ", "\t", "#", "## ", "\n---\n", "===", "|",
    "| a |", "|--|", "!!! ", "note", '"', "*", "**", "_", "`", "- ", "1. ", "> ", ":   ", "\\", "onclick=", "javascript:", "<https://", "@",
    "contact:", "klzzwxh:0", "\x02", "\x03", "\x00", "\u2028", "<textarea>", "<svg>", "<math>", "<title>", "é", "ع", "01 44 52 88 90",
]  # fmt: skip
TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p", "pre", "strong", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"href", "id", "class", "align", "start", "src", "alt"}


def made_of(pieces):
    """Texts made of these pieces and of any others."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=30).map("".join) | st.text()


def assert_on_lines(problems, text, first=1):
    """Each problem is on a line of the text, in two halves that say something."""
    last = (
        first + text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029")
    )
    for problem in problems:
        assert first <= problem.line <= last, problem
        assert problem.what
        assert problem.mend


@QUIET
@given(made_of(YAML_PIECES))
@example('a: "\\UFFFFFFFF"')
@example("[" * 4000)
@example("- " * 4000)
@example("a: " + "9" * 5000)
@example("a: &x {b: *x}")
@example("%YAML 1." + "1" * 5000 + "\n--- a")
def test_any_text_is_read_as_yaml_or_refused(text):
    """The loader answers any text, and what it lets through without a word can be written as JSON."""
    located, problems = load(text, "f")
    assert_on_lines(problems, text)
    if not problems:
        json.loads(json.dumps(located.value, ensure_ascii=False).encode())


@QUIET
@given(made_of(YAML_PIECES))
@example("title: a\ndescription: 1" + "0" * 400 + ".0")
@example('"\\uD800": a')
def test_any_text_is_a_record_or_refused(text):
    """A model answers any text: a record, or problems, never both and never neither."""
    loaded, problems = parse_data(PageMeta, text, "f")
    assert (loaded is None) == bool(problems)
    assert_on_lines(problems, text)


@QUIET
@given(made_of(YAML_PIECES), st.sampled_from(["nav", "plugins", "nav:\n- a", "plugins:\n- i18n"]))
def test_any_text_is_a_menu_or_refused(text, key):
    """Whatever stands in the menu or the plugins."""
    whole = f"{key}: {text}"
    assert_on_lines(parse_navigation(whole)[1], whole)


@QUIET
@given(made_of([*YAML_PIECES, "---\n", "\n---\n"]), st.booleans())
def test_any_text_is_a_document_or_refused(text, opened):
    """The front matter and the body together are the whole text, whatever it is."""
    text = f"---\n{text}" if opened else text
    document, problems = parse_document(text, "f", "fr", "x")
    assert_on_lines(problems, text)
    assert text.endswith(document.body)
    assert document.has_front == (not problems)
    if document.body and document.has_front:
        assert text.split("\n")[document.body_line - 1 :] == document.body.split("\n")


@QUIET
@given(made_of(MARKDOWN_PIECES))
@example("<![x[ y")
@example("\n".join("    " * depth + "- a" for depth in range(120)))
@example("> " * 300 + "a")
@example("[" * 300)
def test_any_text_is_rendered_or_refused(text):
    """Rendering, isolating, and looking at links and words answer any text."""
    rendered, problems = render_body(text, "f", 3)
    assert_on_lines(problems, text, first=3)
    around = Surroundings("fr", "x", {}, lambda address: None, str, "note", "a@b.org")
    for piece in rendered.pieces:
        if isinstance(piece, str):
            isolate_html(piece)
            assert_on_lines(broken_links(piece, text, "f", 3, around), text, first=3)


@QUIET
@given(made_of(MARKDOWN_PIECES))
def test_what_passes_holds_nothing_that_runs(text):
    """A text without problem gives no script, no handler, no style, no address that runs."""
    rendered, problems = render_body(text, "f", 1)
    if problems:
        return
    for event in read_html("".join(piece for piece in rendered.pieces if isinstance(piece, str))):
        assert event.kind in ("start", "end", "text")
        if event.kind == "start":
            assert event.data in TAGS
            assert {name for name, _ in event.attributes} <= ATTRIBUTES
            address = next((value or "" for name, value in event.attributes if name in ("href", "src")), "")
            address = re.sub(r"[\s\x00-\x1f]", "", address).lower()
            assert not address.startswith(("javascript:", "data:", "vbscript:", "tel:", "sms:"))


@QUIET
@given(made_of(MARKDOWN_PIECES))
def test_any_text_is_looked_at_for_numbers_and_addresses(text):
    """Any body, line by line."""
    document, _ = parse_document(text, "f", "fr", "x")
    problems = check_prose(document, {"a@b.org"}, RefusedHosts(refused_hosts=()))
    assert_on_lines(problems, document.body, first=document.body_line)
