//! Ties posts to their holders and bodies, and removes posts that nobody holds.
//!
//! Runs before relations that refer to candidates by index, because it removes some.

mod body;
mod clause;
mod entry;
mod share;
mod told;

use std::collections::BTreeMap;
use std::ops::Range;

use super::Thread;
use crate::lexicon::{Beside, Title, is_han, without_remark};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::BodyKind;
use share::{Held, Holder, share};

/// Words by which the holder of an office is addressed.
const ADDRESSES: [&str; 3] = ["先生", "女士", "阁下"];
/// Most posts of one person.
const MAX_POSTS: usize = 12;

/// Fills in every person's posts and removes the titles that nobody definite holds.
pub(super) fn relate(scene: &Scene, _: &mut Thread, candidates: &mut Vec<Candidate>) {
    // Most sentences name neither a person nor a post.
    let concerns = |candidate: &Candidate| matches!(candidate.detail, Detail::Person(_) | Detail::Post);
    if !candidates.iter().any(concerns) {
        return;
    }
    let desk = Desk::new(scene, candidates);
    let people =
        candidates.iter().enumerate().filter(|(_, candidate)| matches!(candidate.detail, Detail::Person(_)));
    let mut holders: Vec<Holder> = people
        .map(|(index, person)| Holder {
            index,
            name: person.range.clone(),
            posts: desk.posts_of(&person.range),
        })
        .collect();
    share(scene, &mut holders);
    let titles = holders.iter().flat_map(|holder| holder.posts.iter().map(|(title, _)| title.start));
    let mut held: Vec<usize> = titles.chain(desk.definite()).collect();
    for holder in holders {
        if let Detail::Person(person) = &mut candidates[holder.index].detail {
            person.posts = holder.posts;
        }
    }
    held.sort_unstable();
    candidates.retain(|candidate| {
        let built_in = candidate.rule.starts_with("post.");
        !built_in || held.binary_search(&candidate.range.start).is_ok()
    });
}

/// Records of the sentence, by the byte at which they end.
struct Desk<'a> {
    scene: &'a Scene<'a>,
    titles: BTreeMap<usize, Range<usize>>,
    bodies: BTreeMap<usize, (Range<usize>, BodyKind)>,
    places: BTreeMap<usize, Range<usize>>,
    /// People, by the byte at which they start.
    people: BTreeMap<usize, Range<usize>>,
}

impl<'a> Desk<'a> {
    fn new(scene: &'a Scene<'a>, candidates: &[Candidate]) -> Self {
        let mut desk = Desk {
            scene,
            titles: BTreeMap::new(),
            bodies: BTreeMap::new(),
            places: BTreeMap::new(),
            people: BTreeMap::new(),
        };
        for candidate in candidates {
            let range = candidate.range.clone();
            match &candidate.detail {
                Detail::Post => {
                    desk.titles.insert(range.end, range);
                }
                Detail::Body(kind) => {
                    desk.bodies.insert(range.end, (range, *kind));
                }
                Detail::Place { .. } => {
                    desk.places.insert(range.end, range);
                }
                Detail::Person(_) => {
                    desk.people.insert(range.start, range);
                }
                _ => {}
            }
        }
        desk.drop_free_jobs();
        desk
    }

    /// Drops the jobs that stand after no body: a job is a post only with its employer.
    fn drop_free_jobs(&mut self) {
        let Desk { scene, titles, bodies, .. } = self;
        titles.retain(|_, title| {
            let job = scene.lexicon.posts.get(scene.slice(title)) == Some(Title::Job);
            !job || bodies.contains_key(&title.start)
        });
    }

    /// The posts of the person at these bytes: the list of posts right before the name, or the titles right
    /// after it (习近平总书记, 彭德怀司令员兼政治委员); failing these, what brackets, 以…为…, a clause before the name or an
    /// appointment says.
    fn posts_of(&self, person: &Range<usize>) -> Vec<Held> {
        let mut posts = self.list_before(person.start);
        self.inherit_bodies(&mut posts);
        if posts.is_empty() || self.is_followed(person.end) {
            posts.extend(self.titles_after(person.end).map(|title| (title, None)));
        }
        // 副县长周文远任|组长
        if let Some(opening) =
            posts.first().map(|post| self.start_of(post)).filter(|start| *start < person.start)
        {
            posts.extend(self.appointed_to(person, opening));
        }
        if posts.is_empty() {
            posts = self.in_brackets(person.end);
            self.inherit_bodies(&mut posts);
        }
        if posts.is_empty() {
            posts.extend(self.named_as(person.end));
        }
        if posts.is_empty() {
            posts = self.held_before(person.start);
            self.inherit_bodies(&mut posts);
        }
        if posts.is_empty() {
            posts = self.appointed_to(person, person.start);
            self.inherit_bodies(&mut posts);
        }
        if posts.is_empty() {
            posts = self.removed_from(person);
            self.inherit_bodies(&mut posts);
        }
        if posts.is_empty() {
            posts = self.on_entry(person);
            self.inherit_bodies(&mut posts);
        }
        posts
    }

    /// The byte at which a post starts, with its body and the names that open it.
    fn start_of(&self, (title, body): &Held) -> usize {
        self.opening_of(body.as_ref().map_or(title.start, |body| body.start))
    }

    /// Whether titles after a name are its own, though others stand before it: 校长周文远|教授、. Titles that another
    /// name follows belong to that name: 校长周文远|处长王霜.
    fn is_followed(&self, name: usize) -> bool {
        let last = self.titles_after(name).last();
        last.is_some_and(|title| !self.people.contains_key(&title.end))
    }

    /// Whether the title stands right after a name: 周文远|教授.
    fn follows_name(&self, title: &Range<usize>) -> bool {
        let before = self.people.range(..title.start).next_back();
        before.is_some_and(|(_, name)| name.end == title.start)
    }

    /// The titles that stand at this byte, joined by 兼.
    fn titles_after(&self, name: usize) -> impl Iterator<Item = Range<usize>> {
        let mut next = name;
        std::iter::from_fn(move || {
            let title = self.title_at(next).or_else(|| {
                let joined = self.scene.text[next..].starts_with('兼') && next > name;
                joined.then(|| self.title_at(next + '兼'.len_utf8())).flatten()
            })?;
            next = title.end;
            Some(title)
        })
        .take(MAX_POSTS)
    }

    /// The title that starts here. Titles are disjoint, so it is the first that ends after.
    fn title_at(&self, start: usize) -> Option<Range<usize>> {
        let title = self.titles.range(start + 1..).next().map(|(_, title)| title);
        title.filter(|title| title.start == start).cloned()
    }

    /// The office that the name is given, with the body that the person heads: (以)周文远(同志)为总书记的|党中央. Standing
    /// for somebody (为总代表的) is no such office.
    fn named_as(&self, name: usize) -> Option<Held> {
        let Scene { text, lexicon, .. } = self.scene;
        let start = match self.scene.beside_at(name) {
            Some((courtesy, Beside::Courtesy)) => courtesy,
            _ => name,
        };
        let title =
            text[start..].strip_prefix('为').and_then(|title| self.title_at(text.len() - title.len()))?;
        let office = lexicon.posts.get(self.scene.slice(&title)) == Some(Title::Office);
        let stands_for = self.scene.slice(&title).ends_with("代表");
        let headed = text[title.end..].strip_prefix('的').filter(|_| office && !stands_for)?;
        let start = text.len() - headed.len();
        let mut bodies = self.bodies.range(start + 1..).map(|(_, (body, _))| body);
        let body = bodies.next().filter(|body| body.start == start).cloned();
        Some((title, body))
    }

    /// The posts that end before this byte, in text order, each with the body that stands right
    /// before it.
    fn list_before(&self, name: usize) -> Vec<Held> {
        let text = self.scene.text;
        let mut posts = Vec::new();
        let mut end = without_remark(text[..name].trim_end()).len();
        // 校长周文远教授、|副校长王霜: a title after another name belongs to that name.
        let own = |posts: &[Held], title: &Range<usize>| posts.is_empty() || !self.follows_name(title);
        while let Some(title) = self.titles.get(&end).filter(|_| posts.len() < MAX_POSTS) {
            if !own(&posts, title) {
                break;
            }
            let body = self.body_before(title);
            let start = body.as_ref().map_or(title.start, |body| body.start);
            posts.push((title.clone(), body));
            let start = self.opening_of(start);
            let before = text[..start].trim_end();
            let separated = before.strip_suffix(['、', ',', '兼']).unwrap_or(before);
            if separated.len() == start {
                break;
            }
            end = without_remark(separated).len();
            if self.closes_clause(end, &before[separated.len()..]) {
                break;
            }
        }
        posts.reverse();
        posts
    }

    /// The starts of titles that identify their holder without a name: an office after its body (国务院总理), the
    /// head of a named region (河南省省长), an office in an address (主席先生), or the head of party or government
    /// (总书记强调).
    fn definite(&self) -> impl Iterator<Item = usize> {
        let titles = self.titles.values().filter(|title| {
            match self.scene.lexicon.posts.get(self.scene.slice(title)) {
                Some(Title::Office | Title::Front | Title::After | Title::Region)
                    if self.is_address(title) =>
                {
                    true
                }
                Some(Title::Office | Title::Front) => {
                    self.bodies.contains_key(&title.start) || self.is_the_head(title)
                }
                Some(Title::Region) => {
                    self.bodies.contains_key(&title.start) || self.places.contains_key(&title.start)
                }
                _ => false,
            }
        });
        titles.map(|title| title.start)
    }

    /// Whether an address after the title ends the phrase: 主席先生!
    fn is_address(&self, title: &Range<usize>) -> bool {
        let after = &self.scene.text[title.end..];
        let rest = ADDRESSES.iter().find_map(|address| after.strip_prefix(address));
        rest.is_some_and(|rest| !rest.starts_with(is_han))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;
    use crate::recognise::{Evidence, Person, recognise};
    use crate::resolve::resolve;

    /// Each person's posts, and the posts that stand, in a sentence with these bodies and these places.
    pub(super) fn related(text: &str, bodies: &[&str], places: &[&str]) -> (Vec<String>, Vec<String>) {
        let made = |words: &[&str], detail: &dyn Fn() -> Detail| -> Vec<Candidate> {
            let ranges = words.iter().filter_map(|word| text.find(word).map(|at| at..at + word.len()));
            ranges.map(|range| Candidate::new(range, "made.up", Evidence::Certain, detail())).collect()
        };
        let is_media = |words: &[&str]| words.iter().any(|word| word.ends_with('社'));
        let kind = if is_media(bodies) { BodyKind::Media } else { BodyKind::Government };
        with_scene(text, |scene| {
            let mut candidates = recognise(scene);
            candidates.retain(|candidate| matches!(candidate.detail, Detail::Person(_) | Detail::Post));
            candidates.extend(made(bodies, &|| Detail::Body(kind)));
            candidates.extend(made(places, &|| Detail::Place { code: None }));
            let mut standing = resolve(candidates);
            relate(scene, &mut Thread::default(), &mut standing);
            let held = |person: &Person| -> Vec<String> {
                let written = person.posts.iter().map(|(title, body)| {
                    let body = body.as_ref().map_or("", |body| scene.slice(body));
                    format!("{body}|{}", scene.slice(title))
                });
                written.collect()
            };
            let people = standing.iter().filter_map(|candidate| match &candidate.detail {
                Detail::Person(person) => Some(held(person)),
                _ => None,
            });
            let posts = standing.iter().filter(|candidate| candidate.detail == Detail::Post);
            (people.flatten().collect(), posts.map(|post| scene.slice(&post.range).to_owned()).collect())
        })
    }

    #[test]
    fn a_list_of_posts_belongs_to_the_name_after_it() {
        let (people, _) = related("市委副书记、市政府党组书记、市长李刚说。", &["市委", "市政府"], &[]);
        assert_eq!(people, ["市委|副书记", "市政府|党组书记", "市政府|市长"]);
        let (people, _) = related("区委副书记、区长李刚说。", &["区委"], &[]);
        assert_eq!(people, ["区委|副书记", "|区长"]);
        let (people, _) =
            related("县委常委、城南自贸区河口片区党工委书记李刚说。", &["县委"], &["城南自贸区", "河口片区"]);
        assert_eq!(people, ["县委|常委", "|党工委书记"]);
        let (people, _) = related("县委副书记、副县长(挂职)李刚说。", &["县委"], &[]);
        assert_eq!(people, ["县委|副书记", "|副县长"]);
        let (people, _) = related("党中央总书记、国家主席李刚说。", &["党中央"], &[]);
        assert_eq!(people, ["党中央|总书记", "|国家主席"]);
        let (people, _) = related("市长、政协城南区委员会主席李刚说。", &[], &["城南区"]);
        assert_eq!(people, ["|市长", "政协城南区委员会|主席"]);
        let (people, _) = related("县财政局原局长李刚说。", &["县财政局"], &[]);
        assert_eq!(people, ["县财政局|局长"]);
        let (people, _) = related("县委常委、统战部部长李刚说。", &["县委"], &[]);
        assert_eq!(people, ["县委|常委", "统战部|部长"]);
    }

    #[test]
    fn the_title_after_a_name_is_its_post() {
        assert_eq!(related("学习习近平总书记的讲话。", &[], &[]).0, ["|总书记"]);
    }

    #[test]
    fn titles_after_a_name_may_be_joined_or_given() {
        assert_eq!(related("在彭德怀司令员兼政治委员率领下前进。", &[], &[]).0, ["|司令员", "|政治委员"]);
        assert_eq!(related("以江泽民同志为总书记的党中央", &["党中央"], &[]).0, ["党中央|总书记"]);
        for text in ["以江泽民同志为核心的党中央", "以雷锋同志为总代表的战士", "推选李刚为主席。"]
        {
            assert_eq!(related(text, &[], &[]).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn a_job_is_a_post_after_its_body() {
        let (people, posts) = related("城南医院医生周文远作报告。", &["城南医院"], &[]);
        assert_eq!((people, posts), (vec!["城南医院|医生".to_owned()], vec!["医生".to_owned()]));
        assert_eq!(related("好医生周文远作报告。", &[], &[]), (vec![], vec![]));
        assert_eq!(related("城南医院医生待遇提高。", &["城南医院"], &[]), (vec![], vec![]));
    }

    #[test]
    fn members_of_a_list_share_a_title() {
        assert_eq!(related("副市长李刚、王建国出席。", &[], &[]).0, ["|副市长", "|副市长"]);
        assert_eq!(related("李先念、薄一波两位副总理作报告。", &[], &[]).0, ["|副总理", "|副总理"]);
        assert_eq!(
            related("温家宝总理、吴仪、回良玉副总理出席。", &[], &[]).0,
            ["|总理", "|副总理", "|副总理"]
        );
        for text in ["市长李刚、王建国出席。", "吴仪、温家宝总理出席。"] {
            assert_eq!(related(text, &[], &[]).0.len(), 1, "{text}");
        }
    }

    #[test]
    fn an_office_in_a_list_is_of_the_body_before_it() {
        let (people, _) = related("清溪大学党委书记李刚、校长王芳出席。", &["清溪大学"], &[]);
        assert_eq!(people, ["清溪大学|党委书记", "清溪大学|校长"]);
        let (people, _) = related("县委书记李刚、县长王芳出席。", &["县委"], &[]);
        assert_eq!(people, ["县委|书记", "|县长"]);
        let (people, _) = related("省委书记李刚、主席王芳出席。", &["省委"], &[]);
        assert_eq!(people, ["省委|书记", "|主席"]);
    }

    #[test]
    fn a_reporter_belongs_to_the_agency_of_the_wire() {
        assert_eq!(related("某某社北京1月4日电(记者 周文远)会议提出", &["某某社"], &[]).0, ["某某社|记者"]);
    }

    #[test]
    fn definite_holders_keep_their_posts_and_others_lose_them() {
        assert_eq!(related("由国务院总理提名。", &["国务院"], &[]).1, ["总理"]);
        assert_eq!(related("河南省省长出席。", &[], &["河南省"]).1, ["省长"]);
        for text in ["主席先生!", "主席先生,各位来宾:", "主席女士,我的发言完了。"] {
            assert_eq!(related(text, &[], &[]).1, ["主席"], "{text}");
        }
        for text in
            ["党组书记负总责。", "选派第一书记。", "邀请院士参加。", "各位主席先生们!", "先生们,女士们!"]
        {
            assert_eq!(related(text, &[], &[]).1, [""; 0], "{text}");
        }
    }
}
