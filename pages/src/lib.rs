//! What [zhengce] reads, as pages: self-contained HTML files that load nothing from elsewhere. The templates
//! escape what comes from documents, or hand it to the script as JSON.
//!
//! ```
//! let text = "今年，新建学校5所。";
//! let document = zhengce::shared()?.extract(text);
//! let page = zhengce_pages::view(&document, text, zhengce_pages::Language::En)?;
//! assert!(page.starts_with("<!doctype html>") && page.contains("新建学校5所"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod chart;
mod filter;
mod ledger;
mod states;
mod targets;
mod words;

use std::io;

use minijinja::{AutoEscape, Environment};
use serde::Serialize;
use zhengce::{Document, Quote};

pub use ledger::ledger;
pub use targets::targets;
pub use words::words;

/// The language in which a page opens; a button changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

const FILES: &[(&str, &str)] = &[
    ("base.html", include_str!("base.html")),
    ("base.css", include_str!("base.css")),
    ("filter.html", include_str!("filter.html")),
    ("filter.js", include_str!("filter.js")),
    ("ledger.html", include_str!("ledger.html")),
    ("made.html", include_str!("made.html")),
    ("targets.html", include_str!("targets.html")),
    ("targets.js", include_str!("targets.js")),
    ("view.html", include_str!("view.html")),
    ("view.js", include_str!("view.js")),
    ("words.html", include_str!("words.html")),
];

/// Fills in a template; all values are data, whatever they contain.
fn render(template: &str, values: &impl Serialize) -> io::Result<String> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let wrong = |error: minijinja::Error| io::Error::other(format!("{error:#}"));
    for (name, text) in FILES {
        environment.add_template(name, text).map_err(wrong)?;
    }
    let values = minijinja::value::Serde(values);
    environment.get_template(template).and_then(|page| page.render(values)).map_err(wrong)
}

/// The sentence of a mention before its words, the words, and the sentence after them. The words stand where
/// the span says, or earlier by the line breaks that the sentence lacks.
fn marked(mention: &Quote) -> (&str, &str, &str) {
    let sentence = mention.sentence.as_str();
    let offset = mention.span.start.saturating_sub(mention.sentence_span.start);
    let offset = sentence.char_indices().nth(offset).map_or(sentence.len(), |(at, _)| at);
    let end = (offset + mention.text.len()).min(sentence.len());
    let found = sentence.get(..end).and_then(|before| before.rfind(&mention.text));
    match found {
        Some(start) => {
            let (before, rest) = sentence.split_at(start);
            let (text, after) = rest.split_at(mention.text.len());
            (before, text, after)
        }
        None => (sentence, "", ""),
    }
}

impl Language {
    fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-Hans",
        }
    }
}

#[derive(Serialize)]
struct View<'v> {
    lang: &'static str,
    title: (&'v str, &'v str),
    data: Data<'v>,
}

#[derive(Serialize)]
struct Data<'v> {
    text: &'v str,
    document: &'v Document,
    words: &'v words::Sets,
}

/// The page of a document as laid out, with its records coloured in the text and listed beside it.
///
/// `text` is the text that the document was extracted from.
///
/// # Errors
/// None, unless a template is wrong.
pub fn view(document: &Document, text: &str, language: Language) -> io::Result<String> {
    let title = document.title.as_ref().map(|title| title.text.as_str());
    let title = title.or(document.source.as_deref()).unwrap_or("zhengce");
    render(
        "view.html",
        &View {
            lang: language.code(),
            title: (title, title),
            data: Data { text, document, words: &words::SETS },
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_documents_cannot_become_markup_or_script() {
        let text = "</script><script>alert(1)</script>“'\"&𠮷今年，新建学校5所。<img src=x onerror=alert(2)>";
        let mut document = zhengce::shared().unwrap().extract(text);
        document.source = Some("<b>\"x\"</b>".to_owned());
        let page = view(&document, text, Language::En).unwrap();
        assert!(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("<b>"), "{page}");
        assert!(!page.contains("http://") && !page.contains("https://"));
    }
}
