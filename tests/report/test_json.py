"""The JSON report: the published keys, a current schema, exact texts, the same bytes every time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plancheck.judgement.results import Interval, Report
from plancheck.report.json_ import report_to_json
from plancheck.report.schema import ReportModel, json_schema, json_schema_text

from .hostile import poisoned

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT.parent / "shared" / "contracts" / "report.example.json"


def test_small_report(small: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.json", report_to_json(small))


def test_published_schema_is_current() -> None:
    """To renew it: `python -c "from plancheck.report.schema import *; print(json_schema_text(), end='')"`."""
    assert (ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8") == json_schema_text()


def test_report_is_valid(report: Report) -> None:
    data = json.loads(report_to_json(report))
    jsonschema.Draft202012Validator(json_schema()).validate(data)


def test_models_know_every_key(report: Report) -> None:
    text = report_to_json(report)
    assert ReportModel.model_validate_json(text).model_dump(mode="json") == json.loads(text)


def test_schema_rejects_what_is_no_report(small: Report) -> None:
    data = json.loads(report_to_json(small))
    broken: dict[str, Any]
    for broken in ({**data, "verdict": "perhaps"}, {**data, "schema": "plancheck.report/2"}, {"results": []}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, json_schema())


def keys(value: Any, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {f"{path}.{k}" for k in value} | {x for k, v in value.items() for x in keys(v, f"{path}.{k}")}
    if isinstance(value, list):
        return {x for one in value for x in keys(one, f"{path}[]")}
    return set()


def test_keys_of_the_contract_are_kept(report: Report) -> None:
    if not EXAMPLE.exists():
        pytest.skip("the contract's example is not at hand")
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert keys(example) - keys(json.loads(report_to_json(report))) == set()


def test_results_in_clause_order_none_lost(report: Report) -> None:
    data = json.loads(report_to_json(report))
    assert [r["rule"] for r in data["results"]] == [r.rule for r in report.results]
    assert data["counts"] == {"pass": 180, "fail": 25, "review": 80, "not-applicable": 12}


def test_numbers_have_at_most_four_decimals(small: Report) -> None:
    score = Interval(Fraction(200, 3), Fraction(250, 3), Fraction(100))
    data = json.loads(report_to_json(replace(small, score=score)))
    assert {k: data["score"][k] for k in ("low", "high", "maximum")} == {
        "low": 66.6667,
        "high": 83.3333,
        "maximum": 100.0,
    }
    assert data["results"][0]["earned"] == {"low": 0.0, "high": 0.1667, "maximum": 0.1667}


def test_texts_are_exact_and_harmless(small: Report) -> None:
    poison = '"\\\x1b[2J\x9b\u202e\u2028\x00\n</script>'
    text = report_to_json(poisoned(small, poison))
    assert not any(character in text for character in "\x1b\x9b\u202e\u2028\x00\x7f")
    data = json.loads(text)
    assert data["results"][0]["title"] == small.results[0].title + poison


def test_half_of_a_pair_can_be_written(small: Report) -> None:
    data = json.loads(report_to_json(poisoned(small, "\ud83d")).encode())
    assert data["plan"]["title"] == "清江低碳工业园区试点实施方案\ufffd"


def test_no_data_file(small: Report) -> None:
    data = json.loads(report_to_json(replace(small, data=None)))
    assert data["data"] is None
    jsonschema.validate(data, json_schema())


def test_fast_enough_and_the_same_every_time(report: Report) -> None:
    first = report_to_json(report)
    began = time.process_time()
    assert report_to_json(report) == first
    assert time.process_time() - began < 0.3
