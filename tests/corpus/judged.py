"""Outcomes of sample plans under their pack, as built and with named changes to plan and data file.

`python tests/corpus/judged.py [PACK]` writes what the changes prove to `rules/PACK/mutations.yaml` (default: all packs).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
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

ROOT = Path(__file__).parents[2]
WITHOUT = "none"
NAMED_BY = ("id", "indicator", "name", "fuel", "title", "finding", "enterprise")
HEAD = """\
# Which changes of a sample plan change the outcome of which rule, and to what. Made from tests/corpus/PACK/mutations.yaml
# (python tests/corpus/judged.py PACK); the tests make every change and check it. `plancheck packs test` reads this list.
"""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A named change of a sample plan and the rules whose outcome it changes (short number → new outcome).

    A number that ends with `.*` stands for all rules below it whose outcome is another one before the change.
    `data` is the list of edits of the data file, or `none` where the plan is judged without it.
    """

    pack: str
    name: str
    plan: str
    edits: tuple[Mapping[str, Mapping[str, Any]], ...]
    data: tuple[Mapping[str, Any], ...] | str
    flips: Mapping[str, str]


def folder(pack_id: str) -> Path:
    """Where the built sample plans of a pack lie."""
    return ROOT / "corpus" / pack_id


def proofs_file(pack_id: str) -> Path:
    """The list beside a pack's rules of what the mutations prove."""
    return ROOT / "rules" / pack_id / "mutations.yaml"


@cache
def pack(pack_id: str) -> Pack:
    """A pack, loaded once a process."""
    return load_pack(pack_id)


@cache
def stage(pack_id: str, name: str) -> str:
    """The stage that a sample plan is judged at."""
    from corpus.sources import plans  # found once the repository's folder is on the path

    return plans(pack_id)[name].stage or pack(pack_id).judges[0]


@cache
def mutations(pack_id: str) -> tuple[Mutation, ...]:
    """All mutations of a pack's `mutations.yaml`, in its order; none where it has no such file."""
    file = Path(__file__).parent / pack_id / "mutations.yaml"
    found = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if file.is_file() else ()
    return tuple(
        Mutation(pack_id, m["name"], m["plan"], tuple(m.get("edits", ())), _data(m.get("data", ())), m["flips"])
        for m in found
    )


def _data(given: Any) -> tuple[Mapping[str, Any], ...] | str:
    return given if isinstance(given, str) else tuple(given)


def data_file(pack_id: str, name: str) -> Path | None:
    """The data file that belongs to a sample plan."""
    return next((p for p in sorted(folder(pack_id).glob(f"{name}.data.*"))), None)


def judged(pack_id: str, name: str, plan: Path, data: Path | None) -> dict[str, Judged]:
    """Every rule's judgement on a submission of a sample plan's stage, by the rule's number without the pack."""
    one = pack(pack_id)
    read = read_submission(plan, data, one.vocabulary)
    return {j.rule.id.removeprefix(f"{pack_id}/"): j for j in judge_all(read.facts, one, stage(pack_id, name))}


@cache
def unchanged(pack_id: str, name: str, with_data: bool = True) -> Mapping[str, str]:
    """The outcomes of a sample plan as built."""
    found = judged(pack_id, name, folder(pack_id) / f"{name}.docx", data_file(pack_id, name) if with_data else None)
    return MappingProxyType({i: str(j.outcome.value) for i, j in found.items()})


def flips(mutation: Mutation) -> dict[str, str]:
    """The rules that a mutation changes against the plan and data file as built, with their new outcome."""
    before = unchanged(mutation.pack, mutation.plan, mutation.data != WITHOUT)
    return {i: str(j.outcome.value) for i, j in changed(mutation).items() if j.outcome.value != before[i]}


def expected(mutation: Mutation) -> dict[str, str]:
    """The flips that a mutation declares, its patterns written out."""
    before = unchanged(mutation.pack, mutation.plan, mutation.data != WITHOUT)
    patterns = {i.removesuffix("*"): o for i, o in mutation.flips.items() if i.endswith("*")}
    found = {i: o for start, o in patterns.items() for i, b in before.items() if i.startswith(start) and b != o}
    found |= {i: o for i, o in mutation.flips.items() if not i.endswith("*")}
    return {i: o for i, o in found.items() if before.get(i) != o}


def noticed(mutation: Mutation, outcomes: Mapping[str, str]) -> dict[str, str]:
    """The changed outcomes without those of included cross-checks that now find something, or nothing, to check.

    That is no verdict on the plan, and which cross-checks there are is not the pack's own business.
    """
    before = unchanged(mutation.pack, mutation.plan, mutation.data != WITHOUT)
    own = {i.removeprefix(f"{mutation.pack}/") for i in pack(mutation.pack).own}
    nothing_wrong = {"pass", "not-applicable"}
    return {i: o for i, o in outcomes.items() if i in own or not {o, before[i]} <= nothing_wrong}


def changed(mutation: Mutation) -> dict[str, Judged]:
    """Every rule's judgement on the changed plan."""
    document = Document(str(folder(mutation.pack) / f"{mutation.plan}.docx"))
    for edit in mutation.edits:
        for name, arguments in edit.items():
            edits.EDITS[name](document, **arguments)
    with tempfile.TemporaryDirectory() as place:
        plan = Path(place) / "plan.docx"
        plan.write_bytes(edits.as_bytes(document))
        return judged(mutation.pack, mutation.plan, plan, changed_data(mutation, Path(place)))


def changed_data(mutation: Mutation, place: Path) -> Path | None:
    """The data file of the plan with a mutation's edits, written to a folder; None without one."""
    source = data_file(mutation.pack, mutation.plan)
    if mutation.data == WITHOUT or source is None:
        return None
    if not mutation.data:
        return source
    assert source.suffix == ".yaml", "only a YAML data file is edited"
    content = yaml.safe_load(source.read_text(encoding="utf-8"))
    for edit in mutation.data:
        assert isinstance(edit, Mapping)
        _edit(content, **edit)
    target = place / "data.yaml"
    target.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return target


def _edit(content: Any, at: str, value: Any = None) -> None:
    """Set what stands at a path (`series/服务业增加值/values/2011`) to a value, or remove it where none is given.

    A row of a list is named by its id, indicator, name, fuel, title, finding or enterprise (the first that bears it).
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
        return next(i for i, row in enumerate(content) if step in (row.get(key) for key in NAMED_BY))
    return next(key for key in content if str(key) == step)


def proofs(pack_id: str) -> str:
    """The list of a pack's mutations and the rules that they flip, as it stands beside the rules."""
    lines = [HEAD.replace("PACK", pack_id)]
    for mutation in mutations(pack_id):
        flipped = ", ".join(f"{i}: {outcome}" for i, outcome in sorted(expected(mutation).items()))
        if flipped:
            lines.append(f"{mutation.name}: {{{flipped}}}\n")
    return "".join(lines)


def main(chosen: tuple[str, ...]) -> None:
    """Write the lists of the packs chosen."""
    from corpus.sources import packs

    for pack_id in chosen or packs():
        if mutations(pack_id):
            proofs_file(pack_id).write_text(proofs(pack_id), encoding="utf-8")
            print(proofs_file(pack_id))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(tuple(sys.argv[1:]))
