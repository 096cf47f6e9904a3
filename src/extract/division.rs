//! Administrative divisions by their codes: what places are grouped by.

use serde::{Deserialize, Serialize};

use super::{Extraction, Extractor};
use crate::lexicon::{certain_code, division_codes, division_name};
use crate::record::named_enum;

/// Lengths of codes: of divisions down to the county, and of townships.
const CODE_DIGITS: usize = 6;
const PROVINCE_DIGITS: usize = 2;
const PREFECTURE_DIGITS: usize = 4;

named_enum! {
    /// The level of an administrative division.
    DivisionLevel {
        /// A province, an autonomous region, a municipality or a special region.
        Province = "province",
        /// A city with counties, a prefecture or a league.
        Prefecture = "prefecture",
        /// A county, a city of that level or a district.
        County = "county",
        /// A town, a township or a subdistrict.
        Township = "township",
    }
}

/// An administrative division of the national table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Division {
    /// Its code: six digits of GB/T 2260, nine for townships.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// Its level.
    pub level: DivisionLevel,
    /// The official name of the province that it lies in, or is.
    pub province: Option<&'static str>,
}

impl Division {
    /// The division of a code.
    ///
    /// ```
    /// let county = zhengce::Division::of_code("410103").unwrap();
    /// assert_eq!((county.name, county.level.name(), county.province), ("二七区", "county", Some("河南省")));
    /// assert_eq!(zhengce::Division::of_code("999999"), None);
    /// ```
    pub fn of_code(code: &str) -> Option<Self> {
        let (code, name) = division_name(code)?;
        let province = code.get(..PROVINCE_DIGITS).map(|stem| format!("{stem:0<CODE_DIGITS$}"));
        let province = province.and_then(|province| division_name(&province));
        Some(Division { code, name, level: level(code), province: province.map(|(_, name)| name) })
    }

    /// The division of a full name that only one has, or only one of the highest level.
    ///
    /// ```
    /// assert_eq!(zhengce::Division::of_name("河南省").map(|division| division.code), Some("410000"));
    /// assert_eq!(zhengce::Division::of_name("西湖区"), None);
    /// ```
    pub fn of_name(name: &str) -> Option<Self> {
        certain_code(division_codes(name)?).and_then(Division::of_code)
    }
}

impl Extractor {
    /// The division that a document means by the name of a place: the only one of that name, or the one that the text
    /// leaves no doubt about.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let extraction = extractor.extract_with_text("延津县政府工作报告\n各位代表：\n现在报告工作。", None);
    /// assert_eq!(extractor.division(&extraction, "延津县").map(|division| division.code), Some("410726"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn division(&self, extraction: &Extraction, place: &str) -> Option<Division> {
        let certain = certain_code(self.lexicon().places.codes(place));
        let places = || extraction.document.speeches.iter().flat_map(|speech| &speech.places);
        let told =
            || places().filter(|record| record.text == place).find_map(|record| record.code.as_deref());
        certain.or_else(told).and_then(Division::of_code)
    }
}

fn level(code: &str) -> DivisionLevel {
    let ends_with_zeros =
        |from: usize| code.get(from..).is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'));
    match code {
        code if code.len() > CODE_DIGITS => DivisionLevel::Township,
        _ if ends_with_zeros(PROVINCE_DIGITS) => DivisionLevel::Province,
        _ if ends_with_zeros(PREFECTURE_DIGITS) => DivisionLevel::Prefecture,
        _ => DivisionLevel::County,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_name_level_and_province() {
        let told = |code: &str| {
            let Division { name, level, province, .. } = Division::of_code(code).unwrap();
            (name, level, province.unwrap())
        };
        assert_eq!(told("410000"), ("河南省", DivisionLevel::Province, "河南省"));
        assert_eq!(told("330100"), ("杭州市", DivisionLevel::Prefecture, "浙江省"));
        assert_eq!(told("419001"), ("济源市", DivisionLevel::County, "河南省"));
        assert_eq!(told("810000"), ("香港特别行政区", DivisionLevel::Province, "香港特别行政区"));
        assert_eq!(told("430121004"), ("㮾梨街道", DivisionLevel::Township, "湖南省"));
        assert_eq!([Division::of_code(""), Division::of_code("41"), Division::of_name("")], [None; 3]);
    }

    #[test]
    fn a_name_of_several_is_one_where_the_text_says_which() {
        let extractor = crate::extract::shared().unwrap();
        let division = |text: &str| {
            let extraction = extractor.extract_with_text(text, None);
            extractor.division(&extraction, "西湖区").map(|division| division.code)
        };
        assert_eq!(division("杭州市西湖区建设渔港。"), Some("330106"));
        assert_eq!(division("西湖区建设渔港。"), None);
    }
}
