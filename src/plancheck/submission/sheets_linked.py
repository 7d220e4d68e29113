"""Sheets whose rows belong to the entries of another sheet: each row is put into the entry that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.facts.data_parts import Linked, linked_parts
from plancheck.submission.aliases import fold, lookup
from plancheck.submission.tree import Entries, Items, Node

Sheet = tuple[str, Place, Node]


def linked_sheet(name: str) -> Linked | None:
    """The linked list that a sheet of this name holds."""
    return next((part for part in linked_parts().values() if fold(part.title) == fold(name)), None)


def attach(
    sheets: Sequence[Sheet], linked: Iterable[tuple[Linked, Node]], diagnostics: list[Diagnostic]
) -> list[Sheet]:
    """The sheets with the rows of linked ones put into their entries; a row that names no entry is reported."""
    found = list(sheets)
    for part, node in linked:
        if not isinstance(node, Items):
            continue
        at = next((i for i, s in enumerate(found) if lookup("DataFile").get(fold(s[0])) == part.parent.key), None)
        parents = found[at][2] if at is not None else None
        rows = [row for row in node.items if isinstance(row, Entries)]
        entries = list(parents.items) if isinstance(parents, Items) else []
        filled = _put(part, entries, rows, diagnostics)
        if at is not None and isinstance(parents, Items):
            found[at] = (*found[at][:2], Items(tuple(filled), parents.place))
    return found


def _put(part: Linked, entries: list[Node], rows: list[Entries], diagnostics: list[Diagnostic]) -> list[Node]:
    above = part.parent.field.part
    assert above is not None
    keys = {"id", *above.named_by}
    named: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for label, _, value in entry.entries if isinstance(entry, Entries) else ():
            if lookup(above.model).get(fold(label)) in keys:
                named.setdefault(fold(getattr(value, "text", None) or ""), index)
    children: dict[int, list[Node]] = {}
    for row in rows:
        owner = next((e for e in row.entries if lookup(part.model).get(fold(e[0])) == "of"), None)
        name = getattr(owner[2], "text", None) if owner is not None else None
        if not name or fold(name) not in named:
            diagnostics.append(_stray(part, name, owner[1] if owner is not None else row.place))
            continue
        rest = tuple(e for e in row.entries if e is not owner)
        children.setdefault(named[fold(name)], []).append(Entries(rest, row.place))
    return [_with(entry, part.field.key, children.get(i, [])) for i, entry in enumerate(entries)]


def _with(entry: Node, key: str, rows: list[Node]) -> Node:
    if not rows or not isinstance(entry, Entries):
        return entry
    return Entries((*entry.entries, (key, entry.place, Items(tuple(rows), entry.place))), entry.place)


def _stray(part: Linked, name: str | None, place: Place) -> Diagnostic:
    above = part.parent.field.title
    told = f"“{above}”表里没有“{name}”" if name else f"没有写明属于哪一条“{above}”"
    help_ = f"请填“{above}”表中已有的名称或编号。"
    return Diagnostic("data-stray-row", f"工作表“{part.title}”的一行：{told}", place, help_)
