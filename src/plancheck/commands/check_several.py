"""`plancheck check PLAN --pack A --pack B`: one plan read once and judged against several packs, with a summary."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.commands.check import exit_code, rendered, report_format
from plancheck.commands.options import not_there, write_output
from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.judgement.results import Report

if TYPE_CHECKING:
    from plancheck.facts.model import Date


def check_several(options: argparse.Namespace, settings: Mapping[str, str], date: Date | None) -> int:
    """The highest exit code of the single reports.

    A setting goes to the packs that have it. Raises UserError (exit code 2) for one that none of them has, and for
    options that make sense with one pack only.
    """
    from plancheck.checking.run import check_opened, open_submission
    from plancheck.packs.load import load_pack
    from plancheck.report.several import reports_to_json, summary_lines, summary_to_json

    if options.only:
        message = "--only 只能配一个规则包"
        raise UserError(2, (Diagnostic("only", message, Place(""), "去掉多余的 --pack，或去掉 --only"),))
    plain = [load_pack(name) for name in dict.fromkeys(options.pack)]
    unknown = [name for name in settings if not any(name in pack.settings for pack in plain)]
    if unknown:
        message = f"这几个规则包都没有“{'”“'.join(unknown)}”这个设置"
        raise UserError(
            2, (Diagnostic("setting", message, Place("--set"), "运行 plancheck packs show 规则包 查看设置"),)
        )
    packs = []
    for name, pack in zip(dict.fromkeys(options.pack), plain, strict=True):
        own = {key: value for key, value in settings.items() if key in pack.settings}
        packs.append(load_pack(name, own) if own else pack)
    kind = report_format(options)
    files = _files(options.output, [pack.id for pack in packs], kind)
    for path in files.values():
        not_there(path, force=options.force)  # all or none are written
    opened = open_submission(options.plan, options.data)
    reports: list[Report] = []
    for pack in packs:
        report, _ = check_opened(pack, opened, stage=options.stage, as_of=date)
        reports.append(report)
    summary = "\n".join(summary_lines(reports))
    if options.output is None and kind == "json":
        print(reports_to_json(reports))
    elif options.output is None:
        for number, report in enumerate(reports, 1):
            print(f"【第 {number} 份报告，共 {len(reports)} 份】{report.pack_title}（{report.pack_id}）\n")
            print(rendered(report, options))
        print(summary)
    else:
        *paths, last = files.values()
        for report, path in zip(reports, paths, strict=True):
            write_output(path, rendered(report, options), force=options.force)
            print(f"报告已写到 {path}")
        write_output(last, summary_to_json(reports) if kind == "json" else summary + "\n", force=options.force)
        print(f"汇总已写到 {last}\n\n{summary}")
    return max(exit_code(report, options.fail_on) for report in reports)


def _files(output: Path | None, ids: list[str], kind: str) -> dict[str, Path]:
    """The report files by pack, named after `output` and the pack, and the summary's file last; none without `output`."""
    if output is None:
        return {}
    names = [pack_id if ids.count(pack_id) == 1 else f"{pack_id}-{i}" for i, pack_id in enumerate(ids, 1)]
    files = {name: output.with_name(f"{output.stem}-{name}{output.suffix}") for name in names}
    ending = ".json" if kind == "json" else ".txt"
    return files | {"汇总": output.with_name(f"{output.stem}-汇总{ending}")}
