//! Words that say how far a project is, and all that bounds a project's name.

use std::collections::BTreeMap;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::record::Stage;
use crate::text::{clause_before, is_chinese_digit};

const FILE: Dictionary = dictionary!("stages.tsv");
/// Punctuation that no name goes across.
const STOPS: &[&str] = &[
    ",", ";", ":", "。", "!", "?", "(", ")", "“", "”", "‘", "’", "\"", " ", "《", "》", "…", "[", "]", "「",
    "」",
];
/// Words that tie the last item to a list.
const JOINTS: &[&str] = &["和", "及", "与", "以及"];

/// Words after a list that say what its members are: 甲、乙等水库, 甲和乙这样的工程.
const ETC: &[&str] = &["等", "等等", "这样的"];

/// Classes of words around a stage that by themselves state none.
const OTHERS: [&str; 13] = [
    "whole",
    "part",
    "charge",
    "contents",
    "holding",
    "rumour",
    "disproof",
    "timing",
    "term",
    "moving",
    "preparation",
    "preparing",
    "seeking",
];

/// Words that say that a stopped work goes on again.
const RESUMED: [&str; 4] = ["复工", "恢复", "重启", "重新"];

/// What a word does beside a project's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) stage: Option<Stage>,
    /// A verb that promises what follows: 建设.
    pub(crate) is_bare: bool,
    /// Said of policies too: 实施.
    pub(crate) is_weak: bool,
    /// It says its stage after a name alone: 贯通.
    pub(crate) is_after: bool,
    /// It says its stage before a name alone: 创建.
    pub(crate) is_before: bool,
    /// In a report, what it says is done: 新建.
    pub(crate) is_made: bool,
    /// It says its stage only at the head of a stretch: 扩建青川机场, not 青川机场扩建.
    pub(crate) is_opening: bool,
    /// Bodies do it together, so that names before it are no projects: 共建.
    pub(crate) is_shared: bool,
    /// It is a stage of planning that others grant, and that is only sought until then: 获批, 纳入规划.
    pub(crate) is_granted: bool,
    /// It is the grant by which the work itself may begin: 获批建设, not 可研获批.
    pub(crate) is_founding: bool,
    /// It happens to one building alone, whatever its name: 封顶.
    pub(crate) is_of_one: bool,
    /// It brings a project on: 推进.
    pub(crate) is_push: bool,
    /// What it speaks of is still to come: 尽早.
    pub(crate) is_aim: bool,
    /// What it speaks of has come: 已.
    pub(crate) is_done: bool,
    /// It has come, whatever else is said: 已; not so 提前, for 将提前开工.
    pub(crate) is_surely: bool,
    /// It may stand between a name and its stage.
    pub(crate) is_adverb: bool,
    /// It says that what follows reaches its stage, in a report as in a plan: 实现.
    pub(crate) is_reach: bool,
    /// It is said of what stands and is kept up, whatever noun follows: 加强.
    pub(crate) is_upkeep: bool,
    /// It opens the names of what was counted before it: 建成项目9个,|其中包括|青川机场.
    pub(crate) is_opening_list: bool,
    /// By it a work stops, ends or is put off: 停工, 推迟到.
    pub(crate) is_halting: bool,
    /// It gives what stands before it the name that follows: 获评.
    pub(crate) is_award: bool,
    /// By it somebody goes to see what follows, or hears of it: 察看, 听取.
    pub(crate) is_visit: bool,
    pub(crate) form: Form,
}

impl Mark {
    /// Whether it stops any undertaking, not only works: 取消, 终止.
    pub(crate) fn is_of_any(&self) -> bool {
        self.is_halting && self.stage.is_none() && !self.is_aim
    }
}

/// The part of a mark in lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Form {
    #[default]
    Word,
    Stop,
    /// 、
    Comma,
    /// 和, 及
    Joint,
    /// 等, 这样的
    Etc,
    /// 或
    Or,
    /// What stands in brackets after a name: (含青川水库).
    Aside,
}

/// The marks, and the words that tell sections that promise from those that report.
#[derive(Debug)]
pub(crate) struct Stages {
    pub(crate) marks: Vocabulary<Mark>,
    plan_headings: Vocabulary<()>,
    result_headings: Vocabulary<()>,
    attributes: Vocabulary<()>,
    attribute_ends: Endings<()>,
    /// What a thing does that is supported and not built: 发展.
    thriving: Vocabulary<()>,
    thriving_ends: Endings<()>,
    /// What is told of a work that runs: 累计送电.
    serving: Vocabulary<()>,
    /// A fight for a scheme known by name: 攻坚战.
    campaigns: Vocabulary<()>,
    /// Words that say, before a stage or by themselves, that it is not reached: 未, 停工.
    pub(crate) denials: Vocabulary<()>,
    /// Every word that stops, ends or puts off a work has one of these, and few sentences have one.
    halting_signs: Vec<char>,
    /// Words that ask when or whether a stage is reached: 何时.
    pub(crate) asking: Vocabulary<()>,
    /// Nouns that a word of stopping only describes: 停工|问题.
    pub(crate) described: Vocabulary<()>,
    /// Openers of a clause after a work that says that it was stopped: 青岩水厂原定去年建成,|现推迟至今年.
    pub(crate) turning: Vocabulary<()>,
    /// Words after 完成 for all of a work: 建设任务.
    pub(crate) wholes: Vocabulary<()>,
    /// Measure words of what a work has several of: 封顶860|套.
    pub(crate) parts: Vocabulary<()>,
    /// Ends of clauses that say who does a work: 由县水利局|负责.
    pub(crate) charges: Endings<()>,
    /// Openers of clauses that say what a work consists of: 主要建设.
    pub(crate) contents: Vocabulary<()>,
    /// Openers of clauses that say, with a number, what a work has or will do: 设|取水口2处.
    pub(crate) holding: Vocabulary<()>,
    /// Words that say that what follows is only told by others: 网传.
    pub(crate) rumours: Vocabulary<()>,
    /// Ends of clauses that say that it is not so: 不实.
    pub(crate) disproof: Endings<()>,
    /// Words after a stage for its time: 竣工|时间.
    pub(crate) timing: Vocabulary<()>,
    /// Words for how long a work takes, and so for when it ends: 工期.
    pub(crate) terms: Vocabulary<()>,
    /// Words that say that such a time changes: 工期|顺延.
    moving: Vocabulary<()>,
    /// Words for what is done before an end: after its name (竣工|手续) and before it (正在组织|竣工验收).
    pub(crate) preparations: Vocabulary<()>,
    pub(crate) preparing: Endings<()>,
    /// Words that say that a resumption is only sought: 协调|复工.
    seeking: Vocabulary<()>,
    /// Characters that may stand between an attribute and its figure: 总投资约12亿元, 全长达80公里.
    bounds: Vec<char>,
    /// Characters that an amount, its bound or a mark after 达 may open with: 达|标.
    reached: Vec<char>,
}

impl Stages {
    /// Reads the stages; `boundaries` are more words that end a name.
    pub(super) fn load(boundaries: &[&'static str]) -> Result<Self, Error> {
        let mut marks: BTreeMap<&str, Mark> = BTreeMap::new();
        let (mut plan_headings, mut result_headings) = (Vec::new(), Vec::new());
        let (mut attributes, mut thriving) = (Vec::new(), Vec::new());
        let (mut serving, mut campaigns) = (Vec::new(), Vec::new());
        let (mut denials, mut asking, mut bounds, mut reached) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut described, mut turning) = (Vec::new(), Vec::new());
        let mut others: BTreeMap<&str, Vec<(&str, ())>> =
            OTHERS.iter().map(|class| (*class, Vec::new())).collect();
        for row in FILE.rows()? {
            match row.class {
                "plan-heading" => plan_headings.push((row.word, ())),
                "attribute" => attributes.push((row.word, ())),
                "thriving" => thriving.push(row.word),
                "serving" => serving.push((row.word, ())),
                "campaign" => campaigns.push((row.word, ())),
                "denial" => denials.push((row.word, ())),
                "asking" => asking.push((row.word, ())),
                "described" => described.push((row.word, ())),
                "turning" => turning.push((row.word, ())),
                "bound" => bounds.extend(row.word.chars()),
                "reached" => reached.extend(row.word.chars()),
                "result-heading" => result_headings.push((row.word, ())),
                class => match others.get_mut(class) {
                    Some(words) => words.push((row.word, ())),
                    None => fill(marks.entry(row.word).or_default(), &row)?,
                },
            }
        }
        for boundary in boundaries {
            marks.entry(boundary).or_default();
        }
        let forms = [
            (STOPS, Form::Stop),
            (&["、"], Form::Comma),
            (JOINTS, Form::Joint),
            (ETC, Form::Etc),
            (&["或"], Form::Or),
        ];
        for (words, form) in forms {
            for word in words {
                marks.entry(word).or_default().form = form;
            }
        }
        let mut other = |class: &str| others.remove(class).unwrap_or_default();
        let halting = marks.iter().filter(|(_, mark)| mark.is_halting).map(|(word, _)| *word);
        Ok(Stages {
            halting_signs: signs_of(halting.collect()),
            marks: Vocabulary::new(marks),
            plan_headings: Vocabulary::new(plan_headings),
            result_headings: Vocabulary::new(result_headings),
            attribute_ends: Endings::new(attributes.iter().copied()),
            attributes: Vocabulary::new(attributes),
            serving: Vocabulary::new(serving),
            campaigns: Vocabulary::new(campaigns),
            denials: Vocabulary::new(denials),
            asking: Vocabulary::new(asking),
            described: Vocabulary::new(described),
            turning: Vocabulary::new(turning),
            wholes: Vocabulary::new(other("whole")),
            parts: Vocabulary::new(other("part")),
            charges: Endings::new(other("charge")),
            contents: Vocabulary::new(other("contents")),
            holding: Vocabulary::new(other("holding")),
            rumours: Vocabulary::new(other("rumour")),
            disproof: Endings::new(other("disproof")),
            timing: Vocabulary::new(other("timing")),
            terms: Vocabulary::new(other("term")),
            moving: Vocabulary::new(other("moving")),
            preparations: Vocabulary::new(other("preparation")),
            preparing: Endings::new(other("preparing")),
            seeking: Vocabulary::new(other("seeking")),
            bounds,
            reached,
            thriving: Vocabulary::new(thriving.iter().map(|word| (word, ()))),
            thriving_ends: Endings::new(thriving.iter().map(|word| (word, ()))),
        })
    }

    /// Whether a mark stops a work, and nothing after it says that it goes on again: 停工半年后|复工.
    pub(crate) fn halts(&self, mark: &Mark, after: &str) -> bool {
        mark.is_halting && self.resumed_at(after).is_none()
    }

    /// The byte at which a text says that a work goes on again; `None` where this is only sought: 协调|复工.
    pub(crate) fn resumed_at(&self, text: &str) -> Option<usize> {
        let again = RESUMED.iter().filter_map(|again| text.find(again));
        let is_sought = |at: usize| self.seeking.stands_in(clause_before(&text[..at]));
        again.min().filter(|at| !is_sought(*at))
    }

    /// The clause after its opening words for the time of a work's end: 竣工时间|延至2026年6月.
    pub(crate) fn after_end_time<'t>(&self, clause: &'t str) -> Option<&'t str> {
        if let Some((term, ())) = self.terms.longest_at(clause, 0) {
            return Some(&clause[term.end..]);
        }
        let (stage, mark) = self.marks.longest_at(clause, 0)?;
        let is_end = matches!(mark.stage, Some(Stage::Completed | Stage::Operating));
        let timing = self.timing.longest_at(&clause[stage.end..], 0).filter(|_| is_end)?.0;
        Some(&clause[stage.end + timing.end..])
    }

    /// Whether a clause opens with the time of a work's end and says that it changes: 工期|顺延6个月.
    pub(crate) fn moves_end(&self, clause: &str) -> bool {
        self.after_end_time(clause).is_some_and(|told| self.moving.stands_in(told))
    }

    /// Whether a text may say that a work is stopped, ended or put off.
    pub(crate) fn may_halt(&self, text: &str) -> bool {
        text.contains(self.halting_signs.as_slice())
    }

    /// The stage of a scheme known by name, as only the clauses after it tell it: it serves
    /// (中老铁路…,|累计发送旅客), or is still fought for (“三北”工程|攻坚战).
    pub(crate) fn told_of_scheme(&self, after: &str) -> Option<Stage> {
        let campaign = self.campaigns.find(after).next().filter(|(word, ())| word.start == 0);
        let serves = || self.serving.find(after).next().map(|_| Stage::Operating);
        campaign.map(|_| Stage::Building).or_else(serves)
    }

    /// Whether the words between a project and a figure say that the figure is the project's.
    pub(crate) fn measures_project(&self, between: &str) -> bool {
        self.attributes.stands_in(between)
    }

    /// The byte at which the first attribute of a project with a figure opens: 龙泉水库|总投资约12亿元.
    pub(crate) fn measured_at(&self, text: &str) -> Option<usize> {
        let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
        let mut figures =
            digits.filter(|at| !text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '.'));
        figures.find_map(|figure| self.attribute_before(&text[..figure]))
    }

    /// The byte at which the attribute opens that ends a text, where its figure follows the text.
    pub(crate) fn attribute_before(&self, text: &str) -> Option<usize> {
        self.attribute_at_end(text.trim_end_matches(self.bounds.as_slice()))
    }

    /// Whether a character may open what 达 reaches: a number, 标 or 全国先进水平.
    pub(crate) fn is_reached(&self, c: char) -> bool {
        is_chinese_digit(c) || self.reached.contains(&c)
    }

    /// The byte at which the attribute of a project that ends a text starts: 龙泉水库|总投资.
    pub(crate) fn attribute_at_end(&self, text: &str) -> Option<usize> {
        self.attribute_ends.longest(text).map(|(start, ())| start)
    }

    /// Whether a text ends with what a thing does when it is supported: 白云机场|发展.
    pub(crate) fn ends_thriving(&self, text: &str) -> bool {
        self.thriving_ends.end(text)
    }

    /// Whether such a verb has its object in the text: 白云机场|提升|运力.
    pub(crate) fn holds_thriving(&self, text: &str) -> bool {
        let mut characters = text.chars();
        // The object has one character at least.
        characters.next_back().is_some() && self.thriving.stands_in(characters.as_str())
    }

    /// Whether this heading opens what is promised (true) or what is reported (false).
    pub(crate) fn promises(&self, heading: &str) -> Option<bool> {
        match (self.plan_headings.stands_in(heading), self.result_headings.stands_in(heading)) {
            (_, true) => Some(false),
            (true, false) => Some(true),
            (false, false) => None,
        }
    }
}

/// A few characters such that each of these words has one among its first two (暂缓|建设): always the one
/// that most of the words left have.
fn signs_of(mut words: Vec<&str>) -> Vec<char> {
    let mut signs = Vec::new();
    loop {
        let held = |c: char| words.iter().filter(|word| word.chars().take(2).any(|own| own == c)).count();
        let openings = words.iter().flat_map(|word| word.chars().take(2));
        let Some(sign) = openings.max_by_key(|c| (held(*c), *c)) else {
            return signs;
        };
        words.retain(|word| !word.contains(sign));
        signs.push(sign);
    }
}

/// Adds what a row says of its word.
fn fill(mark: &mut Mark, row: &Row) -> Result<(), Error> {
    let mut attributes = row.attributes();
    let mut has = |attribute: &str| attributes.take(attribute);
    match row.class {
        "push" => mark.is_push = true,
        "aim" => {
            mark.is_aim = true;
            mark.is_halting |= has("halting");
        }
        "done" => {
            mark.is_done = true;
            mark.is_surely = has("surely");
        }
        "adverb" => mark.is_adverb = true,
        "reach" => mark.is_reach = true,
        "upkeep" => mark.is_upkeep = true,
        "award" => mark.is_award = true,
        "visit" => mark.is_visit = true,
        "including" => mark.is_opening_list = true,
        "halt" => mark.is_halting = true,
        stage => {
            mark.stage = Stage::from_name(stage);
            if mark.stage.is_none() {
                return Err(FILE.unknown_class(row));
            }
            mark.is_bare = has("bare");
            mark.is_weak = has("weak");
            mark.is_after = has("after");
            mark.is_before = has("before");
            mark.is_made = has("made");
            mark.is_shared = has("shared");
            mark.is_opening = has("opening");
            mark.is_of_one = has("one");
            mark.is_granted = has("granted");
            mark.is_founding = has("founding");
            mark.is_halting |= has("halting");
        }
    }
    if attributes.are_taken() { Ok(()) } else { Err(FILE.unknown_class(row)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_that_no_mark_has_is_an_error() {
        let read =
            |class, attribute| fill(&mut Mark::default(), &Row { word: "停工", class, attribute, line: 7 });
        assert!(read("building", "one-halting").is_ok() && read("building", "").is_ok());
        assert!(read("building", "one-haltng").is_err() && read("push", "weak").is_err());
    }

    #[test]
    fn each_of_the_words_has_one_of_few_signs() {
        assert_eq!(signs_of(vec!["停止建设", "停工", "暂缓建设", "缓建"]), ['缓', '停']);
        assert_eq!(signs_of(Vec::new()), [] as [char; 0]);
    }
}
