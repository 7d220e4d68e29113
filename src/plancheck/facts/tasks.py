"""The tasks of a plan: what its task chapter is divided into, and the items below, united with the data file's tasks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plancheck.core.location import Evidence, Location
from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.document.model import Document
from plancheck.facts.flat import flatten
from plancheck.facts.headings import form, strip_label
from plancheck.facts.model import Passage, SubmissionFacts, Task
from plancheck.facts.sections import Sections, sections_for
from plancheck.facts.task_items import Item, numbered_items, table_items

CHAPTER = "主要任务"  # the section entry of the task chapter, unless one has the property `role tasks`
FIELDS = "任务领域"  # what the group entries of task fields declare as `of`


def read_tasks(
    document: Document,
    passages: Sequence[Passage],
    vocabulary: Vocabulary,
    sections: Sections,
    submission: SubmissionFacts,
) -> tuple[Task, ...]:
    """The tasks in reading order, parents before children; tasks that only the data file names come last."""
    reader = _Reader(document, passages, vocabulary, sections)
    return _united(reader.read(), submission, reader.fields)


def subtasks(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The 分项任务: tasks of level 2, and tasks of level 1 that are not divided further."""
    parents = {task.parent for task in tasks}
    return tuple(task for at, task in enumerate(tasks) if task.level == 2 or at not in parents)


def field_of(name: str, fields: Sequence[Entry]) -> str | None:
    """The task field whose name a heading carries (the longest one; gap patterns `甲…乙` count), or None."""
    flat = flatten(strip_label(flatten(name)))
    found: tuple[int, int, str] | None = None
    for entry in fields:
        for alias in entry.firm:
            parts = [part for part in map(flatten, alias.split("…")) if part]
            at = start = flat.find(parts[0]) if parts else -1
            for part, after in pairwise(parts):
                at = flat.find(after, at + len(part)) if at >= 0 else -1
            size = sum(map(len, parts))
            if at >= 0 and (found is None or (-size, start) < found[:2]):
                found = (-size, start, entry.name)
    return found[2] if found else None


@dataclass(frozen=True, slots=True)
class _Node:
    """A task before it has a number: `section` is its own section, or with `own` False the one it stands in."""

    name: str
    section: int
    first: int
    last: int
    own: bool
    below: tuple[_Node, ...] = ()


class _Reader:
    def __init__(
        self, document: Document, passages: Sequence[Passage], vocabulary: Vocabulary, sections: Sections
    ) -> None:
        self.document = document
        self.passages = passages
        self.sections = sections
        self.blocks = [passage.block for passage in passages]
        self.fields = [e for e in vocabulary.of("group").values() if FIELDS in e.properties.get("of", "").split(",")]
        entries = vocabulary.of("section")
        self.chapter = sections_for(vocabulary, "tasks", CHAPTER)
        self.apart = self._not_tasks(entries)

    def _not_tasks(self, entries: Mapping[str, Entry]) -> frozenset[int]:
        """Sections that hold no tasks though they stand in the task chapter: schedules, contributions, other chapters.

        Where headings next to it name task fields, one that only resembles such a section is left out, too.
        """
        found: set[int] = set()
        for name, entry in entries.items():
            role, under, level = (entry.properties.get(key) for key in ("role", "under", "level"))
            if name == self.chapter or role == "task":
                continue
            beside = role == "not-a-task" or under == self.chapter
            for match in self.sections.get(name, ()):
                if not (beside or (level == "1" and match.how == "exact")):
                    continue
                named = field_of(self._title(match.section), self.fields) is not None
                if match.how == "resembles":
                    parent = self.document.sections[self.document.sections[match.section].parent]
                    fields = sum(field_of(self._title(child), self.fields) is not None for child in parent.children)
                    if fields >= 2 and not named:
                        found.add(match.section)
                elif not named or role == "not-a-task":
                    found.add(match.section)
        for section in reversed(self.document.sections):
            empty = bool(section.children) and found.issuperset(section.children)
            if section.index and empty and field_of(section.title, self.fields) is None:
                found.add(section.index)
        return frozenset(found)

    def read(self) -> list[Task]:
        matches = self.sections.get(self.chapter, ())
        if matches:
            best = matches[0]
            nodes = self._divided(best.section)
            return self._numbered(nodes, sure=best.how != "resembles")
        # Without a task chapter, chapters named after the task fields are the tasks.
        tops = [
            section.index
            for section in self.document.sections[1:]
            if section.index not in self.apart and field_of(section.title, self.fields) is not None
        ]
        outer = [t for t in tops if not any(t != o and self.document.within(t, o) for o in tops)]
        distinct = {field_of(self.document.sections[t].title, self.fields) for t in outer}
        if len(distinct) < 2 or len({self.document.sections[t].level for t in outer}) != 1:
            return []
        return self._numbered([self._heading(t) for t in outer], sure=False)

    def _divided(self, chapter: int) -> list[_Node]:
        """What the task chapter is divided into; a single heading around all of it is looked through."""
        children = self._children(chapter)
        while len(children) == 1 and field_of(self._title(children[0]), self.fields) is None:
            below = self._children(children[0])
            if len(below) < 2 and not self._items(children[0], rhetorical=True):
                break
            chapter, children = children[0], below
        if children:
            return [self._heading(child) for child in children]
        items = self._items(chapter, rhetorical=True)
        if items:
            return [self._item(item, chapter, below=True) for item in items]
        return self._rows(chapter)

    def _children(self, section: int) -> list[int]:
        return [child for child in self.document.sections[section].children if child not in self.apart]

    def _title(self, section: int) -> str:
        return self.document.sections[section].title

    def _range(self, section: int) -> tuple[int, int]:
        """The passages of a section, its heading included."""
        here = self.document.sections[section]
        start = here.heading if here.heading >= 0 else here.first
        return bisect_left(self.blocks, start), bisect_left(self.blocks, here.last)

    def _items(self, section: int, *, rhetorical: bool) -> list[Item]:
        first, last = self._range(section)
        return numbered_items(self.passages, first, last, rhetorical=rhetorical)

    def _heading(self, section: int) -> _Node:
        first, last = self._range(section)
        children = self._children(section)
        if children:
            below = tuple(self._leaf(child) for child in children)
        else:
            field = field_of(self._title(section), self.fields)
            below = tuple(
                self._item(item, section, below=False) for item in self._items(section, rhetorical=field is not None)
            )
        return _Node(self._title(section), section, first, last, True, below)

    def _leaf(self, section: int) -> _Node:
        return _Node(self._title(section), section, *self._range(section), True)

    def _item(self, item: Item, section: int, *, below: bool) -> _Node:
        inner: tuple[_Node, ...] = ()
        if below:
            field = field_of(item.name, self.fields)
            parts = numbered_items(self.passages, item.first + 1, item.last, rhetorical=field is not None)
            inner = tuple(self._item(part, section, below=False) for part in parts)
        return _Node(item.name, section, item.first, item.last, False, inner)

    def _rows(self, section: int) -> list[_Node]:
        """Tasks of a table: rows of its second task column stand below the row that names the first."""
        nodes: list[_Node] = []
        for level, item in table_items(self.passages, *self._range(section)):
            node = _Node(item.name, section, item.first, item.last, False)
            if level == 1 or not nodes:
                nodes.append(node)
            else:
                over = nodes[-1]
                nodes[-1] = replace(over, last=item.last, below=(*over.below, node))
        return nodes

    def _numbered(self, nodes: Sequence[_Node], *, sure: bool) -> list[Task]:
        tasks: list[Task] = []
        for node in nodes:
            field = field_of(node.name, self.fields)
            parent = len(tasks)
            tasks.append(self._task(node, 1, field, None, sure))
            for child in node.below:
                inner = field or field_of(child.name, self.fields)
                tasks.append(self._task(child, 2, inner, parent, sure))
        return tasks

    def _task(self, node: _Node, level: int, field: str | None, parent: int | None, sure: bool) -> Task:
        here = self.document.sections[node.section]
        if node.first < node.last:
            evidence = self.passages[node.first].evidence
        else:
            evidence = Evidence(Location(section=self.document.path(node.section)), here.title)
        start = node.first + 1 if node.own and here.heading >= 0 else node.first
        text = self._text(start, node.last)
        return Task(node.name, node.section, level, field, parent, evidence, text, (node.first, node.last), sure=sure)

    def _text(self, first: int, last: int) -> str:
        lines: list[str] = []
        paragraph: tuple[int, int | None, int | None] | None = None
        for passage in self.passages[first:last]:
            place = passage.evidence.location
            host = (passage.block, place.row, place.column)
            if host == paragraph:
                lines[-1] += passage.text
            else:
                lines.append(passage.text)
            paragraph = host
        return "\n".join(lines)


def _united(tasks: list[Task], submission: SubmissionFacts, fields: Sequence[Entry]) -> tuple[Task, ...]:
    """Tasks of the plan with what the data file says of the task of that name; then the data file's other tasks."""
    by_name: dict[str, list[int]] = {}
    for at, task in enumerate(tasks):
        by_name.setdefault(form(task.name).core, []).append(at)
    for row in submission.tasks:
        named = row.get("name")
        if named is None or not named.value:
            continue
        said = row.get("field")
        field = field_of(said.value, fields) or said.value if said is not None and said.value else None
        known = by_name.get(form(named.value).core, [])
        if known:
            for at in known:
                tasks[at] = replace(tasks[at], given=row, field_=tasks[at].field_ or field)
            continue
        evidence = named.evidence[0] if named.evidence else Evidence(Location(source="data"), named.value)
        text = "\n".join(fact.value for key, fact in row.items() if fact.value and key not in ("id", "name"))
        field = field or field_of(named.value, fields)
        tasks.append(Task(named.value, 0, 1, field, None, evidence, text, given=row))
    return tuple(tasks)
