"""Application form of 四川沱源经济技术开发区: a form in two columns and the statements that go with it."""

from __future__ import annotations

from corpus.builder.content import Block, Figure, Table, read_source
from corpus.builder.pictures import layout_map
from corpus.builder.word import Profile

TITLE = "四川沱源经济技术开发区近零碳排放园区试点建设申请表"
PROFILE = Profile(numbering="typed-chinese", number_captions=False)
FORM = (
    ("园区名称", "四川沱源经济技术开发区"),
    ("申报单位", "四川沱源经济技术开发区管理委员会"),
    (
        "设立批准",
        "经四川省人民政府批准设立，川府函〔2006〕86号；列入《中国开发区审核公告目录》（2018年版），代码S517998",
    ),
    ("试点范围", "部分区域，即沱东片区，面积9.8平方公里；园区规划面积18.6平方公里"),
    ("四至", "东至凤翔山脚，西至沱江岸线，南至新民渠，北至内遂高速公路"),
    ("园区内企业", "规模以上工业企业61家"),
    ("统计边界", "与试点范围一致，纳入61家规模以上工业企业和8栋公共建筑"),
    ("主导产业", "玻璃新材料、绿色食品、电子材料"),
    ("2020年主要数据", "工业增加值62.4亿元，能源消费总量23.74万吨标准煤，碳排放35.05万吨二氧化碳"),
    ("联系人及电话", "陈立，0830-0000000"),
    ("填报日期", "2022年5月9日"),
)
TEXT = """
= 四川沱源经济技术开发区近零碳排放园区试点建设申请表
~ 四川沱源经济技术开发区管理委员会
~ 2022年5月9日
---
# 基本信息
!table form
!figure boundary
# 申报条件
**基础。**园区2013年列入省级循环化改造试点，2018年获评省级绿色园区，2020年单位工业增加值能耗比2015年下降23%，低于全省开发区平均水平。
**条件。**可利用屋顶64万平方米，玻璃窑炉余热可发电约5200万千瓦时，园区外购电量中水电占比高；管委会设环保、能源专职人员5名，市财政每年安排配套资金2150万元。
**环境安全。**园区近三年未发生重大环境污染事故和重大生态破坏事故，沱源市生态环境局已出具证明，见附件。
# 申报意愿
2022年4月29日，管委会主任办公会研究同意申报试点，并作出承诺：按照批准的方案组织建设，如实报送数据，接受评审和验收。加盖单位公章。
# 附件
附件1 四川省人民政府批准设立文件；附件2 沱源市生态环境局证明；附件3 主任办公会会议纪要。
"""


def blocks() -> list[Block]:
    """The form's content."""
    rows = [["栏目", "填写内容"], *([name, text] for name, text in FORM)]
    tables = {"form": Table("试点建设申请表", rows)}
    return read_source(TEXT, {}, tables, {"boundary": Figure("申报边界范围图", layout_map(4), "沱东片区的四至")})
