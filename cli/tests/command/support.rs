//! Runs the built command in a folder of its own.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;

use serde_json::Value;

/// A folder that is gone after the test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// With these files: path and text.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let bytes: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        Folder::with_bytes(&bytes)
    }

    pub fn with_bytes(files: &[(&str, &[u8])]) -> Self {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (path, text) in files {
            let path = folder.path(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.0.path().join(relative)
    }
}

/// What a run of the command left behind.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The documents of `--format json`.
    pub fn documents(&self) -> Vec<Value> {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stderr))
    }

    pub fn sources(&self) -> Vec<String> {
        self.documents().iter().map(|document| document["source"].as_str().unwrap().to_owned()).collect()
    }
}

/// Runs the command with an empty standard input.
pub fn zhengce(folder: &Folder, args: &[&str]) -> Run {
    zhengce_with_input(folder, args, b"")
}

pub fn zhengce_with_input(folder: &Folder, args: &[&str], input: &[u8]) -> Run {
    let mut child = spawn(folder, args);
    // A command that does not read its input has ended: its output says why.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn spawn(folder: &Folder, args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_zhengce"))
        .args(args)
        .env("LC_ALL", "en_US.UTF-8")
        .current_dir(folder.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A command under way.
pub struct Running {
    child: Child,
    /// Closed when dropped; written to by a thread, so that output can be read meanwhile.
    input: Sender<String>,
    stdout: BufReader<ChildStdout>,
}

pub fn start(folder: &Folder, args: &[&str]) -> Running {
    let mut child = spawn(folder, args);
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let mut stdin = child.stdin.take().unwrap();
    let (input, chunks) = mpsc::channel::<String>();
    // Writing fails once the command has ended, which its exit code says.
    thread::spawn(move || chunks.iter().try_for_each(|chunk| stdin.write_all(chunk.as_bytes())));
    Running { child, input, stdout }
}

impl Running {
    pub fn send(&self, input: String) {
        self.input.send(input).unwrap();
    }

    pub fn receive_line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    /// Ends the input, reads the rest of the output, gives the exit code.
    pub fn finish(self) -> i32 {
        let Running { mut child, input, mut stdout } = self;
        drop(input);
        stdout.read_to_end(&mut Vec::new()).unwrap();
        child.wait().unwrap().code().unwrap()
    }

    /// Closes the output as `head` does; gives the exit code and what was said.
    pub fn leave(self) -> (i32, String) {
        drop(self.stdout);
        let output = self.child.wait_with_output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
