"""One more entry at the end of a list of a YAML file, as text: comments, order and layout of all the rest stay."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

Key = str | int


def with_entry(text: str, path: Sequence[Key], entry: Sequence[str]) -> str | None:
    """``text`` with ``entry`` (lines ``key: value``) after the last one of the list at ``path``.

    None when there is no such list, when it is empty, or written between brackets.
    """
    try:
        found = node_at(yaml.compose(text, Loader=yaml.SafeLoader), path)
    except yaml.YAMLError:
        return None
    if not isinstance(found, yaml.SequenceNode) or found.flow_style or not found.value:
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    last = _last_line(found)
    if not lines[last].endswith(("\n", "\r")):
        lines[last] += end
    indent = " " * found.start_mark.column
    written = [f"{indent}{'- ' if n == 0 else '  '}{line}{end}" for n, line in enumerate(entry)]
    return "".join([*lines[: last + 1], *written, *lines[last + 1 :]])


def place_of_plugin(text: str, name: str) -> int | None:
    """The place of the plugin ``name`` in the list ``plugins`` of a configuration of MkDocs; None when it is not there."""
    try:
        plugins = node_at(yaml.compose(text, Loader=yaml.SafeLoader), ("plugins",))
    except yaml.YAMLError:
        return None
    listed = plugins.value if isinstance(plugins, yaml.SequenceNode) else []
    return next((place for place, node in enumerate(listed) if node_at(node, (name,)) is not None), None)


def node_at(node: yaml.Node | None, path: Sequence[Key]) -> yaml.Node | None:
    """What stands at ``path`` under ``node``; None when nothing does."""
    for key in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        else:
            return None
    return node


def _last_line(node: yaml.Node) -> int:
    """The line, from 0, on which the last text under ``node`` ends: where a block ends, YAML tells that of what follows."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line: int = node.end_mark.line
    return line - 1 if node.end_mark.column == 0 and line else line
