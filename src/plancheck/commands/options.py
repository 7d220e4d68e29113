"""Options and writing rules that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.core.diagnostic import Diagnostic, Place, UserError

if TYPE_CHECKING:
    from plancheck.facts.model import Date


def add_pack_options(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """`--pack` (a list where `several` may be named, else one or None) and `--set`."""
    more = "（可写多次，一次按几个规则包检查）" if several else ""
    parser.add_argument(
        "--pack",
        action="append" if several else "store",
        default=[] if several else None,
        metavar="规则包",
        help=f"规则包编号、文件夹或 .rules 文件{more}；不写时按方案的题名和期限来认",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="名称=值", help="改规则包的一项设置（可写多次），报告里会注明"
    )


def chosen_settings(options: argparse.Namespace) -> dict[str, str]:
    """The settings given with `--set`. Raises UserError (exit code 2) where one is not of the form name=value."""
    found: dict[str, str] = {}
    for text in options.set:
        name, sign, value = text.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise UserError(
                2,
                (
                    Diagnostic(
                        "setting", f"--set 的写法不对：“{text}”", Place(""), "写成 名称=值，如 --set 目标年=2015"
                    ),
                ),
            )
        found[name.strip()] = value.strip()
    return found


def as_of(text: str | None) -> Date | None:
    """The date given with `--as-of`. Raises UserError (exit code 2) where it is none."""
    if text is None:
        return None
    from plancheck.facts.dates import read_iso_date

    day = read_iso_date(text)
    if day is None:
        message = f"--as-of 的日期“{text}”读不懂"
        raise UserError(2, (Diagnostic("as-of", message, Place(""), "写成 2024-06-30、2024-06 或 2024"),))
    return day


def not_there(path: Path, *, force: bool) -> None:
    """Raises UserError (exit code 2) where a file exists that is not to be overwritten (without `force`)."""
    if path.exists() and not force:
        raise UserError(
            2,
            (
                Diagnostic(
                    "exists", f"文件 {path} 已经存在，没有覆盖", Place(""), "换一个文件名，或加 --force 允许覆盖"
                ),
            ),
        )


def write_output(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write a file. Raises UserError (exit code 2) where it exists (without `force`) or cannot be written."""
    not_there(path, force=force)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
    except OSError as error:
        message = f"写不了文件 {path}：{error.strerror or '没有权限'}"
        raise UserError(2, (Diagnostic("write", message, Place(""), "检查文件夹是否存在、是否有写权限"),)) from error
