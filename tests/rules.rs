//! What each entry of `examples/rules.toml` does.

use zhengce::{BodyKind, CitationKind, Document, Extractor, FigureKind, Speech, Stage, TimeKind};

fn read(text: &str) -> Speech {
    let extractor = Extractor::builder().rule_file("examples/rules.toml").build().unwrap();
    speech(extractor.extract(text))
}

/// The same text without rules, to see that the rules did it.
fn read_without(text: &str) -> Speech {
    speech(zhengce::shared().unwrap().extract(text))
}

fn speech(document: Document) -> Speech {
    document.speeches.into_iter().next().unwrap()
}

#[test]
fn added_people_and_posts_are_found() {
    let text = "会上，欧阳清溪讲了话，由链长调度。";
    let speech = read(text);
    assert_eq!(speech.people.iter().map(|person| person.text.as_str()).collect::<Vec<_>>(), ["欧阳清溪"]);
    assert_eq!(speech.posts.iter().map(|post| post.text.as_str()).collect::<Vec<_>>(), ["链长"]);
    assert_eq!(speech.people[0].rule, "user.people");
    assert!(read_without(text).posts.is_empty());
}

#[test]
fn added_bodies_have_their_kind() {
    let speech = read("由清溪港务专班会同青禾智造推进。");
    let found: Vec<_> = speech.bodies.iter().map(|body| (body.text.as_str(), body.kind)).collect();
    assert_eq!(found, [("清溪港务专班", BodyKind::Government), ("青禾智造", BodyKind::Enterprise)]);
}

#[test]
fn added_places_have_their_code() {
    let speech = read("从老二七到清溪科创走廊。");
    let found: Vec<_> =
        speech.places.iter().map(|place| (place.text.as_str(), place.code.as_deref())).collect();
    assert_eq!(found, [("老二七", Some("410103")), ("清溪科创走廊", None)]);
}

#[test]
fn added_projects_have_stage_and_aim() {
    let speech = read("说到清溪一号，大家都很关心。");
    let project = &speech.projects[0];
    assert_eq!(
        (project.text.as_str(), project.stage, project.aim),
        ("清溪一号", Some(Stage::Building), true)
    );
}

#[test]
fn added_units_make_figures() {
    let speech = read("去年完成吞吐量3.5万标箱。");
    let figure = &speech.figures[0];
    assert_eq!((figure.text.as_str(), figure.kind), ("3.5万标箱", FigureKind::Volume));
    assert_eq!((figure.value, figure.unit.as_deref()), (Some(35_000.into()), Some("标箱")));
}

#[test]
fn added_times_terms_and_citations_are_found() {
    let speech = read("清溪三年攻坚期内，按照桥改十条，推行拿地即开工。");
    let time = &speech.times[0];
    assert_eq!((time.kind, time.iso.as_deref()), (TimeKind::Period, Some("2024/2026")));
    assert_eq!(speech.terms[0].text, "拿地即开工");
    let citation = &speech.citations[0];
    assert_eq!((citation.text.as_str(), citation.kind), ("桥改十条", CitationKind::Title));
}

#[test]
fn removed_words_are_found_no_more() {
    let text = "推广“放管服”和“青苗贷”做法。";
    let terms = |speech: Speech| speech.terms.into_iter().map(|term| term.text).collect::<Vec<_>>();
    assert_eq!(terms(read_without(text)), ["放管服", "青苗贷"]);
    assert_eq!(terms(read(text)), ["青苗贷"]);
}

#[test]
fn hits_of_patterns_carry_their_named_groups() {
    let text = "牵头单位：住房城乡建设局，服务热线：0371-68000000。";
    let speech = read(text);
    let found: Vec<_> = speech.matches.iter().map(|hit| (hit.pattern.as_str(), hit.text.as_str())).collect();
    assert_eq!(found, [("responsible-body", "牵头单位：住房城乡建设局"), ("hotline", "热线：0371-68000000")]);
    let body = &speech.matches[0].fields["body"];
    assert_eq!((body.text.as_str(), body.span.slice(text)), ("住房城乡建设局", Some("住房城乡建设局")));
    assert_eq!(speech.matches[1].fields["number"].text, "0371-68000000");
    assert_eq!(speech.matches[0].rule, "pattern.responsible-body");
}

/// Rule files that led the fuzzer to a part of the code of its own: an extractor that reads, or a clear error.
#[test]
fn what_the_fuzzer_kept_is_a_rule_file_or_an_error() {
    for entry in std::fs::read_dir("fuzz/kept/rules").unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        match Extractor::builder().rule_text("kept.toml", String::from_utf8_lossy(&bytes)).build() {
            Ok(extractor) => drop(extractor.extract("今年，县发改委新建学校5所。")),
            Err(error) => assert!(error.to_string().contains("kept.toml"), "{error}"),
        }
    }
}
