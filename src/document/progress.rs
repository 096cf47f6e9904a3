//! How far a task is, by a cell of a table of tasks: 4所全部建成, 机制已建立, 完成率105%.

use crate::lexicon::{CellWords, Lexicon, TaskState, TaskWords};
use crate::numeral::is_numeric;
use crate::recognise::project::halted::is_halted;
use crate::record::Stage;
use crate::text::{fold, is_whole, percent_at_end};

/// Marks that end a clause of a cell.
const STOPS: [char; 3] = [',', ';', '。'];
/// Characters between two verbs of one end: 建成并投入使用.
const JOINS: [char; 4] = ['并', '且', '已', '、'];
/// Words before the share of a whole that is done.
const RATES: [&str; 4] = ["完成率", "完成比例", "完成进度", "完成"];

/// Steps that still follow what is done.
const LOOKED_OVER: [&str; 4] = ["待竣工验收", "待验收", "正在验收", "待移交"];

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) state: TaskState,
    /// Whether an amount in it may be what was done.
    pub(super) tells_amount: bool,
}

/// What a cell says of the task in another cell; `None` where it is blank.
pub(super) fn of_cell(cell: &str, task: &str, words: &TaskWords) -> Option<Said> {
    let state = words.state(cell)?;
    let fold = |text: &str| text.chars().map(fold).filter(|c| !c.is_whitespace()).collect::<String>();
    let (cell, task) = (fold(cell), fold(task));
    // 停建违规项目 | 停建3个: the cell does what the task asks for, and stops nothing.
    let is_asked = state == TaskState::Stopped && task.contains(['停', '止', '缓']);
    let state = if is_asked { TaskState::Begun } else { state };
    let has = |any: &[&str]| any.iter().any(|word| cell.contains(word));
    // 已完工,|待验收: what is looked over is done.
    let certain = LOOKED_OVER.iter().fold(cell.clone(), |cell, later| cell.replace(later, ""));
    let is_doubtful = words.cell.doubt.iter().any(|word| certain.contains(word));
    let is_open = matches!(state, TaskState::Idle | TaskState::Stopped) || is_doubtful;
    // 完成35公里,占40.7%: short of the whole, the cell still tells an amount.
    // 4座已建成,2座正在装修: what has come to its end stands there too.
    let is_begun = matches!(state, TaskState::Begun | TaskState::Done);
    let tells_amount = is_begun && (has(&words.cell.finished) || !is_open && !has(&words.cell.opening));
    let is_part = is_open || falls_short(&cell);
    let cell = without_whole(&cell);
    let clauses = || cell.split(STOPS).filter(|clause| !clause.is_empty());
    let is_done =
        !is_part && clauses().any(|clause| is_end(clause, &task, &words.cell) || tells_whole(clause));
    Some(Said { state: if is_done { TaskState::Done } else { state }, tells_amount })
}

/// The state of a work, by the stages that a cell tells: to come (洽谈, 正在办理前期手续, 计划10月开工),
/// stopped (处于停工状态), done (已竣工未投用); `None` where the work goes on or the cell tells no stage.
pub(super) fn of_work(cell: &str, lexicon: &Lexicon) -> Option<TaskState> {
    let told: String = cell.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
    if is_halted("", &told, lexicon) {
        return Some(TaskState::Stopped);
    }
    let words = &lexicon.tasks.cell;
    let mut rest = told.trim_end_matches('。');
    while let Some(after) = opening(rest, &words.marker) {
        rest = after;
    }
    let marks = || lexicon.stages.marks.find(&told).filter_map(|(_, mark)| mark.stage);
    let furthest = marks().max();
    // 已竣工|未投用
    let is_built = || {
        let (end, mark) = lexicon.stages.marks.longest_at(rest, 0)?;
        let unused = &rest[end.end..];
        let denied =
            ["尚未", "未"].iter().find_map(|not| unused.trim_start_matches([',', '但']).strip_prefix(not))?;
        let (used, next) = lexicon.stages.marks.longest_at(denied, 0)?;
        let is_unused = next.stage == Some(Stage::Operating) && used.end == denied.len();
        (mark.stage == Some(Stage::Completed) && is_unused).then_some(TaskState::Done)
    };
    let is_ahead = words.ahead.iter().any(|word| rest.starts_with(word));
    let is_begun = furthest.is_some_and(|stage| stage > Stage::Started);
    let is_prepared = lexicon.tasks.is_to_come(rest) || furthest == Some(Stage::Planned);
    if is_prepared || is_ahead && furthest.is_some() && !is_begun {
        return Some(TaskState::Idle);
    }
    is_built()
}

/// Whether what is told of a task, in a cell or after it, says that it is done.
pub(crate) fn is_done(told: &str, task: &str, words: &TaskWords) -> bool {
    of_cell(told, task, words).is_some_and(|said| said.state == TaskState::Done)
}

/// The cell without the bracket that states the whole: 已完成|(100%).
fn without_whole(cell: &str) -> &str {
    let inside = cell.strip_suffix(')').and_then(|cell| cell.rsplit_once('('));
    let is_all =
        |share: &str| percent_at_end(share).is_some_and(|(at, percent)| at == 0 && is_whole(percent));
    inside.filter(|(_, share)| is_all(share)).map_or(cell, |(told, _)| told)
}

/// Whether a cell states a share of less than the whole: 完成70%.
fn falls_short(cell: &str) -> bool {
    let shares = cell.match_indices('%').map(|(at, sign)| percent_at_end(&cell[..at + sign.len()]));
    shares.into_iter().any(|share| share.is_none_or(|(_, percent)| !is_whole(percent)))
}

/// Whether a clause states that the whole is done, as a share: 完成率105%.
fn tells_whole(clause: &str) -> bool {
    let share = percent_at_end(clause).filter(|(_, percent)| is_whole(*percent));
    let rate = share.map(|(start, _)| clause[..start].trim_end_matches(':'));
    rate.is_some_and(|before| RATES.iter().any(|rate| before.ends_with(rate)))
}

/// Whether a clause says that the task itself, and nothing else, has come to its end: 机制已建立,
/// 4所全部建成, 已完成整改.
fn is_end(clause: &str, task: &str, words: &CellWords) -> bool {
    let marked = words.marker.iter().filter_map(|marker| clause.find(marker)).min();
    // 完成|全部任务: what the verb takes is no sign that it is done.
    let first = marked.filter(|at| opening(&clause[..*at], &words.finished).is_none());
    let (subject, mut rest) = clause.split_at(first.unwrap_or(0));
    // 任务|完成.
    let before = if first.is_none() { &words.general } else { &words.marker };
    while let Some(after) = opening(rest, before) {
        rest = after;
    }
    let rest = rest.trim_end_matches('了');
    let is_own = |part: &str| part.chars().count() > 1 && task.contains(part);
    let is_told = || first.is_some() && is_own(rest) && opening(rest, &words.opening).is_none();
    is_of_task(subject, task, words) && (has_ended(rest, words, is_own) || is_told())
}

/// Whether the words before 已 name nothing but the task: 机制, 9座, 9座危桥, 项目.
fn is_of_task(subject: &str, task: &str, words: &CellWords) -> bool {
    let mut rest = subject;
    while let Some(after) = opening(rest, &words.general) {
        rest = after;
    }
    let counted = rest.trim_start_matches(is_numeric);
    if counted.len() < rest.len() {
        // The unit after a number: 座, 公里.
        let things = counted.char_indices().map(|(at, _)| at).chain([counted.len()]).skip(1).take(2);
        let mut things = things.map(|at| &counted[at..]);
        return things.any(|thing| task.contains(thing));
    }
    task.contains(rest)
}

/// Whether a predicate consists of verbs of an end and at most the task itself: 建成并投入使用, 完成整改.
fn has_ended(predicate: &str, words: &CellWords, is_own: impl Fn(&str) -> bool) -> bool {
    let (mut rest, mut verbs) = (predicate, 0);
    while let Some(after) = opening(rest, &words.finished) {
        (rest, verbs) = (after.trim_start_matches(JOINS), verbs + 1);
    }
    // 完成|全部|任务.
    let mut named = rest;
    while let Some(after) = opening(named, &words.general).or_else(|| opening(named, &words.marker)) {
        named = after;
    }
    let names_nothing = named.is_empty();
    verbs > 0 && (names_nothing || is_own(rest) && !rest.starts_with(is_numeric))
}

/// The text after the longest of these words that opens it.
pub(super) fn opening<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let longest = words.iter().filter(|word| text.starts_with(**word)).max_by_key(|word| word.len())?;
    text.get(longest.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn state(cell: &str, task: &str) -> TaskState {
        of_cell(cell, task, &Lexicon::for_tests().tasks).unwrap().state
    }

    #[test]
    fn what_has_come_to_its_end_is_done() {
        for (cell, task) in [
            ("已建立", "建立渔港巡查机制"),
            ("机制已建立。", "建立渔港巡查机制"),
            ("4所全部建成", "新建幼儿园4所"),
            ("4所幼儿园已全部建成并投入使用", "新建幼儿园4所"),
            ("目前，9座危桥全部完成改造。", "改造危桥9座"),
            ("完成2.1万亩，完成率105%", "建设高标准农田2万亩"),
            ("已完成整改，通过验收", "青岩渔港污水直排"),
            ("项目已完工", "青岩码头"),
            ("已建成投用", "青岩码头"),
            ("已印发", "印发渔港管理方案"),
            ("已完成方案编制", "完成方案编制"),
            ("任务完成", "改造渔港5座"),
            ("完成全部任务", "改造渔港5座"),
            ("已完成（100%）", "改造渔港5座"),
            ("完成率：100%", "改造渔港5座"),
            ("已完工，待验收", "改造渔港5座"),
            ("正式投用", "青岩码头"),
            ("已结项", "渔业研究"),
        ] {
            assert_eq!(state(cell, task), TaskState::Done, "{cell}");
        }
    }

    #[test]
    fn a_work_is_told_of_by_its_stages() {
        for (cell, state) in [
            ("洽谈", Some(TaskState::Idle)),
            ("前期", Some(TaskState::Idle)),
            ("正在办理前期手续", Some(TaskState::Idle)),
            ("计划10月开工", Some(TaskState::Idle)),
            ("投资方退出", Some(TaskState::Stopped)),
            ("处于停工状态", Some(TaskState::Stopped)),
            ("因征迁停工3个月", Some(TaskState::Stopped)),
            ("已竣工未投用", Some(TaskState::Done)),
            ("竣工，尚未投入使用", Some(TaskState::Done)),
            ("计划10月竣工", None),
            ("桩基施工", None),
            ("签约", None),
            ("正在招标", None),
            ("已完成35%", None),
        ] {
            assert_eq!(of_work(cell, Lexicon::for_tests()), state, "{cell}");
        }
    }

    #[test]
    fn what_has_not_begun_and_what_is_put_off_open_so() {
        for cell in ["未开展", "无进展", "零进展", "还未开工", "没有完成"] {
            assert_eq!(state(cell, "改造渔港5座"), TaskState::Idle, "{cell}");
        }
        for cell in ["受汛期影响暂停施工", "已叫停", "延期至明年", "拟调整至2027年"] {
            assert_eq!(state(cell, "改造渔港5座"), TaskState::Stopped, "{cell}");
        }
    }

    #[test]
    fn what_is_told_of_another_or_a_part_is_not() {
        for (cell, task) in [
            ("可研已完成", "青岩码头"),
            ("已完成（主体）", "青岩码头"),
            ("已完成（90%）", "青岩码头"),
            ("已完工，待改造", "青岩码头"),
            ("已完成招标", "青岩码头"),
            ("主体已完工", "青岩码头"),
            ("方案已印发", "新建幼儿园4所"),
            ("已开工", "开工建设青岩码头"),
            ("已建成3所", "新建幼儿园4所"),
            ("已完成80%", "改造危桥9座"),
            ("已完工，尚未验收", "改造危桥9座"),
            ("部分建成", "改造危桥9座"),
            ("预计6月全部建成", "新建幼儿园4所"),
            ("完成率98%", "新建幼儿园4所"),
            ("4所全部开工", "新建幼儿园4所"),
        ] {
            assert_eq!(state(cell, task), TaskState::Begun, "{cell}");
        }
        assert_eq!(state("尚未建成", "新建幼儿园4所"), TaskState::Idle);
        assert_eq!(state("不再实施", "新建幼儿园4所"), TaskState::Stopped);
        assert_eq!(state("停建3个", "停建违规项目5个"), TaskState::Begun);
        assert_eq!(of_cell(" ", "新建幼儿园4所", &Lexicon::for_tests().tasks), None);
    }
}
