//! Paragraphs to speeches: where each begins, its headline, the title of the whole.

use std::ops::Range;

use super::{Byline, Layout, Paragraph, Role, SpeechLayout, section, sentence};
use crate::lexicon::Lexicon;
use crate::text::{before_document_number, is_of_date, is_within};

/// Longest headline, in characters.
const MAX_HEADLINE_CHARS: usize = 60;
/// Longest title that text follows on the same line, in characters.
const MAX_INLINE_TITLE_CHARS: usize = 90;
/// Longest day of a speech: 二〇二〇年十一月二十一日.
const MAX_DAY_CHARS: usize = 16;
/// Labels in a masthead, which stand before a colon.
const SIGNING: [&str; 4] = ["签发人", "签发", "办理结果", "密级"];
/// The last characters of the names of offices that issue documents: 办公室, 渔业局, 水利厅, 县委, 人民政府.
const OFFICES: [char; 5] = ['室', '局', '厅', '委', '府'];
/// Longest line that names the issuer of a text, in characters.
const MAX_OFFICE_CHARS: usize = 20;
/// Shortest line that is drawn as a rule, in characters.
const MIN_RULE_CHARS: usize = 3;

/// Splits the text at its bylines. A text without bylines is one speech.
pub(crate) fn split(text: &str, paragraphs: &[Paragraph], lexicon: &Lexicon) -> Layout {
    let bylines = bylines_with_text(text, paragraphs);
    let headlines: Vec<Range<usize>> =
        bylines.iter().map(|byline| headline(text, paragraphs, *byline)).collect();
    let opening = headlines.first().map_or_else(|| opening_lines(text, paragraphs), Clone::clone);
    let several = headlines.len() > 1;
    let title = title(paragraphs, &opening, several).or_else(|| title_before_day(text, paragraphs.first()?));
    let starts: Vec<usize> = match headlines.split_first() {
        None if paragraphs.is_empty() => Vec::new(),
        None => vec![0],
        // Records above the first speech belong to it.
        Some((_, others)) => [0].into_iter().chain(others.iter().map(|lines| lines.start)).collect(),
    };
    let ends = starts.iter().skip(1).copied().chain([paragraphs.len()]);
    let speeches = starts
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(index, (&start, end))| {
            let lines = headlines.get(index).cloned().unwrap_or(0..0);
            // The last line above the byline is the speech's own; a single speech has the title alone.
            let headline = lines.last().filter(|_| several).map(|line| paragraphs[line].range.clone());
            let byline = bylines.get(index).and_then(|byline| paragraphs[*byline].byline.clone());
            speech(text, &paragraphs[start..end], headline, byline, lexicon)
        })
        .collect();
    Layout { title, speeches }
}

/// Indices of the bylines that text follows. A page that repeats its headline and byline above the
/// text has one speech, the one under the last of them.
fn bylines_with_text(text: &str, paragraphs: &[Paragraph]) -> Vec<usize> {
    let mut bylines: Vec<usize> = Vec::new();
    let mut spoken = true;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.byline.is_some() {
            if !spoken {
                bylines.pop();
            }
            bylines.push(index);
            spoken = false;
        }
        spoken |= paragraph.role == Role::Text && text[paragraph.range.clone()].contains('。');
    }
    bylines
}

/// Indices of the lines of the headline above a byline: lines without a stop. Datelines and lines of the
/// masthead are skipped only between the headline and the byline.
fn headline(text: &str, paragraphs: &[Paragraph], byline: usize) -> Range<usize> {
    let is_apart = |index: &usize| {
        let paragraph = &paragraphs[*index];
        paragraph.role == Role::Dateline || is_masthead(&text[paragraph.range.clone()])
    };
    let end = byline - (0..byline).rev().take_while(is_apart).count();
    let is_headline = |index: &usize| is_headline(text, &paragraphs[*index]);
    end - (0..end).rev().take_while(is_headline).count()..end
}

/// Indices of the lines without a stop that open a text below its masthead; a line that names the issuer
/// above a dateline is left out.
fn opening_lines(text: &str, paragraphs: &[Paragraph]) -> Range<usize> {
    let above = paragraphs.iter().take_while(|line| is_masthead(&text[line.range.clone()])).count();
    let mut lines = paragraphs[above..].iter().take_while(|line| is_headline(text, line)).count();
    let opening = &paragraphs[above..above + lines];
    let below = paragraphs.get(above + lines);
    let is_signed = opening.last().is_some_and(|last| is_office(&text[last.range.clone()]));
    if lines > 1 && is_signed && below.is_some_and(|below| below.role == Role::Dateline) {
        lines -= 1;
    }
    // A text of nothing but lines without stops has no title that could be told from its text.
    if above + lines == paragraphs.len() { 0..0 } else { above..above + lines }
}

fn is_headline(text: &str, paragraph: &Paragraph) -> bool {
    let line = &text[paragraph.range.clone()];
    paragraph.role == Role::Text
        && is_within(line, MAX_HEADLINE_CHARS)
        && !line.contains(['。', ';'])
        && !line.ends_with([',', '、', ':', '!', '?'])
        && !section::is_numbered(line)
        && !is_masthead(line)
}

/// Whether a line belongs to the masthead and not to a title: the number, issue, class, signer or day of a
/// document, or a rule.
fn is_masthead(line: &str) -> bool {
    let line = line.trim();
    is_document_number(line)
        || is_issue(line)
        || is_class(line)
        || is_signing(line)
        || is_rule(line)
        || is_issued(line)
}

/// Whether a line is the number under which a document was issued: 青政发〔2025〕8号.
fn is_document_number(line: &str) -> bool {
    let issuer = line.strip_suffix('号').and_then(before_document_number);
    issuer.is_some_and(|issuer| !issuer.contains(['《', ' ', ',', '、']))
}

/// Whether a line is only the number of an issue: 第12期, 2025年第3期, 〔2025〕第12期.
fn is_issue(line: &str) -> bool {
    let line = line.strip_suffix(')').unwrap_or(line);
    let Some(before) = line.strip_suffix('期') else { return false };
    let is_numbered = before.chars().all(|c| is_of_date(c) || matches!(c, '第' | '总' | '期' | '('));
    before_document_number(before) == Some("") || before.contains('第') && is_numbered
}

/// Whether a line is the class of an answer: A类, (B类), A.
fn is_class(line: &str) -> bool {
    let inside = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line);
    let class = inside.strip_suffix('类').unwrap_or(inside);
    class.len() == 1 && class.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a line opens with a label of a masthead: 签发人:…, 办理结果:A.
fn is_signing(line: &str) -> bool {
    let label =
        line.split_once(':').map(|(label, _)| label.chars().filter(|c| *c != ' ').collect::<String>());
    label.is_some_and(|label| SIGNING.contains(&label.as_str()))
}

/// Whether a line is drawn from edge to edge: ─────, ＊＊＊.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= MIN_RULE_CHARS && !line.contains(char::is_alphanumeric)
}

/// Whether a line is an office, a blank and a day: 青溪县政府办公室 2025年4月9日.
fn is_issued(line: &str) -> bool {
    let Some((office, day)) = line.rsplit_once(' ') else { return false };
    let is_day =
        day.ends_with('日') && day.contains('年') && day.contains('月') && day.chars().all(is_of_date);
    is_day && office.trim_end().ends_with(OFFICES)
}

/// Whether a line names the office that issued the text, as above its day: 青溪县渔业局.
fn is_office(line: &str) -> bool {
    line.ends_with(OFFICES) && is_within(line, MAX_OFFICE_CHARS) && !line.contains(['《', '—', '的'])
}

/// The title: the lines above the first speech's own headline, or all of them for a single speech.
fn title(paragraphs: &[Paragraph], opening: &Range<usize>, several: bool) -> Option<Range<usize>> {
    let lines = &paragraphs[opening.clone()];
    let lines = if several { lines.split_last()?.1 } else { lines };
    Some(lines.first()?.range.start..lines.last()?.range.end)
}

/// The title that opens the first line and runs up to the bracketed day: 在…上的讲话(2018年2月12日)….
fn title_before_day(text: &str, first: &Paragraph) -> Option<Range<usize>> {
    let line = &text[first.range.clone()];
    let bracket = line.char_indices().take(MAX_INLINE_TITLE_CHARS).find(|(_, c)| *c == '(')?.0;
    let (title, day) = line.split_at(bracket);
    let day: String = day[1..].chars().take(MAX_DAY_CHARS).take_while(|c| !matches!(c, ')' | ',')).collect();
    let dated = day.starts_with(|c: char| c.is_ascii_digit() || "一二".contains(c))
        && ['年', '月'].iter().all(|unit| day.contains(*unit))
        && day.trim_end().ends_with('日');
    // 新华社北京11月19日电 before the title is the agency's mark.
    let mark = title.find("日电").filter(|_| title.starts_with("新华社")).map_or(0, |at| at + "日电".len());
    let title = title[mark..].trim();
    let start = first.range.start + mark + line[mark..].len() - line[mark..].trim_start().len();
    let one_phrase = !title.is_empty() && !title.contains(['。', ';', '!', '?', ':']);
    (dated && one_phrase).then(|| start..start + title.len())
}

fn speech(
    text: &str,
    paragraphs: &[Paragraph],
    headline: Option<Range<usize>>,
    byline: Option<Byline>,
    lexicon: &Lexicon,
) -> SpeechLayout {
    let start = paragraphs.first().map_or(0, |paragraph| paragraph.range.start);
    let end = paragraphs.last().map_or(0, |paragraph| paragraph.range.end);
    let below_byline = |byline: &Byline| {
        let above = paragraphs.iter().take_while(|paragraph| paragraph.range.start < byline.range.end);
        above.count()
    };
    let body = byline.as_ref().map_or(0, below_byline);
    SpeechLayout {
        range: start..end,
        headline,
        byline,
        sections: section::sections(text, &paragraphs[body..], end, lexicon),
        sentences: sentence::sentences(text, paragraphs, lexicon),
    }
}

#[cfg(test)]
mod tests {
    use crate::layout;
    use crate::lexicon::Lexicon;

    fn read(source: &str) -> (Option<String>, Vec<(Option<String>, String)>) {
        let (mended, layout) = layout::read(source, Lexicon::for_tests());
        let slice = |range: &std::ops::Range<usize>| mended.as_str()[range.clone()].to_owned();
        let speeches = layout.speeches.iter();
        (
            layout.title.as_ref().map(slice),
            speeches.map(|speech| (speech.headline.as_ref().map(slice), slice(&speech.range))).collect(),
        )
    }

    #[test]
    fn each_byline_opens_a_speech_at_its_headline() {
        let (title, speeches) =
            read("总标题\n甲标题\n副区长 刘奎志\n甲的话。\n\n乙标题\n副县长 吴书文\n乙的话。");
        assert_eq!(title.as_deref(), Some("总标题"));
        assert_eq!(speeches.len(), 2);
        assert_eq!(speeches[0].0.as_deref(), Some("甲标题"));
        assert!(speeches[0].1.starts_with("总标题"), "what stands before belongs to the first");
        assert_eq!(speeches[1].0.as_deref(), Some("乙标题"));
        assert!(speeches[1].1.starts_with("乙标题"));
    }

    #[test]
    fn a_report_has_a_title_and_one_speech() {
        let (title, speeches) =
            read("政府工作报告\n——2024年3月5日在大会上\n国务院总理\n李 强\n各位代表：\n现在开始。");
        assert_eq!(title.as_deref(), Some("政府工作报告"));
        assert_eq!(speeches.len(), 1);
        assert_eq!(speeches[0].0, None);
    }

    #[test]
    fn a_page_that_repeats_its_byline_has_one_speech() {
        let (_, speeches) =
            read("工作报告\n县长 王波\n工作报告\n县长 王波\n各位代表：\n现在开始。\n谢谢大家。");
        assert_eq!(speeches.len(), 1);
    }

    #[test]
    fn a_title_may_run_into_its_text_after_the_day() {
        let title = |source| read(source).0;
        let speech =
            "新华社甲市11月19日电共克时艰——在论坛上的讲话（2020年11月19日，甲市）某某各位来宾：大家好。";
        assert_eq!(title(speech).as_deref(), Some("共克时艰——在论坛上的讲话"));
        assert_eq!(title("会议今天开始。本次会议（2020年11月19日）将讨论规划。"), None);
        assert_eq!(title("甲公司（2020年成立）新增就业9人。"), None);
    }

    #[test]
    fn what_a_masthead_tells_is_no_part_of_the_title() {
        for line in [
            "〔2025〕第12期",
            "第12期",
            "2025年第3期",
            "第3期(总第128期)",
            "B类",
            "（A类）",
            "签发人：丁国梁　　办理结果：A",
            "青溪县人民政府办公室　　2025年4月9日",
            "─────────",
            "＊＊＊",
        ] {
            let head = format!("渔港专题会议纪要\n{line}\n会议研究了渔港建设。");
            assert_eq!(read(&head).0.as_deref(), Some("渔港专题会议纪要"), "{line}");
        }
        for title in [
            "渔港二期",
            "第3期渔民培训",
            "在渔港二期开工仪式上的讲话 2025年4月9日",
            "A股上市",
            "签发渔港文件",
            "…",
        ] {
            assert_eq!(read(&format!("{title}\n现在开始。")).0.as_deref(), Some(title));
        }
    }

    #[test]
    fn the_number_of_a_document_is_no_part_of_its_title() {
        for number in ["青政发〔2025〕8号", "青政办[2025]12号", "〔2025〕第8号"] {
            let titled = [format!("关于修建渔港的通知\n{number}"), format!("{number}\n关于修建渔港的通知")];
            for head in titled {
                let (title, _) = read(&format!("{head}\n各乡镇:现在开始。"));
                assert_eq!(title.as_deref(), Some("关于修建渔港的通知"), "{head}");
            }
        }
        for title in ["关于修建第8号渔港的通知", "渔港8号", "关于印发《渔港办法》(2025)8号"]
        {
            assert_eq!(read(&format!("{title}\n现在开始。")).0.as_deref(), Some(title));
        }
    }

    #[test]
    fn who_issued_a_text_above_its_day_is_no_part_of_the_title() {
        let title = |head: &str| read(&format!("{head}\n全县渔业稳步发展。")).0;
        assert_eq!(title("渔业公报\n青溪县渔业局\n2025年3月21日").as_deref(), Some("渔业公报"));
        assert_eq!(title("渔业公报\n2026年2月").as_deref(), Some("渔业公报"));
        for whole in ["渔业公报\n青溪县渔业局", "关于渔港的决定\n致青溪县的渔业局"] {
            assert_eq!(title(whole).as_deref(), Some(whole));
        }
    }

    #[test]
    fn a_text_without_bylines_is_one_speech() {
        assert_eq!(read("今年,任务完成。"), (None, vec![(None, "今年,任务完成。".to_owned())]));
        assert_eq!(read(" \n\n"), (None, vec![]));
    }
}
