//! What words do in clauses that tell measures.

use crate::record::{Force, MeasureStatus};

/// What a word may do in a clause that says a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Deed {
    /// A verb of doing.
    pub(crate) act: Option<Act>,
    /// As often a noun as a verb: 建设.
    pub(crate) is_noun: bool,
    /// But a verb after one that governs others: 加快建设.
    pub(crate) is_governed: bool,
    pub(crate) force: Option<Force>,
    pub(crate) status: Option<MeasureStatus>,
    /// May stand before the verb.
    pub(crate) is_adverb: bool,
    /// After it nothing is promised: 不, 如果.
    pub(crate) is_bar: bool,
    /// Nor in the clauses that go on: 可以.
    pub(crate) is_able: bool,
    /// A clause with it says what something is: 是.
    pub(crate) is_copula: bool,
    /// Opens a clause that says what the clauses before serve: 有利于.
    pub(crate) is_comment: bool,
    /// Ties a clause to the one before: 同时.
    pub(crate) is_opener: bool,
    /// And only counts the items of a list: 二是.
    pub(crate) is_label: bool,
    /// And after it stands what the clauses before serve: 以便.
    pub(crate) is_purpose: bool,
    /// A noun after which 是 opens what shall be done: 重点是建设A.
    pub(crate) is_task: bool,
    /// Opens what the case that the clause before names asks for: 必须.
    pub(crate) is_demand: bool,
    /// Ends a clause that judges what it opens with: 意义重大.
    pub(crate) is_verdict: bool,
    /// Adds to a noun: 特别是.
    pub(crate) is_addition: bool,
    pub(crate) preposition: Option<Preposition>,
    /// Opens what is spoken of: 对, 就.
    pub(crate) is_matter: bool,
    /// Opens where, with whom or to whom, so that after it nobody is named who acts: 在.
    pub(crate) is_circumstance: bool,
    /// Opens the name of all who are meant: 一切.
    pub(crate) is_whole: bool,
    /// May stand before what a case asks for, and says nothing of it: 当然.
    pub(crate) is_filler: bool,
    /// Ends an adverbial: 中.
    pub(crate) is_localiser: bool,
    /// A noun after 等 of which each item of the list is one: 项目.
    pub(crate) is_class: bool,
    /// A noun for what is drawn up, built and carried out: 措施.
    pub(crate) is_enacted: bool,
    /// A noun for money, which is always means: 增发国债支持重建.
    pub(crate) is_funds: bool,
    /// Names a thing, though it opens with what looks like a verb: 生产要素.
    pub(crate) is_compound: bool,
    /// What says which thing is meant, though the segmenter cuts it: 和美.
    pub(crate) is_quality: bool,
    /// A noun for what other things have, which the items of a list may share: 能力.
    pub(crate) is_abstract: bool,
    /// A noun for what came of something: 成效.
    pub(crate) is_outcome: bool,
    /// The verbs of which it is the proper object, with blanks between them: 作用 of 发挥.
    pub(crate) taken_by: &'static str,
    /// But only where 的 ties it to what says which it is: 机制 of 建立.
    pub(crate) is_described: bool,
    /// Opens what the object of a pivot does: 参加.
    pub(crate) is_second: bool,
    /// Follows a verb and belongs to it: 好.
    pub(crate) is_complement: bool,
    /// Says how something goes on, always before a verb: 陆续.
    pub(crate) is_course: bool,
    /// Opens the clause that tells what has become of the task before it: 已.
    pub(crate) is_telling: bool,
    /// Says how something came out: 增长.
    pub(crate) is_result: bool,
    /// And what follows says where it stands: 位居.
    pub(crate) is_rank: bool,
    /// Says what something does: 起到作用.
    pub(crate) is_effect: bool,
    /// Ends a clause after which stands what somebody said: 强调.
    pub(crate) is_saying: bool,
    /// And who says so, does it: 决定.
    pub(crate) is_decision: bool,
    /// Asks others to do what follows: 希望.
    pub(crate) is_asking: bool,
    /// Happens to those who are named before it: 落户.
    pub(crate) is_event: bool,
    /// What it makes of a clause.
    pub(crate) turn: Option<Turn>,
}

/// What a word makes of the clause it stands in, so that this or the next one says something else than a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Turn {
    /// Ends a clause that names a case: 以后.
    When,
    /// Opens a case that is only supposed: 如果.
    Suppose,
    /// And what would follow: 就.
    Follow,
    /// Opens what it takes: 只有.
    Condition,
    /// Ends a clause after which stands what somebody trusts in: 相信.
    Trust,
    /// Holds to a tenet: 坚持.
    Hold,
    /// What is held to: 方针.
    Tenet,
    /// What is done with a tenet: 贯彻.
    Observe,
    /// Opens what something is done for: 为了.
    Aim,
    /// What rules now: 本.
    Now,
    /// Points to what stands after: 以下.
    Point,
    /// Opens what an enemy is after: 妄图.
    Plot,
    /// What something has for something else: 意义.
    Weight,
    /// After a topic it says that more is wanted: 还.
    More,
    /// And says so by itself: 还需要.
    MoreWanted,
    /// And of a topic what it wants: 必须.
    Want,
    /// Says of a verb after it that it goes on: 进行.
    Begin,
    /// Says what something has come to: 取得.
    Achieve,
    /// After it stands what has been done: 近年来.
    Lately,
    /// Opens until when something was counted: 截至.
    Until,
    /// After it stands what has been, which is accounted for: 原因是….
    Account,
}

impl Turn {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "when" => Turn::When,
            "suppose" => Turn::Suppose,
            "follow" => Turn::Follow,
            "condition" => Turn::Condition,
            "trust" => Turn::Trust,
            "hold" => Turn::Hold,
            "tenet" => Turn::Tenet,
            "observe" => Turn::Observe,
            "aim" => Turn::Aim,
            "now" => Turn::Now,
            "point" => Turn::Point,
            "plot" => Turn::Plot,
            "weight" => Turn::Weight,
            "more" => Turn::More,
            "more-wanted" => Turn::MoreWanted,
            "want" => Turn::Want,
            "begin" => Turn::Begin,
            "achieve" => Turn::Achieve,
            "lately" => Turn::Lately,
            "until" => Turn::Until,
            "account" => Turn::Account,
            _ => return None,
        })
    }
}

impl Deed {
    /// Whether nothing is known of it.
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Deed::default()
    }

    /// What a name has from this, its head: 治理能力 is had as 能力 is.
    pub(super) fn as_head(&self) -> Self {
        Deed {
            is_compound: true,
            is_class: self.is_class,
            is_enacted: self.is_enacted,
            is_abstract: self.is_abstract,
            is_outcome: self.is_outcome,
            is_task: self.is_task,
            taken_by: self.taken_by,
            is_described: self.is_described,
            ..Deed::default()
        }
    }

    /// Whether it makes this of its clause.
    pub(crate) fn turns(&self, turn: Turn) -> bool {
        self.turn == Some(turn)
    }

    /// Whether it is the proper object of a verb.
    pub(crate) fn is_taken_by(&self, verb: &str) -> bool {
        self.taken_by.len() >= verb.len()
            && self.taken_by.as_bytes().split(|byte| *byte == b' ').any(|own| own == verb.as_bytes())
    }
}

/// How a verb of doing takes its object.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Act {
    /// Before another verb that one governs: 推进落实.
    pub(crate) is_modifier: bool,
    /// Before one that is as often a noun too: 加快建设.
    pub(crate) is_adverbial: bool,
    /// What follows is its object though it looks like a verb: 开展调查.
    pub(crate) is_light: bool,
    /// Its object may act in turn: 支持企业参加….
    pub(crate) is_pivot: bool,
    /// Others do what the verb after it says: 支持发展渔业.
    pub(crate) is_lending: bool,
    /// It acts on what 把 puts first: 把甲作为乙.
    pub(crate) is_late: bool,
    /// Draws up, builds or carries out what rules: 出台措施.
    pub(crate) is_enacting: bool,
    /// What such things do, so that after another verb it says what they are for: 适应形势的制度.
    pub(crate) is_serving: bool,
    /// Shares its object with another such verb before or after it: 巩固深化合作.
    pub(crate) is_peer: bool,
    /// Takes means, after which stands what is done with them: 利用平台促进交流.
    pub(crate) is_means: bool,
    /// What 以 names leads it on: 以重点突破带动全局.
    pub(crate) is_leading: bool,
    /// Says to what the clauses after answer: 适应新形势, 调整A.
    pub(crate) is_setting: bool,
    /// Weighs things against each other: 统筹.
    pub(crate) is_weighing: bool,
    /// Speaks of what has been what came of something: 取得了成就.
    pub(crate) is_yielding: bool,
    /// What things do as well: 改革促进了增长.
    pub(crate) is_bringing: bool,
    /// Praises where it speaks of what has been: 展示了气概.
    pub(crate) is_showing: bool,
    /// Before an attitude it says how somebody is, and nothing done: 树立观念.
    pub(crate) is_stance: bool,
    /// Says of what follows that it is done, to what 对 names: 对渔船进行检查.
    pub(crate) is_treating: bool,
    /// Says that what other things have becomes more or less: 提高水平.
    pub(crate) is_raising: bool,
    /// After an act it says what that is for, whatever it takes: 形成新格局.
    pub(crate) is_resulting: bool,
    /// Nor is it an act of its own there where it takes how things go: 促进产业升级.
    pub(crate) is_furthering: bool,
    /// Where nothing is put first, what stands before it is acted on: 渔民纳入保障范围.
    pub(crate) is_absorbing: bool,
    /// Adds to what is there, which in reports is what came of something: 新增.
    pub(crate) is_adding: bool,
    /// Does to this many people what it says: 培训5000人次.
    pub(crate) is_counting: bool,
}

/// What a preposition says of the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Preposition {
    /// 把: they are acted on.
    Object,
    /// 由: they act.
    Actor,
    /// 与: it is done with them.
    Companion,
    /// 为: it is done for them, or for what their verb says.
    Benefit,
    /// They tell how, where, for whom.
    Other,
}
