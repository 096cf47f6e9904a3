//! What one sentence asks for, and the next goes on with.

use super::*;

/// What is read of the last sentence, after the others, in a text that looks back.
fn last(sentences: &[(&str, bool)]) -> Vec<String> {
    let mut thread = Thread { outlook: Some(Mood::Done), ..Thread::default() };
    let mut told = Vec::new();
    for (text, opens_paragraph) in sentences {
        thread.opens_paragraph = *opens_paragraph;
        told = measures(&mut thread, text);
    }
    told
}

#[test]
fn what_follows_on_what_is_asked_for_is_still_to_be_done() {
    let planned = ["修建 | 码头, will, planned"];
    assert_eq!(last(&[("必须发展渔业。", true), ("修建码头。", false)]), planned);
    assert_eq!(last(&[("要发展渔业。", true), ("改造渔船。", false), ("修建码头。", false)]), planned);
    assert_eq!(last(&[("要发展渔业。", true), ("各村要互相帮助。", false), ("修建码头。", false)]), planned);
    assert_eq!(
        last(&[("要做好以下几件事:", true), ("一、改造渔船;", true), ("二、修建码头。", true)]),
        planned
    );
}

#[test]
fn what_has_been_done_or_opens_anew_is_not_asked_for() {
    let done = ["修建 | 码头, will, done"];
    assert_eq!(last(&[("修建码头。", true)]), done);
    assert_eq!(last(&[("必须发展渔业。", true), ("修建码头。", true)]), done, "another paragraph");
    assert_eq!(last(&[("必须发展渔业。", true), ("改造了渔船。", false), ("修建码头。", false)]), done);
    assert_eq!(last(&[("必须发展渔业。", true), ("渔业稳步增长。", false), ("修建码头。", false)]), done);
    let told = last(&[("必须发展渔业。", true), ("县政府修建码头。", false)]);
    assert_eq!(told, ["县政府: 修建 | 码头, will, done"]);
}
