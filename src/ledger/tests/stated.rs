//! How it is known who is responsible, and what was promised and reported when.

use super::*;

/// Date and amount of what was first promised, and of the report that answers it.
fn stated(texts: &[(&str, &str)], name: &str) -> [Option<String>; 2] {
    let ledger = ledger(texts);
    let entry = find(&ledger, name);
    [&entry.promised, &entry.reported].map(|stated| {
        let Stated { date, value, unit } = stated.clone()?;
        let amount = value.zip(unit).map(|(value, unit)| format!("{value}{unit}"));
        Some(format!("{} {}", date.unwrap_or_default(), amount.as_deref().unwrap_or("-")))
    })
}

fn both(promised: &str, reported: &str) -> [Option<String>; 2] {
    [promised, reported].map(|said| Some(said.to_owned()).filter(|said| !said.is_empty()))
}

#[test]
fn a_promise_stands_beside_the_report_that_answers_it() {
    let promise = ("2024-02-01", "今年，新建渔港8座。");
    let told = |text| stated(&[promise, ("2025-02-01", text)], "渔港8座");
    assert_eq!(told("去年，新建渔港8座。"), both("2024-02-01 8座", "2025-02-01 8座"));
    assert_eq!(told("去年，新建渔港6座。"), both("2024-02-01 8座", "2025-02-01 6座"));
    assert_eq!(told("去年，渔业很好。"), both("2024-02-01 8座", ""));
}

#[test]
fn what_is_only_reported_was_not_promised() {
    let text = ("2024-02-01", "去年，新建渔港8座。");
    assert_eq!(stated(&[text], "渔港8座"), both("", "2024-02-01 8座"));
}

#[test]
fn of_a_project_the_dates_are_told_and_no_amount() {
    assert_eq!(
        stated(
            &[
                ("2024-02-01", "今年，力争总投资3亿元的青岩水库建成投用。"),
                ("2026-02-01", "去年，青岩水库竣工。")
            ],
            "青岩水库"
        ),
        both("2024-02-01 -", "2026-02-01 -")
    );
}

#[test]
fn what_shall_stay_below_an_amount_is_no_amount_to_reach() {
    let text = ("2024-02-01", "今年，将渔港事故控制在5起以内。");
    assert_eq!(stated(&[text], "事故"), both("2024-02-01 -", ""));
}

#[test]
fn it_is_told_how_it_is_known_who_is_responsible() {
    let known = |text: &str| {
        let ledger = ledger_of(vec![("2024-02-01", text.to_owned())]);
        let entry = find(&ledger, "渔港9座");
        (entry.responsible.clone(), entry.responsible_by)
    };
    let some = |name: &str, by| (Some(name.to_owned()), Some(by));
    let speaks = "县长 李明\n各位代表：\n今年，新建渔港9座。";
    assert_eq!(known(speaks), some("李明", ResponsibleBy::Speaker));
    let acts = "县长 李明\n各位代表：\n今年，县渔业局要新建渔港9座。";
    assert_eq!(known(acts), some("县渔业局", ResponsibleBy::Named));
    let reports = "各位代表：\n现在，我代表县人民政府，向大会报告工作。\n今年，新建渔港9座。";
    assert_eq!(known(reports), some("县人民政府", ResponsibleBy::Issuer));
    assert_eq!(known("各位代表：\n今年，新建渔港9座。"), (None, None));
}
