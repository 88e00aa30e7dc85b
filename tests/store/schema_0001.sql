BEGIN TRANSACTION;
CREATE TABLE act (
	division TEXT NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	moment TEXT NOT NULL, 
	clock TEXT NOT NULL, 
	who TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	reason TEXT, 
	versions INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	prev TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_act PRIMARY KEY (division, n), 
	CONSTRAINT uq_act_division_prev UNIQUE (division, prev), 
	CONSTRAINT uq_act_id UNIQUE (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "act" VALUES('410329',1,'20b380a4-0379-4b78-8f3e-b7b640687a3b','2025-01-02T08:00:01.000000Z','2025-01-02T08:00:01.000000Z','张建国','init',NULL,2,'2e33ea22d406e1e67012ce3c64b0abe0f26c10f8d90fd732aac38f0154b85258','sha256:0000000000000000000000000000000000000000000000000000000000000000','sha256:22328b026d23d13935ff1ee227164f814a61259b3a89b8b83153de47a82cd3de');
INSERT INTO "act" VALUES('410329',2,'5800da41-5214-416b-bb07-d794c6b1f225','2025-01-02T08:00:02.000000Z','2025-01-02T08:00:02.000000Z','张建国','register',NULL,1,'7b4572d686ec9e1a321bf3c91b89a3b9155fd99481600599dbd18d69568a087e','sha256:22328b026d23d13935ff1ee227164f814a61259b3a89b8b83153de47a82cd3de','sha256:711426c88050a2f5ca467408a59041f7fd8174e6920a1ee64ec71f5271f47540');
INSERT INTO "act" VALUES('410329',3,'3de55b1e-139e-4def-b3bf-bdb6c67314c1','2025-01-02T08:00:03.000000Z','2025-01-02T08:00:03.000000Z','张建国','import',NULL,8,'d6bf7a3745f9846246ef13df202ac7b623f6eb5439d4e74a5348d76e9d09a233','sha256:711426c88050a2f5ca467408a59041f7fd8174e6920a1ee64ec71f5271f47540','sha256:86af99c300f44568e87a338d5909bdba882badc873e6166499fd03698c5de44b');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer (
	division VARCHAR NOT NULL, 
	notice VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (division, notice), 
	CONSTRAINT fk_answer_division_division FOREIGN KEY(division) REFERENCES division (division)
);
CREATE TABLE batch (
	division VARCHAR NOT NULL, 
	form_no VARCHAR NOT NULL, 
	visit_id VARCHAR NOT NULL, 
	site_code VARCHAR NOT NULL, 
	sampled_on TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	product TEXT NOT NULL, 
	grade VARCHAR, 
	task TEXT, 
	purpose TEXT, 
	follows VARCHAR, 
	standard VARCHAR, 
	drawn_from VARCHAR, 
	laboratory VARCHAR, 
	status TEXT NOT NULL, 
	void_reason VARCHAR, 
	voided_on TEXT, 
	reported_on TEXT, 
	note VARCHAR, 
	CONSTRAINT pk_batch PRIMARY KEY (division, form_no), 
	CONSTRAINT ck_batch_product CHECK (product IN ('gasoline', 'ethanol_gasoline', 'diesel', 'urea', 'other_fuel')), 
	CONSTRAINT ck_batch_purpose CHECK (purpose IN ('routine', 'campaign', 'complaint', 'recheck', 'monitoring')), 
	CONSTRAINT ck_batch_status CHECK (status IN ('valid', 'void')), 
	CONSTRAINT ck_batch_task CHECK (task IN ('county', 'city', 'province', 'national')), 
	CONSTRAINT fk_batch_visit FOREIGN KEY(division, visit_id, site_code, sampled_on) REFERENCES visit (division, id, site_code, visited_on)
);
INSERT INTO "batch" VALUES('410329','A1','6db74a00-98ab-5916-94c7-bf56fecf0b9f','S1','2025-03-09',2025,'diesel','0',NULL,NULL,NULL,NULL,NULL,'洛阳质检中心','valid',NULL,NULL,'2025-03-20',NULL);
INSERT INTO "batch" VALUES('410329','A2','9d1cc409-28ca-5947-883c-3209611e4f16','S1','2025-03-10',2025,'urea',NULL,NULL,NULL,NULL,NULL,NULL,'洛阳质检中心','valid',NULL,NULL,NULL,NULL);
CREATE TABLE division (
	division VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	instance VARCHAR NOT NULL, 
	algorithm VARCHAR NOT NULL, 
	example INTEGER NOT NULL, 
	CONSTRAINT pk_division PRIMARY KEY (division)
);
INSERT INTO "division" VALUES('410329','伊川县','7a4918b5-3978-4f40-b6eb-a0607d6ef1c0','sha256',0);
CREATE TABLE document (
	division VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	as_of TEXT NOT NULL, 
	known_n INTEGER NOT NULL, 
	office_number VARCHAR, 
	printed_at TEXT NOT NULL, 
	media_type VARCHAR NOT NULL, 
	evaluation VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_document PRIMARY KEY (division, number), 
	CONSTRAINT fk_document_division_division FOREIGN KEY(division) REFERENCES division (division), 
	CONSTRAINT uq_document_division_sha256 UNIQUE (division, sha256)
);
CREATE TABLE document_file (
	sha256 VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_document_file PRIMARY KEY (sha256)
);
CREATE TABLE head (
	division TEXT NOT NULL, 
	n INTEGER NOT NULL, 
	moment TEXT NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_head PRIMARY KEY (division)
);
INSERT INTO "head" VALUES('410329',3,'2025-01-02T08:00:03.000000Z','sha256:86af99c300f44568e87a338d5909bdba882badc873e6166499fd03698c5de44b');
CREATE TABLE inspector (
	division VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	certificate_no VARCHAR, 
	valid_until TEXT, 
	CONSTRAINT pk_inspector PRIMARY KEY (division, name), 
	CONSTRAINT fk_inspector_division_division FOREIGN KEY(division) REFERENCES division (division)
);
CREATE TABLE laboratory (
	division VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	cma_no VARCHAR, 
	valid_until TEXT, 
	products VARCHAR, 
	CONSTRAINT pk_laboratory PRIMARY KEY (division, name), 
	CONSTRAINT fk_laboratory_division_division FOREIGN KEY(division) REFERENCES division (division)
);
INSERT INTO "laboratory" VALUES('410329','洛阳质检中心','C1',NULL,'diesel');
CREATE TABLE ledger_import (
	division VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	files VARCHAR NOT NULL, 
	undone_by VARCHAR, 
	CONSTRAINT pk_ledger_import PRIMARY KEY (division, id), 
	CONSTRAINT fk_ledger_import_division_division FOREIGN KEY(division) REFERENCES division (division)
);
INSERT INTO "ledger_import" VALUES('410329','3de55b1e-139e-4def-b3bf-bdb6c67314c1','{"b.csv": "3161ce276bc57893ebac1218d2ca80c995a510df1463dc00c5e09d409492ba42", "s.csv": "eaaceb4c1115677b55fcd0222179c207c8b5f9586e1627e2b9e0344e4237772e"}',NULL);
CREATE TABLE ledger_mapping (
	division VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_ledger_mapping PRIMARY KEY (division, name), 
	CONSTRAINT fk_ledger_mapping_division_division FOREIGN KEY(division) REFERENCES division (division)
);
CREATE TABLE policy (
	division VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	issued_on TEXT NOT NULL, 
	text VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_policy PRIMARY KEY (division, id), 
	CONSTRAINT fk_policy_division_division FOREIGN KEY(division) REFERENCES division (division)
);
INSERT INTO "policy" VALUES('410329','yichuan-2024-15','2024-09-30','# Source: 伊政办〔2024〕15号 (伊川县人民政府办公室, 2024-09-30), clause (十三) 2 for the quotas.
# Codes and names of townships: administrative divisions, edition of 2023. Every [[reading]] is an
# interpretation of ours, not a sentence of the plan: whoever administers it may read it otherwise,
# in a file of the same layout in the office''s own folder.

id = "yichuan-2024-15"
division = "410329"
division_name = "伊川县"

[document]
number = "伊政办〔2024〕15号"
title = "伊川县空气质量持续改善实施方案"
issuer = "伊川县人民政府办公室"
issued_on = 2024-09-30
valid_from = 2024-09-30
valid_until = 2025-09-30 # the last day; see the reading "validity"

[counting]
year_starts = "01-01"
tasks = ["county"]
purposes = ["routine", "campaign", "complaint"]
batches_per_visit = 3

[[quota]]
id = "motor_fuel_batches"
kind = "batches"
name = "车用汽柴油抽检批次"
clause = "十三（2）"
demand = "全年在流通领域加油站（点）抽检车用汽柴油159批次以上"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["gasoline", "ethanol_gasoline", "diesel"]
kinds = ["station", "filling_point"]
required = 159
readings = [
  "calendar_year",
  "county_tasks",
  "counted_purposes",
  "counted_when_reported",
  "ethanol_gasoline_is_motor_fuel",
  "circulation_is_stations_and_points",
]

[[quota]]
id = "private_coverage"
kind = "sites"
name = "民营加油站抽检覆盖"
clause = "十三（2）"
demand = "年内对民营加油站全部抽检到位"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["gasoline", "ethanol_gasoline", "diesel"]
kinds = ["station", "filling_point"]
ownerships = ["private", "collective"]
share = 1
roster = "roster_day"
readings = [
  "calendar_year",
  "county_tasks",
  "counted_purposes",
  "counted_when_reported",
  "collective_is_private",
  "points_are_stations",
  "operating_on_roster_day",
  "urea_covers_nobody",
]

[[quota]]
id = "sinopec_rate"
kind = "sites"
name = "中石化加油站抽检率"
clause = "十三（2）"
demand = "中石化加油站抽检率不低于10%"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["gasoline", "ethanol_gasoline", "diesel"]
kinds = ["station", "filling_point"]
ownerships = ["sinopec"]
share = 0.10
roster = "roster_day"
readings = [
  "calendar_year",
  "county_tasks",
  "counted_purposes",
  "counted_when_reported",
  "each_brand_by_itself",
  "rate_of_distinct_stations",
  "points_are_stations",
  "operating_on_roster_day",
  "urea_covers_nobody",
]

[[quota]]
id = "petrochina_rate"
kind = "sites"
name = "中石油加油站抽检率"
clause = "十三（2）"
demand = "中石油加油站抽检率不低于10%"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["gasoline", "ethanol_gasoline", "diesel"]
kinds = ["station", "filling_point"]
ownerships = ["petrochina"]
share = 0.10
roster = "roster_day"
readings = [
  "calendar_year",
  "county_tasks",
  "counted_purposes",
  "counted_when_reported",
  "each_brand_by_itself",
  "rate_of_distinct_stations",
  "points_are_stations",
  "operating_on_roster_day",
  "urea_covers_nobody",
]

[[quota]]
id = "urea_batches"
kind = "batches"
name = "车用尿素抽检批次"
clause = "十三（2）"
demand = "全年抽检车用尿素10批次以上"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["urea"]
required = 10
readings = ["calendar_year", "county_tasks", "counted_purposes", "counted_when_reported", "urea_at_any_site"]

[[quota]]
id = "depot_monthly"
kind = "monthly"
name = "油库及生产企业每月抽检"
clause = "十三（2）"
demand = "对生产企业（含中石油、中石化油库）每月抽检一次成品油质量"
lead = ["县市场监督管理局"]
cooperate = ["县公安局"]
products = ["gasoline", "ethanol_gasoline", "diesel"]
kinds = ["producer", "depot"]
readings = [
  "calendar_year",
  "county_tasks",
  "counted_purposes",
  "counted_when_reported",
  "every_depot",
  "operating_on_last_day_of_month",
]

[[township]]
code = "410329001"
name = "城关街道"
former_names = ["城关镇"]
confidence = "memory" # of the former name; code and name are of the edition of 2023

[[township]]
code = "410329002"
name = "河滨街道"

[[township]]
code = "410329101"
name = "鸣皋镇"

[[township]]
code = "410329102"
name = "水寨镇"

[[township]]
code = "410329103"
name = "彭婆镇"

[[township]]
code = "410329104"
name = "白沙镇"

[[township]]
code = "410329105"
name = "江左镇"

[[township]]
code = "410329106"
name = "高山镇"

[[township]]
code = "410329107"
name = "吕店镇"

[[township]]
code = "410329108"
name = "半坡镇"

[[township]]
code = "410329109"
name = "酒后镇"

[[township]]
code = "410329110"
name = "白元镇"

[[township]]
code = "410329111"
name = "鸦岭镇"

[[township]]
code = "410329112"
name = "葛寨镇"

[[township]]
code = "410329203"
name = "平等乡"

[[reading]]
id = "calendar_year"
text = "“每年”“全年”按公历年度（1月1日至12月31日）计算。"

[[reading]]
id = "county_tasks"
text = "只计县级任务的批次，任务来源空白的按县级计；国家、省、市任务的批次另行列示，不计入任务量，也不计入覆盖。"

[[reading]]
id = "counted_purposes"
text = "计入监督抽检、专项和投诉举报批次，抽样类别空白的按监督抽检计；复查和风险监测批次不计入。"

[[reading]]
id = "counted_when_reported"
text = "批次按抽样日期归入年度；截至统计日已出具首份有效检验报告的计为完成，尚未出具的列为在检；作废批次不计。"

[[reading]]
id = "ethanol_gasoline_is_motor_fuel"
text = "“车用汽柴油”包括车用汽油、车用乙醇汽油和车用柴油。"

[[reading]]
id = "circulation_is_stations_and_points"
text = "“流通领域加油站（点）”指加油站和加油点；油库、生产企业、企业自用点以及车辆和机械油箱的样品不计入159批次。"

[[reading]]
id = "collective_is_private"
text = "集体所有制加油站（点）视同民营加油站，一并纳入全覆盖范围。"

[[reading]]
id = "points_are_stations"
text = "覆盖和抽检率中的“加油站”包括加油点，不包括企业自用点。"

[[reading]]
id = "operating_on_roster_day"
text = "应抽范围为名册日（统计日与年度末日中较早者）在营的加油站（点）；年内曾营业、名册日前停业且未抽检的另行列示。"

[[reading]]
id = "urea_covers_nobody"
text = "只抽检车用尿素的加油站（点）不计为已覆盖。"

[[reading]]
id = "each_brand_by_itself"
text = "“不低于10%”对中石化、中石油分别计算，应抽站数不足整数的进一；两家合并的抽检率作为参考另行列示。"

[[reading]]
id = "rate_of_distinct_stations"
text = "抽检率为年内至少有一个计入批次的站数占在营站数的比例，同一站多次抽检只计一次。"

[[reading]]
id = "urea_at_any_site"
text = "车用尿素批次不限抽样场所，加油站（点）、尿素销售点、油库等抽取的均计入。"

[[reading]]
id = "every_depot"
text = "“生产企业（包括中石油、中石化油库）”指全部成品油生产企业和各种所有制的油库。"

[[reading]]
id = "operating_on_last_day_of_month"
text = "当月最后一日在营的油库和生产企业，当月应至少有一个计入的车用汽柴油批次；当月尚未结束的不列为缺项。"

[[reading]]
id = "validity"
text = "文件自2024年9月30日公布之日起实施，有效期1年，最后一日为2025年9月30日；期满而无新文件的，继续按本文件统计并注明已到期。"

[[reading]]
id = "batches_per_visit"
text = "测算最少到站次数时，每次到站最多抽取3个批次。"
','bfa905a841b323b7e84a53e409b9942be5ff5a98eb9d7d888ba541d1adff659c');
CREATE TABLE report (
	division VARCHAR NOT NULL, 
	form_no VARCHAR NOT NULL, 
	n INTEGER NOT NULL, 
	report_no VARCHAR, 
	reported_on TEXT, 
	conclusion TEXT, 
	failed_items VARCHAR, 
	withdrawn VARCHAR, 
	CONSTRAINT pk_report PRIMARY KEY (division, form_no, n), 
	CONSTRAINT ck_report_conclusion CHECK (conclusion IN ('pass', 'fail')), 
	CONSTRAINT fk_report_division_form_no_batch FOREIGN KEY(division, form_no) REFERENCES batch (division, form_no)
);
INSERT INTO "report" VALUES('410329','A1',1,'R1','2025-03-20','fail','硫含量',NULL);
CREATE TABLE site (
	division VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	former_names VARCHAR, 
	kind TEXT NOT NULL, 
	ownership TEXT NOT NULL, 
	brand VARCHAR, 
	township VARCHAR NOT NULL, 
	uscc VARCHAR, 
	licence_no VARCHAR, 
	address VARCHAR, 
	longitude VARCHAR, 
	latitude VARCHAR, 
	datum TEXT, 
	opened_on TEXT, 
	closed_on TEXT, 
	products VARCHAR, 
	risk_class TEXT, 
	note VARCHAR, 
	CONSTRAINT pk_site PRIMARY KEY (division, code), 
	CONSTRAINT ck_site_datum CHECK (datum IN ('WGS-84', 'GCJ-02', 'BD-09')), 
	CONSTRAINT ck_site_kind CHECK (kind IN ('station', 'filling_point', 'depot', 'producer', 'urea_vendor', 'own_use')), 
	CONSTRAINT ck_site_ownership CHECK (ownership IN ('private', 'collective', 'sinopec', 'petrochina', 'other_state', 'foreign')), 
	CONSTRAINT ck_site_risk_class CHECK (risk_class IN ('A', 'B', 'C', 'D')), 
	CONSTRAINT fk_site_division_division FOREIGN KEY(division) REFERENCES division (division)
);
INSERT INTO "site" VALUES('410329','S1','白沙加油站',NULL,'station','private',NULL,'白沙镇',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('410329','D1','城关油库',NULL,'depot','sinopec',NULL,'城关街道',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE site_change (
	division VARCHAR NOT NULL, 
	site_code VARCHAR NOT NULL, 
	effective_on TEXT NOT NULL, 
	what TEXT NOT NULL, 
	value VARCHAR, 
	reason VARCHAR, 
	note VARCHAR, 
	CONSTRAINT pk_site_change PRIMARY KEY (division, site_code, effective_on, what), 
	CONSTRAINT ck_site_change_what CHECK (what IN ('ownership', 'closed', 'reopened', 'name', 'township')), 
	CONSTRAINT fk_site_change_division_site_code_site FOREIGN KEY(division, site_code) REFERENCES site (division, code)
);
CREATE TABLE version (
	division TEXT NOT NULL, 
	n INTEGER NOT NULL, 
	k INTEGER NOT NULL, 
	noun TEXT NOT NULL, 
	row_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	content TEXT, 
	salt BLOB NOT NULL, 
	sha TEXT NOT NULL, 
	CONSTRAINT pk_version PRIMARY KEY (division, n, k)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "version" VALUES('410329',1,0,'division','410329','founded','{"algorithm":"sha256","division":"410329","example":0,"instance":"7a4918b5-3978-4f40-b6eb-a0607d6ef1c0","name":"伊川县"}',X'EEFB3BAC9E05D9A54766C7AF7D81FC1A','971399f510b279868ca628831e45249bb84a623a73eabd18ee27c4cc1c606a72');
INSERT INTO "version" VALUES('410329',1,1,'policy','yichuan-2024-15','registered','{"id":"yichuan-2024-15","issued_on":"2024-09-30","sha256":"bfa905a841b323b7e84a53e409b9942be5ff5a98eb9d7d888ba541d1adff659c","text":"# Source: 伊政办〔2024〕15号 (伊川县人民政府办公室, 2024-09-30), clause (十三) 2 for the quotas.\n# Codes and names of townships: administrative divisions, edition of 2023. Every [[reading]] is an\n# interpretation of ours, not a sentence of the plan: whoever administers it may read it otherwise,\n# in a file of the same layout in the office''s own folder.\n\nid = \"yichuan-2024-15\"\ndivision = \"410329\"\ndivision_name = \"伊川县\"\n\n[document]\nnumber = \"伊政办〔2024〕15号\"\ntitle = \"伊川县空气质量持续改善实施方案\"\nissuer = \"伊川县人民政府办公室\"\nissued_on = 2024-09-30\nvalid_from = 2024-09-30\nvalid_until = 2025-09-30 # the last day; see the reading \"validity\"\n\n[counting]\nyear_starts = \"01-01\"\ntasks = [\"county\"]\npurposes = [\"routine\", \"campaign\", \"complaint\"]\nbatches_per_visit = 3\n\n[[quota]]\nid = \"motor_fuel_batches\"\nkind = \"batches\"\nname = \"车用汽柴油抽检批次\"\nclause = \"十三（2）\"\ndemand = \"全年在流通领域加油站（点）抽检车用汽柴油159批次以上\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"gasoline\", \"ethanol_gasoline\", \"diesel\"]\nkinds = [\"station\", \"filling_point\"]\nrequired = 159\nreadings = [\n  \"calendar_year\",\n  \"county_tasks\",\n  \"counted_purposes\",\n  \"counted_when_reported\",\n  \"ethanol_gasoline_is_motor_fuel\",\n  \"circulation_is_stations_and_points\",\n]\n\n[[quota]]\nid = \"private_coverage\"\nkind = \"sites\"\nname = \"民营加油站抽检覆盖\"\nclause = \"十三（2）\"\ndemand = \"年内对民营加油站全部抽检到位\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"gasoline\", \"ethanol_gasoline\", \"diesel\"]\nkinds = [\"station\", \"filling_point\"]\nownerships = [\"private\", \"collective\"]\nshare = 1\nroster = \"roster_day\"\nreadings = [\n  \"calendar_year\",\n  \"county_tasks\",\n  \"counted_purposes\",\n  \"counted_when_reported\",\n  \"collective_is_private\",\n  \"points_are_stations\",\n  \"operating_on_roster_day\",\n  \"urea_covers_nobody\",\n]\n\n[[quota]]\nid = \"sinopec_rate\"\nkind = \"sites\"\nname = \"中石化加油站抽检率\"\nclause = \"十三（2）\"\ndemand = \"中石化加油站抽检率不低于10%\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"gasoline\", \"ethanol_gasoline\", \"diesel\"]\nkinds = [\"station\", \"filling_point\"]\nownerships = [\"sinopec\"]\nshare = 0.10\nroster = \"roster_day\"\nreadings = [\n  \"calendar_year\",\n  \"county_tasks\",\n  \"counted_purposes\",\n  \"counted_when_reported\",\n  \"each_brand_by_itself\",\n  \"rate_of_distinct_stations\",\n  \"points_are_stations\",\n  \"operating_on_roster_day\",\n  \"urea_covers_nobody\",\n]\n\n[[quota]]\nid = \"petrochina_rate\"\nkind = \"sites\"\nname = \"中石油加油站抽检率\"\nclause = \"十三（2）\"\ndemand = \"中石油加油站抽检率不低于10%\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"gasoline\", \"ethanol_gasoline\", \"diesel\"]\nkinds = [\"station\", \"filling_point\"]\nownerships = [\"petrochina\"]\nshare = 0.10\nroster = \"roster_day\"\nreadings = [\n  \"calendar_year\",\n  \"county_tasks\",\n  \"counted_purposes\",\n  \"counted_when_reported\",\n  \"each_brand_by_itself\",\n  \"rate_of_distinct_stations\",\n  \"points_are_stations\",\n  \"operating_on_roster_day\",\n  \"urea_covers_nobody\",\n]\n\n[[quota]]\nid = \"urea_batches\"\nkind = \"batches\"\nname = \"车用尿素抽检批次\"\nclause = \"十三（2）\"\ndemand = \"全年抽检车用尿素10批次以上\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"urea\"]\nrequired = 10\nreadings = [\"calendar_year\", \"county_tasks\", \"counted_purposes\", \"counted_when_reported\", \"urea_at_any_site\"]\n\n[[quota]]\nid = \"depot_monthly\"\nkind = \"monthly\"\nname = \"油库及生产企业每月抽检\"\nclause = \"十三（2）\"\ndemand = \"对生产企业（含中石油、中石化油库）每月抽检一次成品油质量\"\nlead = [\"县市场监督管理局\"]\ncooperate = [\"县公安局\"]\nproducts = [\"gasoline\", \"ethanol_gasoline\", \"diesel\"]\nkinds = [\"producer\", \"depot\"]\nreadings = [\n  \"calendar_year\",\n  \"county_tasks\",\n  \"counted_purposes\",\n  \"counted_when_reported\",\n  \"every_depot\",\n  \"operating_on_last_day_of_month\",\n]\n\n[[township]]\ncode = \"410329001\"\nname = \"城关街道\"\nformer_names = [\"城关镇\"]\nconfidence = \"memory\" # of the former name; code and name are of the edition of 2023\n\n[[township]]\ncode = \"410329002\"\nname = \"河滨街道\"\n\n[[township]]\ncode = \"410329101\"\nname = \"鸣皋镇\"\n\n[[township]]\ncode = \"410329102\"\nname = \"水寨镇\"\n\n[[township]]\ncode = \"410329103\"\nname = \"彭婆镇\"\n\n[[township]]\ncode = \"410329104\"\nname = \"白沙镇\"\n\n[[township]]\ncode = \"410329105\"\nname = \"江左镇\"\n\n[[township]]\ncode = \"410329106\"\nname = \"高山镇\"\n\n[[township]]\ncode = \"410329107\"\nname = \"吕店镇\"\n\n[[township]]\ncode = \"410329108\"\nname = \"半坡镇\"\n\n[[township]]\ncode = \"410329109\"\nname = \"酒后镇\"\n\n[[township]]\ncode = \"410329110\"\nname = \"白元镇\"\n\n[[township]]\ncode = \"410329111\"\nname = \"鸦岭镇\"\n\n[[township]]\ncode = \"410329112\"\nname = \"葛寨镇\"\n\n[[township]]\ncode = \"410329203\"\nname = \"平等乡\"\n\n[[reading]]\nid = \"calendar_year\"\ntext = \"“每年”“全年”按公历年度（1月1日至12月31日）计算。\"\n\n[[reading]]\nid = \"county_tasks\"\ntext = \"只计县级任务的批次，任务来源空白的按县级计；国家、省、市任务的批次另行列示，不计入任务量，也不计入覆盖。\"\n\n[[reading]]\nid = \"counted_purposes\"\ntext = \"计入监督抽检、专项和投诉举报批次，抽样类别空白的按监督抽检计；复查和风险监测批次不计入。\"\n\n[[reading]]\nid = \"counted_when_reported\"\ntext = \"批次按抽样日期归入年度；截至统计日已出具首份有效检验报告的计为完成，尚未出具的列为在检；作废批次不计。\"\n\n[[reading]]\nid = \"ethanol_gasoline_is_motor_fuel\"\ntext = \"“车用汽柴油”包括车用汽油、车用乙醇汽油和车用柴油。\"\n\n[[reading]]\nid = \"circulation_is_stations_and_points\"\ntext = \"“流通领域加油站（点）”指加油站和加油点；油库、生产企业、企业自用点以及车辆和机械油箱的样品不计入159批次。\"\n\n[[reading]]\nid = \"collective_is_private\"\ntext = \"集体所有制加油站（点）视同民营加油站，一并纳入全覆盖范围。\"\n\n[[reading]]\nid = \"points_are_stations\"\ntext = \"覆盖和抽检率中的“加油站”包括加油点，不包括企业自用点。\"\n\n[[reading]]\nid = \"operating_on_roster_day\"\ntext = \"应抽范围为名册日（统计日与年度末日中较早者）在营的加油站（点）；年内曾营业、名册日前停业且未抽检的另行列示。\"\n\n[[reading]]\nid = \"urea_covers_nobody\"\ntext = \"只抽检车用尿素的加油站（点）不计为已覆盖。\"\n\n[[reading]]\nid = \"each_brand_by_itself\"\ntext = \"“不低于10%”对中石化、中石油分别计算，应抽站数不足整数的进一；两家合并的抽检率作为参考另行列示。\"\n\n[[reading]]\nid = \"rate_of_distinct_stations\"\ntext = \"抽检率为年内至少有一个计入批次的站数占在营站数的比例，同一站多次抽检只计一次。\"\n\n[[reading]]\nid = \"urea_at_any_site\"\ntext = \"车用尿素批次不限抽样场所，加油站（点）、尿素销售点、油库等抽取的均计入。\"\n\n[[reading]]\nid = \"every_depot\"\ntext = \"“生产企业（包括中石油、中石化油库）”指全部成品油生产企业和各种所有制的油库。\"\n\n[[reading]]\nid = \"operating_on_last_day_of_month\"\ntext = \"当月最后一日在营的油库和生产企业，当月应至少有一个计入的车用汽柴油批次；当月尚未结束的不列为缺项。\"\n\n[[reading]]\nid = \"validity\"\ntext = \"文件自2024年9月30日公布之日起实施，有效期1年，最后一日为2025年9月30日；期满而无新文件的，继续按本文件统计并注明已到期。\"\n\n[[reading]]\nid = \"batches_per_visit\"\ntext = \"测算最少到站次数时，每次到站最多抽取3个批次。\"\n"}',X'64E0786F77C2B059A3A3093FACD8B2DD','159295786aff2ccaec115ee7820a5b00f820fe94cd05f6970239dbb7be1b6ae9');
INSERT INTO "version" VALUES('410329',2,0,'laboratory','洛阳质检中心','created','{"cma_no":"C1","name":"洛阳质检中心","products":"diesel","valid_until":null}',X'B1B88B9BEDED54326A5C7D5C1D490C59','15c170c8a9d964e1d2f25da8f7a4d7312b55e6d49c3b451e21d98232d4384d21');
INSERT INTO "version" VALUES('410329',3,0,'site','S1','created','{"address":null,"brand":null,"closed_on":null,"code":"S1","datum":null,"former_names":null,"kind":"station","latitude":null,"licence_no":null,"longitude":null,"name":"白沙加油站","note":null,"opened_on":null,"ownership":"private","products":null,"risk_class":null,"township":"白沙镇","uscc":null}',X'88FB117CACDE25E0ED8CCEB90DFA4576','17d01b51dfd481ed3cf1a1a13b8435163225b119c5e18464f5883011ce412336');
INSERT INTO "version" VALUES('410329',3,1,'site','D1','created','{"address":null,"brand":null,"closed_on":null,"code":"D1","datum":null,"former_names":null,"kind":"depot","latitude":null,"licence_no":null,"longitude":null,"name":"城关油库","note":null,"opened_on":null,"ownership":"sinopec","products":null,"risk_class":null,"township":"城关街道","uscc":null}',X'B8C7078EE9AF83527889C034FD23AD15','0409121a598288cd7838c18cbf2d548734522ba563da843c7a22a53d063d2807');
INSERT INTO "version" VALUES('410329',3,2,'visit','6db74a00-98ab-5916-94c7-bf56fecf0b9f','recorded','{"id":"6db74a00-98ab-5916-94c7-bf56fecf0b9f","note":null,"outcome":"sampled","samplers":"张三;李四","site_code":"S1","visited_on":"2025-03-09"}',X'C874A6693762DDCF621BB70BAA79B123','b7cca02d458c8fd691f4e961338f47152186e77c19d022152f9852a6049c4f3c');
INSERT INTO "version" VALUES('410329',3,3,'batch','A1','sampled','{"drawn_from":null,"follows":null,"form_no":"A1","grade":"0","laboratory":"洛阳质检中心","note":null,"product":"diesel","purpose":null,"reported_on":"2025-03-20","sampled_on":"2025-03-09","site_code":"S1","standard":null,"status":"valid","task":null,"visit_id":"6db74a00-98ab-5916-94c7-bf56fecf0b9f","void_reason":null,"voided_on":null,"year":2025}',X'7012FD6E8F270C38EA18F7847AD02677','d5e5db830137a3c78dca90fd023146f766ab893db4c090e1e7df6f5f3bf34515');
INSERT INTO "version" VALUES('410329',3,4,'report','["A1","1"]','reported','{"conclusion":"fail","failed_items":"硫含量","form_no":"A1","n":1,"report_no":"R1","reported_on":"2025-03-20","withdrawn":null}',X'B94060FE60CBF995BD223527FDCBC353','b17aa592fea0fa56ed464e9f9aaf4203dfe78a880cfa33a2d7b6781f1025bf56');
INSERT INTO "version" VALUES('410329',3,5,'visit','9d1cc409-28ca-5947-883c-3209611e4f16','recorded','{"id":"9d1cc409-28ca-5947-883c-3209611e4f16","note":null,"outcome":"sampled","samplers":"张三;李四","site_code":"S1","visited_on":"2025-03-10"}',X'365D6708DB985FD445E4955A4335E6ED','16928f0795527e697d82a3066caa638a922e628a48f9b898059395a77061ca06');
INSERT INTO "version" VALUES('410329',3,6,'batch','A2','sampled','{"drawn_from":null,"follows":null,"form_no":"A2","grade":null,"laboratory":"洛阳质检中心","note":null,"product":"urea","purpose":null,"reported_on":null,"sampled_on":"2025-03-10","site_code":"S1","standard":null,"status":"valid","task":null,"visit_id":"9d1cc409-28ca-5947-883c-3209611e4f16","void_reason":null,"voided_on":null,"year":2025}',X'8700E80EBF4D04D752DE7C5A0262CBE6','ab1a5f48d6884ebecb408c7bf6b1e239354c5dbd2e1ab100585e80e40fb70e10');
INSERT INTO "version" VALUES('410329',3,7,'ledger_import','3de55b1e-139e-4def-b3bf-bdb6c67314c1','imported','{"files":"{\"b.csv\": \"3161ce276bc57893ebac1218d2ca80c995a510df1463dc00c5e09d409492ba42\", \"s.csv\": \"eaaceb4c1115677b55fcd0222179c207c8b5f9586e1627e2b9e0344e4237772e\"}","id":"3de55b1e-139e-4def-b3bf-bdb6c67314c1","undone_by":null}',X'2A7031B7B2851DD61665C1AE364699F8','f1a7e0b4eb37e2ca6794d265a29d812d80e71ba41a23d089a06c7f7776e5bac6');
CREATE TABLE visit (
	division VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	site_code VARCHAR NOT NULL, 
	visited_on TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	samplers VARCHAR, 
	note VARCHAR, 
	CONSTRAINT pk_visit PRIMARY KEY (division, id), 
	CONSTRAINT ck_visit_outcome CHECK (outcome IN ('sampled', 'closed', 'no_stock', 'refused')), 
	CONSTRAINT fk_visit_division_site_code_site FOREIGN KEY(division, site_code) REFERENCES site (division, code), 
	CONSTRAINT uq_visit_division_id_site_code_visited_on UNIQUE (division, id, site_code, visited_on)
);
INSERT INTO "visit" VALUES('410329','6db74a00-98ab-5916-94c7-bf56fecf0b9f','S1','2025-03-09','sampled','张三;李四',NULL);
INSERT INTO "visit" VALUES('410329','9d1cc409-28ca-5947-883c-3209611e4f16','S1','2025-03-10','sampled','张三;李四',NULL);
CREATE INDEX ix_version_row ON version (division, noun, row_id, n);
CREATE INDEX ix_visit_site_day ON visit (division, site_code, visited_on);
CREATE INDEX ix_batch_day ON batch (division, sampled_on, form_no);
CREATE INDEX ix_batch_quota ON batch (division, year, site_code, product, task, purpose, reported_on, sampled_on, status) WHERE status = 'valid';
CREATE INDEX ix_batch_visit ON batch (division, visit_id);
CREATE TRIGGER act_no_update BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'act is append-only'); END;
CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'act is append-only'); END;
CREATE TRIGGER version_no_update BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'version is append-only'); END;
CREATE TRIGGER version_no_delete BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'version is append-only'); END;
COMMIT;
