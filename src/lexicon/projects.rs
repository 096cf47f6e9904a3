//! Words of the names of projects.

use std::ops::Range;

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::text::is_digit;

const FILE: Dictionary = dictionary!("projects.tsv");
/// Longest standing name that is looked for at the end of a text, in characters.
const MAX_STANDING_CHARS: usize = 16;
/// Longest measure word, in characters: 余个.
const MAX_MEASURE_CHARS: usize = 2;
/// Fewest characters of the name of something that the realm has one of: 国家水质监测网.
const MIN_REALM_CHARS: usize = 7;
/// A head with this many characters names one project, not a class: 科技|生态港, not 科技|平台.
const MIN_LONG_HEAD_CHARS: usize = 3;
/// The name of something that the whole country has one of has more characters than this:
/// 全国高校技术转化中心.
const MIN_OF_ALL_CHARS: usize = 9;
/// Measure words that count things and do not give the size of one work, as 吨 and 英寸 do.
const COUNTED: [char; 5] = ['个', '家', '座', '处', '所'];

/// What the head of a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// An engineering work: 铁路, 水库.
    Works,
    /// A head of works, and of bodies and plans too: 中心, 工程.
    Facility,
    /// Closes a list, and by itself names nothing: 设施.
    Collective,
}

/// Classes of rows that end names.
const HEADS: [(&str, Head); 3] =
    [("collective", Head::Collective), ("facility", Head::Facility), ("works", Head::Works)];

/// Parts of project names.
#[derive(Debug)]
pub(crate) struct Projects {
    /// Undertakings known by name.
    pub(crate) standing: Vocabulary<()>,
    /// Satellites, telescopes and craft whose names are common words too: 天眼.
    pub(crate) apparatus: Vocabulary<()>,
    standing_endings: Endings<()>,
    /// Those who work on a work, or what happened there, after its name: 员工, 罢工.
    pub(crate) staff: Vocabulary<()>,
    /// Last words of names.
    heads: Endings<Head>,
    generic: Vocabulary<()>,
    openers: Vocabulary<()>,
    measures: Vocabulary<()>,
    measure_ends: Endings<()>,
    superlatives: Vocabulary<()>,
    /// Words before a head that make the name one of many projects.
    classes: Endings<()>,
    /// Ends of names of roles and programmes.
    roles: Endings<()>,
    /// Ends of names of programmes, unless the programme is somebody's or some place's own.
    programmes: Endings<()>,
    /// Heads that mean a role as often as a house: 中心.
    vague: Endings<()>,
    /// Ends of names of what is built for one use in one field: 中试基地.
    uses: Endings<()>,
    /// Ends of names of what the realm, or each part of the land, builds one of: 监测网, 资源库.
    realm_sites: Endings<()>,
    /// Ends of names of bodies that build too: 大学, 研究院.
    organs: Endings<()>,
    /// Ends of names of sites for one trade: 物流园.
    sites: Endings<()>,
    /// Ends of names of firms: 化工.
    trades: Endings<()>,
    /// Characters after 国家 and 全国 that make a rank or many things of them: 重, 各.
    of_class: Vec<char>,
    /// Houses that are built anew at another place: 高中.
    houses: Endings<()>,
    /// Ends of what is named by a number: 第二|机床厂.
    numbered: Endings<()>,
    /// Quarters of a town, which tell one work from others: 城北.
    pub(crate) quarters: Vocabulary<()>,
    /// What is done to one work, told after its name: 除险, 扩建.
    pub(crate) deeds: Vocabulary<()>,
    /// Words before many things: 更多, 首批.
    plurals: Vocabulary<()>,
    /// Words before 工程 or 项目 for works that stand out: 控制性.
    pub(crate) distinctions: Vocabulary<()>,
    /// Words after a level that make the name one of many: 省|示范|高中.
    pub(crate) of_many: Vocabulary<()>,
    /// Openings that mean a class where no place stands in the name: 国家级.
    levels: Vocabulary<()>,
    /// Ends of names of what leads from one town to another: 铁路.
    ways: Endings<()>,
    /// Sorts of roads: 道路.
    roads: Endings<()>,
    /// Ends of names of those who build or watch over a work: 局.
    pub(crate) keepers: Endings<()>,
    /// Ends of occasions before a work: 博览会暨青川水厂.
    pub(crate) occasions: Endings<()>,
    /// Words for what one work costs: 总投资.
    pub(crate) costs: Vocabulary<()>,
    /// Levels that by themselves mean the speaker's own, and whether there are many of them: 省, 县.
    pub(crate) speakers: Vocabulary<bool>,
}

impl Projects {
    /// Reads the parts of names, and the words that bound a name on either side.
    pub(super) fn load() -> Result<(Self, Vec<&'static str>), Error> {
        let mut rows = FILE.classes()?;
        let standing = rows.entries("standing", ());
        let heads = HEADS.into_iter().flat_map(|(class, head)| rows.entries(class, head)).collect::<Vec<_>>();
        let boundaries = rows.words("boundary");
        let speakers = rows.rows("speaker").into_iter().map(|row| (row.word, row.attribute == "local"));
        let measures = rows.entries("measure", ());
        let projects = Projects {
            speakers: Vocabulary::new(speakers),
            standing_endings: Endings::new(standing.iter().copied()),
            standing: Vocabulary::new(standing),
            apparatus: rows.vocabulary("apparatus"),
            staff: rows.vocabulary("staff"),
            heads: Endings::new(heads),
            generic: rows.vocabulary("generic"),
            openers: rows.vocabulary("opener"),
            measure_ends: Endings::new(measures.iter().copied()),
            measures: Vocabulary::new(measures),
            superlatives: rows.vocabulary("superlative"),
            classes: rows.endings("class"),
            roles: rows.endings("role"),
            programmes: rows.endings("programme"),
            vague: rows.endings("vague"),
            uses: rows.endings("use"),
            realm_sites: rows.endings("realm-site"),
            organs: rows.endings("organ"),
            sites: rows.endings("site"),
            trades: rows.endings("trade"),
            of_class: rows.words::<Vec<_>>("of-class").into_iter().flat_map(str::chars).collect(),
            houses: rows.endings("house"),
            numbered: rows.endings("numbered"),
            quarters: rows.vocabulary("quarter"),
            deeds: rows.vocabulary("deed"),
            plurals: rows.vocabulary("plural"),
            distinctions: rows.vocabulary("distinction"),
            of_many: rows.vocabulary("of-many"),
            levels: rows.vocabulary("level"),
            ways: rows.endings("way"),
            roads: rows.endings("road"),
            keepers: rows.endings("keeper"),
            occasions: rows.endings("occasion"),
            costs: rows.vocabulary("cost"),
        };
        rows.end().map(|()| (projects, boundaries))
    }

    /// The byte at which the longest head that ends the name starts, and what that head says.
    pub(crate) fn head(&self, name: &str) -> Option<(usize, Head)> {
        self.heads.longest(name).map(|(start, head)| (start, *head))
    }

    /// Whether the text has nothing but generic words and digits.
    pub(crate) fn is_generic(&self, text: &str) -> bool {
        let mut at = 0;
        while let Some(character) = text[at..].chars().next() {
            at = match self.generic.longest_at(text, at) {
                Some((range, ())) => range.end,
                None if is_numeric(character) => at + character.len_utf8(),
                None => return false,
            };
        }
        true
    }

    /// Whether the last words name a role or a programme: 自由贸易港, 扩容提升工程.
    pub(crate) fn ends_as_role(&self, name: &str) -> bool {
        self.roles.end(name)
    }

    /// Whether the last words name a programme, or what is done to one place: 发展工程.
    pub(crate) fn ends_as_programme(&self, name: &str) -> bool {
        // 高速公路大通道 is built, 开放大通道 is not.
        self.programmes.end(name) && !name.ends_with("路大通道")
    }

    /// Whether the last word means a role as often as a house: 创新中心.
    pub(crate) fn ends_vague(&self, name: &str) -> bool {
        self.vague.end(name)
    }

    /// Whether the last words name what is built for one use in one field: 茶叶交易中心.
    pub(crate) fn has_one_use(&self, name: &str) -> bool {
        self.uses.end(name)
    }

    /// Whether the realm or a part of the land has one of what is named, with its field between the two:
    /// 国家|水质|监测网, 西南部|林草|资源库; not 国家级…, 全国统一的….
    pub(crate) fn is_of_realm(&self, name: &str) -> bool {
        let Some((head, ())) = self.realm_sites.longest(name) else { return false };
        let parts = || {
            let side = name[..head].trim_start_matches(['东', '西', '南', '北', '中']);
            side.strip_prefix('部').filter(|_| side.len() < head)
        };
        let rest =
            name[..head].strip_prefix("国家").or_else(|| name[..head].strip_prefix("全国")).or_else(parts);
        rest.is_some_and(|field| {
            name.chars().nth(MIN_REALM_CHARS - 1).is_some()
                && !field.starts_with(self.of_class.as_slice())
                && !field.starts_with(['级', '统', '一'])
                && !field.contains(['的', '和', '与', '及', '区'])
        })
    }

    /// Whether the last word is that of a body that builds too: 大学.
    pub(crate) fn ends_as_organ(&self, name: &str) -> bool {
        self.organs.end(name)
    }

    /// Whether the last word is that of a site for one trade: 物流园.
    pub(crate) fn ends_as_site(&self, name: &str) -> bool {
        self.sites.end(name)
    }

    /// Whether a trade ends the name, after two characters that are no common word of names: 恒信|化工.
    pub(crate) fn ends_as_trade(&self, name: &str) -> bool {
        self.trades.longest(name).is_some_and(|(at, ())| {
            let own = &name[..at];
            own.chars().count() == 2 && !self.is_generic(own) && !self.trades.end(own)
        })
    }

    /// Whether the last words name something that is named by a number: 第二|机床厂.
    pub(crate) fn ends_as_numbered(&self, name: &str) -> bool {
        self.numbered.end(name)
    }

    /// Whether the last words name something that leads from one town to another: 川黔|铁路.
    pub(crate) fn ends_as_way(&self, name: &str) -> bool {
        self.ways.end(name)
    }

    /// Whether the last words are a sort of roads: 农村|道路.
    pub(crate) fn ends_as_road(&self, name: &str) -> bool {
        self.roads.end(name)
    }

    /// What stands before the house that ends a name: 育英 of 育英高中.
    pub(crate) fn before_house<'n>(&self, name: &'n str) -> Option<&'n str> {
        self.houses.longest(name).map(|(at, ())| &name[..at])
    }

    /// Whether the last words name a class of projects, not one: 2022年重点项目.
    pub(crate) fn ends_as_class(&self, name: &str) -> bool {
        let Some((start, Head::Facility)) = self.head(name) else { return false };
        name[start..].chars().count() < MIN_LONG_HEAD_CHARS && self.classes.end(&name[..start])
    }

    /// The byte at which the name starts, after words that open a phrase but no name.
    pub(crate) fn skip_openers(&self, text: &str) -> usize {
        let mut at = 0;
        while let Some((range, ())) =
            self.openers.longest_at(text, at).filter(|(range, ())| range.end < text.len())
        {
            at = range.end;
        }
        at
    }

    /// Whether a word opens a phrase but no name: 惠及.
    pub(crate) fn opens_phrase(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// Whether 全国 opens the name of one house or system: 全国|高校技术转化中心; not 全国最大….
    pub(crate) fn is_of_all(&self, text: &str) -> bool {
        let rest = text.strip_prefix("全国").filter(|rest| !rest.starts_with(self.of_class.as_slice()));
        rest.and_then(|rest| self.head(rest)).is_some_and(|(at, head)| {
            head == Head::Facility && text.chars().nth(MIN_OF_ALL_CHARS).is_some() && at > 0
        })
    }

    /// The byte at which the standing name that ends the text starts.
    pub(crate) fn standing_at_end(&self, text: &str) -> Option<usize> {
        if !self.standing_endings.end(text) {
            return None;
        }
        let from = text.char_indices().rev().nth(MAX_STANDING_CHARS - 1).map_or(0, |(at, _)| at);
        let names = self.standing.find(&text[from..]);
        names
            .last()
            .filter(|(range, ())| from + range.end == text.len())
            .map(|(range, ())| from + range.start)
    }

    /// Whether the text opens with a count: 40条, 一批, 三个.
    pub(crate) fn opens_with_count(&self, text: &str) -> bool {
        let rest = text.trim_start_matches(is_numeric);
        // 超|大规模 counts nothing.
        let count = text[..text.len() - rest.len()].trim_start_matches(['超', '近', '约', '多', '余']);
        !count.is_empty() && self.measures.longest_at(rest, 0).is_some()
    }

    /// The text without the count at its end, where 项目 stands before that: 云溯食品项目|3项.
    pub(crate) fn without_end_count<'t>(&self, text: &'t str) -> &'t str {
        // Most texts do not end as a count does.
        let at = if self.measure_ends.end(text) { text.rfind("项目") } else { None };
        let Some(at) = at.map(|at| at + "项目".len()).filter(|at| *at < text.len()) else { return text };
        let is_count = self.opens_with_count(&text[at..]) && self.without_count(&text[at..]).is_empty();
        if is_count { &text[..at] } else { text }
    }

    /// The text after the count that opens it: 40条|高速公路.
    pub(crate) fn without_count<'t>(&self, text: &'t str) -> &'t str {
        let rest = text.trim_start_matches(is_numeric);
        match self.measures.longest_at(rest, 0).filter(|_| rest.len() < text.len()) {
            Some((range, ())) => &rest[range.end..],
            None => text,
        }
    }

    /// Whether the text opens with a level: 国家级|质检中心.
    pub(crate) fn opens_with_level(&self, text: &str) -> bool {
        self.levels.longest_at(text, 0).is_some()
    }

    /// Whether a word before many things opens the text.
    pub(crate) fn opens_as_plural(&self, text: &str) -> bool {
        self.plurals.opens(text)
    }

    /// The byte ranges of the words before many things.
    pub(crate) fn plurals<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> {
        self.plurals.find(text).map(|(range, ())| range)
    }

    /// Whether the text ends with a count of more than one: 建成101所, 两座.
    pub(crate) fn ends_with_plural_count(&self, text: &str) -> bool {
        if !self.measure_ends.end(text) {
            return false;
        }
        let measures = text.char_indices().rev().take(MAX_MEASURE_CHARS).map(|(at, _)| at);
        measures.filter(|at| self.measures.contains(&text[*at..])).any(|at| {
            let before = text[..at].trim_end_matches(is_numeric);
            !matches!(&text[before.len()..at], "" | "1" | "一") && !before.ends_with('第')
        })
    }

    /// Whether things are counted inside the text: 青川、柳林2个|城市医院.
    pub(crate) fn has_count_inside(&self, text: &str) -> bool {
        let counts = text.match_indices(|c: char| COUNTED.contains(&c)).map(|(at, _)| &text[..at]);
        counts.into_iter().any(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether the text ends with a measure word: 领域首座.
    pub(crate) fn ends_with_measure(&self, text: &str) -> bool {
        text.char_indices().next_back().is_some_and(|(at, _)| self.measures.contains(&text[at..]))
    }

    /// Whether the text presents a product as a first: 全球首台.
    pub(crate) fn is_superlative(&self, text: &str) -> bool {
        self.superlatives.longest_at(text, 0).is_some()
    }

    /// Whether words that present a product as a first stand anywhere in the text.
    pub(crate) fn has_superlative(&self, text: &str) -> bool {
        self.superlatives.find(text).next().is_some()
    }
}

/// Whether a number, or the bound of one, may have this character inside.
fn is_numeric(character: char) -> bool {
    is_digit(character)
        || matches!(
            character,
            '.' | '两' | '百' | '千' | '万' | '亿' | '数' | '多' | '余' | '几' | '近' | '超' | '约'
        )
}
