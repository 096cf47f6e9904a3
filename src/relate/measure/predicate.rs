//! What is said of a supposed object after it, so that the verb only tells which thing is meant: 登记企业增长5%.

use super::lead;
use super::phrase::Phrase;
use super::word::{Mark, Word};
use crate::lexicon::{Act, Measures, Preposition, Turn};
use crate::record::{MeasureStatus, RecordKind};

/// Whether something is said of the supposed object after it, so that the verb only tells which thing is
/// meant: 登记企业增长5%, 改造任务并不轻. Verbs that take a whole clause as their object say what is to come of it.
pub(super) fn is_result(object: &[Word], verb: &Word, act: Act, measures: &Measures) -> bool {
    let takes_outcome = act.is_light && !verb.deed.is_noun;
    // 服务贸易增速5%: a share is no amount of an action, if its verb is as often a noun.
    // 投资只有一半: an adverb after it shows that it is the noun.
    let qualified = object.first().is_some_and(|first| first.tag == "d" && first.is_adverb());
    let tells_share = verb.deed.is_noun && (qualified || object.iter().any(is_share));
    let is_grown = !act.is_pivot && !act.is_stance && is_grown(object);
    // 执行合同的结果: this is what came of it; other verbs make that known.
    let is_fruit = !act.is_enacting
        && !act.is_means
        && !verb.deed.is_noun
        && matches!(object, [.., of, last] if of.mark == Mark::De && last.text == "结果");
    // 检查结果通报县政府, 落实情况明显好转.
    let tells_fruit = verb.deed.is_noun && tells_fruit(object);
    let is_so = is_fruit
        || tells_fruit
        || !act.is_pivot && !act.is_light && !act.is_modifier && goes_with(object)
        || !act.is_pivot && has_grown(object)
        || hardens(object, measures)
        || is_so(object)
        || is_judged(object, verb, act)
        || is_treated(object)
        || !act.is_pivot && !act.is_modifier && goes_its_way(object, act)
        || is_grown;
    // 覆盖海岛的网络逐步完善: the verb tells which thing does so.
    let is_known = |last: &Word| last.deed.act.is_some() || last.deed.is_result;
    // 掌舵能力显著增强: so it is with what others have.
    let is_had = object.iter().rev().nth(2).is_some_and(|noun| noun.deed.is_abstract);
    let tells_which = !act.is_modifier
        && (is_had || object.iter().any(|word| word.mark == Mark::De))
        && object.last().is_some_and(is_known);
    let is_subject = !act.is_means
        && (verb.deed.is_noun || tells_which)
        && !act.is_pivot
        && !act.is_light
        && does(object, verb)
        || is_so;
    is_subject
        || object.windows(3).any(is_point)
        || !act.is_pivot
            && (tells_share || (1..object.len()).any(|at| is_predicate(object, at, takes_outcome)))
}

/// Whether the verb phrase goes together with something: 扩大捕捞同保护海洋相结合.
fn goes_with(object: &[Word]) -> bool {
    let joins = |text: &str| ["结合", "统一", "协调", "适应", "贯通"].contains(&text);
    match object {
        [.., with, last] if with.text == "相" => joins(last.text),
        [.., last] => last.text.strip_prefix('相').is_some_and(joins),
        [] => false,
    }
}

/// Whether the words are the outcome of the verb, and what is said of it or done with it: 结果通报县政府; not
/// 情况通报制度.
fn tells_fruit(object: &[Word]) -> bool {
    let [fruit, next, ..] = object else { return false };
    let is_predicate =
        next.is_adverb() || matches!(next.tag, "v" | "a" | "ad" | "i") || next.deed.act.is_some();
    let names = |last: &Word| last.deed.is_class || last.deed.is_enacted;
    fruit.record.is_none()
        && matches!(fruit.text, "情况" | "结果")
        && is_predicate
        && !object.last().is_some_and(names)
}

/// Whether something named elsewhere is led somewhere: 落实到每个渔村; not 争取到资金, 明确了到2020年的任务.
pub(super) fn leads_somewhere(words: &[Word], phrase: &Phrase) -> bool {
    let (verb, object) = (words[phrase.last].text, &words[phrase.object.clone()]);
    let gains = ["争取", "引进", "吸引", "感受", "认识"].iter().any(|gains| verb.starts_with(gains));
    let after = words
        .get(phrase.last + 1)
        .filter(|after| phrase.object.start == phrase.last + 2 && after.mark == Mark::Word);
    let leads = after.is_some_and(|to| matches!(to.text, "到" | "至" | "于"))
        || verb.chars().nth(2).is_some() && verb.ends_with(['到', '至']);
    leads
        && !gains
        && verb.chars().nth(1).is_some()
        && !object.first().is_some_and(|first| first.is(RecordKind::Times))
}

/// Whether the object only describes a thing that a comma parts from it: 构建以甲为主体.
pub(super) fn is_centred(object: &[Word], act: Act) -> bool {
    act.is_enacting
        && !act.is_light
        && object.first().is_some_and(|first| first.text == "以" && first.record.is_none())
        && object.iter().any(|word| word.text == "为")
        && object.iter().all(|word| word.mark != Mark::De)
}

/// Whether the words tell what something has come to: 改善渔港环境取得进展.
pub(super) fn has_achieved(object: &[Word], verb: &Word, act: Act, measures: &Measures) -> bool {
    object.iter().any(|word| word.deed.turns(Turn::Achieve)) && is_result(object, verb, act, measures)
}

/// Whether an adverb stands before what is done to something, or by whom: 渔船登记一律由审批改为备案.
fn is_treated(object: &[Word]) -> bool {
    let [how, next, ..] = object else { return false };
    how.tag == "d"
        && how.is_adverb()
        && next.record.is_none()
        && matches!(next.text, "由" | "从" | "按" | "不再")
}

/// Whether a word that no noun takes before it says how something goes, and a verb without object ends what
/// is said of a noun, or of what looks like the verb: 整治渔港工作顺利展开, 修复扎实推进; not 渔业有效投资, 海洋健康发展, nor after 的.
fn goes_its_way(object: &[Word], act: Act) -> bool {
    let [before @ .., how, last] = object else { return false };
    if !how.deed.is_course || how.record.is_some() || last.record.is_some() || last.mark != Mark::Word {
        return false;
    }
    let is_noun = |word: &Word| word.mark == Mark::Word && (word.is_nominal() || word.tag.starts_with('v'));
    let noun = before.iter().rfind(|word| !word.deed.is_course);
    let follows = noun.map_or(!act.is_light, is_noun);
    follows && (last.tag.starts_with(['v', 'a']) || last.deed.act.is_some())
}

/// Whether a word is a share: 5%, 两个百分点.
fn is_share(word: &Word) -> bool {
    word.is(RecordKind::Figures) && (word.text.ends_with(['%', '点']) || word.text.starts_with("百分之"))
}

/// Whether an adjective of one character after a noun ends what is said of it: 参与治理挑战大.
fn is_so(object: &[Word]) -> bool {
    // 任务繁重而艰巨: two joined by 而 do so as well.
    if let [.., noun, one, and, other] = object
        && and.text == "而"
        && [one, other].iter().all(|word| word.record.is_none() && word.tag.starts_with('a'))
    {
        return noun.is_nominal();
    }
    let [.., noun, last] = object else { return false };
    let is_short = last.tag == "a" && last.text.chars().count() == 1 && last.deed.is_nothing();
    // 难度很大, 任务更重: the segmenter takes degree and quality for one word.
    let is_much = last.text.starts_with(['很', '更', '较', '太']) && last.text.chars().count() == 2;
    let is_short = is_short || is_much && last.deed.act.is_none();
    is_short && last.record.is_none() && noun.is_nominal()
}

/// Whether the words tell what something has grown to be, and the verb which thing it is: 阻挡风浪的堤坝更加巩固.
fn is_grown(object: &[Word]) -> bool {
    let [of @ .., noun, how, last] = object else { return false };
    let grows = how.record.is_none() && matches!(how.text, "更加" | "更为" | "日益" | "愈加");
    let is_verb = last.deed.act.is_some() || last.tag.starts_with(['v', 'a']);
    grows && noun.is_nominal() && is_verb && of.iter().any(|word| word.mark == Mark::De)
}

/// Whether the words tell what has become more or less, and the verb whose it is: 保护渔民力度继续加大, 控制渔价的难度加大.
fn has_grown(object: &[Word]) -> bool {
    let Some((last, before)) = object.split_last() else { return false };
    let has_measure = |noun: &Word| {
        noun.record.is_none() && ["度", "力", "水平", "规模"].iter().any(|end| noun.text.ends_with(end))
    };
    // 难度: the segmenter takes some nouns for adverbs.
    let noun = before.iter().rfind(|word| !word.is_adverb() || has_measure(word));
    let raises = last.deed.act.is_some_and(|act| act.is_raising) || last.deed.is_result;
    let grows = raises || matches!(last.text, "加大" | "扩大" | "增大");
    grows && last.record.is_none() && noun.is_some_and(has_measure)
}

/// Whether something has become harder, which nobody brings about: 保持渔业平稳运行的难度加大.
fn hardens(object: &[Word], measures: &Measures) -> bool {
    let [before @ .., last] = object else { return false };
    let is_hard = |noun: &Word| measures.hardships.contains(noun.text);
    let grows = measures.hardening.contains(last.text);
    // 难度: the segmenter takes it for an adverb.
    let noun = before.iter().rposition(|word| is_hard(word) || !word.is_adverb());
    let of = noun.and_then(|at| at.checked_sub(1)).is_some_and(|of| before[of].mark == Mark::De);
    grows && last.record.is_none() && of && noun.is_some_and(|at| is_hard(&before[at]))
}

/// Whether a quality after an adverb of degree ends what is said of a noun: 做好工作的意义十分重大, 渔业经营比较困难.
fn is_judged(object: &[Word], verb: &Word, act: Act) -> bool {
    let (noun, how, last) = match object {
        [.., noun, how, last] => (noun, how, last),
        [how, last] if verb.deed.is_noun => (verb, how, last),
        _ => return false,
    };
    let is_degree = how.record.is_none() && (how.tag == "d" || how.deed.is_adverb) && how.deed.act.is_none();
    // 困难, 安全 are as often nouns.
    let is_quality = matches!(last.tag, "a" | "ad") || last.tag == "an" && how.tag == "d" && !act.is_pivot;
    let is_so = last.record.is_none() && is_quality && last.deed.act.is_none();
    noun.is_nominal() && is_degree && is_so
}

/// Whether these words open what is said of the point of something: 吸引资金的重点要放在A.
fn is_point(words: &[Word]) -> bool {
    let [of, task, says, ..] = words else { return false };
    let names = task.record.is_none() && (task.deed.is_task || task.text == "关键");
    // 加强管理的目的是…: so does what it is for.
    let is_aim = task.text == "目的" && says.text == "是";
    of.mark == Mark::De && (is_aim || names && (lead::is_duty(says) || says.text == "在于"))
}

/// Whether a word says how something is done, and is no verb: 扎实, 积极.
fn is_manner(how: &Word) -> bool {
    how.deed.is_adverb && how.deed.act.is_none()
}

/// Whether a word is a verb that needs an object: 推进, 改善.
fn leads_on(last: &Word) -> bool {
    last.record.is_none() && (last.is_plain_verb() || last.deed.act.is_some_and(|act| act.is_leading))
}

/// Whether the words are a noun, and how and what it does, with nothing after: 教育事业全面发展; not 教育事业的全面发展. The
/// noun may be what looks like the verb: 发展|扎实推进.
fn does(object: &[Word], verb: &Word) -> bool {
    // 工作正有力开展, 动能加速显露: words on how far it is, or how fast it goes, may stand there too.
    let runs = |word: &Word| {
        let is_fast = word.deed.act.is_some_and(|act| act.is_adverbial) && word.deed.is_adverb;
        let is_far = word.deed.act.is_none() && word.deed.status == Some(MeasureStatus::Ongoing);
        word.record.is_none() && (is_fast || is_far)
    };
    let after = object.iter().rev().skip(1).take_while(|word| runs(word) || is_manner(word)).count();
    let (noun, how, last) = match object {
        [.., last] if after > 1 && object.len() > after + 1 => {
            (&object[object.len() - 2 - after], &object[object.len() - 2], last)
        }
        [.., noun, how, last] => (noun, how, last),
        [how, last] if verb.deed.is_noun && leads_on(last) => return is_manner(how) || how.tag == "d",
        _ => return false,
    };
    let is_degree = noun.deed.is_abstract && last.deed.is_result && how.tag.starts_with('a');
    let qualifies = how.record.is_none()
        && (runs(how)
            || is_manner(how) && !how.tag.starts_with('a')
            || is_degree
            || how.tag == "d"
            || how.text == "基本");
    // A quotation mark closes a name.
    (noun.is_nominal() || noun.text == "”")
        && qualifies
        && (last.tag.starts_with('v') || last.is_plain_verb())
}

/// Whether the clause tells where somebody stands: 我们支持A, 中国坚决反对B; not 全力支持, which is done.
pub(super) fn is_position(before: &[Word], verb: &Word) -> bool {
    let takes_sides = matches!(verb.text, "支持" | "反对" | "主张" | "奉行" | "赞成");
    let firmly = |word: &Word| matches!(word.text, "坚决" | "完全" | "始终");
    let speaks = |word: &Word| matches!(word.text, "我们" | "中国" | "中方" | "我国");
    let acts = |word: &Word| firmly(word) || speaks(word) || matches!(word.text, "政府" | "人民" | "和");
    let is_ours = |word: &Word| speaks(word) || word.text == "坚决" || word.text.starts_with("中国");
    takes_sides && before.split_first().is_some_and(|(first, rest)| is_ours(first) && rest.iter().all(acts))
}

/// The index of the word that says what the verb phrase, as its topic, takes: it follows an adverb or a noun.
/// 推进改革还需要努力, 完成任务都离不开支持, 增加收入必须调整结构.
pub(super) fn asks_more(object: &[Word], verb: &Word, measures: &Measures) -> Option<usize> {
    // Most objects have no word that could say so.
    let may_ask = |word: &Word| {
        let turns = matches!(word.deed.turn, Some(Turn::More | Turn::MoreWanted | Turn::Want));
        turns || lead::is_duty(word)
    };
    if !object.iter().any(may_ask) {
        return None;
    }
    // 还有很多工作要做 says so; 更有活力的环境 does not.
    let is_left = |at: usize| object[at].text == "还" && object[at + 1].text == "有";
    let takes = |word: &Word| lead::is_duty(word) || word.deed.is_comment || word.text == "要";
    let adds = |at: usize| {
        object[at].deed.turns(Turn::More) && at + 1 < object.len() && (is_left(at) || takes(&object[at + 1]))
    };
    let is_one = |at: usize| object[at].deed.turns(Turn::MoreWanted);
    let acts = |word: &Word| {
        word.deed.act.is_some() || word.is_adverb() || word.tag.starts_with(['v', 'm', 'd', 'p', 'r'])
    };
    // 新建码头要同步绿化: 要 alone says so if it stands there once, and no clause may be the object.
    let duties = object.iter().filter(|word| lead::is_duty(word)).count();
    let is_plain = !verb.deed.is_saying && !verb.deed.act.is_some_and(|act| act.is_pivot || act.is_light);
    // 振兴渔业要靠渔民, 扩大捕捞要在…上下功夫: before words on how, it says so after any verb.
    let says_how = |next: &Word| {
        next.record.is_none()
            && (next.deed.preposition.is_some() || next.deed.is_comment || next.text == "靠")
    };
    // 渔业计划在…中的作用: here it is a noun.
    let is_verb = |at: usize| !verb.deed.is_saying && !object[at].tag.starts_with('n');
    // 修建渔港首先要…: this is told of a topic, whatever the verb.
    let is_first = |at: usize| at > 1 && object[at - 1].text == "首先";
    // 推进渔港改造要适应渔民需求: so it is where nobody is named who could be moved to it.
    let moves = verb.deed.act.is_some_and(|act| act.is_pivot && !act.is_lending && !act.is_light);
    let is_topic = |at: usize| {
        let asks = object[at].text == "要";
        moves && asks && object[..at].iter().all(|word| word.record.is_none() && !measures.acts(word.text))
    };
    let is_free = |at: usize| {
        is_plain || is_first(at) || is_topic(at) || is_verb(at) && object.get(at + 1).is_some_and(says_how)
    };
    let shall = |at: usize| duties == 1 && lead::is_duty(&object[at]) && is_free(at);
    let asks = |at: usize| {
        let is_duty = object[at].deed.turns(Turn::Want) || shall(at);
        // 收入: the segmenter takes some nouns for verbs.
        let how = object[1..at].iter().rev().take_while(|word| word.is_adverb()).count();
        let before = &object[at - 1 - if shall(at) { how } else { 0 }];
        let is_noun = before.is_nominal() || before.tag == "v" && before.deed.is_nothing();
        // 职工必须完成的任务: the words only tell which task.
        let rest = &object[at + 1..];
        let of = rest.iter().position(|word| word.mark == Mark::De).unwrap_or(0);
        let is_relative =
            of > 0 && !rest[..of].iter().any(|word| word.is_nominal() && word.deed.act.is_none());
        is_duty && is_noun && !is_relative && rest.first().is_some_and(acts)
    };
    (1..object.len()).find(|at| object[*at].record.is_none() && (adds(*at) || is_one(*at) || asks(*at)))
}

/// Whether the verbs only tell which thing is meant: 进行建设的水库.
pub(super) fn is_relative(words: &[Word], verb: usize) -> bool {
    let acts = words.get(verb + 1).is_some_and(|next| next.deed.act.is_some());
    let of = words.get(verb + 2).is_some_and(|of| of.mark == Mark::De);
    acts && of && words[verb].deed.turns(Turn::Begin)
}

fn is_predicate(words: &[Word], at: usize, takes_outcome: bool) -> bool {
    let (word, rest) = (&words[at], &words[at + 1..]);
    let is_amount = |word: &Word| word.is(RecordKind::Figures) || word.is(RecordKind::Times);
    let has_subject = || words[..at].iter().any(Word::is_nominal);
    let ends = || rest.iter().all(|word| is_amount(word) || !word.is_nominal() && word.mark != Mark::De);
    let amounts =
        || rest.iter().find(|word| !word.is_adverb() && !word.deed.is_complement).is_some_and(is_amount);
    // 完成培训的将达9万人: this counts those who have done it.
    let counts = || {
        words[..at].iter().rev().find(|word| !lead::is_modal(word)).is_some_and(|word| word.mark == Mark::De)
    };
    let came_out = || word.deed.is_result && (amounts() || ends()) && (!takes_outcome || counts());
    // 沿江单元由Ⅴ类升为Ⅳ类: it tells from what something has changed.
    let changes =
        || word.deed.preposition == Some(Preposition::Actor) && rest.iter().all(|word| word.mark != Mark::De);
    // 教育公平取得进步: it tells what something has come to, and does not describe a thing.
    let achieves = || {
        let is_plain = |word: &Word| word.mark == Mark::Word;
        word.deed.turns(Turn::Achieve)
            && rest.first().is_some_and(is_plain)
            && rest.iter().any(Word::is_nominal)
            && rest.iter().all(|word| word.mark != Mark::De)
    };
    // 保护渔场成为共识: it tells what the verb phrase, as its subject, has become.
    let becomes = || {
        let before = || words[..at].iter().rev().find(|word| !word.is_adverb());
        matches!(word.text, "成为" | "成了") && before().is_some_and(Word::is_nominal)
    };
    // 升级的条件已经成熟, 复兴进入了新阶段: it tells how far something has come.
    let follows_thing =
        |at: usize| words[..at].last().is_some_and(|before| before.is_nominal() && before.deed.act.is_none());
    let is_open = || !rest.is_empty() && rest.iter().all(|word| word.mark != Mark::De);
    let has_come = || {
        let is_aspect = word.text == "了" && at > 1 && words[at - 1].tag == "v" && follows_thing(at - 1);
        let is_far = word.deed.status == Some(MeasureStatus::Done) && word.is_adverb() && follows_thing(at);
        (is_aspect || is_far) && !takes_outcome && is_open()
    };
    // 宣传工作做得不够, 建成渔港不是终点: it tells how something is done, or what it is not.
    let is_told = || match word.text {
        "得" => word.tag == "ud" && is_open(),
        "不是" | "有着" => is_open(),
        // 发展动力在不断积聚: this is going on.
        "在" => is_open() && rest[0].is_adverb() && rest.iter().all(|word| !word.is_nominal()),
        "离不开" | "绝非" | "并非" => true,
        _ => false,
    };
    let tells = || {
        becomes()
            || is_told()
            || has_come()
            || achieves()
            || changes()
            || came_out()
            || word.deed.is_rank
            || word.deed.is_bar && ends()
    };
    word.record.is_none() && has_subject() && tells()
}
