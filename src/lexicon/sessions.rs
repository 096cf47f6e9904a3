//! Sessions that date what is said to them.

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("sessions.tsv");

/// The sessions and committees whose month is known.
#[derive(Debug)]
pub(crate) struct Sessions {
    pub(crate) words: Vocabulary<Session>,
}

/// A session, or the committee that reports to it, and its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) month: &'static str,
    /// The word names who reports, not the session.
    pub(crate) reports: bool,
}

impl Sessions {
    pub(super) fn load() -> Result<Self, Error> {
        let rows = FILE.rows()?.into_iter().map(|row| {
            let reports = match row.class {
                "session" => false,
                "committee" => true,
                _ => return Err(FILE.unknown_class(&row)),
            };
            Ok((row.word, Session { month: row.attribute, reports }))
        });
        Ok(Sessions { words: Vocabulary::new(rows.collect::<Result<Vec<_>, Error>>()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_session_has_its_month() {
        let sessions = Sessions::load().unwrap();
        let month = |word: &str| sessions.words.get(word).map(|session| session.month);
        assert_eq!(month("第七届全国人民代表大会第一次会议"), Some("1988-03"));
        assert_eq!(month("第十四次全国代表大会"), Some("1992-10"));
        assert_eq!(month("十三届中央委员会"), Some("1992-10"));
    }
}
