//! Chooses the date with which a text is extracted.

use std::ffi::OsStr;
use std::path::Path;

use zhengce::{Date, Extraction, Extractor, Mention, Span};

use crate::input::{Input, Page, line_of_title};

/// The length of a whole date: 2025-03-18.
const DAY: usize = 10;

/// The extraction of an input, whose text it takes. With `by_name`, a text without a date gets the day or
/// year in its file's name.
pub(crate) fn extract(extractor: &Extractor, input: &mut Input, by_name: bool) -> Extraction {
    let text = std::mem::take(&mut input.text);
    let mut extraction = extractor.extract_with_text(text, input.date.as_ref());
    if by_name
        && extraction.document.date.is_none()
        && let Some(date) = date_in_name(&input.source)
    {
        extraction = extractor.extract_with_text(extraction.text, Some(&date));
    }
    extraction.document.source = Some(input.source.clone());
    extraction.place.clone_from(&input.place);
    set_title(&mut extraction, &input.page);
    extraction
}

/// Sets the title that a page states, which goes before what the first lines look like.
fn set_title(extraction: &mut Extraction, page: &Page) {
    let given = page.title.as_deref().filter(|_| page.is_title_given);
    let line = given.and_then(|given| line_of_title(given, &extraction.text));
    let span = line.map(Span::from);
    if let Some((span, text)) = span.and_then(|span| Some((span, span.slice(&extraction.text)?))) {
        extraction.document.title = Some(Mention { text: text.to_owned(), span });
    }
}

/// The first day in a file's name (2025-03-18, 20250318), otherwise the first year from 1900 to 2099.
fn date_in_name(source: &str) -> Option<Date> {
    let name = Path::new(source).file_name().and_then(OsStr::to_str)?;
    let is_year = |year: &str| year.starts_with("19") || year.starts_with("20");
    let starts = name.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    let mut runs = starts.filter(|at| !name[..*at].ends_with(|c: char| c.is_ascii_digit()));
    let day = runs.clone().filter(|at| is_year(&name[*at..])).find_map(|at| day_at(&name[at..]));
    day.or_else(|| {
        runs.find_map(|at| {
            let length = name[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len() - at);
            let is_date = matches!(length, 4 | 6 | 8) && is_year(&name[at..]);
            is_date.then(|| name[at..at + 4].parse().ok()).flatten()
        })
    })
}

/// The day that opens this part of a name.
fn day_at(name: &str) -> Option<Date> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let run = digits(name);
    if run == 8 {
        return Date::written(&name[..run]).filter(|day| day.as_str().len() == DAY);
    }
    let mut parts = name.split(['-', '_', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = &day[..digits(day)];
    let is_day = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
    let day = is_day.then(|| format!("{year}-{month}-{day}"))?;
    Date::written(&day).filter(|day| day.as_str().len() == DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_a_day_or_a_year_when_one_stands_in_it() {
        assert_eq!(date_in_name("reports/2016.txt").unwrap().as_str(), "2016");
        assert_eq!(date_in_name("a/qingxi-20240203.html").unwrap().as_str(), "2024-02-03");
        for day in [
            "2025-03-18-会议纪要.txt",
            "纪要20250318.txt",
            "2025_3_18.txt",
            "2025年3月18日.txt",
            "第3期 2025.03.18.md",
        ] {
            assert_eq!(date_in_name(day).unwrap().as_str(), "2025-03-18", "{day}");
        }
        for year in ["2025-03.txt", "2025-13-40.txt", "20251399.txt", "2025-7号-3.txt"] {
            assert_eq!(date_in_name(year).unwrap().as_str(), "2025", "{year}");
        }
        assert_eq!(date_in_name("2016/report.txt"), None);
        assert_eq!(date_in_name("item-3300.txt"), None);
    }
}
