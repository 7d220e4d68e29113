"""What each task contributes to the aims, as share (%) or amount (tCO2, tce): read in its own text, in tables, elsewhere.

A sentence or row counts for a task where it speaks of a contribution (贡献, 占总减排量的) and stands in the task or names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit
from plancheck.facts.facts import Facts
from plancheck.facts.flat import flatten
from plancheck.facts.headings import form, strip_label
from plancheck.facts.model import Fact, Passage, Task
from plancheck.facts.passages import CELL_GAP
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.quantities import QuantitySpan, read_quantities

_SAID = "贡献"
_SPEAKS = re.compile(
    f"{_SAID}|占[^，。；0-9]{{0,12}}(?:减排|减碳|降碳|减少排放|节能)(?:目标|任务|潜力|需求)?(?:总量|量|总额)|(?:减排|减碳|降碳)(?:量)?(?:占比|份额)"
)
_AMOUNT_HEAD = re.compile("贡献|减排|减碳|降碳|节能")
_TASK_HEAD = re.compile("任务|措施|工作内容")
_SAVED = re.compile("减排|减碳|降碳|节能|节约|减少|贡献")
_NEAR = 12  # characters before an amount in which the word stands that makes it a saving
_TOTAL = re.compile("合计|总计|小计|共计")
_OF_THE_WHOLE = re.compile("合计|共计|以上|上述|本领域|该领域|本类|四项|各项")
_AMOUNTS = ("co2", "co2e", "coal-equivalent", "mass")


class TaskContribution(NamedTuple):
    """The contribution of one task; `share` in %, `amount` in tonnes of CO2 or coal equivalent. Either may be absent."""

    share: Fact[Quantity] | None = None
    amount: Fact[Quantity] | None = None


class TaskContributions(NamedTuple):
    """TaskContributions by the position of the task in `Facts.tasks`, and table rows that name no known task."""

    of: tuple[TaskContribution, ...]
    unmatched: tuple[Evidence, ...] = ()


def read_task_contributions(facts: Facts) -> TaskContributions:
    """The contributions of all tasks: a table that names them, else their own words, other text, the data file."""
    tasks = facts.tasks
    if not tasks:
        return TaskContributions(())
    names = [_plain(task.name) for task in tasks]
    cores = [form(task.name).core for task in tasks]
    said = [
        p
        for p in facts.passages
        if (_SPEAKS.search(p.text) if p.kind != "row" else _SAID in p.text or _SAID in (p.evidence.value or ""))
    ]
    said = [p for p in said if p.kind in ("sentence", "row", "footnote")]
    found: list[TaskContribution] = [TaskContribution() for _ in tasks]
    unmatched: list[Evidence] = []
    for passage in said:
        if passage.kind != "row":
            continue
        stated = _in_row(passage, facts.quantities(passage.index))
        if stated.share is None and stated.amount is None:
            continue
        at = _named(passage, names, cores)
        if at is not None:
            found[at] = _filled(found[at], stated)
        elif not _TOTAL.search(passage.text) and not _in_projects(facts, passage):
            unmatched.append(passage.evidence)
    read = {p.evidence.location.table for p in said if p.kind == "row"}
    for row in facts.contributions:  # of tables whose caption alone speaks of contributions
        if row.evidence.location.table in read:
            continue
        at = _place_of(row.task, names, cores) if not row.total else None
        if at is not None:
            found[at] = _filled(found[at], TaskContribution(_stated(row.rate), _stated(row.amount)))
    for passage in said:
        if passage.kind != "row":
            at = _host(passage, tasks, names)
            if at is not None:
                found[at] = _filled(found[at], _in_sentence(passage.text, facts.quantities(passage.index), passage))
    for passage in said:
        if passage.kind != "row":
            for at, piece in _naming(passage, names):
                found[at] = _filled(found[at], _in_sentence(piece, read_quantities(piece), passage))
    for at, task in enumerate(tasks):
        given = task.given.get("contribution")
        if given is None or not all(e.location.source == "data" for e in given.evidence):
            continue
        if given.value and not is_placeholder(given.value):
            spans = read_quantities(given.value)
            stated = TaskContribution(_fact(_of(spans, ("percent",)), given), _fact(_of(spans, _AMOUNTS), given))
            found[at] = _filled(found[at], stated)
    return TaskContributions(tuple(found), tuple(unmatched))


def _plain(text: str) -> str:
    return strip_label(flatten(text)).strip("。.：: ")


def _host(passage: Passage, tasks: Sequence[Task], names: Sequence[str]) -> int | None:
    """The innermost task that a sentence stands in; the task above where it sums up or names that one."""
    inner = [i for i, task in enumerate(tasks) if task.passages[0] <= passage.index < task.passages[1]]
    if not inner:
        return None
    at = max(inner, key=lambda i: tasks[i].level)
    over = tasks[at].parent
    if over is not None and (_OF_THE_WHOLE.search(passage.text) or names[over] in flatten(passage.text)):
        return over
    return at


def _place_of(name: str, names: Sequence[str], cores: Sequence[str]) -> int | None:
    """The task of that name, by its words alone where no task has the very name."""
    plain, core = _plain(name), form(name).core
    at = [i for i, known in enumerate(names) if known == plain] or [i for i, known in enumerate(cores) if known == core]
    return at[0] if at else None


def _stated(fact: Fact[Quantity] | None) -> Fact[Quantity] | None:
    return fact if fact is not None and fact.value is not None else None


def _filled(one: TaskContribution, other: TaskContribution) -> TaskContribution:
    return TaskContribution(one.share or other.share, one.amount or other.amount)


def _in_sentence(text: str, spans: Sequence[QuantitySpan], passage: Passage) -> TaskContribution:
    """The share that follows the word 贡献 and the first amount; what is said of carbon goes before other aims."""
    said = _SPEAKS.search(text)
    word = said.start() if said is not None else -1
    shares = [s for s in spans if _dimension(s.quantity) == "percent"]
    after = [s for s in shares if s.start > word] or [s for s in shares if "占" in text[: s.start]]
    carbon = [s for s in after if re.search("碳|CO2", text[max(0, s.start - 20) : s.start])]
    amounts = [
        s
        for s in spans
        if _dimension(s.quantity) in _AMOUNTS
        and (_SAVED.search(text[max(0, s.start - _NEAR) : s.start]) or 0 <= word < s.start)
    ]
    co2 = [s for s in amounts if _dimension(s.quantity) != "coal-equivalent"]
    source = Fact(text, (passage.evidence,))
    return TaskContribution(_fact(_first(carbon or after), source), _fact(_first(co2 or amounts), source))


def _in_row(passage: Passage, spans: Sequence[QuantitySpan]) -> TaskContribution:
    heads = (passage.evidence.value or "").split(CELL_GAP)
    shares: list[QuantitySpan] = []
    amounts: list[QuantitySpan] = []
    for span in spans:
        column = passage.text.count(CELL_GAP, 0, span.start)
        head = heads[column] if column < len(heads) else ""
        dimension = _dimension(span.quantity)
        if dimension == "percent" and _SAID in head:
            shares.append(span)
        elif dimension in _AMOUNTS and _AMOUNT_HEAD.search(head):
            amounts.append(span)
    co2 = [s for s in amounts if _dimension(s.quantity) != "coal-equivalent"]
    source = Fact(passage.text, (passage.evidence,))
    return TaskContribution(_fact(_first(shares), source), _fact(_first(co2 or amounts), source))


def _named(passage: Passage, names: Sequence[str], cores: Sequence[str]) -> int | None:
    """The task that a row is about: the one in its last cell headed 任务, else the lowest one that a cell names.

    A subtotal is the upper one's.
    """
    cells = [c.strip() for c in passage.text.split(CELL_GAP)]
    heads = (passage.evidence.value or "").split(CELL_GAP)
    headed = [c for head, c in zip(heads, cells, strict=False) if c and _TASK_HEAD.search(head)]
    if headed and not _TOTAL.search(passage.text):
        cells = headed[-1:]
    plain = [_plain(c) for c in cells if c]
    for known, shown in ((names, plain), (cores, [form(c).core for c in cells if c])):
        at = [i for i, name in enumerate(known) if len(name) >= 2 and name in shown]
        if at:
            return at[0] if _TOTAL.search(passage.text) else at[-1]
    long = [c for c in plain if len(c) >= 4]
    alike = [i for i, name in enumerate(names) if len(name) >= 4 and any(name in c or c in name for c in long)]
    return alike[-1] if len(alike) == 1 else None


def _naming(passage: Passage, names: Sequence[str]) -> list[tuple[int, str]]:
    """The tasks that a sentence names, each with the words up to the next name."""
    text = flatten(passage.text)
    places = sorted((text.find(name), i) for i, name in enumerate(names) if len(name) >= 4 and name in text)
    ends = [*(at for at, _ in places[1:]), len(text)] if places else []
    return [
        (i, (_SAID if _SPEAKS.search(text, at, end) is None else "") + text[at:end])
        for (at, i), end in zip(places, ends, strict=True)
    ]


def _in_projects(facts: Facts, passage: Passage) -> bool:
    number = passage.evidence.location.table
    return any(t.table == number and t.kind in ("projects", "indicators", "series", "energy") for t in facts.tables)


def _dimension(quantity: Quantity) -> str:
    known = unit(quantity.unit.removesuffix("/a"))
    return known.dimension if known is not None else ""


def _of(spans: Sequence[QuantitySpan], dimensions: Sequence[str]) -> QuantitySpan | None:
    return next((s for s in spans if _dimension(s.quantity) in dimensions), None)


def _first(spans: Sequence[QuantitySpan]) -> QuantitySpan | None:
    return spans[0] if spans else None


def _fact(span: QuantitySpan | None, source: Fact[str]) -> Fact[Quantity] | None:
    if span is None:
        return None
    evidence = tuple(Evidence(e.location, e.excerpt, span.quantity.show()) for e in source.evidence)
    return Fact(span.quantity, evidence)
