//! Characters at which recognisers wake. The sweep finds them on its way, so that a sentence without them
//! costs its recogniser nothing.

use std::collections::BTreeMap;

use super::places::Places;
use super::vocabulary::Vocabulary;
use crate::text::NUMERAL_OPENERS;

/// Why a recogniser wakes at a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// 称 may introduce a short name.
    Alias,
    /// 军 may close the name of an army.
    Army,
    /// A blank, which may stand between the letters of a name.
    Blank,
    /// 委 may open the word for a committee.
    Committee,
    /// 投 may stand in the word for what something costs.
    Cost,
    /// Counts are written with it.
    Count,
    /// Full names of divisions end with it.
    Division,
    /// Joins the parts of a transcribed name.
    Dot,
    /// Words of dealing with another place: 对, 涉, 援.
    Dealing,
    /// 折 may close 对折.
    Discount,
    /// 翻 may double.
    Doubling,
    /// 老 and 小 stand beside the surname of whom one knows well.
    Familiar,
    /// 首, 最 or 全球 may present a product as a first.
    First,
    /// 号 may end the number of a document.
    DocumentNumber,
    /// 所 may end the name of an institute.
    Institute,
    /// 等 may close a list.
    List,
    /// 驻 may post a mission.
    Mission,
    /// 下列 may open a list.
    Listing,
    /// Names of townships and villages end with it.
    Local,
    /// Words of coming, going and staying.
    Mover,
    /// A number may begin with it.
    Numeral,
    /// 第 opens an ordinal.
    Ordinal,
    /// A quotation mark.
    Quote,
    /// The sign of a power, or the first of a list of continents.
    Power,
    /// What opens the head of a numbered school or hospital.
    School,
    /// 中 may be the sign of China.
    Realm,
    /// The sign of a province.
    Sign,
    /// 男 and 女 tell somebody's sex.
    Sex,
    /// 遗址 or 墓群 may stand here.
    Site,
    /// 某 may stand for a given name.
    Somebody,
    /// Names of streets end with it.
    Street,
    /// 《 opens a title.
    Title,
    /// 项目 or 工程 may stand here.
    Undertaking,
    /// Names of rivers and lakes end with it.
    Water,
    /// 铁路, 高铁, 高速公路 or 城际 may stand here.
    Way,
}

/// The triggers of a character, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Triggers(u64);

impl Triggers {
    pub(crate) fn has(self, trigger: Trigger) -> bool {
        self.0 >> trigger as u64 & 1 == 1
    }

    /// These triggers and those of another character.
    pub(crate) fn or(self, other: Triggers) -> Self {
        Triggers(self.0 | other.0)
    }
}

/// Marks, and characters that open or end the words of a rule.
const CHARACTERS: &[(Trigger, &str)] = &[
    (Trigger::Alias, "称"),
    (Trigger::Army, "军"),
    (Trigger::Blank, " "),
    (Trigger::Committee, "委"),
    (Trigger::Cost, "投"),
    (Trigger::Count, "两二三四五六七八九十0123456789"),
    (Trigger::Dealing, "对涉援访赴驻"),
    (Trigger::Division, "省市区县州旗盟镇乡道木场岛城"),
    (Trigger::Dot, "·"),
    (Trigger::Discount, "折"),
    (Trigger::Doubling, "翻"),
    (Trigger::DocumentNumber, "号"),
    (Trigger::Familiar, "老小"),
    (Trigger::First, "首最球"),
    (Trigger::Institute, "所"),
    (Trigger::List, "等"),
    (Trigger::Listing, "列"),
    (Trigger::Local, "乡镇村"),
    (Trigger::Mission, "驻"),
    (Trigger::Mover, "在驻赴来抵离援返入留进访回"),
    (Trigger::Ordinal, "第"),
    (Trigger::Quote, "“”‘’「」『』\""),
    (Trigger::Power, "美苏英日欧俄法德亚"),
    (Trigger::Realm, "中"),
    (Trigger::School, "中院小附幼初高"),
    (Trigger::Sex, "男女"),
    (Trigger::Site, "遗墓"),
    (Trigger::Somebody, "某"),
    (Trigger::Street, "路街巷"),
    (Trigger::Title, "《"),
    (Trigger::Undertaking, "项程"),
    (Trigger::Water, "江河湖溪"),
    (Trigger::Way, "铁速际"),
];

/// Every trigger; the signs of provinces are those of the dictionary.
pub(super) fn load(places: &Places) -> Vocabulary<Triggers> {
    let mut found: BTreeMap<String, Triggers> = BTreeMap::new();
    let given = CHARACTERS.iter().flat_map(|(trigger, set)| set.chars().map(|c| (*trigger, c)));
    let numerals = NUMERAL_OPENERS.characters().iter().map(|c| (Trigger::Numeral, *c));
    let given = given.chain(numerals).map(|(trigger, character)| (trigger, character.to_string()));
    let signs = places.signs.keys().map(|sign| (Trigger::Sign, (*sign).to_owned()));
    for (trigger, character) in given.chain(signs) {
        found.entry(character).or_default().0 |= 1 << trigger as u64;
    }
    Vocabulary::new(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::name_cues::{NameCue, NameCues};
    use crate::lexicon::table::dictionary;

    #[test]
    fn a_character_may_wake_several() {
        let triggers = load(&Places::load().unwrap());
        let has = |word: &str, trigger| triggers.get(word).is_some_and(|triggers| triggers.has(trigger));
        assert!(has("驻", Trigger::Mover) && has("驻", Trigger::Mission) && !has("驻", Trigger::Sign));
        assert!(has("两", Trigger::Count) && has("两", Trigger::Numeral) && !has("半", Trigger::Count));
        assert!(has("湘", Trigger::Sign) && !has("湘", Trigger::Water));
    }

    #[test]
    fn what_presents_a_first_wakes() {
        let triggers = load(&Places::load().unwrap());
        let wakes = |c: char| triggers.get(&c.to_string()).is_some_and(|has| has.has(Trigger::First));
        let rows = dictionary!("projects.tsv").rows().unwrap();
        for row in rows.iter().filter(|row| row.class == "superlative") {
            assert!(row.word.chars().any(wakes), "{}", row.word);
        }
    }

    #[test]
    fn what_names_of_waters_end_with_wakes() {
        let (cues, triggers) = (NameCues::load().unwrap(), load(&Places::load().unwrap()));
        for sign in '\u{4E00}'..='\u{9FFF}' {
            let wakes = triggers.get(&sign.to_string()).is_some_and(|has| has.has(Trigger::Water));
            assert!(wakes || !cues.has(sign, NameCue::Water), "{sign}");
        }
    }
}
