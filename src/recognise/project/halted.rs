//! Tells whether the words around a name say that the work was stopped, ended or put off, or has not reached
//! its stage.

use crate::lexicon::{LedgerWords, Lexicon, Mark};
use crate::text::clause_after;

/// The marks that end a clause.
const STOPS: [char; 6] = [',', ';', '。', ':', '!', '?'];
/// Every denial holds one of these.
pub(crate) const DENYING_SIGNS: [char; 2] = ['未', '没'];
/// Open a reason.
const REASONS: [&str; 2] = ["因", "由于"];
/// Open a clause about the same work: since when its end is moved, or its rest.
const SAME: [&str; 6] = ["由", "从", "受", "原", "将", "其余"];
/// The longest bracket after a name, in characters.
const MAX_BRACKET_CHARS: usize = 40;
/// Most clauses after a name that are read for its end.
const MAX_END_CLAUSES: usize = 3;
/// Stand before a word of stopping and deny it: 未|停工.
const DENYING: [&str; 4] = ["未", "没", "没有", "不"];
/// Most characters between a name and the word that stops it: 因资金问题|停工.
const MAX_REASON_CHARS: usize = 12;
/// Most characters of a time since when: 4月18日起|停工, 8月1日已|复工.
const MAX_SINCE_CHARS: usize = 8;
/// Most characters before a denial, and between it and the verb: 任务|未|如期|完成.
const MAX_MANNER_CHARS: usize = 4;
/// Nouns for a promise, after its words and before the denial: 任务|尚未|完成.
const NAMED: [&str; 5] = ["建设任务", "任务", "目标", "工程", "项目"];

/// Whether the words around a name stop it: 因资金问题停工; 原定去年建成,|现推迟至|今年6月; 停建| before a name.
pub(crate) fn is_halted(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let after = without_bracket(after);
    let opens = before.rsplit(STOPS).next().unwrap_or_default();
    let mut clauses = after.split(STOPS);
    let own = clauses.next().unwrap_or_default();
    let next = clauses.next().filter(|_| after[own.len()..].starts_with(',')).unwrap_or_default();
    // The verb governs the name across its description: 取消|原定今年实施的|青岩水厂.
    let governs = |between: &str| between.is_empty() || between.starts_with('原') && between.ends_with('的');
    let is_last = |(start, end): (usize, usize)| governs(&opens[end..]) && !is_denied_at(opens, start);
    let may_halt = |clause: &str| lexicon.stages.may_halt(clause);
    let leads = || may_halt(opens) && halting(opens, lexicon).any(is_last);
    // The next clause may be about another work: 青岩水厂建成,|白河水厂停工.
    let is_its = || {
        lexicon.stages.turning.opens(next)
            || halting(next, lexicon)
                .any(|(start, _)| start == 0 || is_since(&next[..start], &lexicon.ledger))
    };
    let is_stopped = halts(own, lexicon) || may_halt(next) && is_its() && halts(next, lexicon) || leads();
    is_stopped && !resumes(after, lexicon)
}

/// Whether the words of a clause before a word of putting off leave it about the same work as the clause
/// before: |现|推迟至, |由9月底|延至, |其余|推迟到.
pub(crate) fn goes_on_with(opens: &str, lexicon: &Lexicon) -> bool {
    let is_own = || {
        lexicon.stages.turning.opens(opens)
            || lexicon.times.foreseen.opens(opens)
            || REASONS.iter().chain(&SAME).any(|word| opens.starts_with(word))
    };
    opens.is_empty() || !opens.contains('的') && is_own()
}

/// Whether a later clause of the sentence says, after at most a time, that work goes on again: 停工,|8月1日已复工.
pub(crate) fn resumes(after: &str, lexicon: &Lexicon) -> bool {
    let sentence = after.split(['。', ';']).next().unwrap_or_default();
    sentence.split(',').skip(1).any(|clause| {
        let at = lexicon.stages.resumed_at(clause);
        at.is_some_and(|at| clause[..at].chars().count() <= MAX_SINCE_CHARS)
    })
}

/// Whether the words before a word of stopping only tell since when: 4月18日起, 去年底.
fn is_since(text: &str, words: &LedgerWords) -> bool {
    text.chars().count() <= MAX_SINCE_CHARS
        && (text.starts_with(|c: char| c.is_ascii_digit()) || words.since_openers.opens(text))
        && words.since_ends.end(text)
}

/// Whether a clause says, after at most a reason, that its work was stopped.
fn halts(clause: &str, lexicon: &Lexicon) -> bool {
    let stops = |(start, end): (usize, usize)| {
        let (opens, rest) = (&clause[..start], &clause[end..]);
        let is_of_other = opens.contains(['、', '的']) || opens.chars().count() > MAX_REASON_CHARS;
        // It stops something else: 青岩水厂|取消|收费.
        let takes_object = lexicon.stages.marks.get(&clause[start..end]).is_some_and(Mark::is_of_any);
        let is_own = !takes_object || matches!(rest, "" | "了");
        !is_of_other && is_own && !is_denied_at(clause, start) && !lexicon.stages.described.opens(rest)
    };
    // Only the time of its end changes: 竣工时间|延至11月底.
    lexicon.stages.may_halt(clause)
        && !lexicon.stages.moves_end(without_noun(clause))
        && halting(clause, lexicon).any(stops)
}

/// The byte ranges of the words that say that a work was stopped.
fn halting<'t>(text: &'t str, lexicon: &'t Lexicon) -> impl Iterator<Item = (usize, usize)> {
    let marks = lexicon.stages.marks.find(text);
    marks
        .filter(|(range, mark)| lexicon.stages.halts(mark, &text[range.end..]))
        .map(|(range, _)| (range.start, range.end))
}

fn is_denied_at(text: &str, at: usize) -> bool {
    DENYING.iter().any(|word| text[..at].ends_with(word))
}

/// Whether a clause after the words of a promise says that it was not done: 任务|尚未|完成, 没有如期|建成.
pub(crate) fn is_denied(clause: &str, lexicon: &Lexicon) -> bool {
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
    // 未来 is another word.
    is_near(&told[..at])
        && !after.starts_with("未来")
        && after.char_indices().skip(1).take(MAX_MANNER_CHARS + 1).any(|(verb, _)| ends(&after[verb..]))
}

/// Whether the words after a name say that the work was not done, with at most a reason or the end of its
/// list between: 因手续不全未开工, 等3个项目|不能按期竣工.
pub(crate) fn is_undone(after: &str, lexicon: &Lexicon) -> bool {
    let told = without_bracket(after).trim_start_matches([':', '。']);
    let clause = clause_after(told);
    let list = clause.rsplit_once("个项目").filter(|(list, _)| list.contains('等'));
    let told = without_noun(list.map_or(clause, |(_, told)| told));
    let reason = told.find(DENYING_SIGNS).filter(|_| REASONS.iter().any(|because| told.starts_with(because)));
    let is_reason = |at: &usize| told[..*at].chars().count() <= MAX_REASON_CHARS;
    is_denied(&told[reason.filter(is_reason).unwrap_or(0)..], lexicon)
}

/// Whether the words after a name say that its end moves: |工期顺延至2026年6月, 因征地|,工期顺延6个月.
pub(crate) fn moves_end(after: &str, lexicon: &Lexicon) -> bool {
    of_end(after).any(|clause| lexicon.stages.moves_end(clause))
}

/// Whether the words after a name tell when the work ends or how long it takes: |工期2023年3月至2026年12月.
pub(super) fn tells_end(after: &str, lexicon: &Lexicon) -> bool {
    let says = |told: &str| told.contains(|c: char| c.is_ascii_digit());
    of_end(after).any(|clause| lexicon.stages.after_end_time(clause).is_some_and(says))
}

/// The clauses after a name that may tell of its end: its own, and the next ones as long as they are reasons.
fn of_end(after: &str) -> impl Iterator<Item = &str> {
    let told = without_noun(without_bracket(after).trim_start_matches(':'));
    let sentence = told.split(['。', ';']).next().unwrap_or_default();
    sentence.split([',', ':']).take(MAX_END_CLAUSES).scan(true, |goes_on, clause| {
        let is_told = *goes_on;
        *goes_on = clause.is_empty() || REASONS.iter().any(|because| clause.starts_with(because));
        is_told.then_some(clause)
    })
}

/// The text without the bracket that opens it: (签约2亿元,经开区)|因环保不达标终止.
fn without_bracket(after: &str) -> &str {
    let Some(inside) = without_noun(after).strip_prefix('(') else { return after };
    let close = inside.char_indices().take(MAX_BRACKET_CHARS).find(|(_, c)| *c == ')');
    let told = close.and_then(|(close, _)| inside.get(close + 1..));
    told.map_or(after, |told| told.strip_prefix(',').unwrap_or(told))
}

/// The text without the noun for the work after its name: 项目|终止.
fn without_noun(told: &str) -> &str {
    NAMED.iter().find_map(|named| told.strip_prefix(named)).unwrap_or(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> &'static Lexicon {
        crate::extract::shared().unwrap().lexicon()
    }

    #[test]
    fn an_end_whose_time_changes_is_moved_and_no_stop() {
        for after in [
            "工期顺延至2026年6月。",
            "项目因资金紧张,工期延长6个月。",
            "竣工时间由9月底延至11月底。",
            "完工时间调整为2026年6月。",
        ] {
            assert!(moves_end(after, lexicon()), "{after}");
            assert!(tells_end(after, lexicon()), "{after}");
            assert!(!is_halted("", after, lexicon()), "{after}");
        }
        for after in
            ["工期6个月。", "竣工时间2026年6月。", "延长至白河。", "供水时间延长。", "竣工,工期缩短。"]
        {
            assert!(!moves_end(after, lexicon()), "{after}");
        }
        assert!(tells_end(",工期2023年3月至2026年12月。", lexicon()));
        assert!(!tells_end("建成,工期缩短。", lexicon()));
    }

    #[test]
    fn a_bracket_and_the_noun_of_a_work_stand_before_what_is_told() {
        for after in [
            "(签约2亿元,经开区),因环保不达标终止。",
            "项目(签约2亿元,经开区),投资方函告不再投资;",
            "项目因投资方退出终止。",
            "已终止。",
            "被终止。",
        ] {
            assert!(is_halted("", after, lexicon()), "{after}");
        }
        for after in ["(总投资2亿元)未开工。", "项目因手续不全未开工。", "等3个项目不能按期竣工。"]
        {
            assert!(is_undone(after, lexicon()), "{after}");
        }
        assert!(!is_undone("等3个项目已竣工。", lexicon()));
    }
}
