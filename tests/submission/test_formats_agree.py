"""The same content as YAML, JSON and XLSX gives the same facts."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.submission.aliases import KEYS, title
from plancheck.submission.facts import submission_facts

from .conftest import comparable, loaded, write_book

VOCABULARY = Vocabulary(
    {"indicator": {"碳强度": Entry("indicator", "碳强度", "碳强度", properties={"unit": "吨二氧化碳/万元"})}}
)
names = st.text(alphabet="甲乙丙丁热电光伏AB", min_size=2, max_size=6)
numbers = st.decimals(min_value=1, max_value=99_999, places=3).map(lambda d: int(d) if d == int(d) else float(d))
years = st.integers(2005, 2020)
money = numbers.map(lambda n: f"{n} 万元")
yearly = st.dictionaries(years.map(str), numbers, min_size=1, max_size=4)


def rows(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries({}, optional=fields).filter(bool), min_size=1, max_size=3)


def series(**labels: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries({**labels, "values": yearly}), min_size=1, max_size=3)


contents = st.fixed_dictionaries(
    {},
    optional={
        "projects": rows(
            name=names, owner=names, investment=money, start=years.map(str), effect=st.just("年节能30吨标准煤")
        ),
        "targets": rows(
            indicator=st.sampled_from(["碳强度", "其他指标"]), reduction=numbers.map(lambda n: f"{n}%"), group=names
        ),
        "tasks": rows(id=names, name=names, contribution=numbers.map(lambda n: f"{n}%")),
        "series": series(indicator=st.sampled_from(["碳强度", "其他指标"]), unit=st.sampled_from(["吨/万元", "亿元"])),
        "energy": series(fuel=names, unit=st.sampled_from(["吨", "万千瓦时"])),
        "emissions": series(source=names, unit=st.just("万吨二氧化碳")),
        "steps": rows(year=years.map(str), content=names),
    },
)
MODELS = {"projects": "ProjectRow", "targets": "TargetRow", "tasks": "TaskRow", "series": "Series", "energy": "Energy"}
MODELS |= {"emissions": "Emission", "steps": "Step"}


def as_sheets(content: dict[str, list[dict[str, Any]]]) -> dict[str, list[list[Any]]]:
    """The content as sheets with Chinese headers and one column a year."""
    sheets: dict[str, list[list[Any]]] = {}
    for key, items in content.items():
        model = MODELS[key]
        keys = [k for k in KEYS[model] if any(k in item for item in items) and k != "values"]
        found = sorted({year for item in items for year in item.get("values", {})})
        head: list[Any] = [title(model, k) for k in keys] + [int(y) for y in found]
        body = [[item.get(k) for k in keys] + [item.get("values", {}).get(y) for y in found] for item in items]
        sheets[title("DataFile", key)] = [[f"{title('DataFile', key)}一览"], head, *body]
    return sheets


@settings(max_examples=40, deadline=None)
@given(contents)
def test_yaml_json_and_xlsx_agree(content: dict[str, list[dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a.yaml", "a.json", "a.xlsx")]
        paths[0].write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        paths[1].write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        write_book(paths[2], as_sheets(content) or {"填写说明": [["空"]]})
        first, second, third = (comparable(submission_facts(loaded(path), VOCABULARY)) for path in paths)
    assert first == second
    assert first == third
