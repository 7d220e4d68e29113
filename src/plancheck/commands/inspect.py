"""`plancheck inspect PLAN`: what the program read of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.commands.main import ChineseParser
from plancheck.commands.options import add_pack_options, chosen_settings, write_output

if TYPE_CHECKING:
    from plancheck.checking.run import Read
    from plancheck.packs.model import Pack


def _contradictions(read: Read, pack: Pack, *, as_json: bool) -> str:
    from plancheck.checking.assess import assess
    from plancheck.report.contradictions import contradictions, render_contradictions

    report = assess(read.facts, pack, plan=read.plan, data=read.data, notes=read.notes)
    if as_json:
        import json

        return json.dumps({"contradictions": contradictions(report)}, ensure_ascii=False, indent=1)
    included = {r.id for r in pack.rules if r.id not in pack.own}
    return "\n".join([*read.notes, render_contradictions(report, included or pack.own)])


def run(args: Sequence[str]) -> int:
    """0 where the plan could be read."""
    from plancheck.report.inspection import PARTS

    parser = ChineseParser(
        prog="plancheck inspect", description="看程序从方案里读到了什么：章节、表格、工程、目标、年度数据、数量"
    )
    parser.add_argument("plan", type=Path, metavar="方案", help="方案（.docx）")
    add_pack_options(parser)
    parser.add_argument("--data", type=Path, metavar="文件", help="数据文件（.yaml、.json 或 .xlsx）")
    titles = {
        "outline": "章节", "tables": "表格", "projects": "工程", "tasks": "任务", "targets": "目标", "series": "年度数据",
        "entries": "数据文件和台账的各条", "quantities": "数量",
    }  # fmt: skip
    for part in PARTS:
        parser.add_argument(
            f"--{part}", action="append_const", dest="parts", const=part, help=f"只看{titles[part]}（可同时写几项）"
        )
    parser.add_argument(
        "--contradictions", action="store_true", help="只看数字之间的矛盾：两处原文、算式，以及比对了哪些"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出文字还是 JSON（默认文字）")
    parser.add_argument("-o", "--output", type=Path, metavar="文件", help="写到文件")
    parser.add_argument("--force", action="store_true", help="允许覆盖已有的文件")
    options = parser.parse_args(list(args))
    from plancheck.checking.run import open_submission, read_opened
    from plancheck.packs.load import load_pack
    from plancheck.report.inspection import inspection, quantities_read, render_inspection

    opened = open_submission(options.plan, options.data)
    if options.pack is None:
        from plancheck.commands.choose import pack_for

        options.pack, _ = pack_for(opened.document)
    pack = load_pack(options.pack, chosen_settings(options))
    read = read_opened(opened, pack.vocabulary)
    parts = tuple(options.parts or ())
    if options.contradictions:
        text = _contradictions(read, pack, as_json=options.format == "json")
    elif options.format == "json":
        import json

        data = inspection(read.facts)
        if "quantities" in parts:
            data["quantities"] = quantities_read(read.facts)
        text = json.dumps(data, ensure_ascii=False, indent=1)
    else:
        text = "\n".join([*read.notes, render_inspection(read.facts, parts)])
    if options.output is None:
        print(text)
    else:
        write_output(options.output, text + "\n", force=options.force)
        print(f"已写到 {options.output}")
    return 0
