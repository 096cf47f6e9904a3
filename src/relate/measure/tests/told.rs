//! Verbs in what is no measure, and whose deed it is where others are named before.

use super::{actors, pairs, plain};

#[test]
fn what_a_noun_or_a_topic_is_told_by_is_no_measure() {
    for (text, expected) in [
        ("建立渔船统计、检测分析和发布制度。", &["建立 | 渔船统计、检测分析和发布制度"][..]),
        ("完善渔港规划体系和实施机制。", &["完善 | 渔港规划体系和实施机制"]),
        ("完善渔港规划体系和建立合作机制。", &["完善 | 渔港规划体系", "建立 | 合作机制"]),
        ("阻挡风浪、保护渔村的堤坝更加巩固。", &[]),
        ("构建更加巩固的渔村防线。", &["构建 | 更加巩固的渔村防线"]),
        ("振兴远洋渔业,科技是关键。", &[]),
        ("振兴远洋渔业,重点是改造渔船。", &["振兴 | 远洋渔业", "改造 | 渔船"]),
        ("完成渔业合同的结果,渔民增加了收入。", &[]),
        ("公布渔业评比的结果。", &["公布 | 渔业评比的结果"]),
        ("这不是要削减渔业补贴,而是要改造渔船。", &["改造 | 渔船"]),
        ("渔业学校的成立,曾经轰动全县,增强了渔民的信心。", &[]),
        ("这些活动促进了渔业发展,又弘扬了渔村传统。", &[]),
        ("渔民纷纷要求修建码头,增加渔船。", &[]),
        ("保护海域、治理航道需要各方努力。", &[]),
        ("我们整顿渔港,为渔业发展提供了有利条件。", &["整顿 | 渔港"]),
        ("为困难渔民提供了渔具。", &["提供 | 渔具"]),
        ("改善渔区环境第四章 加快渔港建设", &["改善 | 渔区环境", "加快 | 渔港建设"]),
        ("防范渔船风险责任很大。", &[]),
        ("渔业生产经营比较困难。", &[]),
        ("确保渔船绝对安全。", &["确保 | 渔船绝对安全"]),
        ("推进渔港改造、优化渔村布局、治理航道等方面取得进展。", &[]),
        ("推进渔港改造、优化渔村布局。", &["推进 | 渔港改造", "优化 | 渔村布局"]),
        ("优化渔港功能、推动渔村发展还需持续用力。", &[]),
        ("扩大渔业消费要在提高渔民收入上下功夫。", &[]),
        ("推动渔业发展要靠改革。", &[]),
        ("推动渔船按照规定要安装的设备更新。", &["推动 | 渔船按照规定要安装的设备更新"]),
        ("发挥渔业计划在保护海域中的作用。", &["发挥 | 渔业计划在保护海域中的作用"]),
        ("提出到2030年渔业发展目标。", &["提出 | 到2030年渔业发展目标"]),
        ("精准补短板。", &[]),
        ("坚持渔港建设与航道建设协调发展。", &[]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn an_object_keeps_what_its_items_share() {
    for (text, expected) in [
        ("开展学习渔业知识、培养船员活动。", &["开展 | 学习渔业知识、培养船员活动"][..]),
        ("开展渔业宣传、培养船员。", &["开展 | 渔业宣传", "培养 | 船员"]),
        ("全面拆除非法或布局不当的码头。", &["拆除 | 非法或布局不当的码头"]),
        ("办好渔业博览会暨海洋论坛、开渔节等活动。", &["办好 | 渔业博览会暨海洋论坛、开渔节等活动"]),
        ("做好渔村文史、海岛外事等工作。", &["做好 | 渔村文史、海岛外事等工作"]),
        ("做好渔港改造、航道治理等工作。", &["做好 | 渔港改造、航道治理等工作"]),
        ("应该加强渔业合作而不是挑起冲突。", &["加强 | 渔业合作"]),
        ("清理闲置而不使用的码头。", &["清理 | 闲置而不使用的码头"]),
        ("我们将尽心尽力办好渔民实事。", &["办好 | 渔民实事"]),
        ("我们将渔民实事办好。", &["办好 | 渔民实事"]),
        ("将渔港自主创新示范区政策推广到全县。", &["推广到 | 渔港自主创新示范区政策"]),
        ("集中攻关深海养殖技术。", &["集中攻关 | 深海养殖技术"]),
        ("力求提早完成渔港改造任务。", &["完成 | 渔港改造任务"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn who_acts_is_who_was_asked_or_named() {
    for (text, expected) in [
        (
            "县委要求渔业部门加强渔船监管,修建码头。",
            &["渔业部门: 加强 | 渔船监管, will, planned", "渔业部门: 修建 | 码头, will, planned"][..],
        ),
        ("所有渔业企业,全体职工,都要加强管理。", &["所有渔业企业,全体职工: 加强 | 管理, will, planned"]),
        ("负有监管职责的部门,每年要公布渔船名录。", &["负有监管职责的部门: 公布 | 渔船名录, will, planned"]),
        (
            "各渔业部门要落实改革要求,修建码头。",
            &["各渔业部门: 落实 | 改革要求, will, planned", "各渔业部门: 修建 | 码头, will, planned"],
        ),
        ("渔政管理司组织了检查工作,已形成整改方案。", &["渔政管理司: 形成 | 整改方案, will, done"]),
    ] {
        assert_eq!(plain(text), expected, "{text}");
    }
}

#[test]
fn a_duty_binds_what_is_only_encouraged_after_it() {
    for (text, expected) in [
        ("县政府应当修建码头,鼓励渔民参加培训。", &["修建 | 码头, must", "鼓励 | 渔民参加培训, must"][..]),
        ("修建码头,鼓励渔民参加培训。", &["修建 | 码头, will", "鼓励 | 渔民参加培训, explore"]),
        ("必须在巩固渔港的基础上,从今年起,建设码头。", &["建设 | 码头, must"]),
    ] {
        let told: Vec<String> = plain(text)
            .iter()
            .map(|line| {
                line.split(": ")
                    .last()
                    .and_then(|line| line.rsplit_once(", "))
                    .map_or("", |(own, _)| own)
                    .to_owned()
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn a_name_that_looks_like_a_verb_phrase_is_none() {
    for (text, expected) in [
        ("明确渔船的调整幅度、调整因素和启动条件。", &["明确 | 渔船的调整幅度、调整因素和启动条件"][..]),
        ("创新监管方式。", &["创新 | 监管方式"]),
        ("公布检查结果。", &["公布 | 检查结果"]),
        ("出台构建渔港体系实施意见。", &["出台 | 构建渔港体系实施意见"]),
        ("出台实施渔港条例。", &["出台实施 | 渔港条例"]),
        ("建立在信任基础上的渔业制度、渔港制度。", &[]),
        ("渔民要团结一致。", &[]),
        ("围绕渔港、航道等领域建设一批平台。", &["建设 | 一批平台"]),
        ("对渔港周边村庄加强管理。", &["加强 | 管理"]),
        ("针对渔业中投资过多、投放过快等问题,采取有力办法。", &["采取 | 有力办法"]),
        ("扩大捕捞,关键是修建码头。", &[]),
        ("加强渔港管理的目的是保护渔民,改善条件。", &[]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_only_heads_a_list_is_no_measure() {
    for text in [
        "今年重点抓好三件事。",
        "要做好十个方面的工作。",
        "要把握好以下几点。",
        "第一节 修建码头 第二节 改造渔船 第三节 加强渔政管理 第四节 扩大捕捞",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("今年培训渔民9000人次。"), ["培训 | 渔民9000人次"]);
    assert_eq!(pairs("今年做好三项渔政工作。"), ["做好 | 三项渔政工作"]);
}

#[test]
fn what_somebody_played_a_part_for_is_no_deed() {
    assert_eq!(plain("县渔业局为保护海洋,支持渔业生产,发挥了重要作用。"), [""; 0]);
    assert_eq!(pairs("县渔业局为渔民修建码头,支持渔业生产。").len(), 2);
}

#[test]
fn who_acts_ends_before_how_he_does() {
    for (text, expected) in [
        ("必须由县渔业局来掌握渔业生产。", "县渔业局: 掌握 | 渔业生产, must, planned"),
        ("由县渔业局责令停止违法捕捞行为。", "县渔业局: 停止 | 违法捕捞行为, will, planned"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
    assert_eq!(plain("渔业结构由近海向远海转变。"), [""; 0]);
}

#[test]
fn what_came_of_a_deed_and_attitudes_are_no_measures() {
    for text in [
        "检查结果通报县政府。",
        "监测情况明显好转。",
        "我们要采取积极的态度。",
        "县里开会的目的就是动员渔民,扩大捕捞。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("检查渔船情况。").len(), 1);
    assert_eq!(pairs("采取积极的渔业政策。"), ["采取 | 积极的渔业政策"]);
}

#[test]
fn where_something_is_led_is_no_object() {
    for text in [
        "必须落实到每个渔村。",
        "并且逐步扩大到整个海区。",
        "要抓住机遇,乘势而上。",
        "构建以渔港为主体,码头为补充的渔业网络。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("把责任落实到每条渔船。"), ["落实到 | 责任"]);
    assert_eq!(pairs("争取到渔业资金5万元。"), ["争取到 | 渔业资金5万元"]);
    assert_eq!(pairs("构建以渔港为主体的渔业网络。"), ["构建 | 以渔港为主体的渔业网络"]);
}

#[test]
fn who_calls_others_together_acts() {
    for (text, expected) in [
        ("县渔业局组织各镇开展了渔船检查。", "县渔业局: 开展 | 渔船检查, will, done"),
        ("党的各级组织要加强渔区工作。", "党的各级组织: 加强 | 渔区工作, will, planned"),
        ("相关责任单位要加强渔区工作。", "相关责任单位: 加强 | 渔区工作, will, planned"),
        ("已联合相关部委面向渔村出台渔业政策。", "出台 | 渔业政策, will, done"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
}

#[test]
fn how_somebody_fares_or_feels_is_no_deed() {
    for text in [
        "一年来,渔区大局保持稳定。",
        "我们要保持清醒头脑。",
        "渔业要努力适应出口的需要。",
        "扩大渔业规模离不开渔港。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("要保持渔区大局稳定。"), ["保持 | 渔区大局稳定"]);
    assert_eq!(pairs("推行渔船登记首先要改造渔港。"), ["改造 | 渔港"]);
}

#[test]
fn what_a_verb_phrase_shows_or_goes_with_is_told_of_it() {
    for text in [
        "用渔业资金修建码头,不仅有利于捕捞,而且有利于养殖。",
        "县里修建码头,表明渔业有了新的突破。",
        "坚持修建码头同保护海洋相结合。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("实行捕捞同养殖相结合。"), ["实行 | 捕捞同养殖相结合"]);
}

#[test]
fn a_list_before_its_head_is_one_object() {
    for (text, expected) in [
        ("完善渔港管理、渔船检验等政策。", &["完善 | 渔港管理、渔船检验等政策"][..]),
        ("发展海洋生物、深海装备等产业。", &["发展 | 海洋生物、深海装备等产业"]),
        ("试行船长年薪制、持有股份等分配方式。", &["试行 | 船长年薪制、持有股份等分配方式"]),
        ("建设青川铁路、远景大厦等项目。", &["建设 | 青川铁路", "建设 | 远景大厦"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_a_noun_does_by_itself_is_no_measure() {
    for (text, expected) in [
        ("整顿渔业市场工作顺利展开。", &[][..]),
        ("完善渔港体系试点继续推进。", &[]),
        ("渔区创建扎实推进。", &[]),
        ("扩大渔业有效投资。", &["扩大 | 渔业有效投资"]),
        ("规范海洋产业健康发展。", &["规范 | 海洋产业健康发展"]),
        ("推动渔村面貌持续改善。", &["推动 | 渔村面貌持续改善"]),
        ("完善渔港管理并继续推进码头建设。", &["完善 | 渔港管理", "推进 | 码头建设"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn a_name_may_tell_what_those_who_act_cannot_do() {
    for (text, expected) in [
        ("目前还不能普及渔业教育的地方,也要加强培训。", "目前还不能普及渔业教育的地方: 加强"),
        ("渔政部门对可能受影响的渔港,应当采取措施。", "渔政部门: 采取"),
        ("渔业部门要勇于实践,把握时代要求,探索渔业规律。", "渔业部门: 探索"),
        ("渔民日报青石1月8日电县长陈海强调,要加强渔港管理。", ""),
    ] {
        let told = actors(text);
        let fits = |line: &String| expected.is_empty() && !line.contains('电') || line == expected;
        assert!(told.iter().any(fits) || expected.is_empty() && told.is_empty(), "{text}: {told:?}");
    }
}

#[test]
fn what_only_says_how_or_when_is_no_measure() {
    for (text, expected) in [
        ("从四个方面统筹发力。", &[][..]),
        ("渔业任务繁重而艰巨,发展任务繁重而艰巨。", &[]),
        ("锚定渔业实现新突破和取得新进展目标,建设渔港。", &["建设 | 渔港"]),
        ("渔港综合整治(8处)。", &[]),
        ("新建渔港应配套建设污水设施。", &["配套建设 | 污水设施"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn when_and_where_may_stand_between_how_firmly_and_the_verb() {
    for (text, expected) in [
        ("力争在年底前打通航道4条。", "打通 | 航道4条, strive, planned"),
        ("确保在年底前打通航道4条。", "打通 | 航道4条, must, planned"),
        ("我们将在年底前完成20个渔港的改造任务。", "完成 | 20个渔港的改造任务, will, planned"),
        ("将在城区建设公园20个。", "建设 | 公园20个, will, planned"),
        ("东江县将在年底前打通航道4条。", "东江县: 打通 | 航道4条, will, planned"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
    assert_eq!(plain("将在年底前建成的渔港。"), [""; 0]);
    assert_eq!(plain("将在城区建设中发挥作用。"), [""; 0]);
}

#[test]
fn whom_somebody_joined_in_a_year_is_told_of_a_life() {
    for (text, expected) in [
        (
            "陈海,1952年加入渔业协会,1954年参加渔港建设。",
            &["加入 | 渔业协会, will, done", "参加 | 渔港建设, will, done"][..],
        ),
        ("2030年建成渔港5座。", &["建成 | 渔港5座, will, planned"]),
        ("到2030年要加入国际渔业组织。", &["加入 | 国际渔业组织, will, planned"]),
    ] {
        assert_eq!(plain(text), expected, "{text}");
    }
}

#[test]
fn nobody_makes_a_thing_harder() {
    assert_eq!(pairs("保持渔业平稳运行的难度加大。"), [""; 0]);
    assert_eq!(pairs("保持渔业平稳运行。"), ["保持 | 渔业平稳运行"]);
}

#[test]
fn titles_habits_and_what_others_give_us_are_no_measures() {
    for text in [
        "修建渔港 发展渔业——在全国渔业大会上的讲话",
        "渔民历来爱护海洋,保护渔港,讲求互助。",
        "渔民的信任给予我们巨大鼓舞。",
        "渔业投资于渔民。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("修建渔港——渔业大会的任务。"), ["修建 | 渔港"]);
    assert_eq!(pairs("县政府给予渔民补助。").len(), 1);
}

#[test]
fn what_a_topic_has_to_do_is_the_measure() {
    for (text, expected) in [
        ("推进渔港改造要适应渔民需求。", &["适应 | 渔民需求"][..]),
        ("推动渔业企业要加强管理。", &["推动 | 渔业企业要加强管理"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}
