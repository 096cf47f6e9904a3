//! Estimates the date of a document that states none.

use super::ReadDocument;
use crate::lexicon::iso::year_of;
use crate::lexicon::{Lexicon, Mood};
use crate::record::{Document, Time};

/// How many digits a year has.
const YEAR_DIGITS: usize = 4;

impl ReadDocument<'_> {
    /// The year of [`ReadDocument::date`].
    pub(crate) fn year(&self) -> Option<i32> {
        year_of(self.date()?)
    }
}

/// The year that the title names: 青岩县|2025|年渔业实事.
pub(crate) fn titled_year(document: &Document) -> Option<i32> {
    let title = &document.title.as_ref()?.text;
    let digits = |before: &str| {
        let year = before.get(before.len().checked_sub(YEAR_DIGITS)?..)?;
        year.bytes().all(|digit| digit.is_ascii_digit()).then(|| year.parse().ok())?
    };
    title.match_indices('年').find_map(|(at, _)| digits(&title[..at]))
}

/// The year in the title of a document without a date, if the title says that the document promises.
pub(super) fn planned_year(document: &Document, lexicon: &Lexicon) -> Option<String> {
    let title = document.title.as_ref()?;
    let year = titled_year(document).filter(|_| lexicon.outlook.of_title(&title.text) == Some(Mood::Plan))?;
    Some(format!("{year:04}"))
}

/// The year or month of a document without a date: that of its first 今年, or the one next to its first 去年
/// or 明年; failing these, the end of its first stretch with 以来, then with 年来.
pub(super) fn told_year(document: &Document) -> Option<String> {
    const YEARS: [(&str, i32); 3] = [("今年", 0), ("去年", 1), ("明年", -1)];
    let mut times = document.speeches.iter().flat_map(|speech| &speech.times);
    let ends = |time: &Time, with: &str| {
        let (_, end) = time.iso.as_deref()?.split_once('/')?;
        time.text.ends_with(with).then(|| end.to_owned())
    };
    let year = times.clone().find_map(|time| {
        let (_, ahead) = YEARS.iter().find(|(word, _)| time.text == *word)?;
        let year: i32 = time.iso.as_deref().filter(|iso| iso.len() == 4)?.parse().ok()?;
        Some(format!("{:04}", year + ahead))
    });
    year.or_else(|| times.clone().find_map(|time| ends(time, "以来")))
        .or_else(|| times.find_map(|time| ends(time, "年来")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    #[test]
    fn a_document_without_a_date_tells_its_year() {
        let date = |text: &str| {
            let extraction = shared().unwrap().extract_with_text(text, None);
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).date().map(str::to_owned)
        };
        assert_eq!(date("各位代表：\n一、2017年工作回顾\n去年，粮食丰收。").as_deref(), Some("2018"));
        assert_eq!(
            date("同志们：\n现在，我代表第十四届中央委员会向大会作报告。改革开放以来，成就巨大。").as_deref(),
            Some("1997-09")
        );
        assert_eq!(date("粮食丰收。"), None);
    }
}
