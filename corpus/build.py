"""Build the sample plans: `python -m corpus.build [DIRECTORY]` (default: beside this file).

The same sources always give byte-identical files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.builder.data_file import write_workbook, write_yaml
from corpus.builder.word import write_word
from corpus.sources import PLANS, plan_module


def files() -> Iterator[tuple[str, bytes]]:
    """Every built file as its name in the corpus folder and its content."""
    for name, data_suffix in PLANS.items():
        plan = plan_module(name)
        yield f"lcip-2014/{name}.docx", write_word(plan.blocks(), plan.PROFILE, plan.TITLE)
        if data_suffix == "yaml":
            yield f"lcip-2014/{name}.data.yaml", write_yaml(plan.data())
        elif data_suffix == "xlsx":
            yield f"lcip-2014/{name}.data.xlsx", write_workbook(plan.data(), {"projects": {"reduction": "减排量"}})


def main(target: Path) -> None:
    """Write all files below `target`."""
    for name, content in files():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
