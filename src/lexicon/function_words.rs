//! Function words around a figure, by the role that they play there.

use rustc_hash::FxHashMap;

use super::table::{Dictionary, dictionary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("function_words.tsv");

/// What a function word does beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// No boundary inside a clause that describes: 用于, 已经.
    Inside,
    /// Joins words that say more of what stands before it: 虽然, 可以.
    Joins,
    /// Ties a share to what it is a share of: 为, 完成.
    Equates,
    /// Stands only before a predicate, or is one: 已经, 没有.
    Predicate,
    /// Those who stand before it give money: 拨付, 投入.
    Gives,
    /// What follows was found out: 据统计.
    Reports,
    /// Its object is there already and is drawn on: 依托, 利用.
    Draws,
    /// Deeds before it describe it: 项目, 示范区.
    Bears,
    /// What follows is there: 有, 存在.
    Has,
    /// What follows is compared with: 比, 高于.
    Compares,
    /// What follows is supposed: 如果, 假使.
    Supposes,
    /// What follows is stated even in a supposition: 计算, 检查.
    Reckons,
    /// What follows is known: 这, 上述.
    Points,
    /// No time before it holds for what follows it: 现已, 目前.
    Now,
    /// It cannot open a noun phrase: 内, 已有.
    Outside,
    /// Describes, together with a noun of one character: 在|校, 驻|华.
    Place,
    /// Says among whom a quantity is shared out: 按, 平均.
    Averages,
    /// Says what became of the quantity before it: 达到, 由.
    Tells,
    /// Leads to the parts of an increase: 有, 包括.
    Lists,
    /// Stands between 由 and the level where a quantity started: 由|目前.
    Start,
    /// Governs the noun after it where it opens its clause: 部署|项目.
    Governs,
    /// What follows is built or begun: 建设, 打造.
    Builds,
    /// What follows is rumoured or out of reach: 网传, 无法.
    Disowns,
    /// A court or an office has pronounced what follows it: 判处, 罚金.
    Judges,
    /// Says by itself what so many persons do: 招生, 毕业.
    Enrols,
}

impl Role {
    fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// The words of `dictionaries/function_words.tsv`.
#[derive(Debug)]
pub(crate) struct FunctionWords {
    roles: FxHashMap<&'static str, Roles>,
}

/// The roles that a word can play, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Roles(u32);

impl Roles {
    pub(crate) fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }
}

impl FunctionWords {
    pub(super) fn load() -> Result<Self, Error> {
        let mut roles: FxHashMap<_, Roles> = FxHashMap::default();
        for row in FILE.rows()? {
            let role = match row.class {
                "inside" => Role::Inside,
                "joins" => Role::Joins,
                "equates" => Role::Equates,
                "predicate" => Role::Predicate,
                "gives" => Role::Gives,
                "reports" => Role::Reports,
                "draws" => Role::Draws,
                "bears" => Role::Bears,
                "has" => Role::Has,
                "compares" => Role::Compares,
                "supposes" => Role::Supposes,
                "reckons" => Role::Reckons,
                "points" => Role::Points,
                "now" => Role::Now,
                "outside" => Role::Outside,
                "place" => Role::Place,
                "averages" => Role::Averages,
                "tells" => Role::Tells,
                "lists" => Role::Lists,
                "start" => Role::Start,
                "governs" => Role::Governs,
                "builds" => Role::Builds,
                "disowns" => Role::Disowns,
                "judges" => Role::Judges,
                "enrols" => Role::Enrols,
                _ => return Err(FILE.unknown_class(&row)),
            };
            roles.entry(row.word).or_default().0 |= role.bit();
        }
        Ok(FunctionWords { roles })
    }

    /// The roles that the word can play.
    pub(crate) fn roles(&self, word: &str) -> Roles {
        self.roles.get(word).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_play_several_roles() {
        let words = FunctionWords::load().unwrap();
        assert!(words.roles("已经").has(Role::Inside));
        assert!(words.roles("已经").has(Role::Predicate));
        assert!(!words.roles("已经").has(Role::Joins));
        assert!(!words.roles("企业").has(Role::Inside));
    }
}
