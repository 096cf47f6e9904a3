//! Which date a text is extracted with.

use std::ffi::OsStr;
use std::path::Path;

use zhengce::{Extraction, Extractor, Mention, Span};

use crate::input::{Input, Page, line_of_title};

/// What a text gives; it takes the text along. With `by_name` a text without a date takes the year in its file's name.
pub(crate) fn extract(extractor: &Extractor, input: &mut Input, by_name: bool) -> Extraction {
    let text = std::mem::take(&mut input.text);
    let mut extraction = extractor.extract_with_text(text, input.date.as_deref());
    if by_name
        && extraction.document.date.is_none()
        && let Some(year) = year_in_name(&input.source)
    {
        extraction = extractor.extract_with_text(extraction.text, Some(&year));
    }
    extraction.document.source = Some(input.source.clone());
    extraction.place.clone_from(&input.place);
    set_title(&mut extraction, &input.page);
    extraction
}

/// The title that a page gives goes before what the first lines look like.
fn set_title(extraction: &mut Extraction, page: &Page) {
    let given = page.title.as_deref().filter(|_| page.is_title_given);
    let line = given.and_then(|given| line_of_title(given, &extraction.text));
    let span = line.map(Span::from);
    if let Some((span, text)) = span.and_then(|span| Some((span, span.slice(&extraction.text)?))) {
        extraction.document.title = Some(Mention { text: text.to_owned(), span });
    }
}

/// The first year, from 1900 to 2099, that stands by itself in a file's name.
fn year_in_name(source: &str) -> Option<String> {
    let name = Path::new(source).file_name().and_then(OsStr::to_str)?;
    let digits = name.split(|c: char| !c.is_ascii_digit());
    let year = digits.filter(|run| matches!(run.len(), 4 | 6 | 8)).map(|run| &run[..4]);
    year.filter(|year| year.starts_with("19") || year.starts_with("20")).map(str::to_owned).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_a_year_when_one_stands_in_it() {
        assert_eq!(year_in_name("reports/2016.txt").as_deref(), Some("2016"));
        assert_eq!(year_in_name("a/qingxi-20240203.html").as_deref(), Some("2024"));
        assert_eq!(year_in_name("2016/report.txt"), None);
        assert_eq!(year_in_name("item-3300.txt"), None);
    }
}
