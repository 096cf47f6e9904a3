//! Short words inside and beside names, by the part that they play there.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("name_cues.tsv");

/// What a word does inside or beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameCue {
    /// 河, 湖: names of rivers and lakes end so.
    Water,
    /// 渠, 港: names of waters before the city that they flow through end so.
    Stream,
    /// 留, 赴: coming, going or staying in one character.
    Stay,
    /// 非, 欧: the sign of a partner that opens few other words.
    ClearSign,
    /// 亚, 德: the sign of a continent or power that counts only in a list of such.
    ListedSign,
    /// 同, 与: a particle that the tagger may glue to a place.
    BeforePlace,
    /// 直属, 各级: makes many of the bodies after it.
    Many,
    /// 疆, 华: the sign of a place that 涉 or 对 deals with.
    DealtSign,
    /// 各, 新: a character before 村 that names no village.
    NoVillage,
    /// 铁路, 直流: what leads from one end of its name to the other.
    Way,
    /// 首都, 古城: what a town is, before its name.
    PlaceRank,
    /// 等国, 人民: follows a list of powers or continents, which are that or have it.
    States,
    /// 云, 贵: the sign of a province that is an ordinary word too.
    ShySign,
    /// 区, 县: a level whose members are known by name.
    KnownLevel,
    /// 村, 街道: a level with too many members to be known.
    LocalLevel,
    /// 省, 镇: names of divisions end so.
    Rank,
    /// 局, 办: names of offices end so.
    OfficeEnd,
    /// 胡同, 水库: local names end so.
    LocalEnding,
    /// 人民, 联邦: opens the form of a state.
    StateForm,
    /// 大使馆, 代表团: something that one state posts in another.
    Mission,
    /// 落户, 总部: goes on about a firm.
    FirmFollower,
    /// 中, 小: opens the noun of a school or hospital that is counted.
    School,
    /// 员, 伍: makes another word of 队.
    NoTeam,
    /// 小, 土: opens a sort of firms.
    Sort,
    /// 山, 桥: names of waters, heights and ways end so.
    Land,
    /// 同胞, 直航: something that only the two sides of the strait have.
    StraitFollower,
    /// 向, 和: a surname that is rather a particle.
    Particle,
    /// 中, 里: place and time after a noun.
    Where,
    /// 员, 手: nouns that say who somebody is end so.
    Person,
    /// 年底, 日: a time between a name and what happens ends so.
    TimeEnd,
    /// 时, 中: an adjunct between a name and what is said ends so.
    AdjunctEnd,
    /// 并: joins a second predicate to the first.
    Second,
    /// 要, 应: opens indirect speech.
    Ought,
    /// 巡视组: teams that an organ sends and numbers.
    Inspectors,
    /// 中, 院: schools and hospitals by their numbers.
    NumberedHouse,
    /// 人民, 境: follows 新建县 where that is the county.
    CountyFollower,
    /// 当, 两国: stands before an office as such, not before its holder.
    SpokenOf,
    /// 祝贺, 卢布: a word that the segmenter takes for a personal name.
    NoPerson,
    /// 地, 一: goes on after 某 where it means one of many.
    OneOfMany,
    /// 村, 会: no name of a person ends so.
    NoNameEnd,
    /// 部, 局: no name of a person of more than two characters ends so.
    NoLongNameEnd,
    /// 据, 被: a preposition that the tagger may take for the opening of a word.
    Glued,
    /// 出席, 缺席: the label of who is there and who is not.
    Roll,
    /// 客户端, 新闻: what a paper puts out besides itself ends so.
    Outlet,
    /// 业, 区: words before an office that open or end so are not the name of a firm.
    NoFirm,
    /// 对, 强: opens what the tagger takes for a trade name.
    NoTradeName,
    /// 域, 级: makes another word of 县.
    NoCounty,
    /// 亚, 新: says which continent a 大陆 is.
    NoMainland,
    /// 东起, 西至: the street at which something ends follows.
    StreetReach,
    /// 以东: something lies on that side of the street before it.
    StreetSide,
    /// 省, 自治州: names of divisions that hold others end so.
    HigherRank,
    /// 轴, 园: what lies in the middle of a quarter ends so.
    Middle,
    /// 舞台, 广场: what has a middle.
    HasMiddle,
    /// 省, 县: a level below the centre.
    LowerLevel,
    /// 督察, 代表团: names that 中央 opens end so.
    OfCentre,
    /// 领导小组, 办公厅: something that a committee of the party forms besides its committees.
    PartyOrgan,
    /// 小学, 卫生院: names of houses that a township has end so; they open with the short name of the
    /// township.
    TownshipHouse,
    /// 局, 店: something that has numbered branches.
    Branch,
    /// 片区, 铺: something that is named by its distance.
    NamedByDistance,
    /// 曾, 拟: stands right before 任, where somebody takes an office.
    BeforeTaking,
    /// 长江, 太湖: a water that has no namesakes.
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
