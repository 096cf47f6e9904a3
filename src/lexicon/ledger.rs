//! Words by which the ledger tells what can be worked off, what it is called, and who is responsible for it.

use super::table::word_classes;
use super::vocabulary::{Endings, Vocabulary};

word_classes! {
    /// The classes of `dictionaries/ledger.tsv`.
    pub(crate) struct LedgerWords from "ledger.tsv" {
        /// Verbs of building and carrying out: what is promised with one is delivered with another.
        pub(crate) carried: Vocabulary<()> = "carried",
        /// Verbs of increase, which say the same of an amount: 新增.
        pub(crate) increasing: Vocabulary<()> = "increasing",
        pub(crate) creating: Vocabulary<()> = "creating",
        pub(crate) attracting: Vocabulary<()> = "attracting",
        /// Units of kinds and aspects, and nouns that sum up: a count of them promises no amount.
        pub(crate) kinds: Vocabulary<()> = "kind",
        /// Verbs of stopping, which promise nothing unless by a day: 停止.
        pub(crate) stopping: Vocabulary<()> = "stopping",
        /// Verbs of using: their object is there already, and no amount of it is promised: 用好.
        pub(crate) using: Vocabulary<()> = "using",
        /// Verbs of making grow: their object is there already, and the growth has no end: 壮大.
        pub(crate) growing: Vocabulary<()> = "growing",
        /// Verbs of keeping off or withstanding, which promise nothing that can be delivered.
        pub(crate) forbidding: Vocabulary<()> = "forbidding",
        /// Verbs of saying: what is only said is no work.
        pub(crate) saying: Vocabulary<()> = "saying",
        /// Verbs for what comes to an end.
        pub(crate) finishing: Vocabulary<()> = "finishing",
        /// Verbs whose object comes to an end or not: 确保.
        pub(crate) letting: Vocabulary<()> = "letting",
        /// Words for how hard something is striven for: 力争.
        pub(crate) force: Vocabulary<()> = "force",
        /// Ends of aims of which nobody can tell when they are reached: 良好开局.
        pub(crate) aspirations: Endings<()> = "aspiration",
        /// Hedges, which promise less than the whole: 基本.
        pub(crate) weakening: Endings<()> = "weakening",
        /// Words that open what comes of something else: 就能.
        pub(crate) consequence: Vocabulary<()> = "consequence",
        /// Ends of names of those who can be responsible.
        pub(crate) offices: Endings<()> = "office",
        /// Ends of names of groups that act and cannot be responsible: 企业.
        pub(crate) groups: Endings<()> = "group",
        /// Ends of where something is done, in contrast with elsewhere: 农村.
        pub(crate) realms: Endings<()> = "realm",
        /// Units of a property, not of how much is done: 英寸.
        pub(crate) sizes: Vocabulary<()> = "size",
        /// Ends of words before the output of a work (年产), and the units of that output.
        pub(crate) yearly: Endings<()> = "yearly",
        pub(crate) output: Vocabulary<()> = "output",
        /// Words that praise a kind of works, and are no part of its name: 重大.
        pub(crate) weighing: Vocabulary<()> = "weighing",
        /// What is told of a work in use: 车流量.
        pub(crate) serving: Vocabulary<()> = "serving",
        /// What a work in use does for those around: 供水.
        pub(crate) supplying: Vocabulary<()> = "supplying",
        /// Words before a promise that is only repeated: 将.
        pub(crate) ahead: Vocabulary<()> = "ahead",
        /// Words that add nothing to what is meant, so that another wording may lack them: 的, 全国.
        pub(crate) filling: Vocabulary<()> = "filling",
        /// General nouns that another wording of a promise may lack: 合作|机制.
        pub(crate) general: Endings<()> = "general",
        /// Signs that a word is no attribute: a multiplier, a bound, a level, a unit.
        pub(crate) unattributive: Vocabulary<()> = "unattributive",
        /// Verbs that move what grows: 推动.
        pub(crate) moving: Vocabulary<()> = "moving",
        /// Words before a figure that say what it measures: 时速.
        pub(crate) gauges: Endings<()> = "gauge",
        /// Words between a promise and its verb that say that it is not kept yet: 尚未.
        pub(crate) pending: Vocabulary<()> = "pending",
        /// Words before a figure that say how many there are: 达.
        pub(crate) standing: Endings<()> = "standing",
        /// Openers of the first of the tasks that a sentence before announced: 一是.
        pub(crate) firsts: Vocabulary<()> = "first",
        /// Nouns whose sum is spent, and is the size of nothing: 资金.
        pub(crate) spent: Vocabulary<()> = "spent",
        /// Words before a verb that say that it is begun, not done: 启动|改造.
        pub(crate) starting: Endings<()> = "starting",
        /// Verbs for what comes of something else and is no work: 带动.
        pub(crate) effects: Vocabulary<()> = "effect",
        /// Words after a name that only say where something is: 沿线.
        pub(crate) locators: Vocabulary<()> = "locator",
        /// Verbs that say what a sum is spent for: 用于.
        pub(crate) purposes: Vocabulary<()> = "purpose",
        /// Words after a sum that say how large the things meant are: 以上.
        pub(crate) bounds: Vocabulary<()> = "bound",
        /// Words after a number that labels a class: 千亿|级.
        pub(crate) ranks: Vocabulary<()> = "rank",
        /// Words after a figure that name nothing it could be the size of: 左右.
        pub(crate) beyond: Vocabulary<()> = "beyond",
        /// Ends of what is only a time: 关键|时期.
        pub(crate) eras: Endings<()> = "era",
        /// Ends of what is asked of others, where what is decided must be named: 审议通过.
        pub(crate) decisions: Endings<()> = "decision",
        /// Verbs that say what is possible: 能够.
        pub(crate) able: Vocabulary<()> = "able",
        /// Words for all people there are: 十几亿|人口.
        pub(crate) people: Vocabulary<()> = "people",
        /// Verbs of stating something, or of laying a bill before others: 提出.
        pub(crate) tabling: Vocabulary<()> = "tabling",
        /// Verbs that with 的 after them say which things are meant: 列入规划的65种产品.
        pub(crate) joining: Vocabulary<()> = "joining",
        /// Openers of what only points back: 这个比例.
        pub(crate) anaphors: Vocabulary<()> = "anaphor",
        /// Openers of the list of what the clause before counts: 如.
        pub(crate) headings: Vocabulary<()> = "heading",
        /// Verbs that may open an item of a list, as its own: 新增.
        pub(crate) adding: Vocabulary<()> = "adding",
        /// Ends of what only comes of something else: 旅游收入.
        pub(crate) outcomes: Endings<()> = "outcome",
        /// Ends of what is made of things that are there already: 高效运行.
        pub(crate) running: Endings<()> = "running",
        /// Verbs for what others have registered, and ends of who is registered: 新设|企业.
        pub(crate) registering: Vocabulary<()> = "registering",
        pub(crate) registrants: Endings<()> = "registrant",
        /// Verbs that say what an indicator came to: 实现.
        pub(crate) coming_to: Vocabulary<()> = "coming-to",
        /// Ends of what, after 以, only occasions or carries something else: 为契机.
        pub(crate) occasions: Endings<()> = "occasion",
        /// Ends of what moves the end of a work to a later time: 推迟到.
        pub(crate) putting_off: Endings<()> = "putting-off",
        /// Ends of a stage before the last: the shell of a work stands, or its two ends meet; it is still to
        /// be furnished or paved: 封顶.
        pub(crate) milestones: Endings<()> = "milestone",
        /// Ends of what is built, in an item of a list: 安装.
        pub(crate) building: Endings<()> = "building",
        /// Openers of a clause of an item that says what is asked for (年度任务), how far it is (截至), or
        /// what comes next (务必).
        pub(crate) asked: Vocabulary<()> = "asked",
        pub(crate) course: Vocabulary<()> = "course",
        pub(crate) requesting: Vocabulary<()> = "requesting",
        /// Ends of names of deeds, which the items of a list share: 治理.
        pub(crate) deeds: Endings<()> = "deed",
        /// Openers of an indefinite object: 一批.
        pub(crate) indefinite: Vocabulary<()> = "indefinite",
        /// Ends of names of papers that may name a year: 行动方案.
        pub(crate) papers: Endings<()> = "paper",
        /// Ends of names of what is set up: 园区.
        pub(crate) things: Endings<()> = "thing",
        /// Ends of names of what is listed and carried out: 项目.
        pub(crate) listed: Endings<()> = "listed",
        /// Verbs that after a body say what came of it, not what it does: 落户.
        pub(crate) settling: Vocabulary<()> = "settling",
        /// Ends of names of those who speak for the whole country.
        pub(crate) nation: Endings<()> = "nation",
        /// Words before a place in a title that make it another's, to whom something is done: 会见, 学习.
        pub(crate) towards: Endings<()> = "towards",
        /// Words after a place in a title that mean another than the place itself: 青岩|客人.
        pub(crate) others: Vocabulary<()> = "others",
        /// What a notice does with the paper that its title names: 印发.
        issuing: Vocabulary<()> = "issuing",
        /// Words by which a paper speaks for a place of its own: 全省.
        pub(crate) own: Vocabulary<()> = "own",
        /// Words that speak of more than one province: 京津冀.
        pub(crate) countrywide: Vocabulary<()> = "countrywide",
        /// Words for when one acts, before the actor: 最近.
        pub(crate) lately: Vocabulary<()> = "lately",
        /// Openers of a measured head that several things share: 产量.
        pub(crate) quantities: Vocabulary<()> = "quantity",
        /// Openers of a goal that guides what else is done: 锚定.
        pub(crate) anchors: Vocabulary<()> = "anchor",
        /// Verbs that, with a sum, say what came of the clause before: 减轻.
        pub(crate) relieving: Vocabulary<()> = "relieving",
        /// Words of praise: 受到肯定.
        pub(crate) honours: Vocabulary<()> = "honour",
        /// Ends of words before a verb that say how works go on: 加快.
        pub(crate) onward: Endings<()> = "onward",
        /// Ends of what was done with the things meant, before they are counted: 批复的|6座渔港.
        pub(crate) known: Endings<()> = "known",
        /// Words for an earlier plan: 原定.
        pub(crate) once_planned: Vocabulary<()> = "once-planned",
        /// Words that say that more is done than what follows: 已经超过.
        pub(crate) surpassed: Vocabulary<()> = "surpassed",
        /// Ends of what a share or a sum names: 75%|政策.
        pub(crate) policies: Endings<()> = "policy",
        /// Words for the owner of money that is not the paper's own: 地方|财政.
        pub(crate) other_purses: Vocabulary<()> = "other-purse",
        pub(crate) reaching: Vocabulary<()> = "reaching",
        pub(crate) tending: Vocabulary<()> = "tending",
        /// Verbs of keeping what is there, which is the same promise in any year: 守住.
        pub(crate) keeping: Vocabulary<()> = "keeping",
        /// Ends of words for where something is done: 周边国家.
        pub(crate) wheres: Endings<()> = "where",
        /// Ends of what people only meet for: 座谈会.
        pub(crate) meetings: Endings<()> = "meeting",
        /// Verbs before what somebody says: 承诺.
        pub(crate) quoting: Endings<()> = "quoting",
        /// Adverbs of one character between the actor, how often or where, and the verb: 再.
        adverbs: Endings<()> = "adverb",
        /// Words for how something was done, before what was done (全部) or where (依法).
        manner: Vocabulary<()> = "manner",
        /// Words after a time that say that nothing ends then: 起.
        pub(crate) no_end: Vocabulary<()> = "no-end",
        /// Words before an amount that say how exactly it is meant: 约.
        near: Endings<()> = "near",
        /// Characters that verbs of building anew consist of (新改建), and ends of what was built so: 改造.
        rebuilding: Vocabulary<()> = "rebuilding",
        pub(crate) rebuilt: Endings<()> = "rebuilt",
        /// Words before a name that say to whom something is said: 对.
        pub(crate) addressing: Vocabulary<()> = "addressing",
        /// Ends of a count: 户.
        counting: Endings<()> = "counting",
        /// Words that a realm may follow: 去年|农村.
        pub(crate) before_realm: Endings<()> = "before-realm",
        /// Words that no short name of a thing contains: 从.
        pub(crate) no_thing: Vocabulary<()> = "no-thing",
        /// Words before what is only supposed: 如果.
        pub(crate) supposing: Endings<()> = "supposing",
        /// Words between a size and the size that it became: 由2亿元|增加到|3亿元.
        pub(crate) changing: Vocabulary<()> = "changing",
        /// Words between the earlier name of a work and the present one: 更名为.
        pub(crate) renaming: Vocabulary<()> = "renaming",
        /// Openers of the bracket with the earlier name: (原名.
        pub(crate) former: Vocabulary<()> = "former",
        /// Openers and ends of the time since when: 自, 起.
        pub(crate) since_openers: Vocabulary<()> = "since-opener",
        pub(crate) since_ends: Endings<()> = "since-end",
        /// Openers of a time that differs from document to document: 今.
        pub(crate) own_times: Vocabulary<()> = "own-time",
        /// Verbs of drawing up a paper, which mean the same there: 编制.
        pub(crate) drafting: Endings<()> = "drafting",
        /// Characters before 在 that make a word with it: 现|在.
        pub(crate) being: Endings<()> = "being",
        /// Characters that follow a digit of an amount in words: 三|万.
        pub(crate) counted: Vocabulary<()> = "counted",
        /// Ends of names of parts of a work; once one is begun, the whole is under way: 主体.
        pub(crate) parts: Endings<()> = "part",
        /// Words after a name that make it another work, a section of it or what is done to it: 支|线.
        pub(crate) other_works: Vocabulary<()> = "other-work",
        /// Nouns and verbs that say the same of an amount as another: 安置 as 安排.
        pub(crate) alike: Vocabulary<&'static str> = "alike",
        /// Words for the part of a river that works lie on, the longest first, each with the longer stretch
        /// that it is part of: 上游 of 上中游.
        reaches: Vec<(&'static str, &'static str)> = "reach",
    }
}

impl LedgerWords {
    /// The text without the adverbs at its end: 渔业局|已再.
    pub(crate) fn without_adverbs<'t>(&self, text: &'t str) -> &'t str {
        self.adverbs.trim_end(text)
    }

    /// The matter of a notice without the verb that says what the notice does with it:
    /// 公布|青岩县2025年渔港名单.
    pub(crate) fn without_giving_out<'t>(&self, matter: &'t str) -> &'t str {
        self.issuing.longest_at(matter, 0).map_or(matter, |(word, ())| &matter[word.end..])
    }

    /// Whether a verb consists only of the characters of building anew: 新改建.
    pub(crate) fn is_of_rebuilding(&self, verb: &str) -> bool {
        verb.chars().all(|c| self.rebuilding.contains(c.encode_utf8(&mut [0; 4])) || c == '、')
    }

    /// The text without the end of a count, so that its number is left: 9|万户.
    pub(crate) fn without_count_end<'t>(&self, text: &'t str) -> &'t str {
        self.counting.trim_end(text)
    }

    /// The text without the opening words for how something was done: 全部|完工.
    pub(crate) fn without_manner<'t>(&self, text: &'t str) -> &'t str {
        self.manner.trim_start(text)
    }

    /// The text before an amount without the word that says how exactly the amount is meant: 学校|近.
    pub(crate) fn without_bound<'t>(&self, before: &'t str) -> &'t str {
        self.near.trim_end(before)
    }

    /// The text without the part of a river at its end: 黄河|上游.
    pub(crate) fn without_reach_after<'t>(&self, text: &'t str) -> &'t str {
        self.reaches().find_map(|(reach, _)| text.strip_suffix(reach)).unwrap_or(text)
    }

    /// The text without the part of a river at its head.
    pub(crate) fn without_reach_before<'t>(&self, text: &'t str) -> &'t str {
        self.reaches().find_map(|(reach, _)| text.strip_prefix(reach)).unwrap_or(text)
    }

    /// The words for parts of a river, the longest first, each with the longer stretch that it is part of.
    pub(crate) fn reaches(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.reaches.iter().copied()
    }
}
