//! The progress of a run, on a terminal only.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::input::Reading;
use crate::lang::tr;

/// How often the bar moves.
const TICK: Duration = Duration::from_millis(200);

const BAR: &str = "{elapsed} [{bar:24}] {bytes}/{total_bytes} {bytes_per_sec} {msg} ETA {eta}";
const SPINNER: &str = "{elapsed} {spinner} {bytes} {bytes_per_sec} {msg}";

/// A bar that moves with the bytes read; it is gone when dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    ended: Arc<AtomicBool>,
    mover: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts the bar; it is hidden and costs nothing unless `shown` is set and standard error is a terminal.
    pub(crate) fn start(reading: &Reading, paths: &[PathBuf], shown: bool) -> Self {
        let ended = Arc::new(AtomicBool::new(false));
        let bar = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        if bar.is_hidden() {
            return Progress { bar, ended, mover: None };
        }
        style(&bar, SPINNER);
        if !paths.is_empty() {
            let (bar, reading, paths) = (bar.clone(), reading.clone(), paths.to_owned());
            // A folder of many files takes a while to count; nobody waits for it.
            thread::spawn(move || {
                bar.set_length(reading.bytes(&paths));
                style(&bar, BAR);
            });
        }
        let (moved, meter, is_ended) = (bar.clone(), reading.meter(), Arc::clone(&ended));
        let mover = thread::spawn(move || {
            while !is_ended.load(Ordering::Relaxed) {
                moved.set_position(meter.read());
                moved.tick();
                thread::park_timeout(TICK);
            }
        });
        Progress { bar, ended, mover: Some(mover) }
    }

    /// Shows how many texts are done.
    pub(crate) fn documents(&self, done: u64) {
        if self.mover.is_some() {
            self.bar.set_message(tr!("{done} texts", "{done} 篇"));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(mover) = self.mover.take() {
            mover.thread().unpark();
            let _ = mover.join();
        }
        self.bar.finish_and_clear();
    }
}

fn style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> "));
    }
}
