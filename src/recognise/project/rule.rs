//! Decides whether a name is a project: by its form, by the names beside it, and by what happens to it.

use super::beside::Others;
use super::item::Item;
use super::list::List;
use super::stage::Reading;
use crate::lexicon::Head;
use crate::record::Stage;

/// Fewest characters of a facility that opens with 国家 and is a single one: 国家现代煤化工基地, not 国家物流中心.
const MIN_REALM_CHARS: usize = 9;
/// Fewest characters of a facility for one use that names its field: 玉米种业技术创新中心, not 技术创新中心.
const MIN_USE_CHARS: usize = 8;
/// Fewest characters of a product that is presented as a first: 首条国际海缆.
const MIN_FIRST_CHARS: usize = 6;
/// Fewest characters of a named member in a list of projects: 云江资本港.
const MIN_MEMBER_CHARS: usize = 5;
/// Fewest characters of a facility that shows an unknown place: 白鹿滩遗址公园.
const MIN_SHOW_CHARS: usize = 7;
/// Fewest characters of a body being founded that has a name of its own: 空天信息大学.
const MIN_ORGAN_CHARS: usize = 5;
/// The longest stretch that names a national park of culture, in characters: 大运河.
const MAX_STRETCH_CHARS: usize = 4;
/// The rule for firms in lists of projects.
pub(super) const FIRM: &str = "project.firm";

impl List {
    /// The rule by which an item is a project.
    pub(super) fn rule(&self, item: &Item, others: &Others, reading: &Reading) -> Option<&'static str> {
        let has_stage = reading.stage.is_some();
        match item.head {
            _ if item.is_of_realm && has_stage && comes_of_realm(item, reading) => Some("project.realm"),
            // It is a project where it came into use, otherwise a class or a role: 国家林草种苗检测中心, 渔船气象预警服务平台.
            Some(Head::Facility)
                if (item.is_platform || item.is_realm)
                    && item.characters >= MIN_USE_CHARS
                    && self.is_finished(item, reading) =>
            {
                Some("project.facility")
            }
            _ if item.is_generic || item.is_platform => None,
            // This is a title: 青川国家级度假区|获批.
            _ if item.is_ranked && reading.stage == Some(Stage::Planned) && !reading.leads => None,
            // It may be a class, unless the words that close the list say otherwise: 60万吨级乙烯.
            _ if item.is_graded => {
                let is_listed = has_stage && self.lists_projects() && item.is_specific && !reading.is_weak;
                is_listed.then_some("project.listed")
            }
            // A firm in a list of projects stands for what it builds: 甲、乙等项目.
            _ if item.is_firm && self.lists_works(reading) => Some(FIRM),
            Some(Head::Works | Head::Facility) if self.is_first(item, reading) => Some("project.product"),
            // The main part belongs to one work: 完成云上实验装置主体工程.
            Some(Head::Works) if item.is_main_part && reading.stage == Some(Stage::Completed) => {
                Some("project.works")
            }
            // Something happens to an engineering work with a proper part: 青川机场建成.
            Some(Head::Works) if has_stage && self.allows_works(item, others.has_named, reading) => {
                Some("project.works")
            }
            // A brand before 项目, in a list of brands (华阳、金川项目投产) or alone with its trade (恒信化工项目投产).
            _ if item.is_brand
                && has_stage
                && (self.names.len() > 1 || item.is_trade && reading.is_definite()) =>
            {
                Some("project.brand")
            }
            // A named facility to which something definite happens: 顶津中心竣工.
            Some(Head::Facility) if has_stage && self.allows_facility(item, others.has_named, reading) => {
                Some("project.facility")
            }
            // Each of the counted projects has its name: 交通一体工程、城市更新改造工程等“十大交通项目”.
            Some(Head::Facility | Head::Works)
                if has_stage && item.is_undertaking && item.is_specific && self.counts_projects() =>
            {
                Some("project.listed")
            }
            // An undertaking of a named place, whatever happens to it: 青石岭矿区生态修复项目, 云河堤防加固工程.
            Some(Head::Facility | Head::Works)
                if (item.is_undertaking || item.is_told_project)
                    && (item.has_place && item.is_specific
                        || item.is_placed_deed
                        || item.is_told_project && item.is_street) =>
            {
                Some("project.undertaking")
            }
            None => self.rule_without_head(item, others, reading),
            _ => None,
        }
    }

    /// The rule for a name that ends with no head.
    fn rule_without_head(&self, item: &Item, others: &Others, reading: &Reading) -> Option<&'static str> {
        let has_stage = reading.stage.is_some();
        let is_list = self.is_list();
        // The word before a park of a named stretch is the stretch of another park: 建好长城、青江国家文化公园.
        if has_stage
            && others.closing.is_realm_park
            && (item.is_clip || item.is_word)
            && item.characters <= MAX_STRETCH_CHARS
        {
            return Some("project.listed");
        }
        // With a place of its own it needs no 工程: 云河县硫铁矿污染综合治理|全面完成.
        if item.is_clipped_scheme
            && !is_list
            && item.has_place
            && item.is_specific
            && !self.describes
            && (reading.is_definite() || reading.stage == Some(Stage::Completed))
        {
            return Some("project.works");
        }
        // A name of this form is a scheme that brings power across: 推进青电入湘.
        if item.leads_across && item.has_place {
            return Some("project.works");
        }
        if self.is_first(item, reading) {
            return Some("project.product");
        }
        // A list of schemes: 青云水库、东线引水等工程|竣工.
        let is_scheme = has_stage && item.is_clipped_scheme && others.has_named && self.closes_with_scheme();
        let is_clip = (has_stage || self.counts_projects()) && is_list;
        (is_scheme || is_clip && self.allows_clip(item, others, reading)).then_some("project.listed")
    }

    /// Whether it has several members, or words that close a list.
    fn is_list(&self) -> bool {
        self.names.len() > 1 || self.tail.is_some()
    }

    /// Whether the words that close the list say that its members are projects.
    fn lists_projects(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.is_project)
    }

    /// Whether a first of its kind is one product, whatever its name ends with: 全国首条海缆|建成.
    fn is_first(&self, item: &Item, reading: &Reading) -> bool {
        item.is_superlative && item.characters >= MIN_FIRST_CHARS && is_product(reading) && !self.describes
    }

    /// Whether the list closes with 工程.
    fn closes_with_scheme(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.is_scheme)
    }

    /// Whether a single item came into use or was granted.
    fn is_finished(&self, item: &Item, reading: &Reading) -> bool {
        let is_alone = self.names.len() == 1 && self.tail.is_none() && !self.is_open;
        let is_final = match reading.stage {
            // It was granted: 绿色化工中试平台|获批.
            Some(Stage::Planned) => !reading.leads && !item.is_undertaking,
            stage => matches!(stage, Some(Stage::Completed | Stage::Operating)),
        };
        is_alone && !reading.is_weak && is_final
    }

    /// Whether works are a project. Those of common words alone (山区电站) are a class, unless named ones stand
    /// beside them or something definite happens.
    fn allows_works(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        let is_event = !reading.is_weak
            && (reading.stage != Some(Stage::Building) || !reading.leads && item.characters >= 8);
        item.is_proper
            || item.is_place && is_event
            || item.is_coined && (self.is_list() || !reading.is_weak)
            // Deeds done to common things are programmes: 设施提质改造, 企业升级改造.
            || item.is_specific
                && !(item.is_remaking && !item.opens_coined && !item.is_of_water)
                && (has_named || is_event || reading.is_subject && !reading.is_weak)
            // The work that an undertaking built: 完成武溪水库工程.
            || item.is_coined && item.is_undertaking && reading.stage == Some(Stage::Completed)
    }

    /// Whether a facility is a project: it has a proper part or company, and something definite happens to
    /// it.
    fn allows_facility(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        if is_one_of_its_own(item, reading) || self.is_named_house(item, reading) {
            return true;
        }
        // A body being founded is one: 筹建空天信息大学.
        if reading.stage == Some(Stage::Planned) && !reading.is_weak && item.is_organ && item.is_specific {
            return !item.is_partner && item.characters >= MIN_ORGAN_CHARS;
        }
        if self.closes_on_projects(item) {
            return true;
        }
        // 工程 and 项目 of common words are programmes (饮水安全工程), and a partner is a builder (与清溪大学共建).
        if item.is_undertaking && !(item.opens_coined || item.is_sized || has_named) || item.is_partner {
            return false;
        }
        self.is_built_for_one_use(item, reading)
            || self.is_told_by_name(item, reading) && self.has_own_name(item, has_named, reading)
    }

    /// Whether a house has its name: one of those that are counted, or that are built by now (新建|云台小学等7所学校),
    /// or an unknown one to which something happens (柳墟幼儿园|竣工).
    fn is_named_house(&self, item: &Item, reading: &Reading) -> bool {
        let is_counted = self.tail.as_ref().is_some_and(|tail| tail.is_counted);
        let is_house = item.is_house && !item.is_place && !item.is_undertaking && !item.is_partner;
        let is_built = is_counted || reading.is_made;
        let is_event = is_counted || reading.is_definite();
        is_house && (is_built && item.is_proper || is_event && item.opens_coined)
    }

    /// Whether the words that close the list make a project of each name: 加快云江服务平台、|云江资本港|等重点项目实施.
    fn closes_on_projects(&self, item: &Item) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.is_project && tail.is_plain)
            && !item.is_undertaking
            && !item.is_place
            && (item.is_proper || item.opens_coined)
            && item.is_specific
            && item.characters >= MIN_MEMBER_CHARS
    }

    /// Whether it is built for one use in one field, which suffices even where it is only promised:
    /// 打造玉米种业技术创新中心.
    fn is_built_for_one_use(&self, item: &Item, reading: &Reading) -> bool {
        reading.stage == Some(Stage::Building)
            && item.has_one_use
            && item.is_specific
            && item.characters
                >= if self.is_list() { MIN_REALM_CHARS } else { MIN_USE_CHARS - usize::from(item.is_lab) }
    }

    /// Whether something definite happens to a facility whose name is more than a role of its place.
    fn is_told_by_name(&self, item: &Item, reading: &Reading) -> bool {
        // With a place and a use it is more than a role of the place: 建设南京数据标注基地.
        let is_site =
            item.has_place && (item.is_specific || item.is_show) && !item.is_undertaking && !item.is_place
                || item.has_kind
                || item.is_realm_park
                || is_show_of_own(item);
        let is_built = reading.stage == Some(Stage::Building);
        // Its bracket tells it from others: 国家质检中心(渔具类).
        let is_event = !reading.is_weak && (!is_promise(reading) || is_site) || item.has_kind;
        let is_proper = item.is_proper
            && !item.is_undertaking
            && (self.is_list()
                || item.is_show
                || item.is_house && !item.is_place && !(reading.leads && is_built));
        let is_named = item.is_specific
            || item.has_kind
            || is_proper
            || item.has_place && item.is_undertaking && !is_built
            // What happens to it shows that it is no role: 云溪县职业教育中心开工.
            || item.has_place && !item.is_place && (reading.is_event || is_begun(reading))
            || item.is_sized && self.lists_projects();
        is_event && is_named
    }

    /// Whether a proper part, a size, its kind, or company and length tell one facility from others.
    fn has_own_name(&self, item: &Item, has_named: bool, reading: &Reading) -> bool {
        let is_built = reading.stage == Some(Stage::Building);
        let is_promise = is_promise(reading);
        let is_proper =
            if item.is_undertaking { item.has_place || item.is_of_speaker } else { item.is_proper };
        let is_listed = self.is_list();
        is_proper
            || item.is_sized
            || item.is_realm_park
            || item.is_told_project && item.opens_coined
            || item.is_show && item.opens_coined && (!is_promise || is_show_of_own(item))
            || item.is_realm
                && item.characters >= MIN_REALM_CHARS
                && (!is_promise || item.has_kind)
                && !item.is_undertaking
            || is_listed && item.characters >= 6 && (has_named || !is_built)
            || is_listed && item.characters >= 4 && (!is_built || self.lists_projects())
            || item.characters >= 8 && (!is_built || reading.is_subject)
    }
}

/// Whether what is said of a facility of the realm makes it a project, although its words are common: a verb
/// before it (建设国家水质监测网), its own building (国家碳计量中心加快建设), or its coming to a place (国家风电中试基地落地青川).
fn comes_of_realm(item: &Item, reading: &Reading) -> bool {
    let is_told = reading.leads
        || reading.is_event
        || reading.is_subject
        || reading.is_brought_on && item.characters >= MIN_REALM_CHARS;
    is_told && (!reading.is_weak || reading.is_event && reading.stage == Some(Stage::Started))
}

/// Whether what happens to a facility, or was done to a house, suffices to tell one.
fn is_one_of_its_own(item: &Item, reading: &Reading) -> bool {
    // A clause counts it, though the river is unknown: 续建12个工程,如|柳林河治理工程.
    let is_counted =
        reading.is_opened && !reading.is_weak && item.is_undertaking && item.is_of_water && item.is_specific;
    // It is one building: 青年公寓封顶.
    let is_building = reading.is_of_one && item.is_specific && !item.is_undertaking && !item.is_partner;
    // A common word names the school that is moved: 育英高中迁建项目开工.
    is_counted || is_building || item.is_of_house && reading.is_definite()
}

/// Whether it shows an unknown place: 创建白鹿滩考古遗址公园.
fn is_show_of_own(item: &Item) -> bool {
    item.is_show && item.opens_coined && item.characters >= MIN_SHOW_CHARS
}

/// Whether a verb before the name says more than that it is to be built: 开工建设云溪县体育中心, 启动…建设.
fn is_begun(reading: &Reading) -> bool {
    reading.leads && !reading.is_weak && !is_promise(reading)
}

/// Whether the sentence says only that it is to be built.
fn is_promise(reading: &Reading) -> bool {
    reading.leads && reading.stage == Some(Stage::Building)
}

/// Whether it is made or used first, as products are; building a first is a plan.
fn is_product(reading: &Reading) -> bool {
    matches!(reading.stage, Some(Stage::Completed | Stage::Operating))
}
