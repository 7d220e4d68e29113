"""Which requirement of the registry has a rule, which asks nothing of a plan, and which is missing."""

from __future__ import annotations

from dataclasses import dataclass

from plancheck.language import syntax as s
from plancheck.packs.model import Pack, Requirement
from plancheck.packs.registry import read_registry


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One requirement with its rule; `state` is in words for a reader."""

    requirement: Requirement
    rule: s.Rule | None
    state: str


def coverage_rows(pack: Pack) -> tuple[CoverageRow, ...]:
    """One row per requirement, in the registry's order; empty where the pack has no registry."""
    registry = read_registry(pack.folder)
    if registry is None:
        return ()
    rules = {rule.id: rule for rule in pack.rules}
    return tuple(CoverageRow(r, rules.get(r.id), _state(r, rules.get(r.id))) for r in registry.requirements)


def _state(requirement: Requirement, rule: s.Rule | None) -> str:
    if rule is None:
        return "不向方案提要求" if requirement.check == "context" else "缺规则"
    kind = "assist" if rule.ask is not None else "auto"
    if kind != requirement.check or rule.obligation != requirement.modality:
        return f"规则与登记不符（{kind}/{rule.obligation}，登记为 {requirement.check}/{requirement.modality}）"
    return "规则：专家判断" if kind == "assist" else "规则：程序判定"
