//! Judges the members of a list by each other: by the head at its end, and by names beside names.

use super::item::{self, Item};
use super::list::List;
use super::piece::Piece;
use super::stage::Reading;
use crate::lexicon::{Form, Head};
use crate::recognise::Scene;
use crate::record::Stage;

/// The longest word that is a clip in a list which ends in works, in characters: 临泰等新线.
const MAX_SHARED_CHARS: usize = 3;
/// Fewest characters at which an unknown word among common ones is a name: 远景高性能纤维.
const MIN_NAME_CHARS: usize = 6;
/// Fewest characters of common words that tell a facility in a list of projects: 文化艺术中心.
const MIN_GENERIC_CHARS: usize = 6;
/// The longest name of a work whose head a place before it may share, in characters: 石桥、柳林大型水库.
const MAX_PLACE_WORK_CHARS: usize = 6;
/// The same for something built to show the place.
const MAX_PLACE_SHOW_CHARS: usize = 8;
/// How many works in a list support the others where no stage is told.
const MIN_WORKS: usize = 2;

/// What the other items of the list say about one of them.
#[derive(Debug)]
pub(super) struct Others {
    /// The last definite item of the list.
    pub(super) closing: Item,
    /// Some item has a proper part.
    pub(super) has_named: bool,
    /// Some item is a name with a head of its own.
    pub(super) has_headed: bool,
    /// Some item is a short clip that is neither a place nor a word: 云上.
    pub(super) has_strange_clip: bool,
    /// How many items are named as firms of a trade are.
    pub(super) trades: usize,
    /// How many would be names without a head of their own.
    pub(super) own_names: usize,
}

impl Others {
    /// What the members say together; `None` if there are none.
    pub(super) fn of(items: &[Item]) -> Option<Others> {
        let is_definite = |item: &&Item| !item.is_generic && !item.is_platform;
        let closing = items.iter().rfind(is_definite).or(items.last())?.clone();
        Some(Others {
            closing,
            has_named: items.iter().any(|item| (item.is_proper || item.is_coined) && !item.is_platform),
            has_headed: items.iter().any(|item| is_own_name(item) && item.head.is_some()),
            has_strange_clip: items.iter().any(|item| {
                item.is_clip && !item.is_place && !item.is_word && item.characters <= MAX_SHARED_CHARS
            }),
            trades: items.iter().filter(|item| item.is_trade).count(),
            own_names: items.iter().filter(|item| is_own_name(item)).count(),
        })
    }
}

impl List {
    /// Whether the list closes with great projects, so that any news of it is of projects:
    /// …射电望远镜等重大科技项目|实现突破.
    pub(super) fn closes_with_feat(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.is_great && (tail.is_project || tail.is_scheme))
    }

    /// Whether at least half of the names, and two or more, end in 项目: 云溯食品项目、青溪技改项目.
    pub(super) fn names_projects(&self, scene: &Scene) -> bool {
        let Some((last, names)) = self.names.split_last().filter(|(_, others)| others.len() + 1 >= MIN_WORKS)
        else {
            return false;
        };
        // The last name may carry the count of all: 云溯食品项目、青溪技改项目|3项.
        let last = scene.lexicon.projects.without_end_count(scene.slice(last));
        let texts = names.iter().map(|name| scene.slice(name)).chain([last]);
        let told = texts.filter(|text| text.ends_with("项目")).count();
        told >= MIN_WORKS && 2 * told >= self.names.len()
    }

    /// Whether somebody visits what the list closes with as projects: 察看云河水厂、青川大桥等项目.
    pub(super) fn is_toured(&self, reading: &Reading) -> bool {
        reading.is_visited && self.tail.as_ref().is_some_and(|tail| tail.is_project || tail.is_scheme)
    }

    /// Whether something is told of a list with at least two works or facilities that have names of their
    /// own, none of them a place: 比亚迪智慧工厂、柳林数据工厂、云溯储能等|深化布局.
    pub(super) fn is_told_of_works(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let after = pieces.get(self.last + 2).filter(|_| self.is_open && self.tail.is_none());
        let is_said = after.is_some_and(|piece| {
            let next = scene.tokens.starting(piece.range.start);
            piece.has_form(Form::Word)
                || piece.is_text() && next.is_some_and(|at| scene.tokens[at].tag.starts_with('v'))
        });
        let items = || self.names.iter().filter_map(|name| item::read(scene, name.clone()));
        let is_work =
            |item: &Item| item.head.is_some() && item.is_proper && item.is_specific && !item.is_platform;
        is_said && items().all(|item| !item.is_place) && items().filter(is_work).count() >= MIN_WORKS
    }

    /// Whether the list closes with projects that are under way; where firms move, the projects are the
    /// moves.
    pub(super) fn lists_works(&self, reading: &Reading) -> bool {
        let tail = self.tail.as_ref().filter(|tail| tail.is_project);
        tail.is_some_and(|tail| {
            (tail.is_plain || tail.is_great) && reading.stage.is_some()
                || reading.stage == Some(Stage::Building)
        })
    }

    /// Whether a name beside a project in its list is a project, too: 云河机场三期、石溪教育城建成.
    pub(super) fn allows_member(&self, item: &Item, reading: &Reading) -> bool {
        let is_project = self.tail.as_ref().is_some_and(|tail| tail.is_project);
        let is_happening = self.counts_projects()
            || reading.names_projects
            || reading.stage.is_some() && (!reading.is_weak || is_project);
        let is_named = item.is_proper || item.opens_coined;
        // A platform with a name of its own is one of the projects, too: 云江经贸服务平台、云江资本港等重点项目.
        let is_role = item.is_platform && !(is_project && is_named && item.characters >= MIN_NAME_CHARS);
        // What a list counts as projects is built there, even if it is a place: 青溪酒庄、金山康养产业园2个项目.
        let is_place = item.is_place && !(self.counts_projects() && item.head.is_some());
        if !is_happening || is_place || item.is_word || is_role {
            return false;
        }
        let is_closed = is_project || self.is_open && self.tail.is_none();
        if item.has_motto {
            return is_project || self.tail.is_some();
        }
        match item.characters {
            ..=2 => false,
            3 => item.is_proper && item.is_clip,
            _ if item.is_site => is_project || is_named,
            // A member without a head of its own needs a place, or must end the list: 垃圾滤液和飞灰处置工程.
            _ if is_named => {
                item.head.is_some() || item.is_specific && (is_closed || item.has_place || item.opens_coined)
            }
            _ if item.is_undertaking => false,
            // Many common words tell one facility: 农产品冷链集散中心.
            7.. if item.head == Some(Head::Facility) => true,
            // With fewer common words, the end of the list must say that it is one: 县实验小学、文化艺术中心等项目.
            MIN_GENERIC_CHARS.. if item.head == Some(Head::Facility) && is_project => true,
            6.. => item.is_specific && is_closed,
            _ => false,
        }
    }

    /// Whether a clip takes its head from the end of the list: 临泰、曲兖等新线; 青石、柳林大型水库.
    pub(super) fn allows_clip(&self, item: &Item, others: &Others, reading: &Reading) -> bool {
        let closing = &others.closing;
        // Lands share the site that closes the list, if at least one is a clip: 云上、岭东南、溪上|风光一体化基地.
        let is_land = item.characters <= MAX_SHARED_CHARS && !item.is_word && !reading.is_weak;
        let shares_base = match &self.tail {
            Some(tail) => tail.is_base,
            None => closing.is_base && !self.is_open && item.is_clip,
        };
        if shares_base && is_land && others.has_strange_clip && reading.stage.is_some() {
            return true;
        }
        // A single unknown word among common ones is a measure, not a name: 水土保持、余热暖民、防沙治沙.
        let is_alone = others.own_names == 1 && self.names.len() > 1;
        let is_own = is_own_name(item) && (item.has_place || !is_alone);
        let Some(tail) = &self.tail else {
            let is_named = closing.head == Some(Head::Works) && (closing.is_proper || closing.is_specific);
            // A clip may stand beside an undertaking with a place: 青电东送、石柳铁路改造工程开工; 推进青电入湘、湘鄂联网工程.
            let is_beside_placed = closing.is_undertaking && closing.has_place && !item.is_place;
            let is_one_more = is_beside_placed && (item.has_place || item.opens_coined && !reading.is_weak);
            // A place alone is no clip of a long name (长春、松原循环经济产业园), but what shows a place also shows the
            // one before it (石桥、青滩遗址博物馆).
            let longest = if closing.is_show { MAX_PLACE_SHOW_CHARS } else { MAX_PLACE_WORK_CHARS };
            let is_short = !item.is_place || closing.characters <= longest;
            let takes_head = is_named && is_short && !reading.is_weak || is_one_more;
            let takes_head = takes_head && item.is_clip && !self.is_open;
            // A name without a head of its own, beside one that has a head: 远景风电整机、青川智慧产业园等建成.
            let is_member = self.is_open && is_own && is_own_name(closing) && others.has_headed;
            return takes_head || is_member && !reading.is_weak || closing.is_brand && item.characters <= 4;
        };
        if tail.counts_projects && item.is_place {
            return true;
        }
        // Each of these has its field: 先进光源、转化医学等重大科研设施.
        let has_field = item.is_specific && !item.is_place && item.characters >= 4;
        if has_field && tail.is_plant {
            return true;
        }
        let is_listed = match tail.head {
            Some(Head::Works) => item.is_clip || item.is_proper || item.characters <= MAX_SHARED_CHARS,
            // Streets among projects are built: 察看青溪路、柳林桥等项目.
            _ if tail.is_project && item.is_street && !reading.is_weak => true,
            // Each place has one of these: 等10个物流枢纽.
            _ if item.is_place => false,
            // A single unknown word is as often a field as a name: 风光氢等项目.
            _ if self.names.len() == 1
                && !tail.is_counted
                && !item.is_proper
                && item.characters < MIN_NAME_CHARS =>
            {
                false
            }
            // Beside a firm with a name of its own, a trade name with common words is another: 金叶食品、恒信化工等项目.
            _ if tail.is_project && item.is_trade && others.own_names > 0 && others.trades > 1 => true,
            _ if tail.is_project && is_own_name(item) && (is_own || item.characters >= MIN_NAME_CHARS) => {
                true
            }
            Some(Head::Facility) if is_own && !reading.is_weak => true,
            _ => item.has_place && item.characters >= 4 || tail.is_counted && item.is_proper,
        };
        // A noun before 项目 says what the names are of: 等|高端装备制造|项目.
        tail.is_plain && is_listed || tail.is_project && is_member_by_itself(item)
    }
}

/// Whether an item tells by itself which project it is: by owner or place, or by its size.
pub(super) fn is_member_by_itself(item: &Item) -> bool {
    let is_coined = item.opens_coined && item.characters >= MIN_NAME_CHARS;
    let is_named = item.is_proper || is_coined || item.is_sized && item.is_specific;
    is_named && !item.is_place && !item.is_word && item.characters >= 4
}

/// Whether an item is long and proper enough for a name without a head.
fn is_own_name(item: &Item) -> bool {
    (item.is_proper || item.is_coined) && !item.is_place && item.characters >= 4
}
