"""What was read of a plan, for reading along: as plain data (`--format json`) and as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.coverage import coverage
from plancheck.facts.facts import Facts
from plancheck.facts.model import Fact, Period, Point, Project, Target, TypedTable
from plancheck.report.clean import one_line
from plancheck.report.entries_read import entries_read, render_entries
from plancheck.report.places import place_in_words

_KINDS = {
    "projects": "工程表",
    "indicators": "指标表",
    "series": "年度数据表",
    "energy": "能源表",
    "schedule": "进度表",
    "benchmark": "对标表",
    "contribution": "贡献表",
    "other": "未认出用途",
}
_STATUS = {"stated": "", "blank": "（空）", "unreadable": "（读不懂）", "resembles": "（近似）"}


def inspection(facts: Facts) -> dict[str, Any]:
    """Everything read, as plain data with stable English keys; numbers as strings, exact as stated."""
    document = facts.document
    seen = coverage(facts)
    return {
        "schema": "plancheck.inspection/1",
        "plan": {"name": document.name, "title": document.title, "sha256": document.sha256},
        "read": {
            "characters": seen.characters,
            "attributed": seen.attributed,
            "tables": seen.tables,
            "tables_recognised": seen.tables_recognised,
            "projects": len(facts.projects),
            "tasks": len(facts.tasks),
            "targets": len(facts.targets),
            "series_points": len(facts.points),
            "quantities": sum(len(facts.quantities(p.index)) for p in facts.passages),
        },
        "outline": [_section(facts, s.index) for s in document.sections if s.index],
        "tables": [_table(facts, t) for t in facts.tables],
        "figures": [
            {"caption": f.caption or f.description, "present": f.present, "place": place_in_words(document.place_of(f))}
            for f in document.figures()
        ],
        "projects": [_project(p) for p in facts.projects],
        "tasks": [
            {"name": t.name, "level": t.level, "field": t.field_, "place": _place(t.evidence)} for t in facts.tasks
        ],
        "targets": [_target(t) for t in facts.targets],
        "region_targets": [_target(t) for t in facts.region_targets],
        "series": [_point(p) for p in facts.points],
        "entries": entries_read(facts),
        "disagreements": [
            {
                "subject": d.subject,
                "document": _evidence(d.document),
                "data": {**_evidence(d.data), "source": d.data.location.source},
            }
            for d in facts.disagreements
        ],
        "unread": [{"what": u.what, "reason": u.reason, "place": _place(u.evidence)} for u in facts.unread],
        "notes": [n.message for n in document.notes],
    }


def quantities_read(facts: Facts) -> list[dict[str, Any]]:
    """Every quantity with the passage it stands in."""
    rows = []
    for passage in facts.passages:
        for span in facts.quantities(passage.index):
            rows.append(
                {"text": span.text, "value": span.quantity.show(), "unit": span.quantity.unit, "in": passage.text,
                 "place": _place(passage.evidence)}
            )  # fmt: skip
    return rows


def _place(evidence: Evidence) -> str:
    return place_in_words(evidence.location)


def _evidence(evidence: Evidence) -> dict[str, str]:
    return {"place": _place(evidence), "excerpt": evidence.excerpt}


def _section(facts: Facts, index: int) -> dict[str, Any]:
    section = facts.document.sections[index]
    names = [name for name, matches in facts.sections.items() if any(m.section == index for m in matches)]
    return {
        "level": section.level,
        "heading": section.shown,
        "origin": section.origin,
        "sure": section.sure,
        "read_as": names,
    }


def _table(facts: Facts, table: TypedTable) -> dict[str, Any]:
    return {
        "number": table.table,
        "caption": table.caption,
        "kind": table.kind,
        "read": table.read,
        "columns": dict(table.columns),
        "headers": list(table.headers),
        "place": _place(table.evidence),
    }


def _fact(fact: Fact[Any] | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    value = fact.value
    shown: str | None = None if value is None else str(value)
    if isinstance(value, Quantity):
        shown = value.show()
    elif isinstance(value, Period):
        from plancheck.judgement.values import show_period

        shown = show_period(value)
    return {"value": shown, "status": fact.status, **({"reason": fact.reason} if fact.reason else {})}


def _project(project: Project) -> dict[str, Any]:
    fields: Mapping[str, Fact[Any]] = project.fields
    return {
        "name": project.name,
        "engineering": project.engineering,
        "fields": {name: _fact(fact) for name, fact in fields.items()},
        "effects": [_fact(e) for e in project.effects],
        "place": _place(project.evidence[0]) if project.evidence else "",
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "indicator": target.indicator,
        "read_as": target.canonical,
        "level": target.level,
        "group": target.group,
        "base_year": _fact(target.base_year),
        "target_year": _fact(target.target_year),
        "base": _fact(target.base),
        "target": _fact(target.target),
        "change": _fact(target.change),
        "direction": target.direction,
        "unit": target.unit,
        "origin": target.origin,
        "place": _place(target.evidence[0]) if target.evidence else "",
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "indicator": point.indicator,
        "read_as": point.canonical,
        "year": point.year,
        "value": _fact(point.value),
        "dimension": point.dimension,
        "member": point.member,
        "scope": point.scope,
        "forecast": point.forecast,
        "scenario": point.scenario,
        "origin": point.origin,
        "place": _place(point.value.evidence[0]) if point.value.evidence else "",
    }


PARTS = ("outline", "tables", "projects", "tasks", "targets", "series", "entries", "quantities")


def render_inspection(facts: Facts, parts: tuple[str, ...] = ()) -> str:
    """The reading as text: a summary, then the parts asked for (all but the quantities where none is named)."""
    data = inspection(facts)
    usual = tuple(p for p in PARTS if p != "quantities" and (p != "entries" or facts.entries))
    read, shown = data["read"], parts or usual
    share = f"{read['attributed'] / read['characters']:.1%}" if read["characters"] else "0%"
    lines = [
        f"方案：{data['plan']['name']}《{data['plan']['title'] or '（没有读到题名）'}》",
        f"正文 {read['characters']} 字，其中 {share} 在认出的章节下；表格 {read['tables']} 个，认出用途 {read['tables_recognised']} 个",
        f"工程 {read['projects']} 个，任务 {read['tasks']} 项，目标 {read['targets']} 个，年度数据 {read['series_points']} 个，"
        f"数量 {read['quantities']} 个",
    ]
    makers = {
        "outline": _outline,
        "tables": _tables,
        "projects": _projects,
        "tasks": _tasks,
        "targets": _targets,
        "series": _series,
        "entries": _entries,
    }
    for part in shown:
        lines.append("")
        lines.extend(_quantities(facts) if part == "quantities" else makers[part](data))
    if data["disagreements"]:
        lines += ["", "前后说法不一致"]
        lines += [
            f"  {d['subject']}：方案 {one_line(d['document']['excerpt'])}；"
            f"{_origin(d['data'])} {one_line(d['data']['excerpt'])}"
            for d in data["disagreements"]
        ]
    lines += ["", "没有读懂的内容"]
    unread = [f"  {u['place']}：{one_line(u['what'])}（{u['reason']}）" for u in data["unread"]] + [
        f"  {n}" for n in data["notes"]
    ]
    lines += unread or ["  没有。"]
    return "\n".join(lines)


def _origin(evidence: dict[str, str]) -> str:
    return "数据文件" if evidence["source"] == "data" else "另一处"


def _outline(data: dict[str, Any]) -> list[str]:
    lines = ["章节"]
    for row in data["outline"]:
        mark = f"　→ {'、'.join(row['read_as'])}" if row["read_as"] else ""
        doubt = "" if row["sure"] else "（按版式推断）"
        lines.append(f"{'  ' * row['level']}{one_line(row['heading'])}{doubt}{mark}")
    return lines if len(lines) > 1 else ["章节", "  没有读到任何标题。"]


def _tables(data: dict[str, Any]) -> list[str]:
    lines = ["表格"]
    for row in data["tables"]:
        kind = _KINDS[row["kind"]] + ("" if row["read"] else "，没有读懂")
        lines.append(
            f"  表{row['number']}　{one_line(row['caption']) or '（无题名）'}：{kind}；栏目 {'、'.join(row['columns']) or '—'}"
        )
    return lines


def _said(fact: dict[str, Any] | None) -> str:
    if fact is None:
        return "未写"
    return f"{one_line(fact['value']) if fact['value'] else ''}{_STATUS[fact['status']]}"


def _projects(data: dict[str, Any]) -> list[str]:
    lines = ["工程"]
    for index, row in enumerate(data["projects"], 1):
        lines.append(f"  {index}. {one_line(row['name'])}（{row['place']}）")
        lines.append(
            "     " + "；".join(f"{name} {_said(fact)}" for name, fact in row["fields"].items() if name != "项目名称")
        )
    return lines


def _tasks(data: dict[str, Any]) -> list[str]:
    return ["任务", *(f"  {'  ' * (row['level'] - 1)}{one_line(row['name'])}" for row in data["tasks"])]


def _targets(data: dict[str, Any]) -> list[str]:
    lines = ["目标"]
    for row in data["targets"]:
        years = f"{_said(row['base_year'])}→{_said(row['target_year'])}"
        values = f"基准值 {_said(row['base'])}，目标值 {_said(row['target'])}，变化 {_said(row['change'])}"
        level = {1: "总体", 2: "二级", 3: "三级"}.get(row["level"], "未分级")
        lines.append(f"  {one_line(row['indicator'])}［{level}］{years}；{values}（{row['place']}）")
    return lines


def _series(data: dict[str, Any]) -> list[str]:
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for row in data["series"]:
        member = f"{row['dimension']}·{row['member']}" if row["dimension"] else ""
        key = (row["read_as"] or row["indicator"], member, row["forecast"])
        groups.setdefault(key, []).append(f"{row['year']}年 {_said(row['value'])}")
    lines = ["年度数据"]
    for (name, member, forecast), values in groups.items():
        mark = "（预测）" if forecast else ""
        lines.append(f"  {one_line(name)}{('　' + one_line(member)) if member else ''}{mark}：{'，'.join(values)}")
    return lines


def _entries(data: dict[str, Any]) -> list[str]:
    return render_entries(data["entries"])


def _quantities(facts: Facts) -> list[str]:
    rows = quantities_read(facts)
    return [
        "数量",
        *(f"  {one_line(r['text'])} ＝ {r['value']}　{one_line(r['in'])[:60]}（{r['place']}）" for r in rows),
    ]
