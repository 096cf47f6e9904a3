//! Finds works that have changed their name: 青岩医院迁建项目更名为云溪医院, 云溪医院(原名青岩医院迁建项目).

use super::reader::Reader;
use crate::record::Project;

/// Nouns after a name that are no part of it.
const NOUNS: [&str; 4] = ["建设项目", "建设工程", "项目", "工程"];
/// The shortest and the longest name, in characters.
const MIN_NAME_CHARS: usize = 3;
const MAX_NAME_CHARS: usize = 40;

/// The new name of a work, and its former one.
pub(super) struct Renamed {
    pub(super) now: String,
    pub(super) before: String,
}

impl Reader<'_> {
    /// The two names of a project, if the text after it says that one became the other.
    pub(super) fn renamed(&self, project: &Project) -> Option<Renamed> {
        let (_, end) = self.read.bounds(&project.span);
        let end = end.min(project.span.end + MAX_NAME_CHARS + MIN_NAME_CHARS * 4);
        let after = self.read.folded(project.span.end, end);
        let told = NOUNS.iter().find_map(|noun| after.strip_prefix(noun)).unwrap_or(&after);
        let told_now = told.strip_prefix('(').unwrap_or(told);
        if let Some((cue, ())) = self.words().renaming.longest_at(told_now, 0) {
            return Some(Renamed {
                now: name(&told_now[cue.end..])?.to_owned(),
                before: project.text.clone(),
            });
        }
        let (cue, ()) = self.words().former.longest_at(told, 0)?;
        Some(Renamed { now: project.text.clone(), before: name(&told[cue.end..])?.to_owned() })
    }
}

/// The name that opens a text.
fn name(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['“', ':']);
    let name = text.split([',', ';', '。', ')', '(', '”', '、']).next()?;
    (MIN_NAME_CHARS..=MAX_NAME_CHARS).contains(&name.chars().count()).then_some(name)
}
