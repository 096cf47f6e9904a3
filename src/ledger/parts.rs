//! Carries what is said of a part of a work to the whole, which is then under way.

use std::collections::HashMap;

use super::State;
use super::name::Name;
use super::reader::Statement;
use crate::lexicon::LedgerWords;
use crate::record::Stage;

/// Adds to works what is said of a part that is begun: 青岩电站|主体工程|开工 says that 青岩电站 is being built.
pub(super) fn tell_wholes(groups: &mut [Vec<Statement>], words: &LedgerWords) {
    let begun = groups.iter().enumerate().flat_map(|(part, group)| {
        let begun = group.iter().filter(|said| said.step.state >= State::UnderWay && !said.step.aim);
        begun.filter_map(move |said| Some((part, said, whole_of(&said.name, words)?)))
    });
    let mut begun = begun.peekable();
    if begun.peek().is_none() {
        return;
    }
    let named: HashMap<&Name, usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(index, group)| group.iter().map(move |said| (&said.name, index)))
        .collect();
    let told = begun.filter_map(|(part, said, name)| {
        let whole = *named.get(&name).filter(|whole| **whole != part)?;
        Some((whole, of_whole(said, groups[whole].first()?)))
    });
    for (whole, said) in told.collect::<Vec<_>>() {
        let date = &said.step.evidence.date;
        let at = groups[whole].partition_point(|other| other.step.evidence.date <= *date);
        groups[whole].insert(at, said);
    }
}

/// The name of the work that a part belongs to: 青岩电站|主体.
fn whole_of(part: &Name, words: &LedgerWords) -> Option<Name> {
    let (start, ()) = words.parts.longest(&part.core).filter(|(start, ())| *start > 0)?;
    Some(Name { core: part.core[..start].to_owned(), phase: part.phase.clone() })
}

/// What is said of a part, as a statement about the whole, which is being built.
fn of_whole(said: &Statement, whole: &Statement) -> Statement {
    let mut step = said.step.clone();
    step.state = State::UnderWay;
    step.stage = if step.stage == Some(Stage::Started) { step.stage } else { Some(Stage::Building) };
    Statement {
        speaks_for: whole.speaks_for.clone(),
        place: whole.place.clone(),
        name: whole.name.clone(),
        former: None,
        called: whole.called.clone(),
        responsible: said.responsible.clone(),
        speaks: said.speaks.clone(),
        represents: said.represents.clone(),
        step,
        figures: Vec::new(),
        deadline: None,
        due: None,
        sought: None,
        when: None,
        restates: None,
        signs: None,
        deed_verb: None,
        fulfilled: None,
        is_so_far: false,
        is_begun: false,
    }
}
