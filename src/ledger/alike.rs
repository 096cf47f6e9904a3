//! What a report says in other words than its promise: synonyms, sums that are spent, tasks that are told to be done.

use super::promise::CLOSING;
use super::reader::Reader;
use super::report::reports;
use crate::lexicon::LedgerWords;
use crate::record::{Figure, FigureKind, Measure};
use crate::text::clause_before;

/// Verbs of setting a sum aside, and what it is called.
const ARRANGING: [&str; 2] = ["安排", "投入"];
const SPENDING: [&str; 2] = ["支出", "投入"];
/// What the purse of a government is called, and how much longer its name is at most.
const PURSE: &str = "财政";
const MAX_OWNER_CHARS: usize = 4;
/// A thing that a task is of has as many characters at least.
const MIN_TASK_CHARS: usize = 4;
const MIN_ADDED_CHARS: usize = 2;
/// The characters of most verbs.
const VERB_CHARS: usize = 2;

impl Reader<'_> {
    /// The signs of a sum that a measure sets aside.
    pub(super) fn signs_of_sum(&self, measure: &Measure) -> Option<String> {
        let arranges = ARRANGING.iter().any(|verb| measure.verb.ends_with(verb));
        arranges
            .then(|| self.first_figure(measure).and_then(|figure| signs_of_spending(figure, self.words())))
            .flatten()
    }

    /// 安置了|3万人就业: the verb right before an amount that says the same as others do.
    pub(super) fn alike_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(VERB_CHARS + 1), at);
        let verb = before.strip_suffix('了').unwrap_or(&before);
        let (start, _) = verb.char_indices().rev().nth(VERB_CHARS - 1)?;
        self.words().alike.contains(&verb[start..]).then(|| verb[start..].to_owned())
    }

    /// 裁减|渔船|二百艘|任务顺利完成|: the signs of a task that the words after its amount tell to be done.
    pub(super) fn signs_of_task(&self, figure: &Figure) -> Option<String> {
        let (start, end) = self.read.bounds(&figure.span);
        let after = self.read.folded(figure.span.end, end);
        let open = after.strip_prefix('的').unwrap_or(&after);
        if !CLOSING.iter().any(|closing| open.starts_with(closing))
            || !reports("", &after, None, self.words())
        {
            return None;
        }
        let before = self.read.folded(start, figure.span.start);
        let thing = self.telling(clause_before(&before), MIN_TASK_CHARS)?;
        Some(self.sorted("完成", &thing))
    }
}

/// A thing as all say it that mean it: 停车泊位 as 停车位.
pub(super) fn plainly(thing: &str, words: &LedgerWords) -> String {
    let mut plain = String::with_capacity(thing.len());
    let mut at = 0;
    for (word, said) in words.alike.find(thing) {
        plain.push_str(&thing[at..word.start]);
        plain.push_str(said);
        at = word.end;
    }
    plain.push_str(&thing[at..]);
    plain
}

/// 安排渔村支出5亿元, 用于渔村的投入5亿元, 县财政渔村投入5亿元: the signs of a sum that is spent on something.
pub(super) fn signs_of_spending(figure: &Figure, words: &LedgerWords) -> Option<String> {
    let of = figure.of.as_ref().filter(|_| figure.kind == FigureKind::Money)?;
    let of = crate::document::plain(&of.text);
    let on = SPENDING.iter().find_map(|noun| of.strip_suffix(noun))?.trim_end_matches('的');
    let on = on.rsplit_once("用于").map_or(on, |(_, on)| on);
    let on = without_own_purse(on, words);
    (on.chars().count() >= MIN_ADDED_CHARS).then(|| format!("支出 {on}"))
}

/// 县财政|渔村: what a sum is spent on, without whose it is where that is the paper's own.
fn without_own_purse<'o>(on: &'o str, words: &LedgerWords) -> &'o str {
    let Some((owner, spent)) = on.split_once(PURSE) else { return on };
    let is_own = (1..=MAX_OWNER_CHARS).contains(&owner.chars().count()) && !words.other_purses.opens(owner);
    if is_own && !spent.is_empty() && !spent.starts_with('性') { spent } else { on }
}
