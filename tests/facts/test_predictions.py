"""What sentences predict, what they only mean to keep below, and what they report: only the last are facts."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.passages import read_passages
from plancheck.facts.prose_series import points_in_text

_Row = tuple[int, str, bool]


def _read(text: str, known: int | None = None, heading: str = "二、碳排放情况") -> list[_Row]:
    document = document_from_text(f"# {heading}\n{text}\n")
    passages = read_passages(document)
    points = points_in_text(document, passages, Lexicons.of(park_terms()), known=known)
    return [(p.year, p.value.value.show(), p.forecast) for p in points if p.value.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("达峰情景下，2027年排放437万吨。", [(2027, "437万吨二氧化碳", True)]),
        ("达峰情景下，2027年碳排放总量将达到437万吨。", [(2027, "437万吨二氧化碳", True)]),
        ("若不采取措施，2025年碳排放量将增加到86.4万吨。", [(2025, "86.4万吨二氧化碳", True)]),
        (
            "按在建楼宇投用计划测算，2022年至2023年碳排放量分别为8.1万吨、8.3万吨。",
            [(2022, "8.1万吨二氧化碳", True), (2023, "8.3万吨二氧化碳", True)],
        ),
        ("经测算，2025年碳排放总量为90万吨。", [(2025, "90万吨二氧化碳", True)]),
        ("经测算，2020年碳排放总量为80万吨。", [(2020, "80万吨二氧化碳", False)]),
        ("2020年碳排放总量增加到80万吨。", [(2020, "80万吨二氧化碳", False)]),
        ("2020年园区排放80万吨，比上年下降3%。", [(2020, "80万吨二氧化碳", False)]),
        ("2020年工业排放80万吨。", []),
        ("2020年减少排放1.2万吨。", []),
        ("按照改造计划，到2025年碳排放总量降到60万吨。", []),
    ],
)
def test_what_is_estimated_for_years_to_come_is_a_forecast(text: str, expected: list[_Row]) -> None:
    assert _read(text, known=2021) == expected


def test_emissions_without_a_word_on_carbon_are_of_unknown_substances() -> None:
    assert _read("2020年排放80吨。", heading="二、大气环境") == []


def test_an_estimate_by_factors_is_a_fact_where_no_year_is_known() -> None:
    assert _read("按排放因子测算，2020年碳排放总量为80万吨。") == [(2020, "80万吨二氧化碳", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年二氧化碳排放总量控制在220.40万吨以内。", []),
        ("2025年二氧化碳排放总量控制在220.40万吨。", []),
        ("2020年二氧化碳排放总量控制在200万吨。", [(2020, "200万吨二氧化碳", False)]),
        ("低碳情景下2025年二氧化碳排放总量控制在210万吨以内。", [(2025, "210万吨二氧化碳", True)]),
    ],
)
def test_what_is_to_be_kept_below_a_bound_is_no_fact(text: str, expected: list[_Row]) -> None:
    assert _read(text, known=2021) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2018—2020年，园区单位工业增加值二氧化碳排放由1.614吨/万元降到1.386吨/万元。",
            [(2018, "1.614吨二氧化碳/万元", False), (2020, "1.386吨二氧化碳/万元", False)],
        ),
        (
            "2020年至2025年，园区单位工业增加值二氧化碳排放由1.614吨/万元降到1.386吨/万元。",
            [(2020, "1.614吨二氧化碳/万元", False)],
        ),
        ("2018—2020年，园区单位工业增加值二氧化碳排放由1.614吨/万元下降0.228吨/万元。", []),
    ],
)
def test_a_change_over_a_span_of_years_gives_both_ends(text: str, expected: list[_Row]) -> None:
    assert _read(text, known=2021) == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("68.4万吨、72.9万吨和77.5万吨标准煤", ["68.4万吨标准煤", "72.9万吨标准煤", "77.5万吨标准煤"]),
        ("68.4、72.9和77.5万吨标准煤", ["68.4万吨标准煤", "72.9万吨标准煤", "77.5万吨标准煤"]),
        ("68.4万吨、72.9万吨和77.5万吨", []),
    ],
)
def test_a_substance_behind_a_list_goes_for_all_of_it(listed: str, expected: list[str]) -> None:
    assert [shown for _, shown, _ in _read(f"2018—2020年，园区能源消费总量分别为{listed}。")] == expected
