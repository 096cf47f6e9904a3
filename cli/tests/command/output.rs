//! Where documents are written: whole or not at all.

use std::fs;

use crate::support::{Folder, start, zhengce, zhengce_with_input};

const TEXT: &str = "今年，全县新建桥梁5座。\n";

/// Names in the folder: no temporary file may be left there.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path("")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_and_nothing_on_standard_output() {
    let folder = Folder::with(&[("a.txt", TEXT), ("out.json", "old")]);
    let expected = zhengce(&folder, &["extract", "a.txt"]).stdout;
    for out in ["out.json", "new.json"] {
        let run = zhengce(&folder, &["extract", "a.txt", "-o", out]);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
        assert_eq!(fs::read_to_string(folder.path(out)).unwrap(), expected);
    }
    assert_eq!(names(&folder), ["a.txt", "new.json", "out.json"]);
}

#[test]
fn an_old_file_is_untouched_when_nothing_could_be_read() {
    let folder = Folder::with(&[("out.json", "old")]);
    let run = zhengce(&folder, &["extract", "missing.txt", "-o", "out.json"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("out.json: left as it was, for nothing could be read"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path("out.json")).unwrap(), "old");
    assert_eq!(names(&folder), ["out.json"]);
}

#[test]
fn a_killed_run_leaves_the_old_file() {
    let folder = Folder::with(&[("out.json", "old")]);
    let args = ["extract", "--input-format", "jsonl", "-o", "out.json"];
    let running = start(&folder, &args);
    running.send("{\"text\": \"甲\"}\n".repeat(100));
    running.kill();
    assert_eq!(fs::read_to_string(folder.path("out.json")).unwrap(), "old");
}

#[test]
fn what_failed_does_not_keep_the_rest_from_the_file() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    let run = zhengce(&folder, &["extract", "missing.txt", "a.txt", "-o", "out.json"]);
    assert_eq!(run.code, 1);
    assert!(fs::read_to_string(folder.path("out.json")).unwrap().contains("\"source\": \"a.txt\""));
}

#[test]
fn an_output_that_cannot_be_written_is_exit_code_3() {
    let folder = Folder::with(&[("a.txt", TEXT), ("folder/b.txt", TEXT)]);
    for (out, remedy) in
        [("no/such/out.json", "; make the folder no/such\n"), ("folder", "; it is a folder: name a file\n")]
    {
        let run = zhengce(&folder, &["extract", "a.txt", "-o", out]);
        assert_eq!(run.code, 3);
        assert!(run.stderr.starts_with(&format!("zhengce: {out}: cannot be written: ")), "{}", run.stderr);
        assert!(run.stderr.ends_with(remedy), "{}", run.stderr);
    }
    assert_eq!(names(&folder), ["a.txt", "folder"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_code_3() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    let run = zhengce(&folder, &["extract", "a.txt", "-o", "/dev/full"]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.starts_with("zhengce: /dev/full: cannot be written: "), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_of_an_old_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.txt", TEXT), ("real.json", "old")]);
    fs::set_permissions(folder.path("real.json"), fs::Permissions::from_mode(0o604)).unwrap();
    std::os::unix::fs::symlink("real.json", folder.path("link.json")).unwrap();
    assert_eq!(zhengce(&folder, &["extract", "a.txt", "-o", "link.json"]).code, 0);
    assert!(fs::symlink_metadata(folder.path("link.json")).unwrap().is_symlink());
    assert_ne!(fs::read_to_string(folder.path("real.json")).unwrap(), "old");
    assert_eq!(fs::metadata(folder.path("real.json")).unwrap().permissions().mode() & 0o777, 0o604);
}

#[test]
fn a_reader_that_leaves_ends_the_run_quietly() {
    let folder = Folder::with(&[("in.jsonl", &"{\"text\": \"新建桥梁5座。\"}\n".repeat(20_000))]);
    let args = ["extract", "--input-format", "jsonl", "--format", "jsonl", "in.jsonl"];
    let mut running = start(&folder, &args);
    running.receive_line();
    let (code, stderr) = running.leave();
    assert_eq!((code, stderr.as_str()), (0, ""));
}

#[test]
fn no_input_is_no_failure() {
    let folder = Folder::with(&[]);
    let run = zhengce_with_input(&folder, &["extract", "--input-format", "jsonl"], b"");
    assert_eq!((run.code, run.stdout.as_str()), (0, "[]\n"));
}
