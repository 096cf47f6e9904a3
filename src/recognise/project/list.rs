//! Reads names that stand together, and what closes their list.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::item;
use super::opened;
use super::piece::Piece;
use super::stage::{self, Reading};
use super::stretch;
use super::tail::Tail;
use super::trim;
use crate::lexicon::{Form, Head, Trigger};
use crate::recognise::Scene;
use crate::segment::Token;

/// The longest section after a scheme's name, in characters: 青藏铁路|正线.
const MAX_SECTION_CHARS: usize = 2;
/// The longest clip of a name before 和, in bytes: 盐泰锡常宜.
const MAX_CLIP_BYTES: usize = 15;

/// Parts that a line may have besides itself.
const PARTS: [&str; 2] = ["延伸线", "支线"];

/// The lists of a sentence, in order; a single name is a list, too.
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

/// Names that stand together, with what closes their list.
#[derive(Debug)]
pub(crate) struct List {
    /// Indices of the first and the last piece, the tail included.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(super) names: SmallVec<[Range<usize>; 1]>,
    pub(super) tail: Option<Tail>,
    /// It ends with 等.
    pub(super) is_open: bool,
    /// 的 follows, so that the names describe something else.
    pub(super) describes: bool,
    /// The sentence tells something else about the one project that it names: 中云互通项目|十年开辟六条通道.
    is_topic: bool,
    /// 等 leads to places, roles or the like: 等宜居片区, 等产业带.
    pub(super) is_foreign: bool,
}

impl List {
    /// Reads the list that starts at a piece of text.
    fn read(scene: &Scene, pieces: &[Piece], first: usize) -> List {
        let mut names: SmallVec<_> = smallvec![pieces[first].range.clone()];
        let mut last = first;
        while let [link, next, rest @ ..] = &pieces[last + 1..] {
            let is_comma = link.has_form(Form::Comma);
            // A name still without its head goes on after the verb: 开工南宁至贵港、改扩建|梧州至贺州等铁路.
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
            // The cost of the next name is no name: 分别为总投资3亿元的青川水厂、|总投资2亿元的|云河水厂.
            if is_comma && costs(scene, next, rest) {
                break;
            }
            last += 2;
            match names.last_mut() {
                // A name that opens with 国家 goes on until its head has come: 国家医疗、|农业应用基地.
                Some(name) if is_comma && is_realm_of(scene, name, &next.range) => name.end = next.range.end,
                // 和 may stand inside one name: 保障基地和调度中心.
                Some(name) if !is_comma && joins_parts(scene, pieces, name, last) => {
                    name.end = next.range.end
                }
                Some(name) if joins_directions(scene, name, &next.range) => name.end = next.range.end,
                _ => names.push(next.range.clone()),
            }
        }
        let mut list = List {
            first,
            last,
            names,
            tail: None,
            is_open: false,
            describes: false,
            is_topic: false,
            is_foreign: false,
        };
        list.read_tail(scene, pieces);
        list.cut_predicate(scene, pieces);
        list.describes = pieces.get(list.last + 1).is_some_and(|next| scene.says(&next.range, "的"));
        list
    }

    /// Reads what is said of the names; 推动青川机场和云河机场|联动发展 says nothing of building.
    pub(crate) fn reading<'p>(&self, scene: &'p Scene, pieces: &'p [Piece]) -> Reading {
        if self.is_topic {
            return Reading::default();
        }
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
                .any(|text| !has_head(text) && stages.holds_thriving(text));
        let reading = stage::read(scene, pieces, self.first, self.last, is_thriving);
        let listed = &pieces[self.first..=self.last];
        match listed.iter().position(|piece| piece.has_form(Form::Etc)).filter(|_| self.tail.is_some()) {
            Some(etc) => reading.of_listed(&opened::counted(scene, &listed[etc + 1..])),
            None => reading,
        }
    }

    /// Cuts from the name what is told about the one work that a verb builds (新建南云天然气管道|惠及300万人) or about a
    /// project (中云互通项目|十年开辟六条通道).
    fn cut_predicate(&mut self, scene: &Scene, pieces: &[Piece]) {
        let is_built = self.first.checked_sub(1).is_some_and(|before| {
            pieces[before].mark.is_some_and(|mark| mark.stage.is_some() && !mark.is_before)
        });
        let [name] = &mut self.names[..] else { return };
        let projects = &scene.lexicon.projects;
        let text = scene.slice(name);
        let undertaking = if scene.wakes(Trigger::Undertaking) { text.find("项目") } else { None };
        let undertaking = undertaking.map(|at| name.start + at + "项目".len());
        // Words for when and how are not part of the name: 云溪食品项目|9月, 云溪食品项目|工期, 云溪食品项目|长期.
        if let Some(end) = undertaking.filter(|end| *end < name.end && ends_before(scene, name, *end)) {
            name.end = end;
            return;
        }
        if let Some(end) = work_of_part(scene, name) {
            name.end = end;
            return;
        }
        if !(is_built || undertaking.is_some()) || projects.head(text).is_some() {
            return;
        }
        let from = scene.tokens.ended_by(name.start);
        let inside = scene.tokens[from..].iter().skip(1).take_while(|token| token.range.end <= name.end);
        let goes_on = |token: &&Token| {
            let end = token.range.start;
            let is_work = || matches!(projects.head(&scene.text[name.start..end]), Some((1.., Head::Works)));
            let word = token.word;
            let is_verb = token.tag == "v" || projects.opens_phrase(word);
            // A deed done to it follows: 新建农村电网|改造.
            let is_told = is_verb && token.range.len() > '及'.len_utf8() && !projects.is_generic(word);
            undertaking == Some(end) && (is_told || matches!(token.tag, "m" | "t" | "r"))
                || is_built && is_told && is_work()
        };
        if let Some(end) = inside.into_iter().find(goes_on).map(|token| token.range.start) {
            name.end = end;
            self.is_topic = undertaking == Some(end);
        }
    }
}

/// Whether a time, the length of the work or an adverb follows the name in its stretch.
fn ends_before(scene: &Scene, name: &Range<usize>, end: usize) -> bool {
    let is_adverb = || {
        let token = scene.tokens.starting(end).map(|at| &scene.tokens[at]);
        token.is_some_and(|token| token.tag == "d" && token.range.end == name.end)
    };
    scene.lexicon.stages.terms.opens(&scene.text[end..name.end])
        || trim::without_time(scene, scene.slice(name)).len() == end - name.start
        || is_adverb()
}

/// The byte past the name of a work at a named place, before a part of it: 云溪机场扩建工程|新航站楼|竣工; not 云溪治理工程|管理局.
fn work_of_part(scene: &Scene, name: &Range<usize>) -> Option<usize> {
    let text = scene.slice(name);
    if !scene.wakes(Trigger::Undertaking) || scene.lexicon.projects.keepers.end(text) {
        return None;
    }
    let end = name.start + text.find("工程")? + "工程".len();
    let next = scene.tokens.starting(end).map(|at| scene.slice(&scene.tokens[at].range))?;
    // 工程|建设 and 工程|项目 still mean the work itself; 控制性工程|青溪渡槽 presents another.
    let is_presented = || scene.lexicon.projects.distinctions.stands_in(&scene.text[name.start..end]);
    if end >= name.end || matches!(next, "建设" | "项目") || is_presented() {
        return None;
    }
    let item = item::read(scene, name.start..end)?;
    let is_placed = item.has_place && (item.is_specific || item.is_placed_deed);
    (item.is_undertaking && item.head.is_some() && is_placed).then_some(end)
}

/// Whether 和 before `pieces[next]` joins two parts of one name: the list goes on after it, or the words after
/// it have no proper part of their own.
fn joins_parts(scene: &Scene, pieces: &[Piece], name: &Range<usize>, next: usize) -> bool {
    let goes_on = pieces.get(next + 1).is_some_and(|piece| piece.has_form(Form::Comma));
    let ends_list = goes_on || pieces.get(next + 1).is_some_and(|piece| piece.has_form(Form::Etc));
    let after = &pieces[next].range;
    let (left, right) = (head(scene, name), head(scene, after));
    if takes_both(scene, name, after, right.is_some()) || ends_list && is_rest_of(scene, name, after) {
        return true;
    }
    let item = || item::read(scene, after.clone());
    let is_own = || item().is_some_and(|item| item.is_proper || item.is_coined);
    let are_works = left == Some(Head::Works) && right == left && (!goes_on || is_own());
    if are_works || are_two(scene, name, after) {
        return false;
    }
    // The head of a name that opens with 国家 comes after the joint: 国家核|与|辐射安全研发基地.
    if opens_with_realm(scene, name)
        && item().is_some_and(|item| item.head.is_some())
        && !stretch::opens_with_place(scene, after.start)
    {
        return true;
    }
    // The part before the joint is long or has a head: 新材料及化学品产业园.
    let is_part = left.is_some() || name.len() >= MAX_CLIP_BYTES;
    let is_counted = scene.lexicon.projects.opens_with_count(scene.slice(after));
    is_part && right.is_some() && !is_counted && !is_own()
}

/// Whether 工程 ends the name right after a quotation that says what is done to two: 云河公园“馆园一体”工程.
fn ends_as_tie(text: &str) -> bool {
    text.ends_with("”工程") && !text.starts_with('“')
}

/// The kind of a name's last word.
fn head(scene: &Scene, name: &Range<usize>) -> Option<Head> {
    scene.lexicon.projects.head(scene.slice(name)).map(|(_, head)| head)
}

/// Whether one name needs the stretches on both sides of a joint.
fn takes_both(scene: &Scene, name: &Range<usize>, after: &Range<usize>, has_head: bool) -> bool {
    let whole = scene.slice(&(name.start..after.end));
    // It takes two: 青川运河与云河航道连通工程.
    goes_between(scene.slice(after))
        // A part of the line follows: 地铁3号线一期|及|延伸线.
        || PARTS.contains(&scene.slice(after))
        // Two words name what is done to a work: 云河灌区续建配套|与|现代化改造.
        || scene.lexicon.projects.head(whole).is_some_and(|(at, _)| at < name.len())
        // A repeated word ties its two compounds into one name: 国际梨|与|梨酒产业基地.
        || has_head && says_twice(scene, name, after)
        // One plant makes both: 年产3万吨纤维|及|2万吨切片项目.
        || scene.slice(after).starts_with(|c: char| c.is_ascii_digit()) && scene.slice(name).contains("年产")
        // The quotation ties two: 青川博物馆|与|云河公园“馆园一体”工程.
        || ends_as_tie(scene.slice(after))
        // Science and technology are one field: 云河空间科学|与|技术实验室.
        || scene.slice(name).ends_with("科学") && scene.slice(after).starts_with("技术")
        // One character is no name: 核|与|辐射安全研发基地, 人|和|集团新材料.
        || name.len() == '核'.len_utf8() && (has_head || after.len() > MAX_CLIP_BYTES)
}

/// Whether the words after a joint are all common and belong to the name before it: 远景动力电池|及|储能等.
fn is_rest_of(scene: &Scene, name: &Range<usize>, after: &Range<usize>) -> bool {
    name.len() >= MAX_CLIP_BYTES
        && head(scene, name).is_none()
        && scene.lexicon.projects.is_generic(scene.slice(after))
}

/// Whether each side of a joint is a work or a facility of its own.
fn are_two(scene: &Scene, name: &Range<usize>, after: &Range<usize>) -> bool {
    let (text, next) = (scene.slice(name), scene.slice(after));
    let (left, right) = (head(scene, name), head(scene, after));
    let is_generic = || scene.lexicon.projects.is_generic(next);
    // Each is a work (青川河治理工程|和|柳林河治理工程); a class of works is no part of a name (资源整合|和|露天煤矿).
    let are_works = ends_as_work(scene, text) && ends_as_work(scene, next);
    // Each has a head of its own, and they are the same: 长江国家公园|和|青滩遗址公园.
    let are_alike = || {
        left == Some(Head::Facility) && left == right && last_word(text) == last_word(next) && !is_generic()
    };
    are_works || right == Some(Head::Works) && is_generic() || are_alike()
}

/// The last two characters of a name.
fn last_word(name: &str) -> Option<&str> {
    name.char_indices().rev().nth(1).map(|(at, _)| &name[at..])
}

/// Whether a piece with 的 after it tells a cost: 总投资2亿元|的.
pub(super) fn costs(scene: &Scene, piece: &Piece, rest: &[Piece]) -> bool {
    scene.wakes(Trigger::Cost)
        && rest.first().is_some_and(|of| scene.says(&of.range, "的"))
        && scene.lexicon.stages.measured_at(scene.slice(&piece.range)) == Some(0)
}

/// Whether the text after a joint starts with the last word before it, a common noun (葡萄|与|葡萄酒) and not a
/// place where two ways start.
fn says_twice(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    let before = scene.tokens.ended_before(name.end);
    let word = scene.tokens.get(before).filter(|token| token.range.end == name.end);
    word.is_some_and(|word| word.tag == "n" && scene.slice(next).starts_with(word.word))
}

/// Whether a text ends in 工程, or in a head with something done to a work: 治理工程, 铁路|扩建.
fn ends_as_work(scene: &Scene, text: &str) -> bool {
    let projects = &scene.lexicon.projects;
    let works = |(at, head): (usize, Head)| {
        head == Head::Works && matches!(projects.head(&text[..at]), Some((_, Head::Works)))
    };
    text.ends_with("工程") || projects.head(text).is_some_and(works)
}

/// Whether 、 stands between two directions of one scheme: 南水北调东|、|中线工程.
fn joins_directions(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    const DIRECTIONS: [char; 5] = ['东', '西', '南', '北', '中'];
    let (name, next) = (scene.slice(name), scene.slice(next));
    let scheme = name.strip_suffix(DIRECTIONS).map(|name| name.trim_end_matches("工程"));
    scheme.is_some_and(|scheme| scene.lexicon.projects.standing.contains(scheme))
        && next.strip_prefix(DIRECTIONS).is_some_and(|rest| rest.starts_with('线'))
}

/// Whether a name stands before another noun of the same stretch, which is then the object of the deed:
/// 南水北调工程|水源区.
pub(crate) fn modifies(scene: &Scene, pieces: &[Piece], list: &List, name: &Range<usize>) -> bool {
    let list = &pieces[list.first..=list.last];
    let stretch = list.get(list.partition_point(|piece| piece.range.end < name.end));
    let rest = stretch.map_or("", |piece| &scene.text[name.end..piece.range.end]);
    let rest = trim::without_time(scene, rest.trim_start_matches("工程").trim_start_matches("项目"));
    rest.chars().count() > MAX_SECTION_CHARS
}

/// Whether a name ends as works between two others do.
fn goes_between(text: &str) -> bool {
    let name = without_all(without_all(text, "工程"), "项目");
    ["连通", "互联", "联络线", "连接线"].iter().any(|tie| name.ends_with(tie))
}

/// The text without any of these words at its end.
fn without_all<'t>(mut text: &'t str, word: &str) -> &'t str {
    while let Some(before) = text.strip_suffix(word) {
        text = before;
    }
    text
}

/// Whether a stretch is 国家 and fields, and the next one ends with a head.
fn is_realm_of(scene: &Scene, name: &Range<usize>, next: &Range<usize>) -> bool {
    opens_with_realm(scene, name)
        && scene.lexicon.projects.is_generic(scene.slice(name))
        && matches!(scene.lexicon.projects.head(scene.slice(next)), Some((_, Head::Facility)))
        && !stretch::opens_with_place(scene, next.start)
}

/// Whether a stretch opens with 国家 and has no head yet.
fn opens_with_realm(scene: &Scene, name: &Range<usize>) -> bool {
    let text = scene.slice(name);
    text.strip_prefix("国家").is_some_and(|rest| !rest.is_empty() && rest.len() <= MAX_CLIP_BYTES)
        && scene.lexicon.projects.head(text).is_none()
}
