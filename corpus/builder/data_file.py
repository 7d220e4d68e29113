"""Write a data file as YAML, or as a workbook with one sheet per key and Chinese headers."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from corpus.builder.archive import reproducible

SHEETS = {
    "park": "园区", "region_targets": "所在地区目标", "construction_period": "试点期限", "series": "序列", "energy": "能源",
    "targets": "指标目标", "tasks": "任务", "projects": "工程", "total_investment": "总投资",
}  # fmt: skip
HEADERS = {
    "name": "名称", "level": "级别", "region": "所在地区", "area": "面积", "applicant": "申报单位", "indicator": "指标",
    "reduction": "下降率", "base_year": "基准年", "target_year": "目标年", "unit": "单位", "fuel": "能源品种", "group": "二级指标",
    "id": "编号", "indicators": "对应指标", "contribution": "贡献率", "type": "项目类型", "owner": "实施主体", "content": "主要内容",
    "start": "开始时间", "end": "结束时间", "investment": "投资额", "funding": "投资方式", "effect": "预期效果", "task": "对应任务",
    "tce": "折标准煤系数", "tco2": "二氧化碳排放因子",
}  # fmt: skip


def write_yaml(data: Mapping[str, Any]) -> bytes:
    """The data file as YAML text in UTF-8."""
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=150).encode()


def write_workbook(data: Mapping[str, Any], headers: Mapping[str, Mapping[str, str]] | None = None) -> bytes:
    """The data file as a workbook; `headers` overrides Chinese headers per key."""
    from openpyxl import Workbook

    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    for key, content in data.items():
        sheet = book.create_sheet(SHEETS.get(key, key))
        names = {**HEADERS, **(headers or {}).get(key, {})}
        if isinstance(content, list):
            rows = [_flat(row) for row in content]
            columns = list(dict.fromkeys(column for row in rows for column in row))
            sheet.append([names.get(str(c), str(c)) for c in columns])
            for row in rows:
                sheet.append([row.get(c) for c in columns])
        elif isinstance(content, dict):
            for name, value in content.items():
                sheet.append([names.get(name, name), value])
        else:
            sheet.append([SHEETS.get(key, key), content])
    buffer = io.BytesIO()
    book.save(buffer)
    return reproducible(buffer.getvalue())


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Years become columns `2010年`, base and target become 基准年, 基准值, 目标年, 目标值, lists are joined with 、."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if name == "values":
            flat.update({f"{year}年": v for year, v in value.items()})
        elif name == "factor":
            flat.update(value)
        elif name in ("base", "target"):
            label = "基准" if name == "base" else "目标"
            flat |= {f"{label}年": value["year"], f"{label}值": value["value"]}
        elif isinstance(value, Sequence) and not isinstance(value, str):
            flat[name] = "、".join(str(v) for v in value)
        else:
            flat[name] = value
    return flat
