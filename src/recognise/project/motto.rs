//! Recognises names of projects that open with quotation marks: “青江一号”智算中心.

use std::ops::Range;

use super::form;
use super::stage::Reading;
use crate::lexicon::Head;
use crate::recognise::Scene;
use crate::record::Stage;
use crate::text::is_chinese_digit;

/// The longest quoted name before its kind, in characters: “青江一号”智算中心.
const MAX_CALL_CHARS: usize = 7;
/// The longest motto that names an undertaking, in characters: “明月照松间”森林保护工程.
const MAX_MOTTO_CHARS: usize = 8;
/// Fewest characters after a motto that tell a work: 机场改造工程.
const MIN_DEED_CHARS: usize = 6;

/// The name that opens with a quotation: a shape (“口”字形环城高速), a scheme before its section (“西电东送”第五通道), or
/// what the work or site is called (“青电入云”工程, “青江1号”智算中心).
pub(super) fn quoted_opening(scene: &Scene, name: &Range<usize>, reading: &Reading) -> Option<Range<usize>> {
    let before = scene.text[..name.start].strip_suffix('”')?;
    let open = before.rfind('“')?;
    let quoted = &before[open + '“'.len_utf8()..];
    let is_opening = if scene.slice(name).starts_with('字') {
        quoted.chars().count() == 1
    } else {
        let is_numbered = scene.slice(name).starts_with(|c: char| c == '第' || is_chinese_digit(c));
        is_numbered && scene.lexicon.projects.standing.contains(quoted)
            || calls_work(scene, quoted, scene.slice(name))
            || is_event(reading)
                && (calls_undertaking(scene, quoted, name)
                    || calls_platform(scene, quoted, scene.slice(name)))
    };
    is_opening.then_some(open..name.end)
}

/// Whether the quotation is what a work is called: it tells what is brought where, or has a number, or a work
/// follows that is no undertaking; undertakings also follow slogans (“放心菜”工程).
fn calls_work(scene: &Scene, quoted: &str, rest: &str) -> bool {
    let leads_across = form::leads_across(quoted);
    let head = scene.lexicon.projects.head(rest);
    let is_work = head.is_some_and(|(_, head)| head == Head::Works) && !form::ends_as_undertaking(rest);
    let is_numbered = quoted.ends_with('号') && head.is_some() || is_coded(quoted);
    (leads_across || is_numbered || is_work) && quoted.chars().count() <= MAX_CALL_CHARS
}

/// Whether a quotation with at least two characters before it ends the name and tells its works: 东门“四站一场”.
pub(super) fn ends_quoted(text: &str) -> bool {
    let own = text.strip_suffix('”').and_then(|rest| rest.split_once('“')).map(|(own, _)| own);
    own.is_some_and(|own| own.chars().nth(1).is_some())
}

/// Whether an undertaking holds a quotation, with one or two characters before it: 青能“三入”工程.
pub(super) fn holds_motto(text: &str) -> bool {
    let own = text.split_once('“').map(|(own, _)| own.chars().take(3).count());
    form::ends_as_undertaking(text) && matches!(own, Some(1..=2))
}

/// Whether a project goes by a number: “203项目”.
pub(super) fn is_coded(quoted: &str) -> bool {
    let code = quoted.strip_suffix("项目").unwrap_or_default();
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether something definite happens: 完工, not 实施 or 建设.
fn is_event(reading: &Reading) -> bool {
    let is_stage = matches!(reading.stage, Some(Stage::Started | Stage::Completed | Stage::Operating));
    is_stage && !reading.is_weak && !reading.leads
}

/// Whether the quotation is what an undertaking is called, by a work after it: “明月照松间”森林保护工程|完工.
fn calls_undertaking(scene: &Scene, quoted: &str, name: &Range<usize>) -> bool {
    let rest = scene.slice(name);
    let is_work = scene.lexicon.projects.head(rest).is_some_and(|(at, _)| at > 0);
    is_work && form::ends_as_undertaking(rest) && quoted.chars().count() <= MAX_MOTTO_CHARS
}

/// Whether the quotation is what a platform is called: “智慧云江”一体化平台|上线运行.
fn calls_platform(scene: &Scene, quoted: &str, rest: &str) -> bool {
    let is_one = scene.lexicon.projects.head(rest).is_some_and(|(at, _)| at > 0) && rest.ends_with("平台");
    is_one && quoted.chars().count() <= MAX_CALL_CHARS
}

/// Whether a quotation opens an undertaking, as in slogans: “放心菜”工程.
pub(super) fn is_slogan(text: &str) -> bool {
    let quoted = text.strip_prefix('“').and_then(|rest| rest.split_once('”'));
    quoted.is_some_and(|(quoted, _)| form::ends_as_undertaking(text) && !form::leads_across(quoted))
}

/// Whether at least two words after the motto tell the deed, or works are named with it.
pub(super) fn tells_motto(scene: &Scene, text: &str) -> bool {
    let rest = text.strip_prefix('“').and_then(|rest| rest.split_once('”')).map(|(_, rest)| rest);
    let is_told = |rest: &str| rest.chars().count() >= MIN_DEED_CHARS || is_motto_of_work(scene, text);
    // These are two: “三北”防护林|和防沙治沙工程.
    rest.is_some_and(|rest| is_told(rest) && !rest.contains(['和', '与', '及']))
}

/// Whether a name that opens with a motto names works in the motto or after it: “三大灌区”覆盖工程, “一主两翼”机场升级工程.
pub(super) fn is_motto_of_work(scene: &Scene, text: &str) -> bool {
    let Some((quoted, rest)) = text.strip_prefix('“').and_then(|rest| rest.split_once('”')) else {
        return false;
    };
    let Some(deed) = rest.strip_suffix("工程") else { return false };
    let is_work = |name: &str| matches!(scene.lexicon.projects.head(name), Some((_, Head::Works)));
    // The deed has at most two words.
    let ends = deed.char_indices().map(|(at, _)| at).skip(2).take(MIN_DEED_CHARS);
    deed.chars().nth(1).is_some() && (is_work(quoted) || ends.into_iter().any(|end| is_work(&deed[..end])))
}
