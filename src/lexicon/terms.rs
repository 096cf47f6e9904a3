//! Coined policy phrases that stand by themselves, and quoted words that are not.

use rustc_hash::FxHashMap as HashMap;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("terms.tsv");
/// How many characters may stand between a word of report and what it reports: 斥责他的讲话|是“…”.
const MAX_CLAUSE_CHARS: usize = 24;

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
    /// Endings of names of things, events and bodies.
    endings: Endings<()>,
    wording_before: Endings<()>,
    wording_after: Vocabulary<()>,
    things_after: Vocabulary<()>,
    actions_after: Vocabulary<()>,
    /// Words for those who speak and are spoken to: 我们, 给我.
    persons: Vocabulary<()>,
    reports_before: Endings<()>,
    /// Those of `reports_before` that may call something what is quoted: 诬蔑…为“…”.
    allegations: Vocabulary<()>,
    reports_after: Vocabulary<()>,
}

impl Terms {
    pub(super) fn load() -> Result<Self, Error> {
        let mut rows = FILE.classes()?;
        let year = |row: &Row<'static>| Some(row.attribute).filter(|year| !year.is_empty());
        let bare: Vec<_> = rows.rows("bare").iter().map(|row| (row.word, year(row))).collect();
        let mut quoted: HashMap<_, _> = bare.iter().map(|(word, _)| (*word, Quoted::Term)).collect();
        // A figure of speech that is a term too counts as a term.
        quoted.extend(rows.entries("ordinary", Quoted::Ordinary));
        quoted.extend(rows.entries("quoted", Quoted::Term));
        let reports = rows.rows("report-before");
        let allegations = reports.iter().filter(|row| row.attribute == "of").map(|row| (row.word, ()));
        let terms = Terms {
            bare: Vocabulary::new(bare),
            quoted,
            endings: rows.endings("ending"),
            persons: rows.vocabulary("person"),
            wording_before: rows.endings("wording-before"),
            wording_after: rows.vocabulary("wording-after"),
            things_after: rows.vocabulary("thing-after"),
            actions_after: rows.vocabulary("action-after"),
            allegations: Vocabulary::new(allegations),
            reports_before: Endings::new(reports.iter().map(|row| (row.word, ()))),
            reports_after: rows.vocabulary("report-after"),
        };
        rows.end().map(|()| terms)
    }

    /// The year in which a term was first put forward, where that is public knowledge.
    pub(crate) fn first_year(&self, term: &str) -> Option<&'static str> {
        self.bare.get(term).copied().flatten()
    }

    /// What is known of a quoted word.
    pub(crate) fn quoted(&self, word: &str) -> Option<Quoted> {
        self.quoted.get(word).copied()
    }

    /// Whether quoted words end as a name does: 论坛, 杯.
    pub(crate) fn ends_as_name(&self, words: &str) -> bool {
        self.endings.end(words)
    }

    /// Whether quoted words are a wording that is changed or defined: “甲”修改为“乙”.
    pub(crate) fn is_wording(&self, before: &str, after: &str) -> bool {
        self.wording_before.end(before) || self.wording_after.opens(after)
    }

    /// Whether the text before quoted words reports what others say or allege: 鼓吹, 指出:, 诬蔑…是.
    pub(crate) fn reports_before(&self, before: &str) -> bool {
        let said = before.trim_end_matches([',', ':']);
        if self.reports_before.end(said) {
            return true;
        }
        let start = before.char_indices().rev().take(MAX_CLAUSE_CHARS).last().map_or(0, |(at, _)| at);
        let clause = before[start..].rsplit([',', ';', '。', '!', '?', '”']).next().unwrap_or_default();
        clause.ends_with(['是', '为', '成']) && self.allegations.find(clause).next().is_some()
    }

    /// Whether the text after quoted words calls them a pretext, a slander or a theme: 的旗号, 为主题.
    pub(crate) fn reports_after(&self, after: &str) -> bool {
        let after = after.trim_start_matches('等');
        self.reports_after.opens(after)
    }

    /// Whether quoted words speak of those who speak or listen, as terms do not: 我们怎么办.
    pub(crate) fn speaks_of_persons(&self, words: &str) -> bool {
        self.persons.find(words).next().is_some()
    }

    /// Whether what follows a quoted word says that it names an action: “清朗”行动.
    pub(crate) fn names_an_action(&self, after: &str) -> bool {
        let after = after.strip_prefix('等').unwrap_or(after);
        self.actions_after.opens(after)
    }

    /// Whether what follows a quoted name says that it names a thing: “奋斗者”号.
    pub(crate) fn names_a_thing(&self, after: &str) -> bool {
        self.things_after.opens(after)
    }
}
