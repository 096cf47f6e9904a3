use super::relate;
use crate::recognise::testing::with_scene;
use crate::recognise::{Detail, recognise};
use crate::relate::{Thread, post};
use crate::resolve::resolve;

/// Those whom the sentence names as sources.
fn sources(text: &str) -> Vec<String> {
    with_scene(text, |scene| {
        let mut standing = resolve(recognise(scene));
        post::relate(scene, &mut Thread::default(), &mut standing);
        relate(scene, &mut Thread::default(), &mut standing);
        let sources =
            standing.iter().filter(|found| matches!(&found.detail, Detail::Person(person) if person.speaker));
        sources.map(|found| scene.slice(&found.range).to_owned()).collect()
    })
}

fn all_quote(name: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(sources(text), [name], "{text}");
    }
}

fn nobody_speaks(texts: &[&str]) {
    for text in texts {
        assert_eq!(sources(text), [""; 0], "{text}");
    }
}

#[test]
fn a_verb_of_saying_after_the_name_makes_a_source() {
    all_quote(
        "邓小平",
        &["邓小平同志多次强调“发展是硬道理”。", "邓小平同志说:", "邓小平同志曾经这样说过:“路要一步一步走。”"],
    );
    all_quote(
        "李先念",
        &[
            "李先念副总理表示,进展顺利。",
            "对此,李先念副总理表示肯定。",
            "正如李先念副总理所言,水渠是命脉。",
            "(作者:某某大学 李先念)",
            "李先念副总理不久前来访时,重申要节约用水。",
            "在谈到水利时,李先念副总理严厉地指出,要抓紧。",
        ],
    );
    all_quote(
        "周文远",
        &[
            "县长周文远说,水渠已经修好。",
            "据县长周文远介绍,水渠已经修好。",
            "教授周文远告诉记者,水渠已经修好。",
            "副县长周文远介绍了水渠的修建情况。",
            "教授周文远撰文指出,水渠要修好。",
            "副县长周文远回应了社会关切。",
            "县长周文远发来贺信,祝贺水渠建成。",
        ],
    );
}

#[test]
fn a_verb_that_quotes_closes_a_quotation() {
    all_quote("李先念", &["李先念副总理分析。", "“水渠要修好。”李先念副总理解释。"]);
    nobody_speaks(&["李先念副总理分析形势。", "会议由李先念副总理总结。"]);
}

#[test]
fn adjuncts_may_stand_between() {
    all_quote(
        "习近平",
        &[
            "习近平总书记在基层考察时强调,民生为大。",
            "习近平总书记对春耕工作作出重要指示强调,要不误农时。",
            "习近平总书记在给小学生的回信中说,希望大家多读书。",
            "习近平总书记在信上批示:“此事要办好。”",
            "习近平总书记在网站上写道,希望大家节水。",
            "习近平总书记三月五日在一封批评浪费的来信上批示:“此事要办好。”",
        ],
    );
}

#[test]
fn a_verb_of_saying_in_a_later_clause_belongs_to_the_subject() {
    all_quote(
        "习近平",
        &[
            "习近平总书记在会上发表重要讲话,强调粮食安全是头等大事。",
            "习近平总书记听取汇报,看望职工,并指出,要安全生产。",
            "习近平总书记批评了浪费粮食的现象,严厉地警告他们:“这样下去不行。”",
            "习近平总书记主持制定了《节水条例》(即《条例》),明确提出了“节水的重点,是管住大水漫灌的地块”。",
        ],
    );
    nobody_speaks(&[
        "习近平总书记十分关心,会议指出,要抓紧。",
        "以习近平同志为核心的党中央高度重视,强调要抓紧。",
        "习近平总书记的讲话鼓舞人心,强调了节水。",
        "在习近平总书记关怀下,水渠修好了,县里要求继续努力。",
        "习近平总书记对节水作出一系列重要指示批示,为我们指明方向。",
        "全面落实习近平总书记对节水工作的重要指示要求,抓紧施工。",
        "习近平总书记再次来到水库,向建设者表示亲切问候。",
        "毛主席这个理论鼓舞人心,进一步指出要节水。",
        "列宁领导的政府郑重宣布:“条约一律无效,不再执行。”",
    ]);
}

#[test]
fn weak_verbs_quote_only_before_a_mark() {
    all_quote(
        "毛",
        &[
            "毛主席一再指示:“水利是农业的命脉。”",
            "毛主席号召全军:“向雷锋同志学习。”",
            "毛主席尖锐地批评他们“走路不看路,看路不走路”。",
            "毛主席把水利视为农业“血脉和筋骨,一刻也离不开的东西”。",
        ],
    );
    nobody_speaks(&[
        "毛主席提出“百花齐放”的方针。",
        "毛主席指示的方针。",
        "毛主席批评了浪费现象。",
        "毛主席把水利视为农业“命脉”。",
    ]);
}

#[test]
fn as_somebody_said() {
    all_quote(
        "李先念",
        &[
            "如李先念副总理在预算报告中所说,要节约。",
            "正如李先念副总理指出的那样:“节约是美德。”",
            "李先念副总理所说的“一分钱要掰成两半花”的精神。",
        ],
    );
    nobody_speaks(&["李先念副总理指出的方向。", "李先念副总理历来主张的“节约用水,合理用水”的政策。"]);
}

#[test]
fn what_is_called_their_words_is_theirs() {
    all_quote(
        "毛",
        &[
            "要落实毛主席的指示:“水利是农业的命脉,要抓紧。”",
            "牢记毛主席关于“水利是农业的命脉,要抓紧”的教导。",
        ],
    );
    all_quote("毛", &["毛主席发出了“水利要上去,浪费要下来”的伟大号召。"]);
    all_quote("毛", &["毛主席又向全党发出了警告:不节水就要没水喝。"]);
    all_quote(
        "习近平",
        &["※这是习近平总书记2020年3月4日在节水座谈会上的讲话。", "这是习近平总书记在会上讲话的一部分。"],
    );
    nobody_speaks(&["这是习近平总书记关心的事。", "这是习近平总书记来过的水库,大家听了讲话,都很高兴。"]);
    all_quote("毛", &["牢记毛主席的教导:“饮水思源”。", "毛主席强烈谴责了浪费粮食的行为。"]);
    all_quote(
        "习近平",
        &["习近平总书记出席节水大会并发表重要讲话。", "习近平主席给护水队员回信,对他们表示感谢。"],
    );
    nobody_speaks(&[
        "习近平总书记来信发表在报上,极大鼓舞了大家。",
        "习近平总书记发表重要讲话,为我们指明方向。",
        "习近平总书记4次回信、2次致贺信,我们备受鼓舞。",
    ]);
    nobody_speaks(&["贯彻毛主席的指示,水利要抓紧。", "毛主席关于“三个面向”的方针。"]);
}

#[test]
fn members_of_a_list_speak_together() {
    assert_eq!(sources("马克思、恩格斯指出:“一切都在变化。”"), ["马克思", "恩格斯"]);
    assert_eq!(sources("马克思批评恩格斯说:“一切都在变化。”"), ["马克思"]);
}

#[test]
fn a_transcript_opens_with_its_speaker_and_a_letter_with_whom_it_greets() {
    all_quote("邓小平", &["邓小平:欢迎各位。"]);
    all_quote("周文远", &["县长周文远:水渠已经修好。", "县长周文远建议,要节水。"]);
    nobody_speaks(&["邓小平同志:您的来信收到了。", "列宁:《怎么办》,第三页。", "会见了邓小平:"]);
}

#[test]
fn those_who_are_spoken_to_do_not_speak() {
    nobody_speaks(&[
        "会议对邓小平同志说,要休息。",
        "有人向邓小平同志提出要休息。",
        "会见邓小平同志,听取意见。",
    ]);
}

#[test]
fn reporters_are_no_sources() {
    nobody_speaks(&["新华社记者周文远报道:“水渠已经修好,村民都说好。”"]);
}

#[test]
fn who_is_greeted_with_a_title_on_a_line_of_its_own_is_no_source() {
    nobody_speaks(&["周文远委员:", "周文远代表:"]);
    all_quote("周文远", &["周文远委员:我建议修建渔港。", "周文远:", "周文远委员:“渔港要建好。”"]);
}
