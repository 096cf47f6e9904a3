//! How far a clause reaches into those after it: as a case, a purpose or a belief.

use super::lead::Lead;
use super::signs::Signs;
use super::statement::equates;
use super::subject::Subject;
use super::word::{Clause, Mark, Word};
use crate::lexicon::Turn;

/// What the clauses before make of those after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Open,
    /// They go on with what something is, can be or serves: 目的是建设A, 发展B; 可以建设A, 发展B; 有利于建设A, 发展B.
    Predicate,
    /// They tell a purpose: 以便换取A, 增加B.
    Purpose,
    /// They tell what would follow: 只有建设A, 才能发展B.
    Consequence,
    /// They tell what somebody trusts others to do: 我们相信, 渔民会建设A, 发展B.
    Belief,
    /// They account for something: 原因是: 修建了A, 发展了B.
    Account,
    /// They tell what an adversary does, which is not done here: 敌人破坏渔港, 搞分裂.
    Strangers,
}

impl Reach {
    /// The reach that holds in a clause, by that of the clauses before.
    pub(super) fn into(self, clause: &Clause, lead: &Lead) -> Self {
        let says_itself = lead.subject.is_some() || lead.signs != Signs::default();
        match self {
            _ if clause.words.first().is_some_and(|word| word.deed.is_purpose) => Reach::Purpose,
            Reach::Account if clause.after == Some(";") && !lead.signs.planned => Reach::Account,
            Reach::Account if lead.signs.planned => Reach::Open,
            _ if !clause.follows_comma() => Reach::Open,
            Reach::Predicate | Reach::Purpose if says_itself => Reach::Open,
            Reach::Strangers if lead.subject.is_some() || lead.signs.binds => Reach::Open,
            reach => reach,
        }
    }

    /// The reach after a clause.
    pub(super) fn after(self, clause: &[Word], lead: &Lead) -> Self {
        let conditions = |words: &[Word]| match words {
            [first, second, ..] => {
                first.deed.turns(Turn::Condition) || first.text == "只" && second.text == "有"
            }
            _ => false,
        };
        if self == Reach::Strangers {
            self
        } else if clause.last().is_some_and(|last| last.deed.turns(Turn::Trust)) {
            Reach::Belief
        } else if conditions(clause) {
            Reach::Consequence
        } else if clause
            .windows(2)
            .any(|pair| pair[0].text == "目的" && matches!(pair[1].text, "是" | "就是" | "在于"))
            || self == Reach::Open && lead.subject == Some(Subject::Other) && equates(clause)
            || lead.verb.is_none() && clause.iter().any(|word| word.deed.is_able)
            || comments(clause, lead)
            || clause.iter().any(likens)
            || clause.windows(2).any(others_ask)
        {
            Reach::Predicate
        } else {
            self
        }
    }
}

/// Whether a word opens an image, of which the next clauses tell: 渔业正如大海, 汇聚了百川.
fn likens(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "正如" | "犹如" | "如同" | "好比")
}

/// Whether others want something: 渔民纷纷要求修建码头.
fn others_ask(pair: &[Word]) -> bool {
    pair[1].deed.is_saying && pair[1].text == "要求" && matches!(pair[0].text, "纷纷" | "强烈" | "迫切")
}

/// Whether a clause says what something serves (有利于建设A), and not what a noun is like (有利于创业的环境).
fn comments(clause: &[Word], lead: &Lead) -> bool {
    if lead.verb.is_some() {
        return false;
    }
    let at = clause.iter().position(|word| word.deed.is_comment);
    let serves = |at: usize| {
        clause.get(at + 1).is_some_and(|next| next.deed.act.is_some())
            && clause[at..].iter().all(|word| word.mark != Mark::De)
    };
    at.is_some_and(|at| at == 0 || serves(at))
}
