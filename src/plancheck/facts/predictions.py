"""Words by which a sentence or a heading predicts, and the scenario that a predicted value belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.value_columns import SCENARIO

_UNCHECKED = r"[若如](?:果)?不采取|将分别|(?:现有|目前|当前)(?:的)?发展趋势"
FORECAST = re.compile(rf"预计|预测|情景|展望|若(?:保持|维持|延续|继续|按照?)|照此趋势|按(?:照)?现有趋势|{_UNCHECKED}")
# These words alone make a prediction, wherever it stands.
PREDICTS = lazy_pattern(
    rf"预计|预测|(?:按|在)[^，。；]{{0,8}}情景|情景(?:之?下|中)|若(?:保持|维持|延续|继续|按照?)|{_UNCHECKED}"
)
FORECAST_HEADING = re.compile(r"预测|趋势|形势|情景|展望|潜力")
# What may stand between the name of a scenario and its value.
IN_SCENARIO = re.compile(r"(?:下|中|时)?的?[,，]?(?:则|将|可|约|分别|预计|降至?|为|达到?|控制在|是|:)*\s*")
# A change that only leads to the level after it (将增加到, 降至).
CHANGED_TO = re.compile(
    r"(?:将|逐步|逐年|持续|稳步|大幅)*(?:增加|增长|提高|上升|提升|下降|降低|减少|增|升|降|变化)(?:到|至|为)"
)
_ESTIMATED = lazy_pattern(r"测算|推算|估算")
# What an estimate goes by tells that it is of what is to come: 按投用计划测算, 按现有增速推算.
_ON_PLANS = lazy_pattern(
    r"(?:按照?|根据|依据|结合|考虑)[^，。；]{0,24}(?:计划|规划|趋势|进度|增速|增长率|发展速度|不变)[^，。；]{0,8}(?:测算|推算|估算)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|于|相对)$")
_CONDITION = re.compile(r"若((?:保持|维持|延续|继续|按照?)[^，。；、0-9]{1,14})")


def is_estimate(folded: str, years: Sequence[int], known: int | None) -> bool:
    """Whether a sentence estimates what is to come: by plans or trends, or for `years` all after the last `known` one."""
    if _ESTIMATED.search(folded) is None:
        return False
    later = known is not None and bool(years) and all(year > known for year in years)
    return later or (_ON_PLANS.search(folded) is not None and not (known is not None and years and max(years) <= known))


def scenario_of(text: str, at: int) -> str | None:
    """The scenario that a predicted value at place `at` of a sentence belongs to: the one named last before it, else the
    first that the sentence names, else its condition (若保持现有强度 …); None where the sentence names none.

    A scenario that a value is only compared with (比基准情景少 …) is not the one it belongs to.
    """
    named = [s for s in SCENARIO.finditer(text) if not _COMPARED.search(text, max(0, s.start() - 3), s.start())]
    found = next((s for s in reversed(named) if s.end() <= at), named[0] if named else None)
    found = found or _CONDITION.search(text)
    return found.group(1) if found is not None else None
