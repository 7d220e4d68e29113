"""Outcomes of sample plans under the pack lcip-2014, as built and with named changes to plan and data file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import edits
import yaml
from docx import Document

from plancheck.checking.assess import judge_all
from plancheck.checking.run import read_submission
from plancheck.judgement.judge import Judged
from plancheck.packs.load import load_pack
from plancheck.packs.model import Pack

PACK_ID = "lcip-2014"
FOLDER = Path(__file__).parents[2] / "corpus" / PACK_ID
MUTATIONS = Path(__file__).parent / "mutations.yaml"
PROOFS = FOLDER.parents[1] / "rules" / PACK_ID / "mutations.yaml"
WITHOUT = "none"
HEAD = """\
# Which changes of a compliant sample plan change the outcome of which rule, and to what. Made from tests/corpus/mutations.yaml
# (python tests/corpus/judged.py); the tests make every change and check it. `plancheck packs test` reads this list.
"""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A named change of a sample plan and the rules whose outcome it changes (short number → new outcome).

    A number that ends with `.*` stands for all rules below it whose outcome is another one before the change.
    `data` is the list of edits of the data file, or `none` where the plan is judged without it.
    """

    name: str
    plan: str
    edits: tuple[Mapping[str, Mapping[str, Any]], ...]
    data: tuple[Mapping[str, Any], ...] | str
    flips: Mapping[str, str]


@lru_cache(maxsize=1)
def pack() -> Pack:
    """The pack, loaded once a process."""
    return load_pack(PACK_ID)


@lru_cache(maxsize=1)
def mutations() -> tuple[Mutation, ...]:
    """All mutations of `mutations.yaml`, in its order."""
    found = yaml.safe_load(MUTATIONS.read_text(encoding="utf-8"))
    return tuple(
        Mutation(m["name"], m["plan"], tuple(m.get("edits", ())), _data(m.get("data", ())), m["flips"]) for m in found
    )


def _data(given: Any) -> tuple[Mapping[str, Any], ...] | str:
    return given if isinstance(given, str) else tuple(given)


def data_file(name: str) -> Path | None:
    """The data file that belongs to a sample plan."""
    return next((p for p in sorted(FOLDER.glob(f"{name}.data.*"))), None)


def judged(plan: Path, data: Path | None) -> dict[str, Judged]:
    """Every rule's judgement on a submission, by the rule's number without the pack."""
    read = read_submission(plan, data, pack().vocabulary)
    return {j.rule.id.removeprefix(f"{PACK_ID}/"): j for j in judge_all(read.facts, pack(), pack().judges[0])}


@cache
def unchanged(name: str, with_data: bool = True) -> Mapping[str, str]:
    """The outcomes of a sample plan as built."""
    found = judged(FOLDER / f"{name}.docx", data_file(name) if with_data else None)
    return MappingProxyType({i: str(j.outcome.value) for i, j in found.items()})


def flips(mutation: Mutation) -> dict[str, str]:
    """The rules that a mutation changes against the plan and data file as built, with their new outcome."""
    before = unchanged(mutation.plan)
    return {i: str(j.outcome.value) for i, j in changed(mutation).items() if j.outcome.value != before[i]}


def expected(mutation: Mutation) -> dict[str, str]:
    """The flips that a mutation declares, its patterns written out."""
    before = unchanged(mutation.plan)
    patterns = {i.removesuffix("*"): o for i, o in mutation.flips.items() if i.endswith("*")}
    found = {i: o for start, o in patterns.items() for i, b in before.items() if i.startswith(start) and b != o}
    found |= {i: o for i, o in mutation.flips.items() if not i.endswith("*")}
    return {i: o for i, o in found.items() if before.get(i) != o}


def changed(mutation: Mutation) -> dict[str, Judged]:
    """Every rule's judgement on the changed plan."""
    document = Document(str(FOLDER / f"{mutation.plan}.docx"))
    for edit in mutation.edits:
        for name, arguments in edit.items():
            edits.EDITS[name](document, **arguments)
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.docx"
        plan.write_bytes(edits.as_bytes(document))
        return judged(plan, _changed_data(mutation, Path(folder)))


def _changed_data(mutation: Mutation, folder: Path) -> Path | None:
    source = data_file(mutation.plan)
    if mutation.data == WITHOUT or source is None:
        return None
    if not mutation.data:
        return source
    assert source.suffix == ".yaml", "only a YAML data file is edited"
    content = yaml.safe_load(source.read_text(encoding="utf-8"))
    for edit in mutation.data:
        assert isinstance(edit, Mapping)
        _edit(content, **edit)
    target = folder / "data.yaml"
    target.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return target


def _edit(content: Any, at: str, value: Any = None) -> None:
    """Set what stands at a path (`series/服务业增加值/values/2011`) to a value, or remove it where none is given.

    A row of a list is named by its indicator, name or fuel.
    """
    *way, last = at.split("/")
    for step in way:
        content = content[_key(content, step)]
    key = _key(content, last)
    if value is None:
        del content[key]
    else:
        content[key] = value


def _key(content: Any, step: str) -> Any:
    if isinstance(content, list):
        return next(
            i for i, row in enumerate(content) if step in (row.get("indicator"), row.get("name"), row.get("fuel"))
        )
    return next(key for key in content if str(key) == step)


def proofs() -> str:
    """The list of mutations and the rules that they flip, as it stands beside the rules."""
    lines = [HEAD]
    for mutation in mutations():
        flipped = ", ".join(f"{i}: {outcome}" for i, outcome in sorted(expected(mutation).items()))
        if flipped:
            lines.append(f"{mutation.name}: {{{flipped}}}\n")
    return "".join(lines)


if __name__ == "__main__":
    PROOFS.write_text(proofs(), encoding="utf-8")
