//! Decides whether an entry is said to have been stopped, ended or put off, or not to be done.

use super::reader::Reader;
use crate::lexicon::Lexicon;
use crate::recognise::project::halted::{DENYING_SIGNS, is_denied, is_halted, is_undone, moves_end, resumes};
use crate::record::Project;
use crate::text::{clause_after, clause_before};

/// How many clauses from a name on are read for what is said of a rumour.
const MAX_VERDICT_CLAUSES: usize = 3;

/// What the words around those of an entry say became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Stopped,
    /// It was not done and is still to come.
    Open,
}

impl Reader<'_> {
    /// Whether a project is said not to be done: 青岩水厂|因手续不全未开工, 青岩水厂|等3个项目|不能按期竣工.
    pub(super) fn is_undone(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        is_undone(&after, self.lexicon)
    }

    /// Whether its end is put off: 青岩水厂|工期顺延6个月.
    pub(super) fn is_put_off(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        moves_end(&self.read.folded(project.span.end, end), self.lexicon)
    }

    /// Whether it was stopped and goes on again: 青岩水厂停工,|8月1日已复工.
    pub(super) fn is_resumed(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        after.contains("复工") && resumes(&after, self.lexicon)
    }

    /// Whether it is stopped: 青岩水厂|因资金问题停工, 青岩水厂原定去年建成,|现推迟至|今年6月, 停建|青岩水厂.
    pub(super) fn is_halted(&self, project: &Project) -> bool {
        let (start, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let before = self.read.folded(start, project.span.start);
        is_halted(&before, &after, self.lexicon) && !self.is_rumour(&before, &after)
    }

    /// 网传|青岩水厂停工, 青岩水厂停工|的传言不实: whether the clause of a name says that what it tells is only said by others, or
    /// the one after it that it is not so.
    fn is_rumour(&self, before: &str, after: &str) -> bool {
        let rumours = &self.lexicon.stages.rumours;
        let own = clause_before(before);
        let sentence = after.split(['。', ';', '!', '?']).next().unwrap_or_default();
        let mut told = sentence.split(',').take(MAX_VERDICT_CLAUSES);
        rumours.stands_in(own) || told.any(|clause| self.lexicon.stages.disproof.end(clause))
    }

    /// Whether it missed its end: 青岩水厂|未按期完工.
    pub(super) fn is_not_done(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        is_denied(clause_after(&after), self.lexicon)
    }
}

/// Whether a text may say that something was stopped or not done; a cheap test before all others.
pub(super) fn may_turn(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.stages.may_halt(text) || text.contains(DENYING_SIGNS)
}

/// What the words around those of an entry say became of it, if it was stopped or not done.
pub(super) fn turned(before: &str, after: &str, lexicon: &Lexicon) -> Option<Turn> {
    if is_halted(before, after, lexicon) {
        return Some(Turn::Stopped);
    }
    is_denied(clause_after(after), lexicon).then_some(Turn::Open)
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
            ("", "因方案未落实取消核准。"),
            ("", "被撤销备案。"),
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
