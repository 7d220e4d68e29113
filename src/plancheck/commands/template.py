"""`plancheck template --data --pack ID OUT.xlsx`: an empty data file with Chinese headers, units and explanations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from plancheck.commands.main import ChineseParser
from plancheck.commands.options import add_pack_options, chosen_settings
from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.language import syntax as s
from plancheck.packs.model import Setting


def run(args: Sequence[str]) -> int:
    """0 where the template was written."""
    parser = ChineseParser(
        prog="plancheck template", description="生成空白的数据文件（Excel），填好后用 check --data 一并检查"
    )
    parser.add_argument(
        "output", type=Path, nargs="?", metavar="表格文件", help="写到哪个文件（默认 规则包编号-数据表.xlsx）"
    )
    parser.add_argument("--data", action="store_true", help="生成数据文件模板（目前唯一的一种）")
    add_pack_options(parser)
    parser.add_argument("--force", action="store_true", help="允许覆盖已有的文件")
    options = parser.parse_args(list(args))
    from plancheck.packs.data_needs import needed_parts

    if options.pack is None:
        from plancheck.packs.load import installed_packs

        message = "请写明数据文件要配哪个规则包"
        known = "、".join(installed_packs())
        raise UserError(2, (Diagnostic("pack", message, Place(""), f"加上 --pack 编号，可选：{known}"),))
    from plancheck.packs.load import load_pack
    from plancheck.submission.template import write_template

    pack = load_pack(options.pack, chosen_settings(options))
    path: Path = options.output or Path(f"{pack.id}-数据表.xlsx")
    if path.exists() and not options.force:
        raise UserError(
            2,
            (
                Diagnostic(
                    "exists", f"文件 {path} 已经存在，没有覆盖", Place(""), "换一个文件名，或加 --force 允许覆盖"
                ),
            ),
        )
    indicators = [(e.title, e.properties.get("unit", "")) for e in pack.vocabulary.of("indicator").values()]
    years = _years(pack.settings.values())
    sheets = needed_parts(pack) if pack.rules else None
    write_template(path, pack_title=pack.title, indicators=indicators, years=years, sheets=sheets)
    print(f"空白数据表已写到 {path}。填好后运行：plancheck check 方案.docx --pack {pack.id} --data {path}")
    return 0


def _years(settings: Iterable[Setting]) -> list[int]:
    """All years that the pack's range settings span: the columns for yearly values."""
    found: set[int] = set()
    for setting in settings:
        value = setting.value
        if isinstance(value, s.Range):
            found.update(range(value.first, value.last + 1))
    return sorted(found)
