//! Words by which the ledger says what can be worked off, how it is called, and who is responsible for it.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("ledger.tsv");

/// The classes of `dictionaries/ledger.tsv`.
#[derive(Debug)]
pub(crate) struct LedgerWords {
    /// Verbs of building and carrying out: what is promised with one is delivered with another.
    pub(crate) carried: Vocabulary<()>,
    /// Verbs of coming to be more, which say the same of an amount: 新增.
    pub(crate) increasing: Vocabulary<()>,
    pub(crate) creating: Vocabulary<()>,
    pub(crate) attracting: Vocabulary<()>,
    /// Units of kinds and respects, and nouns that sum up: counting them promises no amount.
    pub(crate) kinds: Vocabulary<()>,
    /// To stop an activity is no promise either, unless by a day: 停止.
    pub(crate) stopping: Vocabulary<()>,
    /// What is used is there already, and no amount of it is promised: 用好.
    pub(crate) using: Vocabulary<()>,
    /// What is made to grow is there already, and it has no end: 壮大.
    pub(crate) growing: Vocabulary<()>,
    /// To keep off something or withstand it is no promise that can be delivered.
    pub(crate) forbidding: Vocabulary<()>,
    /// Verbs of saying: what is only said is no work.
    pub(crate) saying: Vocabulary<()>,
    /// Verbs of what comes to an end.
    pub(crate) finishing: Vocabulary<()>,
    /// Verbs of which what they govern comes to an end, or not: 确保.
    pub(crate) letting: Vocabulary<()>,
    /// How hard something is striven for: 力争.
    pub(crate) force: Vocabulary<()>,
    /// Ends of what is striven for, of which nobody can tell when it is done: 良好开局.
    pub(crate) aspirations: Endings<()>,
    /// Hedges, which promise less than the whole: 基本.
    pub(crate) weakening: Endings<()>,
    /// What they open comes of something else: 就能.
    pub(crate) consequence: Vocabulary<()>,
    /// What names of those who can be responsible end with.
    pub(crate) offices: Endings<()>,
    /// What names of groups end with that act and cannot be responsible: 企业.
    pub(crate) groups: Endings<()>,
    /// Where something is done, in contrast with where else: 农村.
    pub(crate) realms: Endings<()>,
    /// Units of what a thing is like: 英寸.
    pub(crate) sizes: Vocabulary<()>,
    /// 年产 before a size: how much a work turns out, and the units of that.
    pub(crate) yearly: Endings<()>,
    pub(crate) output: Vocabulary<()>,
    /// Words that praise a kind of works, and are no part of its name: 重大.
    pub(crate) weighing: Vocabulary<()>,
    /// What is said of a work in use: 车流量.
    pub(crate) serving: Vocabulary<()>,
    /// What a work in use does for those around: 供水.
    pub(crate) supplying: Vocabulary<()>,
    /// Words before a promise that say it again: 将.
    pub(crate) ahead: Vocabulary<()>,
    /// Words that say nothing of what is meant: 的, 全国.
    pub(crate) filling: Vocabulary<()>,
    /// General nouns that a promise may be spoken of without: 合作|机制.
    pub(crate) general: Endings<()>,
    /// What a word that is no attribute has: a multiplier, a bound, a level, a unit.
    pub(crate) unattributive: Vocabulary<()>,
    /// Verbs that move what grows: 推动.
    pub(crate) moving: Vocabulary<()>,
    /// Before a figure they say which are meant: 时速.
    pub(crate) gauges: Endings<()>,
    /// Between a promise and its verb they say that it is not kept yet: 尚未.
    pub(crate) pending: Vocabulary<()>,
    /// Before a figure they say how many there are: 达.
    pub(crate) standing: Endings<()>,
    /// Openers of the first of the tasks that a sentence before announced: 一是.
    pub(crate) firsts: Vocabulary<()>,
    /// A sum of it is spent, and says of nothing how large it is: 资金.
    pub(crate) spent: Vocabulary<()>,
    /// Before a verb they say that it is begun, and not done: 启动|改造.
    pub(crate) starting: Endings<()>,
    /// Verbs of what comes of something else, and is no work: 带动.
    pub(crate) effects: Vocabulary<()>,
    /// After a name they only say where something is: 沿线.
    pub(crate) locators: Vocabulary<()>,
    /// Verbs that say what a sum is spent for: 用于.
    pub(crate) purposes: Vocabulary<()>,
    /// After a sum that says how large those are that are meant: 以上.
    pub(crate) bounds: Vocabulary<()>,
    /// After a number that labels a class: 千亿|级.
    pub(crate) ranks: Vocabulary<()>,
    /// Words that go on after a figure, and name nothing that it would be the size of: 左右.
    pub(crate) beyond: Vocabulary<()>,
    /// Ends of what is only a time: 关键|时期.
    pub(crate) eras: Endings<()>,
    /// What is asked of others, so that what they decide must be named: 审议通过.
    pub(crate) decisions: Endings<()>,
    /// Verbs that say what may be: 能够.
    pub(crate) able: Vocabulary<()>,
    /// All that there are: 十几亿|人口.
    pub(crate) people: Vocabulary<()>,
    /// To say something, or to lay a bill before others: 提出.
    pub(crate) tabling: Vocabulary<()>,
    /// With 的 after it such a verb says which are meant: 列入规划的65种产品.
    pub(crate) joining: Vocabulary<()>,
    /// Openers of what only points back: 这个比例.
    pub(crate) anaphors: Vocabulary<()>,
    /// Openers of the list of what the clause before counts: 如.
    pub(crate) headings: Vocabulary<()>,
    /// A verb of its own that an item of a list opens with: 新增.
    pub(crate) adding: Vocabulary<()>,
    /// Ends of what only comes of something else: 旅游收入.
    pub(crate) outcomes: Endings<()>,
    /// Ends of what is made of things that are there: 高效运行.
    pub(crate) running: Endings<()>,
    /// Verbs of what others have registered, and whom: 新设|企业.
    pub(crate) registering: Vocabulary<()>,
    pub(crate) registrants: Endings<()>,
    /// Verbs that say what an indicator came to: 实现.
    pub(crate) coming_to: Vocabulary<()>,
    /// After 以 what they end only occasions or carries something else: 为契机.
    pub(crate) occasions: Endings<()>,
    /// What moves the end of a work to a later time: 推迟到.
    pub(crate) putting_off: Endings<()>,
    /// The shell of a work stands or its ends meet, after which it is furnished or paved: 封顶.
    pub(crate) milestones: Endings<()>,
    /// Ends of what an item of a list has built: 安装.
    pub(crate) building: Endings<()>,
    /// They open the clause of an item that says what is asked for (年度任务), how far it is (截至), what comes next (务必).
    pub(crate) asked: Vocabulary<()>,
    pub(crate) course: Vocabulary<()>,
    pub(crate) requesting: Vocabulary<()>,
    /// Ends of names of what is done, which the items of a list share: 治理.
    pub(crate) deeds: Endings<()>,
    /// Openers of an indefinite object: 一批.
    pub(crate) indefinite: Vocabulary<()>,
    /// Ends of names of papers that may name a year: 行动方案.
    pub(crate) papers: Endings<()>,
    /// Ends of names of what is set up: 园区.
    pub(crate) things: Endings<()>,
    /// Ends of names of what is listed and carried out: 项目.
    pub(crate) listed: Endings<()>,
    /// Verbs that after a body say what came of it, and nothing that it does: 落户.
    pub(crate) settling: Vocabulary<()>,
    /// Ends of names of those who speak for the whole country.
    pub(crate) nation: Endings<()>,
    /// Before a place in a title they say that it is another's, to whom something is done: 会见, 学习.
    pub(crate) towards: Endings<()>,
    /// After a place in a title they say that another is meant than the place: 青岩|客人.
    pub(crate) others: Vocabulary<()>,
    /// What a notice does with the paper that its title names: 印发.
    issuing: Vocabulary<()>,
    /// Words with which a paper speaks for a place of its own: 全省.
    pub(crate) own: Vocabulary<()>,
    /// Words that speak of more than one province: 京津冀.
    pub(crate) countrywide: Vocabulary<()>,
    /// Words that say when one acts, before who does: 最近.
    pub(crate) lately: Vocabulary<()>,
    /// Openers of what is measured, the head that several things share: 产量.
    pub(crate) quantities: Vocabulary<()>,
    /// Openers of a goal by which something else is done: 锚定.
    pub(crate) anchors: Vocabulary<()>,
    /// Verbs that with a sum say what came of the clause before: 减轻.
    pub(crate) relieving: Vocabulary<()>,
    /// What is said of what is praised: 受到肯定.
    pub(crate) honours: Vocabulary<()>,
    /// How works go on, before the verb: 加快.
    pub(crate) onward: Endings<()>,
    /// What was done with those that are meant, before they are counted: 批复的|6座渔港.
    pub(crate) known: Endings<()>,
    /// An earlier plan: 原定.
    pub(crate) once_planned: Vocabulary<()>,
    /// More is done than that: 已经超过.
    pub(crate) surpassed: Vocabulary<()>,
    /// What is named by a share or sum: 75%|政策.
    pub(crate) policies: Endings<()>,
    /// Opens whose money it is where it is not that of the paper's own: 地方|财政.
    pub(crate) other_purses: Vocabulary<()>,
    pub(crate) reaching: Vocabulary<()>,
    pub(crate) tending: Vocabulary<()>,
    /// Verbs of keeping what is there, which is the same promise in any year: 守住.
    pub(crate) keeping: Vocabulary<()>,
    /// Ends of where something is done: 周边国家.
    pub(crate) wheres: Endings<()>,
    /// Ends of what is only met for: 座谈会.
    pub(crate) meetings: Endings<()>,
    /// Verbs after which stands what somebody says: 承诺.
    pub(crate) quoting: Endings<()>,
    /// Adverbs of one sign between who acts, how often or where, and the verb: 再.
    adverbs: Endings<()>,
    /// Verbs of drawing up a paper, which say the same of it: 编制.
    pub(crate) drafting: Endings<()>,
    /// What before 在 makes a word of it: 现|在.
    pub(crate) being: Endings<()>,
    /// What follows a digit of an amount in words: 三|万.
    pub(crate) counted: Vocabulary<()>,
    /// Ends of names of parts of a work, of which the whole is under way once they are begun: 主体.
    pub(crate) parts: Endings<()>,
    /// After a name they tell another work, a section of it or what is done to it: 支|线.
    pub(crate) other_works: Vocabulary<()>,
    /// What says the same of an amount as another verb or noun does: 安置 as 安排.
    pub(crate) alike: Vocabulary<&'static str>,
    /// What is said of a river before the works on it, the longest first: 上游, part of 上中游.
    reaches: Vec<(&'static str, &'static str)>,
}

impl LedgerWords {
    pub(super) fn load() -> Result<Self, Error> {
        let mut classes = FILE.classes()?;
        let mut reaches: Vec<_> = classes.rows("reach").iter().map(|row| (row.word, row.attribute)).collect();
        reaches.sort_by_key(|(reach, _)| std::cmp::Reverse(reach.len()));
        let alike = classes.rows("alike").into_iter().map(|row| (row.word, row.attribute));
        let alike = Vocabulary::new(alike);
        let words = LedgerWords {
            alike,
            reaches,
            carried: classes.vocabulary("carried"),
            increasing: classes.vocabulary("increasing"),
            creating: classes.vocabulary("creating"),
            attracting: classes.vocabulary("attracting"),
            kinds: classes.vocabulary("kind"),
            growing: classes.vocabulary("growing"),
            forbidding: classes.vocabulary("forbidding"),
            saying: classes.vocabulary("saying"),
            finishing: classes.vocabulary("finishing"),
            letting: classes.vocabulary("letting"),
            stopping: classes.vocabulary("stopping"),
            using: classes.vocabulary("using"),
            force: classes.vocabulary("force"),
            aspirations: classes.endings("aspiration"),
            weakening: classes.endings("weakening"),
            consequence: classes.vocabulary("consequence"),
            offices: classes.endings("office"),
            groups: classes.endings("group"),
            realms: classes.endings("realm"),
            sizes: classes.vocabulary("size"),
            yearly: classes.endings("yearly"),
            output: classes.vocabulary("output"),
            weighing: classes.vocabulary("weighing"),
            serving: classes.vocabulary("serving"),
            supplying: classes.vocabulary("supplying"),
            ahead: classes.vocabulary("ahead"),
            pending: classes.vocabulary("pending"),
            filling: classes.vocabulary("filling"),
            general: classes.endings("general"),
            unattributive: classes.vocabulary("unattributive"),
            moving: classes.vocabulary("moving"),
            gauges: classes.endings("gauge"),
            standing: classes.endings("standing"),
            firsts: classes.vocabulary("first"),
            spent: classes.vocabulary("spent"),
            starting: classes.endings("starting"),
            effects: classes.vocabulary("effect"),
            locators: classes.vocabulary("locator"),
            purposes: classes.vocabulary("purpose"),
            bounds: classes.vocabulary("bound"),
            ranks: classes.vocabulary("rank"),
            beyond: classes.vocabulary("beyond"),
            eras: classes.endings("era"),
            decisions: classes.endings("decision"),
            able: classes.vocabulary("able"),
            people: classes.vocabulary("people"),
            tabling: classes.vocabulary("tabling"),
            joining: classes.vocabulary("joining"),
            anaphors: classes.vocabulary("anaphor"),
            headings: classes.vocabulary("heading"),
            adding: classes.vocabulary("adding"),
            outcomes: classes.endings("outcome"),
            running: classes.endings("running"),
            registering: classes.vocabulary("registering"),
            registrants: classes.endings("registrant"),
            coming_to: classes.vocabulary("coming-to"),
            occasions: classes.endings("occasion"),
            putting_off: classes.endings("putting-off"),
            milestones: classes.endings("milestone"),
            building: classes.endings("building"),
            asked: classes.vocabulary("asked"),
            course: classes.vocabulary("course"),
            requesting: classes.vocabulary("requesting"),
            deeds: classes.endings("deed"),
            indefinite: classes.vocabulary("indefinite"),
            papers: classes.endings("paper"),
            things: classes.endings("thing"),
            listed: classes.endings("listed"),
            settling: classes.vocabulary("settling"),
            nation: classes.endings("nation"),
            towards: classes.endings("towards"),
            others: classes.vocabulary("others"),
            issuing: classes.vocabulary("issuing"),
            own: classes.vocabulary("own"),
            countrywide: classes.vocabulary("countrywide"),
            lately: classes.vocabulary("lately"),
            quantities: classes.vocabulary("quantity"),
            anchors: classes.vocabulary("anchor"),
            relieving: classes.vocabulary("relieving"),
            honours: classes.vocabulary("honour"),
            onward: classes.endings("onward"),
            known: classes.endings("known"),
            once_planned: classes.vocabulary("once-planned"),
            surpassed: classes.vocabulary("surpassed"),
            policies: classes.endings("policy"),
            other_purses: classes.vocabulary("other-purse"),
            reaching: classes.vocabulary("reaching"),
            tending: classes.vocabulary("tending"),
            keeping: classes.vocabulary("keeping"),
            wheres: classes.endings("where"),
            meetings: classes.endings("meeting"),
            quoting: classes.endings("quoting"),
            adverbs: classes.endings("adverb"),
            drafting: classes.endings("drafting"),
            being: classes.endings("being"),
            counted: classes.vocabulary("counted"),
            parts: classes.endings("part"),
            other_works: classes.vocabulary("other-work"),
        };
        classes.end()?;
        Ok(words)
    }

    /// A text without the adverbs at its end: 渔业局|已再.
    pub(crate) fn without_adverbs<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((at, ())) = self.adverbs.longest(rest) {
            rest = &rest[..at];
        }
        rest
    }

    /// The matter of a notice without what it does with it: 公布|青岩县2025年渔港名单.
    pub(crate) fn without_giving_out<'t>(&self, matter: &'t str) -> &'t str {
        self.issuing.longest_at(matter, 0).map_or(matter, |(word, ())| &matter[word.end..])
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
