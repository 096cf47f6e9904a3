//! Whether the names of a list are projects: by their form, by what stands beside them, and by what
//! happens to them.

use std::ops::Range;

use super::item::{self, Item};
use super::list::List;
use super::motto::quoted_opening;
use super::piece::Piece;
use super::stage::Reading;
use crate::lexicon::{Form, Head};
use crate::recognise::{Candidate, Detail, Evidence, Project, Scene};
use crate::record::Stage;

/// The longest word, in characters, that is a clip where the list ends in works: 临泰等新线.
const LONGEST_SHARED: usize = 3;
/// From how many characters on a strange word among common ones is a name: 远景高性能纤维.
const LONG_NAME: usize = 6;
/// From how many characters on what 国家 opens and is built is one: 国家医疗数据应用中试基地, not 国家物流中心.
const LONG_REALM: usize = 10;
/// From how many characters on what is built for one use has its field: 玉米种业技术创新中心, not 技术创新中心.
const LONG_USE: usize = 8;
/// The longest name of a work, in characters, whose head a place before it may share: 石桥、柳林大型水库.
const LONGEST_PLACE_WORK: usize = 6;

/// From how many characters on what is presented as a first is one product: 首条国际海缆.
const LONG_FIRST: usize = 6;
/// How many works vouch for the rest of their list where nothing is said of their life.
const LEAST_WORKS: usize = 2;
/// The rule for firms in lists of projects.
const FIRM: &str = "project.firm";

/// How many pieces a motto behind a name has at most.
const LONGEST_QUOTE: usize = 4;

/// What an item stands beside.
#[derive(Debug)]
struct Others {
    /// The last item of the list.
    closing: Item,
    /// Some item has a proper part.
    has_named: bool,
    /// Some item is a name with a head of its own.
    has_headed: bool,
    /// How many would be names without a head of their own.
    own_names: usize,
}

impl List {
    /// Proposes the names of the list that are projects.
    pub(super) fn propose(&self, scene: &Scene, pieces: &[Piece], candidates: &mut Vec<Candidate>) {
        // What follows a closing quotation mark begins inside it; what 获评 gives is a title.
        let mark = self.first.checked_sub(1).map(|before| &pieces[before]);
        let is_cut = mark.is_some_and(|mark| scene.slice(&mark.range).ends_with(['”', '’', '"', ')']));
        // Most names by themselves end as no project does, which is told sooner than the rest.
        let alone = match &self.names[..] {
            [name] if self.tail.is_none() && !is_cut => Some(scene.slice(name)),
            _ => None,
        };
        let is_alone = alone.is_some();
        if alone.is_some_and(|name| !item::may_stand_alone(scene, name)) {
            return;
        }
        if self.is_foreign || self.is_plural(scene) || self.opens_more(scene, pieces) {
            return;
        }
        let reading = self.reading(scene, pieces);
        let has_firm = self.names.iter().any(|name| item::is_firm(scene, scene.slice(name)));
        let is_told = reading.stage.is_none() && self.is_told_of_works(scene, pieces);
        // In a list “双翼”机场改造工程 is a work by what follows its motto; by itself it may be a slogan.
        let is_no_slogan = |name: &&Range<usize>| {
            let text = scene.slice(name);
            // A question mark stands for a character that the source has lost.
            let is_whole = !scene.text[..name.start].ends_with('?');
            is_whole && (!item::is_slogan(text) || !is_alone && item::tells_motto(text))
        };
        let is_title = mark.is_some_and(|mark| mark.mark.is_some_and(|mark| mark.is_award));
        // Where nothing happens, only an undertaking is a project: the others need no reading.
        let may_be_project = |name: &Range<usize>| {
            reading.stage.is_some()
                || self.counts_projects()
                || is_told
                || item::ends_as_undertaking(scene.slice(name))
                || item::leads_across(scene.slice(name))
                || item::ends_as_deed(scene, scene.slice(name))
        };
        let quoted =
            self.names.first().filter(|_| is_cut).and_then(|name| quoted_opening(scene, name, &reading));
        let items: Vec<Item> = quoted
            .into_iter()
            .chain(self.names[usize::from(is_cut || is_title)..].iter().filter(is_no_slogan).cloned())
            .filter(may_be_project)
            // 大江集团、远景集团总部: the seat of a firm beside firms stands for the firm.
            .filter(|name| !(has_firm && scene.slice(name).ends_with("总部")))
            .filter_map(|name| item::read(scene, name))
            .collect();
        let is_definite = |item: &&Item| !item.is_generic && !item.is_platform;
        let Some(closing) = items.iter().rfind(is_definite).or(items.last()).cloned() else { return };
        let others = Others {
            closing,
            has_named: items.iter().any(|item| (item.is_proper || item.is_coined) && !item.is_platform),
            has_headed: items.iter().any(|item| is_own_name(item) && item.head.is_some()),
            own_names: items.iter().filter(|item| is_own_name(item)).count(),
        };
        let rules: Vec<Option<&str>> = items
            .iter()
            .map(|item| {
                let is_awarded = item.is_undertaking && self.is_awarded(pieces);
                let singled_out = (is_awarded && item.is_specific).then_some("project.undertaking");
                let is_work = is_told && is_member_by_itself(item);
                self.rule(item, &others, &reading).or(singled_out).or(is_work.then_some("project.listed"))
            })
            .collect();
        let has_project = rules.iter().any(Option::is_some);
        let ends_clause = pieces.get(self.last + 1).is_none_or(|next| next.has_form(Form::Stop));
        for (item, rule) in items.into_iter().zip(rules) {
            let is_member = has_project && self.allows_member(&item, &reading);
            // 徐州|泵站扩建: by itself, what is done to a work of a named place.
            let stands_told = is_alone && ends_clause && item.is_deed && item.has_place && item.is_specific;
            let rule = rule.or(is_member.then_some("project.member"));
            if let Some(rule) = rule.or(stands_told.then_some("project.undertaking")) {
                let detail = Detail::Project(Project::default());
                // The dictionary knows the firm for a body: its list says more.
                let evidence = if rule == FIRM { Evidence::Certain } else { Evidence::Context };
                candidates.push(Candidate::new(item.range, rule, evidence, detail));
            }
        }
    }

    /// Whether something is said of a list of which two members at least are works or facilities with names of their
    /// own, and none is a place: 比亚迪智慧工厂、柳林数据工厂、云溯储能等|深化布局.
    fn is_told_of_works(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let behind = pieces.get(self.last + 2).filter(|_| self.is_open && self.tail.is_none());
        let is_said = behind.is_some_and(|piece| {
            let next = scene.tokens.binary_search_by_key(&piece.range.start, |token| token.range.start);
            piece.has_form(Form::Word)
                || piece.is_text() && next.is_ok_and(|at| scene.tokens[at].tag.starts_with('v'))
        });
        let items = || self.names.iter().filter_map(|name| item::read(scene, name.clone()));
        let is_work =
            |item: &Item| item.head.is_some() && item.is_proper && item.is_specific && !item.is_platform;
        is_said && items().all(|item| !item.is_place) && items().filter(is_work).count() >= LEAST_WORKS
    }

    /// What stands beside a project in its list is one too, if it is a name: 云河机场三期、石溪教育城建成.
    fn allows_member(&self, item: &Item, reading: &Reading) -> bool {
        let is_project = self.tail.as_ref().is_some_and(|tail| tail.is_project);
        let is_happening = reading.stage.is_some() && (!reading.is_weak || is_project);
        if !is_happening || item.is_place || item.is_word || item.is_platform {
            return false;
        }
        let is_closed = is_project || self.is_open && self.tail.is_none();
        let is_named = item.is_proper || item.opens_coined;
        if item.has_motto {
            return is_project || self.tail.is_some();
        }
        match item.characters {
            ..=2 => false,
            3 => item.is_proper && item.is_clip,
            _ if is_named => item.head.is_some() || item.is_specific,
            _ if item.is_undertaking => false,
            // 农产品冷链集散中心: many common words tell one facility.
            7.. if item.head == Some(Head::Facility) => true,
            6.. => item.is_specific && is_closed,
            _ => false,
        }
    }

    /// 加快建设云河试验场|“一场多用”业务体系: what is built is what follows the motto.
    fn opens_more(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let behind = pieces.get(self.last + 1..).unwrap_or_default();
        let [open, rest @ ..] = behind else { return false };
        let close = rest.iter().take(LONGEST_QUOTE).position(|piece| scene.slice(&piece.range) == "”");
        let next = close.and_then(|close| rest.get(close + 1));
        scene.slice(&open.range) == "“" && self.tail.is_none() && next.is_some_and(Piece::is_text)
    }

    /// 更多增资项目、募投项目, 一批跨海大桥、连岛工程: what such a word opens is a list of classes.
    fn is_plural(&self, scene: &Scene) -> bool {
        let first = self.names.first().map_or("", |name| scene.slice(name));
        scene.lexicon.projects.plurals(first).next().is_some_and(|word| word.start == 0)
    }

    /// 云溯山生态修复项目|入选…: what is given to an undertaking is given to one.
    fn is_awarded(&self, pieces: &[Piece]) -> bool {
        pieces.get(self.last + 1).is_some_and(|next| next.mark.is_some_and(|mark| mark.is_award))
    }

    /// 青石、柳溪等6个蓄水项目: each name is one of the projects that are counted.
    fn counts_projects(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.counts_projects)
    }

    /// The rule by which an item is a project.
    fn rule(&self, item: &Item, others: &Others, reading: &Reading) -> Option<&'static str> {
        let has_stage = reading.stage.is_some();
        let is_list = self.names.len() > 1 || self.tail.is_some();
        match item.head {
            // 国家林草种苗检测中心, 渔船气象预警服务平台: one where it came into use, else a class or a role.
            Some(Head::Facility)
                if (item.is_platform || item.is_realm)
                    && item.characters >= LONG_USE
                    && self.is_finished(reading) =>
            {
                Some("project.facility")
            }
            _ if item.is_generic || item.is_platform => None,
            // 60万吨级乙烯 may be a class: what closes the list says that it is not.
            _ if item.is_graded => {
                let is_project = self.tail.as_ref().is_some_and(|tail| tail.is_project);
                (is_project && has_stage && item.is_specific && !reading.is_weak).then_some("project.listed")
            }
            // 甲、乙等项目: a firm in a list of projects stands for what it builds.
            _ if item.is_firm && self.lists_works(reading) => Some(FIRM),
            // 全国首条海缆建成: a first of its kind, whatever its name ends with.
            Some(Head::Works | Head::Facility)
                if item.is_superlative
                    && item.characters >= LONG_FIRST
                    && is_product(reading)
                    && !self.describes =>
            {
                Some("project.product")
            }
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
            // An undertaking of a named place, whatever happens to it: 青石岭矿区生态修复项目, 云河堤防加固工程.
            Some(Head::Facility | Head::Works)
                if item.is_undertaking && (item.has_place && item.is_specific || item.is_placed_deed) =>
            {
                Some("project.undertaking")
            }
            // 推进青电入湘: what brings power from one place to another is a scheme by its form.
            None if item.leads_across && item.has_place => Some("project.works"),
            None if item.is_superlative
                && item.characters >= LONG_FIRST
                && is_product(reading)
                && !self.describes =>
            {
                Some("project.product")
            }
            None if (has_stage || self.counts_projects())
                && is_list
                && self.allows_clip(item, others, reading) =>
            {
                Some("project.listed")
            }
            _ => None,
        }
    }

    /// Whether the list closes with projects on which work goes on; of firms that move the projects are the moves.
    fn lists_works(&self, reading: &Reading) -> bool {
        let tail = self.tail.as_ref().filter(|tail| tail.is_project);
        tail.is_some_and(|tail| {
            tail.is_plain && reading.stage.is_some() || reading.stage == Some(Stage::Building)
        })
    }

    /// Whether something by itself came into use.
    fn is_finished(&self, reading: &Reading) -> bool {
        let is_alone = self.names.len() == 1 && self.tail.is_none() && !self.is_open;
        is_alone && !reading.is_weak && matches!(reading.stage, Some(Stage::Completed | Stage::Operating))
    }

    /// Works made of common words alone (山区电站) are a class, unless named ones stand beside them
    /// or something definite happens to them.
    fn allows_works(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        let is_list = self.names.len() > 1 || self.tail.is_some();
        let is_event = !reading.is_weak
            && (reading.stage != Some(Stage::Building) || !reading.leads && item.characters >= 8);
        item.is_proper
            || item.is_place && is_event
            || item.is_coined && (is_list || !reading.is_weak)
            || item.is_specific && (has_named || is_event)
    }

    /// A facility needs a proper part or company, and something definite that happens to it.
    fn allows_facility(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        // 工程 and 项目 of common words are programmes: 饮水安全工程.
        if item.is_undertaking && !(item.opens_coined || item.is_sized || has_named) {
            return false;
        }
        // 省文物研究院共建中心: it builds, and is not built.
        if item.is_house_of_speaker && reading.stage == Some(Stage::Building) {
            return false;
        }
        let is_promise = reading.leads && reading.stage == Some(Stage::Building);
        let is_listed = self.names.len() > 1 || self.tail.is_some();
        // 打造玉米种业技术创新中心: what is built for one use in one field is one, even where it is but promised.
        if reading.stage == Some(Stage::Building)
            && !is_listed
            && item.has_one_use
            && item.is_specific
            && item.characters >= LONG_USE
        {
            return true;
        }
        // 建设南京数据标注基地: what has its place and its use is no mere role of the place.
        let is_site =
            item.has_place && (item.is_specific || item.is_show) && !item.is_undertaking && !item.is_place;
        // 国家质检中心(渔具类): what its bracket tells from others is one.
        let is_site = is_site || item.has_kind || item.is_realm_park;
        let is_event = !reading.is_weak && (!is_promise || is_site);
        let is_proper = if item.is_undertaking { item.has_place } else { item.is_proper };
        let is_built = reading.stage == Some(Stage::Building);
        let is_project = self.tail.as_ref().is_some_and(|tail| tail.is_project);
        let is_named = item.is_specific
            || item.has_kind
            || item.is_proper
                && (is_listed
                    || item.is_show
                    || item.is_house && !item.is_place && !(reading.leads && is_built))
                && !item.is_undertaking
            || item.has_place && item.is_undertaking && !is_built
            || item.is_sized && self.tail.as_ref().is_some_and(|tail| tail.is_project);
        is_event
            && is_named
            && (is_proper
                || item.is_sized
                || item.is_show && item.opens_coined && !is_promise
                || item.is_realm
                    && item.characters >= LONG_REALM
                    && (!is_promise || item.has_kind)
                    && !item.is_undertaking
                || is_listed && item.characters >= 6 && (has_named || !is_built)
                || is_listed && item.characters >= 4 && (!is_built || is_project)
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
            // 青电东送、石柳铁路改造工程开工; 推进青电入湘、湘鄂联网工程: beside an undertaking with a place.
            let is_beside_placed = closing.is_undertaking && closing.has_place && !item.is_place;
            let is_one_more = is_beside_placed && (item.has_place || item.opens_coined && !reading.is_weak);
            // 长春、松原循环经济产业园: a place by itself is no clip of a long name.
            let is_short = !item.is_place || closing.characters <= LONGEST_PLACE_WORK;
            let takes_head = is_named && is_short && !reading.is_weak || is_one_more;
            let takes_head = takes_head && item.is_clip && !self.is_open;
            // 远景风电整机、青川智慧产业园等建成: one without a head of its own beside one that has one.
            let is_member = self.is_open && is_own && is_own_name(closing) && others.has_headed;
            return takes_head || is_member && !reading.is_weak || closing.is_brand && item.characters <= 4;
        };
        if tail.counts_projects && item.is_place {
            return true;
        }
        let is_listed = match tail.head {
            Some(Head::Works) => item.is_clip || item.is_proper || item.characters <= LONGEST_SHARED,
            // 等10个物流枢纽: places that have one each.
            _ if item.is_place => false,
            _ if tail.is_project && is_own_name(item) && (is_own || item.characters >= LONG_NAME) => true,
            Some(Head::Facility) if is_own && !reading.is_weak => true,
            _ => item.has_place && item.characters >= 4 || tail.is_counted && item.is_proper,
        };
        // 等|高端装备制造|项目: what the names are of goes before 项目.
        tail.is_plain && is_listed || tail.is_project && is_member_by_itself(item)
    }
}

/// Whether an item says by itself which project of a list it is: by owner or place, or by its size.
fn is_member_by_itself(item: &Item) -> bool {
    let is_coined = item.opens_coined && item.characters >= LONG_NAME;
    let is_named = item.is_proper || is_coined || item.is_sized && item.is_specific;
    is_named && !item.is_place && !item.is_word && item.characters >= 4
}

/// Whether an item is long and proper enough for a name without a head of its own.
fn is_own_name(item: &Item) -> bool {
    (item.is_proper || item.is_coined) && !item.is_place && item.characters >= 4
}

/// Products are first made or first used; building a first is a plan.
fn is_product(reading: &Reading) -> bool {
    matches!(reading.stage, Some(Stage::Completed | Stage::Operating))
}
