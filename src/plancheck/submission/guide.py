"""The guide to the data file, written from its model: `python -m plancheck.submission.guide` prints docs/data-file.md."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from plancheck.facts.data_parts import Field, Linked, Part, linked_parts, listed_parts, records, top_fields
from plancheck.submission.aliases import KEYS
from plancheck.submission.forms import Column, Form, forms_by_key
from plancheck.submission.shape import expected_at
from plancheck.submission.whole import whole_model

_HEAD = """# 数据文件

数据文件与方案（或管理体系文件）一起提交，程序用它核对文字，也用它判断文字里没有的事实。它有三种写法，内容相同：
YAML、JSON（键相同）和 Excel（一张工作表一个部分，表头用中文名）。本文由程序的数据模型生成，键、中文名和类型以此为准。

- 空白表格：`plancheck template --data --pack 规则包编号`，只包含这个规则包要看的部分。检查时写 `plancheck check 方案.docx --data 数据文件`。
- 每一项都可以不填。没有填的是“不清楚”，程序不会替您假定。确实没有的列表写“无”。
- “略”“待补充”“XX”“——”一类占位文字当作没有内容。
- 键可以写英文，也可以写中文名；中文名的其他叫法也认得。写错的键会指出位置，并提示相近的键。
- 日期写成 `2024-03-01`、`2024-03` 或 `2024年3月`，年份写四位数，起止时间写成 `2022-2025` 或 `2022-03 至 2025-12`。
- 数值连同单位一起写（`12.6 亿元`），或者把单位写在“单位”一项里。下表注明单位的，可以只写数字。
- “选词”一项从列出的词里选，中文、英文都可以；注明“可另写”的，列表之外的词照原样保留。
- Excel 里几个名称写在一格时用顿号分开；“按名称的数值”写成 `G1：31.4；G2：12`；“下级列表”另有一张工作表。
- 管理文件里的表格（制度清单、活动台账、企业名单等），表头用下面的中文名的，程序也会读取，并与数据文件合并；两处不一致的请人核对。
- 规则里用 `entries(部分)` 或 `entry(部分)` 读取，字段名就是表中的键（见 [规则语言](language.md)）。
"""
_KINDS = {
    "text": "文字", "year": "年份", "date": "日期", "period": "起止时间", "flag": "是/否", "names": "一串名称",
    "amounts": "按名称的数值", "parts": "下级列表", "part": "下级",
}  # fmt: skip
_SHAPES = {"names": "一串名称", "yearly": "按年份的数值", "named": "按名称的数值"}
_ORDER = ("", "park", "region_targets", "series", "energy", "emissions", "products", "targets", "tasks", "projects",
          "funding", "figures")  # fmt: skip


def data_file_guide() -> str:
    """The whole guide as Markdown."""
    forms = forms_by_key()
    lines = [_HEAD, "## 方案的数据", ""]
    for key in _ORDER:
        lines += _written(forms[key])
    lines += ["## 管理体系和申报材料的数据", ""]
    for field in top_fields():
        lines += _declared(field)
    lines += ["## 下级", "", "下面各表是上面“下级”或“下级列表”里每一条的内容。", ""]
    shown = {listed.field.part.record for listed in listed_parts().values() if listed.field.part is not None}
    for part in records().values():
        if part.record not in shown and part.record != "amount":
            lines += [f"### {part.title} `{part.record}`", "", *_fields(part), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '／') for cell in row)} |"


def _written(form: Form) -> Iterator[str]:
    """A part of the plan's data: its keys in the order of the template, then those that only files have."""
    names = KEYS[form.model]
    asked = {column.key: column for column in form.columns}
    more = [k for k in names if k not in asked and not _reaches(k, asked)] if form.key else []
    keys = [*asked, *more]
    title = KEYS["DataFile"][form.key][0] if form.key else "单独的值（工作表“基本信息”）"
    yield f"### {title}" + (f" `{form.key}`" if form.key else "")
    yield ""
    yield form.purpose
    yield ""
    rows = []
    for key in keys:
        column = asked.get(key)
        told = column.explanation if column is not None else "选填"
        if key == "values":
            told = "按年份写数值，如 `{2010: 100.2, 2011: 112.0}`；Excel 里一年一列"
        rows.append((f"`{key}`", _named(names[key]), _written_kind(form, key, column), told))
    yield from _table(("键", "中文名（其他叫法）", "类型", "写什么、例子"), rows)
    yield ""


def _named(names: Sequence[str]) -> str:
    return names[0] + (f"（{'、'.join(names[1:])}）" if len(names) > 1 else "")


def _written_kind(form: Form, key: str, column: Column | None) -> str:
    """What a key of the plan's data holds, in words."""
    wanted = expected_at(_model(form), key).kind
    if wanted in _SHAPES:
        return _SHAPES[wanted]
    if column is not None and column.choices and not column.choices[0].startswith("@"):
        return "、".join(column.choices)
    if column is not None and (column.unit or column.key.endswith(".value")):
        return f"数值（{column.unit}）" if column.unit else "数值（单位见“单位”）"
    if column is not None and column.text:
        return "时间"
    return "年份" if key.rpartition(".")[2].endswith("year") else "文字"


def _model(form: Form) -> type[BaseModel]:
    """The model of a form's part."""
    whole: type[BaseModel] = whole_model()
    return (expected_at(whole, form.key).model or whole) if form.key else whole


def _reaches(key: str, asked: Iterable[str]) -> bool:
    """Whether a key holds, or is held in, one that is asked for (base of base.year)."""
    return any(other.startswith(f"{key}.") or key.startswith(f"{other}.") for other in asked) or "." in key


def _declared(field: Field) -> Iterator[str]:
    yield f"### {field.title} `{field.key}`"
    yield ""
    yield field.purpose + ("" if field.kind == "part" else "每条一行。" if field.part else f" 例如：{field.example}。")
    yield ""
    if field.part is None:
        return
    yield from _fields(field.part)
    yield ""
    for inner in field.part.fields:
        listed = next((p for p in listed_parts().values() if p.key == f"{field.key}.{inner.key}"), None)
        if listed is not None and inner.part is not None:
            yield f"#### {inner.title} `{listed.key}`"
            yield ""
            yield f"{inner.purpose.rstrip('。')}。规则里用 `entries({listed.word})`。"
            yield ""
            yield from _fields(inner.part)
            yield ""


def _fields(part: Part) -> Iterator[str]:
    rows = []
    for field in part.fields:
        rows.append((f"`{field.key}`", _named(field.names), _kind(field), field.example, field.purpose))
    yield from _table(("键", "中文名（其他叫法）", "类型", "例子", "说明"), rows)


def _kind(field: Field) -> str:
    if field.kind == "choice":
        words = "、".join(f"{word.names[0]}（`{word.word}`）" for word in field.words)
        return f"选词：{words}" + ("" if field.closed else "，可另写")
    if field.kind == "number":
        return f"数值（{field.unit}）" if field.unit else "数值（单位见“单位”）" if field.unit_key else "数值"
    if field.kind in ("part", "parts") and field.part is not None:
        linked = next((p for p in linked_parts().values() if p.field == field), None)
        return f"{_KINDS[field.kind]}：{field.part.title}{_sheet(linked)}"
    return _KINDS[field.kind]


def _sheet(linked: Linked | None) -> str:
    return f"（工作表“{linked.title}”）" if linked is not None else ""


if __name__ == "__main__":
    sys.stdout.buffer.write(data_file_guide().encode())
