//! Coined policy phrases that stand by themselves, and quoted words that are none.

use rustc_hash::FxHashMap as HashMap;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("terms.tsv");
/// How many characters a report may stand before what it says: 斥责他的讲话|是“…”.
const LONGEST_CLAUSE: usize = 24;

/// Whether a quoted word is a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quoted {
    /// A known term.
    Term,
    /// A known figure of speech.
    Ordinary,
}

/// What is known of terms.
#[derive(Debug)]
pub(crate) struct Terms {
    /// Terms that need no quotation marks, with the first year where that is known.
    pub(crate) bare: Vocabulary<Option<&'static str>>,
    quoted: HashMap<&'static str, Quoted>,
    /// What the names of things, events and bodies end with.
    endings: Vec<&'static str>,
    wording_before: Vec<&'static str>,
    wording_after: Vec<&'static str>,
    things_after: Vec<&'static str>,
    actions_after: Vec<&'static str>,
    reports_before: Vec<&'static str>,
    /// Those of them that may say of something that it is what is quoted: 诬蔑…为“…”.
    allegations: Vec<&'static str>,
    reports_after: Vec<&'static str>,
}

impl Terms {
    pub(super) fn load() -> Result<Self, Error> {
        let mut bare = Vec::new();
        let mut terms = Terms {
            bare: Vocabulary::new(Vec::<(&str, _)>::new()),
            quoted: HashMap::default(),
            endings: Vec::new(),
            wording_before: Vec::new(),
            wording_after: Vec::new(),
            things_after: Vec::new(),
            actions_after: Vec::new(),
            reports_before: Vec::new(),
            allegations: Vec::new(),
            reports_after: Vec::new(),
        };
        for row in FILE.rows()? {
            match row.class {
                "bare" => {
                    bare.push((row.word, Some(row.attribute).filter(|year| !year.is_empty())));
                    terms.quoted.insert(row.word, Quoted::Term);
                }
                "quoted" => {
                    terms.quoted.insert(row.word, Quoted::Term);
                }
                "ordinary" => {
                    terms.quoted.insert(row.word, Quoted::Ordinary);
                }
                "ending" => terms.endings.push(row.word),
                "wording-before" => terms.wording_before.push(row.word),
                "wording-after" => terms.wording_after.push(row.word),
                "thing-after" => terms.things_after.push(row.word),
                "action-after" => terms.actions_after.push(row.word),
                "report-before" => {
                    terms.reports_before.push(row.word);
                    if row.attribute == "of" {
                        terms.allegations.push(row.word);
                    }
                }
                "report-after" => terms.reports_after.push(row.word),
                _ => return Err(FILE.error(row.line, "unknown class", "write one of the header's classes")),
            }
        }
        terms.bare = Vocabulary::new(bare);
        Ok(terms)
    }

    /// The year in which a term was first put forward, where that is public knowledge.
    pub(crate) fn first_year(&self, term: &str) -> Option<&'static str> {
        self.bare.get(term).copied().flatten()
    }

    /// What is known of a quoted word.
    pub(crate) fn quoted(&self, word: &str) -> Option<Quoted> {
        self.quoted.get(word).copied()
    }

    /// Whether quoted words that end so are a name: 论坛, 杯.
    pub(crate) fn ends_as_name(&self, words: &str) -> bool {
        self.endings.iter().any(|ending| words.ends_with(ending))
    }

    /// Whether quoted words stand as wording that is changed or defined: “甲”修改为“乙”.
    pub(crate) fn is_wording(&self, before: &str, after: &str) -> bool {
        self.wording_before.iter().any(|word| before.ends_with(word))
            || self.wording_after.iter().any(|word| after.starts_with(word))
    }

    /// Whether the text before quoted words reports what others say or allege: 鼓吹, 指出:, 诬蔑…是.
    pub(crate) fn reports_before(&self, before: &str) -> bool {
        let said = before.trim_end_matches([',', ':']);
        if self.reports_before.iter().any(|word| said.ends_with(word)) {
            return true;
        }
        let start = before.char_indices().rev().take(LONGEST_CLAUSE).last().map_or(0, |(at, _)| at);
        let clause = before[start..].rsplit([',', ';', '。', '!', '?', '”']).next().unwrap_or_default();
        clause.ends_with(['是', '为', '成']) && self.allegations.iter().any(|word| clause.contains(word))
    }

    /// Whether the text behind quoted words calls them a pretext, a slander or a theme: 的旗号, 为主题.
    pub(crate) fn reports_after(&self, after: &str) -> bool {
        let after = after.trim_start_matches('等');
        self.reports_after.iter().any(|word| after.starts_with(word))
    }

    /// Whether what follows a quoted word says that it names an action: “清朗”行动.
    pub(crate) fn names_an_action(&self, after: &str) -> bool {
        let after = after.strip_prefix('等').unwrap_or(after);
        self.actions_after.iter().any(|action| after.starts_with(action))
    }

    /// Whether what follows a quoted name says that it names a thing: “奋斗者”号.
    pub(crate) fn names_a_thing(&self, after: &str) -> bool {
        self.things_after.iter().any(|thing| after.starts_with(thing))
    }
}
