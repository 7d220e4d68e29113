"""Plan defects: 临潭工业园区, bold paragraphs as headings, with planted defects and without a data file."""

from __future__ import annotations

from corpus.builder.content import Block, Table, read_source
from corpus.builder.word import Profile
from corpus.sources.eip_lowcarbon_2009.defects_text import TEXT

TITLE = "临潭工业园区国家生态工业示范园区建设规划"
PROFILE = Profile(numbering="typed-chinese", heading_styles=False)


def tables() -> dict[str, Table]:
    """The plan's tables by key."""
    series = [
        ["指标", "单位", "2010年", "2011年"],
        ["工业增加值", "亿元", "78.0", "86.0"],
        ["综合能耗", "万吨标准煤", "69.4", "74.0"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "0.890", "0.760"],
    ]
    fuels = [
        ["能源品种", "2011年占比（%）"],
        ["煤炭", "66.0"],
        ["天然气", "16.5"],
        ["电力", "24.0"],
        ["其他能源", "0.5"],
    ]
    indicators = [
        ["指标", "单位", "2011年", "2016年"],
        ["单位工业增加值综合能耗", "吨标准煤/万元", "0.860", "0.690"],
        ["煤炭消费比重", "%", "66", "70"],
        ["工业用水重复利用率", "%", "76", "88"],
        ["工业固体废物综合利用率", "%", "71", "90"],
        ["绿化覆盖率", "%", "22", "30"],
    ]
    materials = [
        ["物料", "来源", "去向", "数量（万吨/年）"],
        ["赤泥", "铝业公司", "建材企业", "6.0"],
        ["二氧化碳气体", "化肥公司", "食品厂", "1.2"],
    ]
    balance = [
        ["项目", "2011年数量（万吨标准煤）"],
        ["输入合计", "68.0"],
        ["有效利用", "41.0"],
        ["损失合计", "27.0"],
    ]
    projects = [
        ["序号", "项目名称", "实施单位", "投资（万元）", "建设期", "减碳量（万吨）"],
        ["1", "造气炉节能技改", "临潭化肥公司", "9800", "2012—2013年", "8.0"],
        ["2", "自备电站热电联产改造", "临潭化肥公司", "12600", "2013—2014年", "6.0"],
        ["3", "屋顶光伏电站", "园区开发公司", "6600", "2012—2013年", "0.6"],
        ["4", "污水处理厂", "园区水务公司", "7200", "2012—2013年", ""],
    ]
    return {
        "series": Table("表2-1 主要数据", series),
        "fuels": Table("表2-2 能源消费构成", fuels),
        "indicators": Table("表3-1 规划指标", indicators),
        "materials": Table("表4-1 主要物质流", materials),
        "balance": Table("表5-1 能源平衡表", balance),
        "projects": Table("表10-1 重点项目", projects),
    }


def blocks() -> list[Block]:
    """The plan's content."""
    return read_source(TEXT, {}, tables())
