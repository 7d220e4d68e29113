"""The parts of the data file that go with an application or a plan: eligibility, form, attachments, accounting, steps."""

from __future__ import annotations

from plancheck.facts.data_parts import Part, fields_of
from plancheck.facts.field_kinds import choice, date, flag, nested, number, period, rows, several, text, year

_APPROVAL = Part("approval", "区域批复", fields_of(
    text("name", "名称", "批复名称", "文件名称", example="关于设立某某开发区的批复"),
    text("number", "文号", "批复文号", example="川府函〔2010〕1号", purpose="核对批复"),
    choice("level", "批准层级", "级别", "批准级别", words=(
        ("state", ("国务院", "国家级", "国家")), ("province", ("省级", "省政府", "省人民政府")),
        ("city", ("市级", "市政府", "市人民政府")), ("county", ("县级", "县政府", "县人民政府")),
    ), example="省级"),
    text("approver", "批准机关", "批复机关", example="省人民政府", purpose="由谁批准"),
    date("date", "批准日期", "批复日期", "批准时间", example="2010-05-06", purpose="批准的日期"),
    number("area", "批准面积", "面积", unit="平方公里", example="12.5", purpose="与园区面积核对"),
    text("region", "范围", "批复范围", purpose="批复的四至或片区"),
    text("file", "文件", "文件名"),
))  # fmt: skip
ELIGIBILITY = Part("eligibility", "资格", fields_of(
    flag("catalogue_listed", "列入审核公告目录", "列入目录", "列入公告目录", "审核公告目录",
         purpose="是否列入开发区审核公告目录，或有省级批准文件"),
    text("catalogue_source", "目录依据", "批准文件", "批复文号", purpose="目录版本，或批准文件的文号"),
    number("accidents_last_3_years", "近三年重大事故", "近三年重大事故数", "三年内重大事故", "近三年事故数", unit="次",
           example="0", purpose="近三年重大事故的次数，没有写 0"),
    flag("boundary_defined", "边界明确", "四至范围明确", "范围边界明确", "边界清晰", purpose="四至边界是否明确"),
    flag("management_body", "管理机构", "有管理机构", "管理机构健全", purpose="是否有专门的管理机构"),
    flag("statistics_basis", "统计基础", "统计基础良好", purpose="是否有能源和排放的统计基础"),
    several("grounds", "申报依据", "资格类别", "申报类别", example="列入开发区审核公告目录", purpose="按哪一类资格申报"),
    number("accident_free_years", "无事故年数", "连续无事故年数", unit="年", example="3", purpose="连续几年没有重大事故"),
    flag("laws_observed", "遵守法规", "无违法记录", purpose="是否没有环保、安全、节能方面的违法记录"),
    rows("approvals", "区域批复", "批复", "批准文件清单", part=_APPROVAL, purpose="设立和扩区的批准文件，一行一份。"),
), ())  # fmt: skip

FORM = Part("form", "申请表", fields_of(
    text("applicant", "申报单位", "申请单位", example="某某开发区管委会", purpose="与方案核对"),
    text("park_name", "园区名称", "名称", example="某某经济技术开发区", purpose="与方案核对"),
    text("park_type", "园区类型", "类型", example="综合类", purpose="与方案核对"),
    text("park_level", "园区级别", "级别", example="省级", purpose="与方案核对"),
    number("area", "园区面积", "面积", unit="平方公里", example="12.5", purpose="与方案核对"),
    text("boundary", "试点范围", "范围", "四至范围", purpose="与方案的边界核对"),
    number("enterprises", "企业数", "入驻企业数", unit="家", example="86", purpose="与企业名单核对"),
    text("contact", "联系人", example="李某"),
    text("phone", "联系电话", "电话"),
    text("recommended_by", "推荐单位", "推荐部门", example="市生态环境局", purpose="由谁推荐"),
    date("applied_on", "申请日期", "申报日期", "填表日期", example="2022-08-15", purpose="核对申报期限"),
    date("approved_on", "同意编制日期", "初审日期", "意向性审核日期", purpose="核对在编制方案之前"),
    period("construction_period", "建设期", "试点期", example="2022-2025", purpose="与方案的期限核对"),
    text("commitment", "承诺", "申报承诺", purpose="申报单位承诺的内容"),
    flag("signed", "已签章", "签字盖章", "是否盖章", purpose="已签字盖章的填“是”"),
), ("park_name", "applicant"))  # fmt: skip
ATTACHMENT = Part("attachment", "附件", fields_of(
    text("number", "编号", "附件编号", "序号", example="附件1", purpose="与方案里的引用对应"),
    text("name", "名称", "附件名称", example="碳排放核算报告", purpose="判断要求的附件是否齐全"),
    text("kind", "种类", "类型", "类别", example="核算报告", purpose="附件的种类"),
    date("date", "日期", "时间", purpose="附件的日期"),
    text("issued_by", "出具单位", "编制单位", purpose="由谁出具"),
    text("file", "文件", "文件名", example="附件1.pdf", purpose="附件的文件名"),
), ("name", "number"))  # fmt: skip
ACCOUNTING = Part("accounting", "碳排放核算", fields_of(
    text("boundary", "核算边界", "边界", "排放边界", example="试点范围内全部企业和公共部分", purpose="排放核算包括哪里"),
    text("method", "核算方法", "方法", example="排放因子法", purpose="用什么方法核算"),
    text("standard", "核算标准", "依据标准", "核算指南", example="工业企业温室气体排放核算和报告通则", purpose="按什么标准或指南核算"),
    several("sources", "排放源", "核算范围", "排放来源", example="化石燃料燃烧、净购入电力、净购入热力", purpose="核算了哪些排放源"),
    several("gases", "温室气体", "气体种类", example="二氧化碳", purpose="核算了哪些气体"),
    text("factor_source", "因子来源", "排放因子来源", example="国家发布的因子", purpose="排放因子从哪里来"),
    number("grid_factor", "电网排放因子", "电力排放因子", unit="吨二氧化碳/兆瓦时", example="0.5810", purpose="外购电力用的因子"),
    several("enterprises", "纳入核算的企业", "核算企业", purpose="与边界内的企业核对"),
    year("base_year", "基准年", "基期", example="2020", purpose="以哪一年为基准"),
    flag("excludes_offsets", "不含抵消", "未计入抵消量", purpose="核算量是否没有扣减绿电、碳信用等抵消量"),
    text("verified_by", "核查单位", "核查机构", purpose="由谁核查"),
    date("verified_on", "核查日期", "核查时间", purpose="核查的日期"),
), ("method",))  # fmt: skip
STEP = Part("step", "年度步骤", fields_of(
    year("year", "年", "年份", "年度", purpose="哪一年的步骤"),
    text("content", "内容", "主要内容", "工作内容", "任务", example="完成碳排放清单编制", purpose="当年做什么"),
    text("goal", "目标", "年度目标", purpose="当年达到什么"),
    text("indicator", "指标", "指标名称", purpose="年度目标用的指标"),
    number("value", "指标值", "年度指标值", "数值", unit_key="unit", purpose="年度目标的数值"),
    text("unit", "单位", "计量单位"),
    text("owner", "责任单位", "牵头单位", "责任部门", purpose="谁负责"),
    date("due", "完成时间", "期限", "时间节点", example="2023-06", purpose="当年什么时候完成"),
    several("tasks", "对应任务", example="T1", purpose="对应哪些任务"),
), ("content",))  # fmt: skip

APPLICATION = (
    nested("eligibility", "资格", "申报资格", "申报条件", "资格条件", part=ELIGIBILITY,
           purpose="申报资格的事实。不清楚的请留空，不要猜。"),
    nested("form", "申请表", "申报表", "申请书", part=FORM, purpose="申请表里填写的内容。"),
    rows("attachments", "附件", "附件清单", "附件材料", part=ATTACHMENT, purpose="随方案提交的附件。"),
    nested("accounting", "碳排放核算", "核算", "排放核算", part=ACCOUNTING, purpose="排放核算的边界和方法。"),
    rows("steps", "年度步骤", "年度计划", "实施步骤", "进度安排", "年度实施计划", part=STEP, purpose="逐年的实施步骤。"),
)  # fmt: skip
