//! Named undertakings: what is built, invested in or engineered.
//!
//! A sentence is cut into [`piece`]s: names and the marks between them. Names that 、 and 和 tie
//! together are a list; what stands before and after the list says its [`stage`]; whether a name is
//! a project is decided by its form ([`item`]), by its list and by that stage.

mod item;
pub(crate) mod piece;
pub(crate) mod stage;

use std::ops::Range;

use self::item::Item;
use self::piece::Piece;
use self::stage::Reading;
use super::{Candidate, Detail, Evidence, Project, Scene};
use crate::lexicon::{Form, Head};
use crate::record::Stage;

/// How many pieces the tail of a list may have: 等8个增资扩产、技改项目.
const LONGEST_TAIL: usize = 8;
/// The longest word, in characters, that is a clip where the list ends in works: 临泰等新线.
const LONGEST_SHARED: usize = 3;
/// From how many characters on a strange word among common ones is a name: 远景高性能纤维.
const LONG_NAME: usize = 6;
/// The longest name of a work, in characters, whose head a place before it may share: 石桥、柳林大型水库.
const LONGEST_PLACE_WORK: usize = 6;
/// The longest clip of a name before 和, in bytes: 盐泰锡常宜.
const LONGEST_CLIP_BYTES: usize = 15;

/// Undertakings known by name, and names whose form and surroundings speak for a project.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (range, ()) in scene.find(&scene.lexicon.projects.standing) {
        let detail = Detail::Project(Project::default());
        candidates.push(Candidate::new(range, "project.known", Evidence::Certain, detail));
    }
    let pieces = piece::pieces(scene);
    if !may_hold_projects(scene.text, &pieces) {
        return;
    }
    for list in lists(scene, &pieces) {
        list.propose(scene, &pieces, candidates);
    }
}

/// Whether something happens in the sentence, or an undertaking is named: no rule finds a project else.
fn may_hold_projects(text: &str, pieces: &[Piece]) -> bool {
    let happens = |piece: &Piece| piece.mark.is_some_and(|mark| mark.stage.is_some() || mark.is_push);
    pieces.iter().any(happens) || text.contains("项目") || text.contains("工程")
}

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
    names: Vec<Range<usize>>,
    tail: Option<Tail>,
    /// It ends in 等.
    is_open: bool,
    /// What 等 ends in are places, roles or the like: 等宜居片区, 等产业带.
    is_foreign: bool,
}

/// What an item stands beside.
#[derive(Debug)]
struct Others {
    /// The last item of the list.
    closing: Item,
    /// Some item has a proper part.
    has_named: bool,
    /// How many would be names without a head of their own.
    own_names: usize,
}

/// What 等 ends in: 等40条高速公路, 等重大项目.
#[derive(Debug)]
pub(crate) struct Tail {
    head: Option<Head>,
    /// Nothing but counts and generic words stand before the head.
    is_plain: bool,
    is_counted: bool,
    /// It ends in 项目, which any name may share.
    is_project: bool,
}

impl List {
    /// Reads the list that starts at a text piece.
    fn read(scene: &Scene, pieces: &[Piece], first: usize) -> List {
        let mut names = vec![pieces[first].range.clone()];
        let mut last = first;
        while let [link, next, ..] = &pieces[last + 1..] {
            let is_comma = link.has_form(Form::Comma);
            if !next.is_text() || !(is_comma || link.has_form(Form::Joint)) {
                break;
            }
            last += 2;
            match names.last_mut() {
                // 和 inside one name: 保障基地和调度中心.
                Some(name) if !is_comma && joins_parts(scene, pieces, name, last) => {
                    name.end = next.range.end
                }
                _ => names.push(next.range.clone()),
            }
        }
        let mut list = List { first, last, names, tail: None, is_open: false, is_foreign: false };
        list.read_tail(scene, pieces);
        list
    }

    fn read_tail(&mut self, scene: &Scene, pieces: &[Piece]) {
        let Some(etc) = pieces.get(self.last + 1).filter(|piece| piece.has_form(Form::Etc)) else {
            self.read_counted_tail(scene);
            return;
        };
        self.is_open = true;
        for (offset, piece) in pieces[self.last + 2..].iter().take(LONGEST_TAIL).enumerate() {
            if piece.has_form(Form::Stop) {
                return;
            }
            let whole = etc.range.end..piece.range.end;
            self.is_foreign |= offset == 0 && piece.is_text() && ends_as_place(scene, &piece.range);
            if let Some((start, head)) =
                scene.lexicon.projects.head(scene.slice(&piece.range)).filter(|_| piece.is_text())
            {
                let before = scene.slice(&(whole.start..piece.range.start + start));
                self.last += 2 + offset;
                // 铁路项目 are railways.
                let kind = scene.slice(&piece.range).trim_end_matches("项目").trim_end_matches("工程");
                let head = scene.lexicon.projects.head(kind).map_or(head, |(_, head)| head);
                let is_plain = before.chars().count() < 24 && is_plain(scene, before);
                let is_counted = scene.lexicon.projects.opens_with_count(before);
                let is_project = scene.slice(&piece.range).ends_with("项目");
                self.tail = Some(Tail { head: Some(head), is_plain, is_counted, is_project });
                return;
            }
        }
    }

    /// A list that ends in a count and a head without 等: 石桥、柳林、云河三座水电站.
    fn read_counted_tail(&mut self, scene: &Scene) {
        let [.., _, last] = &mut self.names[..] else { return };
        let text = scene.slice(last);
        let Some((head_start, head)) = scene.lexicon.projects.head(text) else { return };
        let counts = text.char_indices().skip(2).take(LONGEST_CLIP_BYTES).map(|(at, _)| at);
        let counted = counts.take_while(|at| *at < head_start).find(|at| {
            let (count, head) = (&text[*at..], &text[*at..head_start]);
            scene.lexicon.projects.opens_with_count(count) && !count.contains("吨级") && is_plain(scene, head)
        });
        if let Some(at) = counted {
            last.end = last.start + at;
            self.tail = Some(Tail { head: Some(head), is_plain: true, is_counted: true, is_project: false });
        }
    }

    fn propose(&self, scene: &Scene, pieces: &[Piece], candidates: &mut Vec<Candidate>) {
        let reading = stage::read(pieces, self.first, self.last);
        // What follows a closing quotation mark begins inside it.
        let is_cut =
            self.first > 0 && scene.slice(&pieces[self.first - 1].range).ends_with(['”', '’', '"', ')']);
        // Where nothing happens, only an undertaking is a project: the others need no reading.
        let may_be_project =
            |name: &Range<usize>| reading.stage.is_some() || item::ends_as_undertaking(scene.slice(name));
        let shape = self.names.first().filter(|_| is_cut).and_then(|name| shape(scene, name));
        let items: Vec<Item> = shape
            .into_iter()
            .chain(self.names[usize::from(is_cut)..].iter().cloned())
            .filter(may_be_project)
            .filter_map(|name| item::read(scene, name))
            .collect();
        let Some(closing) = items.last().cloned().filter(|_| !self.is_foreign) else { return };
        let others = Others {
            closing,
            has_named: items.iter().any(|item| item.is_proper || item.is_coined),
            own_names: items.iter().filter(|item| is_own_name(item)).count(),
        };
        for item in items {
            if let Some(rule) = self.rule(&item, &others, &reading) {
                let detail = Detail::Project(Project::default());
                candidates.push(Candidate::new(item.range, rule, Evidence::Context, detail));
            }
        }
    }

    /// The rule by which an item is a project.
    fn rule(&self, item: &Item, others: &Others, reading: &Reading) -> Option<&'static str> {
        let has_stage = reading.stage.is_some();
        let is_list = self.names.len() > 1 || self.tail.is_some();
        match item.head {
            // Something happens to an engineering work with a proper part: 青川机场建成.
            Some(Head::Works) if has_stage && self.allows_works(item, others.has_named, reading) => {
                Some("project.works")
            }
            // A brand before 项目 in a list of brands: 华阳、金川项目投产.
            _ if has_stage && self.names.len() > 1 && item.is_brand => Some("project.brand"),
            // A named facility to which something definite happens: 顶津中心竣工.
            Some(Head::Facility) if has_stage && self.allows_facility(item, others.has_named, reading) => {
                Some("project.facility")
            }
            // An undertaking of a named place, whatever happens to it: 青石岭矿区生态修复项目.
            Some(Head::Facility) if item.is_undertaking && item.has_place && item.is_specific => {
                Some("project.undertaking")
            }
            None if has_stage && item.is_superlative && item.characters >= 6 && is_product(reading) => {
                Some("project.product")
            }
            None if has_stage && is_list && self.allows_clip(item, others, reading) => Some("project.listed"),
            _ => None,
        }
    }

    /// Works made of common words alone (山区电站) are a class, unless named ones stand beside them
    /// or something definite happens to them.
    fn allows_works(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        let is_list = self.names.len() > 1 || self.tail.is_some();
        let is_event = !reading.is_weak
            && (reading.stage != Some(Stage::Building) || !reading.leads && item.characters >= 8);
        item.is_proper
            || item.is_coined && (is_list || !reading.is_weak)
            || item.is_specific && (has_named || is_event)
    }

    /// A facility needs a proper part or company, and something definite that happens to it.
    fn allows_facility(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        // 工程 and 项目 of common words are programmes: 饮水安全工程.
        if item.is_undertaking && !(item.is_coined || item.is_sized || has_named) {
            return false;
        }
        let is_promise = reading.leads && reading.stage == Some(Stage::Building);
        let is_event = !(reading.is_weak || is_promise);
        let is_listed = self.names.len() > 1 || self.tail.is_some();
        let is_proper = if item.is_undertaking { item.has_place } else { item.is_proper };
        let is_built = reading.stage == Some(Stage::Building);
        let is_named = item.is_specific
            || item.is_proper && is_listed && !item.is_undertaking
            || item.has_place && item.is_undertaking && !is_built;
        is_event
            && is_named
            && (is_proper
                || item.is_sized
                || is_listed && item.characters >= 6 && (has_named || !is_built)
                || is_listed && item.characters >= 4 && !is_built
                || item.characters >= 8 && !is_built)
    }

    /// A clip takes its head from the end of the list: 临泰、曲兖等新线; 青石、柳林大型水库.
    fn allows_clip(&self, item: &Item, others: &Others, reading: &Reading) -> bool {
        let closing = &others.closing;
        // One strange word among common ones (水土保持、余热暖民、防沙治沙) is a measure, not a name.
        let is_alone = others.own_names == 1 && self.names.len() > 1;
        let is_own = is_own_name(item) && (item.has_place || !is_alone);
        let Some(tail) = &self.tail else {
            let is_named = closing.head == Some(Head::Works) && (closing.is_proper || closing.is_specific);
            // 长春、松原循环经济产业园: a place by itself is no clip of a long name.
            let is_short = !item.is_place || closing.characters <= LONGEST_PLACE_WORK;
            let takes_head = item.is_clip && is_named && is_short && !reading.is_weak && !self.is_open;
            // 远景风电整机、青川智慧产业园等建成: one without a head of its own beside one that has one.
            let is_member = self.is_open && is_own && is_own_name(closing) && closing.head.is_some();
            return takes_head || is_member && !reading.is_weak || closing.is_brand && item.characters <= 4;
        };
        let is_listed = match tail.head {
            Some(Head::Works) => item.is_clip || item.is_proper || item.characters <= LONGEST_SHARED,
            // 等10个物流枢纽: places that have one each.
            _ if item.is_place => false,
            _ if tail.is_project && is_own_name(item) && (is_own || item.characters >= LONG_NAME) => true,
            Some(Head::Facility) if is_own && !reading.is_weak => true,
            _ => item.has_place && item.characters >= 4 || tail.is_counted && item.is_proper,
        };
        tail.is_plain && is_listed
    }
}

/// Whether an item is long and proper enough for a name without a head of its own.
fn is_own_name(item: &Item) -> bool {
    (item.is_proper || item.is_coined) && !item.is_place && item.characters >= 4
}

/// The name before which a shape stands in quotation marks: “口”字形环城高速.
fn shape(scene: &Scene, name: &Range<usize>) -> Option<Range<usize>> {
    if !scene.slice(name).starts_with('字') {
        return None;
    }
    let before = scene.text[..name.start].strip_suffix('”')?;
    let letter = before.chars().next_back()?;
    let start = before[..before.len() - letter.len_utf8()].strip_suffix('“')?.len();
    Some(start..name.end)
}

/// Products are first made or first used; building a first is a plan.
fn is_product(reading: &Reading) -> bool {
    matches!(reading.stage, Some(Stage::Completed | Stage::Operating))
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
    let item = || item::read(scene, pieces[next].range.clone());
    let is_own = || item().is_some_and(|item| item.is_proper || item.is_coined);
    if left == Some(Head::Works) && right == left && (!goes_on || is_own()) {
        return false;
    }
    // 新材料及化学品产业园: what stands before 及 is long, and has no head of its own.
    let is_part = left.is_some() || name.len() >= LONGEST_CLIP_BYTES;
    let is_counted = scene.lexicon.projects.opens_with_count(scene.slice(&pieces[next].range));
    // 国家核|与|辐射安全研发基地: what 国家 opens has its head behind the joint.
    if opens_with_realm(scene, name) && item().is_some_and(|item| item.head.is_some() && !item.is_proper) {
        return true;
    }
    is_part && right.is_some() && !is_counted && !is_own()
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

/// Whether a stretch opens with 国家 and has no head: its last word is still to come.
fn opens_with_realm(scene: &Scene, name: &Range<usize>) -> bool {
    let text = scene.slice(name);
    text.strip_prefix("国家").is_some_and(|rest| !rest.is_empty() && rest.len() <= LONGEST_CLIP_BYTES)
        && scene.lexicon.projects.head(text).is_none()
}

/// Nothing but counts, generic words and separators.
fn is_plain(scene: &Scene, text: &str) -> bool {
    text.split(['、', '和', ',']).all(|part| scene.lexicon.projects.is_generic(part))
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::{proposed, with_scene};

    fn found(text: &str) -> Vec<String> {
        proposed(super::recognise, text)
    }

    #[test]
    fn works_with_a_proper_part_to_which_something_happens_are_projects() {
        for (text, names) in [
            ("青川铁路建成通车", vec!["青川铁路"]),
            ("开工建设云河水库和大别山大型灌区", vec!["云河水库", "大别山大型灌区"]),
            ("西宁污水处理厂三期工程竣工", vec!["西宁污水处理厂三期工程"]),
            ("谋划建设武汉量子计算研发大厦项目", vec!["武汉量子计算研发大厦"]),
            ("加快远景2.5亿元智能化生产线及研发中心建设", vec!["远景2.5亿元智能化生产线及研发中心"]),
            ("南水北调工程进展顺利", vec!["南水北调工程"]),
            ("“口”字形环城高速竣工", vec!["“口”字形环城高速"]),
            ("市博物馆开馆", vec!["市博物馆"]),
            ("推动省陶瓷博物馆建设", vec!["省陶瓷博物馆"]),
            ("纵贯南北的大通道京九铁路投入运行", vec!["京九铁路", "京九铁路"]),
            ("二是国家重点工程青川高铁开通", vec!["青川高铁"]),
            ("省内首个一体化工程——洛阳到商丘直流工程投运", vec!["洛阳到商丘直流工程"]),
            ("大江集团参加南京长江隧道建设", vec!["南京长江隧道"]),
            ("建成南溪山医院和云屏山医院", vec!["南溪山医院", "云屏山医院"]),
            ("开工建设石桥运河与柳林河连通工程", vec!["石桥运河与柳林河连通工程"]),
            ("5号线二期南段2026年底通车", vec!["5号线二期南段"]),
            ("云河药业产业园在6月底前完成供地", vec!["云河药业产业园"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn items_of_a_list_take_their_head_from_its_end() {
        for (text, names) in [
            ("力争临泰、曲兖、章莱等3条铁路早日开工", vec!["临泰", "曲兖", "章莱"]),
            ("开工南宁至贵港、梧州至贺州等铁路", vec!["南宁至贵港", "梧州至贺州"]),
            ("签约无锡电缆、扬州轴承等20个工业项目", vec!["无锡电缆", "扬州轴承"]),
            ("青石、柳溪两座水电站投产发电", vec!["青石", "柳溪"]),
            ("云溯高性能碳纤维等项目投产", vec!["云溯高性能碳纤维"]),
            ("加快机场三期、京滨高铁等工程建设", vec!["机场三期", "京滨高铁"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn classes_programmes_roles_and_places_are_no_projects() {
        for text in [
            "推进一批重大项目建设,加快8个在建地块项目施工",
            "新增高速公路320公里,建成万吨级以上泊位5个",
            "高速公路通车里程突破5000公里",
            "实施医疗卫生强基工程,深化安居工程",
            "推进农村公路、水利设施等重点项目建设",
            "全力支持香港发展,这是关键阶段",
            "建设海南自由贸易港",
            "开展乡村振兴百日攻坚",
            "筹建一批山区电站",
            "抓好乡办煤矿的整顿",
            "推进检测平台、验证平台建设",
            "加快农村饮水安全工程、危房改造等工程建设",
            "完善冷链配送设施,推进充电设施建设",
            "稳步推进第二阶段建设",
            "推动白云机场和首都机场联动发展",
            "推动城市管理手段、管理模式创新",
            "支持洛阳、徐州等4个国家物流枢纽建设",
            "加强学前教育和特殊教育学校建设",
            "实施湿地恢复、水土保持等重大生态工程",
            "推进许港、郑焦等产业带建设",
            "1950年到1997年全国公路建设",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_verb_inside_a_name_is_no_mark() {
        let marks = |text: &str| {
            with_scene(text, |scene| {
                super::piece::pieces(scene).iter().filter(|piece| !piece.is_text()).count()
            })
        };
        assert_eq!(marks("甲乙运营中心"), 0);
        assert!(found("统筹建设国家物流枢纽").is_empty());
        assert_eq!(marks("甲乙工程开工建设"), 1);
    }

    #[test]
    fn endless_lists_are_read_in_linear_time() {
        found(&"青川铁路、".repeat(5_000));
        found(&"中心和".repeat(5_000));
        found(&"等".repeat(20_000));
        found(&"开工".repeat(10_000));
    }
}
