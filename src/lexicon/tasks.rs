//! Words of tables of tasks (责任分解表), and of labels after a task: 责任单位, 完成时限.

use rustc_hash::FxHashMap as HashMap;

use super::table::{Dictionary, dictionary};
use crate::error::Error;
use crate::text::fold;

const FILE: Dictionary = dictionary!("tasks.tsv");

/// Longest heading of a column, in characters, without what is added or stands in brackets.
const MAX_HEADING_CHARS: usize = 16;
/// Shortest ending by which a heading is known, in characters: 2025年度建设内容.
const MIN_ENDING_CHARS: usize = 4;
/// Marks and words before another thing in a heading: 完成情况及存在问题.
const JOINED: [char; 4] = ['及', '和', '与', '、'];
/// What a heading may add that means nothing more: 进展情况说明.
const REMARK: &str = "说明";
/// It makes a work neither one that goes on nor one that is being prepared: 新开工.
const NEW: char = '新';
/// Openers of the reason why something was stopped.
const REASONS: [&str; 3] = ["因", "受", "由于"];
/// Another name of a time, and the dictionary's name of it.
const DAY: &str = "日期";
const TIME: &str = "时间";
/// Another name of the column of remarks.
const REMARKS: &str = "备注";
/// Longest label, in characters.
pub(crate) const MAX_LABEL_CHARS: usize = 8;

/// What a column of a table tells of its tasks, or a label of the task before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaskColumn {
    Number,
    /// A work by its name.
    Project,
    /// What shall be done.
    Task,
    Content,
    Responsible,
    Person,
    Helper,
    Due,
    Progress,
    /// What was done in one month, beside or instead of what was done up to it.
    Month,
    /// Whether the task is struck off.
    Closed,
    /// Whether or when it was begun: 是否开工.
    Opened,
    /// When it came to its end: 实际竣工日期.
    Ended,
    /// Whether it goes on or is only being prepared: 续建.
    Nature,
    /// What shall be reached next, with its time: 2026年建设目标.
    Goal,
    /// How much, in the unit of another column.
    Amount,
    Unit,
}

/// How far a task is, by what a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaskState {
    Idle,
    Stopped,
    Begun,
    Done,
}

/// The words of tables of tasks.
#[derive(Debug)]
pub(crate) struct TaskWords {
    columns: HashMap<&'static str, TaskColumn>,
    /// Endings of longer headings: 6月份进展.
    endings: Vec<(&'static str, TaskColumn)>,
    done: Vec<&'static str>,
    closed: Vec<&'static str>,
    idle: Vec<&'static str>,
    running: Vec<&'static str>,
    coming: Vec<&'static str>,
    halted: Vec<&'static str>,
    ditto: Vec<&'static str>,
    nothing: Vec<&'static str>,
    total: Vec<&'static str>,
    foot: Vec<&'static str>,
    annex: Vec<&'static str>,
    assigning: Vec<&'static str>,
    offices: Vec<&'static str>,
    pub(crate) cell: CellWords,
}

/// Words by which a cell says whether its task is done.
#[derive(Debug)]
pub(crate) struct CellWords {
    pub(crate) finished: Vec<&'static str>,
    pub(crate) doubt: Vec<&'static str>,
    pub(crate) opening: Vec<&'static str>,
    pub(crate) general: Vec<&'static str>,
    pub(crate) marker: Vec<&'static str>,
    pub(crate) ahead: Vec<&'static str>,
    pub(crate) going_on: Vec<&'static str>,
    pub(crate) now: Vec<&'static str>,
    pub(crate) telling: Vec<&'static str>,
}

impl TaskWords {
    pub(super) fn load() -> Result<Self, Error> {
        let mut classes = FILE.classes()?;
        let columns = [
            ("number", TaskColumn::Number),
            ("project", TaskColumn::Project),
            ("task", TaskColumn::Task),
            ("content", TaskColumn::Content),
            ("responsible", TaskColumn::Responsible),
            ("person", TaskColumn::Person),
            ("helper", TaskColumn::Helper),
            ("due", TaskColumn::Due),
            ("progress", TaskColumn::Progress),
            ("closing", TaskColumn::Closed),
            ("opened", TaskColumn::Opened),
            ("ended", TaskColumn::Ended),
            ("nature", TaskColumn::Nature),
            ("goal", TaskColumn::Goal),
            ("amount", TaskColumn::Amount),
            ("unit", TaskColumn::Unit),
        ];
        let columns =
            columns.into_iter().flat_map(|(class, column)| classes.entries(class, column)).collect();
        let endings = [
            ("progress-ending", TaskColumn::Progress),
            ("due-ending", TaskColumn::Due),
            ("task-ending", TaskColumn::Task),
            ("content-ending", TaskColumn::Content),
            ("responsible-ending", TaskColumn::Responsible),
            ("person-ending", TaskColumn::Person),
        ];
        let endings =
            endings.into_iter().flat_map(|(class, column)| classes.entries(class, column)).collect();
        let [done, closed, idle, halted, ditto, running, coming] =
            ["done", "closed", "idle", "halted", "ditto", "running", "coming"]
                .map(|class| classes.words(class));
        let [finished, doubt, opening, general, marker] =
            ["finished", "doubt", "opening", "general", "marker"].map(|class| classes.words(class));
        let [ahead, going_on, now, telling] =
            ["ahead", "going-on", "now", "telling"].map(|class| classes.words(class));
        let cell = CellWords { finished, doubt, opening, general, marker, ahead, going_on, now, telling };
        let [nothing, total, foot, annex, assigning, offices] =
            ["nothing", "total", "foot", "annex", "assigning", "office"].map(|class| classes.words(class));
        classes.end()?;
        Ok(TaskWords {
            columns,
            endings,
            done,
            closed,
            idle,
            running,
            coming,
            halted,
            ditto,
            nothing,
            total,
            foot,
            annex,
            assigning,
            offices,
            cell,
        })
    }

    /// What a column tells, by its heading: 责任单位, 责任单位(部门), 2025年度建设内容.
    pub(crate) fn column(&self, heading: &str) -> Option<TaskColumn> {
        let plain: String = heading.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
        // 计划竣工日期, 计划竣工时间: the same.
        let plain = plain.replace(DAY, TIME);
        let known = |words: &str| self.columns.get(words).copied();
        let bare = plain.split('(').next().unwrap_or_default();
        let length = bare.chars().count();
        if length > MAX_HEADING_CHARS {
            return None;
        }
        let at_the_end = |bare: &str| {
            let length = bare.chars().count();
            let mut endings = bare.char_indices().take((length + 1).saturating_sub(MIN_ENDING_CHARS));
            endings.find_map(|(at, _)| known(&bare[at..]))
        };
        // 完成情况及存在问题: something else stands beside how far the task is.
        let joined = || {
            let first = match bare.strip_suffix(REMARK) {
                Some(first) => first,
                None => bare.split_once(JOINED)?.0,
            };
            at_the_end(first).filter(|column| *column == TaskColumn::Progress)
        };
        let ending = || self.endings.iter().find(|(end, _)| bare.ends_with(end)).map(|(_, column)| *column);
        let column = known(&plain)
            .or_else(|| known(bare))
            .or_else(joined)
            .or_else(|| at_the_end(bare))
            .or_else(ending);
        match column {
            Some(TaskColumn::Progress) if is_of_a_month(bare) => Some(TaskColumn::Month),
            _ => column,
        }
    }

    /// Whether the cell of a column that says whether a task is struck off (是否销号) says yes.
    pub(crate) fn is_closed(&self, cell: &str) -> bool {
        let said = cell.trim().trim_end_matches('。');
        self.closed.contains(&said) || self.done.contains(&said)
    }

    /// The state of a task by the cell of a column that says whether or when it was begun: 是, 2025年3月; 否.
    pub(crate) fn begun(&self, cell: &str) -> Option<TaskState> {
        let said = cell.trim().trim_end_matches('。');
        let is_begun = self.closed.contains(&said) || said.contains(|c: char| c.is_ascii_digit());
        let is_idle = said == "否" || self.state(said) == Some(TaskState::Idle);
        match (is_idle, is_begun) {
            (true, _) => Some(TaskState::Idle),
            (_, true) => Some(TaskState::Begun),
            _ => None,
        }
    }

    /// The state of a task by a remark, where that says that nothing was begun or that it was stopped: 备注 |
    /// 未开工.
    pub(crate) fn remark(&self, heading: &str, cell: &str) -> Option<TaskState> {
        let state = if heading.trim() == REMARKS { self.state(cell) } else { None };
        state.filter(|state| matches!(state, TaskState::Idle | TaskState::Stopped))
    }

    /// Whether a heading is that of a column of names of works: 项目名称.
    pub(crate) fn names_works(&self, heading: &str) -> bool {
        heading.trim().ends_with("名称") && self.column(heading) == Some(TaskColumn::Project)
    }

    /// The bytes at which labels of the day on which a table was filled in end: 填报日期:.
    pub(crate) fn filled_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let is_label = |before: &str| {
            before.ends_with(['期', '间']) && self.foot.iter().any(|label| before.ends_with(label))
        };
        text.match_indices(':').filter(move |(at, _)| is_label(text[..*at].trim_end())).map(|(at, _)| at + 1)
    }

    /// The byte at which the label that ends a text starts, and what it tells: 责任单位 before its colon.
    pub(crate) fn label(&self, before: &str) -> Option<(usize, TaskColumn)> {
        let before = before.trim_end();
        let starts: Vec<usize> =
            before.char_indices().rev().take(MAX_LABEL_CHARS).map(|(at, _)| at).collect();
        let longest =
            starts.into_iter().rev().find_map(|at| Some((at, *self.columns.get(&before[at..])?)))?;
        // Some names are only those of columns: 单位:5家.
        let is_of_columns = matches!(
            longest.1,
            TaskColumn::Nature | TaskColumn::Goal | TaskColumn::Amount | TaskColumn::Unit
        );
        if is_of_columns {
            return None;
        }
        // 落实|责任单位: a word of a sentence is no label.
        let opens = before[..longest.0].chars().last().is_none_or(|c| !c.is_alphanumeric());
        opens.then_some(longest)
    }

    /// How far a task is, by a cell; `None` where the cell does not say. 已完成80%,尚未验收 has begun.
    pub(crate) fn state(&self, cell: &str) -> Option<TaskState> {
        let said = cell.trim().trim_end_matches(['。', ';', '；', '.']);
        if said.is_empty() {
            return None;
        }
        let is_idle = self.idle.iter().any(|word| said.starts_with(word));
        let is_done = || self.done.contains(&said);
        // 因资金问题|暂缓, 不再实施,另行安排; 因资金未到位,|暂停施工.
        let mut clauses = said.split([',', '，', ';', '；', '。']);
        let first = clauses.next().unwrap_or_default();
        let next = clauses.next().filter(|_| REASONS.iter().any(|reason| first.starts_with(reason)));
        let halts = |word: &&str| {
            first.starts_with(word)
                || first.ends_with(word)
                || next.is_some_and(|next| next.trim_start_matches('已').starts_with(word))
        };
        Some(if is_idle {
            TaskState::Idle
        } else if self.halted.iter().any(halts) {
            TaskState::Stopped
        } else if is_done() {
            TaskState::Done
        } else {
            TaskState::Begun
        })
    }

    /// How far works are, by what a cell or a line above them calls them: 续建, 二、前期项目(2个). `None`
    /// where that says more than one thing.
    pub(crate) fn nature(&self, called: &str) -> Option<TaskState> {
        let names = |words: &[&str]| words.iter().any(|word| called.contains(word));
        match (names(&self.running), names(&self.coming)) {
            _ if called.contains(NEW) => None,
            (true, false) => Some(TaskState::Begun),
            (false, true) => Some(TaskState::Idle),
            _ => None,
        }
    }

    /// Whether a cell says only that a work is being prepared: 洽谈, 前期工作.
    pub(crate) fn is_to_come(&self, cell: &str) -> bool {
        self.coming.contains(&cell)
    }

    /// Whether a cell says what the cell above it says.
    pub(crate) fn is_ditto(&self, cell: &str) -> bool {
        self.ditto.contains(&cell.trim())
    }

    /// Whether a cell says nothing: it is blank or a stroke.
    pub(crate) fn is_nothing(&self, cell: &str) -> bool {
        cell.trim().is_empty() || self.nothing.contains(&cell.trim())
    }

    /// Whether a row that opens with this cell is no task: it is a sum (合计), or stands below the table
    /// (填表人:甲).
    pub(crate) fn is_no_task(&self, cell: &str) -> bool {
        let plain: String = cell.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
        let bare = plain.trim_end_matches(':');
        let is_foot = || plain.split_once(':').is_some_and(|(label, _)| self.foot.contains(&label));
        self.total.contains(&bare) || is_foot()
    }

    /// The byte in a bracket at which it says that those named before are responsible:
    /// 财政部门|按职责分工负责.
    pub(crate) fn assignment(&self, bracket: &str) -> Option<usize> {
        self.assigning.iter().filter_map(|word| bracket.find(word)).min()
    }

    /// Whether a name ends as those of offices do: 市城管局.
    pub(crate) fn is_office(&self, name: &str) -> bool {
        self.offices.iter().any(|end| name.ends_with(end))
    }

    /// Whether a line names another table: 附表2 经济指标.
    pub(crate) fn is_annex(&self, line: &str) -> bool {
        self.annex.iter().any(|word| line.trim_start().starts_with(word))
    }
}

/// Whether a heading names a single month: 当月完成, 8月完成情况.
fn is_of_a_month(heading: &str) -> bool {
    let after = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    heading.starts_with(['当', '本']) && heading.chars().nth(1) == Some('月')
        || after.len() < heading.len() && after.starts_with('月')
}

#[cfg(test)]
mod tests;
