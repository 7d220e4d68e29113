"""Reading a submission from disk and judging it: what every command that needs a plan calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.facts import Facts
from plancheck.facts.model import Date, Fact
from plancheck.judgement.results import FileInfo, Report
from plancheck.packs.model import Pack

if TYPE_CHECKING:
    from plancheck.document.model import Document
    from plancheck.submission.load import Submission


@dataclass(frozen=True)
class Read:
    """A submission as read: its facts, the files, and what is to be said about the reading."""

    facts: Facts
    plan: FileInfo
    data: FileInfo | None
    notes: tuple[str, ...]
    doubts: tuple[str, ...] = ()  # what puts the whole report in doubt: told with the verdict


@dataclass(frozen=True)
class Opened:
    """A submission as it lies on disk, before any vocabulary is put to it: several packs can be asked about it."""

    document: Document
    plan: FileInfo
    submission: Submission | None
    data: FileInfo | None
    doubts: tuple[str, ...]


def open_submission(plan: Path, data: Path | None) -> Opened:
    """Open a plan and its data file. Raises UserError (exit code 3) where one of them cannot be read at all."""
    from plancheck.document.reader import read_document

    document = read_document(plan)
    shown = FileInfo(str(plan), document.sha256, document.title, document.characters)
    if data is None:
        return Opened(document, shown, None, None, ())
    from plancheck.submission.identity import same_park
    from plancheck.submission.load import load_submission

    loaded = load_submission(data)
    park = loaded.model.park
    name = park.name if park is not None else None
    doubts: tuple[str, ...] = ()
    if name and same_park(document.title, name) is False:
        doubts = (
            f"数据文件写的园区是“{name}”，方案题名是“{document.title}”，看来不是同一个园区。"
            "请核对是否拿错了数据文件；报告里凡是依据数据文件的结论都可能不成立。",
        )
    return Opened(document, shown, loaded, FileInfo(str(data), loaded.sha256), doubts)


def read_opened(opened: Opened, vocabulary: Vocabulary, as_of: Date | None = None) -> Read:
    """The facts of an opened submission in the words of a vocabulary; `as_of` is the date at which to judge them."""
    from plancheck.facts.gather import gather

    submission = None
    notes: list[str] = []
    if opened.submission is not None:
        from plancheck.submission.facts import submission_facts

        submission = submission_facts(opened.submission, vocabulary)
        notes.extend(w.message for w in opened.submission.warnings)
    facts = gather(opened.document, vocabulary, submission)
    if as_of is not None:
        facts = replace(facts, date=Fact(as_of, ()))
        notes.append(f"按 --as-of 指定的日期 {as_of.show()} 判断是否到期")
    return Read(facts, opened.plan, opened.data, (*opened.doubts, *notes), opened.doubts)


def read_submission(plan: Path, data: Path | None, vocabulary: Vocabulary, as_of: Date | None = None) -> Read:
    """Read a plan and its data file; `as_of` is the date at which to judge them.

    Raises UserError (exit code 3) where one of them cannot be read at all.
    """
    return read_opened(open_submission(plan, data), vocabulary, as_of)


def check(
    pack: Pack,
    plan: Path,
    data: Path | None,
    *,
    stage: str | None = None,
    only: Sequence[str] = (),
    as_of: Date | None = None,
) -> tuple[Report, Read]:
    """The report on a plan, and what was read of it. Raises UserError (exit code 2) for a stage that no rule knows."""
    return check_opened(pack, open_submission(plan, data), stage=stage, only=only, as_of=as_of)


def check_opened(
    pack: Pack,
    opened: Opened,
    *,
    stage: str | None = None,
    only: Sequence[str] = (),
    as_of: Date | None = None,
    notes: Sequence[str] = (),
) -> tuple[Report, Read]:
    """As `check`, for a submission that is open already; `notes` say what was chosen for the user before."""
    from plancheck.checking.assess import assess
    from plancheck.checking.titles import stage_of

    stages = tuple(dict.fromkeys((*pack.judges, *(s for rule in pack.rules for s in rule.stages))))
    if stage is not None and stage not in stages:
        message = f"规则包 {pack.id} 里没有“{stage}”这个阶段"
        raise UserError(2, (Diagnostic("stage", message, Place("--stage"), f"可以写：{'、'.join(stages)}"),))

    if stage is None:
        stage, why = stage_of(pack, opened.document)
        notes = (*notes, why) if why else notes
    read = read_opened(opened, pack.vocabulary, as_of)
    report = assess(
        read.facts,
        pack,
        plan=read.plan,
        data=read.data,
        stage=stage,
        only=only,
        notes=read.notes,
    )
    return replace(report, reasons=(*read.doubts, *report.reasons), choices=tuple(notes)), read


def rule_ids(pack: Pack, names: Sequence[str]) -> tuple[str, ...]:
    """The full ids of the rules named (the pack's prefix may be left out).

    Raises UserError (exit code 2) for a name that is no rule, with the closest one.
    """
    found: list[str] = []
    mistakes: list[Diagnostic] = []
    known = [rule.id.rpartition("/")[2] for rule in pack.rules]  # all begin alike: only what follows can be close
    for name in names:
        rule = pack.rule(name)
        if rule is not None:
            found.append(rule.id)
            continue
        import difflib

        close = difflib.get_close_matches(name.rpartition("/")[2], known, n=1, cutoff=0.75)
        help_ = f"您是不是想写 {pack.id}/{close[0]}？" if close else f"运行 plancheck packs show {pack.id} 查看全部规则"
        mistakes.append(Diagnostic("rule", f"规则包 {pack.id} 里没有规则“{name}”", Place(""), help_))
    if mistakes:
        raise UserError(2, tuple(mistakes))
    return tuple(found)
