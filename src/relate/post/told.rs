//! Posts that neither a list before the name nor a title after it gives: those that a clause tells, those
//! that somebody is given or takes, and heads who need no name.

use std::ops::Range;

use super::{Desk, MAX_POSTS};
use crate::lexicon::{Lexicon, NameCue, is_han};
use crate::recognise::{CLAUSE_MARKS, COURTESY, MAX_BRACKET_CHARS, Scene};
use crate::relate::post::share::{Held, is_committee};
use crate::text::is_within;

/// Title of the head of the party.
const PARTY_HEAD: &str = "总书记";
/// Title of the head of the government; other countries have one too.
const GOVERNMENT_HEAD: &str = "总理";

/// Longest list of posts that are taken from somebody, in characters.
const MAX_REMOVED_CHARS: usize = 60;
/// Longest name of a place before a post, in characters.
const MAX_DIVISION_CHARS: usize = 8;

impl Desk<'_> {
    /// The posts told by a clause before the name: 时任县委书记的|周文远.
    pub(super) fn held_before(&self, name: usize) -> Vec<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let Some(clause) = text[..name].strip_suffix('的') else { return Vec::new() };
        let posts = self.list_before(clause.len());
        let first = posts.first().map(|(title, body)| body.as_ref().map_or(title.start, |body| body.start));
        let start = first.map(|start| self.opening_of(start));
        let held = start
            .is_some_and(|start| lexicon.posts.telling.iter().any(|verb| clause[..start].ends_with(verb)));
        if held { posts } else { Vec::new() }
    }

    /// All posts that the person is given or takes: 任命周文远(女)为县财政局|局长, 周文远(同志)任县委|委员、|常委. `start` is the byte
    /// at which the name starts, or the posts before it.
    pub(super) fn appointed_to(&self, person: &Range<usize>, start: usize) -> Vec<Held> {
        self.first_appointed(person, start).map_or_else(Vec::new, |first| self.list_from(first))
    }

    /// The list of posts that this one opens.
    pub(super) fn list_from(&self, first: Held) -> Vec<Held> {
        let mut end = first.0.end;
        let mut posts = vec![first];
        while let Some(next) = self.next_in_list(end).filter(|_| posts.len() < MAX_POSTS) {
            end = next.0.end;
            posts.push(next);
        }
        posts
    }

    /// The next post of the list after the one that ends here, if only its own body or place stands before
    /// it. A post before a name belongs to that name: 组长、|副组长周文远.
    fn next_in_list(&self, end: usize) -> Option<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let start = text.len() - text[end..].strip_prefix(['、', '兼'])?.len();
        let title = self.titles.range(start + 1..).next().map(|(_, title)| title)?;
        let mut body = self.bodies.get(&title.start).map(|(body, _)| self.with_openings(body.clone()));
        // 审判委员会委员、|刑事审判第一庭|庭长
        if body.is_none() && self.people.range(start..title.start).next().is_none() {
            let body_before = self.body_before(title).filter(|body| body.start == start);
            body = body_before.filter(|body| is_room(self.scene.slice(body), lexicon));
        }
        let mut opening = body.as_ref().map_or(title.start, |body| body.start);
        while let Some(place) = self.places.get(&opening).filter(|place| place.start >= start) {
            opening = place.start;
        }
        let between = text.get(start..opening)?;
        let is_next = between.is_empty() || body.is_none() && is_division(between, lexicon);
        let is_others = self.scene.surname_at(title.end).is_some();
        (is_next && !is_others).then(|| (title.clone(), body))
    }

    fn first_appointed(&self, person: &Range<usize>, start: usize) -> Option<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let before = text[..start].trim_end_matches(':');
        // 接替|周文远|任县长: the person who is replaced takes nothing.
        if lexicon.posts.replacing.iter().any(|verb| before.ends_with(verb)) {
            return None;
        }
        let after = without_remark(without_courtesy(&text[person.end..]));
        let is_given = lexicon.posts.giving.iter().any(|verb| before.ends_with(verb));
        let is_line = || before.is_empty() || before.ends_with([';', ',', '、']);
        let given = after.strip_prefix(['为', '系', '是']).filter(|_| is_given || is_line());
        let taken = || self.after_replacing(after).or_else(|| self.after_taking(after));
        let post = text.len() - given.or_else(taken)?.len();
        self.post_at(post, is_given || given.is_none())
    }

    /// The post at this byte with its body or place; unless `is_given`, it must end its clause.
    pub(super) fn post_at(&self, post: usize, is_given: bool) -> Option<Held> {
        let Scene { text, .. } = self.scene;
        let title = self.titles.range(post + 1..).next().map(|(_, title)| title)?;
        let body = self.bodies.get(&title.start).map(|(body, _)| self.with_openings(body.clone()));
        // 任|县委|书记: a committee is one by its name, though the tagger has cut elsewhere.
        let committee = || {
            let name = text.get(post..title.start)?;
            let is_name = name.chars().all(is_han) && is_within(name, MAX_DIVISION_CHARS);
            (is_name && is_committee(self.scene, name)).then_some(post..title.start)
        };
        let body = body.or_else(committee);
        let start = body.as_ref().map_or_else(|| self.opening_of(title.start), |body| body.start);
        // 选举李明为主任,选举王强为|副主任: an opening that starts before the verb belongs to another name.
        let start = if start < post { title.start } else { start };
        // 周文远为县长: a clause of nothing else; not 周文远为县长送行.
        let ends = || {
            let rest = &text[title.end..];
            rest.is_empty() || rest.starts_with(CLAUSE_MARKS) || rest.starts_with('、')
        };
        let between = text.get(post..start)?;
        let is_own = between.is_empty() || self.is_place_of(post..start, body.as_ref());
        (is_own && (is_given || ends())).then(|| (title.clone(), body))
    }

    /// The posts that are taken from the person, and those given instead: 免去周文远(同志)的县财政局局长|职务,任命为审计局局长.
    pub(super) fn removed_from(&self, person: &Range<usize>) -> Vec<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let before = text[..person.start].trim_end_matches(':');
        let is_taken = lexicon.posts.removing.iter().any(|verb| before.ends_with(verb));
        // A line of a list, or the last of its names: 黄河清、|周文远的副局长职务.
        if !(is_taken || before.is_empty() || before.ends_with([';', '、'])) {
            return Vec::new();
        }
        let after = without_remark(without_courtesy(&text[person.end..]));
        let Some(phrase) = after.strip_prefix('的') else { return Vec::new() };
        let start = text.len() - phrase.len();
        let window = phrase.char_indices().take(MAX_REMOVED_CHARS);
        let ends = window.filter(|(at, _)| phrase[*at..].starts_with("职务")).map(|(at, _)| start + at);
        let Some((mut posts, end)) = ends.map(|end| (self.list_before(end), end)).next() else {
            return Vec::new();
        };
        let first = posts.first().map(|(title, body)| body.as_ref().map_or(title.start, |body| body.start));
        let body = posts.first().and_then(|(_, body)| body.as_ref());
        let first = first.map(|first| self.opening_of(first)).filter(|first| *first >= start);
        let is_whole = first.is_some_and(|first| first == start || self.is_place_of(start..first, body));
        if !is_whole {
            return Vec::new();
        }
        posts.extend(self.given_instead(end + "职务".len()));
        posts
    }

    /// The posts given in the clause after the one that takes posts away: ,任命(其)为县审计局局长.
    fn given_instead(&self, end: usize) -> Vec<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let clause = text[end..].strip_prefix([',', ';']);
        let given =
            clause.and_then(|clause| lexicon.posts.giving.iter().find_map(|v| clause.strip_prefix(v)));
        let post = given.and_then(|given| given.trim_start_matches(['其', '他', '她']).strip_prefix('为'));
        let first = post.and_then(|post| self.post_at(text.len() - post.len(), true));
        first.map_or_else(Vec::new, |first| self.list_from(first))
    }

    /// Whether the place of the post or of its body stands here, known or not: 云柳县|人民政府, 云柳|市司法局.
    fn is_place_of(&self, place: Range<usize>, body: Option<&Range<usize>>) -> bool {
        let Scene { text, lexicon, .. } = self.scene;
        let tier = body.and_then(|body| text.get(body.clone())).and_then(|body| body.chars().next());
        let with_tier = tier.and_then(|tier| text.get(place.start..place.end + tier.len_utf8()));
        let is_place = |text: &str| is_division(text, lexicon);
        text.get(place).is_some_and(is_place) || with_tier.is_some_and(is_place)
    }

    /// The posts in the brackets after a name: 周文远(县委副书记、县长).
    pub(super) fn in_brackets(&self, name: usize) -> Vec<Held> {
        let Some(inside) = self.scene.text[name..].strip_prefix('(') else { return Vec::new() };
        let close = inside.char_indices().take(MAX_BRACKET_CHARS).find(|(_, mark)| *mark == ')');
        let Some((close, _)) = close else { return Vec::new() };
        let open = name + '('.len_utf8();
        let posts = self.list_before(open + close);
        let first = posts.first().map(|(title, body)| body.as_ref().map_or(title.start, |body| body.start));
        let is_whole = first.is_some_and(|start| self.opening_of(start) == open);
        if is_whole { posts } else { Vec::new() }
    }

    /// Whether a title that stands alone can mean only one person: ,总理强调, 牢记总书记嘱托; not 当总理, 两国总理.
    pub(super) fn is_the_head(&self, title: &Range<usize>) -> bool {
        let Scene { text, tokens, .. } = self.scene;
        let before = &text[..title.start];
        let heads_government = match self.scene.slice(title) {
            PARTY_HEAD => false,
            GOVERNMENT_HEAD => true,
            _ => return false,
        };
        if before.is_empty() || before.ends_with(CLAUSE_MARKS) {
            return true;
        }
        let last = tokens.ended_by(title.start).checked_sub(1);
        let last = last.and_then(|index| tokens.get(index));
        let governs = || last.is_some_and(|token| token.tag == "p" || token.tag.starts_with('v'));
        self.scene.lexicon.name_cues.closing(before, NameCue::SpokenOf).is_none()
            && (!heads_government || governs())
    }
}

/// Whether this may be a room of a body: 刑事审判第一庭, 综合科.
fn is_room(text: &str, lexicon: &Lexicon) -> bool {
    text.ends_with(['庭', '科']) || lexicon.name_cues.closing(text, NameCue::NoLongNameEnd).is_some()
}

/// Whether this may be the name of a place with its rank, known or not: 云柳县.
fn is_division(text: &str, lexicon: &Lexicon) -> bool {
    (2..=MAX_DIVISION_CHARS).contains(&text.chars().count())
        && text.chars().all(is_han)
        && lexicon.name_cues.closing(text, NameCue::Rank).is_some()
}

/// The text without the courtesy that opens it: 同志|为.
pub(super) fn without_courtesy(text: &str) -> &str {
    text.strip_prefix(COURTESY).unwrap_or(text)
}

/// The text without the brackets that open it: (女,回族)|为.
pub(super) fn without_remark(text: &str) -> &str {
    let Some(inside) = text.strip_prefix('(') else { return text };
    let close = inside.char_indices().take(MAX_BRACKET_CHARS).find(|(_, mark)| *mark == ')');
    close.map_or(text, |(close, mark)| &inside[close + mark.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::super::tests::related;

    #[test]
    fn a_clause_before_the_name_may_tell_its_posts() {
        let told = related("时任县委书记的李刚说,要修渠。", &["县委"], &[]).0;
        assert_eq!(told, ["县委|书记"]);
        let told = related("曾任县委副书记、县长的李刚说,要修渠。", &["县委"], &[]).0;
        assert_eq!(told, ["县委|副书记", "|县长"]);
        assert_eq!(related("会见县委书记的李刚。", &["县委"], &[]).0, [""; 0]);
    }

    #[test]
    fn a_name_is_given_or_takes_a_post() {
        let told = related("任命李刚为县财政局局长。", &["县财政局"], &[]).0;
        assert_eq!(told, ["县财政局|局长"]);
        let told = related("(作者李刚为清溪大学教授)", &["清溪大学"], &[]).0;
        assert_eq!(told, ["清溪大学|教授"]);
        assert_eq!(related("由李刚担任组长,负责修渠。", &[], &[]).0, ["|组长"]);
        assert_eq!(related("决定任命:李刚为云柳县副县长。", &[], &[]).0, ["|副县长"]);
        assert_eq!(related("李刚同志任县长。", &[], &[]).0, ["|县长"]);
        assert_eq!(related("李刚同志任县委书记。", &[], &[]).0, ["县委|书记"]);
        assert_eq!(related("李刚去年任县长。", &[], &[]).0, ["|县长"]);
        assert_eq!(related("任命副县长李刚为县长。", &[], &[]).0, ["|副县长", "|县长"]);
        assert_eq!(related("任命李刚(女,回族)为县长。", &[], &[]).0, ["|县长"]);
        assert_eq!(related("李刚为县财政局局长;", &["县财政局"], &[]).0, ["县财政局|局长"]);
        assert_eq!(related("选举王磊为主任,选举李刚为副主任。", &[], &[]).0, ["|主任", "|副主任"]);
        for text in ["李刚为组长送行。", "由李刚负责通知组长。", "李刚任期内组长换人。"]
        {
            assert_eq!(related(text, &[], &[]).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn posts_are_taken_from_a_name() {
        let told = |text: &str| related(text, &["县委", "县财政局"], &[]).0;
        assert_eq!(told("免去李刚的县财政局局长职务。"), ["县财政局|局长"]);
        assert_eq!(told("决定免去李刚同志的县委常委、县财政局局长职务。"), ["县委|常委", "县财政局|局长"]);
        assert_eq!(told("免去李刚(女)的组长职务。"), ["|组长"]);
        assert_eq!(related("免去李刚的云柳市司法局局长职务。", &["市司法局"], &[]).0, ["市司法局|局长"]);
        assert_eq!(related("任命李刚为云柳市司法局局长。", &["市司法局"], &[]).0, ["市司法局|局长"]);
        for text in ["免去李刚的职务,由局长代理。", "谈到李刚的组长职务。", "免去李刚的提名的组长职务。"]
        {
            assert_eq!(related(text, &[], &[]).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn all_posts_of_a_list_are_taken() {
        let told = related("李刚同志任清溪县委委员、常委、书记。", &["清溪县委"], &[]).0;
        assert_eq!(told, ["清溪县委|委员", "清溪县委|常委", "清溪县委|书记"]);
        let told = related("任命李刚为县公安局局长、督察长。", &["县公安局"], &[]).0;
        assert_eq!(told, ["县公安局|局长", "县公安局|督察长"]);
        assert_eq!(related("任命李刚为云柳市副市长、代理市长。", &[], &[]).0, ["|副市长", "|代理市长"]);
        assert_eq!(related("李刚任组长、王磊任副组长。", &[], &[]).0, ["|组长", "|副组长"]);
        assert_eq!(related("李刚任组长、负责联系局长。", &[], &[]).0, ["|组长"]);
    }

    #[test]
    fn brackets_after_a_name_tell_its_posts() {
        let told = related("李刚(县委副书记、县长)出席。", &["县委"], &[]).0;
        assert_eq!(told, ["县委|副书记", "|县长"]);
        assert_eq!(related("李刚(县长)、王磊(常务副县长)出席。", &[], &[]).0, ["|县长", "|常务副县长"]);
        assert_eq!(related("李刚(接替前任县长)出席。", &[], &[]).0, [""; 0]);
    }

    #[test]
    fn the_head_of_party_or_government_needs_no_name() {
        for (text, title) in [
            ("电视电话会议上,总理强调。", "总理"),
            ("总理在会上作出部署。", "总理"),
            ("牢记总书记嘱托,建好水渠。", "总书记"),
        ] {
            assert_eq!(related(text, &[], &[]).1, [title], "{text}");
        }
        for text in ["两国总理举行会谈。", "妄想当总理。", "只设总书记。", "书记强调,要节水。"]
        {
            assert_eq!(related(text, &[], &[]).1, [""; 0], "{text}");
        }
    }
}
