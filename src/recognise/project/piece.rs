//! Cuts a sentence into names, lists of names, and the words between them.

use std::ops::Range;

use super::measured::{
    aside_mark, changes_size, describing_clauses, measured_after, measured_clause, push_measured,
};
use super::{aside, form};
use crate::layout::number_length;
use crate::lexicon::{Form, Head, Mark, NameCue, is_han};
use crate::recognise::Scene;
use crate::record::Stage;
use crate::segment::Token;
use crate::text::clause_after;

/// A stretch of a sentence: a mark, or the text between two marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    /// `None` for text that may be a name.
    pub(crate) mark: Option<Mark>,
}

impl Piece {
    pub(super) fn is_text(&self) -> bool {
        self.mark.is_none()
    }

    pub(super) fn has_form(&self, form: Form) -> bool {
        self.mark.is_some_and(|mark| mark.form == form)
    }
}

/// Most characters by which a head may reach past a mark that is part of it: 下水|电工程, 重大|科技基础设施.
const MAX_REST_CHARS: usize = 6;
/// The capacity that suffices for most sentences.
const PIECES: usize = 16;

/// The pieces of a sentence, in order, without gaps.
pub(crate) fn pieces(scene: &Scene) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(PIECES);
    let mut marks = scene.find(&scene.lexicon.stages.marks).peekable();
    // The bytes where the last piece ends, and where the last bracket ends that is part of a name.
    let (mut end, mut inside) = (0, 0);
    // The number of an item is no part of a name: 1.|青岩大桥.
    let number = number_length(scene.text);
    if number > 0 {
        pieces.push(Piece { range: 0..number, mark: Some(Mark { form: Form::Stop, ..Mark::default() }) });
        (end, inside) = (number, number);
    }
    while let Some((mut range, mark)) = marks.next() {
        let mut mark = *mark;
        if let Some(start) = straddled(scene, &range) {
            let Some((next, inner)) = scene.lexicon.stages.marks.longest_at(scene.text, start) else {
                continue;
            };
            (range, mark) = (next, *inner);
            while marks.next_if(|(next, _)| next.start < range.end).is_some() {}
        }
        // Words that open a phrase are no name: 今年|扩建青川机场.
        let openers = || scene.lexicon.projects.skip_openers(&scene.text[end..range.end]);
        if mark.is_opening && openers() >= range.start - end {
            range.start = end;
        }
        // The mark of a note does not end a name: 旅游公路[6]、.
        if end < range.start
            && let Some(close) = aside::note(scene, &range)
        {
            inside = close;
        }
        if range.start < inside
            || !is_word(scene, &range, &mark, end < range.start)
            || mark.form == Form::Word && changes_size(scene, end, &range)
        {
            continue;
        }
        let follows_text = end < range.start;
        let bracket = aside::short_bracket(scene, &range).filter(|_| follows_text);
        if let Some(close) = bracket {
            // A bracket of the name may hold a verb: (含青川水库扩建).
            let is_of_name = |at: usize, mark: &Mark| mark.is_opening && range.end < at && at < close;
            while marks.next_if(|(next, mark)| is_of_name(next.start, mark)).is_some() {}
        }
        if let Some(close) = aside::measured_bracket(scene, &range).filter(|_| follows_text) {
            while marks.next_if(|(next, _)| next.end <= close).is_some() {}
            range.end = close;
            mark = aside_mark();
        } else if let Some(close) = bracket
            && marks.peek().is_some_and(|(next, _)| next.end == close)
        {
            marks.next();
            let next = marks.peek().map_or(scene.text.len(), |(next, _)| next.start);
            if aside::belongs_to_name(&scene.text[range.end..close - 1], close < next) {
                inside = close;
                continue;
            }
            range.end = close;
            mark = aside_mark();
        }
        let follows_mark =
            end == range.start && pieces.last().is_some_and(|piece: &Piece| piece.has_form(Form::Comma));
        if (end < range.start || follows_mark)
            && let Some(close) = aside::quoted_part(scene, &range, follows_mark)
        {
            inside = close;
            continue;
        }
        if heads_item(scene, &pieces, end, &range) {
            mark = aside_mark();
        }
        let opens_clause = follows_text && pieces.last().is_none_or(|piece| piece.has_form(Form::Stop));
        if [",", ";", "。"].contains(&scene.slice(&range))
            && let Some(start) = measured_clause(scene, &mut pieces, end, range.start)
        {
            end = end.min(start);
            if scene.says(&range, ",") {
                range.start = start;
                mark = aside_mark();
            } else {
                push_measured(&mut pieces, end, start..range.start);
                end = range.start;
            }
        } else if opens_clause && let Some(close) = measured_after(scene, &range) {
            while marks.next_if(|(next, _)| next.end <= close).is_some() {}
            range.end = close;
            mark = aside_mark();
        }
        if end < range.start {
            pieces.push(Piece { range: end..range.start, mark: None });
        }
        if mark.form == Form::Aside
            && let Some(close) = describing_clauses(scene, range.end)
        {
            while marks.next_if(|(next, _)| next.end <= close).is_some() {}
            range.end = close;
        }
        end = range.end;
        pieces.push(Piece { range, mark: Some(mark) });
    }
    let close = scene.text.len();
    if let Some(start) = measured_clause(scene, &mut pieces, end, close) {
        push_measured(&mut pieces, end.min(start), start..close);
        end = close;
    }
    if end < close {
        pieces.push(Piece { range: end..close, mark: None });
    }
    pieces
}

/// Whether a mark closes the work that opens the sentence as a heading, and so does not separate it from what
/// is told: 云河大桥|:|9月20日正式通车, 1.|云河水厂项目|。|总投资3亿元.
fn heads_item(scene: &Scene, pieces: &[Piece], start: usize, mark: &Range<usize>) -> bool {
    let opens = pieces.iter().all(|piece| piece.has_form(Form::Stop) && piece.range.start == 0);
    if !opens || ![":", "。"].contains(&scene.slice(mark)) {
        return false;
    }
    let name = scene.text.get(start..mark.start).unwrap_or_default();
    let stages = &scene.lexicon.stages;
    let is_work = || {
        form::ends_as_undertaking(name)
            || matches!(scene.lexicon.projects.head(name), Some((1.., Head::Works)))
    };
    let told = &scene.text[mark.end..];
    // The words after it must tell when, how far or how large: not 青岩大桥:市民的记忆.
    let tells = || {
        told.starts_with(|c: char| c.is_ascii_digit())
            || stages.measured_at(clause_after(told)) == Some(0)
            || stages.marks.longest_at(told, 0).is_some_and(|(_, mark)| {
                mark.is_done || mark.is_aim || mark.is_adverb || mark.stage.is_some() && !mark.is_bare
            })
            || stages.denials.opens(told)
    };
    is_work() && tells()
}

/// Whether the text that follows ends a member of a list.
pub(super) fn ends_member(rest: &str) -> bool {
    ["、", "等", "项目"].iter().any(|end| rest.starts_with(end))
}

/// The byte where the next word starts, if a mark begins inside a known word and ends inside the next:
/// 联|动工|程, 机|组建|成.
fn straddled(scene: &Scene, range: &Range<usize>) -> Option<usize> {
    let at = scene.tokens.ended_by(range.start);
    let token = scene.tokens.get(at)?;
    let straddles = token.range.start < range.start && token.range.end < range.end && scene.knows(token);
    let ends_word = || scene.tokens[at + 1..].iter().take(2).any(|token| token.range.end == range.end);
    (straddles && !ends_word()).then_some(token.range.end)
}

/// Whether a mark is a word here. A single character must be a whole word (将, not 将军), no mark starts inside
/// a word (统筹建设 has no 筹建), and a verb between text and a head is part of the name (运营中心).
fn is_word(scene: &Scene, range: &Range<usize>, mark: &Mark, follows_text: bool) -> bool {
    if matches!(mark.form, Form::Stop | Form::Comma) {
        return true;
    }
    // A word that ties an attribute to its figure separates nothing: 总投资|达|12亿元.
    if *mark == Mark::default() && scene.lexicon.stages.attribute_at_end(&scene.text[..range.start]).is_some()
    {
        return false;
    }
    // A planned sum is no stage: 计划|总投资8亿元的云河水厂.
    if mark.is_aim && scene.text[range.end..].starts_with("总投资") {
        return false;
    }
    let at = scene.tokens.ended_by(range.start);
    let Some(token) = scene.tokens.get(at) else { return false };
    let word = scene.slice(range);
    let is_single = word.chars().nth(1).is_none();
    let is_known = || scene.knows(token);
    if is_single && ties_ends(scene, range) {
        return false;
    }
    if is_single {
        // The segmenter guesses words out of clips, so 等 is a mark in all but known words. A word that ties
        // names to a list does so after a head, wherever the segmenter cuts: 铁路|及|青川铁路.
        let ties = || {
            mark.form == Form::Joint
                && token.range.start == range.start
                && scene.lexicon.projects.head(&scene.text[..range.start]).is_some()
                && !scene.lexicon.places.is_place(token.word)
        };
        if is_part_of_name(scene, range) {
            return false;
        }
        // So does the reason why a work stopped: 项目|因|征迁停工.
        let gives_reason = || {
            let before = &scene.text[..range.start];
            scene.says(range, "因") && ["项目", "工程"].iter().any(|work| before.ends_with(work))
        };
        // So does 的 after a sum: 总投资3亿元|的|佰兴项目.
        let follows_sum = || scene.says(range, "的") && scene.text[..range.start].ends_with('元');
        return token.range == *range
            || !is_known() && (mark.form == Form::Etc || ties() || follows_sum() || gives_reason());
    }
    if is_part_of_head(scene, range) {
        return false;
    }
    // Such a verb needs its object after it: 扩建|项目, not 青川机场|扩建.
    if mark.is_opening
        && (follows_text || ["项目", "工程"].iter().any(|end| scene.text[range.end..].starts_with(end)))
    {
        return false;
    }
    let is_inner = token.range.start < range.start && range.end < token.range.end;
    // No mark opens a word with one more character (加速|器, 运营|商); 全线|通车 are two words.
    let is_opening = token.range.start == range.start && range.end + '器'.len_utf8() == token.range.end;
    if (is_inner || is_opening) && is_known() {
        return false;
    }
    // 国家 opens a name: 国家|重大|科技基础设施.
    if mark.is_adverb && mark.stage.is_none() && scene.text[..range.start].ends_with("国家") {
        return false;
    }
    // A verb without object is a noun, and a noun is part of a name: 煤炭综合利用、…, 地理标志|交易中心.
    let is_noun = || token.tag == "n" && token.range == *range;
    if *mark == Mark::default() && follows_text && (ends_member(&scene.text[range.end..]) || is_noun()) {
        return false;
    }
    let is_said = mark.stage.is_some() || mark.is_done || mark.is_upkeep;
    let may_modify = is_said && follows_text && word.chars().count() == 2;
    !(may_modify && (head_follows(scene, range.end) || ties_places(scene, range.end, mark)))
}

/// Whether a character that may be a mark is part of a name: it ends a member (都 in 云河会都|等), or makes the
/// clip of a work's name with one more (、|和青铁路).
fn is_part_of_name(scene: &Scene, range: &Range<usize>) -> bool {
    let (before, rest) = (&scene.text[..range.start], &scene.text[range.end..]);
    let opens_head = || {
        let end = rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end);
        scene.lexicon.projects.head(&rest[..end]) == Some((0, Head::Works))
    };
    match scene.slice(range) {
        // A place holds it: 甘其毛都|跨境铁路.
        _ if is_inside_place(scene, range) => true,
        // It makes a clip: 、和|若|铁路.
        _ if before.ends_with("、和") => opens_head(),
        // The word before goes on with it: 国际标准比|对|中心.
        "对" => before.ends_with('比'),
        // 达 reaches only an amount or a mark: 鑫恒|达|装备项目.
        "达" => {
            let is_reached = |c: char| scene.lexicon.stages.is_reached(c);
            before.ends_with(is_han) && rest.starts_with(is_han) && !rest.starts_with(is_reached)
        }
        "都" => rest.starts_with('等') && before.ends_with(is_han),
        "和" => {
            let end = rest.char_indices().nth(3).map_or(rest.len(), |(end, _)| end);
            let head = scene.lexicon.projects.head(&rest[..end]);
            before.ends_with('、') && head == Some(('和'.len_utf8(), Head::Works))
        }
        _ => false,
    }
}

/// Whether 的 stands between the two ends of a line and its head: 宝鸡到成都|的|铁路.
fn ties_ends(scene: &Scene, range: &Range<usize>) -> bool {
    if !scene.says(range, "的")
        || scene.lexicon.name_cues.opening(&scene.text[range.end..], NameCue::Way).is_none()
    {
        return false;
    }
    let at = scene.tokens.partition_point(|token| token.range.end <= range.start);
    let [.., from, to, end] = &scene.tokens[..at] else { return false };
    let is_place = |token: &Token| token.range.len() >= '河'.len_utf8() * 2 && token.tag.starts_with("ns");
    matches!(scene.slice(&to.range), "到" | "至")
        && end.range.end == range.start
        && (is_place(from) || is_place(end))
}

/// Whether the name of a place holds the character or ends with it.
fn is_inside_place(scene: &Scene, range: &Range<usize>) -> bool {
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.end < range.end));
    spot.is_some_and(|spot| spot.sure && spot.range.start < range.start)
}

/// Whether a head holds the mark or begins inside it: 发射|场, 下|水电工程. 贯通|道路 ends no word after 通道.
fn is_part_of_head(scene: &Scene, range: &Range<usize>) -> bool {
    let rest = scene.text[range.end..].chars().take(MAX_REST_CHARS).take_while(|c| is_han(*c));
    let reach = range.end + rest.map(char::len_utf8).sum::<usize>();
    let words = &scene.tokens[scene.tokens.ended_by(range.end)..];
    let is_head = |end: usize| {
        let head = scene.lexicon.projects.head(&scene.text[range.start..end]);
        head.is_some_and(|(start, _)| {
            range.start + start < range.end && end - range.start - start > '港'.len_utf8()
        })
    };
    words.iter().map(|word| word.range.end).take_while(|end| *end <= reach).any(is_head)
}

/// Whether a verb of operation has a place as its object: 青川基地|送电|云河工程.
fn ties_places(scene: &Scene, end: usize, mark: &Mark) -> bool {
    let spot = || scene.spots().binary_search_by_key(&end, |spot| spot.range.start);
    mark.stage == Some(Stage::Operating) && spot().is_ok_and(|index| scene.spots()[index].sure)
}

/// Whether the next two characters are a head that a verb may precede.
fn head_follows(scene: &Scene, at: usize) -> bool {
    let rest = &scene.text[at..];
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end);
    let start_of_list = rest[end..].starts_with(['、', '和', '等']);
    let follows_head = || {
        let before = scene.text[..at].strip_suffix("建设");
        before.is_some_and(|before| scene.lexicon.projects.head(before).is_some_and(|(start, _)| start > 0))
    };
    scene.lexicon.projects.head(&rest[..end]).is_some_and(|(start, _)| start == 0)
        && (!rest.starts_with("项目") || start_of_list || follows_head())
}
