"""Build the sample plans: `python -m corpus.build [PACK]` (default: all packs), written to `corpus/PACK/`.

The same sources always give byte-identical files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.builder.data_file import write_workbook, write_yaml
from corpus.builder.word import write_word
from corpus.sources import packs, plan_module, plans


def files(pack: str) -> Iterator[tuple[str, bytes]]:
    """Every built file of a pack as its name in the pack's corpus folder and its content."""
    for name, sample in plans(pack).items():
        plan = plan_module(pack, name)
        yield f"{name}.docx", write_word(plan.blocks(), plan.PROFILE, plan.TITLE)
        if sample.data == "yaml":
            yield f"{name}.data.yaml", write_yaml(plan.data())
        elif sample.data == "xlsx":
            yield f"{name}.data.xlsx", write_workbook(plan.data(), getattr(plan, "DATA_HEADERS", None))


def main(target: Path, chosen: tuple[str, ...]) -> None:
    """Write all files of the packs chosen below `target`."""
    for pack in chosen:
        for name, content in files(pack):
            path = target / pack / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(path)


if __name__ == "__main__":
    unknown = sorted(set(sys.argv[1:]) - set(packs()))
    if unknown:
        sys.exit(f"{', '.join(unknown)}: no such pack; there are {', '.join(packs())}")
    main(Path(__file__).parent, tuple(sys.argv[1:]) or packs())
