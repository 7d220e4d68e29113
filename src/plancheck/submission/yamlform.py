"""The YAML form: read from the parser's events, so that every value keeps its text and its line.

Events instead of composed nodes, so that depth, number of nodes and alias expansion are bounded while reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.submission.tree import MAX_DEPTH, MAX_NODES, Entries, Items, Node, Reading, Scalar

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset(
    {None, "!"} | {f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")}
)


class _Refused(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    place: Place
    mapping: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[str, Place, Node]] = field(default_factory=list)
    key: tuple[str, Place] | None = None


def read_yaml(text: str, file: str) -> Reading:
    """The tree of a YAML text; mistakes as diagnostics, root None where reading had to stop."""
    try:
        return Reading(_Builder(file, text.splitlines()).build(text))
    except _Refused as refused:
        return Reading(None, (refused.diagnostic,))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        lines = text.splitlines()
        source = lines[line - 1] if line and line <= len(lines) else None
        place = Place(file, line, mark.column + 1 if mark else None, source_line=source)
        return Reading(None, (Diagnostic("data-yaml-syntax", _syntax(line), place, _SYNTAX_HELP),))
    except yaml.YAMLError:
        return Reading(None, (Diagnostic("data-yaml-syntax", _syntax(None), Place(file), _SYNTAX_HELP),))


_SYNTAX_HELP = "请检查缩进（只用空格）、冒号后的空格、引号和括号是否成对。"


def _syntax(line: int | None) -> str:
    return f"第 {line} 行不符合 YAML 的写法" if line else "文件不符合 YAML 的写法"


@dataclass(slots=True)
class _Builder:
    file: str
    lines: list[str]
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    root: Node | None = None
    documents: int = 0
    nodes: int = 0

    def build(self, text: str) -> Node:
        for event in yaml.parse(text, Loader=_LOADER):
            self._take(event)
        return self.root if self.root is not None else Scalar(None, Place(self.file))

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._refuse(
                    "data-several-documents", "一个文件里有几份数据（以“---”分开）", event, "请只保留一份。"
                )
        elif isinstance(event, yaml.AliasEvent):
            known = self.anchors.get(event.anchor or "")
            if known is None:
                raise self._refuse(
                    "data-yaml-syntax", f"引用“*{event.anchor}”没有对应的“&{event.anchor}”", event, "请直接写出内容。"
                )
            self._count(known[1], event)
            self._check_depth(known[2], event)
            self._add(known[0], event)
        elif isinstance(event, yaml.ScalarEvent):
            self._count(1, event)
            self._check_tag(event)
            null = event.implicit[0] and event.value in _NULLS
            node = Scalar(None if null else event.value, self._place(event))
            if event.anchor:
                self.anchors[event.anchor] = (node, 1, 0)
            self._add(node, event)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._count(1, event)
            self._check_tag(event)
            self._check_depth(1, event)
            self.stack.append(_Open(self._place(event), isinstance(event, yaml.MappingStartEvent), event.anchor))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            done = self.stack.pop()
            node_ = Entries(tuple(done.entries), done.place) if done.mapping else Items(tuple(done.items), done.place)
            if done.anchor:
                self.anchors[done.anchor] = (node_, *_measure(node_))
            self._add(node_, event)

    def _add(self, node: Node, event: Any) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            if not isinstance(node, Scalar):
                raise self._refuse("data-bad-key", "项的名称应当是文字，这里是一组内容", event, "请写成“名称: 值”。")
            top.key = (node.text or "", self._place(event))
        else:
            top.entries.append((*top.key, node))
            top.key = None

    def _check_depth(self, more: int, event: Any) -> None:
        if len(self.stack) + more > MAX_DEPTH:
            raise self._refuse("data-too-deep", f"内容嵌套超过 {MAX_DEPTH} 层", event, "请按数据文件模板的层次填写。")

    def _count(self, more: int, event: Any) -> None:
        self.nodes += more
        if self.nodes > MAX_NODES:
            raise self._refuse(
                "data-too-large", f"内容（含重复引用）超过 {MAX_NODES} 项", event, "请去掉重复引用，只写要填报的内容。"
            )

    def _check_tag(self, event: Any) -> None:
        if event.tag not in _PLAIN_TAGS:
            raise self._refuse(
                "data-bad-tag", f"不接受“{event.tag}”这种写法", event, "请去掉以“!”开头的标记，直接写值。"
            )

    def _place(self, event: Any) -> Place:
        line = event.start_mark.line
        source = self.lines[line] if line < len(self.lines) else None
        return Place(self.file, line + 1, event.start_mark.column + 1, source_line=source)

    def _refuse(self, code: str, message: str, event: Any, help_: str) -> _Refused:
        return _Refused(Diagnostic(code, message, self._place(event), help_))


def _measure(node: Node) -> tuple[int, int]:
    """How many nodes it holds, itself included, and how deep it nests."""
    if isinstance(node, Scalar):
        return 1, 0
    children = node.items if isinstance(node, Items) else tuple(e[2] for e in node.entries)
    measured = [_measure(child) for child in children]
    return 1 + sum(m[0] for m in measured), 1 + max((m[1] for m in measured), default=0)
