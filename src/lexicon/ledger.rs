//! Words by which the ledger says what can be worked off, how it is called, and who is responsible for it.

use super::table::word_classes;
use super::vocabulary::{Endings, Vocabulary};

word_classes! {
    /// The classes of `dictionaries/ledger.tsv`.
    pub(crate) struct LedgerWords from "ledger.tsv" {
        /// Verbs of building and carrying out: what is promised with one is delivered with another.
        pub(crate) carried: Vocabulary<()> = "carried",
        /// Verbs of coming to be more, which say the same of an amount: 新增.
        pub(crate) increasing: Vocabulary<()> = "increasing",
        pub(crate) creating: Vocabulary<()> = "creating",
        pub(crate) attracting: Vocabulary<()> = "attracting",
        /// Units of kinds and respects, and nouns that sum up: counting them promises no amount.
        pub(crate) kinds: Vocabulary<()> = "kind",
        /// To stop an activity is no promise either, unless by a day: 停止.
        pub(crate) stopping: Vocabulary<()> = "stopping",
        /// What is used is there already, and no amount of it is promised: 用好.
        pub(crate) using: Vocabulary<()> = "using",
        /// What is made to grow is there already, and it has no end: 壮大.
        pub(crate) growing: Vocabulary<()> = "growing",
        /// To keep off something or withstand it is no promise that can be delivered.
        pub(crate) forbidding: Vocabulary<()> = "forbidding",
        /// Verbs of saying: what is only said is no work.
        pub(crate) saying: Vocabulary<()> = "saying",
        /// Verbs of what comes to an end.
        pub(crate) finishing: Vocabulary<()> = "finishing",
        /// Verbs of which what they govern comes to an end, or not: 确保.
        pub(crate) letting: Vocabulary<()> = "letting",
        /// How hard something is striven for: 力争.
        pub(crate) force: Vocabulary<()> = "force",
        /// Ends of what is striven for, of which nobody can tell when it is done: 良好开局.
        pub(crate) aspirations: Endings<()> = "aspiration",
        /// Hedges, which promise less than the whole: 基本.
        pub(crate) weakening: Endings<()> = "weakening",
        /// What they open comes of something else: 就能.
        pub(crate) consequence: Vocabulary<()> = "consequence",
        /// What names of those who can be responsible end with.
        pub(crate) offices: Endings<()> = "office",
        /// What names of groups end with that act and cannot be responsible: 企业.
        pub(crate) groups: Endings<()> = "group",
        /// Where something is done, in contrast with where else: 农村.
        pub(crate) realms: Endings<()> = "realm",
        /// Units of what a thing is like: 英寸.
        pub(crate) sizes: Vocabulary<()> = "size",
        /// 年产 before a size: how much a work turns out, and the units of that.
        pub(crate) yearly: Endings<()> = "yearly",
        pub(crate) output: Vocabulary<()> = "output",
        /// Words that praise a kind of works, and are no part of its name: 重大.
        pub(crate) weighing: Vocabulary<()> = "weighing",
        /// What is said of a work in use: 车流量.
        pub(crate) serving: Vocabulary<()> = "serving",
        /// What a work in use does for those around: 供水.
        pub(crate) supplying: Vocabulary<()> = "supplying",
        /// Words before a promise that say it again: 将.
        pub(crate) ahead: Vocabulary<()> = "ahead",
        /// Words that say nothing of what is meant: 的, 全国.
        pub(crate) filling: Vocabulary<()> = "filling",
        /// General nouns that a promise may be spoken of without: 合作|机制.
        pub(crate) general: Endings<()> = "general",
        /// What a word that is no attribute has: a multiplier, a bound, a level, a unit.
        pub(crate) unattributive: Vocabulary<()> = "unattributive",
        /// Verbs that move what grows: 推动.
        pub(crate) moving: Vocabulary<()> = "moving",
        /// Before a figure they say which are meant: 时速.
        pub(crate) gauges: Endings<()> = "gauge",
        /// Between a promise and its verb they say that it is not kept yet: 尚未.
        pub(crate) pending: Vocabulary<()> = "pending",
        /// Before a figure they say how many there are: 达.
        pub(crate) standing: Endings<()> = "standing",
        /// Openers of the first of the tasks that a sentence before announced: 一是.
        pub(crate) firsts: Vocabulary<()> = "first",
        /// A sum of it is spent, and says of nothing how large it is: 资金.
        pub(crate) spent: Vocabulary<()> = "spent",
        /// Before a verb they say that it is begun, and not done: 启动|改造.
        pub(crate) starting: Endings<()> = "starting",
        /// Verbs of what comes of something else, and is no work: 带动.
        pub(crate) effects: Vocabulary<()> = "effect",
        /// After a name they only say where something is: 沿线.
        pub(crate) locators: Vocabulary<()> = "locator",
        /// Verbs that say what a sum is spent for: 用于.
        pub(crate) purposes: Vocabulary<()> = "purpose",
        /// After a sum that says how large those are that are meant: 以上.
        pub(crate) bounds: Vocabulary<()> = "bound",
        /// After a number that labels a class: 千亿|级.
        pub(crate) ranks: Vocabulary<()> = "rank",
        /// Words that go on after a figure, and name nothing that it would be the size of: 左右.
        pub(crate) beyond: Vocabulary<()> = "beyond",
        /// Ends of what is only a time: 关键|时期.
        pub(crate) eras: Endings<()> = "era",
        /// What is asked of others, so that what they decide must be named: 审议通过.
        pub(crate) decisions: Endings<()> = "decision",
        /// Verbs that say what may be: 能够.
        pub(crate) able: Vocabulary<()> = "able",
        /// All that there are: 十几亿|人口.
        pub(crate) people: Vocabulary<()> = "people",
        /// To say something, or to lay a bill before others: 提出.
        pub(crate) tabling: Vocabulary<()> = "tabling",
        /// With 的 after it such a verb says which are meant: 列入规划的65种产品.
        pub(crate) joining: Vocabulary<()> = "joining",
        /// Openers of what only points back: 这个比例.
        pub(crate) anaphors: Vocabulary<()> = "anaphor",
        /// Openers of the list of what the clause before counts: 如.
        pub(crate) headings: Vocabulary<()> = "heading",
        /// A verb of its own that an item of a list opens with: 新增.
        pub(crate) adding: Vocabulary<()> = "adding",
        /// Ends of what only comes of something else: 旅游收入.
        pub(crate) outcomes: Endings<()> = "outcome",
        /// Ends of what is made of things that are there: 高效运行.
        pub(crate) running: Endings<()> = "running",
        /// Verbs of what others have registered, and whom: 新设|企业.
        pub(crate) registering: Vocabulary<()> = "registering",
        pub(crate) registrants: Endings<()> = "registrant",
        /// Verbs that say what an indicator came to: 实现.
        pub(crate) coming_to: Vocabulary<()> = "coming-to",
        /// After 以 what they end only occasions or carries something else: 为契机.
        pub(crate) occasions: Endings<()> = "occasion",
        /// What moves the end of a work to a later time: 推迟到.
        pub(crate) putting_off: Endings<()> = "putting-off",
        /// The shell of a work stands or its ends meet, after which it is furnished or paved: 封顶.
        pub(crate) milestones: Endings<()> = "milestone",
        /// Ends of what an item of a list has built: 安装.
        pub(crate) building: Endings<()> = "building",
        /// They open the clause of an item that says what is asked for (年度任务), how far it is (截至), what comes next (务必).
        pub(crate) asked: Vocabulary<()> = "asked",
        pub(crate) course: Vocabulary<()> = "course",
        pub(crate) requesting: Vocabulary<()> = "requesting",
        /// Ends of names of what is done, which the items of a list share: 治理.
        pub(crate) deeds: Endings<()> = "deed",
        /// Openers of an indefinite object: 一批.
        pub(crate) indefinite: Vocabulary<()> = "indefinite",
        /// Ends of names of papers that may name a year: 行动方案.
        pub(crate) papers: Endings<()> = "paper",
        /// Ends of names of what is set up: 园区.
        pub(crate) things: Endings<()> = "thing",
        /// Ends of names of what is listed and carried out: 项目.
        pub(crate) listed: Endings<()> = "listed",
        /// Verbs that after a body say what came of it, and nothing that it does: 落户.
        pub(crate) settling: Vocabulary<()> = "settling",
        /// Ends of names of those who speak for the whole country.
        pub(crate) nation: Endings<()> = "nation",
        /// Before a place in a title they say that it is another's, to whom something is done: 会见, 学习.
        pub(crate) towards: Endings<()> = "towards",
        /// After a place in a title they say that another is meant than the place: 青岩|客人.
        pub(crate) others: Vocabulary<()> = "others",
        /// What a notice does with the paper that its title names: 印发.
        issuing: Vocabulary<()> = "issuing",
        /// Words with which a paper speaks for a place of its own: 全省.
        pub(crate) own: Vocabulary<()> = "own",
        /// Words that speak of more than one province: 京津冀.
        pub(crate) countrywide: Vocabulary<()> = "countrywide",
        /// Words that say when one acts, before who does: 最近.
        pub(crate) lately: Vocabulary<()> = "lately",
        /// Openers of what is measured, the head that several things share: 产量.
        pub(crate) quantities: Vocabulary<()> = "quantity",
        /// Openers of a goal by which something else is done: 锚定.
        pub(crate) anchors: Vocabulary<()> = "anchor",
        /// Verbs that with a sum say what came of the clause before: 减轻.
        pub(crate) relieving: Vocabulary<()> = "relieving",
        /// What is said of what is praised: 受到肯定.
        pub(crate) honours: Vocabulary<()> = "honour",
        /// How works go on, before the verb: 加快.
        pub(crate) onward: Endings<()> = "onward",
        /// What was done with those that are meant, before they are counted: 批复的|6座渔港.
        pub(crate) known: Endings<()> = "known",
        /// An earlier plan: 原定.
        pub(crate) once_planned: Vocabulary<()> = "once-planned",
        /// More is done than that: 已经超过.
        pub(crate) surpassed: Vocabulary<()> = "surpassed",
        /// What is named by a share or sum: 75%|政策.
        pub(crate) policies: Endings<()> = "policy",
        /// Opens whose money it is where it is not that of the paper's own: 地方|财政.
        pub(crate) other_purses: Vocabulary<()> = "other-purse",
        pub(crate) reaching: Vocabulary<()> = "reaching",
        pub(crate) tending: Vocabulary<()> = "tending",
        /// Verbs of keeping what is there, which is the same promise in any year: 守住.
        pub(crate) keeping: Vocabulary<()> = "keeping",
        /// Ends of where something is done: 周边国家.
        pub(crate) wheres: Endings<()> = "where",
        /// Ends of what is only met for: 座谈会.
        pub(crate) meetings: Endings<()> = "meeting",
        /// Verbs after which stands what somebody says: 承诺.
        pub(crate) quoting: Endings<()> = "quoting",
        /// Adverbs of one sign between who acts, how often or where, and the verb: 再.
        adverbs: Endings<()> = "adverb",
        /// How something was done, before it is told (全部) or where it is (依法).
        manner: Vocabulary<()> = "manner",
        /// After a time it says that this is not when something ends: 起.
        pub(crate) no_end: Vocabulary<()> = "no-end",
        /// Before an amount it says how nearly it is meant: 约.
        near: Endings<()> = "near",
        /// Signs that verbs of building anew are made of (新改建), and what ends what was built so: 改造.
        rebuilding: Vocabulary<()> = "rebuilding",
        pub(crate) rebuilt: Endings<()> = "rebuilt",
        /// Before a name it says to whom something is said: 对.
        pub(crate) addressing: Vocabulary<()> = "addressing",
        /// Ends a count: 户.
        counting: Endings<()> = "counting",
        /// A realm may follow it: 去年|农村.
        pub(crate) before_realm: Endings<()> = "before-realm",
        /// No short name of a thing has it: 从.
        pub(crate) no_thing: Vocabulary<()> = "no-thing",
        /// Before what is only supposed: 如果.
        pub(crate) supposing: Endings<()> = "supposing",
        /// Between a size and the one that it became: 由2亿元|增加到|3亿元.
        pub(crate) changing: Vocabulary<()> = "changing",
        /// Between the name of a work before and now: 更名为.
        pub(crate) renaming: Vocabulary<()> = "renaming",
        /// Opens the bracket that has the name of before: (原名.
        pub(crate) former: Vocabulary<()> = "former",
        /// What says since when opens and ends with it: 自, 起.
        pub(crate) since_openers: Vocabulary<()> = "since-opener",
        pub(crate) since_ends: Endings<()> = "since-end",
        /// Opens a time that is another in each document: 今.
        pub(crate) own_times: Vocabulary<()> = "own-time",
        /// Verbs of drawing up a paper, which say the same of it: 编制.
        pub(crate) drafting: Endings<()> = "drafting",
        /// What before 在 makes a word of it: 现|在.
        pub(crate) being: Endings<()> = "being",
        /// What follows a digit of an amount in words: 三|万.
        pub(crate) counted: Vocabulary<()> = "counted",
        /// Ends of names of parts of a work, of which the whole is under way once they are begun: 主体.
        pub(crate) parts: Endings<()> = "part",
        /// After a name they tell another work, a section of it or what is done to it: 支|线.
        pub(crate) other_works: Vocabulary<()> = "other-work",
        /// What says the same of an amount as another verb or noun does: 安置 as 安排.
        pub(crate) alike: Vocabulary<&'static str> = "alike",
        /// What is said of a river before the works on it, the longest first: 上游, part of 上中游.
        reaches: Vec<(&'static str, &'static str)> = "reach",
    }
}

impl LedgerWords {
    /// A text without the adverbs at its end: 渔业局|已再.
    pub(crate) fn without_adverbs<'t>(&self, text: &'t str) -> &'t str {
        self.adverbs.trim_end(text)
    }

    /// The matter of a notice without what it does with it: 公布|青岩县2025年渔港名单.
    pub(crate) fn without_giving_out<'t>(&self, matter: &'t str) -> &'t str {
        self.issuing.longest_at(matter, 0).map_or(matter, |(word, ())| &matter[word.end..])
    }

    /// Whether a verb is made of the signs of building anew alone: 新改建.
    pub(crate) fn is_of_rebuilding(&self, verb: &str) -> bool {
        verb.chars().all(|c| self.rebuilding.contains(c.encode_utf8(&mut [0; 4])) || c == '、')
    }

    /// A text without what ends a count, of which the number is left: 9|万户.
    pub(crate) fn without_count_end<'t>(&self, text: &'t str) -> &'t str {
        self.counting.trim_end(text)
    }

    /// A text without how something was done at its head: 全部|完工.
    pub(crate) fn without_manner<'t>(&self, text: &'t str) -> &'t str {
        self.manner.trim_start(text)
    }

    /// What stands before an amount without what says how nearly it is meant: 学校|近.
    pub(crate) fn without_bound<'t>(&self, before: &'t str) -> &'t str {
        self.near.trim_end(before)
    }

    /// A text without what is said of a river at its end: 黄河|上游.
    pub(crate) fn without_reach_after<'t>(&self, text: &'t str) -> &'t str {
        self.reaches().find_map(|(reach, _)| text.strip_suffix(reach)).unwrap_or(text)
    }

    /// And at its head.
    pub(crate) fn without_reach_before<'t>(&self, text: &'t str) -> &'t str {
        self.reaches().find_map(|(reach, _)| text.strip_prefix(reach)).unwrap_or(text)
    }

    /// What is said of a river before the works on it, the longest first, and the longer stretch that it is part of.
    pub(crate) fn reaches(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.reaches.iter().copied()
    }
}
