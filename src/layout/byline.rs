//! Bylines (`副区长 刘奎志`) and datelines (`时间：2026-02-03`).

use std::ops::Range;

use super::{Block, Paragraph, Role};
use crate::lexicon::{Beside, Lexicon};
use crate::text::{self, is_of_date, is_within};

/// Longest byline, in characters.
const MAX_BYLINE_CHARS: usize = 60;
/// Longest dateline, in characters, and longest one of several labels.
const MAX_DATELINE_CHARS: usize = 60;
const MAX_CREDITS_CHARS: usize = 120;

/// Who speaks, as the layout shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Byline {
    /// The whole line, or the two lines of post and name.
    pub(crate) range: Range<usize>,
    /// The name; blanks inside a spaced name included.
    pub(crate) name: Range<usize>,
}

impl Byline {
    /// The same byline in bytes of a sentence that starts at `start`.
    pub(crate) fn relative_to(&self, start: usize) -> Byline {
        let relative = |range: &Range<usize>| range.start - start..range.end - start;
        Byline { range: relative(&self.range), name: relative(&self.name) }
    }
}

/// Whether a line by itself names a post and its holder.
pub(crate) fn is_byline(line: &str, lexicon: &Lexicon) -> bool {
    name_in_byline(line, lexicon).is_some()
}

/// The name in a line of the form *posts blank name*: 区发展和改革委员会党组书记、主任 王朝阳.
///
/// Brackets around the line and a label before it (汇报人:) are no part of that form; after a label
/// the name may stand alone.
///
/// What follows a list of posts is a name even without a surname (扎西顿珠); what follows a phrase
/// that merely ends with a title must have one.
fn name_in_byline(line: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    if !is_within(line, MAX_BYLINE_CHARS) {
        return None;
    }
    let bare = line.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).unwrap_or(line);
    let labelled = after_label(bare, lexicon);
    let form = labelled.unwrap_or(bare);
    if form.contains(['。', ';', ':', '“', '《']) {
        return None;
    }
    let start = (if bare.len() < line.len() { 1 } else { 0 }) + bare.len() - form.len();
    let whole = labelled.filter(|name| lexicon.names.is_spaced_name(name)).map(|name| 0..name.len());
    let name = whole.or_else(|| name_after_posts(form, lexicon))?;
    Some(start + name.start..start + name.end)
}

/// The rest of a line that opens with the label of the speech's author (汇报人:), without leading blanks.
fn after_label<'l>(line: &'l str, lexicon: &Lexicon) -> Option<&'l str> {
    let (end, class) = lexicon.people.beside_at(line, 0)?;
    let label = class == Beside::Author;
    line[end..].strip_prefix(':').filter(|_| label).map(str::trim_start)
}

fn name_after_posts(line: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    line.match_indices(' ').find_map(|(blank, _)| {
        let name = line[blank..].trim_start();
        let posts = line[..blank].trim_end();
        let named = if lexicon.posts.is_list_of_posts(posts) {
            lexicon.names.is_name_beside_posts(name)
        } else {
            !posts.contains(',') && lexicon.names.is_spaced_name(name) && lexicon.posts.ends_with_title(posts)
        };
        named.then(|| line.len() - name.len()..line.len())
    })
}

/// Marks each paragraph as byline, dateline, cell or text.
pub(crate) fn paragraphs(text: &str, blocks: &[Block], lexicon: &Lexicon) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(blocks.len());
    for Block { range, is_cell } in blocks {
        let line = &text[range.clone()];
        let byline = byline(text, range, paragraphs.last(), lexicon).filter(|_| !is_cell);
        let role = match byline {
            Some(_) => Role::Byline,
            None if *is_cell => Role::Cell,
            None if is_dateline(line, lexicon) => Role::Dateline,
            None => Role::Text,
        };
        match (&byline, paragraphs.last_mut()) {
            // 国务院总理 / 李　强: the line of posts becomes part of the byline.
            (Some(found), Some(last)) if found.range.start == last.range.start => {
                *last = Paragraph { range: found.range.clone(), role, byline };
            }
            _ => paragraphs.push(Paragraph { range: range.clone(), role, byline }),
        }
    }
    paragraphs
}

/// The byline that ends in this line: on the line itself, or posts above and the name below, or a
/// name alone under a dateline.
fn byline(text: &str, range: &Range<usize>, above: Option<&Paragraph>, lexicon: &Lexicon) -> Option<Byline> {
    let line = &text[range.clone()];
    if let Some(name) = name_in_byline(line, lexicon) {
        let name = range.start + name.start..range.start + name.end;
        return Some(Byline { range: range.clone(), name });
    }
    let above = above.filter(|_| lexicon.names.is_spaced_name(line))?;
    let above_line = &text[above.range.clone()];
    if above.role == Role::Text && is_posts_line(above_line, lexicon) {
        return Some(Byline { range: above.range.start..range.end, name: range.clone() });
    }
    (above.role == Role::Dateline).then(|| Byline { range: range.clone(), name: range.clone() })
}

fn is_posts_line(line: &str, lexicon: &Lexicon) -> bool {
    is_within(line, MAX_BYLINE_CHARS)
        && !line.contains([',', '。', ';', ':'])
        && lexicon.posts.ends_with_title(line)
}

/// A dateline is short, has no stop, and opens with a label (来源:, 时间:), with ——在, with a date
/// or with a bracketed one: the occasion, the day or the paper of the text.
fn is_dateline(line: &str, lexicon: &Lexicon) -> bool {
    let within = |most: usize| is_within(line, most);
    let labelled = || {
        lexicon.furniture.opens_dateline(line)
            && (within(MAX_DATELINE_CHARS) || lexicon.furniture.is_credits(line))
    };
    let dated = |line: &str| line.contains('年') && line.contains('月');
    let day = if within(MAX_DATELINE_CHARS) { day_alone(line, lexicon) } else { line };
    let occasion = line.starts_with("——") && line.contains('在');
    let bracketed = line.starts_with('(') && line.ends_with(')') && dated(line);
    let opens_with_year = line.starts_with(|c: char| c.is_ascii_digit() || "一二".contains(c));
    let is_month = day.ends_with('月') && day.chars().all(is_of_date);
    let bare = opens_with_year && dated(day) && (day.ends_with(['日', '上', ')']) || is_month);
    let clock = day.len() >= 8 && day.chars().all(|c| c.is_ascii_digit() || "-:/. ".contains(c));
    let unlabelled = || (occasion || bracketed || bare || clock) && within(MAX_DATELINE_CHARS);
    within(MAX_CREDITS_CHARS) && !line.contains(['。', ';']) && (unlabelled() || labelled())
}

/// The line up to the label or weekday that stands beside its day, or all of it: 2025-09-12| 来源:…,
/// 2025年2月1日| 星期六.
fn day_alone<'l>(line: &'l str, lexicon: &Lexicon) -> &'l str {
    let is_beside = |blank: &usize| {
        let rest = line[*blank..].trim_start();
        lexicon.furniture.opens_dateline(rest) || is_weekday(rest)
    };
    let mut blanks = line.match_indices(' ').map(|(blank, _)| blank);
    blanks.find(is_beside).map_or(line, |blank| line[..blank].trim_end())
}

/// Whether the word is a day of the week: 星期六, 周日.
fn is_weekday(word: &str) -> bool {
    let day = word.strip_prefix("星期").or_else(|| word.strip_prefix('周'));
    let sign = day.and_then(|day| day.strip_suffix(|day| text::is_weekday(day) || day == '天'));
    sign == Some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> Option<&str> {
        name_in_byline(line, Lexicon::for_tests()).map(|range| &line[range])
    }

    #[test]
    fn a_byline_is_posts_and_a_name() {
        assert_eq!(name("副区长 刘奎志"), Some("刘奎志"));
        assert_eq!(name("区政协党组成员、副主席、二级调研员 吴书文"), Some("吴书文"));
        assert_eq!(name("马寨产业集聚区管委会主任 王 波"), Some("王 波"));
        assert_eq!(name("自治区主席 艾尔肯·吐尼亚孜"), Some("艾尔肯·吐尼亚孜"));
        assert_eq!(name("县委常委、副县长(挂职) 刘洋"), Some("刘洋"));
        assert_eq!(name("县委常委,县政府党组副书记、副县长 扎西顿珠"), Some("扎西顿珠"));
    }

    #[test]
    fn brackets_around_a_byline_and_a_label_before_it_are_left_out() {
        assert_eq!(name("(副区长 刘奎志)"), Some("刘奎志"));
        assert_eq!(name("汇报人:李晓梅"), Some("李晓梅"));
        assert_eq!(name("主讲人: 县教育局局长 李晓梅"), Some("李晓梅"));
        for line in ["汇报人:各位领导", "记者:李晓梅", "汇报人:时间:明天", "(刘奎志)", "发言人表示 刘奎志"]
        {
            assert_eq!(name(line), None, "{line}");
        }
    }

    #[test]
    fn headlines_and_sentences_are_no_bylines() {
        for line in [
            "以省党代会精神为指引 奋力开创工作新局面",
            "区长 , 王波",
            "重点打好 党建养老物业",
            "加强 王波",
            "抓好落实,当好书记 王波",
        ] {
            assert_eq!(name(line), None, "{line}");
        }
    }

    fn roles(lines: &[&str]) -> Vec<(Role, Option<String>)> {
        let text = lines.join("\n");
        let mut start = 0;
        let blocks: Vec<_> = lines
            .iter()
            .map(|line| {
                start += line.len() + 1;
                Block { range: start - line.len() - 1..start - 1, is_cell: false }
            })
            .collect();
        let paragraphs = paragraphs(&text, &blocks, Lexicon::for_tests());
        paragraphs
            .into_iter()
            .map(|paragraph| (paragraph.role, paragraph.byline.map(|b| text[b.name].to_owned())))
            .collect()
    }

    #[test]
    fn posts_above_and_the_name_below_are_one_byline() {
        let found = roles(&[
            "——2024年3月5日在第十四届全国人民代表大会第二次会议上",
            "国务院总理",
            "李 强",
            "各位代表:",
        ]);
        assert_eq!(found[0].0, Role::Dateline);
        assert_eq!(found[1], (Role::Byline, Some("李 强".to_owned())));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn a_line_of_several_labels_is_a_dateline_wherever_it_stands() {
        let credits =
            format!("来源:青溪县{}局 作者:周文远 发布时间:2025-03-02 阅读:123次", "渔业".repeat(25));
        assert_eq!(roles(&["渔港开工。", &credits])[1], (Role::Dateline, None));
        for text in [format!("来源:{}", "渔业".repeat(40)), "渔港 来源:渔业局 时间:明天".to_owned()]
        {
            assert_eq!(roles(&["渔港开工。", &text])[1].0, Role::Text, "{text}");
        }
    }

    #[test]
    fn a_month_alone_and_a_day_with_what_stands_beside_it_are_datelines() {
        for line in
            ["2026年2月", "2025-09-12 来源:青溪发布", "2025年7月24日 来源:渔业局", "2025年2月1日  星期六"]
        {
            assert_eq!(roles(&["渔港公报", line])[1].0, Role::Dateline, "{line}");
        }
        for line in
            ["2026年2月渔港公报", "2026年2月 渔港", "2025年2月1日 渔港开工", "2025-09-12 渔港", "2026年"]
        {
            assert_eq!(roles(&["渔港公报", line])[1].0, Role::Text, "{line}");
        }
    }

    #[test]
    fn a_name_alone_is_a_byline_under_a_dateline_only() {
        assert_eq!(roles(&["(2022年10月16日)", "习 近 平"])[1].0, Role::Byline);
        assert_eq!(roles(&["高举旗帜", "李 强"])[1].0, Role::Text);
    }
}
