"""Our environment of templates: compiled once for all the copies of a project, each with its own files in messages."""

import pytest
from jinja2 import Environment, TemplateSyntaxError, UndefinedError

from built import ROOT
from vigie.render import _template_problem
from vigie.templates import _MOST_KEPT, _CompiledOnce, make_environment


def _project(folder, **templates):
    (folder / "overrides").mkdir(parents=True)
    for name, text in templates.items():
        (folder / "overrides" / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def _problem(root, name):
    try:
        make_environment(root).get_template(f"{name}.html").render()
    except (UndefinedError, TemplateSyntaxError) as error:
        return _template_problem(error, root)
    pytest.fail("the template is right")


@pytest.fixture
def compiled(monkeypatch):
    """The names of the templates that Jinja compiles, in order."""
    names = []
    compile_anew = Environment.compile

    def noted(self, source, name=None, *rest, **more):
        names.append(name)
        return compile_anew(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def test_a_copy_of_a_project_compiles_nothing_again(tmp_path, compiled):
    """The same name and text: one compilation; another text, or another name, has its own."""
    text = f"<p>{{{{ 1 + 1 }}}}</p>{tmp_path}"
    for copy in ("one", "two"):
        root = _project(tmp_path / copy, a=text, b=text)
        assert make_environment(root).get_template("a.html").render() == f"<p>2</p>{tmp_path}"
    assert compiled == ["a.html"]
    assert make_environment(root).get_template("b.html").render() == f"<p>2</p>{tmp_path}"
    other = _project(tmp_path / "three", a=f"{text} autre")
    assert make_environment(other).get_template("a.html").render().endswith(" autre")
    assert compiled == ["a.html", "b.html", "a.html"]


def test_what_is_wrong_is_told_in_the_copy_that_is_rendered(tmp_path):
    """File and line, when the template was compiled for another copy, itself or through what it includes."""
    texts = {
        "fault": "<p>\n\n{{ rien.du.tout }}</p>",
        "around": "<p>\n{% include 'fault.html' %}",
        "broken": "\n{{ a }",
    }
    for copy in ("one", "two"):
        root = _project(tmp_path / copy, **texts)
        for name, line, file in (("fault", 3, "fault"), ("around", 3, "fault"), ("broken", 2, "broken")):
            problem = _problem(root, name)
            assert (problem.path, problem.line) == (f"overrides/{file}.html", line)


def test_values_are_escaped_in_every_copy(tmp_path):
    """What is kept is compiled with escaping on."""
    for copy in ("one", "two"):
        template = make_environment(_project(tmp_path / copy, a="{{ value }}")).get_template("a.html")
        assert template.render(value="<b>") == "&lt;b&gt;"


def test_what_is_kept_is_bounded(tmp_path, monkeypatch):
    """A preview open for days keeps the last versions of the templates, not all of them."""
    kept = _CompiledOnce()
    monkeypatch.setattr("vigie.templates._COMPILED", kept)
    monkeypatch.setattr("vigie.templates._MOST_KEPT", 2)
    root = _project(tmp_path, a="", b="", c="")
    environment = make_environment(root)
    for name in "abc":
        environment.get_template(f"{name}.html")
    assert [name for name, _digest in kept._kept] == ["b.html", "c.html"]
    assert 4 * len(list((ROOT / "overrides").rglob("*.html"))) < _MOST_KEPT
