"""Base years that a sentence plainly puts after its target year are kept, so that rules can object; mixed ones are not."""

from __future__ import annotations

import pytest

from plancheck.facts.prose_targets import read_targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2020年，单位工业增加值能耗比2015年下降18%。", [(2015, 2020)]),
        ("到2020年，单位工业增加值能耗比2025年下降18%。", [(2025, 2020)]),
        ("到2018年单位工业增加值能耗比2015年下降9%，到2020年比2015年下降18%。", [(2015, 2018), (2015, 2020)]),
        ("到2018年，单位工业增加值能耗降到0.9吨标准煤/万元，到2020年比2019年下降5%。", [(None, 2018), (2019, 2020)]),
    ],
)
def test_base_and_target_years(text: str, expected: list[tuple[int | None, int]]) -> None:
    assert [(t.base_year, t.target_year) for t in read_targets(text)] == expected
