"""Every layout of headings that plans use: the outline is recovered completely, and nothing else becomes a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from document.docx_parts import bold, cell, centred, level, listed, numbering, p, picture, row, run, table, write
from plancheck.document.model import Document, Paragraph
from plancheck.document.plaintext import document_from_text
from plancheck.document.reader import read_document

BODY = "园区位于市区东部，规划面积10平方公里，2012年实现工业增加值120亿元，能源消费总量50万吨标准煤。"
HEAVY = '<w:rFonts w:eastAsia="黑体"/>'
LARGE = '<w:sz w:val="32"/>'


def outline(document: Document) -> list[str]:
    """The outline as text, one heading a line, indented by level."""
    return [f"{'  ' * (s.level - 1)}{s.label}|{s.title}" for s in document.sections[1:]]


def read(tmp_path: Path, *blocks: str, numbers: str = "") -> Document:
    return read_document(write(tmp_path / "方案.docx", "".join(blocks), numbers=numbers))


def test_heading_styles(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("园区概况", style="1"),
        p(BODY),
        p("区位", style="2"),
        p(BODY),
        p("目标", style="1"),
        p("任务", style="章"),
    )
    assert outline(document) == ["|园区概况", "  |区位", "|目标", "|任务"]
    assert [s.origin for s in document.sections[1:]] == ["style"] * 4


def test_outline_level_on_the_paragraph(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("总则", props='<w:outlineLvl w:val="0"/>'), p(BODY), p("目标", props='<w:outlineLvl w:val="1"/>')
    )
    assert outline(document) == ["|总则", "  |目标"]
    assert document.sections[1].origin == "outline"


def test_styles_with_typed_lower_levels(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("一、园区概况", style="1"), p("（一）区位"), p(BODY), p("1．交通"), p(BODY), p("2．气候"), p(BODY),
        p("二、目标", style="1"), p("（一）总体目标"), p(BODY),
    )  # fmt: skip
    assert outline(document) == [
        "一、|园区概况", "  （一）|区位", "    1．|交通", "    2．|气候", "二、|目标", "  （一）|总体目标",
    ]  # fmt: skip


LAYOUTS = {
    "chapters and sections": (
        "第一章 总则\n第一节 概况\n{b}\n一、区位\n{b}\n二、产业\n{b}\n第二节 背景\n{b}\n第二章 目标\n第一节 总体目标\n{b}",
        [
            "第一章|总则",
            "  第一节|概况",
            "    一、|区位",
            "    二、|产业",
            "  第二节|背景",
            "第二章|目标",
            "  第一节|总体目标",
        ],
    ),
    "parts": (
        "第一部分 现状\n一、概况\n{b}\n二、能源\n{b}\n第二部分 方案\n一、目标\n{b}",
        ["第一部分|现状", "  一、|概况", "  二、|能源", "第二部分|方案", "  一、|目标"],
    ),
    "official document numbers": (
        "一、概况\n（一）区位\n1.交通\n（1）公路\n{b}\n（2）铁路\n{b}\n2.气候\n{b}\n（二）产业\n{b}\n二、目标\n{b}",
        [
            "一、|概况",
            "  （一）|区位",
            "    1.|交通",
            "      （1）|公路",
            "      （2）|铁路",
            "    2.|气候",
            "  （二）|产业",
            "二、|目标",
        ],
    ),
    "half-width and no first level bracket": (
        "一. 概况\n(一) 区位\n{b}\n(二) 产业\n{b}\n二. 目标\n{b}",
        ["一.|概况", "  (一)|区位", "  (二)|产业", "二.|目标"],
    ),
    "full-width digits": (
        "１、概况\n{b}\n（１）区位\n{b}\n（２）产业\n{b}\n２、目标\n{b}",
        ["１、|概况", "  （１）|区位", "  （２）|产业", "２、|目标"],
    ),
    "decimals": (
        "1 总则\n1.1 依据\n{b}\n1.1.1 法规\n{b}\n1.1.2 标准\n{b}\n1.2 范围\n{b}\n2 目标\n2.1 总体\n{b}",
        ["1|总则", "  1.1|依据", "    1.1.1|法规", "    1.1.2|标准", "  1.2|范围", "2|目标", "  2.1|总体"],
    ),
    "chapters with decimals": (
        "第1章 总则\n1.1依据\n{b}\n1.2范围\n{b}\n第2章 目标\n2.1总体\n{b}\n2.1.1近期\n{b}",
        ["第1章|总则", "  1.1|依据", "  1.2|范围", "第2章|目标", "  2.1|总体", "    2.1.1|近期"],
    ),
    "brackets, half brackets and circles": (
        "一、任务\n1、能源\n1）煤炭\n{b}\n2）电力\n①光伏\n{b}\n②风电\n{b}\n2、建筑\n{b}\n二、保障\n{b}",
        [
            "一、|任务",
            "  1、|能源",
            "    1）|煤炭",
            "    2）|电力",
            "      ①|光伏",
            "      ②|风电",
            "  2、|建筑",
            "二、|保障",
        ],
    ),
    "a level left out in one chapter": (
        "一、概况\n（一）区位\n{b}\n1. 交通\n{b}\n2. 气候\n{b}\n二、目标\n1. 总体\n{b}\n2. 具体\n{b}",
        ["一、|概况", "  （一）|区位", "    1.|交通", "    2.|气候", "二、|目标", "  1.|总体", "  2.|具体"],
    ),
    "another order of classes": (
        "1、概况\n一、区位\n{b}\n二、产业\n{b}\n2、目标\n一、总体\n{b}\n（1）近期\n{b}\n（2）远期\n{b}",
        ["1、|概况", "  一、|区位", "  二、|产业", "2、|目标", "  一、|总体", "    （1）|近期", "    （2）|远期"],
    ),
    "blanks inside words": (
        "第 一 章　总　则\n第 一 节　概 况\n{b}\n第 十 二 章　附　则\n{b}",
        ["第一章|总则", "  第一节|概况", "第十二章|附则"],
    ),
    "attachments": (
        "一、目标\n{b}\n（一）总体\n{b}\n附件1：项目清单\n{b}\n附件 2\n{b}\n附表1 能耗表\n{b}\n附图1 区位图",
        ["一、|目标", "  （一）|总体", "附件1|项目清单", "附件2|", "附表1|能耗表", "附图1|区位图"],
    ),
    "words with numbers": (
        "一、任务\n任务一：优化结构\n{b}\n任务二：节约能源\n{b}\n二、工程\n项目1 余热利用\n{b}\n项目2 光伏\n{b}",
        ["一、|任务", "  任务一|优化结构", "  任务二|节约能源", "二、|工程", "  项目1|余热利用", "  项目2|光伏"],
    ),
    "appendix with its own numbers": (
        "第一章 总则\n{b}\n附录A 方法\nA.1 范围\n{b}\nA.2 公式\n{b}",
        ["第一章|总则", "附录A|方法", "  A.1|范围", "  A.2|公式"],
    ),
    "foreword": ("前 言\n{b}\n一、概况\n{b}\n（一）区位\n{b}", ["|前言", "一、|概况", "  （一）|区位"]),
    "figures of an annex amid the text": (
        "一、概况\n（一）区位\n{b}\n附图1 园区区位图\n{b}\n（二）产业\n{b}\n二、目标\n{b}\n附图2 布局图\n{b}",
        ["一、|概况", "  （一）|区位", "  （二）|产业", "二、|目标", "附图2|布局图"],
    ),
    "list of attachments": ("一、概况\n{b}\n附件：\n1.项目表\n2.能耗表", ["一、|概况"]),
    "marks before numbers": ("★一、概况\n{b}\n▲二、目标\n{b}", ["一、|概况", "二、|目标"]),
    "empty chapters": ("一、概况\n二、目标\n三、任务", ["一、|概况", "二、|目标", "三、|任务"]),
    "leads with a full stop": (
        "一、保障措施\n（一）组织保障。成立领导小组，由管委会主任任组长，各部门负责人为成员。\n（二）资金保障。设立专项资金，统筹安排各级财政资金支持低碳项目建设。",
        ["一、|保障措施", "  （一）|组织保障", "  （二）|资金保障"],
    ),
    "leads with a colon": (
        "一、工程\n1、余热利用：建设余热发电装置三套，由园区能源公司承担，两年内建成投产。\n2、光伏发电：在标准厂房屋顶建设分布式光伏，由园区能源公司承担。",
        ["一、|工程", "  1、|余热利用", "  2、|光伏发电"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", ["text", "docx"])
def test_typed_layout(layout: str, form: str, tmp_path: Path) -> None:
    text, expected = LAYOUTS[layout]
    lines = text.replace("{b}", BODY).split("\n")
    document = document_from_text("\n".join(lines)) if form == "text" else read(tmp_path, *map(p, lines))
    assert outline(document) == expected


NOT_HEADINGS = [
    "2014年，园区实现产值120亿元",
    "1.5万吨标准煤的节能量",
    "3.2%的年均增速",
    "一是突出重点。二是突出创新。三是突出合作，形成合力，推动园区低碳发展取得实效。",
    "10.5公顷建设用地",
    "第一章的要求在各项任务中都要落实到位，并在年度计划中分解到各责任单位，由管委会考核。",
    "附件1所列项目均已开工",
    "1999年建成",
    "表1中列出了主要指标",
    "单位：万元",
    "一、二期工程均已建成投产",
    "二、三产业协调发展",
]


@pytest.mark.parametrize("line", NOT_HEADINGS)
def test_lines_that_only_look_numbered(line: str) -> None:
    document = document_from_text(f"一、概况\n{BODY}\n{line}\n{BODY}\n二、目标\n{BODY}")
    assert outline(document) == ["一、|概况", "二、|目标"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1.1项目概况", "|项目概况"), ("1.1 年度目标", "|年度目标"), ("1.1个性化服务", "|个性化服务"), ("1.1 天然气利用", "|天然气利用"),
        ("1.1万吨", None), ("1.1 %", None), ("1.1亿元投资", None), ("1.5 公顷用地", None),
    ],
)  # fmt: skip
def test_decimal_or_quantity(line: str, heading: str | None) -> None:
    document = document_from_text(f"第一章 概况\n{BODY}\n{line}\n{BODY}")
    assert [s.title for s in document.sections[2:]] == ([heading[1:]] if heading else [])


def test_typed_list_below_a_styled_number(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、任务", style="1"), p("1. 能源", style="2"), p("1. 光伏"), p(BODY), p("2. 风电"), p(BODY),
        p("2. 建筑", style="2"), p("1. 改造"), p(BODY), p("2. 新建"), p(BODY),
    )  # fmt: skip
    assert outline(document) == [
        "一、|任务",
        "  1.|能源",
        "    1.|光伏",
        "    2.|风电",
        "  2.|建筑",
        "    1.|改造",
        "    2.|新建",
    ]


def test_list_items_are_no_headings() -> None:
    document = document_from_text(
        f"一、任务\n（1）煤炭清洁利用；\n（2）天然气替代；\n（3）可再生能源。\n1. 太阳能\n2. 风能\n3. 生物质能\n{BODY}\n二、保障\n{BODY}"
    )
    assert outline(document) == ["一、|任务", "二、|保障"]


def test_two_list_items_before_text_are_no_headings() -> None:
    document = document_from_text(f"一、任务\n{BODY}\n1. 太阳能\n2. 风能\n{BODY}\n二、保障\n{BODY}")
    assert outline(document) == ["一、|任务", "二、|保障"]


def test_fields_of_projects_are_no_headings() -> None:
    fields = "1、建设内容：建设余热发电装置三套，两年内建成投产。\n2、投资规模：项目总投资1200万元，其中自筹800万元。\n"
    document = document_from_text(f"一、余热项目\n{fields}二、光伏项目\n{fields}三、保障\n{BODY}")
    assert outline(document) == ["一、|余热项目", "二、|光伏项目", "三、|保障"]


def test_stated_values_are_no_headings() -> None:
    values = (
        "1. 碳排放强度：比2012年下降18%以上，达到国内先进水平。\n2. 可再生能源：占比达到10%以上，位居全省园区前列。"
    )
    assert outline(document_from_text(f"一、主要目标\n{values}\n二、保障\n{BODY}")) == ["一、|主要目标", "二、|保障"]


def test_a_single_short_lead() -> None:
    document = document_from_text("一、任务\n（一）任务分解。各部门按照职责分工细化任务，确保各项工作落到实处。")
    assert outline(document) == ["一、|任务", "  （一）|任务分解"]


def test_long_numbered_sentences_are_body() -> None:
    document = document_from_text(
        "一、任务\n1. 到2016年，单位工业增加值碳排放比2012年下降18%，能耗下降15%，达到国内先进水平。\n"
        "2. 到2016年，建成余热利用项目三个，年节能量达到5万吨标准煤，减排二氧化碳13万吨。"
    )
    assert outline(document) == ["一、|任务"]


def test_headings_by_look_alone(tmp_path: Path) -> None:
    def big(text: str) -> str:
        return p(text, look=f"{HEAVY}{LARGE}")

    def strong(text: str) -> str:
        return p(bold(text))

    document = read(
        tmp_path,
        big("园区概况"),
        p(BODY),
        strong("区位条件"),
        p(BODY),
        strong("产业基础"),
        p(BODY),
        big("主要目标"),
        p(BODY),
    )
    assert outline(document) == ["|园区概况", "  |区位条件", "  |产业基础", "|主要目标"]
    assert {(s.origin, s.sure) for s in document.sections[1:]} == {("format", False)}


def test_bold_words_inside_text_are_no_heading(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、概况"), p(f"{bold('重点')}{run('是园区的能源结构调整。' + BODY)}"), p("二、目标"), p(BODY)
    )
    assert outline(document) == ["一、|概况", "二、|目标"]


def test_everything_bold_tells_nothing(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p(bold("一、概况")),
        p(bold(BODY)),
        p(bold("园区成立较早")),
        p(bold(BODY)),
        p(bold("二、目标")),
        p(bold(BODY)),
    )
    assert outline(document) == ["一、|概况", "二、|目标"]


def test_run_in_bold_lead(tmp_path: Path) -> None:
    document = read(tmp_path, p("一、保障"), p(f"{bold('（一）组织保障。')}{run(BODY)}"), p(BODY))
    assert outline(document) == ["一、|保障", "  （一）|组织保障"]
    heading, body = (b for b in document.blocks if isinstance(b, Paragraph) and b.number == 2)
    assert (heading.kind, heading.text, body.kind, body.text) == ("heading", "（一）组织保障。", "body", BODY)
    assert document.sections[2].origin == "run-in"


def test_lead_in_another_typeface(tmp_path: Path) -> None:
    kai, song = '<w:rFonts w:eastAsia="楷体_GB2312"/>', '<w:rFonts w:eastAsia="仿宋_GB2312"/>'
    lead = run("（一）加快构建绿色低碳循环发展的产业体系，推动转型。", kai)
    document = read(tmp_path, p("一、任务"), p(f"{lead}{run(BODY, song)}"), p("二、保障"), p(BODY))
    assert outline(document) == ["一、|任务", "  （一）|加快构建绿色低碳循环发展的产业体系，推动转型", "二、|保障"]


def test_title_below_its_number(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("第一章"),
        p("总　则"),
        p(BODY),
        p("附件1"),
        p("重点项目"),
        table(row("名称", "投资"), row("光伏", "1")),
    )
    assert outline(document) == ["第一章|总则", "附件1|重点项目"]
    assert [b.kind for b in document.blocks if isinstance(b, Paragraph)] == [
        "heading",
        "heading",
        "body",
        "heading",
        "heading",
    ]


def test_chapter_named_plan_is_no_title() -> None:
    document = document_from_text(f"# 监测方案\n{BODY}\n# 组织实施\n{BODY}")
    assert (document.title, outline(document)) == ("", ["|监测方案", "|组织实施"])


def test_annexes_below_the_word_alone() -> None:
    document = document_from_text(f"一、目标\n{BODY}\n附件\n附件1 边界图\n{BODY}\n附件2 批复\n{BODY}")
    assert outline(document) == ["一、|目标", "|附件", "  附件1|边界图", "  附件2|批复"]


@pytest.mark.parametrize(
    "title", ["涪水经济开发区近零碳排放园区试点建设申请表", "涪水经济开发区近零碳排放园区试点验收申请"]
)
def test_title_of_a_form(title: str) -> None:
    document = document_from_text(f"{title}\n一、基本信息\n| 园区名称 | 涪水经济开发区 |")
    assert (document.title, outline(document)) == (title, ["一、|基本信息"])


def test_unnumbered_bold_leads(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、保障"), p(f"{bold('组织保障。')}{run(BODY)}"), p(f"{bold('资金保障。')}{run(BODY)}")
    )
    assert outline(document) == ["一、|保障", "  |组织保障", "  |资金保障"]


def test_repeated_bold_field_names_are_no_headings(tmp_path: Path) -> None:
    field = f"{bold('责任单位：')}{run('管委会、经信局、环保局、财政局和各有关企业共同负责。')}"
    document = read(tmp_path, p("一、任务"), p(field), p(BODY), p(field), p("二、保障"), p(BODY))
    assert outline(document) == ["一、|任务", "二、|保障"]


def test_soft_breaks_split_headings(tmp_path: Path) -> None:
    broken = f"{run('一、概况')}<w:r><w:br/></w:r>{run(BODY)}<w:r><w:br/></w:r>{run('二、目标')}"
    document = read(tmp_path, p(broken), p(BODY))
    assert outline(document) == ["一、|概况", "二、|目标"]
    assert [b.number for b in document.blocks if isinstance(b, Paragraph)] == [1, 1, 1, 2]


def test_soft_break_between_number_and_title(tmp_path: Path) -> None:
    document = read(tmp_path, p(f"{run('第一章')}<w:r><w:br/></w:r>{run('总则')}", style="1"), p(BODY))
    assert outline(document) == ["第一章|总则"]


def test_heading_in_a_one_cell_table(tmp_path: Path) -> None:
    document = read(tmp_path, table(row("一、概况")), p(BODY), table(row("二、目标")), p(BODY))
    assert outline(document) == ["一、|概况", "二、|目标"]
    assert {s.origin for s in document.sections[1:]} == {"table"}
    assert not list(document.tables())


def test_text_framed_by_one_column(tmp_path: Path) -> None:
    document = read(tmp_path, table(row(cell(p("一、概况") + p(BODY * 3))), row(cell(p("二、目标") + p(BODY)))))
    assert outline(document) == ["一、|概况", "二、|目标"]
    short = read(tmp_path, table(row("甲"), row("乙")))
    assert [c.text for t in short.tables() for c in t.cells] == ["甲", "乙"]


def test_official_document_layout(tmp_path: Path) -> None:
    """国标公文: 黑体 一、, 楷体 （一）, run-in leads below, body in 仿宋."""

    def typeface(name: str) -> str:
        return f'<w:rFonts w:eastAsia="{name}"/><w:sz w:val="32"/>'

    hei, kai, fang = typeface("黑体"), typeface("楷体_GB2312"), typeface("仿宋_GB2312")
    document = read(
        tmp_path,
        p("附件3", look=hei), centred("滨江经济开发区"), centred("低碳工业园区建设实施方案"), p(BODY + BODY, look=fang),
        p("一、基本情况", look=hei), p("（一）区位条件", look=kai), p(BODY, look=fang), p("1.总量增长。" + BODY, look=fang),
        p("2.结构优化。" + BODY, look=fang), p("二、主要任务", look=hei), p(run("（一）优化结构，构建体系。", kai) + run(BODY, fang)),
        p("（1）钢铁行业。" + BODY, look=fang), p("（2）化工行业。" + BODY, look=fang), p("附表1  项目汇总表", look=hei), table(row("名称", "投资"), row("光伏", "1")),
    )  # fmt: skip
    assert document.title == "滨江经济开发区低碳工业园区建设实施方案"
    assert outline(document) == [
        "一、|基本情况", "  （一）|区位条件", "    1.|总量增长", "    2.|结构优化", "二、|主要任务", "  （一）|优化结构，构建体系",
        "    （1）|钢铁行业", "    （2）|化工行业", "附表1|项目汇总表",
    ]  # fmt: skip
    assert [t.caption for t in document.tables()] == ["附表1 项目汇总表"]


def test_automatic_numbers(tmp_path: Path) -> None:
    levels = numbering(
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "japaneseCounting", "（%3）"),
    )
    document = read(
        tmp_path,
        listed("概况", 0), listed("区位", 1), p(BODY), listed("交通", 2), p(BODY), listed("目标", 0), listed("总体", 1), p(BODY),
        numbers=levels,
    )  # fmt: skip
    assert outline(document) == ["第一章|概况", "  1.1|区位", "    （一）|交通", "第二章|目标", "  2.1|总体"]
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.text, first.label) == ("第一章 概况", "第一章")


def test_one_style_for_two_nested_classes(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        *[p(t, style="1") if t else p(BODY) for t in
          ["一、概况", "（一）区位", "", "（二）产业", "", "二、目标", "（一）总体", "", "（二）具体", ""]],
    )  # fmt: skip
    assert outline(document) == [
        "一、|概况",
        "  （一）|区位",
        "  （二）|产业",
        "二、|目标",
        "  （一）|总体",
        "  （二）|具体",
    ]


def test_one_heading_without_its_style(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、概况", style="1"), p(BODY), p("二、目标"), p(BODY), p("三、任务", style="1"), p(BODY)
    )
    assert outline(document) == ["一、|概况", "二、|目标", "三、|任务"]


def test_one_heading_on_a_wrong_level(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、概况", style="1"), p("（一）区位", style="2"), p("二、目标", style="1"), p("三、任务", style="2"),
        p("（一）能源", style="3"), p("四、保障", style="1"),
    )  # fmt: skip
    assert outline(document) == ["一、|概况", "  （一）|区位", "二、|目标", "三、|任务", "  （一）|能源", "四、|保障"]


def test_chapters_without_style_over_styled_sections(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("第一章 总则"), p("一、概况", style="1"), p(BODY), p("二、产业", style="1"), p(BODY),
        p("第二章 目标"), p("一、总体", style="1"), p(BODY),
    )  # fmt: skip
    assert outline(document) == ["第一章|总则", "  一、|概况", "  二、|产业", "第二章|目标", "  一、|总体"]


def test_same_numbers_on_two_styled_levels(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("1. 任务", style="1"),
        p("1. 能源", style="2"),
        p("2. 建筑", style="2"),
        p("2. 保障", style="1"),
        p("1. 组织", style="2"),
    )
    assert outline(document) == ["1.|任务", "  1.|能源", "  2.|建筑", "2.|保障", "  1.|组织"]


def test_long_sentence_in_a_heading_style_is_body(tmp_path: Path) -> None:
    document = read(tmp_path, p("概况", style="1"), p(BODY + BODY, style="2"), p("目标", style="1"))
    assert outline(document) == ["|概况", "|目标"]


def test_cover_and_title(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        centred("东湖经济技术开发区"), centred("国家低碳工业园区试点实施方案"), centred("东湖经济技术开发区管委会", 30), centred("二〇一四年六月", 30),
        p("第一章 总则"), p(BODY), p("第二章 目标"), p(BODY),
    )  # fmt: skip
    assert document.title == "东湖经济技术开发区国家低碳工业园区试点实施方案"
    assert document.cover == (
        "东湖经济技术开发区",
        "国家低碳工业园区试点实施方案",
        "东湖经济技术开发区管委会",
        "二〇一四年六月",
    )
    assert outline(document) == ["第一章|总则", "第二章|目标"]


def test_title_in_a_heading_style(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("东湖高新区低碳园区试点实施方案", style="1"),
        p("一、概况", style="1"),
        p(BODY),
        p("二、目标", style="1"),
    )
    assert document.title == "东湖高新区低碳园区试点实施方案"
    assert outline(document) == ["一、|概况", "二、|目标"]


def test_typed_contents(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        centred("东湖园区低碳试点实施方案"), p("目　录"), p("一、概况…………1"), p("（一）区位......2"), p("二、目标<w:tab/>".replace("<w:tab/>", "\t") + "3"),
        p("一、概况"), p("（一）区位"), p(BODY), p("二、目标"), p(BODY),
    )  # fmt: skip
    assert document.toc == ("一、概况", "（一）区位", "二、目标")
    assert outline(document) == ["一、|概况", "  （一）|区位", "二、|目标"]
    assert [n.code for n in document.notes] == []


def test_contents_without_page_numbers() -> None:
    document = document_from_text(f"目录\n一、概况\n二、目标\n一、概况\n{BODY}\n二、目标\n{BODY}")
    assert document.toc == ("一、概况", "二、目标")
    assert outline(document) == ["一、|概况", "二、|目标"]


def test_contents_name_an_unmarked_heading(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("目录"), p("园区概况…………1"), p("建设目标…………3"), p("园区概况"), p(BODY), p("建设目标"), p(BODY)
    )
    assert outline(document) == ["|园区概况", "|建设目标"]
    assert all(s.sure for s in document.sections[1:])


def test_contents_that_differ_are_noted() -> None:
    document = document_from_text(f"目录\n一、概况……1\n二、任务……2\n一、概况\n{BODY}\n二、目标\n{BODY}")
    assert [n.code for n in document.notes] == ["contents-differ"]
    assert "二、任务" in document.notes[0].message


def test_plain_unmarked_headings_are_a_last_resort(tmp_path: Path) -> None:
    document = read(tmp_path, p("园区概况"), p(BODY), p("主要目标"), p(BODY), p("重点任务"), p(BODY))
    assert outline(document) == ["|园区概况", "|主要目标", "|重点任务"]
    assert outline(document_from_text(f"园区开展碳核查\n{BODY}")) == []
    assert not any(s.sure for s in document.sections[1:])


def test_no_headings_are_noted() -> None:
    document = document_from_text(f"{BODY}\n{BODY}")
    assert [n.code for n in document.notes] == ["no-headings"]
    assert outline(document) == []


def test_section_ranges_are_contiguous(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("一、概况", style="1"),
        p(BODY),
        p("（一）区位"),
        picture("区位"),
        p(BODY),
        p("二、目标", style="1"),
        p(BODY),
    )
    root, first, inner, second = document.sections
    assert (root.first, root.last, root.children) == (0, 7, (1, 3))
    assert (first.heading, first.first, first.last, first.children) == (0, 1, 5, (2,))
    assert (inner.heading, inner.first, inner.last) == (2, 3, 5)
    assert (second.heading, second.first, second.last) == (5, 6, 7)
    assert document.path(2) == ("一、概况", "（一）区位")
    assert [b.section for b in document.blocks] == [1, 1, 2, 2, 2, 3, 3]


def test_hash_marks_in_text() -> None:
    document = document_from_text(f"# 概况\n{BODY}\n## 区位\n{BODY}\n# 目标\n{BODY}")
    assert outline(document) == ["|概况", "  |区位", "|目标"]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        (("6．", "7．40兆瓦", "8．"), ["6．|", "7．|40兆瓦", "8．|"]),
        (("6.", "7. 40兆瓦", "8."), ["6.|", "7.|40兆瓦", "8.|"]),
        (("6.", "7.40兆瓦", "8."), ["6.|", "7.|40兆瓦", "8.|"]),
        (("6.", "8.40兆瓦", "7."), ["6.|", "7.|"]),
    ],
)
def test_a_title_may_begin_with_a_quantity(tmp_path: Path, numbers: tuple[str, ...], shown: list[str]) -> None:
    document = read(
        tmp_path,
        p("四、重点工程", style="1"),
        *(part for number in numbers for part in (p(f"{number}屋顶光伏发电工程"), p(BODY))),
    )
    assert outline(document)[1:] == [f"  {one}屋顶光伏发电工程" for one in shown]


def test_headings_are_shown_as_a_reader_writes_them(tmp_path: Path) -> None:
    document = read(
        tmp_path, p("一、概况", style="1"), p("1.1 区位", style="2"), p("1.1.3能源消费", style="3"), p(BODY)
    )
    assert document.path(3) == ("一、概况", "1.1 区位", "1.1.3 能源消费")
    assert [s.shown for s in document.sections[:1]] == [""]
