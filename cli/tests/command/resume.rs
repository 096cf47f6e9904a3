//! An unfinished run is gone on with: nothing is lost, nothing stands twice.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Folder, start, zhengce};

/// More texts than come before the first checkpoint.
const TEXTS: usize = 4_500;

fn input() -> String {
    (0..TEXTS)
        .map(|number| format!("{{\"id\": \"a{number}\", \"text\": \"新建桥梁{number}座。\"}}\n"))
        .collect()
}

/// Starts a run and kills it as soon as it has saved a checkpoint.
fn killed(folder: &Folder, args: &[&str], partial: &str) {
    let running = start(folder, args);
    let checkpoint = folder.path(partial).join("checkpoint.json");
    let started = Instant::now();
    while !checkpoint.exists() && started.elapsed() < Duration::from_secs(120) {
        thread::sleep(Duration::from_millis(5));
    }
    running.kill();
    assert!(checkpoint.exists());
}

#[test]
fn a_killed_run_goes_on_and_gives_the_same_output() {
    let folder = Folder::with(&[("in.jsonl", &(input() + "{\"id\": 1}\n"))]);
    let expected = zhengce(&folder, &["extract", "in.jsonl", "-o", "whole.jsonl", "--kinds", "figures"]);
    assert_eq!(expected.code, 1);
    let args = ["extract", "in.jsonl", "-o", "out.jsonl", "--kinds", "figures"];
    killed(&folder, &args, ".out.jsonl.zhengce");
    assert!(!folder.path("out.jsonl").exists());

    let run = zhengce(&folder, &args);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("go on with --resume, or start anew with --restart"), "{}", run.stderr);
    let other = zhengce(&folder, &["extract", "in.jsonl", "-o", "out.jsonl", "--resume"]);
    assert_eq!(other.code, 2, "{}", other.stderr);
    assert!(other.stderr.contains("--kinds figures; now --kinds people,"), "{}", other.stderr);

    let run = zhengce(&folder, &[&args[..], &["--resume", "--errors", "errors.jsonl"]].concat());
    assert_eq!((run.code, run.stderr), (1, expected.stderr));
    assert_eq!(fs::read(folder.path("out.jsonl")).unwrap(), fs::read(folder.path("whole.jsonl")).unwrap());
    assert!(!folder.path(".out.jsonl.zhengce").exists());
    assert_eq!(fs::read_to_string(folder.path("errors.jsonl")).unwrap().lines().count(), 1);
}

#[test]
fn tables_go_on_too_and_other_inputs_are_refused() {
    let folder = Folder::with(&[("in.jsonl", &input())]);
    let args = ["extract", "in.jsonl", "--format", "csv", "-o", "out", "--kinds", "figures"];
    killed(&folder, &args, ".out.zhengce");
    let resume = [&args[..], &["--resume"]].concat();
    fs::write(folder.path("in.jsonl"), input().replace("a17\"", "b17\"")).unwrap();
    let run = zhengce(&folder, &resume);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("the inputs are no longer those"), "{}", run.stderr);
    fs::write(folder.path("in.jsonl"), input()).unwrap();
    assert_eq!(zhengce(&folder, &resume).code, 0);
    let figures = fs::read_to_string(folder.path("out/figures.csv")).unwrap();
    assert_eq!(figures.lines().count(), TEXTS + 1);
    for (line, number) in figures.lines().skip(1).zip(1..) {
        assert!(line.starts_with(&format!("{number},{number},{number},a{},", number - 1)), "{line}");
    }
    let restart = [&args[..], &["--restart"]].concat();
    assert_eq!(zhengce(&folder, &restart).code, 0);
    assert_eq!(fs::read_to_string(folder.path("out/figures.csv")).unwrap(), figures);
}

#[test]
fn there_need_be_nothing_to_go_on_with() {
    let folder = Folder::with(&[("a.txt", "新建桥梁5座。")]);
    let run = zhengce(&folder, &["extract", "a.txt", "-o", "out.json", "--resume"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn what_a_run_left_that_never_saved_is_no_part_of_the_next() {
    let folder = Folder::with(&[
        ("a.txt", "新建桥梁5座。"),
        (".out.zhengce/projects", "left"),
        (".out.zhengce/figures", "left"),
        (".out.zhengce/ready/terms.csv", "left"),
    ]);
    let run = zhengce(&folder, &["extract", "a.txt", "--format", "csv", "-o", "out"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for table in ["projects", "figures", "terms"] {
        let text = fs::read_to_string(folder.path(&format!("out/{table}.csv"))).unwrap();
        assert!(!text.contains("left"), "{text}");
    }
    assert!(!folder.path(".out.zhengce").exists());
}
