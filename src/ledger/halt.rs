//! Whether what is said of an entry is that it was stopped, ended or put off, or that it was not done.

use super::reader::Reader;
use crate::lexicon::{LedgerWords, Lexicon, Mark};
use crate::record::Project;
use crate::text::clause_after;

/// What ends a clause.
const STOPS: [char; 6] = [',', ';', '。', ':', '!', '?'];
/// One of these stands in all that denies.
const DENYING_SIGNS: [char; 2] = ['未', '没'];
/// What opens a reason.
const REASONS: [&str; 2] = ["因", "由于"];
/// Before what stops, they deny it or tell what was stopped before: 未|停工.
const DENYING: [&str; 4] = ["未", "没", "没有", "不"];
/// How many characters stand between a name and what stops it: 因资金问题|停工.
const MAX_REASON_CHARS: usize = 12;
/// How many say since when: 4月18日起|停工, 8月1日已|复工.
const MAX_SINCE_CHARS: usize = 8;
/// How many stand between words and what denies them, and after it: 任务|未|如期|完成.
const MAX_MANNER_CHARS: usize = 4;
/// What a promise is called after its words, and what denies it: 任务|尚未|完成.
const NAMED: [&str; 5] = ["建设任务", "任务", "目标", "工程", "项目"];

/// What becomes of an entry by what stands around its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Stopped,
    /// It was not done, and is still to come.
    Open,
}

impl Reader<'_> {
    /// 青岩水厂|因手续不全未开工, 青岩水厂|等3个项目|不能按期竣工: whether what is said of a project is that it was not done.
    pub(super) fn is_undone(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let told = after.strip_prefix([':', '。']).unwrap_or(&after);
        let clause = clause_after(told);
        let list = clause.rsplit_once("个项目").filter(|(list, _)| list.contains('等'));
        let told = list.map_or(clause, |(_, told)| told);
        let told = NAMED.iter().find_map(|named| told.strip_prefix(named)).unwrap_or(told);
        let reason =
            told.find(DENYING_SIGNS).filter(|_| REASONS.iter().any(|because| told.starts_with(because)));
        let is_reason = |at: &usize| told[..*at].chars().count() <= MAX_REASON_CHARS;
        is_denied(&told[reason.filter(is_reason).unwrap_or(0)..], self.lexicon)
    }

    /// 青岩水厂停工,|8月1日已复工: whether what was stopped is told to go on.
    pub(super) fn is_resumed(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        after.contains("复工") && resumes(&after, self.lexicon)
    }

    /// 青岩水厂|因资金问题停工, 青岩水厂原定去年建成,|现推迟至|今年6月, 停建|青岩水厂.
    pub(super) fn is_halted(&self, project: &Project) -> bool {
        let (start, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let before = self.read.folded(start, project.span.start);
        is_halted(&before, &after, self.lexicon)
    }

    /// 青岩水厂|未按期完工.
    pub(super) fn is_not_done(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        is_denied(clause_after(&after), self.lexicon)
    }
}

/// Whether a text may tell that something was stopped or not done; asked before all else, for it costs nothing.
pub(super) fn may_turn(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.stages.may_halt(text) || text.contains(DENYING_SIGNS)
}

/// What stands around the words of an entry says that it was stopped, or not done.
pub(super) fn turned(before: &str, after: &str, lexicon: &Lexicon) -> Option<Turn> {
    if is_halted(before, after, lexicon) {
        return Some(Turn::Stopped);
    }
    is_denied(clause_after(after), lexicon).then_some(Turn::Open)
}

fn is_halted(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let opens = before.rsplit(STOPS).next().unwrap_or_default();
    let mut clauses = after.split(STOPS);
    let own = clauses.next().unwrap_or_default();
    let next = clauses.next().filter(|_| after[own.len()..].starts_with(',')).unwrap_or_default();
    // 取消|原定今年实施的|青岩水厂
    let governs = |between: &str| between.is_empty() || between.starts_with('原') && between.ends_with('的');
    let is_last = |(start, end): (usize, usize)| governs(&opens[end..]) && !is_denied_at(opens, start);
    let may_halt = |clause: &str| lexicon.stages.may_halt(clause);
    let leads = || may_halt(opens) && halting(opens, lexicon).any(is_last);
    // 青岩水厂建成,|白河水厂停工: of another.
    let is_its = || {
        lexicon.stages.turning.opens(next)
            || halting(next, lexicon)
                .any(|(start, _)| start == 0 || is_since(&next[..start], &lexicon.ledger))
    };
    if resumes(after, lexicon) {
        return false;
    }
    halts(own, lexicon) || may_halt(next) && is_its() && halts(next, lexicon) || leads()
}

/// 停工,|8月1日已复工: whether a clause of the sentence says, after no more than when, that a work goes on again.
fn resumes(after: &str, lexicon: &Lexicon) -> bool {
    let sentence = after.split(['。', ';']).next().unwrap_or_default();
    sentence.split(',').skip(1).any(|clause| {
        let at = lexicon.stages.resumed_at(clause);
        at.is_some_and(|at| clause[..at].chars().count() <= MAX_SINCE_CHARS)
    })
}

/// 4月18日起, 去年底: whether no more than since when stands before what stops.
fn is_since(text: &str, words: &LedgerWords) -> bool {
    text.chars().count() <= MAX_SINCE_CHARS
        && (text.starts_with(|c: char| c.is_ascii_digit()) || words.since_openers.opens(text))
        && words.since_ends.end(text)
}

/// Whether a clause says, after no more than a reason, that what it is told of was stopped.
fn halts(clause: &str, lexicon: &Lexicon) -> bool {
    let stops = |(start, end): (usize, usize)| {
        let (opens, rest) = (&clause[..start], &clause[end..]);
        let is_of_other = opens.contains(['、', '的']) || opens.chars().count() > MAX_REASON_CHARS;
        // 青岩水厂|取消|收费: what it stops is another thing.
        let takes_object = lexicon.stages.marks.get(&clause[start..end]).is_some_and(Mark::is_of_any);
        let is_own = !takes_object || matches!(rest, "" | "了");
        !is_of_other && is_own && !is_denied_at(clause, start) && !lexicon.stages.described.opens(rest)
    };
    lexicon.stages.may_halt(clause) && halting(clause, lexicon).any(stops)
}

/// Where the words stand that say that a work was stopped.
fn halting<'t>(text: &'t str, lexicon: &'t Lexicon) -> impl Iterator<Item = (usize, usize)> {
    let marks = lexicon.stages.marks.find(text);
    marks
        .filter(|(range, mark)| lexicon.stages.halts(mark, &text[range.end..]))
        .map(|(range, _)| (range.start, range.end))
}

fn is_denied_at(text: &str, at: usize) -> bool {
    DENYING.iter().any(|word| text[..at].ends_with(word))
}

/// 任务|尚未|完成, 没有如期|建成: whether a clause after the words of a promise says that it was not done.
fn is_denied(clause: &str, lexicon: &Lexicon) -> bool {
    let told = NAMED.iter().find_map(|named| clause.strip_prefix(named)).unwrap_or(clause);
    let denial = lexicon.stages.denials.find(told).map(|(word, ())| word.start).next();
    let Some(at) = denial else { return false };
    let ends = |verb: &str| {
        let finishes = lexicon.ledger.finishing.longest_at(verb, 0).is_some();
        finishes
            || lexicon
                .stages
                .marks
                .longest_at(verb, 0)
                .is_some_and(|(_, mark)| mark.stage.is_some() && !mark.is_halting)
    };
    let is_near = |text: &str| text.chars().count() <= MAX_MANNER_CHARS;
    let after = &told[at..];
    // 未来: another word.
    is_near(&told[..at])
        && !after.starts_with("未来")
        && after.char_indices().skip(1).take(MAX_MANNER_CHARS + 1).any(|(verb, _)| ends(&after[verb..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(before: &str, after: &str) -> Option<Turn> {
        turned(before, after, crate::extract::shared().unwrap().lexicon())
    }

    #[test]
    fn what_stops_ends_or_puts_off_stands_near_the_name() {
        for (before, after) in [
            ("", "停工。"),
            ("", "因资金问题停工,渔民受损。"),
            ("", "终止建设。"),
            ("", "暂缓实施。"),
            ("", "由2024年底推迟到2025年6月底建成。"),
            ("", "原计划2024年底建成,现推迟至2025年6月。"),
            ("", "已停工半年。"),
            ("去年,停建", "。"),
            ("会议决定,取消", "。"),
            ("会议决定,取消原定今年实施的", "。"),
            ("", "被叫停。"),
            ("", "建设项目因用地问题搁置。"),
            ("", "资金链断裂,4月18日起停工,目前正协调复工。"),
            ("", "停工,力争年内复工。"),
        ] {
            assert_eq!(read(before, after), Some(Turn::Stopped), "{before}|{after}");
        }
    }

    #[test]
    fn what_was_not_done_is_open() {
        for after in [
            "任务未完成,仅打通2条。",
            "尚未建成。",
            "未能如期建成。",
            "没有按期开工。",
            "未按期完工。",
            "项目尚未开工。",
            "不能按期竣工。",
            "无法开工。",
        ] {
            assert_eq!(read("", after), Some(Turn::Open), "{after}");
        }
    }

    #[test]
    fn what_goes_on_or_is_told_of_something_else_turns_nothing() {
        for (before, after) in [
            ("", "建成。"),
            ("", "未停工。"),
            ("", "停工半年后复工。"),
            ("", "4月起停工,8月1日已复工。"),
            ("", "停工问题得到解决。"),
            ("", "取消收费。"),
            ("取消水费,新建", "。"),
            ("", "建成,白河水厂停工。"),
            ("", "和白河、停工的水厂。"),
            ("停建白河水厂,新建", "。"),
            ("", "未来五年建成。"),
            ("", "建成,结束了没有水厂的历史。"),
        ] {
            assert_eq!(read(before, after), None, "{before}|{after}");
        }
    }
}
