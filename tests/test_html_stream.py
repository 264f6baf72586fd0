"""HTML as a stream of events: read, rewritten, and the same when nothing is changed."""

from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.html_stream import VOID, Event, _read_plain, _Reader, read_html, rewrite, start_tag

SAMPLES = (
    '<p class="a" hidden>Un &amp; deux &lt;b&gt;</p>',
    "<ul><li>un</li><li>deux<br>trois</li></ul>",
    '<a href="x.md?a=1&amp;b=2" title="&quot;mot&quot;">lien</a>',
    "<!-- mot --><p>a</p>",
    "<!DOCTYPE html><html><body></body></html>",
    "<script>if (a < b && c > d) { e('</p>') }</script><style>a > b { content: \"&\" }</style><p>a</p>",
    "<pre><code>\n  &lt;b&gt;\n</code></pre>",
    "texte seul, « été », عربي",
    "M&amp;M",
    "<p>fin &amp; rien</p>un &lt; deux &amp;",
    '<script src="a.js"></script>un &amp; deux',
    "<style></style><b>x &lt; y</b>",
    "<script>a && b &amp; c</script><style>a{content:'&amp;'}</style>&amp;",
)


def test_events_keep_their_order_their_kind_and_their_line():
    """Tags, attributes, texts and comments, each with the line on which it begins."""
    assert read_html('<p class="a" hidden>\nun<br>deux</p>\n<!-- c --><!DOCTYPE html>') == [
        Event("start", "p", (("class", "a"), ("hidden", None)), 1),
        Event("text", "\nun", (), 1),
        Event("start", "br", (), 2),
        Event("text", "deux", (), 2),
        Event("end", "p", (), 2),
        Event("text", "\n", (), 2),
        Event("comment", " c ", (), 3),
        Event("declaration", "DOCTYPE html", (), 3),
    ]


def test_entities_are_read_in_texts_and_attributes():
    """What is compared is what a reader would get."""
    assert read_html('<a href="&#106;avascript:x">&eacute;&nbsp;&#x41;</a>')[:2] == [
        Event("start", "a", (("href", "javascript:x"),), 1),
        Event("text", "é\u00a0A", (), 1),
    ]


def test_a_tag_that_closes_itself_is_an_opening():
    """``<br/>`` is ``<br>``; an end that closes nothing is no event."""
    assert [e.kind for e in read_html("<br/></br><p/>")] == ["start", "start"]
    assert rewrite("a<br/>b<img src=x />c", lambda event: None) == 'a<br>b<img src="x">c'


@pytest.mark.parametrize("tag", sorted(VOID))
def test_void_elements_have_no_end(tag):
    """The end of an element that holds nothing is dropped."""
    assert rewrite(f"<{tag}></{tag}>x", lambda event: None) == f"<{tag}>x"


@pytest.mark.parametrize("html", SAMPLES)
def test_what_nobody_changes_stays_as_it_is(html):
    """HTML well written is written back byte for byte, scripts and styles included."""
    assert rewrite(html, lambda event: None) == html


@pytest.mark.parametrize("html", ["<![x[ y ]]>a", "<![CDATA[x]]>a", "<?php x ?>a", "<!x>a"])
def test_what_browsers_take_for_a_comment_is_one(html):
    """Unknown declarations stop nothing, and stay hidden from readers."""
    assert [(e.kind, e.data) for e in read_html(html)][-1] == ("text", "a")
    assert read_html(html)[0].kind == "comment"
    assert rewrite(html, lambda event: None) == f"<!--{read_html(html)[0].data}-->a"
    assert rewrite(rewrite(html, lambda event: None), lambda event: None) == rewrite(html, lambda event: None)


def test_a_change_replaces_one_event():
    """What the function returns is written as it is, even nothing; the rest is kept."""

    def change(event):
        if event.data == "b" and event.kind in ("start", "end"):
            return "<strong>" if event.kind == "start" else ""
        return None

    assert rewrite("<p>1 &lt; <b>2</b></p>", change) == "<p>1 &lt; <strong>2</p>"


def test_attributes_are_escaped():
    """A quote, an ampersand or a bracket never leaves its attribute; one without value has none."""
    assert start_tag("a", (("href", "x?a=1&b=\"'<>"), ("hidden", None))) == (
        '<a href="x?a=1&amp;b=&quot;&#x27;&lt;&gt;" hidden>'
    )


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "<p>", "</p>", "<!", "<![", "<?", "&", "&lt;", "<a b='", "'", "x", "\n", "-->", "<!--"]
        )
    )
)
def test_writing_back_is_stable(pieces):
    """Any text at all can be read, and once written back it is written back the same."""
    once = rewrite("".join(pieces), lambda event: None)
    assert rewrite(once, lambda event: None) == once


def test_an_instruction_keeps_its_question_mark():
    """As browsers do."""
    assert [(e.kind, e.data) for e in read_html("<?php x ?>")] == [("comment", "?php x ?")]


def test_a_tag_never_finished_is_a_text():
    """Nothing at the end of a text is lost."""
    assert rewrite("a<", lambda event: None) == "a&lt;"
    assert rewrite("un &am", lambda event: None) == "un &amp;am"


def test_a_shape_that_closes_itself_stays_closed():
    """In a picture « / » closes; on an element of HTML browsers ignore it, and so do we."""
    assert rewrite('<svg><line x1="0"/><circle r="2"/></svg>', lambda event: None) == (
        '<svg><line x1="0"></line><circle r="2"></circle></svg>'
    )
    assert [event.kind for event in read_html("<p/>")] == ["start"]


PLAIN = (
    "<p>", "</p>", "<br>", "<img alt='x'>", '<a href="?a=1&amp;b=2" hidden>', "</a>", "<use/>", "<p/>", "<br />",
    '<svg viewBox="0 0 1 1">', "<B\nclass=\"c\">", "</B>", "<title>", "</title>", "<style>", "</style>", "<script src=\"a\">",
    "</script>", "<textarea>", "</textarea>", "<script/>", "<iframe>", "</iframe>", "<!doctype html>", "<!DOCTYPE html>",
    '<i a="&copy=1">', '<i a="&notit;&#39;&nbsp;">', '<i a="<">', '<i a="1"b="2">', '<i a="1" a="2">', "<i a=>", '<i ="a">',
)  # fmt: skip
ODD = (
    "<",
    ">",
    "&",
    "&amp;",
    "&eacute",
    "&#x41;",
    '"',
    "'",
    "/",
    "=",
    " ",
    "\n",
    "\t",
    "\0",
    "x",
    "é",
    "<!--",
    "-->",
    "<![",
    "<?",
    "</",
)


def _slowly(html):
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


@settings(max_examples=2000, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PLAIN + ODD) | st.text(max_size=3), max_size=12).map("".join))
def test_what_is_read_fast_is_read_as_python_reads_it(html):
    """Whatever the text: either it is left to HTMLParser, or kinds, words, attributes and lines are the same."""
    fast = _read_plain(html)
    assert fast is None or fast == _slowly(html)
    assert read_html(html) == _slowly(html)


@pytest.mark.parametrize("html", [html for html in SAMPLES if "<!--" not in html and "<script>if" not in html])
def test_html_well_written_is_read_fast(html):
    """What a page of the site is made of does not take the slow way."""
    assert _read_plain(html) == _slowly(html)


@pytest.mark.parametrize(
    "html",
    [
        "a < b", "<p", "<p class='a'>", "<p class=a>", '<p title="a>b">', '<p title="&copy=1">', "<p\tid>", "<p\0>", "\0", "<!-- c -->",
        "<title><b>x</b></title>", "<textarea><p></textarea>", "<script>a<b</script>", "<script/>&amp;</script>", "<style>a", "<title>a</p></title>",
        "<!doctype html SYSTEM>", "</p >", "<![CDATA[x]]>",
    ],
)  # fmt: skip
def test_what_could_be_read_otherwise_is_left_to_the_slow_reader(html):
    """Where browsers, or versions of Python, may differ."""
    assert _read_plain(html) is None


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.lists(st.tuples(st.sampled_from(["title", "lang", "data-x"]), st.none() | st.text(max_size=5)), max_size=3),
    st.text(max_size=8),
)
def test_what_we_write_is_read_fast(attributes, text):
    """A start tag of ours and an escaped text come back as they were, but for what no page can hold."""
    if "\0" not in text + "".join(value or "" for _name, value in attributes):
        attributes = tuple(attributes)
        html = f"<p>{escape(text, quote=False)}</p>{start_tag('p', attributes)}"
        assert _read_plain(html)[-1][:3] == ("start", "p", attributes)
        assert "".join(event.data for event in _read_plain(html) if event.kind == "text") == unescape(escape(text))
