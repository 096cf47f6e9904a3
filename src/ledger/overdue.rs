//! Marks which deadlines are over: on the day asked for, else when the last document of the place spoke.

use std::collections::BTreeMap;

use super::{Entry, Ledger, State};
use crate::lexicon::iso::{first_day, last_day};

/// Fills in the last day of each deadline, and whether it was over.
pub(super) fn mark(mut ledger: Ledger) -> Ledger {
    let spoken = last_spoken(&ledger.entries);
    for entry in &mut ledger.entries {
        let asked = ledger.as_of.as_deref().or_else(|| spoken.get(&entry.place).map(String::as_str));
        let Some(deadline) = &mut entry.deadline else { continue };
        deadline.last_day = deadline.iso.as_deref().and_then(last_day);
        let days = deadline.last_day.as_deref().zip(asked.and_then(first_day));
        entry.overdue = days.map(|(last, asked)| last < asked.as_str() && entry.state != State::Delivered);
    }
    ledger
}

/// The date of the last document of each place with an entry.
fn last_spoken(entries: &[Entry]) -> BTreeMap<Option<String>, String> {
    let mut latest: BTreeMap<Option<String>, String> = BTreeMap::new();
    for entry in entries {
        let dates = entry.mentions.iter().filter_map(|mention| mention.date.as_ref());
        if let Some(date) = dates.max() {
            let last = latest.entry(entry.place.clone()).or_default();
            if *last < *date {
                last.clone_from(date);
            }
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(state: &str, last: &str) -> Ledger {
        let evidence = |date: &str| serde_json::json!({"source": null, "date": date, "text": "", "span": {"start": 0, "end": 0}, "sentence": ""});
        serde_json::from_value(serde_json::json!({"entries": [{
            "kind": "measure", "name": "新建渔港5座", "names": [], "place": null, "responsible": null, "state": state,
            "silent_since": null, "history": [], "figures": [], "deadline": {"text": "8月底前", "iso": "2030-08"},
            "mentions": [evidence("2030-01"), evidence(last)], "moved": null
        }]}))
        .unwrap()
    }

    fn overdue(ledger: Ledger) -> Option<bool> {
        mark(ledger).entries[0].overdue
    }

    #[test]
    fn a_deadline_that_is_over_is_overdue_unless_delivered() {
        assert_eq!(overdue(ledger("promised", "2030-09")), Some(true));
        assert_eq!(overdue(ledger("promised", "2030-08-31")), Some(false));
        assert_eq!(overdue(ledger("delivered", "2031-01")), Some(false));
        assert_eq!(overdue(ledger("short", "2031-01")), Some(true));
        assert_eq!(overdue(ledger("stopped", "2031")), Some(true));
    }

    #[test]
    fn the_day_that_is_asked_for_goes_before_the_last_document() {
        let on = |day: &str| overdue(ledger("promised", "2030-07-10").as_of(day.parse().unwrap()));
        assert_eq!((on("2030-08-31"), on("2030-09-01")), (Some(false), Some(true)));
        // A month counts by its first day.
        assert_eq!((on("2030-08"), on("2030-09")), (Some(false), Some(true)));
        let asked = ledger("promised", "2031-01").as_of("2030-03-01".parse().unwrap());
        assert_eq!(asked.entries[0].deadline.as_ref().unwrap().last_day.as_deref(), Some("2030-08-31"));
        // What an earlier ledger adds is judged by the same day.
        assert_eq!(asked.against(&ledger("promised", "2031-01")).entries[0].overdue, Some(false));
    }

    #[test]
    fn what_has_no_day_is_not_asked() {
        let mut undated = ledger("promised", "2031-01");
        undated.entries[0].deadline.as_mut().unwrap().iso = Some("P3Y".to_owned());
        assert_eq!(overdue(undated), None);
        let mut endless = ledger("promised", "2031-01");
        endless.entries[0].deadline = None;
        assert_eq!(overdue(endless), None);
    }
}
