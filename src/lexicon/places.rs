//! Places: divisions with their codes, other named places, and the endings of built names.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::divisions::Divisions;
use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const CLIPPED: Dictionary = dictionary!("clipped.tsv");
const PLACES: Dictionary = dictionary!("places.tsv");

/// Classes of rows that name places.
const NAMES: [(&str, PlaceClass); 6] = [
    ("country", PlaceClass::Country),
    ("former", PlaceClass::Region),
    ("region", PlaceClass::Region),
    ("city", PlaceClass::Region),
    ("nature", PlaceClass::Nature),
    ("not", PlaceClass::Refused),
];
/// Classes of rows that end built names.
const HEADS: [(&str, PlaceHead); 3] =
    [("area", PlaceHead::Area), ("spot", PlaceHead::Spot), ("zone", PlaceHead::Zone)];
/// Levels of divisions that have a short name.
const LEVELS: [(&str, PlaceClass); 3] =
    [("province", PlaceClass::Province), ("city", PlaceClass::City), ("county", PlaceClass::County)];

/// How many digits of a code tell the province.
const PROVINCE_DIGITS: usize = 2;

/// What is known of places.
#[derive(Debug)]
pub(crate) struct Places {
    /// Full names of divisions down to township; looked up where a suffix stands.
    divisions: Divisions,
    /// Names of places that are ordinary words too.
    common: HashSet<&'static str>,
    /// Ordinary words that the tagger takes for names; no name of a place opens with them.
    pub(crate) ordinary: HashSet<&'static str>,
    /// Short names of divisions, countries, regions, rivers, mountains.
    pub(crate) names: Vocabulary<PlaceName>,
    /// Endings of built names: 经济开发区, 流域, 机场.
    pub(crate) heads: Vocabulary<PlaceHead>,
    /// Words that make an event of the name before them: 论坛, 博览会.
    pub(crate) events: HashSet<&'static str>,
    /// Verbs of holding a meeting: 召开.
    pub(crate) convenes: HashSet<&'static str>,
    /// Short names of counties that mean nothing else, whatever the tagger takes them for: 义乌.
    pub(crate) telling: HashSet<&'static str>,
    /// Endings of names of rivers, mountains and streets: 江, 山, 路.
    pub(crate) endings: HashSet<&'static str>,
    /// Words of coming, going and staying, after which a place stands: 到, 前往.
    pub(crate) movers: HashSet<&'static str>,
    /// Words that show an ordinary word before them to be the bare name of a place: 高质量发展.
    pub(crate) followers: Vocabulary<()>,
    /// Verbs of helping a county to win a title (支持), and verbs of applying for one (申报).
    pub(crate) backs: HashSet<&'static str>,
    pub(crate) applies: Vocabulary<()>,
    /// Verbs of a place that wins a title: 获批, 入选.
    pub(crate) wins: Vocabulary<()>,
    /// Words before 遗址 that say what kind of site it is: 工业.
    pub(crate) site_kinds: HashSet<&'static str>,
    /// Names of kinds of monuments (城楼, 寺), and what is done to monuments (修缮, 申遗).
    pub(crate) monuments: Vocabulary<()>,
    pub(crate) restoring: Vocabulary<()>,
    /// Verbs that say what a zone is for, inside its name: 创新, 开放.
    pub(crate) purposes: HashSet<&'static str>,
    /// Words that say one thing of each member of a list: 分别.
    pub(crate) apiece: Vocabulary<()>,
    /// Heads that show that a list before them is not one of places: 项目, 企业.
    pub(crate) no_list: Endings<()>,
    /// Kinds of places, which show that a list before them is one of places: 景区, 口岸.
    pub(crate) list_kinds: Endings<()>,
    /// Words that follow the name of a point on a river: 控制单元.
    pub(crate) units: Vocabulary<()>,
    /// Words that bear the name of the place where something lives or grows: 羚牛.
    pub(crate) species: Vocabulary<()>,
    /// Endings of names of places abroad that no dictionary holds (省, 火山); `true` where one also follows
    /// names that it holds: 德班|市.
    pub(crate) abroad: Vocabulary<bool>,
    /// Endings of the full names of provinces: 自治区.
    province_ranks: Vec<&'static str>,
    /// One-character signs of provinces (湘, 渝) with their codes.
    pub(crate) signs: HashMap<&'static str, &'static str>,
    /// One-character signs of countries, which need 中 before them: 中俄.
    pub(crate) partners: HashSet<&'static str>,
    /// Those who come to a province or stay there: 在沪|央企.
    pub(crate) guests: Vocabulary<()>,
    /// Words that tie cities named by one character each: 郑焦|产业带.
    pub(crate) corridors: Vocabulary<()>,
    /// Words right after which a name in the characters of transcription is a place: 抵达, 小镇.
    pub(crate) arrivals: Vocabulary<()>,
    /// The first characters of the names of cities, with the stems of the codes of their provinces.
    initials: HashMap<char, Vec<&'static str>>,
    /// What two countries or provinces have with each other: 关系, 两国, 协作.
    pub(crate) relations: Vocabulary<()>,
    /// Heads of names that such a pair opens: 协定, 铁路.
    pub(crate) joint: Endings<()>,
    /// Matters in which one deals with another place: 贸易, 贷款.
    pub(crate) affairs: Vocabulary<()>,
}

/// A division's full name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Division {
    /// Its codes, joined by commas.
    pub(crate) codes: &'static str,
    /// An ordinary word too: 老城区.
    pub(crate) common: bool,
}

/// A name without a suffix, or one that is no division's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlaceName {
    pub(crate) word: &'static str,
    pub(crate) class: PlaceClass,
    /// Its codes, joined by commas; empty where it is no division's name.
    pub(crate) codes: &'static str,
    /// An ordinary word too: 和平, 前进.
    pub(crate) common: bool,
}

/// What a named place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceClass {
    /// A division by its full name.
    Division,
    Province,
    City,
    County,
    Country,
    Region,
    Nature,
    /// Built with a [`PlaceHead`].
    Zone,
    Area,
    Spot,
    /// A longer word in which no place is named: 中国特色.
    Refused,
}

/// The ending of a built name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceHead {
    /// A zone: 新区, 产业园, 城市群.
    Zone,
    /// An area: 流域, 盆地.
    Area,
    /// A spot: 机场, 村.
    Spot,
}

impl Places {
    pub(super) fn load() -> Result<Self, Error> {
        let mut places = PLACES.classes()?;
        let ordinary: HashSet<&'static str> = places.words("ordinary");
        let mut common: HashSet<&'static str> = places.words("common");
        common.extend(&ordinary);
        let mut clipped = CLIPPED.classes()?;
        let mut names: Vec<(&'static str, PlaceName)> = Vec::new();
        for (class, kind) in NAMES {
            names.extend(places.rows(class).iter().map(|row| named(row, kind, false)));
        }
        for (level, kind) in LEVELS {
            let rows = clipped.rows(level);
            names.extend(rows.iter().map(|row| named(row, kind, common.contains(row.word))));
        }
        let mut initials: HashMap<char, Vec<&'static str>> = HashMap::default();
        for (word, city) in names.iter().filter(|(_, name)| name.class == PlaceClass::City) {
            let stems = city.codes.split(',').filter_map(|code| code.get(..PROVINCE_DIGITS));
            initials.entry(word.chars().next().unwrap_or_default()).or_default().extend(stems);
        }
        let signs = places.rows("sign");
        let shy = places.rows("initial");
        let cities = signs.iter().filter(|sign| !sign.attribute.ends_with("0000"));
        for sign in cities.chain(&shy) {
            let stem = sign.attribute.get(..PROVINCE_DIGITS);
            initials.entry(sign.word.chars().next().unwrap_or_default()).or_default().extend(stem);
        }
        clipped.end()?;
        let heads = HEADS.into_iter().flat_map(|(name, head)| places.entries(name, head)).collect::<Vec<_>>();
        let signs = signs.into_iter().map(|row| (row.word, row.attribute)).collect();
        let abroad = places.rows("abroad").into_iter().map(|row| (row.word, row.attribute == "level"));
        let loaded = Places {
            divisions: Divisions::load(),
            common,
            ordinary,
            names: Vocabulary::new(names),
            heads: Vocabulary::new(heads),
            events: places.words("event"),
            convenes: places.words("convene"),
            telling: places.words("telling"),
            endings: places.words("ending"),
            movers: places.words("mover"),
            followers: places.vocabulary("follower"),
            backs: places.words("backs"),
            applies: places.vocabulary("applies"),
            wins: places.vocabulary("wins"),
            site_kinds: places.words("site-kind"),
            monuments: places.vocabulary("monument"),
            restoring: places.vocabulary("restoring"),
            apiece: places.vocabulary("apiece"),
            no_list: places.endings("no-list"),
            list_kinds: places.endings("list-kind"),
            units: places.vocabulary("unit"),
            species: places.vocabulary("species"),
            purposes: places.words("purpose"),
            abroad: Vocabulary::new(abroad),
            province_ranks: places.words("province-rank"),
            signs,
            partners: places.words("partner"),
            guests: places.vocabulary("guest"),
            corridors: places.vocabulary("corridor"),
            arrivals: places.vocabulary("arrival"),
            initials,
            relations: places.vocabulary("relation"),
            joint: places.endings("joint"),
            affairs: places.vocabulary("affair"),
        };
        places.end().map(|()| loaded)
    }

    /// The codes that a name may have, joined by commas; empty where it is no division's.
    pub(crate) fn codes(&self, name: &str) -> &'static str {
        let division = self.division(name).map(|division| division.codes);
        division.or_else(|| self.names.get(name).map(|place| place.codes)).unwrap_or_default()
    }

    /// The division of this full name.
    pub(crate) fn division(&self, name: &str) -> Option<Division> {
        let codes = self.divisions.codes(name)?;
        Some(Division { codes, common: self.common.contains(name) })
    }

    /// The short name of a county or city that opens a longer name, and whether the longer one is the full
    /// name of a division: 二七 of 二七区 and of 二七新区.
    pub(crate) fn bare(&self, name: &str) -> Option<(&'static str, bool)> {
        let (range, short) = self.names.longest_at(name, 0)?;
        let county = matches!(short.class, PlaceClass::County | PlaceClass::City) && range.end < name.len();
        let full = self.division(name).is_some();
        county.then_some((short.word, full))
    }

    /// Whether this is the short name of a county or city, and no ordinary word: 武穴.
    pub(crate) fn is_bare_county(&self, name: &str) -> bool {
        let place = self.names.get(name);
        place.is_some_and(|place| {
            matches!(place.class, PlaceClass::County | PlaceClass::City) && !place.common
        })
    }

    /// The full name of the province that opens a name, unless another place follows it: 甘肃|青岩水库, but not
    /// 甘肃青海公路.
    pub(crate) fn province_at(&self, name: &str) -> Option<String> {
        let (range, place) =
            self.names.longest_at(name, 0).filter(|(_, place)| place.class == PlaceClass::Province)?;
        let rest = &name[range.end..];
        let goes_on = rest.starts_with(['至', '到', '—'])
            || self.names.longest_at(rest, 0).is_some_and(|(_, next)| next.class == PlaceClass::Province);
        let mut full = self.province_ranks.iter().map(|rank| format!("{}{rank}", place.word));
        // 吉林市 is a division too, and no province.
        let is_province =
            |full: &String| self.divisions.codes(full).is_some_and(|codes| codes.ends_with("0000"));
        full.find(|full| !goes_on && is_province(full))
    }

    /// Whether each of these characters opens the name of a city, all of them in one province: 郑焦.
    pub(crate) fn are_cities(&self, characters: &str) -> bool {
        let cities = |c: char| self.initials.get(&c).map(Vec::as_slice).unwrap_or_default();
        let mut rest = characters.chars();
        let provinces = rest.next().map(cities).unwrap_or_default();
        provinces.iter().any(|stem| characters.chars().all(|c| cities(c).contains(stem)))
    }

    /// Whether each of these characters opens the name of a city, in whatever province: 深儋.
    pub(crate) fn open_cities(&self, characters: &str) -> bool {
        characters.chars().all(|c| self.initials.contains_key(&c))
    }

    /// Whether this is the name of a place.
    pub(crate) fn is_place(&self, name: &str) -> bool {
        self.divisions.codes(name).is_some() || self.names.contains(name)
    }

    /// Whether this word is the name of a country.
    pub(crate) fn is_country(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|place| place.class == PlaceClass::Country)
    }
}

/// The word of a row and the place that it names.
fn named(row: &Row<'static>, class: PlaceClass, common: bool) -> (&'static str, PlaceName) {
    (row.word, PlaceName { word: row.word, class, codes: row.attribute, common })
}

/// The code that these leave no doubt about: the only one, or the only one of the highest level (吉林 is the
/// province rather than the city).
pub(crate) fn certain_code(codes: &'static str) -> Option<&'static str> {
    let level = |code: &str| match code {
        code if code.len() > 6 => 3,
        code if code.ends_with("0000") => 0,
        code if code.ends_with("00") => 1,
        _ => 2,
    };
    let highest = codes.split(',').filter(|code| !code.is_empty()).map(level).min()?;
    let mut at_highest = codes.split(',').filter(|code| level(code) == highest);
    at_highest.next().filter(|_| at_highest.next().is_none())
}

/// Whether the division of `code` lies in that of `parent`: 410103 in 410100 and in 410000.
pub(crate) fn lies_in(code: &str, parent: &str) -> bool {
    let stem = match parent {
        parent if parent.ends_with("0000") => parent.get(..2),
        parent if parent.ends_with("00") => parent.get(..4),
        parent => parent.get(..6),
    };
    code != parent && stem.is_some_and(|stem| code.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn divisions_are_known_down_to_the_township() {
        let places = &Lexicon::for_tests().places;
        assert_eq!(places.division("杭州市").map(|division| division.codes), Some("330100"));
        assert_eq!(places.division("西湖区").map(|division| division.codes.split(',').count()), Some(2));
        assert!(places.division("老城区").is_some_and(|division| division.common));
        assert!(places.division("杭州省").is_none());
        assert!(places.is_place("恩施") && !places.is_place("恩施人"));
        assert!(places.are_cities("郑焦") && !places.are_cities("郑沈"));
        assert!(places.open_cities("郑沈") && !places.open_cities("郑你"));
    }

    #[test]
    fn a_code_is_certain_when_the_highest_level_has_one() {
        assert_eq!(certain_code("220000,220200"), Some("220000"));
        assert_eq!(certain_code("110105,210103"), None);
        assert_eq!(certain_code(""), None);
        assert!(lies_in("410103", "410100") && lies_in("410103", "410000") && !lies_in("410103", "410200"));
        assert!(!lies_in("410100", "410100"));
    }

    #[test]
    fn rows_are_sorted_and_single() {
        let rows = CLIPPED.rows().expect("the file is well-formed");
        assert!(rows.windows(2).all(|pair| pair[0].word < pair[1].word));
    }
}
