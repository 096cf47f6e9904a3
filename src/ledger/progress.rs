//! Reads how far a project is, by what one document says of it.

use super::State;
use super::reader::{Reader, SOON};
use super::report::{is_striven_for, runs_on_time};
use crate::record::{Measure, MeasureStatus, Project, Span, Stage};
use crate::text::{clause_after, clause_before};

/// Most works down a list that are searched for a stage.
const MAX_LISTED: usize = 50;
/// Most characters between two items of a list: ”第三通道、云溪铁路、“.
const MAX_BETWEEN_CHARS: usize = 20;

/// How many measures on each side of one make its surroundings.
const MAX_NEIGHBOURS: usize = 2;

/// The word that may say that the ends of a work meet or that it is done, and the words for a later stage.
const SHELL: &str = "贯通";
/// Works that 贯通 alone only joins and that are then furnished and paved; a road that is 贯通 is done.
const JOINED: [&str; 3] = ["桥", "隧道", "隧洞"];
const NEXT: [&str; 5] = ["预计", "计划", "正在", "即将", "将"];

/// A verb that says the end of building.
const BUILT: &str = "建好";

/// How far a project is, or is to come.
pub(super) struct Progress {
    pub(super) state: State,
    pub(super) stage: Option<Stage>,
    pub(super) aim: bool,
}

impl Reader<'_> {
    pub(super) fn progress(&self, index: usize, measure: Option<&Measure>) -> Progress {
        let project = &self.speech.projects[index];
        let (stage, aim) = self.stage(index);
        // The later stage of 青岩水厂推迟到明年建成 is still to come; the work of 青岩水厂建设项目搁置 stops.
        if (!is_end(stage) || aim) && self.is_halted(project) {
            return Progress { state: State::Stopped, stage, aim };
        }
        // It missed its end: 青岩水厂未按期完工.
        if stage.is_none() && self.is_not_done(project) {
            return Progress { state: State::Promised, stage, aim: true };
        }
        if is_end(stage) && self.is_soon(project) {
            return Progress { state: State::UnderWay, stage, aim: true };
        }
        // Some of them are in use: 青岩系列实验室陆续投用.
        if is_end(stage) && !aim && self.comes_in_turn(project) {
            return Progress { state: State::UnderWay, stage, aim };
        }
        if stage == Some(Stage::Completed) && !aim && self.goes_on(project) {
            return Progress { state: State::UnderWay, stage: Some(Stage::Building), aim };
        }
        // Among tasks it is a promise: 完成青岩机场竣工验收.
        let finishes = |measure: &Measure| {
            measure.status == MeasureStatus::Planned
                && measure.object.span.contains(&project.span)
                && self.words().finishing.contains(&measure.verb)
        };
        let aim = aim
            || self.is_still_to_come(project, stage)
            || is_end(stage) && (self.stands_in_plan(project) || measure.is_some_and(finishes));
        Progress { state: self.state(project, (stage, aim), measure), stage, aim }
    }

    /// Whether it is only a step, or the next clause says that work goes on: 青岩大桥合龙; 青岩隧道贯通,|正在铺轨.
    fn goes_on(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let mut clauses = after.split([',', ';', '。']);
        let told = clauses.next().unwrap_or_default().trim_end_matches('了');
        let next = clauses.next().filter(|_| after.contains(','));
        let is_joined = || JOINED.iter().any(|work| project.text.ends_with(work));
        self.words().milestones.end(told)
            || told.ends_with(SHELL)
                && next.map_or_else(is_joined, |next| NEXT.iter().any(|ahead| next.starts_with(ahead)))
    }

    /// Whether building is still to come: 将进行|青岩水库|的建设.
    fn is_still_to_come(&self, project: &Project, stage: Option<Stage>) -> bool {
        stage == Some(Stage::Building) && {
            let (start, _) = self.read.bounds(&project.span);
            let before = self.read.folded(start, project.span.start);
            let clause = before.rsplit([',', ';', '。']).next().unwrap_or_default();
            clause.contains("将进行") || clause.contains("将要进行")
        }
    }

    /// The stage of a project, and whether it is still to come; without one of its own, that of its list.
    fn stage(&self, index: usize) -> (Option<Stage>, bool) {
        let project = &self.speech.projects[index];
        let own = (project.stage, project.aim);
        if let Some(stage) = self.stage_of_result(project) {
            return stage;
        }
        if own == (Some(Stage::Building), true)
            && let Some(end) = self.end_of_list(project)
        {
            return (Some(end), true);
        }
        if own.0.is_some() || self.serves(project) {
            return own;
        }
        let headed = || self.stage_of_heading(project).map(|stage| (Some(stage), false));
        let listed = || self.stage_of_list(project).or_else(|| self.stage_of_listing(project));
        self.stage_of_neighbour(index).or_else(headed).or_else(listed).unwrap_or(own)
    }

    /// The stage of the next item of the list that has one: “青电外送”第三通道、白河铁路投运.
    fn stage_of_neighbour(&self, index: usize) -> Option<(Option<Stage>, bool)> {
        let mut end = self.speech.projects[index].span.end;
        for next in self.speech.projects[index + 1..].iter().take(MAX_LISTED) {
            let between = self.read.folded(end, next.span.start.max(end));
            let is_list = between.chars().count() <= MAX_BETWEEN_CHARS
                && between.contains('、')
                && !between.contains([',', ';', '。', ':', '(']);
            if !is_list {
                return None;
            }
            if next.stage.is_some() {
                return Some((next.stage, next.aim));
            }
            end = next.span.end;
        }
        None
    }

    /// The stage if 建好 before the project tells the end: 建好|青岩水库、白河大桥; not 建好用好, 抓好.
    fn stage_of_result(&self, project: &Project) -> Option<(Option<Stage>, bool)> {
        let (start, _) = self.read.bounds(&project.span);
        let before = self.read.folded(start, project.span.start);
        let clause = before.rsplit([',', ';', ':']).next()?;
        let (opens, between) = clause.rsplit_once(BUILT)?;
        let is_item = between.is_empty()
            || between.ends_with(['、', '和', '及', '与']) && !between.starts_with(['用', '管']);
        // Without a time, 建好 means to build well: 建好青岩水库.
        let is_built = project.stage == Some(Stage::Building) && is_item;
        let is_done = opens.ends_with('已');
        let first = self.speech.times.partition_point(|time| time.span.start < start);
        let first = self.speech.times.get(first);
        let is_before = first.is_some_and(|time| time.span.end <= project.span.start);
        let has_end = is_done || is_before || self.deadline_of(project).is_some();
        is_built.then_some((Some(if has_end { Stage::Completed } else { Stage::Building }), !is_done))
    }

    /// The stage that the next clause tells of a list that 等 closes: 青岩水库、白河大桥等重大项目，将在本年开始兴建.
    fn stage_of_list(&self, project: &Project) -> Option<(Option<Stage>, bool)> {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let mut clauses = after.split([',', ';', '。', ':']);
        let (_, closing) = clauses.next()?.rsplit_once('等')?;
        let closes = closing.is_empty() || ["工程", "项目"].iter().any(|work| closing.ends_with(work));
        let told = clauses.next().filter(|told| closes && told.starts_with(['将', '要', '拟']))?;
        let marks = self.lexicon.stages.marks.find(told);
        // Of 开工或续建 the earlier stage counts.
        let stage = marks.filter_map(|(_, mark)| mark.stage).min();
        stage.map(|stage| (Some(stage), true))
    }

    /// The end that the next clauses promise of a list that 等 closes: 青岩水库、白河电厂等，将要完成建设，开始运行.
    fn end_of_list(&self, project: &Project) -> Option<Stage> {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let (list, told) = after.split_once("等,")?;
        let told = told.split(['。', ';']).next().filter(|told| told.starts_with(['将', '要']))?;
        let ends = !list.contains([',', ';', '。']) && told.contains("完成建设");
        let stage = if told.contains("投入") { Stage::Operating } else { Stage::Completed };
        ends.then_some(stage)
    }

    /// The stage that the clause opening a list of works tells: 有5个新的工程开工，如青岩水库、白河大桥.
    fn stage_of_heading(&self, project: &Project) -> Option<Stage> {
        let (start, _) = self.read.bounds(&project.span);
        let before = self.read.folded(start, project.span.start);
        let headings = &self.words().headings;
        let opens = |(at, mark): &(usize, &str)| {
            let after = before[at + mark.len()..].trim_start_matches("其中");
            *mark == ":" || headings.longest_at(after, 0).is_some()
        };
        let (at, _) = before.rmatch_indices([',', ':']).find(opens)?;
        let clause = before[..at].rsplit([',', ';']).next()?;
        let counts = clause.contains(crate::text::is_digit);
        let sums_up = counts && ["工程", "项目"].iter().any(|sum| clause.contains(sum));
        let marks = self.lexicon.stages.marks.find(clause);
        marks.filter_map(|(_, mark)| mark.stage).max().filter(|_| sums_up)
    }

    /// Whether all measures of the sentence, before and after a project, are still to be done:
    /// 开工建设青岩电站，白河电站投产，力争产量翻番.
    fn stands_in_plan(&self, project: &Project) -> bool {
        let around = self.around(&project.span);
        let before = around.iter().any(|measure| measure.object.span.end <= project.span.start);
        let after = around.iter().any(|measure| measure.object.span.start >= project.span.end);
        before && after && around.iter().all(|measure| measure.status == MeasureStatus::Planned)
    }

    /// Whether a measure that is told as done stands amid planned ones: 包括:改造小区60个;累计建成站点7个;….
    pub(super) fn is_amid_plans(&self, measure: &Measure) -> bool {
        let object = measure.object.span;
        let around = self.around(&object);
        let others = || around.iter().filter(|other| other.object.span != object);
        let before = others().filter(|other| other.object.span.end <= object.start).count();
        let after = others().filter(|other| other.object.span.start >= object.end).count();
        before >= MAX_NEIGHBOURS
            && after >= MAX_NEIGHBOURS
            && others().all(|other| other.status == MeasureStatus::Planned)
    }

    /// The measures of the sentence that holds this span.
    pub(super) fn around(&self, span: &Span) -> Vec<&Measure> {
        let (start, end) = self.read.bounds(span);
        let sentence = Span::from(start..end);
        self.objects_from(start, end).filter(|measure| sentence.contains(&measure.object.span)).collect()
    }

    fn state(
        &self,
        project: &Project,
        (stage, aim): (Option<Stage>, bool),
        measure: Option<&Measure>,
    ) -> State {
        match stage {
            Some(Stage::Completed | Stage::Operating) if !aim => State::Delivered,
            Some(_) if aim => State::Promised,
            Some(Stage::Planned) if self.is_granted(project) => State::UnderWay,
            Some(Stage::Planned) => State::Promised,
            Some(_) => State::UnderWay,
            None if self.is_undone(project) => State::Promised,
            None if self.is_resumed(project) => State::UnderWay,
            None if self.is_put_off(project) => State::Promised,
            None if self.serves(project) => State::Delivered,
            None => match measure.filter(|measure| acts_on(measure, project)).map(|measure| measure.status) {
                Some(MeasureStatus::Planned) => State::Promised,
                Some(MeasureStatus::Done) if measure.is_some_and(|measure| measure.verb == "完成") => {
                    State::Delivered
                }
                Some(_) => State::UnderWay,
                None => State::Mentioned,
            },
        }
    }

    /// Whether a project is close to the stage that the clause names: 青岩水库即将建成, 青岩大桥通车在即.
    fn is_soon(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        let after = self.read.folded(project.span.end, end);
        let clause = after.split([',', ';', '。', '、']).next().unwrap_or_default();
        SOON.iter().any(|soon| clause.starts_with(soon)) || clause.ends_with("在即")
    }

    fn comes_in_turn(&self, project: &Project) -> bool {
        let (_, end) = self.read.bounds(&project.span);
        self.read.folded(project.span.end, end).starts_with("陆续")
    }

    /// Whether the clause around a project says that it may begin: 获批设立|青岩大学, 青岩铁路|获核准.
    fn is_granted(&self, project: &Project) -> bool {
        let (start, end) = self.read.bounds(&project.span);
        let before = self.read.folded(start, project.span.start);
        let after = self.read.folded(project.span.end, end);
        let marks = &self.lexicon.stages.marks;
        let says = |clause: &str| marks.find(clause).any(|(_, mark)| mark.is_founding);
        says(clause_before(&before)) || says(clause_after(&after))
    }

    /// Whether the clause around a project says that it is in use: 青岩大桥车流量屡创新高.
    fn serves(&self, project: &Project) -> bool {
        let (start, end) = self.read.bounds(&project.span);
        let before = self.read.folded(start, project.span.start);
        let after = self.read.folded(project.span.end, end);
        let opens = before.rsplit([',', ';']).next().unwrap_or_default();
        let ends = clause_after(&after);
        let clause = format!("{opens}{ends}");
        // Striving for it does not say so: 确保青岩水厂如期供水.
        let is_aimed = || self.words().force.find(&clause).next().is_some();
        let named = ["工程", "项目"].iter().find_map(|work| ends.strip_prefix(work)).unwrap_or(ends);
        self.words().serving.find(&clause).next().is_some() && !is_aimed()
            || runs_on_time(named, self.lexicon) && !is_striven_for(opens, self.words())
    }
}

/// Whether a stage is the end of a work.
pub(super) fn is_end(stage: Option<Stage>) -> bool {
    matches!(stage, Some(Stage::Completed | Stage::Operating))
}

/// Whether the measure acts on the project, and not on something that the project only describes: 继续实施青岩防护林,
/// 抓好青岩防护林等工程.
fn acts_on(measure: &Measure, project: &Project) -> bool {
    let object = &measure.object;
    let after = object.text.split_once(&project.text).map_or("", |(_, after)| after);
    object.span.contains(&project.span)
        && (after.is_empty() || after == "工程" || after.starts_with(['”', '等', '和', '及', '、']))
}
