//! Short words inside and beside names, by the part that they play there.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("name_cues.tsv");

/// What a word does inside or beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameCue {
    /// Names of rivers and lakes end so: 河, 湖.
    Water,
    /// Names of waters before the city that they flow through end so: 渠, 港.
    Stream,
    /// Coming, going or staying in one character: 留, 赴.
    Stay,
    /// The sign of a partner that opens few other words: 非, 欧.
    ClearSign,
    /// The sign of a continent or power that counts only in a list of such: 亚, 德.
    ListedSign,
    /// A particle that the tagger may glue to a place: 同, 与.
    BeforePlace,
    /// Makes many of the bodies after it: 直属, 各级.
    Many,
    /// The sign of a place that 涉 or 对 deals with: 疆, 华.
    DealtSign,
    /// A character before 村 that names no village: 各, 新.
    NoVillage,
    /// What leads from one end of its name to the other: 铁路, 直流.
    Way,
    /// What a town is, before its name: 首都, 古城.
    PlaceRank,
    /// Follows a list of powers or continents, which are that or have it: 等国, 人民.
    States,
    /// The sign of a province that is an ordinary word too: 云, 贵.
    ShySign,
    /// A level whose members are known by name: 区, 县.
    KnownLevel,
    /// A level with too many members to be known: 村, 街道.
    LocalLevel,
    /// Names of divisions end so: 省, 镇.
    Rank,
    /// Names of offices end so: 局, 办.
    OfficeEnd,
    /// Local names end so: 胡同, 水库.
    LocalEnding,
    /// Opens the form of a state: 人民, 联邦.
    StateForm,
    /// Something that one state posts in another: 大使馆, 代表团.
    Mission,
    /// Goes on about a firm: 落户, 总部.
    FirmFollower,
    /// Opens the noun of a school or hospital that is counted: 中, 小.
    School,
    /// Makes another word of 队: 员, 伍.
    NoTeam,
    /// Opens a sort of firms: 小, 土.
    Sort,
    /// Names of waters, heights and ways end so: 山, 桥.
    Land,
    /// Something that only the two sides of the strait have: 同胞, 直航.
    StraitFollower,
    /// A surname that is rather a particle: 向, 和.
    Particle,
    /// Place and time after a noun: 中, 里.
    Where,
    /// Nouns that say who somebody is end so: 员, 手.
    Person,
    /// A time between a name and what happens ends so: 年底, 日.
    TimeEnd,
    /// An adjunct between a name and what is said ends so: 时, 中.
    AdjunctEnd,
    /// Joins a second predicate to the first: 并.
    Second,
    /// Opens indirect speech: 要, 应.
    Ought,
    /// Teams that an organ sends and numbers: 巡视组.
    Inspectors,
    /// Schools and hospitals by their numbers: 中, 院.
    NumberedHouse,
    /// Follows 新建县 where that is the county: 人民, 境.
    CountyFollower,
    /// Stands before an office as such, not before its holder: 当, 两国.
    SpokenOf,
    /// A word that the segmenter takes for a personal name: 祝贺, 卢布.
    NoPerson,
    /// Goes on after 某 where it means one of many: 地, 一.
    OneOfMany,
    /// No name of a person ends so: 村, 会.
    NoNameEnd,
    /// No name of a person of more than two characters ends so: 部, 局.
    NoLongNameEnd,
    /// A preposition that the tagger may take for the opening of a word: 据, 被.
    Glued,
    /// The label of who is there and who is not: 出席, 缺席.
    Roll,
    /// What a paper puts out besides itself ends so: 客户端, 新闻.
    Outlet,
    /// Words before an office that open or end so are not the name of a firm: 业, 区.
    NoFirm,
    /// Opens what the tagger takes for a trade name: 对, 强.
    NoTradeName,
    /// Makes another word of 县: 域, 级.
    NoCounty,
    /// Says which continent a 大陆 is: 亚, 新.
    NoMainland,
    /// The street at which something ends follows: 东起, 西至.
    StreetReach,
    /// Something lies on that side of the street before it: 以东.
    StreetSide,
    /// Names of divisions that hold others end so: 省, 自治州.
    HigherRank,
    /// What lies in the middle of a quarter ends so: 轴, 园.
    Middle,
    /// What has a middle: 舞台, 广场.
    HasMiddle,
    /// A level below the centre: 省, 县.
    LowerLevel,
    /// Names that 中央 opens end so: 督察, 代表团.
    OfCentre,
    /// Something that a committee of the party forms besides its committees: 领导小组, 办公厅.
    PartyOrgan,
    /// Names of houses that a township has end so, after the short name of the township: 小学, 卫生院.
    TownshipHouse,
    /// Something that has numbered branches: 局, 店.
    Branch,
    /// Something that is named by its distance: 片区, 铺.
    NamedByDistance,
    /// Stands right before 任, where somebody takes an office: 曾, 拟.
    BeforeTaking,
    /// A water that has no namesakes: 长江, 太湖.
    NoNamesake,
}

const CLASSES: [(&str, NameCue); 61] = [
    ("water", NameCue::Water),
    ("stream", NameCue::Stream),
    ("stay", NameCue::Stay),
    ("clear-sign", NameCue::ClearSign),
    ("listed-sign", NameCue::ListedSign),
    ("before-place", NameCue::BeforePlace),
    ("many", NameCue::Many),
    ("dealt-sign", NameCue::DealtSign),
    ("no-village", NameCue::NoVillage),
    ("way", NameCue::Way),
    ("place-rank", NameCue::PlaceRank),
    ("states", NameCue::States),
    ("shy-sign", NameCue::ShySign),
    ("known-level", NameCue::KnownLevel),
    ("local-level", NameCue::LocalLevel),
    ("rank", NameCue::Rank),
    ("office-end", NameCue::OfficeEnd),
    ("local-ending", NameCue::LocalEnding),
    ("state-form", NameCue::StateForm),
    ("mission", NameCue::Mission),
    ("firm-follower", NameCue::FirmFollower),
    ("school", NameCue::School),
    ("no-team", NameCue::NoTeam),
    ("sort", NameCue::Sort),
    ("land", NameCue::Land),
    ("strait-follower", NameCue::StraitFollower),
    ("particle", NameCue::Particle),
    ("where", NameCue::Where),
    ("person", NameCue::Person),
    ("time-end", NameCue::TimeEnd),
    ("adjunct-end", NameCue::AdjunctEnd),
    ("second", NameCue::Second),
    ("ought", NameCue::Ought),
    ("inspectors", NameCue::Inspectors),
    ("numbered-house", NameCue::NumberedHouse),
    ("county-follower", NameCue::CountyFollower),
    ("spoken-of", NameCue::SpokenOf),
    ("no-person", NameCue::NoPerson),
    ("one-of-many", NameCue::OneOfMany),
    ("no-name-end", NameCue::NoNameEnd),
    ("no-long-name-end", NameCue::NoLongNameEnd),
    ("glued", NameCue::Glued),
    ("roll", NameCue::Roll),
    ("outlet", NameCue::Outlet),
    ("no-firm", NameCue::NoFirm),
    ("no-trade-name", NameCue::NoTradeName),
    ("no-county", NameCue::NoCounty),
    ("no-mainland", NameCue::NoMainland),
    ("street-reach", NameCue::StreetReach),
    ("street-side", NameCue::StreetSide),
    ("higher-rank", NameCue::HigherRank),
    ("middle", NameCue::Middle),
    ("has-middle", NameCue::HasMiddle),
    ("lower-level", NameCue::LowerLevel),
    ("of-centre", NameCue::OfCentre),
    ("party-organ", NameCue::PartyOrgan),
    ("township-house", NameCue::TownshipHouse),
    ("branch", NameCue::Branch),
    ("named-by-distance", NameCue::NamedByDistance),
    ("before-taking", NameCue::BeforeTaking),
    ("no-namesake", NameCue::NoNamesake),
];

/// The words of `dictionaries/name_cues.tsv`, for each part that they play.
#[derive(Debug)]
pub(crate) struct NameCues {
    words: Vec<Vocabulary<()>>,
    ends: Vec<Endings<()>>,
}

impl NameCues {
    pub(super) fn load() -> Result<Self, Error> {
        let mut rows = FILE.classes()?;
        let words: Vec<_> = CLASSES.iter().map(|(class, _)| rows.entries(class, ())).collect();
        rows.end()?;
        let ends = words.iter().map(|words| Endings::new(words.iter().copied())).collect();
        Ok(NameCues { words: words.into_iter().map(Vocabulary::new).collect(), ends })
    }

    /// Whether the word plays this part.
    pub(crate) fn is(&self, word: &str, cue: NameCue) -> bool {
        self.words[cue as usize].contains(word)
    }

    /// Whether the character by itself plays this part.
    pub(crate) fn has(&self, character: char, cue: NameCue) -> bool {
        self.is(character.encode_utf8(&mut [0; 4]), cue)
    }

    /// The longest such word that opens the text.
    pub(crate) fn opening<'t>(&self, text: &'t str, cue: NameCue) -> Option<&'t str> {
        self.words[cue as usize].longest_at(text, 0).map(|(range, ())| &text[range])
    }

    /// The longest such word that ends the text.
    pub(crate) fn closing<'t>(&self, text: &'t str, cue: NameCue) -> Option<&'t str> {
        self.ends[cue as usize].longest(text).map(|(start, ())| &text[start..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found() {
        let cues = NameCues::load().unwrap();
        assert_eq!(cues.closing("长安大街", NameCue::LocalEnding), Some("大街"));
        assert_eq!(cues.opening("总领事馆", NameCue::Mission), Some("总领事馆"));
        assert!(cues.has('渠', NameCue::Stream) && !cues.has('渠', NameCue::Water));
    }

    #[test]
    fn each_class_has_its_place() {
        assert!(CLASSES.iter().enumerate().all(|(at, (_, cue))| *cue as usize == at));
    }
}
