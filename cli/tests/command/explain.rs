//! `zhengce explain TEXT`.

use crate::support::{Folder, zhengce};

#[test]
fn tokens_and_proposals_are_shown() {
    let run = zhengce(&Folder::with(&[]), &["explain", "浙江大学新增教授3名。"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("浙江大学新增教授3名。\n    浙江大学/"), "{}", run.stdout);
    assert!(
        run.stdout.contains("\n  + figures    3名  figure.unit  of=教授  status=result"),
        "{}",
        run.stdout
    );
}

#[test]
fn rule_files_take_part() {
    let folder = Folder::with(&[("my.toml", "[[add]]\nkind = 'terms'\nwords = ['拿地即开工']\n")]);
    let run = zhengce(&folder, &["explain", "--rules", "my.toml", "推行拿地即开工。"]);
    assert!(run.stdout.contains("  + terms      拿地即开工  user.terms"), "{}", run.stdout);
    assert_eq!(zhengce(&folder, &["explain", "--rules", "no.toml", "甲"]).code, 2);
}
