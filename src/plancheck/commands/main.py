"""The command line: `plancheck COMMAND …`. Each sub-command is one module, imported only when it is asked for."""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from plancheck import __version__

COMMANDS = {
    "check": "检查一份方案，给出逐条结论和得分",
    "inspect": "看程序从方案里读到了什么",
    "explain": "用中文解释一条规则，或解释它在一份方案上为什么这样判",
    "packs": "规则包：列出、查看、检查、试例子、看覆盖、比较",
    "template": "生成空白的数据文件",
}


class ChineseParser(argparse.ArgumentParser):
    """An argument parser whose own texts are Chinese; wrong usage ends with exit code 2."""

    def error(self, message: str) -> NoReturn:
        for english, chinese in _WORDS.items():
            message = message.replace(english, chinese)
        self.exit(2, f"用法不对：{message}\n请运行 {self.prog} --help 查看用法。\n")

    def format_help(self) -> str:
        text = super().format_help()
        for english, chinese in _HEADINGS.items():
            text = text.replace(english, chinese)
        return text


_WORDS = {
    "the following arguments are required: ": "还要写上 ",
    "unrecognized arguments: ": "不认识的参数 ",
    "invalid choice: ": "不能是 ",
    " (choose from ": "。可选：",
    "')": "'",
    "expected one argument": "后面要跟一个值",
    "expected at least one argument": "后面至少要跟一个值",
    "argument ": "参数 ",
    "invalid int value: ": "应当是整数，不能是 ",
    "not allowed with ": "不能同时使用 ",
}
_HEADINGS = {
    "usage: ": "用法：",
    "positional arguments:": "参数：",
    "options:": "选项：",
    "show this help message and exit": "显示这段说明",
}


def _overview() -> str:
    rows = "\n".join(f"  {name:<10}{about}" for name, about in COMMANDS.items())
    return (
        "plancheck：低碳园区实施方案合规检查\n\n用法：plancheck 命令 [参数]\n\n命令：\n"
        f"{rows}\n\n例：plancheck check 方案.docx --pack lcip-2014 --data 数据.xlsx\n"
        "查看某个命令的用法：plancheck 命令 --help\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有这样的问题；2 用法不对；3 方案或数据读不了；4 规则包有错。\n"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 meets, 1 findings, 2 usage, 3 unreadable, 4 broken pack)."""
    args = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(
        200_000, 20, 20
    )  # one short run makes much and drops little: looking for cycles costs a fifth of it
    atexit.register(gc.freeze)  # nor need the end of the process look through everything for cycles once more
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console that is not UTF-8 must not end in a traceback
            reconfigure(errors="replace")
    if not args or args[0] in ("-h", "--help", "help"):
        print(_overview(), end="")
        return 0 if args else 2
    if args[0] in ("-V", "--version"):
        print(f"plancheck {__version__}")
        return 0
    name = args[0]
    if name not in COMMANDS:
        import difflib

        close = difflib.get_close_matches(name, COMMANDS, n=1)
        hint = f"您是不是想用 {close[0]}？" if close else f"可用的命令：{'、'.join(COMMANDS)}"
        print(f"没有“{name}”这个命令。{hint}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"plancheck.commands.{name}")
    from plancheck.core.diagnostic import UserError

    try:
        code: int = module.run(args[1:])
        return code
    except UserError as error:
        from plancheck.commands.problems import show_diagnostics

        show_diagnostics(error.diagnostics)
        return error.exit_code
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
        return 130
