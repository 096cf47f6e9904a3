//! Titles that the members of a list share: 副市长李刚、王芳, 李刚、王芳两位副市长.

use std::ops::Range;

use super::told::{without_courtesy, without_remark};
use crate::lexicon::Title;
use crate::recognise::Scene;

/// A title with its body.
pub(super) type Held = (Range<usize>, Option<Range<usize>>);

/// Marks and words between the members of a list.
const JOINERS: [&str; 4] = ["、", "和", "与", "及"];
/// Counts of the members of a list, before the title that they share.
const COUNTS: [&str; 4] = ["两位", "三位", "四位", "几位"];
/// Opening of a rank that several people hold.
const DEPUTY: char = '副';

/// A person and the posts that stand beside the name.
#[derive(Debug)]
pub(super) struct Holder {
    /// Index of the candidate.
    pub(super) index: usize,
    pub(super) name: Range<usize>,
    pub(super) posts: Vec<Held>,
}

impl Holder {
    fn end(&self) -> usize {
        let titles = self.posts.iter().map(|(title, _)| title.end);
        titles.chain([self.name.end]).max().unwrap_or(self.name.end)
    }

    /// Whether the posts stand after the name: 回良玉|副总理.
    fn is_followed(&self) -> bool {
        self.posts.first().is_some_and(|(title, _)| title.start == self.name.end)
    }
}

/// Gives the members of lists the titles that stand once for several of them.
pub(super) fn share(scene: &Scene, holders: &mut [Holder]) {
    let joined: Vec<bool> =
        holders.windows(2).map(|pair| joins(scene, pair[0].end(), pair[1].name.start)).collect();
    counted(scene, holders, &joined);
    forward(scene, holders, &joined);
    backward(holders, &joined);
    together(scene, holders, &joined);
    inherit(scene, holders);
}

fn joins(scene: &Scene, end: usize, next: usize) -> bool {
    let between = scene.text.get(end..next).map(|between| without_remark(without_courtesy(between)));
    between.is_some_and(|between| JOINERS.contains(&between))
}

/// Gives the title after a count to every member before it: 李刚、王芳两位副市长.
fn counted(scene: &Scene, holders: &mut [Holder], joined: &[bool]) {
    for last in 0..holders.len() {
        let after = &scene.text[holders[last].name.end..];
        let Some(title) = COUNTS.iter().find_map(|count| after.strip_prefix(count)) else { continue };
        let start = scene.text.len() - title.len();
        let Some((title, _)) = scene.title_at(start) else { continue };
        let mut member = last;
        loop {
            if holders[member].posts.is_empty() {
                holders[member].posts.push((title.clone(), None));
            }
            match member.checked_sub(1).filter(|before| joined[*before]) {
                Some(before) => member = before,
                None => break,
            }
        }
    }
}

/// Gives titles that several may hold, before the first member, to those after it: 副市长李刚、王芳.
fn forward(scene: &Scene, holders: &mut [Holder], joined: &[bool]) {
    for first in (0..joined.len()).filter(|first| joined[*first]) {
        let [giver, taker] = &mut holders[first..first + 2] else { continue };
        let several = giver.posts.iter().all(|(title, _)| is_held_by_several(scene, title));
        if taker.posts.is_empty() && several && !giver.is_followed() {
            taker.posts = giver.posts.clone();
        }
    }
}

/// Gives an office without a body the body of the office whose holder stands right before it:
/// 清溪大学党委书记李刚、校长王芳. A committee of the party gives it to offices of the party alone; the state has its own.
fn inherit(scene: &Scene, holders: &mut [Holder]) {
    for first in 1..holders.len() {
        let [giver, taker] = &mut holders[first - 1..=first] else { continue };
        let Some((_, Some(body))) = giver.posts.last() else { continue };
        let Some((title, own)) = taker.posts.first() else { continue };
        let is_next = !giver.is_followed() && scene.text.get(giver.name.end..title.start) == Some("、");
        let word = scene.slice(title);
        let is_office = matches!(scene.lexicon.posts.get(word), Some(Title::Office | Title::Front));
        let of_party = is_committee(scene, scene.slice(body));
        let is_its = !of_party || word.ends_with("书记") || word.ends_with("常委");
        if is_next && own.is_none() && is_office && is_its {
            let body = body.clone();
            taker.posts.iter_mut().for_each(|(_, own)| *own = own.take().or(Some(body.clone())));
        }
    }
}

/// Whether a body is the committee of the party at a place: 省委, 自治区党委.
pub(super) fn is_committee(scene: &Scene, body: &str) -> bool {
    let seat = body.strip_suffix('委');
    let last = seat.and_then(|seat| seat.char_indices().next_back().map(|(at, _)| &seat[at..]));
    last.is_some_and(|last| last == "党" || scene.lexicon.bodies.tiers.contains(last))
}

/// Whether a title is a seat among many, or a deputy's; there is only one 省长.
fn is_held_by_several(scene: &Scene, title: &Range<usize>) -> bool {
    let title = scene.slice(title);
    let class = scene.lexicon.posts.get(title);
    title.starts_with(DEPUTY) || matches!(class, Some(Title::Plain | Title::After | Title::Job))
}

/// Gives those who are appointed or relieved together the same posts: 任命李刚、王芳(女)为副县长.
fn together(scene: &Scene, holders: &mut [Holder], joined: &[bool]) {
    let mut shared: Option<Vec<Held>> = None;
    for member in (0..holders.len()).rev() {
        let goes_on = joined.get(member).is_some_and(|joined| *joined);
        if let Some(posts) = shared.take().filter(|_| goes_on && holders[member].posts.is_empty()) {
            holders[member].posts.clone_from(&posts);
            shared = Some(posts);
        } else if is_appointed(scene, &holders[member]) {
            shared = Some(holders[member].posts.clone());
        }
    }
}

/// Whether the posts follow the name as those that the person is given, takes or loses: 为…, 任…, 的…(职务).
fn is_appointed(scene: &Scene, holder: &Holder) -> bool {
    let Some((title, _)) = holder.posts.first().filter(|(title, _)| title.start > holder.name.end) else {
        return false;
    };
    let after = without_remark(without_courtesy(&scene.text[holder.name.end..]));
    let taking = &scene.lexicon.posts.taking;
    let verb = after.starts_with(['为', '的']) || taking.iter().any(|verb| after.starts_with(verb));
    verb && scene.text.len() - after.len() < title.start
}

/// Gives a member the title after the next one, where the member before has its own after the name:
/// 周文远总理、李刚、王芳副总理.
fn backward(holders: &mut [Holder], joined: &[bool]) {
    for member in (1..joined.len()).rev() {
        let [before, taker, giver] = &mut holders[member - 1..member + 2] else { continue };
        let between = joined[member - 1] && joined[member];
        if between && taker.posts.is_empty() && before.is_followed() && giver.is_followed() {
            taker.posts = giver.posts.clone();
        }
    }
}
