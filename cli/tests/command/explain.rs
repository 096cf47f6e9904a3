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

#[test]
fn a_mistyped_name_of_a_file_is_no_text() {
    let folder = Folder::with(&[("reports/a.txt", "今年新建桥梁5座。")]);
    for (given, what) in [
        ("report.tx", "there is no such file"),
        ("nosuch.docx", "there is no such file"),
        ("reports/b", "there is no such file"),
        ("reports", "a folder, and one text can be explained"),
    ] {
        let run = zhengce(&folder, &["explain", given]);
        let told = format!("{given}: {what}; name a file, or give a text in words with --text\n");
        assert_eq!((run.code, run.stderr, run.stdout.as_str()), (1, told, ""));
        assert_eq!(zhengce(&folder, &["explain", "--text", given]).code, 0);
    }
    assert_eq!(zhengce(&folder, &["explain", "reports/a.txt"]).code, 0);
    assert_eq!(zhengce(&folder, &["explain", "单价3元/吨。"]).code, 0);
    assert_eq!(zhengce(&folder, &["explain"]).code, 2);
}
