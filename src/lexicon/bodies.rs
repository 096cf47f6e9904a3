//! Organisations: names known as such, and the parts that other names are built from.

use rustc_hash::FxHashSet as HashSet;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::record::BodyKind;

const FILE: Dictionary = dictionary!("bodies.tsv");

/// The words of organisations.
#[derive(Debug)]
pub(crate) struct Bodies {
    /// Names known as such; `None` for longer words in which no body is named.
    pub(crate) names: Vocabulary<Option<BodyKind>>,
    /// Names that are common words too, or that many bodies share: they need another body beside them.
    pub(crate) shy: HashSet<&'static str>,
    /// Endings of built names; `None` for longer words in which no name ends: 布局.
    pub(crate) heads: Vocabulary<Option<BodyHead>>,
    /// Endings of names of teams: 队, 女排.
    pub(crate) teams: Vocabulary<()>,
    /// Words inside the name of a team: 女子, 足球.
    pub(crate) sports: HashSet<&'static str>,
    /// Endings of names of sponsored teams: 女足.
    pub(crate) clubs: Endings<()>,
    /// Words for all members of an organ: 各位.
    pub(crate) everyone: Endings<()>,
    /// Common nouns that close a list of firms: 企业, 车企.
    pub(crate) makers: Vocabulary<()>,
    /// What only firms do, of all that stand in lists: 快速成长.
    pub(crate) thrives: Vocabulary<()>,
    /// Words that call firms the first of their trade: 龙头, 领军.
    pub(crate) leaders: Vocabulary<()>,
    /// Words for a part of an organisation at another place: 代表处.
    pub(crate) parts: HashSet<&'static str>,
    /// Words for the limb of a firm at a place: 供电公司, 油田.
    pub(crate) limbs: Vocabulary<()>,
    /// Houses of which each tier has one, so that the tier alone names them: 县|人民医院.
    pub(crate) single: HashSet<&'static str>,
    /// Openings of a level that the text leaves unnamed: 省, 区.
    pub(crate) tiers: HashSet<&'static str>,
    /// Openings of the whole country or world: 国家, 中国.
    pub(crate) realms: HashSet<&'static str>,
    /// Words inside names that the tagger takes for verbs.
    pub(crate) inside: HashSet<&'static str>,
    /// Verbs that the tagger takes for other words.
    pub(crate) outside: HashSet<&'static str>,
    /// Words that open no name.
    pub(crate) generic: HashSet<&'static str>,
    /// Verbs that make an institute something to be built.
    pub(crate) builds: HashSet<&'static str>,
    /// What a house does to another one, told right after its name: 共建.
    pub(crate) founds: HashSet<&'static str>,
    /// What a house does where others build: 参与.
    pub(crate) partakes: HashSet<&'static str>,
    /// Words before the partner with whom something is done: 与, 联合.
    pub(crate) joining: Vocabulary<()>,
    pub(crate) joining_ends: Endings<()>,
    /// What partners do: 共建, 签约.
    pub(crate) together: HashSet<&'static str>,
}

/// The ending of a built name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BodyHead {
    pub(crate) kind: BodyKind,
    pub(crate) needs: Needs,
}

/// What a head needs in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// An anchor right before it: 省|人民政府.
    Seat,
    /// An anchor somewhere before it: 区|发展和改革|委员会.
    Organ,
    /// An anchor or a proper name: …大学, …有限公司.
    House,
    /// A trade name: 锦泽|证券.
    Brand,
    /// The province or city that it serves, or its tier: 徐州|城投.
    Utility,
}

impl Bodies {
    pub(super) fn load() -> Result<Self, Error> {
        let rows = FILE.rows()?;
        let set = |class: &str| -> HashSet<&'static str> {
            rows.iter().filter(|row| row.class == class).map(|row| row.word).collect()
        };
        let (mut names, mut heads) = (Vec::new(), Vec::new());
        for row in &rows {
            match row.class {
                "name" | "shy" => names.push((row.word, Some(kind(row)?))),
                "not" => {
                    names.push((row.word, None));
                    heads.push((row.word, None));
                }
                "seat" => heads.push((row.word, Some(BodyHead { kind: kind(row)?, needs: Needs::Seat }))),
                "organ" => heads.push((row.word, Some(BodyHead { kind: kind(row)?, needs: Needs::Organ }))),
                "brand" => heads.push((row.word, Some(BodyHead { kind: kind(row)?, needs: Needs::Brand }))),
                "utility" => {
                    heads.push((row.word, Some(BodyHead { kind: kind(row)?, needs: Needs::Utility })));
                }
                "house" => heads.push((row.word, Some(BodyHead { kind: kind(row)?, needs: Needs::House }))),
                "makers" | "leader" | "thrives" | "team" | "sport" | "part" | "limb" | "single" | "tier"
                | "realm" | "inside" | "outside" | "generic" | "builds" | "joining" | "together"
                | "founds" | "partakes" | "club" | "everyone" => {}
                _ => return Err(FILE.unknown_class(row)),
            }
        }
        Ok(Bodies {
            names: Vocabulary::new(names),
            heads: Vocabulary::new(heads),
            thrives: Vocabulary::new(set("thrives").into_iter().map(|word| (word, ()))),
            makers: Vocabulary::new(set("makers").into_iter().map(|word| (word, ()))),
            leaders: Vocabulary::new(set("leader").into_iter().map(|word| (word, ()))),
            limbs: Vocabulary::new(set("limb").into_iter().map(|word| (word, ()))),
            teams: Vocabulary::new(set("team").into_iter().map(|word| (word, ()))),
            clubs: Endings::new(set("club").into_iter().map(|word| (word, ()))),
            everyone: Endings::new(set("everyone").into_iter().map(|word| (word, ()))),
            sports: set("sport"),
            shy: set("shy"),
            parts: set("part"),
            single: set("single"),
            tiers: set("tier"),
            realms: set("realm"),
            inside: set("inside"),
            outside: set("outside"),
            generic: set("generic"),
            builds: set("builds"),
            founds: set("founds"),
            partakes: set("partakes"),
            joining: Vocabulary::new(set("joining").into_iter().map(|word| (word, ()))),
            joining_ends: Endings::new(set("joining").into_iter().map(|word| (word, ()))),
            together: set("together"),
        })
    }
}

fn kind(row: &Row) -> Result<BodyKind, Error> {
    let unknown = || FILE.error(row.line, "unknown kind of body", "write party, government, enterprise, …");
    BodyKind::from_name(row.attribute).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn names_heads_and_refusals_are_told_apart() {
        let bodies = &Lexicon::for_tests().bodies;
        assert_eq!(bodies.names.get("国务院"), Some(&Some(BodyKind::Government)));
        assert_eq!(bodies.names.get("中央企业"), Some(&None));
        assert!(
            bodies
                .heads
                .get("委员会")
                .is_some_and(|head| head.is_some_and(|head| head.needs == Needs::Organ))
        );
        assert!(bodies.tiers.contains("省") && bodies.realms.contains("国家"));
    }
}
