"""`plancheck check PLAN [--pack ID …] [--data FILE]`: judge a plan and show or write the report."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from plancheck.commands.main import ChineseParser
from plancheck.commands.options import add_pack_options, as_of, chosen_settings, write_output
from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Report

_RANK = {"shall": ("shall",), "should": ("shall", "should"), "never": ()}


def run(args: Sequence[str]) -> int:
    """0 where no finding reaches `--fail-on`, else 1."""
    options = _parser().parse_args(list(args))
    from plancheck.checking.run import check_opened, open_submission, rule_ids
    from plancheck.packs.load import load_pack

    settings, date = chosen_settings(options), as_of(options.as_of)
    if len(options.pack) > 1:
        from plancheck.commands.check_several import check_several

        return check_several(options, settings, date)
    opened, notes = None, []
    if not options.pack:
        from plancheck.commands.choose import pack_for

        opened = open_submission(options.plan, options.data)
        chosen, why = pack_for(opened.document)
        options.pack, notes = [chosen], [why]
    pack = load_pack(options.pack[0], settings)
    only = rule_ids(pack, options.only)
    opened = opened or open_submission(options.plan, options.data)
    report, _ = check_opened(pack, opened, stage=options.stage, only=only, as_of=date, notes=notes)
    _show(report, options)
    return exit_code(report, options.fail_on)


def exit_code(report: Report, fail_on: str) -> int:
    """1 where a rule of the obligation (or a stronger one) failed, else 0."""
    wanted = _RANK[fail_on]
    return int(any(r.outcome is Outcome.FAIL and r.obligation in wanted for r in report.results))


def _parser() -> argparse.ArgumentParser:
    parser = ChineseParser(prog="plancheck check", description="检查一份方案：逐条判定，给出得分区间和补正意见")
    parser.add_argument("plan", type=Path, metavar="方案", help="方案（.docx）")
    add_pack_options(parser, several=True)
    parser.add_argument("--data", type=Path, metavar="文件", help="数据文件（.yaml、.json 或 .xlsx）")
    parser.add_argument(
        "--stage", "--as", dest="stage", metavar="阶段", help="按哪个阶段的提交材料来评（默认由规则包定）"
    )
    parser.add_argument(
        "--as-of", metavar="日期", help="按哪一天判断是否到期，如 2024-06-30（默认按数据文件或封面上的日期）"
    )
    parser.add_argument("--only", action="append", default=[], metavar="规则", help="只评这条规则（可写多次）")
    parser.add_argument(
        "--format", choices=("terminal", "json", "html"), help="报告格式；不写时按 --output 的扩展名，否则在终端显示"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="文件", help="把报告写到文件（.html、.json 或 .txt）")
    parser.add_argument("--force", action="store_true", help="允许覆盖已有的文件")
    parser.add_argument("--fail-on", choices=tuple(_RANK), default="shall", help="哪一类问题使退出码为 1（默认 shall）")
    parser.add_argument("--full", action="store_true", help="终端报告不折叠，全部列出")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="程序固定文字的语言")
    return parser


def report_format(options: argparse.Namespace) -> str:
    """terminal, json or html: as asked for, else by the ending of the output file."""
    if options.format:
        return str(options.format)
    suffix = options.output.suffix.lower() if options.output else ""
    return {".html": "html", ".htm": "html", ".json": "json"}.get(suffix, "terminal")


def rendered(report: Report, options: argparse.Namespace) -> str:
    """The report in the format of the options."""
    kind = report_format(options)
    if kind == "json":
        from plancheck.report.json_ import report_to_json

        return report_to_json(report)
    if kind == "html":
        from plancheck.report.html import render_html

        return render_html(report, lang=options.lang)
    from plancheck.report.terminal import render_terminal

    to_file = options.output is not None
    width = 100 if to_file or not sys.stdout.isatty() else shutil.get_terminal_size((100, 40)).columns
    color = not to_file and sys.stdout.isatty()
    return render_terminal(report, console_width=width, color=color, full=options.full, lang=options.lang)


def _show(report: Report, options: argparse.Namespace) -> None:
    text = rendered(report, options)
    if options.output is None:
        print(text)
        return
    write_output(options.output, text, force=options.force)
    print(f"报告已写到 {options.output}")
