//! Joins the halves of sentences that columns, pages or links broke.

use super::line::Line;
use super::{Block, byline, section};
use crate::lexicon::Lexicon;
use crate::text::{CharSet, Mended, floor_boundary};

/// Marks that end a sentence or a line that stands alone.
const TERMINATORS: &[char] = &['。', '!', '?', ';', ':', '…', '”', '’', '」', '》', ')', '】', '"', '.'];
/// Marks after which a sentence must go on.
const CONTINUES_AFTER: &[char] = &['、', ',', '“', '‘', '《', '(', '[', '「', '—', '·'];
/// Marks that cannot open a line.
const CONTINUES_BEFORE: &[char] =
    &['、', ',', '。', ';', ':', '!', '?', '”', '’', '》', ')', ']', '」', '】', '%'];

/// The marks around a title and around a document's year; no paragraph ends between them.
const HELD: [(char, char); 2] = [('《', '》'), ('〔', '〕')];
/// The opening marks of [`HELD`].
static OPENING: CharSet = CharSet::new(&[HELD[0].0, HELD[1].0]);
/// How many characters on either side of a break are searched for the marks of a title.
const MAX_TITLE_CHARS: usize = 60;

/// Longest link on a line of its own, in characters.
const MAX_LINK_CHARS: usize = 20;

/// The indent of a paragraph.
const INDENT: &str = "\u{3000}\u{3000}";

/// The mended text and its paragraphs.
pub(crate) fn mend(source: &str, lines: &[Line], lexicon: &Lexicon) -> (Mended, Vec<Block>) {
    let mut mended = Mended::default();
    let mut paragraphs: Vec<Block> = Vec::new();
    let mut so_far = SoFar::default();
    for (index, line) in lines.iter().enumerate() {
        let is_apart = line.is_cell || index > 0 && lines[index - 1].is_cell;
        let joined = index > 0 && !is_apart && {
            let above = lines[index - 1].text();
            // The mark of a footnote, left out, breaks no sentence.
            let around_note =
                line.after_note && !above.ends_with(TERMINATORS) && !section::is_numbered(line.text());
            let is_indented = source[..line.source.start].ends_with(INDENT);
            let is_link = !is_indented && so_far.has_stop && is_link(source, lines, index, lexicon);
            let follows_link = so_far.link && !above.ends_with(TERMINATORS);
            so_far.link = is_link;
            around_note
                || is_link
                || follows_link
                || goes_on(above, so_far.is_running, line.text(), is_indented, lexicon)
                || cuts_title(lines, index)
        };
        so_far.read(line.text(), joined);
        if index > 0 && !joined {
            // The break itself stays, as one character that belongs to no paragraph.
            let end = lines[index - 1].source.end;
            let width = source[end..].chars().next().map_or(0, char::len_utf8);
            mended.push(source, end..end + width);
        }
        let start = mended.as_str().len();
        mended.append(&line.text);
        let end = mended.as_str().len();
        match paragraphs.last_mut() {
            Some(last) if joined => last.range.end = end,
            _ => paragraphs.push(Block { range: start..end, is_cell: line.is_cell }),
        }
    }
    (mended, paragraphs)
}

/// What the paragraph up to a line has shown.
#[derive(Debug, Default)]
struct SoFar {
    /// It has commas and stops, which a headline has not.
    is_running: bool,
    /// It has a stop, which no heading has.
    has_stop: bool,
    /// Its last line is a link.
    link: bool,
}

impl SoFar {
    fn read(&mut self, line: &str, joined: bool) {
        if !joined {
            *self = SoFar::default();
        }
        self.is_running |= is_running(line);
        self.has_stop |= line.contains('。');
    }
}

/// Whether a line in the middle of a sentence is the text of a link, or a subscript:
/// 新建|铁路|投产里程超过9公里。 No blank line stands around it.
fn is_link(source: &str, lines: &[Line], index: usize, lexicon: &Lexicon) -> bool {
    let (Some(above), Some(line)) =
        (index.checked_sub(1).and_then(|above| lines.get(above)), lines.get(index))
    else {
        return false;
    };
    let adjoin = |above: &Line, below: &Line| {
        source.get(above.source.end..below.source.start).is_some_and(|gap| gap.matches('\n').count() == 1)
    };
    let text = line.text();
    let is_subscript = text.chars().all(|character| character.is_ascii_digit() || character == '.')
        && above.text().ends_with(|character: char| character.is_ascii_alphabetic());
    let names = !section::is_numbered(text)
        && !byline::is_byline(text, lexicon)
        && !text.contains(['、', ',', '。', ';'])
        && !text.ends_with(TERMINATORS);
    let goes_on = lines.get(index + 1).is_some_and(|below| {
        adjoin(line, below)
            && below.text().contains(['、', ',', '。', ';'])
            && !section::is_numbered(below.text())
    });
    !above.text().ends_with(TERMINATORS)
        && adjoin(above, line)
        && goes_on
        && text.chars().count() <= MAX_LINK_CHARS
        && (is_subscript || names)
}

/// Whether the sentence at the end of `above` goes on in `below`; an indented line opens a paragraph unless
/// the marks at the break say otherwise.
fn goes_on(above: &str, runs: bool, below: &str, is_indented: bool, lexicon: &Lexicon) -> bool {
    if above.starts_with("——") && !above.contains('。') {
        // ——2026年1月26日在省第十四届 / 人民代表大会第五次会议上
        return below.starts_with(CONTINUES_BEFORE) || !above.ends_with('上') && below.ends_with("会议上");
    }
    if lexicon.furniture.is_dateline_label(above) {
        return true;
    }
    if below.starts_with(CONTINUES_BEFORE) && !below.starts_with(':') {
        return true;
    }
    if cuts_number(above, below) {
        return true;
    }
    if above.ends_with(TERMINATORS) || section::is_numbered(below) || byline::is_byline(below, lexicon) {
        return false;
    }
    // Running text has commas and stops; a headline has neither.
    above.ends_with(CONTINUES_AFTER) || (!is_indented && runs && is_running(below))
}

/// Whether a title may be open at the end of these lines: its opening mark stands near that end.
fn may_open_before(lines: &[Line]) -> bool {
    let mut reach = char::MAX.len_utf8() * MAX_TITLE_CHARS;
    for line in lines.iter().rev() {
        let text = line.text();
        let near = floor_boundary(text, text.len().saturating_sub(reach));
        if OPENING.next(text, near).is_some() {
            return true;
        }
        reach = reach.saturating_sub(text.len());
        if reach == 0 {
            return false;
        }
    }
    false
}

/// Whether the break lies behind the decimal point of a number: 受灾32.|6万亩, 增长6.|2%. A word leads up to
/// the number, and digits with a unit follow; not so in 5.|2.建好渔港.
fn cuts_number(above: &str, below: &str) -> bool {
    let whole = above.strip_suffix('.').map(|above| above.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_led = whole.is_some_and(|led| led.len() + 1 < above.len() && led.ends_with(char::is_alphabetic));
    let unit = below.trim_start_matches(|c: char| c.is_ascii_digit());
    is_led && unit.len() < below.len() && unit.starts_with(|c: char| c.is_alphabetic() || c == '%')
}

/// Whether the break before the line lies inside a title or a number: 《大气污染防治|行动计划》.
fn cuts_title(lines: &[Line], index: usize) -> bool {
    // Most breaks have no such mark before them.
    if !may_open_before(&lines[..index]) {
        return false;
    }
    let before =
        || lines[..index].iter().rev().flat_map(|line| line.text().chars().rev()).take(MAX_TITLE_CHARS);
    HELD.iter().any(|(open, close)| {
        let is_mark = |c: &char| c == open || c == close;
        let after = || lines[index..].iter().flat_map(|line| line.text().chars()).take(MAX_TITLE_CHARS);
        before().find(is_mark) == Some(*open) && after().find(is_mark) == Some(*close)
    })
}

fn is_running(line: &str) -> bool {
    line.contains([',', '。', ';']) && !section::is_numbered_heading(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::lines;

    fn paragraphs(source: &str) -> Vec<String> {
        let lexicon = Lexicon::for_tests();
        let (mended, blocks) = mend(source, &lines(source, lexicon), lexicon);
        blocks.into_iter().map(|block| mended.as_str()[block.range].to_owned()).collect()
    }

    #[test]
    fn a_column_break_inside_a_sentence_is_mended() {
        assert_eq!(
            paragraphs("结合规划布局,推进精准招商,大力发\n\n展楼宇经济、平台经济,谋划引进企业。"),
            ["结合规划布局,推进精准招商,大力发展楼宇经济、平台经济,谋划引进企业。"]
        );
        assert_eq!(
            paragraphs("围绕决策部署,在水利建设、人才引进\n等方面开展协商,建言献策。"),
            ["围绕决策部署,在水利建设、人才引进等方面开展协商,建言献策。"]
        );
    }

    #[test]
    fn a_number_broken_at_its_point_is_mended() {
        assert_eq!(paragraphs("渔场32.\n6万亩。"), ["渔场32.6万亩。"]);
        assert_eq!(paragraphs("产值增长6.\n2%,增收。"), ["产值增长6.2%,增收。"]);
        for apart in ["渔港5.\n2.建好渔港。", "5.\n6万亩渔场。", "建好渔港.\n6万亩渔场。", "渔场32.\n渔港"]
        {
            assert_eq!(paragraphs(apart).len(), 2, "{apart}");
        }
    }

    #[test]
    fn a_title_in_short_lines_is_mended() {
        assert_eq!(
            paragraphs("依据《渔港水污\n染防治行动\n计划》开展巡查"),
            ["依据《渔港水污染防治行动计划》开展巡查"]
        );
        assert_eq!(paragraphs("按县政〔20\n24〕12号文件"), ["按县政〔2024〕12号文件"]);
        assert_eq!(paragraphs("《渔港条例》\n《航道条例》"), ["《渔港条例》", "《航道条例》"]);
        assert_eq!(paragraphs("一份没有写完的《渔港\n水库开工").len(), 2);
    }

    #[test]
    fn an_indented_line_opens_a_paragraph() {
        let heading = "第二,尽了很大努力,改善居民生活\n";
        assert_eq!(paragraphs(&format!("{heading}\u{3000}\u{3000}通过发展生产,收入增加。")).len(), 2);
        assert_eq!(paragraphs(&format!("{heading}通过发展生产,收入增加。")).len(), 1);
        assert_eq!(
            paragraphs("出席的有甲、\n\u{3000}\u{3000}乙,丙。").len(),
            1,
            "the mark says that it goes on"
        );
    }

    #[test]
    fn a_link_on_a_line_of_its_own_is_mended() {
        assert_eq!(paragraphs("根据《条例》，属于\n公有领域\n。"), ["根据《条例》,属于", "公有领域。"]);
        assert_eq!(paragraphs("出席的有甲、\n乙、丙。"), ["出席的有甲、乙、丙。"]);
    }

    #[test]
    fn a_link_or_a_subscript_amid_a_paragraph_is_mended() {
        let joined = "水库开工。新建铁路投产里程9公里,新建公路6公里。";
        assert_eq!(paragraphs("水库开工。新建\n铁路\n投产里程9公里,新建\n公路\n6公里。"), [joined]);
        assert_eq!(
            paragraphs("天更蓝。细颗粒物(PM\n2.5\n)浓度下降。"),
            ["天更蓝。细颗粒物(PM2.5)浓度下降。"]
        );
        assert_eq!(paragraphs("政策稳健。货币M\n2\n增长9%,温和。"), ["政策稳健。货币M2增长9%,温和。"]);
        for apart in [
            "水库开工。\n铁路\n投产里程9公里。",
            "水库开工。新建\n\n铁路\n投产里程9公里。",
            "水库开工。新建\n二、铁路\n投产里程9公里。",
            "水库开工\n铁路\n投产里程9公里。",
        ] {
            assert!(paragraphs(apart).len() > 1, "{apart}");
        }
    }

    #[test]
    fn a_footnote_mark_breaks_no_sentence() {
        assert_eq!(
            paragraphs("现在作关于上届会议\n[\n1\n]\n以来的报告。"),
            ["现在作关于上届会议以来的报告。"]
        );
        assert_eq!(paragraphs("关于上届会议\n[2]\n的报告。"), ["关于上届会议的报告。"]);
        assert_eq!(paragraphs("报告完了。\n[1]\n下面讨论。"), ["报告完了。", "下面讨论。"]);
        assert_eq!(paragraphs("工作报告\n[注]\n现在开始。").len(), 3);
    }

    #[test]
    fn the_label_of_a_dateline_stays_with_what_it_labels() {
        let occasion = "——2026年1月26日在省第十四届\n人民代表大会第五次会议上\n省长 王波";
        assert_eq!(
            paragraphs(occasion),
            ["——2026年1月26日在省第十四届人民代表大会第五次会议上", "省长 王波"]
        );
        assert_eq!(paragraphs("时间：\n2026-02-02\n来源：\n大河报"), ["时间:2026-02-02", "来源:大河报"]);
    }

    #[test]
    fn headlines_bylines_and_numbered_lines_stay_apart() {
        for source in [
            "奋力开创工作新局面\n形成主导产业突出的态势\n新区将发展,提升。",
            "全面加强，提升水平\n一、主要工作\n今年，成效显著。",
            "加快建设，提升水平\n副区长 刘奎志\n今年，成效显著。",
        ] {
            assert_eq!(paragraphs(source).len(), 3, "{source}");
        }
    }
}
