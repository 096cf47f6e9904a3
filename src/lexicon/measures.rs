//! Words that make up a measure: verbs of doing, how firmly and how far, who acts.

use std::collections::BTreeMap;

use super::deeds::{Act, Deed, Preposition, Turn};
use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::record::{Force, MeasureStatus};

const FILE: Dictionary = dictionary!("measures.tsv");

/// The end of a noun for a task or a plan, which is reached or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) start: usize,
    /// Whether the noun is called by its time alone: 年度任务.
    pub(crate) is_task: bool,
}

/// The words of measures.
#[derive(Debug)]
pub(crate) struct Measures {
    pub(crate) words: Vocabulary<Deed>,
    /// The entry of words that are in no class: they do nothing.
    pub(crate) no_deed: Deed,
    /// Ends of names of those who act, and whether they do: words with some of these ends only name an area:
    /// 农村.
    actors: Endings<bool>,
    /// Ends of names of offices: 厅.
    offices: Endings<()>,
    /// Heads of names that open with a deed: 单位 of 建设单位.
    named_by_deed: Vocabulary<()>,
    /// Pronouns for whom the speaker answers, so that they name no other actor: 我们.
    nobody: Vocabulary<()>,
    /// Characters after a verb that make it a sort of thing: 性 of 引领性.
    sorts: Vec<char>,
    /// Characters that say where to after a verb, also as the last of a longer word: 到.
    goals: Vec<char>,
    /// Ends of objects that nobody can check: 新局面.
    slogans: Endings<()>,
    /// Ends of names of attitudes: 作风.
    attitudes: Endings<()>,
    /// Ends of names of what other things have more or less of; `false` for words that so end and name what
    /// somebody is given: 救助水平.
    traits: Endings<bool>,
    /// Ends of names of how things go: 增长; `false` for words that so end and name something else: 文化.
    states: Endings<bool>,
    /// Ends of names of adversaries; `false` for words that so end and name others: 知识分子.
    foes: Endings<bool>,
    /// Ends of names of what only adversaries do.
    misdeeds: Endings<()>,
    /// Ends of names of what is paid to each person: 补助标准.
    paid: Endings<()>,
    /// Ends of nouns for what is reached or not, and whether such a noun is called by its time alone: 预算数,
    /// 年度任务.
    plans: Endings<bool>,
    /// Openers of how much something is or has changed: 同比.
    pub(crate) comparing: Vocabulary<()>,
    /// Ends of names of parts of a year: 学期.
    pub(crate) terms: Endings<()>,
    /// Nouns for what nobody wants to increase (难度), and verbs of increase (加大).
    pub(crate) hardships: Vocabulary<()>,
    pub(crate) hardening: Vocabulary<()>,
    /// Deeds that those before them in a list share, and whether one before such a deed is none of its own:
    /// 生产 of 生产和消费变革.
    common: Vocabulary<bool>,
}

impl Measures {
    pub(super) fn load() -> Result<Self, Error> {
        let mut deeds: BTreeMap<&str, Deed> = BTreeMap::new();
        let (mut actors, mut offices, mut named_by_deed) = (Vec::new(), Vec::new(), Vec::new());
        let mut compounds = Vec::new();
        let (mut nobody, mut slogans, mut sorts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut attitudes, mut traits, mut goals) = (Vec::new(), Vec::new(), Vec::new());
        let (mut states, mut foes, mut misdeeds) = (Vec::new(), Vec::new(), Vec::new());
        let (mut paid, mut plans) = (Vec::new(), Vec::new());
        let (mut comparing, mut terms) = (Vec::new(), Vec::new());
        let (mut hardships, mut hardening) = (Vec::new(), Vec::new());
        let mut common = Vec::new();
        for row in FILE.rows()? {
            let mut attributes = row.attributes();
            let mut has = |attribute: &str| attributes.take(attribute);
            if row.class == "actor" && has("office") {
                offices.push((row.word, ()));
            }
            if row.class == "actor" && has("deed") {
                named_by_deed.push((row.word, ()));
            }
            match row.class {
                "actor" => actors.push((row.word, true)),
                "area" => actors.push((row.word, false)),
                "nobody" => nobody.push((row.word, ())),
                "compound" => compounds.push(row.word),
                "sort" => sorts.extend(row.word.chars()),
                "goal" => goals.extend(row.word.chars()),
                "slogan" => slogans.push((row.word, ())),
                "attitude" => attitudes.push((row.word, ())),
                "trait" => traits.push((row.word, !has("granted"))),
                "foe" => foes.push((row.word, !has("other"))),
                "misdeed" => misdeeds.push((row.word, ())),
                "state" => states.push((row.word, !has("other"))),
                "paid" => paid.push((row.word, ())),
                "plan" => plans.push((row.word, has("task"))),
                "comparing" => comparing.push((row.word, ())),
                "term" => terms.push((row.word, ())),
                "hardship" => hardships.push((row.word, ())),
                "hardening" => hardening.push((row.word, ())),
                "common" => common.push((row.word, has("lent"))),
                _ => {
                    fill(deeds.entry(row.word).or_default(), &row)?;
                    attributes.take_all();
                }
            }
            if !attributes.are_taken() {
                return Err(FILE.unknown_class(&row));
            }
        }
        for compound in compounds {
            let head = compound.char_indices().nth_back(1).and_then(|(at, _)| deeds.get(&compound[at..]));
            let deed = head.copied().unwrap_or_default().as_head();
            deeds.insert(compound, deed);
        }
        Ok(Measures {
            words: Vocabulary::sharing(deeds),
            no_deed: Deed::default(),
            actors: Endings::new(actors),
            offices: Endings::new(offices),
            named_by_deed: Vocabulary::new(named_by_deed),
            nobody: Vocabulary::new(nobody),
            sorts,
            goals,
            slogans: Endings::new(slogans),
            attitudes: Endings::new(attitudes),
            traits: Endings::new(traits),
            states: Endings::new(states),
            foes: Endings::new(foes),
            misdeeds: Endings::new(misdeeds),
            paid: Endings::new(paid),
            plans: Endings::new(plans),
            comparing: Vocabulary::new(comparing),
            terms: Endings::new(terms),
            hardships: Vocabulary::new(hardships),
            hardening: Vocabulary::new(hardening),
            common: Vocabulary::new(common),
        })
    }

    /// Whether a noun phrase names somebody who acts, by its end.
    pub(crate) fn acts(&self, phrase: &str) -> bool {
        self.actors.longest(phrase).is_some_and(|(_, acts)| *acts)
    }

    /// Whether this character after a verb makes it a sort of thing: 引领性, 创新链.
    pub(crate) fn is_sort(&self, ending: char) -> bool {
        self.sorts.contains(&ending)
    }

    /// Whether this word after a verb says where to: 到, 分解到.
    pub(crate) fn leads_to(&self, word: &str) -> bool {
        word.chars().next_back().is_some_and(|last| self.goals.contains(&last))
    }

    /// Whether a noun phrase names an office, after which 组织 is a verb: 县水利局.
    pub(crate) fn is_office(&self, phrase: &str) -> bool {
        self.offices.end(phrase)
    }

    /// Whether a noun heads names that open with a deed: 单位 of 建设单位.
    pub(crate) fn is_named_by_deed(&self, noun: &str) -> bool {
        self.named_by_deed.contains(noun)
    }

    /// Whether a noun phrase names an area, by its end: 农村.
    pub(crate) fn is_area(&self, phrase: &str) -> bool {
        self.actors.longest(phrase).is_some_and(|(_, acts)| !acts)
    }

    /// Whether a pronoun stands for the speaker.
    pub(crate) fn is_nobody(&self, phrase: &str) -> bool {
        self.nobody.contains(phrase)
    }

    /// Whether an object is a slogan, which nothing can check: 新局面.
    pub(crate) fn is_slogan(&self, object: &str) -> bool {
        self.slogans.end(object)
    }

    /// Whether an object is a way of thinking or a manner: 优良作风.
    pub(crate) fn is_attitude(&self, object: &str) -> bool {
        self.attitudes.end(object)
    }

    /// The end of a noun for what is reached or not: 年度|任务.
    pub(crate) fn plan(&self, noun: &str) -> Option<Plan> {
        self.plans.longest(noun).map(|(start, is_task)| Plan { start, is_task: *is_task })
    }

    /// Whether a deed is one that those before it in a list may share: 变革 of 生产和消费变革.
    pub(crate) fn is_common(&self, deed: &str) -> bool {
        self.common.contains(deed)
    }

    /// Whether a deed before such a shared one is none of its own: 生产.
    pub(crate) fn is_lent(&self, deed: &str) -> bool {
        self.common.get(deed).is_some_and(|is_lent| *is_lent)
    }

    /// Whether a noun phrase names what is paid to each: 人均补助标准.
    pub(crate) fn is_paid(&self, phrase: &str) -> bool {
        self.paid.end(phrase)
    }

    /// Whether an object is what other things have more or less of: 服务水平.
    pub(crate) fn is_trait(&self, object: &str) -> bool {
        self.traits.longest(object).is_some_and(|(_, is_had)| *is_had)
    }

    /// Whether an object is what somebody is given, or what is drawn up: 补助标准.
    pub(crate) fn is_granted(&self, object: &str) -> bool {
        self.traits.longest(object).is_some_and(|(_, is_had)| !is_had)
    }

    /// Whether a name is one of adversaries: “四人帮”.
    pub(crate) fn is_foe(&self, name: &str) -> bool {
        self.foes.longest(name.trim_end_matches(['”', '’'])).is_some_and(|(_, is_foe)| *is_foe)
    }

    /// Whether an object is what only adversaries do: 政变.
    pub(crate) fn is_misdeed(&self, object: &str) -> bool {
        self.misdeeds.end(object)
    }

    /// Whether an object is how things go: 产业升级.
    pub(crate) fn is_state(&self, object: &str) -> bool {
        self.states.longest(object).is_some_and(|(_, is_state)| *is_state)
    }
}

/// Adds what a row says of its word.
fn fill(deed: &mut Deed, row: &Row<'static>) -> Result<(), Error> {
    let mut attributes = row.attributes();
    let mut has = |attribute: &str| attributes.take(attribute);
    match row.class {
        "act" => {
            deed.act = Some(Act {
                is_modifier: has("modifier"),
                is_adverbial: has("adverbial"),
                is_light: has("light"),
                is_pivot: has("pivot"),
                is_lending: has("lending"),
                is_late: has("late"),
                is_enacting: has("enacting"),
                is_serving: has("serving"),
                is_peer: has("peer"),
                is_means: has("means"),
                is_leading: has("leading"),
                is_setting: has("setting"),
                is_weighing: has("weighing"),
                is_yielding: has("yielding"),
                is_bringing: has("bringing"),
                is_showing: has("showing"),
                is_stance: has("stance"),
                is_treating: has("treating"),
                is_raising: has("raising"),
                is_resulting: has("resulting"),
                is_furthering: has("furthering"),
                is_absorbing: has("absorbing"),
                is_adding: has("adding"),
                is_counting: has("counting"),
            });
        }
        "noun" => {
            deed.is_noun = true;
            deed.is_governed = has("governed");
        }
        "adverb" => deed.is_adverb = true,
        "bar" => {
            deed.is_bar = true;
            deed.is_able = has("able");
        }
        "copula" => deed.is_copula = true,
        "comment" => deed.is_comment = true,
        "task" => deed.is_task = true,
        "demand" => deed.is_demand = true,
        "verdict" => deed.is_verdict = true,
        "opener" => {
            deed.is_opener = true;
            deed.is_label = has("label");
            deed.is_purpose = has("purpose");
        }
        "addition" => deed.is_addition = true,
        "matter" => deed.is_matter = true,
        "circumstance" => deed.is_circumstance = true,
        "whole" => deed.is_whole = true,
        "filler" => deed.is_filler = true,
        "localiser" => deed.is_localiser = true,
        "class" => deed.is_class = true,
        "enacted" => deed.is_enacted = true,
        "funds" => deed.is_funds = true,
        "quality" => deed.is_quality = true,
        "abstract" => deed.is_abstract = true,
        "outcome" => deed.is_outcome = true,
        "taken" => {
            deed.taken_by = row.attribute;
            attributes.take_all();
        }
        "described" => deed.is_described = true,
        "second" => deed.is_second = true,
        "complement" => deed.is_complement = true,
        "result" => deed.is_result = true,
        "course" => deed.is_course = true,
        "telling" => deed.is_telling = true,
        "rank" => deed.is_rank = true,
        "effect" => deed.is_effect = true,
        "event" => deed.is_event = true,
        "saying" => {
            deed.is_saying = true;
            deed.is_decision = has("deciding");
            deed.is_asking = has("asking");
        }
        "preposition" => {
            deed.preposition = Some(match row.attribute {
                "object" => Preposition::Object,
                "actor" => Preposition::Actor,
                "benefit" => Preposition::Benefit,
                "companion" => Preposition::Companion,
                "" => Preposition::Other,
                _ => return Err(FILE.unknown_class(row)),
            });
            attributes.take_all();
        }
        name => match (Force::from_name(name), MeasureStatus::from_name(name), Turn::from_name(name)) {
            (Some(force), ..) => deed.force = Some(force),
            (_, Some(status), _) => deed.status = deed.status.or(Some(status)),
            (.., turn @ Some(_)) => deed.turn = turn,
            _ => return Err(FILE.unknown_class(row)),
        },
    }
    if attributes.are_taken() { Ok(()) } else { Err(FILE.unknown_class(row)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_do_more_than_one_thing() {
        let measures = Measures::load().unwrap();
        let quicken = measures.words.get("加快").unwrap();
        assert!(quicken.is_adverb && quicken.act.is_some_and(|act| act.is_modifier));
        assert_eq!(quicken.status, Some(MeasureStatus::Ongoing));
        assert_eq!(measures.words.get("力争").and_then(|deed| deed.force), Some(Force::Strive));
    }

    #[test]
    fn those_who_act_are_known_by_the_end_of_their_name() {
        let measures = Measures::load().unwrap();
        assert!(measures.acts("各有关部门") && measures.acts("石桥村") && !measures.acts("经济增长"));
        assert!(!measures.acts("边远农村") && measures.is_area("边远农村"), "an area does not act");
        assert!(measures.is_nobody("我们"));
        assert!(measures.is_slogan("工作新局面") && !measures.is_slogan("养老机构"));
    }
}
