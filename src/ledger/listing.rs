//! Reads what the heading of a list of works says of each of them: 集中开工项目名单 / 1.青岩水厂,总投资3亿元.

use super::reader::Reader;
use crate::record::{Project, Stage};

/// The nouns that a heading lists, and the words that may follow them.
const WORKS: [&str; 2] = ["项目", "工程"];
const LISTS: [&str; 8] = ["名单", "清单", "目录", "一览表", "情况表", "汇总表", "安排表", "表"];
/// Words before those nouns that weigh the works.
const WEIGHING: [&str; 6] = ["重大", "重点", "产业", "投资", "建设", "的"];
/// Words before a stage that is still to come; 集中 before it marks the event itself.
const AHEAD: [&str; 4] = ["拟", "计划", "预计", "即将"];
const EVENT: &str = "集中";
/// Lists of a whole year, during which the stages are reached.
const OF_YEAR: [&str; 3] = ["重点项目", "重点工程", "重大项目"];

impl Reader<'_> {
    /// The stage that the nearest heading, or the title, tells of the works listed below it, where the name
    /// opens its line: 二、续建项目 / 1.|青岩水厂|.
    pub(super) fn stage_of_listing(&self, project: &Project) -> Option<(Option<Stage>, bool)> {
        let line = self.read.paragraph(project.span.start);
        let number = self.read.folded(line, project.span.start);
        let is_number = |c: char| c.is_numeric() || c.is_whitespace() || "、.()“".contains(c);
        if !number.chars().all(is_number) {
            return None;
        }
        let above = self.speech.sections.iter().rev().filter(|section| {
            section.span.contains(&project.span) && !section.heading.span.contains(&project.span)
        });
        let title = self.read.document.title.as_ref().map(|title| title.text.as_str());
        let is_of_year = title.is_some_and(|title| OF_YEAR.iter().any(|works| title.contains(works)));
        let headings = above.map(|section| section.heading.text.as_str()).chain(title);
        let (stage, is_ahead) = headings.filter_map(|heading| self.listed(heading)).next()?;
        let is_event = !matches!(stage, Stage::Building | Stage::Planned);
        Some((Some(stage), is_ahead || is_of_year && is_event))
    }

    /// The stage that a heading tells of the works it lists, and whether it is still to come: 集中|开工|项目名单,
    /// 三、拟|开工|重大项目(5个).
    fn listed(&self, heading: &str) -> Option<(Stage, bool)> {
        let plain: String = heading.chars().map(crate::text::fold).collect();
        let (at, works) = WORKS.iter().filter_map(|works| Some((plain.rfind(works)?, works))).max()?;
        let after = &plain[at + works.len()..];
        let lists =
            after.is_empty() || after.starts_with('(') || LISTS.iter().any(|list| after.starts_with(list));
        let mut told = plain.get(..at).filter(|_| lists)?;
        while let Some(rest) = WEIGHING.iter().find_map(|word| told.strip_suffix(word)) {
            told = rest;
        }
        let (range, mark) = self.lexicon.stages.marks.find(told).last()?;
        let stage = mark.stage.filter(|_| range.end == told.len())?;
        let before = told[..range.start].trim_end_matches('新');
        let is_ahead = !told.contains(EVENT)
            && AHEAD.iter().any(|word| before.ends_with(word) || told[range.clone()].starts_with(word));
        Some((stage, is_ahead))
    }
}
