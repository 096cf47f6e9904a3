//! Web pages: the main text, and what the page says of itself.

mod grid;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use zhengce::Date;

use super::fault::Wrong;
use super::{Input, Page, encoding};
use crate::lang::tr;
use words::text_of;

/// How much of a page is searched for the name of its encoding, as in browsers.
const PRESCAN: usize = 1024;

/// Most elements of a page; one with more is a table or an attack, and all its text is read instead of the
/// main text.
const MAX_ELEMENTS: usize = 100_000;

/// Deepest nesting; deeper pages would exhaust the stack of the libraries that read them.
const MAX_DEPTH: usize = 500;

/// Within how many lines a title may stand.
const HEAD_LINES: usize = 3;

/// Elements that end by themselves, or where the next one of their kind begins.
const SELF_CLOSING: &[&str] = &[
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "source", "tbody", "td", "th", "tr", "track", "wbr",
];

/// The text of a page: the title, unless the text begins with it, and the main text, with a line for each
/// block. Fields that are carried through are meta tags.
pub(super) fn read(
    bytes: Vec<u8>,
    given: Option<&'static Encoding>,
    keep: &[String],
) -> Result<Input, Wrong> {
    let encoding = given.or_else(|| declared(&bytes));
    let html = encoding::decode(bytes, encoding)?;
    if is_too_deep(&html) {
        return Err(Wrong::new(
            tr!("elements nested deeper than {MAX_DEPTH}", "元素嵌套超过 {MAX_DEPTH} 层"),
            tr!("open the page in a browser and save it as text", "请用浏览器打开并另存为文本"),
        ));
    }
    let document = Document::from(html.as_str());
    if meta(&document, &["generator"]).as_deref() == Some("zhengce") {
        return Err(Wrong::new(
            tr!("a page that zhengce wrote, no source", "由 zhengce 写出的页面，不是原始文本"),
            tr!("leave it out with --exclude", "请用 --exclude 略过"),
        ));
    }
    let (title, is_given) = title(&document);
    let date = meta(&document, &["PubDate", "publishdate", "article:published_time"]);
    let date = date.and_then(|date| Date::written(&date));
    let text = main_text(&document).unwrap_or_else(|| text_of(&document.root()));
    if text.trim().is_empty() {
        return Err(Wrong::new(
            tr!("no text in this page", "网页中没有文本"),
            tr!(
                "save the page anew after its text has appeared in the browser",
                "请等浏览器中出现正文后重新保存"
            ),
        ));
    }
    let page = Page {
        publisher: meta(&document, &["ContentSource"]),
        site: meta(&document, &["SiteName", "og:site_name"]),
        channel: meta(&document, &["ColumnName"]),
        title: title.clone(),
        is_title_given: is_given,
    };
    let kept = keep.iter().map(|name| meta(&document, &[name])).collect();
    Ok(Input { text: with_title(title, text), date, page, kept, ..Input::default() })
}

/// The encoding that the page names, unless its bytes are UTF-8: many pages name one encoding and are in
/// another.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_lowercase();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let label: String =
        label.chars().take_while(|char| char.is_ascii_alphanumeric() || "-_".contains(*char)).collect();
    let encoding = Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != UTF_8)?;
    // GB18030 extends GB2312 and GBK.
    Some(if encoding == GBK { GB18030 } else { encoding })
}

/// Whether elements are nested deeper than in any page that people read.
fn is_too_deep(html: &str) -> bool {
    let (mut open, mut depth) = (HashMap::<String, usize>::new(), 0);
    for tag in html.split('<').skip(1) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).take(32).collect();
        let name = name.to_ascii_lowercase();
        if name.is_empty() || SELF_CLOSING.contains(&&*name) {
            continue;
        }
        let count = open.entry(name).or_default();
        match is_end {
            false => (*count, depth) = (*count + 1, depth + 1),
            true if *count > 0 => (*count, depth) = (*count - 1, depth - 1),
            true => {}
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

/// The content of the first of these meta tags that exists and is not blank.
fn meta(document: &Document, names: &[&str]) -> Option<String> {
    let tags = document.select("meta");
    names.iter().find_map(|name| {
        let named = |tag: &&NodeRef| {
            let given = tag.attr("name").or_else(|| tag.attr("property"));
            given.is_some_and(|given| given.eq_ignore_ascii_case(name))
        };
        let content = tags.nodes().iter().find(named)?.attr("content")?;
        let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
        (!content.is_empty()).then_some(content)
    })
}

/// The title that the site states, otherwise the heading or the title of the window; and whether the site
/// states it.
fn title(document: &Document) -> (Option<String>, bool) {
    let given = meta(document, &["ArticleTitle"]);
    let is_given = given.is_some();
    (given.or_else(|| shown_title(document)), is_given)
}

/// The only heading, otherwise the title of the window.
fn shown_title(document: &Document) -> Option<String> {
    let tidy = |text: &str| {
        Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    };
    let heading = || match document.select("h1").nodes() {
        [heading] => tidy(&heading.text()),
        _ => None,
    };
    heading().or_else(|| tidy(&document.select("title").text()))
}

/// The main text; `None` where no part of the page stands out.
fn main_text(document: &Document) -> Option<String> {
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let mut readability = Readability::with_document(document.clone(), None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    let text = text_of(&Document::fragment(article.content).root());
    (!text.trim().is_empty()).then_some(text)
}

/// The text below its title, unless the title already stands among the first lines.
fn with_title(title: Option<String>, text: String) -> String {
    match title {
        Some(title) if !bare(&text.lines().take(HEAD_LINES).collect::<String>()).contains(&bare(&title)) => {
            format!("{title}\n{text}")
        }
        _ => text,
    }
}

/// The code points of the line that is the title, if one of the first lines is.
pub(crate) fn line_of_title(title: &str, text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    text.split('\n').take(HEAD_LINES + 1).find_map(|line| {
        let lead = line.chars().take_while(|char| char.is_whitespace()).count();
        let range = start + lead..start + lead + line.trim().chars().count();
        start += line.chars().count() + 1;
        (bare(line) == bare(title)).then_some(range)
    })
}

fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use zhengce::Date;

    use super::*;

    fn page(head: &str, body: &str) -> Input {
        read(format!("<html><head>{head}</head><body>{body}</body></html>").into_bytes(), None, &[]).unwrap()
    }

    fn article(lines: usize) -> String {
        "<p>今年，全县新建桥梁5座，完成投资3.2亿元，群众满意度提高，经济社会稳步发展。</p>".repeat(lines)
    }

    #[test]
    fn the_main_text_is_read_without_what_stands_around_it() {
        let body = format!(
            "<div class=nav><a href=1>首页</a> <a href=2>政务公开</a></div><div id=content>{}</div>\
             <div class=footer>主办：青溪县人民政府 <a href=3>网站地图</a></div><script>var a = 1;</script>",
            article(12)
        );
        let page = page(
            "<meta name=articletitle content=' 青溪县  简报 '><meta name=PubDate content='2022-01-08 10:30'>",
            &body,
        );
        let lines: Vec<&str> = page.text.lines().collect();
        assert_eq!((lines.len(), lines[0]), (13, "青溪县 简报"), "{}", page.text);
        assert!(!page.text.contains("首页") && !page.text.contains("网站地图"), "{}", page.text);
        assert_eq!(page.date.as_ref().map(Date::as_str), Some("2022-01-08"));
    }

    #[test]
    fn without_meta_tags_the_page_gives_the_title_and_the_library_the_date() {
        let page = page("<title>窗口</title>", &format!("<h1>青溪简报</h1><div>{}</div>", article(12)));
        assert!(page.text.starts_with("青溪简报\n今年"), "{}", page.text);
        assert_eq!(page.date, None);
    }

    #[test]
    fn the_given_title_is_a_line_of_the_head() {
        let text = "渔港\n 关于修建 渔港的通知\n现在开始。";
        assert_eq!(line_of_title("关于修建渔港的通知", text), Some(4..14));
        assert_eq!(line_of_title("关于修建", text), None);
        assert!(page("<meta name=ArticleTitle content=渔港>", "<p>新建桥梁。</p>").page.is_title_given);
        assert!(!page("<title>渔港</title>", "<p>新建桥梁。</p>").page.is_title_given);
    }

    #[test]
    fn a_short_page_is_read_whole() {
        assert_eq!(
            page("", "今年&nbsp;<b>新建</b>桥梁5座。<br>完工。").text.trim_end(),
            "今年 新建桥梁5座。\n完工。"
        );
    }

    #[test]
    fn blanks_that_indent_a_paragraph_are_kept_as_such() {
        let text = page("", "<p>&nbsp; 新建桥梁。</p><p> &nbsp;&nbsp;&nbsp;&nbsp;完工。</p><p>&emsp;&emsp;通车&nbsp;&nbsp;了。</p>").text;
        assert_eq!(text.trim_end(), "新建桥梁。\n\u{3000}\u{3000}完工。\n\u{3000}\u{3000}通车 了。");
    }

    #[test]
    fn the_declared_encoding_is_used_unless_the_bytes_are_utf8() {
        let html = "<meta charset=\"gb2312\"><p>新建桥梁5座。</p>";
        let gbk = GB18030.encode(html).0.into_owned();
        for bytes in [gbk, html.as_bytes().to_vec()] {
            assert_eq!(read(bytes, None, &[]).unwrap().text.trim(), "新建桥梁5座。");
        }
    }

    #[test]
    fn a_page_without_text_or_nested_without_end_is_a_fault() {
        assert!(read(b"<html><script>1</script></html>".to_vec(), None, &[]).is_err());
        for open in ["<div>", "<b></i>", "<x-y a='<'>"] {
            let deep = format!("{}{}", open.repeat(200_000), article(3));
            assert!(read(deep.into_bytes(), None, &[]).unwrap_err().what.contains("nested"), "{open}");
        }
        let wide = "<div><p>甲<li>乙</div>".repeat(2_000);
        assert!(read(wide.into_bytes(), None, &[]).is_ok());
    }
}
