"""Whether a plan and a data file speak of the same park."""

from __future__ import annotations

import pytest

from plancheck.submission.identity import same_park


@pytest.mark.parametrize(
    ("plan_title", "park_name", "same"),
    [
        ("临江经济技术开发区国家低碳工业园区试点实施方案", "临江经开区", True),
        ("青山省临江市临江经济技术开发区低碳试点实施方案", "临江经济技术开发区管理委员会", True),
        ("临江高新区低碳试点实施方案", "临江国家高新技术产业开发区", True),
        ("临江工业园区低碳工业园区试点实施方案", "临江工业园区", True),
        ("临江市双河经济技术开发区碳达峰实施方案", "双河经开区", True),
        ("《临江经济技术开发区近零碳园区建设方案》（送审稿）", "临江经济技术开发区", True),
        ("东岭经济技术开发区低碳工业园区试点实施方案", "临江经济技术开发区", False),
        ("临江高新技术产业开发区低碳实施方案", "临江经济技术开发区", False),
        ("东岭高新区低碳实施方案", "临江经开区", False),
        ("东岭市城北工业园低碳实施方案", "临江市城北工业园", None),
        ("青山省临江经济技术开发区实施方案", "临江双河经济技术开发区", None),
        ("国家低碳工业园区试点实施方案", "临江经济技术开发区", None),
        ("低碳工业园区实施方案", "临江工业园区", None),
        ("实施方案", "临江经济技术开发区", None),
        ("XX经济技术开发区实施方案", "临江经济技术开发区", None),
        ("临江经济技术开发区实施方案", "临江", None),
        ("", "", None),
    ],
)
def test_same_park(plan_title: str, park_name: str, same: bool | None) -> None:
    assert same_park(plan_title, park_name) is same
