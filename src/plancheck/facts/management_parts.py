"""The parts of the data file that describe a management system: who, goals, measures, rules, activities, evaluations."""

from __future__ import annotations

from plancheck.facts.data_parts import Part, fields_of
from plancheck.facts.field_kinds import amounts, choice, date, flag, nested, number, rows, several, text, year
from plancheck.facts.management_words import (
    ACTIVITIES,
    CLASSES,
    DECISIONS,
    EVALUATIONS,
    FACTORS,
    LAWS,
    LEVELS,
    RECORDS,
    RULES,
    SCOPES,
)

_FILE = text("file", "文件", "文件名", "附件", example="附件3.pdf", purpose="证明材料的文件名")

_LEAD = Part("lead", "低碳管理负责人", fields_of(
    text("name", "姓名", "名称", example="李某"),
    text("post", "职务", "岗位", example="管委会副主任", purpose="核对是否属于管理层"),
    text("level", "层级", "管理层级", example="最高管理层", purpose="是否属于最高管理层"),
    text("appointed_by", "任命人", "任命单位", example="张某", purpose="核对由谁任命"),
    date("appointed_on", "任命日期", "任命时间", example="2024-01-08", purpose="核对任命在体系运行之前"),
))  # fmt: skip
_DEPARTMENT = Part("department", "低碳管理部门", fields_of(
    text("name", "名称", "部门名称", example="综合管理部"),
    several("duties", "职责", example="起草基本要求、组织统计", purpose="核对要求的职责是否都有"),
    several("authority", "权限", "职权", example="调取数据、进厂检查", purpose="核对是否有履行职责的权限"),
))  # fmt: skip
ORGANIZATION = Part("organization", "组织机构", fields_of(
    text("top_manager", "最高管理者", "主要负责人", example="张某", purpose="最终负责低碳管理的人"),
    nested("lead", "低碳管理负责人", "负责人", "管理者代表", part=_LEAD, purpose="由最高管理者任命，负责体系运行"),
    nested("department", "低碳管理部门", "主管部门", "综合管理部门", "管理部门", part=_DEPARTMENT, purpose="承担日常管理的部门"),
    several("duties", "最高管理者职责", "职责", example="批准目标、提供资源", purpose="最高管理者承诺做的事"),
), ("top_manager",))  # fmt: skip

_PROGRESS = Part("progress", "目标进度", fields_of(
    date("date", "日期", "时间", "检查日期", example="2024-06-30"),
    number("planned", "计划值", "计划进度", unit_key="unit", example="16.0", purpose="当时应达到的值"),
    number("actual", "实际值", "实际进度", "完成值", unit_key="unit", example="15.7", purpose="当时实际的值"),
    text("unit", "单位", "计量单位", example="万吨二氧化碳"),
), ("date",))  # fmt: skip
GOAL = Part("goal", "管理目标", fields_of(
    text("id", "编号", "目标编号", example="G1", purpose="措施、评价用它指到这个目标"),
    text("name", "名称", "目标名称", example="碳排放总量控制目标"),
    choice("factor", "要素", "目标要素", "类别", words=FACTORS, closed=True, purpose="目标属于五个要素中的哪一个"),
    text("indicator", "指标", "指标名称", example="碳排放总量", purpose="用什么指标衡量"),
    text("unit", "单位", "计量单位", example="万吨二氧化碳", purpose="基准值、目标值的单位"),
    text("scope", "范围", "适用范围", example="全园区", purpose="目标管到哪里"),
    text("boundary", "边界", "核算边界", "管理边界", example="全部企业和公共部分", purpose="数值按什么边界核算"),
    year("base_year", "基准年", "基期", example="2023", purpose="与哪一年比"),
    number("base_value", "基准值", "基期值", "基准年值", unit_key="unit", example="32.4", purpose="基准年的数值"),
    number("target_value", "目标值", unit_key="unit", example="31.5", purpose="目标年要达到的数值"),
    number("change_rate", "变化率", "变化幅度", unit="%", example="-2.8%", purpose="下降写负数"),
    year("year", "目标年", "年度", "目标年度", "年份", purpose="哪一年的目标"),
    text("reference", "依据", "设定依据", "参考依据", example="省下达目标的文号", purpose="根据什么设定"),
    date("set_on", "设定日期", "设定时间", "制定日期", example="2024-01-12", purpose="核对每年设定"),
    date("revised_on", "调整日期", "修订日期", "修订时间", example="2024-03-20", purpose="核对按评价结果调整"),
    text("revision_reason", "调整原因", "修订原因", example="依据上年评价", purpose="说明为什么调整"),
    text("owner", "责任部门", "责任单位", example="综合管理部", purpose="谁负责完成"),
    rows("progress", "进度", "进度检查", part=_PROGRESS, purpose="各次检查时的计划值和实际值"),
), ("indicator", "name", "id"))  # fmt: skip

MEASURE = Part("measure", "管理措施", fields_of(
    text("id", "编号", "措施编号", example="M1"),
    several("goals", "对应目标", "目标编号", "支撑目标", example="G1", purpose="写它支撑的目标编号"),
    choice("level", "层级", "实施层级", "级别", words=LEVELS, closed=True, purpose="由部门、企业还是生产环节实施"),
    text("action", "措施", "措施内容", "措施名称", "具体措施", "主要措施", "内容", "工作内容", example="余热回收改造", purpose="做什么"),
    text("owner", "责任单位", "责任部门", "责任人", "实施单位", "牵头单位", example="某某公司", purpose="谁负责"),
    date("start", "开始", "开始时间", "开始日期", example="2024-02", purpose="从什么时候起"),
    date("due", "完成期限", "期限", "完成时限", "计划完成时间", "应完成时间", "完成时间", "时限", example="2024-11", purpose="核对是否到期"),
    date("done_on", "完成日期", "实际完成时间", "实际完成日期", example="2024-10-28", purpose="没有完成的留空"),
    text("status", "状态", "进展", "完成情况", example="在建", purpose="目前进展"),
    text("resources", "资源", "资金", "资源保障", example="自筹300万元", purpose="人员、资金等保障"),
    _FILE,
), ("action", "id"))  # fmt: skip

_QUOTA = Part("quota", "单位产品能耗", fields_of(
    text("product", "产品", example="水泥熟料"),
    number("value", "实际值", "数值", "单位产品能耗", unit_key="unit", example="0.41", purpose="与限额比较"),
    number("limit", "限额", "限额值", "限值", unit_key="unit", example="0.45", purpose="标准规定的限额"),
    text("unit", "单位", "计量单位", example="吨标准煤/吨"),
    text("standard", "限额标准", "标准", example="GB 16780", purpose="限额出自哪个标准"),
), ("product", "standard"))  # fmt: skip
_ASSESSMENT = Part("assessment", "企业评估", fields_of(
    text("kind", "种类", "类型", example="能源审计", purpose="评估、审计、对标等"),
    date("date", "日期", "时间"),
    text("organiser", "组织单位", "评估单位", example="综合管理部"),
    text("standard", "依据标准", "标准", example="GB/T 17166"),
    text("result", "结果", "结论", example="合格", purpose="评估的结论"),
    text("rank", "排名", "名次", "等级", example="3", purpose="在园区企业中的名次"),
    number("planned", "计划值", "计划进度", unit_key="unit", purpose="考核的计划值"),
    number("actual", "实际值", "实际进度", "完成值", unit_key="unit", purpose="考核的实际值"),
    text("unit", "单位", "计量单位"),
    _FILE,
), ("kind",))  # fmt: skip
ENTERPRISE = Part("enterprise", "企业", fields_of(
    text("name", "名称", "企业名称", "企业", example="某某公司"),
    text("industry", "行业", "所属行业", example="水泥制造"),
    date("entered_on", "入园日期", "入园时间", example="2016-05-01", purpose="判断准入要求是否适用"),
    date("left_on", "退出日期", "退出时间", "离园日期", example="", purpose="仍在园区的留空"),
    several("duties", "职责", example="报送数据、落实措施", purpose="企业在低碳管理中的职责"),
    text("data_officer", "数据负责人", "统计人员", "数据专员", example="王某", purpose="谁报送能源和排放数据"),
    text("low_carbon_department", "低碳管理部门", "低碳部门", example="能源办", purpose="企业内由哪个部门负责"),
    number("energy_tce", "综合能耗", "年综合能源消费量", "能耗", unit="吨标准煤", example="21000", purpose="判断是否重点用能单位"),
    flag("key_energy_user", "重点用能单位", "是否重点用能单位", purpose="列入重点用能单位名单的填“是”"),
    flag("key_emitter", "重点排放单位", "是否重点排放单位", purpose="列入重点排放单位名单的填“是”"),
    flag("key_link", "关键生产环节", "是否有关键生产环节", purpose="园区认定有关键生产环节的企业填“是”"),
    flag("reporting_unit", "报告单位", "是否报告单位", "温室气体报告单位", purpose="须报送温室气体报告的填“是”"),
    nested("quota", "单位产品能耗", "能耗限额", part=_QUOTA, purpose="核对是否达到能耗限额标准"),
    several("equipment", "主要设备", "设备", example="回转窑、余热锅炉"),
    several("products", "主要产品", "产品", example="水泥熟料"),
    text("ems_certificate", "能源管理体系证书", "能源管理体系认证", example="证书编号", purpose="通过认证的写证书编号"),
    several("standards", "执行标准", "标准", example="GB 16780", purpose="企业执行的节能、低碳标准"),
    rows("assessments", "评估", "审计与评估", part=_ASSESSMENT, purpose="对企业的评估、审计和考核"),
))  # fmt: skip

RULE = Part("rule_document", "制度", fields_of(
    text("name", "名称", "制度名称", "文件名称", "办法名称", example="低碳统计报告办法"),
    choice("kind", "种类", "类别", "类型", "制度类别", words=RULES, purpose="判断要求的制度是否齐全"),
    text("number", "编号", "文号", "制度编号", "文件编号", example="管发〔2024〕1号"),
    text("version", "版本", "版本号", "版次", example="2.0", purpose="现行版本"),
    text("owner", "责任部门", "归口部门", "归口管理部门", "主管部门", example="综合管理部", purpose="由谁管理"),
    text("approved_by", "批准人", "批准单位", "审批人", example="管委会", purpose="核对审批"),
    date("approved_on", "批准日期", "批准时间", "发布日期", "印发日期", "发布时间", example="2024-01-05", purpose="核对审批在实施之前"),
    date("effective_on", "实施日期", "生效日期", "施行日期", "实施时间", "生效时间", example="2024-02-01", purpose="判断现在是否有效"),
    number("interval", "周期", "间隔", unit="个月", example="12个月", purpose="制度规定的活动多久一次"),
    _FILE,
))  # fmt: skip
ACTIVITY = Part("activity", "活动", fields_of(
    choice("kind", "种类", "类别", "活动类别", "类型", words=ACTIVITIES, purpose="判断要求的活动是否开展"),
    text("name", "名称", "活动名称", "活动内容", "主题", "内容", example="一季度能源监测"),
    date("date", "日期", "时间", "活动日期", example="2024-03-12", purpose="判断间隔和是否按期"),
    text("enterprise", "企业", "企业名称", "受检企业", "对象企业", example="某某公司", purpose="涉及哪家企业"),
    text("organiser", "组织单位", "组织部门", "主办单位", "实施单位", "承担单位", example="综合管理部", purpose="由谁组织"),
    several("participants", "参加单位", "参加人员", "参与单位", "参加对象", "对象", "参与人员", example="某某公司、某某研究院", purpose="谁参加"),
    text("standard", "依据标准", "标准", example="GB/T 15316", purpose="按什么标准开展"),
    text("result", "结果", "结论", "效果", "活动结果", example="合格", purpose="结果如何"),
    _FILE,
), ("name", "kind"))  # fmt: skip

_APPLICATION = Part("application", "准入申请", fields_of(
    text("enterprise", "企业", "企业名称", "申请企业", example="某某公司"),
    date("applied_on", "申请日期", "申请时间", example="2024-04-01", purpose="申请的日期"),
    date("decided_on", "决定日期", "审批日期", "决定时间", example="2024-05-06", purpose="核对审批时限"),
    choice("decision", "决定", "审批结果", "审批意见", words=DECISIONS, purpose="审批的决定"),
    text("approver", "审批单位", "审批人", example="管委会", purpose="由谁审批"),
    choice("class", "类别", "产业类别", "准入类别", words=CLASSES, purpose="按产业目录属于哪一类"),
    text("reasons", "理由", "说明理由", example="符合准入清单第3类", purpose="决定的理由"),
    _FILE,
), ("enterprise",))  # fmt: skip
_EXIT = Part("exit", "退出", fields_of(
    text("enterprise", "企业", "企业名称", example="某某公司"),
    date("on", "退出日期", "日期", "退出时间", example="2024-06-30"),
    text("reason", "退出原因", "原因", example="落后产能", purpose="为什么退出"),
    _FILE,
), ("enterprise",))  # fmt: skip
ADMISSION = Part("admission", "准入与退出", fields_of(
    text("list", "准入清单", "清单", example="准入清单（2024）", purpose="现行准入清单的名称"),
    rows("applications", "准入申请", "申请", part=_APPLICATION, purpose="入园申请和审批，一行一个企业"),
    rows("exits", "企业退出", "退出", part=_EXIT, purpose="退出园区的企业"),
), ("list",))  # fmt: skip

_REPORT = Part("statistics_report", "统计报告", fields_of(
    text("title", "题名", "名称", "报告名称", example="2024年度低碳运行统计报告"),
    year("year", "年度", "年份", purpose="报告哪一年"),
    date("issued_on", "发布日期", "编制日期", "印发日期", example="2025-02-20", purpose="核对按时完成"),
    _FILE,
), ("title",))  # fmt: skip
_ITEM = Part("statistics_item", "统计数据", fields_of(
    text("indicator", "指标", "统计指标", "指标名称", example="能源消费量", purpose="统计什么"),
    text("enterprise", "企业", "企业名称", purpose="全园区的留空"),
    text("energy_type", "能源品种", "品种", example="电力", purpose="分品种统计的填写"),
    number("value", "数值", "统计值", unit_key="unit", example="21000", purpose="统计的数值"),
    text("unit", "单位", "计量单位", example="万千瓦时"),
    year("year", "年度", "年份", purpose="哪一年的数值"),
    text("source", "数据来源", "来源", example="供电局", purpose="数据从哪里来"),
), ("indicator",))  # fmt: skip
STATISTICS = Part("statistics", "统计报告", fields_of(
    nested("report", "报告", "统计报告", part=_REPORT),
    rows("items", "统计数据", "数据", "统计项目", part=_ITEM, purpose="统计报告里的数据，一行一个"),
), ())  # fmt: skip

EVALUATION = Part("evaluation", "评价", fields_of(
    text("id", "编号", "评价编号", example="E1"),
    choice("kind", "种类", "类别", "评价类别", words=EVALUATIONS, closed=True, purpose="合规性评价或绩效评价"),
    choice("scope", "范围", "评价范围", "评价对象", words=SCOPES, closed=True, purpose="评价园区还是企业"),
    text("enterprise", "企业", "企业名称", purpose="评价企业的填写"),
    year("year", "年度", "年份", "评价年度", purpose="评价哪一年"),
    date("date", "日期", "评价日期", "时间", example="2025-03-01", purpose="核对每年评价"),
    text("criteria", "依据", "评价依据", "评价准则", example="评价办法", purpose="按什么评价"),
    text("method", "方法", "评价方法", example="指标对比", purpose="怎样评价"),
    text("based_on", "数据基础", "所用数据", example="统计报告", purpose="用什么数据评价"),
    amounts("values", "结果数值", "评价结果", example="{G1: 31.4}", purpose="按目标编号写达到的数值"),
    several("findings", "发现问题", "问题", "问题编号", example="F1", purpose="写问题的编号，与“改进”对应"),
    text("result", "结论", "评价结论", example="达标", purpose="评价的结论"),
    _FILE,
), ("id", "kind"))  # fmt: skip
IMPROVEMENT = Part("improvement", "改进", fields_of(
    text("finding", "问题", "问题编号", "发现问题", "问题描述", "存在问题", "不符合项", example="F1", purpose="与评价发现的问题对应"),
    text("evaluation", "评价", "评价编号", example="E1", purpose="问题出自哪次评价"),
    text("cause", "原因", "原因分析", "产生原因", example="计量器具未校准", purpose="问题的原因"),
    text("action", "改进措施", "措施", "整改措施", "纠正措施", example="更换计量器具", purpose="采取的措施"),
    text("owner", "责任单位", "责任部门", "责任人", example="综合管理部", purpose="谁负责"),
    date("due", "完成期限", "期限", "整改期限", "整改时限", "完成时限", "完成时间", example="2025-09-30", purpose="核对是否到期"),
    date("done_on", "完成日期", "实际完成时间", "整改完成日期", example="2025-09-12", purpose="没有完成的留空"),
    text("status", "状态", "完成情况", "整改情况", "进展", example="已完成", purpose="目前进展"),
    date("verified_on", "验证日期", "验证时间", example="2025-10-08", purpose="核对措施验证"),
    text("verification_result", "验证结果", "验证结论", example="有效", purpose="措施是否有效"),
), ("finding", "action"))  # fmt: skip
LAW = Part("law", "法规标准", fields_of(
    choice("type", "类型", "类别", "种类", words=LAWS, closed=True, example="标准", purpose="法规、政策或标准"),
    text("name", "名称", "文件名称", "法规名称", "法律法规名称", "标准名称", "法律法规及标准名称", "法律法规和标准名称", example="节能监测技术通则"),
    text("number", "文号", "标准号", "编号", "发文字号", "文号或标准号", "标准编号", example="GB/T 15316", purpose="核对引用是否准确"),
    date("effective_on", "实施日期", "生效日期", "施行日期", "实施时间", purpose="判断是否有效"),
    text("superseded_by", "被代替情况", "代替文件", "代替标准", purpose="已被代替的，写代替它的文件"),
    date("checked_on", "核查日期", "检查日期", "更新日期", example="2025-01-10", purpose="核对定期更新"),
    text("result", "适用情况", "结果", "核查结果", "适用性", "符合性", "符合情况", "是否适用", example="适用", purpose="对园区是否适用"),
))  # fmt: skip
BUILDING = Part("building", "建筑", fields_of(
    text("name", "名称", "建筑名称", example="标准厂房A"),
    text("type", "类型", "建筑类型", example="生产性", purpose="生产性或其他"),
    flag("new", "新建", "是否新建", purpose="新建的填“是”"),
    text("standard", "评价标准", "标准", example="GB/T 50878", purpose="按哪个标准评价"),
    text("rating", "等级", "星级", "评价等级", "认证等级", "绿色建筑等级", "绿色建筑星级", example="二星", purpose="评价的等级"),
    date("date", "评价日期", "日期", "时间", "认证日期", "认证时间", "获得时间", example="2024-05", purpose="评价的日期"),
    number("emissions", "碳排放量", "排放量", unit="吨二氧化碳", example="1200", purpose="一年的碳排放"),
    number("area", "建筑面积", "面积", unit="平方米", example="8600", purpose="建筑的面积"),
))  # fmt: skip
PUBLICATION = Part("publication", "公布信息", fields_of(
    text("title", "题名", "名称", "标题", example="2024年度公报"),
    date("date", "公布日期", "日期", "时间", "公布时间", "发布日期", "发布时间", example="2025-03-20", purpose="核对定期公布"),
    text("channel", "公布渠道", "渠道", "方式", "公布方式", "发布渠道", "发布方式", example="官网", purpose="在哪里公布"),
    several("contains", "公布内容", "内容", "发布内容", example="绩效、名单", purpose="公布了什么"),
    _FILE,
), ("title", "contains"))  # fmt: skip
RECORD = Part("record", "记录", fields_of(
    choice("kind", "种类", "类型", "类别", "记录种类", words=RECORDS, purpose="判断要求的记录是否齐全"),
    text("name", "名称", "文件名称", "记录名称", example="低碳发展规划", purpose="记录的名称"),
    date("date", "日期", "时间", "形成日期", "形成时间", "归档日期", example="2023-12-01", purpose="记录形成的日期"),
    text("holder", "保管部门", "保存部门", "责任部门", "保管单位", "归档部门", example="综合管理部", purpose="由谁保管"),
    text("retention", "保存期限", "保管期限", example="5年", purpose="保存多久"),
    _FILE,
))  # fmt: skip

MANAGEMENT = (
    nested("organization", "组织机构", "组织架构", "组织", part=ORGANIZATION, purpose="最高管理者、负责人和管理部门。"),
    rows("goals", "管理目标", "碳管理目标", "低碳管理目标", "低碳运行管理目标", part=GOAL, purpose="管理体系的年度目标。"),
    rows("measures", "管理措施", "措施", "目标措施", "任务分解", "任务清单", part=MEASURE, purpose="为完成目标采取的措施。"),
    rows("enterprises", "企业", "入园企业", "园区企业", "企业名单", part=ENTERPRISE, purpose="园区内的企业。"),
    rows("rules", "制度", "管理制度", "制度清单", "规章制度", part=RULE, purpose="园区现行的制度文件。"),
    rows("activities", "活动", "管理活动", "活动台账", "活动记录", part=ACTIVITY, purpose="监测、审计、检查、培训等活动。"),
    nested("admission", "准入与退出", "准入退出", "准入", part=ADMISSION, purpose="准入清单、申请和退出。"),
    nested("statistics", "统计报告", "统计", "低碳统计", part=STATISTICS, purpose="年度统计报告和其中的数据。"),
    rows("evaluations", "评价", "评价记录", "绩效评价", part=EVALUATION, purpose="合规性评价和绩效评价。"),
    rows("improvements", "改进", "改进措施", "整改", "整改台账", part=IMPROVEMENT, purpose="针对评价发现问题的改进。"),
    rows("laws", "法规标准", "法律法规", "法规清单", "法律法规清单", part=LAW, purpose="适用的法规、政策和标准。"),
    rows("buildings", "建筑", "建筑物", "绿色建筑", part=BUILDING, purpose="园区建筑和绿色建筑评价。"),
    several("system_modules", "信息系统模块", "系统模块", example="直报、评估、发布", purpose="信息系统有哪些功能模块。"),
    rows("publications", "公布信息", "信息公布", "公报", part=PUBLICATION, purpose="向社会公布的信息。"),
    rows("records", "记录", "管理记录", "证明材料", part=RECORD, purpose="证明材料和管理记录。"),
)  # fmt: skip
