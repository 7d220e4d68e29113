"""The built-ins of the rule language, by what they look at. Each takes the context and its resolved arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plancheck.judgement.builtins import (
    achievements,
    citations,
    crosschecks,
    crosschecks_reckonings,
    entries,
    events,
    numbers,
    passages,
    plan,
    plan_and_data,
    references,
    relations,
    texts,
)
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Value

BUILTINS: Mapping[str, Callable[[Context, Arguments], Value]] = {
    **passages.BUILTINS,
    **numbers.BUILTINS,
    **plan.BUILTINS,
    **relations.BUILTINS,
    **texts.BUILTINS,
    **entries.BUILTINS,
    **events.BUILTINS,
    **citations.BUILTINS,
    **references.BUILTINS,
    **achievements.BUILTINS,
    **crosschecks.BUILTINS,
    **plan_and_data.BUILTINS,
    **crosschecks_reckonings.BUILTINS,
}
