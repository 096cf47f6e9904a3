//! The columns of documents, speeches and sections.

use zhengce::{Document, Section, Speech};

use crate::column::ColumnType::{Day, Integer, Text};
use crate::column::{Cell, Field};
use crate::days::days;
use crate::fields::{DOCUMENT_ID, FIRST_DAY, Fields, LAST_DAY, SOURCE, SPEECH_ID};
use crate::row::{name, posts};

pub(crate) fn documents() -> Fields<Document> {
    vec![
        Field::new("document_id", Integer, "Counts the documents in the order of the input, from 1", |row| {
            row.id.into()
        }),
        Field::optional("source", Text, "Path of the file, or id of the row", |row| row.at.source.into()),
        Field::optional("title", Text, "Title, from the page or the text", |row| {
            let of_text = row.record.title.as_ref().map(|title| title.text.as_str());
            row.at.about.title.or(of_text).into()
        }),
        Field::optional(
            "date",
            Text,
            "ISO 8601 day, month or year on which it was given or published",
            |row| row.record.date.as_ref().into(),
        ),
        Field::optional("first_day", Day, FIRST_DAY, |row| match date_days(row.record) {
            Some((first, _)) => Cell::Day(first),
            None => Cell::Null,
        }),
        Field::optional("last_day", Day, LAST_DAY, |row| match date_days(row.record) {
            Some((_, last)) => Cell::Day(last),
            None => Cell::Null,
        }),
        Field::optional(
            "place",
            Text,
            "The place that it speaks for: the given one, else that of its title, its congress, who signs it, or its file's or \
             folder's name",
            |row| row.at.about.place.into(),
        ),
        Field::optional(
            "place_code",
            Text,
            "Code of that division, as in `places`; null where several have the name",
            |row| row.at.about.division.map(|division| division.code).into(),
        ),
        Field::optional("province", Text, "The province that it lies in, or is", |row| {
            row.at.about.division.and_then(|division| division.province).into()
        }),
        Field::optional("publisher", Text, "Who published a web page first, as it says itself", |row| {
            row.at.about.publisher.into()
        }),
        Field::optional("site", Text, "The site of a web page, as it says itself", |row| {
            row.at.about.site.into()
        }),
        Field::optional("channel", Text, "The column of the site that a web page stands in", |row| {
            row.at.about.channel.into()
        }),
        Field::new("characters", Integer, "Length of the text, in code points", |row| {
            row.at.sentences.text.chars().count().into()
        }),
        Field::new("speeches", Integer, "Number of its speeches", |row| row.record.speeches.len().into()),
    ]
}

fn date_days(document: &Document) -> Option<(i32, i32)> {
    days(document.date.as_deref()?)
}

pub(crate) fn speeches() -> Fields<Speech> {
    vec![
        Field::new("speech_id", Integer, "Counts the rows of this table, from 1", |row| row.id.into()),
        Field::new("document_id", Integer, DOCUMENT_ID, |row| row.at.document_id.into()),
        Field::optional("source", Text, SOURCE, |row| row.at.source.into()),
        Field::optional("headline", Text, "Headline above the byline", |row| {
            row.record.headline.as_ref().map(|headline| &headline.text).into()
        }),
        Field::optional("speaker", Text, "Who speaks: the name without blanks inside", |row| {
            row.record.speaker.as_ref().map(name).into()
        }),
        Field::optional("speaker_posts", Text, "The speaker's posts, with ； between", |row| {
            row.record.speaker.as_ref().and_then(|speaker| posts(&speaker.posts)).into()
        }),
        Field::new(
            "span_start",
            Integer,
            "First character, in code points of the source text from 0",
            |row| row.record.span.start.into(),
        ),
        Field::new("span_end", Integer, "One past the last character, in code points", |row| {
            row.record.span.end.into()
        }),
    ]
}

pub(crate) fn sections() -> Fields<Section> {
    vec![
        Field::new("section_id", Integer, "Counts the rows of this table, from 1", |row| row.id.into()),
        Field::new("document_id", Integer, DOCUMENT_ID, |row| row.at.document_id.into()),
        Field::new("speech_id", Integer, SPEECH_ID, |row| row.at.speech_id.into()),
        Field::optional("source", Text, SOURCE, |row| row.at.source.into()),
        Field::new("heading", Text, "The heading", |row| (&row.record.heading.text).into()),
        Field::new(
            "span_start",
            Integer,
            "First character of the heading, in code points of the source text from 0",
            |row| row.record.span.start.into(),
        ),
        Field::new(
            "span_end",
            Integer,
            "One past the last character of the text below it, in code points; records between the two stand in it",
            |row| row.record.span.end.into(),
        ),
    ]
}
