"""The words that fields of a management system take, as rules write them, and what people write for them."""

from __future__ import annotations

from plancheck.facts.field_kinds import Written

FACTORS: Written = (
    ("a", ("碳排放总量和强度控制", "碳排放", "碳排放控制")),
    ("b", ("其他温室气体排放管理", "其他温室气体")),
    ("c", ("能源消耗总量和强度降低", "能源消耗", "能源")),
    ("d", ("低碳生产与技术创新", "低碳生产", "技术创新")),
    ("e", ("基础能力管理与保障", "基础能力")),
)
LEVELS: Written = (
    ("department", ("部门", "部门级", "职能部门")),
    ("enterprise", ("企业", "企业级", "用能单位")),
    ("production-link", ("生产环节", "关键生产环节", "环节", "工序")),
)
RULES: Written = (
    ("management", ("管理", "管理制度", "管理办法")),
    ("supervision", ("监管", "监管制度", "监督管理")),
    ("statistics", ("统计", "统计制度", "统计报告制度")),
    ("admission", ("准入", "准入退出", "准入与退出机制", "准入退出制度")),
    ("incentive", ("激励", "激励制度", "激励机制")),
    ("assessment", ("考核", "考核办法", "考核制度")),
    ("working", ("工作", "工作办法", "工作制度")),
    ("evaluation", ("评价", "评价办法", "评价制度")),
    ("basic-requirements", ("基本要求", "管理手册", "低碳运行管理基本要求")),
    ("records", ("记录", "记录管理", "档案管理")),
    ("training", ("培训", "培训制度", "宣传培训")),
)
ACTIVITIES: Written = (
    ("energy-monitoring", ("能源监测", "节能监测")),
    ("metering-review", ("计量审查", "能源计量审查")),
    ("energy-audit", ("能源审计",)),
    ("diagnosis", ("诊断", "节能诊断", "低碳诊断")),
    ("benchmarking", ("对标", "能效对标", "对标活动")),
    ("standard-implementation", ("标准实施", "执行标准", "贯标")),
    ("notice", ("通知", "告知", "通报")),
    ("rectification", ("整改", "限期整改")),
    ("inspection", ("检查", "现场检查", "抽查")),
    ("supervision", ("监督", "监督检查", "督查", "监察")),
    ("carbon-verification", ("碳核查", "碳排放核查", "核查")),
    ("carbon-report", ("碳报告", "碳排放报告", "温室气体报告")),
    ("fund-application", ("资金申请", "申请资金", "专项资金申请")),
    ("award", ("奖励", "表彰", "表彰奖励")),
    ("penalty", ("处罚", "惩戒")),
    ("training", ("培训", "培训活动")),
    ("publicity", ("宣传", "宣传活动", "宣传教育")),
    ("exchange", ("交流", "技术交流", "交流活动")),
    ("exhibition", ("展览", "展示", "展会")),
    ("symposium", ("研讨会", "论坛", "座谈会")),
    ("research", ("技术研究", "科研", "课题研究", "研发")),
    ("technology", ("技术推广", "技术应用", "技术支撑")),
    ("performance-publication", ("绩效公布", "绩效发布", "公布绩效")),
    ("meeting", ("会议", "工作会议")),
    ("goal-review", ("目标评审", "目标检查", "目标调整")),
    ("data-check", ("数据审核", "数据核对", "数据核查")),
    ("system-maintenance", ("系统维护", "信息系统维护")),
)
DECISIONS: Written = (
    ("approved", ("同意", "批准", "通过", "准入")),
    ("rejected", ("不同意", "不批准", "不通过", "未通过", "未同意", "不予准入", "否决")),
    ("conditional", ("有条件同意", "附条件同意", "整改后同意")),
    ("pending", ("审批中", "待定", "审查中")),
)
CLASSES: Written = (
    ("encouraged", ("鼓励", "鼓励类")),
    ("allowed", ("允许", "允许类")),
    ("restricted", ("限制", "限制类")),
    ("eliminated", ("淘汰", "淘汰类", "禁止", "禁止类")),
)
EVALUATIONS: Written = (
    ("compliance", ("合规性评价", "合规性", "合规评价", "合规")),
    ("performance", ("绩效评价", "绩效", "低碳运行绩效评价", "低碳运行管理绩效评价")),
)
SCOPES: Written = (("park", ("园区", "全园区")), ("enterprise", ("企业", "入园企业")))
LAWS: Written = (
    ("law", ("法律法规", "法律", "法规", "规章")),
    ("policy", ("政策", "政策文件", "规范性文件")),
    ("standard", ("标准", "国家标准", "行业标准", "地方标准", "团体标准")),
)
RECORDS: Written = (
    ("a", ("低碳发展规划及编制审批", "低碳发展规划", "规划")),
    ("b", ("执行法规、规划、政策的证明", "执行证明", "合规证明")),
    ("c", ("管理制度及制定审批", "管理制度", "制度")),
    ("d", ("重要影响因素", "影响因素")),
    ("e", ("管理数据、过程文件、绩效评估结果", "管理数据", "绩效评估结果", "过程文件")),
    ("f", ("会议、培训资料及图片", "会议资料", "培训资料", "会议培训")),
    ("g", ("信息系统证明", "信息系统")),
    ("h", ("第三方认证、审核", "第三方认证", "第三方审核", "认证")),
    ("i", ("执行标准的证明", "执行标准", "标准执行证明")),
    ("j", ("其他",)),
)
