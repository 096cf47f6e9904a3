//! What words do in a clause that states a measure.

use crate::record::{Force, MeasureStatus};

/// What a word may do in a clause that states a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Deed {
    /// A verb of doing.
    pub(crate) act: Option<Act>,
    /// It is as often a noun as a verb: 建设.
    pub(crate) is_noun: bool,
    /// It is such a noun, but a verb after one that governs others: 加快建设.
    pub(crate) is_governed: bool,
    pub(crate) force: Option<Force>,
    pub(crate) status: Option<MeasureStatus>,
    /// It may stand before the verb.
    pub(crate) is_adverb: bool,
    /// Nothing is promised after it: 不, 如果.
    pub(crate) is_bar: bool,
    /// Nothing is promised after it, nor in the clauses that go on: 可以.
    pub(crate) is_able: bool,
    /// A clause with it says what something is: 是.
    pub(crate) is_copula: bool,
    /// It opens a clause that says what the clauses before serve: 有利于.
    pub(crate) is_comment: bool,
    /// It ties a clause to the one before: 同时.
    pub(crate) is_opener: bool,
    /// It does so only by counting the items of a list: 二是.
    pub(crate) is_label: bool,
    /// It does so, and what the clauses before serve follows: 以便.
    pub(crate) is_purpose: bool,
    /// It is a noun after which 是 opens what shall be done: 重点是建设A.
    pub(crate) is_task: bool,
    /// It opens what is asked for in the case that the clause before names: 必须.
    pub(crate) is_demand: bool,
    /// It ends a clause that judges what the clause opens with: 意义重大.
    pub(crate) is_verdict: bool,
    /// It adds to a noun: 特别是.
    pub(crate) is_addition: bool,
    pub(crate) preposition: Option<Preposition>,
    /// It opens the matter that is spoken of: 对, 就.
    pub(crate) is_matter: bool,
    /// It opens where, with whom or to whom, so that no actor is named after it: 在.
    pub(crate) is_circumstance: bool,
    /// It opens the name of all who are meant: 一切.
    pub(crate) is_whole: bool,
    /// It may stand before what a case asks for, without saying anything of it: 当然.
    pub(crate) is_filler: bool,
    /// It ends an adverbial: 中.
    pub(crate) is_localiser: bool,
    /// It is a noun after 等 for what each item of the list is: 项目.
    pub(crate) is_class: bool,
    /// It is a noun for what is drawn up, built and carried out: 措施.
    pub(crate) is_enacted: bool,
    /// It is a noun for money, which is always a means: 增发国债支持重建.
    pub(crate) is_funds: bool,
    /// It names a thing, though it opens with what looks like a verb: 生产要素.
    pub(crate) is_compound: bool,
    /// It says which thing is meant, though the segmenter cuts it: 和美.
    pub(crate) is_quality: bool,
    /// It is a noun for what other things have, which the items of a list may share: 能力.
    pub(crate) is_abstract: bool,
    /// It is a noun for what came of something: 成效.
    pub(crate) is_outcome: bool,
    /// The verbs that it is the proper object of, with blanks between them: 发挥 for 作用.
    pub(crate) taken_by: &'static str,
    /// It is their object only where 的 ties it to words that describe it: 建立 for 机制.
    pub(crate) is_described: bool,
    /// It opens what the object of a pivot does: 参加.
    pub(crate) is_second: bool,
    /// It follows a verb and belongs to it: 好.
    pub(crate) is_complement: bool,
    /// It says how something goes on, always before a verb: 陆续.
    pub(crate) is_course: bool,
    /// It opens the clause that says what has become of the task before it: 已.
    pub(crate) is_telling: bool,
    /// It says how something came out: 增长.
    pub(crate) is_result: bool,
    /// It says so, and its rank follows: 位居.
    pub(crate) is_rank: bool,
    /// It says what something does: 起到作用.
    pub(crate) is_effect: bool,
    /// It ends a clause before what somebody said: 强调.
    pub(crate) is_saying: bool,
    /// It does so, and who says so does what is said: 决定.
    pub(crate) is_decision: bool,
    /// It asks others to do what follows: 希望.
    pub(crate) is_asking: bool,
    /// It happens to those who are named before it: 落户.
    pub(crate) is_event: bool,
    /// What it makes of a clause.
    pub(crate) turn: Option<Turn>,
}

/// What a word makes of its clause, so that this or the next clause states something other than a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Turn {
    /// Ends a clause that names a case: 以后.
    When,
    /// Opens a case that is only supposed: 如果.
    Suppose,
    /// Opens what would follow from that case: 就.
    Follow,
    /// Opens what is needed: 只有.
    Condition,
    /// Ends a clause before what somebody trusts in: 相信.
    Trust,
    /// Holds to a tenet: 坚持.
    Hold,
    /// Is a tenet, which is held to: 方针.
    Tenet,
    /// Does something with a tenet: 贯彻.
    Observe,
    /// Opens the aim of what is done: 为了.
    Aim,
    /// Belongs to what is in force now: 本.
    Now,
    /// Points to what follows: 以下.
    Point,
    /// Opens what an enemy is after: 妄图.
    Plot,
    /// Is what something means for something else: 意义.
    Weight,
    /// Says after a topic that more is wanted: 还.
    More,
    /// Says so by itself: 还需要.
    MoreWanted,
    /// Says of a topic what it needs: 必须.
    Want,
    /// Says of the verb after it that it goes on: 进行.
    Begin,
    /// Says what has been achieved: 取得.
    Achieve,
    /// Opens what has been done: 近年来.
    Lately,
    /// Opens the time until which something was counted: 截至.
    Until,
    /// Opens what has been and is accounted for: 原因是….
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
    /// Whether nothing is known of the word.
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Deed::default()
    }

    /// What a name takes over from this word, its head: 治理能力 is had as 能力 is.
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

    /// Whether the word turns its clause so.
    pub(crate) fn turns(&self, turn: Turn) -> bool {
        self.turn == Some(turn)
    }

    /// Whether the word is the proper object of a verb.
    pub(crate) fn is_taken_by(&self, verb: &str) -> bool {
        self.taken_by.len() >= verb.len()
            && self.taken_by.as_bytes().split(|byte| *byte == b' ').any(|own| own == verb.as_bytes())
    }
}

/// How a verb of doing takes its object.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Act {
    /// It stands before another verb that it modifies: 推进落实.
    pub(crate) is_modifier: bool,
    /// It stands before a verb that is as often a noun: 加快建设.
    pub(crate) is_adverbial: bool,
    /// What follows is its object, though it looks like a verb: 开展调查.
    pub(crate) is_light: bool,
    /// Its object may act in turn: 支持企业参加….
    pub(crate) is_pivot: bool,
    /// Others do what the verb after it says: 支持发展渔业.
    pub(crate) is_lending: bool,
    /// It acts on what 把 puts before it: 把甲作为乙.
    pub(crate) is_late: bool,
    /// It draws up, builds or carries out what rules: 出台措施.
    pub(crate) is_enacting: bool,
    /// Such things do it, so that after another verb it says what they are for: 适应形势的制度.
    pub(crate) is_serving: bool,
    /// It shares its object with another such verb before or after it: 巩固深化合作.
    pub(crate) is_peer: bool,
    /// It takes means, and what is done with them follows: 利用平台促进交流.
    pub(crate) is_means: bool,
    /// What 以 names leads it on: 以重点突破带动全局.
    pub(crate) is_leading: bool,
    /// It says what the clauses after answer to: 适应新形势, 调整A.
    pub(crate) is_setting: bool,
    /// It weighs things against each other: 统筹.
    pub(crate) is_weighing: bool,
    /// In a review it takes what came of something: 取得了成就.
    pub(crate) is_yielding: bool,
    /// Things do it as well as people: 改革促进了增长.
    pub(crate) is_bringing: bool,
    /// In a review it praises: 展示了气概.
    pub(crate) is_showing: bool,
    /// Before an attitude it says how somebody is, not what is done: 树立观念.
    pub(crate) is_stance: bool,
    /// It says that what follows is done to what 对 names: 对渔船进行检查.
    pub(crate) is_treating: bool,
    /// It makes what other things have more or less: 提高水平.
    pub(crate) is_raising: bool,
    /// After an act it says what that is for, whatever its object: 形成新格局.
    pub(crate) is_resulting: bool,
    /// It does so too where its object is how things go: 促进产业升级.
    pub(crate) is_furthering: bool,
    /// Where 把 puts nothing first, it acts on what stands before it: 渔民纳入保障范围.
    pub(crate) is_absorbing: bool,
    /// It adds to what is there, which in a report is what came of something: 新增.
    pub(crate) is_adding: bool,
    /// Its object is the number of people to whom it is done: 培训5000人次.
    pub(crate) is_counting: bool,
}

/// What a preposition says of the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Preposition {
    /// The words after it are acted on: 把.
    Object,
    /// The words after it act: 由.
    Actor,
    /// It is done with the words after it: 与.
    Companion,
    /// It is done for those after it, or for the aim that their verb states: 为.
    Benefit,
    /// They say how, where or for whom.
    Other,
}
