//! Loads the segmenter beside the dictionaries: its tables take longer than all of them.

use std::panic::resume_unwind;
use std::thread;

use jieba_rs::Jieba;

/// How often an added word counts as seen, so that the segmenter prefers it to any way of cutting it.
const ADDED_WORD_FREQUENCY: usize = 1_000_000;

/// Names of places that open with a verb, and in papers nearly always are that verb: 新建|县中医院. Counted
/// as never seen, they lose to any way of cutting them.
const BUILT: [&str; 2] = ["新建县", "新建村"];

/// The segmenter with these words added, and the result of `work`, which runs meanwhile.
pub(super) fn beside<T>(added: &[String], work: impl FnOnce() -> T) -> (Jieba, T) {
    thread::scope(|scope| {
        match thread::Builder::new().spawn_scoped(scope, || segmenter(added)) {
            Ok(loading) => {
                let done = work();
                load_tags_of_unknown_words();
                (loading.join().unwrap_or_else(|panic| resume_unwind(panic)), done)
            }
            // No thread to be had: one after the other.
            Err(_) => (segmenter(added), work()),
        }
    })
}

fn segmenter(added: &[String]) -> Jieba {
    let mut jieba = Jieba::new();
    for name in BUILT {
        jieba.add_word(name, Some(0), None);
    }
    for word in added {
        jieba.add_word(word, Some(ADDED_WORD_FREQUENCY), None);
    }
    jieba
}

/// Makes jieba-rs load the tables by which it tags unknown words, once for all segmenters; otherwise it would
/// load them at the first such word.
fn load_tags_of_unknown_words() {
    Jieba::empty().tag("某", true);
}
