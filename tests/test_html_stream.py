"""HTML as a stream of events: read, rewritten, and the same when nothing is changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.html_stream import VOID, Event, read_html, rewrite, start_tag

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
