//! Examples of time expressions, and of what is none.

use super::recognise;
use crate::recognise::Detail;
use crate::recognise::testing::{proposed, with_scene};
use crate::record::TimeKind::{self, Duration, Period, Point, Set};

fn kinds(text: &str) -> Vec<TimeKind> {
    with_scene(text, |scene| {
        let mut candidates = Vec::new();
        recognise(scene, &mut candidates);
        let times = candidates.into_iter().filter_map(|candidate| match candidate.detail {
            Detail::Time(time) => Some(time.kind),
            _ => None,
        });
        times.collect()
    })
}

#[track_caller]
fn check(cases: &[(&str, &[&str], TimeKind)]) {
    for (text, expected, kind) in cases {
        assert_eq!(proposed(recognise, text), *expected, "{text}");
        assert!(kinds(text).iter().all(|found| found == kind), "{text}");
    }
}

#[track_caller]
fn refuse(texts: &[&str]) {
    for text in texts {
        assert_eq!(proposed(recognise, text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn dates_are_points() {
    check(&[
        ("公司于2019年成立", &["2019年"], Point),
        ("去年5月底动工", &["去年5月底"], Point),
        ("一九七八年十二月十八日召开", &["一九七八年十二月十八日"], Point),
        ("时间:2021-07-09", &["2021-07-09"], Point),
        ("会议4日召开,下个月公布", &["4日", "下个月"], Point),
        ("2016 年 3 月 5 日印发", &["2016 年 3 月 5 日"], Point),
        ("确保2024年底建成", &["2024年底"], Point),
        ("年底前全部完成", &["年底前"], Point),
        ("从78年到84年底", &["78年到84年底"], Period),
        ("今晚发车", &["今晚"], Point),
        ("3.2020年底前完成", &["2020年底前"], Point),
        ("今天，我们召开座谈会", &["今天"], Point),
        ("很高兴出席今天的峰会", &["今天"], Point),
        ("今天下午将签约，从今天起生效", &["今天下午", "今天"], Point),
        ("30年前的今天，他来到这里", &["30年前的今天"], Point),
        ("同年四月二十八日通过", &["同年四月二十八日"], Point),
        ("到二〇一0年建成", &["二〇一0年"], Point),
        ("办好2022年冬季奥运会", &["2022年"], Point),
        ("今年春季学期开学", &["今年"], Point),
        ("1996年春夏之交调整", &["1996年春夏之交"], Point),
        ("2021年冬奥村建成,2020年春耕顺利", &["2021年", "2020年"], Point),
        ("如果年中进行调整", &["年中"], Point),
    ]);
}

#[test]
fn parts_and_stretches_are_periods() {
    check(&[
        ("上半年开工", &["上半年"], Period),
        ("前三季度增长,四季度回落", &["前三季度", "四季度"], Period),
        ("对2006-2020年作出部署", &["2006-2020年"], Period),
        ("一九五三年至一九五七年", &["一九五三年至一九五七年"], Period),
        ("一九六一和一九六二两年", &["一九六一和一九六二两年"], Period),
        ("展期8月25日至26日", &["8月25日至26日"], Period),
        ("今年3月上旬播种", &["今年3月上旬"], Period),
        ("今年1-9月,8月25-26日", &["今年1-9月", "8月25-26日"], Period),
        ("全年用电", &["全年"], Period),
        ("新的一年，要抓好落实", &["新的一年"], Period),
        ("一九五五年冬和一九五六年春规划水渠", &["一九五五年冬", "一九五六年春"], Period),
        ("1996年入秋以后,少雨", &["1996年入秋以后"], Period),
        ("完成全年度的任务", &["全年度"], Period),
        ("明清时期建成", &["明清时期"], Period),
        (
            "比1978年以前的26年多，比一九七八年前二十六年多",
            &["1978年以前的26年", "一九七八年前二十六年"],
            Period,
        ),
        ("比去年同期多", &["去年同期"], Period),
    ]);
}

#[test]
fn plans_keep_their_quotes_only_before_a_word_of_time() {
    check(&[
        ("“十四五”时期投资翻番", &["“十四五”时期"], Period),
        ("“六五’期间", &["“六五’期间"], Period),
        ("“十三五”规划编制", &["十三五"], Period),
        ("十四五开局良好", &["十四五"], Period),
        ("在六五计划后三年", &["六五", "后三年"], Period),
        ("第七个五年计划期间", &["第七个五年计划期间"], Period),
        ("第十四个五年规划", &["第十四个五年"], Period),
        ("第一个五年合计增产", &["第一个五年"], Period),
        ("迈上新征程的第一个五年", &[], Period),
        ("年内要建成6所学校", &["年内"], Period),
        ("支出五年累计6亿元", &["五年"], Period),
        ("为后三年打基础", &["后三年"], Period),
        ("一年接着一年干", &[], Period),
        ("“五五”末期", &["“五五”末期"], Period),
        ("八十年代和20世纪90年代初", &["八十年代", "20世纪90年代初"], Period),
        ("“十三五”同期,本世纪头十年", &["“十三五”同期", "本世纪头十年"], Period),
        ("在上世纪五十年代", &["上世纪五十年代"], Period),
    ]);
    refuse(&["十五届五中全会", "一五一十地说", "其他几个五年计划", "四五个人", "七五折"]);
}

#[test]
fn lengths_are_durations_unless_the_words_place_them() {
    check(&[
        ("连续9年增产,连续16个季度回升", &["连续9年", "连续16个季度"], Duration),
        ("开展三年行动", &["三年"], Duration),
        ("五年规划怎么编", &["五年"], Duration),
        ("为期一年半", &["一年半"], Duration),
        ("建校70周年", &["70周年"], Duration),
        ("受理之日起20日内办结", &["20日内"], Duration),
        ("一年来成效明显", &["一年来"], Duration),
        ("提前半年投用", &["半年"], Duration),
        ("历时两年零9个月建成", &["两年零9个月"], Duration),
        ("其间有一年零三个月", &["一年零三个月"], Duration),
        ("用时1小时20分钟", &["1小时20分钟"], Duration),
        ("用1个多月时间,半个多世纪", &["1个多月", "半个多世纪"], Duration),
        ("结束十年内乱", &["十年"], Duration),
        ("毕业后三年", &["三年"], Duration),
        ("三年、五年都可以", &["三年", "五年"], Duration),
        ("提前一年完成,提前三年共完成9项", &["一年", "三年"], Duration),
        ("在三、五年内建成", &["三、五年内"], Duration),
        ("一、三年行动方案", &["三年"], Duration),
        ("建校的40年,是育人的40年", &["40年", "40年"], Duration),
        ("连续3—5年不放松,连续两至三年达标", &["连续3—5年", "连续两至三年"], Duration),
    ]);
    check(&[
        ("过去的五年,五年来", &["过去的五年", "五年来"], Period),
        ("近两年,今后三年,这五年", &["近两年", "今后三年", "这五年"], Period),
        ("五年新建公路9条", &["五年"], Period),
        ("这是砥砺奋进的五年。", &["五年"], Period),
        ("上世纪前半叶,十九世纪下半叶", &["上世纪前半叶", "十九世纪下半叶"], Period),
        ("解放前的旧城,新中国成立后", &["解放前", "新中国成立后"], Period),
        ("“十四五”前三年", &["十四五", "前三年"], Period),
        ("改变了前三年的状况", &["前三年"], Period),
        ("产量前三年共增加9万吨", &["前三年"], Period),
        ("“十四五”计划后三年", &["十四五", "后三年"], Period),
        ("去年秋季招生,一九六七年夏季会议", &["去年秋季", "一九六七年夏季"], Period),
        ("去冬今春降雨偏多", &["去冬今春"], Period),
    ]);
    refuse(&[
        "不平凡的一年",
        "同一年级",
        "三年级学生",
        "百年大计",
        "第三年",
        "几十年如一日",
        "一天天好起来",
        "“1小时通勤圈”",
        "优良天数340天",
        "冬季取暖",
        "不同年龄的人",
        "一年比一年好",
        "一年又一年地过去",
    ]);
}

#[test]
fn recurrences_are_sets() {
    check(&[("每年植树,每周五值班,逐年提高,每两年轮换", &["每年", "每周五", "逐年", "每两年"], Set)]);
    refuse(&["每万人拥有", "每小时250公里", "每亩产量"]);
}

#[test]
fn since_then_reaches_to_the_document() {
    check(&[
        ("2012年以来翻番", &["2012年以来"], Period),
        ("改革开放以来,今年以来", &["改革开放以来", "今年以来"], Period),
        ("今年入汛以来,降雨偏多", &["今年入汛以来"], Period),
        ("1998年特大洪水以来,流域治理加快", &["1998年特大洪水以来"], Period),
        ("全体职工从建厂投产以来,奋斗不息", &["建厂投产以来"], Period),
        ("新线路开通以来,客流大增", &["新线路开通以来"], Period),
    ]);
    refuse(&[
        "长期以来,坚持不懈",
        "近年来发展迅速",
        "改革开放的春风",
        "有史以来",
        "走到今天",
        "今天的甲县充满活力",
        "今天，这个地区变得越来越重要",
        "就没有今天的幸福生活",
        "教育是今天的事业、明天的希望",
        "美好的明天",
        "共同期盼",
        "广大青少年中",
        "鼓励青年终身学习",
        "一段时间以来,问题突出",
    ]);
}

#[test]
fn numbers_and_vague_times_are_no_times() {
    refuse(&[
        "第十一次代表大会",
        "百日攻坚",
        "热线12345",
        "年产50万吨",
        "年均增长",
        "青年工作",
        "新时代新征程",
        "当前形势",
        "增长20.5%,新增13家",
        "指数为3.2020,比例为13.2020年",
        "国办函〔2014〕119号",
        "100日元",
    ]);
}

#[test]
fn long_runs_are_read_in_one_pass() {
    for unit in ["一", "1", "过去", "第", "“", "今年", "以来", "年", "2022-"] {
        let text = unit.repeat(20_000);
        with_scene(&text, |scene| recognise(scene, &mut Vec::new()));
    }
}
