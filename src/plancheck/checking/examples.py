"""Running the accepted and rejected examples of a pack's rules, and telling which rules they do not prove.

Examples stand in the rule (`accepts`, `rejects`) or in `examples/*.yaml` beside the rule files:

    lcip-2014/3.4.k:
      accepts: |            # a short plan text, or {plan: …, data: …}, or a list of these
        四、重点工程
        …
      rejects: |
        …
      cases:                # further cases with any expected outcome
        - {expect: review, plan: "…"}

A case is judged at the stage that it names (`stage: acceptance`), else at the pack's first stage or, where the rule is
not for that one, at the rule's first. With `set: {name: value}` it is judged under the settings of a user.

For a rule that the program decides, accepted means `pass` and rejected means `fail`. For a question to a person,
accepted means that evidence is shown without a doubt, rejected that nothing is found or a doubt is raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.core.outcome import Outcome
from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.facts import Facts
from plancheck.judgement.judge import Judged
from plancheck.language import syntax as s
from plancheck.packs.model import Pack


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its plan text, its data (plain keys), and what is expected: accepts, rejects or an outcome."""

    rule: str
    expect: str
    plan: str
    data: Any
    place: Place
    stage: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of an example."""

    example: Example
    judged: Judged
    ok: bool


def read_examples(pack: Pack) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """All examples of a pack, from its rules and from `examples/*.yaml`, and what is wrong with those files."""
    found: list[Example] = []
    mistakes: list[Diagnostic] = []
    for rule in pack.own_rules():
        place = Place(pack.files[rule.pos.file], rule.pos.line, rule.pos.column)
        found.extend(Example(rule.id, "accepts", _dedent(t), None, place) for t in rule.accepts)
        found.extend(Example(rule.id, "rejects", _dedent(t), None, place) for t in rule.rejects)
    known = {rule.id for rule in pack.rules}
    for path in sorted((pack.folder / "examples").glob("*.yaml")):
        for rule_id, entry in _load(path).items():
            place = Place(str(path), key=str(rule_id))
            if rule_id not in known:
                mistakes.append(Diagnostic("example", f"例子里的规则 {rule_id} 不存在", place, "改成规则包里的编号"))
                continue
            found.extend(_of_entry(str(rule_id), entry, place))
    return tuple(found), tuple(mistakes)


def _load(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return data if isinstance(data, dict) else {}


def _of_entry(rule_id: str, entry: Any, place: Place) -> Iterator[Example]:
    for expect in ("accepts", "rejects", "cases"):
        given = entry.get(expect, [])
        for item in given if isinstance(given, list) else [given]:
            case: dict[str, Any] = {"plan": item} if isinstance(item, str) else item
            wanted = str(case.get("expect", "")) if expect == "cases" else expect
            yield Example(
                rule_id,
                wanted,
                str(case.get("plan", "")),
                case.get("data"),
                place,
                case.get("stage"),
                case.get("set") or {},
            )


def _dedent(text: str) -> str:
    import textwrap

    return textwrap.dedent(text.strip("\n"))


def try_example(example: Example, pack: Pack, stage: str | None = None) -> Tried:
    """Judge one example by its rule (and the rules that it depends on)."""
    from plancheck.checking.assess import judge_all
    from plancheck.packs.settings import override_settings

    if example.settings:
        given = {name: str(value) for name, value in example.settings.items()}
        pack = replace(pack, settings=override_settings(dict(pack.settings), given)[0])
    facts = facts_of(example.plan, _freeze(example.data), pack.vocabulary)
    (judged,) = judge_all(facts, pack, stage or _stage(example, pack), only=(example.rule,))
    return Tried(example, judged, _as_expected(example.expect, judged))


def _stage(example: Example, pack: Pack) -> str:
    if example.stage is not None:
        return example.stage
    known = next((rule.stages for rule in pack.rules if rule.id == example.rule), ())
    return known[0] if known and pack.judges[0] not in known else pack.judges[0]


def _as_expected(expect: str, judged: Judged) -> bool:
    assist = judged.rule.ask is not None
    if expect == "accepts":
        if assist:
            return judged.outcome is Outcome.REVIEW and judged.found and not judged.doubts
        return judged.outcome is Outcome.PASS
    if expect == "rejects":
        if assist:
            return judged.outcome is Outcome.REVIEW and (bool(judged.doubts) or not judged.found)
        return judged.outcome is Outcome.FAIL
    return judged.outcome == expect


def facts_of(plan: str, data: str | None, vocabulary: Vocabulary) -> Facts:
    """The facts of a short plan text and its data."""
    from plancheck.document.plaintext import document_from_text
    from plancheck.facts.gather import gather

    submission = None
    if data is not None:
        from plancheck.submission.facts import submission_facts
        from plancheck.submission.load import submission_from_text

        submission = submission_facts(submission_from_text(data), vocabulary)
    return gather(document_from_text(plan), vocabulary, submission)


@lru_cache(maxsize=1)
def _dumper() -> Any:
    import yaml

    return yaml


def _freeze(data: Mapping[str, Any] | None) -> str | None:
    return None if data is None else str(_dumper().safe_dump(dict(data), allow_unicode=True))


def read_mutations(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The rules that each tested change of a sample plan flips, by the change's name (`mutations.yaml` of the pack).

    Empty where the pack has no such list.
    """
    path = pack.folder / "mutations.yaml"
    if not path.is_file():
        return {}
    return {str(name): tuple(f"{pack.id}/{i}" for i in flips) for name, flips in _load(path).items()}


def unflipped(rules: tuple[s.Rule, ...], mutations: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The rules decided by the program whose outcome no tested change of a sample plan changes."""
    flipped = {i for ids in mutations.values() for i in ids}
    return tuple(r.id for r in rules if r.ask is None and r.id not in flipped)


def unproved(rules: tuple[s.Rule, ...], examples: tuple[Example, ...]) -> tuple[str, ...]:
    """The rules that lack an accepted or a rejected example."""
    have = {(e.rule, e.expect) for e in examples}
    return tuple(r.id for r in rules if (r.id, "accepts") not in have or (r.id, "rejects") not in have)
