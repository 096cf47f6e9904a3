//! Names that stand together, and what closes the list.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::item;
use super::piece::Piece;
use super::stage::{self, Reading};
use super::trim;
use crate::lexicon::{Form, Head};
use crate::recognise::Scene;

/// How many pieces the tail of a list may have: 等8个增资扩产、技改项目.
const MAX_TAIL_PIECES: usize = 8;
/// The longest section after the name of a scheme, in characters: 青藏铁路|正线.
const MAX_SECTION_CHARS: usize = 2;
/// The longest kind of projects between their count and 项目, in characters: 抽水蓄能.
const MAX_KIND_CHARS: usize = 6;
/// Words for works and undertakings of which each has its name.
const GREAT: [&str; 3] = ["重大", "标志性", "国家重点"];
/// The longest clip of a name before 和, in bytes: 盐泰锡常宜.
const MAX_CLIP_BYTES: usize = 15;

/// The lists of a sentence, in order; a name by itself is a list too.
pub(crate) fn lists(scene: &Scene, pieces: &[Piece]) -> Vec<List> {
    let mut lists = Vec::with_capacity(pieces.len() / 2 + 1);
    let mut at = 0;
    while at < pieces.len() {
        if pieces[at].is_text() {
            let list = List::read(scene, pieces, at);
            at = list.last;
            lists.push(list);
        }
        at += 1;
    }
    lists
}

/// Names that stand together, and what closes the list.
#[derive(Debug)]
pub(crate) struct List {
    /// The first and the last piece, the tail included.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(super) names: SmallVec<[Range<usize>; 1]>,
    pub(super) tail: Option<Tail>,
    /// It ends in 等.
    pub(super) is_open: bool,
    /// 的 follows: the names describe something else.
    pub(super) describes: bool,
    /// What 等 ends in are places, roles or the like: 等宜居片区, 等产业带.
    pub(super) is_foreign: bool,
}

/// What 等 ends in: 等40条高速公路, 等重大项目.
#[derive(Debug)]
pub(crate) struct Tail {
    pub(super) head: Option<Head>,
    /// Nothing but counts and generic words stand before the head.
    pub(super) is_plain: bool,
    pub(super) is_counted: bool,
    /// It ends in 项目, which any name may share.
    pub(super) is_project: bool,
    /// It ends in 工程, which the names leave out: 青川调水、东线引水等工程.
    pub(super) is_scheme: bool,
    /// It says great ones: 等重大科技项目.
    pub(super) is_great: bool,
    /// It ends in what is built for science and the like, each of which has a field: 等重大科研设施.
    pub(super) is_plant: bool,
    /// It is a count of projects and no count of places: 等6个蓄水项目, not 等3个城市项目.
    pub(super) counts_projects: bool,
}

impl List {
    /// Reads the list that starts at a text piece.
    fn read(scene: &Scene, pieces: &[Piece], first: usize) -> List {
        let mut names: SmallVec<_> = smallvec![pieces[first].range.clone()];
        let mut last = first;
        while let [link, next, rest @ ..] = &pieces[last + 1..] {
            let is_comma = link.has_form(Form::Comma);
            // 开工南宁至贵港、改扩建|梧州至贺州等铁路: what is yet to get its head goes on after the verb.
            let has_head =
                || names.last().is_some_and(|name| scene.lexicon.projects.head(scene.slice(name)).is_some());
            if is_comma
                && next.mark.is_some_and(|mark| mark.is_opening || mark.is_made)
                && !has_head()
                && let Some(name) = rest.first().filter(|piece| piece.is_text())
            {
                last += 3;
                names.push(name.range.clone());
                continue;
            }
            if !next.is_text() || !(is_comma || link.has_form(Form::Joint)) {
                break;
            }
            last += 2;
            match names.last_mut() {
                // 国家医疗、|农业应用基地: what 国家 opens is no name before its head has come.
                Some(name) if is_comma && is_realm_of(scene, name, &next.range) => name.end = next.range.end,
                // 和 inside one name: 保障基地和调度中心.
                Some(name) if !is_comma && joins_parts(scene, pieces, name, last) => {
                    name.end = next.range.end
                }
                Some(name) if joins_directions(scene, name, &next.range) => name.end = next.range.end,
                _ => names.push(next.range.clone()),
            }
        }
        let mut list =
            List { first, last, names, tail: None, is_open: false, describes: false, is_foreign: false };
        list.read_tail(scene, pieces);
        list.describes = pieces.get(list.last + 1).is_some_and(|next| scene.says(&next.range, "的"));
        list
    }

    /// What is said of the names; 推动青川机场和云河机场|联动发展 says nothing of building.
    pub(crate) fn reading<'p>(&self, scene: &'p Scene, pieces: &'p [Piece]) -> Reading {
        let stages = &scene.lexicon.stages;
        let texts = |pieces: &'p [Piece]| {
            pieces.iter().filter(|piece| piece.is_text()).map(|piece| scene.slice(&piece.range))
        };
        let has_head = |text: &str| scene.lexicon.projects.head(text).is_some();
        let goes_on = self.is_open && self.tail.is_none();
        let after =
            if goes_on { self.last..(self.last + 3).min(pieces.len()) } else { self.last..self.last + 1 };
        let is_thriving = texts(&pieces[after]).any(|text| stages.ends_thriving(text))
            || texts(&pieces[self.first..=self.last])
                .any(|text| stages.holds_thriving(text) && !has_head(text));
        stage::read(scene, pieces, self.first, self.last, is_thriving)
    }

    fn read_tail(&mut self, scene: &Scene, pieces: &[Piece]) {
        let Some(etc) = pieces.get(self.last + 1).filter(|piece| piece.has_form(Form::Etc)) else {
            self.read_counted_tail(scene);
            self.read_quoted_tail(scene, pieces);
            return;
        };
        self.is_open = true;
        for (offset, piece) in pieces[self.last + 2..].iter().take(MAX_TAIL_PIECES).enumerate() {
            let is_quote = ["“", "”"].contains(&scene.slice(&piece.range));
            if piece.has_form(Form::Stop) && !is_quote {
                return;
            }
            // 涡、濉等河流域|的|石桥水库: what 等 ends in is what the next name lies in.
            let before = &pieces[self.last + 1 + offset];
            if scene.says(&piece.range, "的") && before.is_text() && ends_as_place(scene, &before.range) {
                return;
            }
            let piece = &undertaking(scene, piece);
            let whole = etc.range.end..piece.range.end;
            self.is_foreign |= offset == 0 && piece.is_text() && ends_as_place(scene, &piece.range);
            if let Some((start, head)) =
                scene.lexicon.projects.head(scene.slice(&piece.range)).filter(|_| piece.is_text())
            {
                let before = scene.slice(&(whole.start..piece.range.start + start));
                self.last += 2 + offset;
                // 等“九大工程”|建设
                let closes = |piece: &&Piece| scene.says(&piece.range, "”");
                self.last += usize::from(pieces.get(self.last + 1).filter(closes).is_some());
                // 铁路项目 are railways.
                let kind = scene.slice(&piece.range).trim_end_matches("项目").trim_end_matches("工程");
                let head = scene.lexicon.projects.head(kind).map_or(head, |(_, head)| head);
                let is_plain = before.chars().count() < 24 && is_plain(scene, before);
                let is_counted = scene.lexicon.projects.opens_with_count(before);
                let is_project = scene.slice(&piece.range).ends_with("项目");
                let ends =
                    |words: [&str; 2]| words.iter().any(|word| scene.slice(&piece.range).ends_with(word));
                let counts_projects = is_counted && is_project && is_kind_of_project(scene, before);
                let is_scheme = scene.slice(&piece.range).ends_with("工程");
                let is_great = |text: &str| GREAT.iter().any(|great| text.contains(great));
                let is_plant = ends(["设施", "装置"]) && is_great(scene.slice(&whole));
                let is_great = is_plain && is_great(before);
                let head = Some(head);
                self.tail = Some(Tail {
                    head,
                    is_plain,
                    is_counted,
                    is_project,
                    is_scheme,
                    is_great,
                    is_plant,
                    counts_projects,
                });
                return;
            }
        }
    }

    /// “云上数谷”等4个项目: what stands in quotation marks is one of the projects that are counted.
    fn read_quoted_tail(&mut self, scene: &Scene, pieces: &[Piece]) {
        let is = |piece: &Piece, mark: &str| scene.says(&piece.range, mark);
        let opens = self.first.checked_sub(1).is_some_and(|before| is(&pieces[before], "“"));
        let Some([close, etc, counted, ..]) = pieces.get(self.last + 1..).filter(|_| opens) else { return };
        let kind = scene.slice(&counted.range).strip_suffix("项目");
        let Some(kind) = kind.filter(|_| is(close, "”") && etc.has_form(Form::Etc)) else { return };
        if scene.lexicon.projects.opens_with_count(kind) && is_kind_of_project(scene, kind) {
            self.last += 3;
            self.tail = Some(Tail {
                head: Some(Head::Facility),
                is_plain: true,
                is_counted: true,
                is_project: true,
                is_scheme: false,
                is_great: false,
                is_plant: false,
                counts_projects: true,
            });
        }
    }

    /// A list that ends in a count and a head without 等: 石桥、柳林、云河三座水电站.
    fn read_counted_tail(&mut self, scene: &Scene) {
        let [.., _, last] = &mut self.names[..] else { return };
        let text = scene.slice(last);
        let Some((head_start, head)) = scene.lexicon.projects.head(text) else { return };
        let counts = text.char_indices().skip(2).take(MAX_CLIP_BYTES).map(|(at, _)| at);
        let counted = counts.take_while(|at| *at < head_start).find(|at| {
            let (count, head) = (&text[*at..], &text[*at..head_start]);
            scene.lexicon.projects.opens_with_count(count) && !count.contains("吨级") && is_plain(scene, head)
        });
        if let Some(at) = counted {
            last.end = last.start + at;
            self.tail = Some(Tail {
                head: Some(head),
                is_plain: true,
                is_counted: true,
                is_project: false,
                is_scheme: false,
                is_great: false,
                is_plant: false,
                counts_projects: false,
            });
        }
    }
}

/// A piece up to the 项目 or 工程 in it after which a verb begins that is no mark, or a time: 等化工项目|释放产能, 等项目|明年竣工.
fn undertaking(scene: &Scene, piece: &Piece) -> Piece {
    let text = scene.slice(&piece.range);
    let end = ["项目", "工程"].into_iter().find_map(|word| text.find(word).map(|at| at + word.len()));
    let end = end.map_or(piece.range.end, |end| piece.range.start + end);
    let next = scene.tokens.starting(end);
    let is_verb = next.is_some_and(|at| matches!(scene.tokens[at].tag, "v" | "d" | "p" | "t"));
    let goes_on = piece.is_text() && end < piece.range.end && is_verb;
    Piece { range: piece.range.start..if goes_on { end } else { piece.range.end }, mark: piece.mark }
}

/// Whether 和 before `pieces[next]` joins two parts of one name: the list goes on after it, or what
/// follows has no proper part of its own.
fn joins_parts(scene: &Scene, pieces: &[Piece], name: &Range<usize>, next: usize) -> bool {
    let goes_on = pieces.get(next + 1).is_some_and(|piece| piece.has_form(Form::Comma));
    let head = |range: &Range<usize>| scene.lexicon.projects.head(scene.slice(range)).map(|(_, head)| head);
    let (left, right) = (head(name), head(&pieces[next].range));
    // 青川运河与云河航道连通工程: it takes two.
    if goes_between(scene.slice(&pieces[next].range)) {
        return true;
    }
    // 云河灌区续建配套|与|现代化改造: what is done to a work is named in two words.
    let whole = scene.slice(&(name.start..pieces[next].range.end));
    if scene.lexicon.projects.head(whole).is_some_and(|(at, _)| at < name.len()) {
        return true;
    }
    // 国际梨|与|梨酒产业基地: a word said twice ties its two compounds to one name.
    if right.is_some() && says_twice(scene, name, &pieces[next].range) {
        return true;
    }
    // 核|与|辐射安全研发基地, 人|和|集团新材料: one character is no name.
    if name.len() == '核'.len_utf8() && (right.is_some() || pieces[next].range.len() > MAX_CLIP_BYTES) {
        return true;
    }
    // 远景动力电池|及|储能等: what has nothing of its own belongs to the last name.
    let ends_list = goes_on || pieces.get(next + 1).is_some_and(|piece| piece.has_form(Form::Etc));
    if ends_list
        && name.len() >= MAX_CLIP_BYTES
        && left.is_none()
        && scene.lexicon.projects.is_generic(scene.slice(&pieces[next].range))
    {
        return true;
    }
    // 青川河治理工程|和|柳林河治理工程: each is one. 资源整合|和|露天煤矿: a class of works is no part.
    let next_text = scene.slice(&pieces[next].range);
    if ends_as_work(scene, scene.slice(name)) && ends_as_work(scene, next_text)
        || right == Some(Head::Works) && scene.lexicon.projects.is_generic(next_text)
    {
        return false;
    }
    let item = || item::read(scene, pieces[next].range.clone());
    let is_own = || item().is_some_and(|item| item.is_proper || item.is_coined);
    if left == Some(Head::Works) && right == left && (!goes_on || is_own()) {
        return false;
    }
    // 新材料及化学品产业园: what stands before 及 is long, and has no head of its own.
    let is_part = left.is_some() || name.len() >= MAX_CLIP_BYTES;
    let is_counted = scene.lexicon.projects.opens_with_count(scene.slice(&pieces[next].range));
    // 国家核|与|辐射安全研发基地: what 国家 opens has its head after the joint.
    if opens_with_realm(scene, name)
        && item().is_some_and(|item| item.head.is_some())
        && !item::opens_with_place(scene, pieces[next].range.start)
    {
        return true;
    }
    is_part && right.is_some() && !is_counted && !is_own()
}

/// Whether the text after a joint opens with the last word before it, a common noun (葡萄|与|葡萄酒) and no place that two
/// ways start from.
fn says_twice(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    let before = scene.tokens.ended_before(name.end);
    let word = scene.tokens.get(before).filter(|token| token.range.end == name.end);
    word.is_some_and(|word| word.tag == "n" && scene.slice(next).starts_with(scene.slice(&word.range)))
}

/// Whether a text ends with a head and 工程 after it or something done to a work: 治理工程, 铁路|扩建.
fn ends_as_work(scene: &Scene, text: &str) -> bool {
    let projects = &scene.lexicon.projects;
    let works = |(at, head): (usize, Head)| {
        head == Head::Works && matches!(projects.head(&text[..at]), Some((_, Head::Works)))
    };
    text.ends_with("工程") || projects.head(text).is_some_and(works)
}

/// Whether 、 stands between the directions of one scheme: 南水北调东|、|中线工程.
fn joins_directions(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    const DIRECTIONS: [char; 5] = ['东', '西', '南', '北', '中'];
    let (name, next) = (scene.slice(name), scene.slice(next));
    let scheme = name.strip_suffix(DIRECTIONS).map(|name| name.trim_end_matches("工程"));
    scheme.is_some_and(|scheme| scene.lexicon.projects.standing.contains(scheme))
        && next.strip_prefix(DIRECTIONS).is_some_and(|rest| rest.starts_with('线'))
}

/// Whether a name stands before another noun of the same stretch, so that what is done is done to
/// that: 南水北调工程|水源区.
pub(crate) fn modifies(scene: &Scene, pieces: &[Piece], list: &List, name: &Range<usize>) -> bool {
    let list = &pieces[list.first..=list.last];
    let stretch = list.get(list.partition_point(|piece| piece.range.end < name.end));
    let rest = stretch.map_or("", |piece| &scene.text[name.end..piece.range.end]);
    let rest = trim::without_time(scene, rest.trim_start_matches("工程").trim_start_matches("项目"));
    rest.chars().count() > MAX_SECTION_CHARS
}

/// Whether a name ends as that of a work between two others.
fn goes_between(text: &str) -> bool {
    let name = text.trim_end_matches("工程").trim_end_matches("项目");
    ["连通", "互联", "联络线", "连接线"].iter().any(|tie| name.ends_with(tie))
}

/// Whether a stretch ends with what places are built with: 片区, 产业带.
fn ends_as_place(scene: &Scene, range: &Range<usize>) -> bool {
    let text = scene.slice(range);
    let ends = |(head, _): (Range<usize>, _)| head.end == text.len();
    scene.lexicon.projects.head(text).is_none()
        && scene.lexicon.places.heads.find(text).last().is_some_and(ends)
}

/// Whether a stretch is 国家 with fields after it, and the next one ends with a head.
fn is_realm_of(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    opens_with_realm(scene, name)
        && scene.lexicon.projects.is_generic(scene.slice(name))
        && matches!(scene.lexicon.projects.head(scene.slice(next)), Some((_, Head::Facility)))
        && !item::opens_with_place(scene, next.start)
}

/// Whether a stretch opens with 国家 and has no head: its last word is still to come.
fn opens_with_realm(scene: &Scene, name: &Range<usize>) -> bool {
    let text = scene.slice(name);
    text.strip_prefix("国家").is_some_and(|rest| !rest.is_empty() && rest.len() <= MAX_CLIP_BYTES)
        && scene.lexicon.projects.head(text).is_none()
}

/// Nothing but counts, generic words and separators.
fn is_plain(scene: &Scene, text: &str) -> bool {
    text.split(['、', '和', ',']).all(|part| scene.lexicon.projects.is_generic(part))
}

/// Whether a count and at most a few words stand here that say what kind of projects are counted (6个蓄水), none
/// of which is a level of places (3个城市).
fn is_kind_of_project(scene: &Scene, before: &str) -> bool {
    let kind = scene.lexicon.projects.without_count(before);
    let is_level = |c: char| matches!(c, '市' | '县' | '区' | '省' | '州' | '镇' | '乡' | '村' | '地' | '国');
    kind.chars().count() <= MAX_KIND_CHARS && !kind.contains(is_level)
}
