//! Documents to tables and back to the text.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use zhengce::{Division, Document, Extraction, Extractor, RecordKind};
use zhengce_tables::{About, Table, Tables, days};

const TEXT: &str = "\
青溪县县长 王小明
一、主要工作
2021年，加快青溪大桥项目建设，完成投资3.18亿元，
增长5.5%。清溪县公安局局长李大力出席。总投资5亿元的项目开工建设。
";

fn tables(texts: &[&str]) -> BTreeMap<Table, RecordBatch> {
    let mut tables = Tables::new(RecordKind::ALL);
    for text in texts {
        push(&mut tables, text);
    }
    tables.take().unwrap().into_iter().collect()
}

fn push(tables: &mut Tables, text: &str) {
    let mut extraction = zhengce::shared().unwrap().extract_with_text(text, None);
    extraction.document.source = Some("a.txt".to_owned());
    tables.push(&extraction, &About::default()).unwrap();
}

fn texts(batch: &RecordBatch, column: &str) -> Vec<Option<String>> {
    let column = batch.column_by_name(column).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

fn integers(batch: &RecordBatch, column: &str) -> Vec<Option<i64>> {
    batch.column_by_name(column).unwrap().as_primitive::<Int64Type>().iter().collect()
}

#[test]
fn figures_are_numbers_with_their_time_and_their_sentence() {
    let tables = tables(&[TEXT]);
    let figures = &tables[&Table::Figures];
    assert_eq!(texts(figures, "text"), ["3.18亿元", "5.5%", "5亿元"].map(|text| Some(text.to_owned())));
    let values = figures.column_by_name("value").unwrap().as_primitive::<Float64Type>();
    assert_eq!(values.values(), &[318_000_000.0, 5.5, 500_000_000.0]);
    assert_eq!(
        texts(figures, "sentence")[1].as_deref(),
        Some("2021年，加快青溪大桥项目建设，完成投资3.18亿元，增长5.5%。")
    );
    let last = figures.column_by_name("time_last_day").unwrap().as_primitive::<Date32Type>();
    assert_eq!(last.value(0), days("2021-12-31").unwrap().0);
}

#[test]
fn ids_lead_to_the_rows_that_they_mean() {
    let tables = tables(&[TEXT, "无", TEXT]);
    assert_eq!(integers(&tables[&Table::Documents], "document_id"), [Some(1), Some(2), Some(3)]);
    let (figures, times) = (&tables[&Table::Figures], &tables[&Table::Times]);
    let time_ids = integers(times, "time_id");
    let of_figures = integers(figures, "time_id").into_iter().zip(texts(figures, "time_iso"));
    for (id, iso) in of_figures.filter(|(id, _)| id.is_some()) {
        let row = time_ids.iter().position(|other| *other == id).unwrap();
        assert_eq!(texts(times, "iso")[row], iso);
    }
    assert_eq!(integers(figures, "document_id"), [1, 1, 1, 3, 3, 3].map(Some));
    let (posts, people) = (&tables[&Table::PersonPosts], &tables[&Table::People]);
    for (id, name) in integers(posts, "person_id").into_iter().zip(texts(posts, "person")) {
        let row = integers(people, "person_id").iter().position(|other| *other == id).unwrap();
        assert_eq!(texts(people, "text")[row], name);
    }
    assert_eq!(texts(posts, "title")[0].as_deref(), Some("县长"));
}

#[test]
fn places_of_a_code_say_what_they_are_grouped_by() {
    let places = &tables(&["杭州市西湖区举办渔业论坛。"])[&Table::Places];
    let told = |column| texts(places, column).into_iter().flatten().next_back();
    assert_eq!(told("name").as_deref(), Some("西湖区"));
    assert_eq!(told("level").as_deref(), Some("county"));
    assert_eq!(told("province").as_deref(), Some("浙江省"));
}

#[test]
fn a_document_has_the_place_that_it_speaks_for() {
    let extraction = Extractor::new().unwrap().extract_with_text("无", None);
    let mut tables = Tables::new(&[]);
    let about = About { place: Some("二七区"), division: Division::of_code("410103"), ..About::default() };
    tables.push(&extraction, &about).unwrap();
    tables.push(&extraction, &About::default()).unwrap();
    let documents = &tables.take().unwrap()[0].1;
    for (column, value) in [("place", "二七区"), ("place_code", "410103"), ("province", "河南省")] {
        assert_eq!(texts(documents, column), [Some(value.to_owned()), None], "{column}");
    }
}

#[test]
fn lists_are_tables_of_their_own() {
    let at = |text: &str, start: usize| {
        format!(r#""text": "{text}", "span": {{"start": {start}, "end": {}}}, "rule": "made.up""#, start + 1)
    };
    let figure = |start| {
        format!(
            r#"{{{}, "value": 5, "upper": null, "unit": "座", "kind": "count", "of": null, "bound": "exact",
                "change": "level", "status": "result", "time": null}}"#,
            at("5座", start)
        )
    };
    let speech = format!(
        r#"{{"headline": null, "speaker": null, "span": {{"start": 0, "end": 99}}, "sections": [], "people": [],
            "posts": [], "bodies": [], "places": [], "times": [], "terms": [], "citations": [],
            "projects": [{{{}, "stage": null, "aim": false, "figures": [1]}}],
            "figures": [{}, {}],
            "measures": [{{{}, "verb": "建", "object": {{"text": "桥", "span": {{"start": 1, "end": 2}}}},
                "actor": null, "force": "will", "status": "planned", "deadline": null, "projects": [0],
                "figures": [0, 1]}}],
            "matches": [{{{}, "pattern": "p", "fields": {{"a": {{"text": "甲", "span": {{"start": 1, "end": 2}}}},
                "b": {{"text": "乙", "span": {{"start": 2, "end": 3}}}}}}}}]}}"#,
        at("桥", 1),
        figure(2),
        figure(3),
        at("建桥", 0),
        at("甲乙", 1)
    );
    let json =
        format!(r#"{{"source": null, "title": null, "date": null, "speeches": [{speech}, {speech}]}}"#);
    let mut tables = Tables::new(RecordKind::ALL);
    let extraction = Extraction::from(serde_json::from_str::<Document>(&json).unwrap());
    tables.push(&extraction, &About::default()).unwrap();
    let tables: BTreeMap<_, _> = tables.take().unwrap().into_iter().collect();
    let some = |ids: &[i64]| ids.iter().copied().map(Some).collect::<Vec<_>>();
    assert_eq!(integers(&tables[&Table::ProjectFigures], "figure_id"), some(&[2, 4]));
    assert_eq!(integers(&tables[&Table::MeasureFigures], "figure_id"), some(&[1, 2, 3, 4]));
    assert_eq!(integers(&tables[&Table::MeasureFigures], "measure_id"), some(&[1, 1, 2, 2]));
    assert_eq!(integers(&tables[&Table::MeasureProjects], "project_id"), some(&[1, 2]));
    assert_eq!(
        texts(&tables[&Table::MatchFields], "text")[..2],
        ["甲", "乙"].map(|text| Some(text.to_owned()))
    );
    assert_eq!(texts(&tables[&Table::Measures], "figures")[0].as_deref(), Some("5座；5座"));
    assert_eq!(texts(&tables[&Table::Matches], "fields")[1].as_deref(), Some("a=甲；b=乙"));
}

#[test]
fn taking_early_or_late_and_going_on_elsewhere_gives_the_same_rows() {
    let whole = tables(&[TEXT, TEXT]);
    let mut first = Tables::new(RecordKind::ALL);
    push(&mut first, TEXT);
    let before: BTreeMap<_, _> = first.take().unwrap().into_iter().collect();
    let mut second = Tables::new(RecordKind::ALL);
    second.continue_after(first.last_ids());
    push(&mut second, TEXT);
    for (table, batch) in second.take().unwrap() {
        let split = before.get(&table).map_or(0, RecordBatch::num_rows);
        assert_eq!(batch, whole[&table].slice(split, batch.num_rows()), "{table:?}");
    }
}

#[test]
fn fewer_kinds_are_fewer_tables_with_the_same_ids() {
    let mut tables = Tables::new(&[RecordKind::Figures]);
    push(&mut tables, TEXT);
    let names: Vec<_> = tables.take().unwrap().iter().map(|(table, _)| table.name()).collect();
    assert_eq!(names, ["documents", "speeches", "sections", "figures"]);
}

#[test]
fn a_text_without_full_stops_does_not_stand_beside_each_of_its_records() {
    let text = format!("{}。短句5座。", "新建桥梁5座，".repeat(2000));
    let tables = tables(&[&text]);
    let sentences = texts(&tables[&Table::Figures], "sentence");
    assert!(sentences.len() > 1000);
    for sentence in sentences.iter().flatten() {
        assert!(sentence.contains("5座") && sentence.chars().count() <= 410, "{sentence}");
    }
    assert_eq!(sentences.last().unwrap().as_deref(), Some("短句5座。"));
}

#[test]
fn carried_columns_stand_at_the_end_of_documents() {
    let carried = ["url".to_owned(), "source".to_owned()];
    let mut tables = Tables::carrying(&[], &carried);
    let extraction = Extractor::new().unwrap().extract_with_text("无", None);
    let values = [Some("http://a".to_owned()), None];
    tables.push(&extraction, &About { carried: &values, ..About::default() }).unwrap();
    let documents = &tables.take().unwrap()[0].1;
    assert_eq!(texts(documents, "url"), [Some("http://a".to_owned())]);
    assert!(documents.column_by_name("source_2").unwrap().is_null(0));
}
