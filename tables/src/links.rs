//! The columns of the tables that hold lists: a row for each value, linked by ids.

use crate::column::ColumnType::{Integer, Text};
use crate::column::Field;
use crate::fields::{DOCUMENT_ID, Fields, SOURCE};
use crate::row::{Link, name};

/// The columns of a table that links a record to what it has, or two records to each other.
fn link(own: Fields<Link>) -> Fields<Link> {
    let mut fields: Fields<Link> = vec![
        Field::new("document_id", Integer, DOCUMENT_ID, |row| row.at.document_id.into()),
        Field::optional("source", Text, SOURCE, |row| row.at.source.into()),
    ];
    fields.extend(own);
    fields
}

pub(crate) fn person_posts() -> Fields<Link> {
    link(vec![
        Field::new("person_id", Integer, "The person: row of `people`", |row| {
            row.id_from(row.at.first.people, row.record.owner).into()
        }),
        Field::optional("person", Text, "The person's name, without blanks inside: `people.name`", |row| {
            row.at.person(row.record.owner).map(name).into()
        }),
        Field::optional("title", Text, "The title: 副主席", |row| {
            row.held_post().map(|post| &post.title).into()
        }),
        Field::optional("body", Text, "The body that it belongs to, where stated: 区政协", |row| {
            row.held_post().and_then(|post| post.body.as_ref()).into()
        }),
    ])
}

pub(crate) fn project_figures() -> Fields<Link> {
    link(vec![
        Field::new("project_id", Integer, "The project: row of `projects`", |row| {
            row.id_from(row.at.first.projects, row.record.owner).into()
        }),
        Field::new("figure_id", Integer, "What is said of it: row of `figures`", |row| {
            row.id_from(row.at.first.figures, row.record.item).into()
        }),
        Field::optional("project", Text, "The project's name", |row| {
            row.at.project(row.record.owner).map(|project| &project.text).into()
        }),
        Field::optional("figure", Text, "The figure as written", |row| {
            row.at.figure(row.record.item).map(|figure| &figure.text).into()
        }),
    ])
}

pub(crate) fn measure_projects() -> Fields<Link> {
    link(vec![
        Field::new("measure_id", Integer, "The measure: row of `measures`", |row| {
            row.id_from(row.at.first.measures, row.record.owner).into()
        }),
        Field::new("project_id", Integer, "A project in it: row of `projects`", |row| {
            row.id_from(row.at.first.projects, row.record.item).into()
        }),
        Field::optional("measure", Text, "The measure as written", |row| {
            row.measure().map(|measure| &measure.text).into()
        }),
        Field::optional("project", Text, "The project's name", |row| {
            row.at.project(row.record.item).map(|project| &project.text).into()
        }),
    ])
}

pub(crate) fn measure_figures() -> Fields<Link> {
    link(vec![
        Field::new("measure_id", Integer, "The measure: row of `measures`", |row| {
            row.id_from(row.at.first.measures, row.record.owner).into()
        }),
        Field::new("figure_id", Integer, "A figure in it: row of `figures`", |row| {
            row.id_from(row.at.first.figures, row.record.item).into()
        }),
        Field::optional("measure", Text, "The measure as written", |row| {
            row.measure().map(|measure| &measure.text).into()
        }),
        Field::optional("figure", Text, "The figure as written", |row| {
            row.at.figure(row.record.item).map(|figure| &figure.text).into()
        }),
    ])
}

pub(crate) fn match_fields() -> Fields<Link> {
    link(vec![
        Field::new("match_id", Integer, "The hit: row of `matches`", |row| {
            row.id_from(row.at.first.matches, row.record.owner).into()
        }),
        Field::optional("pattern", Text, "Name of the pattern in the rule file", |row| {
            row.matched().map(|hit| &hit.pattern).into()
        }),
        Field::optional("name", Text, "Name of the group", |row| {
            row.match_field().map(|(name, _)| name).into()
        }),
        Field::optional("text", Text, "What the group matched", |row| {
            row.match_field().map(|(_, field)| &field.text).into()
        }),
        Field::optional("span_start", Integer, "Its first character, in code points from 0", |row| {
            row.match_field().map(|(_, field)| field.span.start).into()
        }),
        Field::optional("span_end", Integer, "One past its last character, in code points", |row| {
            row.match_field().map(|(_, field)| field.span.end).into()
        }),
    ])
}
