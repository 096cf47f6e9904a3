//! The body in which a post is held: the one before its title, or the one before it in a list of posts.

use std::ops::Range;

use super::Desk;
use crate::lexicon::{Title, is_han};
use crate::record::BodyKind;
use crate::relate::post::share::Held;

/// Longest part of a post that no body is known for, in characters: 市农业技术推广中心|主任.
const MAX_UNKNOWN_BODY_CHARS: usize = 24;
/// Farthest that the paper of a reporter stands before him, in characters: 新华社北京1月4日电(记者.
const MAX_DATELINE_CHARS: usize = 24;
/// Most names that open the name of a body.
const MAX_OPENINGS: usize = 4;
/// Endings of a committee's name, after its place.
const COMMITTEES: [&str; 2] = ["委", "委员会"];
/// Words between a body and a post that somebody once held in it.
const FORMER: [char; 2] = ['原', '前'];

impl Desk<'_> {
    /// The byte at which the entry of a list of posts that holds this byte starts, after the mark that ends
    /// the post before it; failing that, the byte at which the places right before this byte start: 北海市|城南区|.
    pub(super) fn opening_of(&self, start: usize) -> usize {
        if let Some(entry) = self.entry_start(start).filter(|entry| *entry < start)
            && self.titles.range(entry + 1..start).next().is_none()
        {
            return entry;
        }
        let mut start = start;
        for _ in 0..MAX_OPENINGS {
            let Some(place) = self.places.get(&start) else { break };
            start = place.start;
        }
        start
    }

    /// The body whose name ends where the title starts; where none is known, in a list of posts, the text
    /// between the title and the post before it.
    pub(super) fn body_before(&self, title: &Range<usize>) -> Option<Range<usize>> {
        if let Some((body, _)) = self.bodies.get(&title.start) {
            return Some(self.with_openings(body.clone()));
        }
        // 财政厅|原|厅长
        let former = self.scene.text[..title.start].strip_suffix(FORMER).map(str::len);
        if let Some((body, _)) = former.and_then(|end| self.bodies.get(&end)) {
            return Some(self.with_openings(body.clone()));
        }
        if let Some(media) = self.media_before(title) {
            return Some(media);
        }
        // 《清溪日报》|记者
        if let Some((body, _)) =
            self.scene.text[..title.start].strip_suffix('》').and_then(|name| self.bodies.get(&name.len()))
        {
            return Some(body.clone());
        }
        let entry = self.entry_start(title.start)?;
        let start = self.places.range(entry..title.start + 1).next_back().map_or(entry, |(end, _)| *end);
        // A committee is named with its place: 城南县|委.
        let committee = COMMITTEES.contains(&&self.scene.text[start..title.start]);
        let start = if committee { entry } else { start };
        if start >= title.start {
            return None;
        }
        let holds_title = self.titles.range(start + 1..title.start).next().is_some();
        let all_han = self.scene.text[start..title.start].chars().all(is_han);
        (all_han && !holds_title).then_some(start..title.start)
    }

    /// The body with the bodies and places that open its name: 市公安局|城南|分局.
    pub(super) fn with_openings(&self, body: Range<usize>) -> Range<usize> {
        let mut start = body.start;
        for _ in 0..MAX_OPENINGS {
            let opening = self.bodies.get(&start).map(|(body, _)| body).or_else(|| self.places.get(&start));
            match opening {
                Some(opening) => start = opening.start,
                None => break,
            }
        }
        start..body.end
    }

    /// The byte at which the entry of this title in a list of posts starts: at the start of a byline, or
    /// after the mark or the 兼 that follows another title.
    fn entry_start(&self, title: usize) -> Option<usize> {
        let text = self.scene.text;
        let entry =
            text[..title].char_indices().rev().take(MAX_UNKNOWN_BODY_CHARS).take_while(|(_, c)| is_han(*c));
        let start = entry.last().map_or(title, |(at, _)| at);
        // 副局长兼|交警支队|支队长
        let joined = text[start..title].rmatch_indices('兼').map(|(at, joint)| (start + at, joint.len()));
        if let Some((at, joint)) = joined.into_iter().find(|(at, _)| self.titles.contains_key(at)) {
            return Some(at + joint);
        }
        let before = &text[..start];
        if before.is_empty() {
            return self.scene.byline.as_ref().map(|_| start);
        }
        let other = before.strip_suffix(['、', ','])?;
        self.titles.contains_key(&other.len()).then_some(start)
    }

    /// The paper of a reporter: 新华社北京1月4日电(记者.
    fn media_before(&self, title: &Range<usize>) -> Option<Range<usize>> {
        let before = &self.scene.text[..title.start];
        let wired = before.strip_suffix('(').is_some_and(|wire| wire.ends_with(['电', '讯']));
        let nearest = before.char_indices().rev().take(MAX_DATELINE_CHARS).last()?.0;
        let (_, (body, kind)) = self.bodies.range(nearest..title.start).next()?;
        // The bracket is closed: it belongs to another paper's wire.
        let same = !self.scene.text[body.end..title.start].contains(')');
        (wired && same && *kind == BodyKind::Media).then(|| body.clone())
    }

    /// Gives a post without a body of its own the body before it in the list; the head of a region takes only
    /// a government: 市委副书记、市长.
    pub(super) fn inherit_bodies(&self, posts: &mut [Held]) {
        let mut last: Option<Range<usize>> = None;
        for (title, body) in posts {
            let region = self.scene.lexicon.posts.get(self.scene.slice(title)) == Some(Title::Region);
            match body {
                Some(body) => last = Some(body.clone()),
                // 国家主席 says by itself what he heads.
                None if self.places.contains_key(&title.start) || self.is_of_the_state(title) => last = None,
                None => {
                    let fits = |body: &Range<usize>| !region || self.scene.slice(body).ends_with("政府");
                    *body = last.clone().filter(fits);
                }
            }
        }
    }

    fn is_of_the_state(&self, title: &Range<usize>) -> bool {
        self.scene.slice(title).starts_with('国')
    }
}
