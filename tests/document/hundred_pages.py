"""A plan of a hundred pages (60,000 characters, 40 tables) built with python-docx, for measuring."""

from __future__ import annotations

from pathlib import Path

import docx

SENTENCE = (
    "园区坚持以降低单位工业增加值碳排放为核心，推动产业结构优化、能源结构调整和资源循环利用，到2016年完成各项指标。"
)


def build(path: Path, tables: int = 40, paragraphs: int = 1080) -> Path:
    """Write the plan; headings in styles on two levels, each third section with a table of 12 rows and 6 columns."""
    document = docx.Document()
    document.add_paragraph("东湖经济技术开发区国家低碳工业园区试点实施方案", style="Title")
    sections = tables * 2
    for number in range(sections):
        if number % 8 == 0:
            document.add_heading(f"第{number // 8 + 1}章 任务", 1)
        document.add_heading(f"{number // 8 + 1}.{number % 8 + 1} 分项", 2)
        for _ in range(paragraphs // sections):
            paragraph = document.add_paragraph()
            for part in (SENTENCE[:20], SENTENCE[20:]):
                paragraph.add_run(part)
        if number % 2 == 0:
            document.add_paragraph(f"表{number // 2 + 1} 主要指标")
            table = document.add_table(12, 6)
            for row_number, row in enumerate(table.rows):
                for column, cell in enumerate(row.cells):
                    cell.text = f"{row_number}.{column}" if row_number and column else f"指标{row_number}{column}"
    document.save(str(path))
    return path
