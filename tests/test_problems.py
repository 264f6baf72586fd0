"""Problems as values: how one is shown, and how a list is."""

import pytest

from vigie.problems import Problem, ProblemsFound, blocking, report

FIRST = Problem("a.md", 3, "ceci manque", "ajoutez-le")
SECOND = Problem("a.md", 12, "cela est de trop", "ôtez-le")
OTHER = Problem("b.md", 1, "ce fichier est vide", "écrivez-le")
OLD = Problem("a.md", 4, "ceci est ancien", "vérifiez", blocking=False)


def test_a_problem_says_where_what_and_how_to_mend():
    """One line that an editor or a forge can click: path, line, what, mend."""
    assert str(FIRST) == "a.md:3: ceci manque ; ajoutez-le"


def test_a_problem_blocks_unless_it_says_otherwise():
    """Only what is marked as not blocking lets a build go on."""
    assert blocking([FIRST, OLD, OTHER]) == [FIRST, OTHER]
    assert blocking([OLD]) == []


def test_a_report_is_sorted_by_file_then_line_and_counts():
    """Line 12 comes after line 3, each problem once, then the count of both kinds."""
    assert report([OTHER, SECOND, FIRST, OLD, FIRST]) == (
        "a.md:3: ceci manque ; ajoutez-le\n"
        "a.md:4: ceci est ancien ; vérifiez (avertissement)\n"
        "a.md:12: cela est de trop ; ôtez-le\n"
        "b.md:1: ce fichier est vide ; écrivez-le\n"
        "3 problèmes à corriger, 1 avertissement(s)."
    )


def test_one_problem_is_counted_in_the_singular():
    """« 1 problème », and no warning."""
    assert report([FIRST]).endswith("\n1 problème à corriger, 0 avertissement(s).")
    assert report([FIRST, OTHER]).endswith("\n2 problèmes à corriger, 0 avertissement(s).")
    assert report([OLD]).endswith("\n0 problème à corriger, 1 avertissement(s).")


def test_nothing_to_say_is_said_with_nothing():
    """No problem, no count."""
    assert report([]) == ""


def test_what_is_raised_holds_each_problem_once_and_reads_as_the_report():
    """The exception at the edge carries the sorted problems, and its text is the report."""
    with pytest.raises(ProblemsFound) as caught:
        raise ProblemsFound([SECOND, FIRST, SECOND])
    assert caught.value.problems == (FIRST, SECOND)
    assert str(caught.value) == report([FIRST, SECOND])


def test_a_problem_stays_on_one_line_and_moves_no_terminal():
    """The name of a file or a pasted word may hold ends of lines, colours and direction marks: they are shown, not obeyed."""
    problem = Problem("docs/a\n::error::b.md", 1, "le nom « \x1b[2J\u202e » ne va pas", "écrivez\u00a0: é\u202f!")
    assert str(problem) == r"docs/a\n::error::b.md:1: le nom « \x1b[2J\u202e » ne va pas ; écrivez" + "\u00a0: é\u202f!"
