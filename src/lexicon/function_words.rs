//! Function words around a figure, by the role that they play there.

use rustc_hash::FxHashMap;

use super::table::{Dictionary, dictionary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("function_words.tsv");

/// What a function word does beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// 用于, 已经: no boundary inside a clause that describes.
    Inside,
    /// 虽然, 可以: joins what goes on about what stands before.
    Joins,
    /// 为, 完成: ties a share to what it is a share of.
    Equates,
    /// 已经, 没有: stands only before a predicate, or is one.
    Predicate,
    /// 拨付, 投入: who stands before gives money.
    Gives,
    /// 据统计: what follows was found out.
    Reports,
    /// 依托, 利用: its object is there already and is drawn on.
    Draws,
    /// 项目, 示范区: deeds before it describe it.
    Bears,
    /// 有, 存在: what follows is there.
    Has,
    /// 比, 高于: what follows is compared with.
    Compares,
    /// 如果, 假使: what follows is supposed.
    Supposes,
    /// 计算, 检查: what follows is stated even in a supposition.
    Reckons,
    /// 这, 上述: what follows is known.
    Points,
    /// 现已, 目前: no time before it holds for what follows.
    Now,
    /// 内, 已有: it cannot open a noun phrase.
    Outside,
    /// 在|校, 驻|华: describes, together with a noun of one character.
    Place,
    /// 按, 平均: says among whom a quantity is shared out.
    Averages,
    /// 达到, 由: says what became of the quantity before it.
    Tells,
    /// 有, 包括: leads to the parts of an increase.
    Lists,
    /// 由|目前: stands between 由 and the level where a quantity started.
    Start,
    /// 部署|项目: governs the noun after it where it opens its clause.
    Governs,
    /// 建设, 打造: what follows is built or begun.
    Builds,
    /// 网传, 无法: what follows is rumoured or out of reach.
    Disowns,
    /// 判处, 罚金: a court or an office has pronounced what follows.
    Judges,
    /// 招生, 毕业: says by itself what so many persons do.
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
