//! The two scripts of Chinese: tells which one a text is written in, and turns traditional into simplified.

use rustc_hash::FxHashMap as HashMap;
use std::fmt;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use super::table::{Dictionary, dictionary};
use crate::error::Error;
use crate::text::code_points;

const FILE: Dictionary = dictionary!("scripts.tsv");

/// Tells the scripts apart and converts to the simplified one, character for character.
pub(crate) struct Scripts {
    /// What each character says, by its code point: 1 for the traditional script, -1 for the simplified one,
    /// 0 where it stands in both. Characters past the end say nothing.
    marks: Vec<i8>,
    variants: HashMap<char, char>,
    converter: OpenCC,
}

impl Scripts {
    pub(super) fn load() -> Result<Self, Error> {
        let (mut marks, mut variants) = (Vec::new(), HashMap::default());
        let mut mark = |character: char, says: i8| {
            let code = character as usize;
            if marks.len() <= code {
                marks.resize(code + 1, 0);
            }
            marks[code] = says;
        };
        for row in FILE.rows()? {
            let (Some(old), Some(new)) = (single(row.word), single(row.attribute)) else {
                let remedy = "write a character, its class and its twin";
                return Err(FILE.error(row.line, "not two single characters", remedy));
            };
            match row.class {
                "pair" => {
                    mark(old, 1);
                    mark(new, -1);
                }
                "variant" => _ = variants.insert(old, new),
                _ => return Err(FILE.unknown_class(&row)),
            }
        }
        let converter = OpenCC::from_config(BuiltinConfig::T2s);
        let converter = converter.map_err(|cause| Error::Script { cause: Box::new(cause) })?;
        Ok(Scripts { marks, variants, converter })
    }

    /// Whether a text has more marks of the traditional script than of the simplified one.
    pub(crate) fn is_traditional(&self, text: &str) -> bool {
        let says = |(_, code): (usize, u32)| i64::from(self.marks.get(code as usize).copied().unwrap_or(0));
        code_points(text).map(says).sum::<i64>() > 0
    }

    /// The text in simplified characters: as many of them, each with as many bytes as before.
    pub(crate) fn simplify(&self, text: &str) -> String {
        let converted = self.converter.convert(text);
        let mut twins = converted.chars();
        text.chars().map(|old| twins.next().map_or(old, |twin| self.twin(old, twin))).collect()
    }

    /// The character in place of `old`, which the tables turn into `twin`.
    fn twin(&self, old: char, twin: char) -> char {
        let twin = self.variants.get(&old).copied().unwrap_or(twin);
        let twin = match twin {
            // Texts in traditional characters quote with brackets.
            '「' => '“',
            '」' => '”',
            '『' => '‘',
            '』' => '’',
            other => other,
        };
        if twin.len_utf8() == old.len_utf8() { twin } else { old }
    }
}

impl fmt::Debug for Scripts {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Scripts").field("marks", &self.marks).finish_non_exhaustive()
    }
}

fn single(word: &str) -> Option<char> {
    let mut characters = word.chars();
    characters.next().filter(|_| characters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn scripts() -> &'static Scripts {
        &Lexicon::for_tests().scripts
    }

    #[test]
    fn the_script_is_that_of_most_marks() {
        for text in ["國務院有關部門", "今年,我們要發展農業。", "全面发展;中華人民共和國憲法"]
        {
            assert!(scripts().is_traditional(text), "{text}");
        }
        for text in ["国务院有关部门", "于右任题写“國”字,这是当时的写法。", "", "5G", "大力保障"]
        {
            assert!(!scripts().is_traditional(text), "{text}");
        }
    }

    #[test]
    fn simplified_text_has_the_same_bytes() {
        for (old, new) in [
            ("發展農業,頭髮", "发展农业,头发"),
            ("羣衆擧手", "群众举手"),
            ("乾隆年間,乾淨", "乾隆年间,干净"),
            ("落實「三農」政策", "落实“三农”政策"),
            ("3.5億元\n　ａ", "3.5亿元\n　ａ"),
        ] {
            assert_eq!(scripts().simplify(old), new);
            assert_eq!(old.len(), new.len());
        }
    }
}
