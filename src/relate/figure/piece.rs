//! Cuts a sentence into the pieces of a chart, by cue words and tokens.

use std::ops::Range;

use super::chart::{Class, NOUN, Piece};
use crate::lexicon::{Part, Role};
use crate::numeral::is_numeric;
use crate::recognise::Scene;
use crate::record::{Change, FigureKind};
use crate::segment::Token;

/// Longest parenthesis inside a noun phrase, in characters.
const MAX_ASIDE_CHARS: usize = 12;
/// Bytes of a word of two characters.
const TWO_CHARS_BYTES: usize = 2 * '某'.len_utf8();
const SCALE: Class = Class::Bound { threshold: false, scale: true };

/// Reads pieces from tokens and cue words.
pub(super) struct Reader<'r, 's> {
    scene: &'r Scene<'s>,
    /// The tokens that end after `at`.
    tokens: &'r [Token<'s>],
    pub(super) at: usize,
}

impl<'r, 's> Reader<'r, 's> {
    pub(super) fn new(scene: &'r Scene<'s>) -> Self {
        Reader { scene, tokens: scene.tokens.all(), at: 0 }
    }

    pub(super) fn read_until(&mut self, end: usize, pieces: &mut Vec<Piece<'s>>) {
        while self.at < end {
            // A single blank before a number or after 、 parts nothing.
            let (before, after) = (&self.scene.text[..self.at], &self.scene.text[self.at..end]);
            if after == " " || after.starts_with(' ') && before.ends_with('、') {
                self.at += 1;
                continue;
            }
            // 四年|中|共增加: 中共 after a time is no party.
            let follows_time = pieces.last().is_some_and(|last| matches!(last.class, Class::Time(_)));
            let is_within = follows_time && self.scene.text[self.at..end].starts_with("中共");
            let within = self.at..self.at + TWO_CHARS_BYTES / 2;
            let follows_figure = pieces
                .last()
                .is_some_and(|last| matches!(last.class, Class::Figure(_) | Class::Bound { .. }));
            // 十三斤|半大豆: half of the unit more.
            let is_half = follows_figure && self.scene.text[self.at..end].starts_with('半');
            let mut piece = if is_within || is_half {
                Piece::new(
                    self.scene,
                    within,
                    if is_half { Class::Bound { threshold: false, scale: false } } else { Class::Link },
                )
            } else {
                self.next(end)
            };
            // 四年|间|增长: how long something lasts is no noun.
            if follows_time && piece.text == "间" {
                piece.class = Class::Link;
            }
            if let Class::Bound { threshold: false, scale } = piece.class
                && !follows_figure
            {
                piece.class = if scale { NOUN } else { Class::Link };
            }
            // 将|投入|5亿元, 累计|补助|资金: a deed that opens what is said of it is no name.
            let opens = matches!(
                pieces.last().map(|last| last.class),
                None | Some(Class::Comma | Class::Stop | Class::Time(_) | Class::Link)
            );
            if opens && matches!(piece.text, "投入" | "补助") {
                piece.class = Class::Act;
            }
            if self.is_half(pieces, &piece) {
                piece.class = Class::Modifier;
            }
            self.revise(pieces, &piece);
            self.at = piece.range.end;
            pieces.push(piece);
        }
    }

    /// Whether 中 opens a phrase before its sister, and does not follow a place or time: 2024年|中|、高等教育,
    /// 9座|中|低放射性.
    fn is_half(&self, pieces: &[Piece], word: &Piece) -> bool {
        if word.text != "中" {
            return false;
        }
        let after = &self.scene.text[word.range.end..];
        match pieces.last().map(|last| last.class) {
            Some(Class::Time(_)) => after.starts_with('、'),
            Some(Class::Figure(_) | Class::Pause) => after.starts_with(['、', '低', '高', '短', '长']),
            _ => false,
        }
    }

    /// Reads the last piece anew, in the light of the one after it.
    fn revise(&self, pieces: &mut [Piece], next: &Piece) {
        let ends_phrase = matches!(next.class, Class::Comma | Class::Stop | Class::Pause | Class::De);
        let told = next.text;
        let is_told =
            matches!(next.class, Class::Change { .. } | Class::Arrive) || next.roles.has(Role::Tells);
        let before_last = pieces.len().checked_sub(2).map(|at| pieces[at].class);
        if let [.., last] = pieces {
            match last.text {
                // 收入比|缩小到: a ratio, and nothing is compared.
                "比" if is_told => last.class = NOUN,
                // 招生|计划|,: a plan, where nothing is planned.
                "计划" | "规划" if ends_phrase => last.class = NOUN,
                // 第二批|再确定: it tells which of those that were counted.
                _ if !next.class.is_nominal() && last.text.starts_with('第') && last.text.ends_with('批') =>
                {
                    last.class = Class::Link;
                }
                // 事项|一次|办结: it tells how often, and is no thing.
                "一次" if next.class.is_action() => last.class = Class::Link,
                // 研究|组织|,: a body, where none is formed.
                "组织" if ends_phrase && before_last.is_some_and(Class::is_nominal) => last.class = NOUN,
                // 工业|建设|方面: it tells in what respect, and nothing is done.
                _ if matches!(told, "方面" | "领域") && last.class.is_action() => last.class = NOUN,
                _ => {}
            }
        }
        // 部署|项目, 共|装备|纺锭: a deed that opens its clause governs the noun after it.
        let opens = || {
            use Class::{Comma, Link, Pause, Stop, Time};
            matches!(before_last, None | Some(Comma | Stop | Pause | Time(_) | Link))
        };
        if let [.., last] = pieces
            && last.roles.has(Role::Governs)
            && matches!(next.class, Class::Noun { .. })
            && opens()
            && !self.scene.lexicon.quantities.of_something.end(told)
        {
            last.class = Class::Act;
        }
        // 农具|的|生产|为: a noun of which a quantity is told.
        let is_told = is_told || matches!(told, "为" | "是" | "将" | "比" | "较");
        if let [.., Piece { class: Class::De, .. }, last] = pieces
            && last.class == Class::Deed
            && is_told
        {
            last.class = NOUN;
        }
        // 商品流转|费|将: a quantity of one character, and nothing is spent.
        if let [.., before, last] = pieces
            && is_told
            && last.class == Class::Verb
            && before.class.is_head()
            && self.scene.lexicon.phrases.suffixes.contains(last.text)
        {
            last.class = NOUN;
        }
        if !next.class.is_nominal() && !next.class.is_action() {
            self.name_deed(pieces);
        }
    }

    /// Makes a noun of a verb after 的 that has no object: 的|摄制, 的|发明|103项.
    pub(super) fn name_deed(&self, pieces: &mut [Piece]) {
        if let [.., before, last] = pieces
            && before.class == Class::De
            && last.class == Class::Verb
            && last.range.len() >= TWO_CHARS_BYTES
        {
            last.class = NOUN;
        }
    }

    /// Makes a noun of 比 between a noun and a share: 存贷|比|76%; not where something is compared with the share
    /// (比5%的目标).
    pub(super) fn name_ratio(&self, pieces: &mut [Piece], kind: FigureKind, end: usize) {
        let is_share = matches!(kind, FigureKind::Percent | FigureKind::Multiple | FigureKind::Other);
        if let [.., before, last] = pieces
            && last.text == "比"
            && is_share
            && before.class.is_head()
            && !self.scene.text[end..].starts_with('的')
        {
            last.class = NOUN;
        }
    }

    /// Makes a link of a word that tells how far those are that were counted: 渔港4座、|在建|8座.
    pub(super) fn pass_existing(&self, pieces: &mut [Piece]) {
        let before_last = pieces.len().checked_sub(2).map(|at| pieces[at].class);
        if let [.., last] = pieces
            && last.class == (Class::Noun { existing: true })
            && !before_last.is_some_and(Class::is_nominal)
        {
            last.class = Class::Link;
        }
    }

    /// Reads a sign before a rate as a rise: 产值|+|5%.
    pub(super) fn read_sign(&self, pieces: &mut [Piece], kind: FigureKind) {
        let is_rate = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint);
        if let [.., before, last] = pieces
            && last.text == "+"
            && is_rate
            && (before.class.is_nominal() || before.class == Class::Link)
        {
            last.class = Class::Change { change: Change::Up, takes_object: false };
        }
    }

    /// The next piece: a cue word that ends where a token ends, else the token, cut at `end`.
    fn next(&mut self, end: usize) -> Piece<'s> {
        while let Some((first, rest)) = self.tokens.split_first()
            && first.range.end <= self.at
        {
            self.tokens = rest;
        }
        let text = &self.scene.text[..end];
        let cues = &self.scene.lexicon.cues.words;
        let opens = self.scene.opens(cues, self.at);
        let cue = opens.then(|| cues.longest_at(text, self.at)).flatten();
        let fits = |range: &Range<usize>, part| {
            self.ends_token(range.end, end) || self.corrects_token(range.end, part)
        };
        if let Some((range, cue)) = cue.filter(|(range, cue)| fits(range, cue.part)) {
            return Piece { mood: cue.mood, ..Piece::new(self.scene, range, class_of_part(cue.part)) };
        }
        if let Some(range) = aside(text, self.at) {
            return Piece::new(self.scene, range, Class::Aside);
        }
        let Some(token) = self.tokens.first() else {
            return Piece::new(self.scene, self.at..end, Class::Other);
        };
        let range = self.at..self.end_of_noun(token).unwrap_or(token.range.end).min(end);
        // A part of a token that the segmenter guessed is a noun before its predicate.
        let is_rest = token.range.start < self.at || range.end < token.range.end.min(end);
        let class = class_of_token(&self.scene.text[range.clone()], if is_rest { "n" } else { token.tag });
        Piece { names_deed: token.tag == "vn", ..Piece::new(self.scene, range, class) }
    }

    /// The byte at which the noun ends that a token holds with what became of it: 价格|上涨 in the token 价格上涨, or
    /// 文教费|为, 营收|超 in words that the segmenter guessed.
    fn end_of_noun(&self, token: &Token) -> Option<usize> {
        let rest = self.scene.text.get(self.at..token.range.end)?;
        let noun = self.scene.lexicon.phrases.predicates.longest(rest).map(|(noun, ())| noun);
        if let Some(noun) = noun.filter(|noun| *noun > 0 && !self.scene.knows(token)) {
            return Some(self.at + noun);
        }
        // 收入|比|为: a ratio, which the segmenter joins with the verb.
        if rest == "比为" {
            return Some(self.at + '比'.len_utf8());
        }
        // 产量|比1952年, 产量|比上年
        let after = &self.scene.text[token.range.end..];
        let noun = rest.strip_suffix('比').filter(|noun| noun.len() >= TWO_CHARS_BYTES);
        if let Some(noun) = noun.filter(|_| opens_with_year(after)) {
            return Some(self.at + noun.len());
        }
        let border = token.range.end.checked_sub(TWO_CHARS_BYTES)?;
        let change = self.scene.text.get(border..token.range.end)?;
        let names_more = || self.tokens.get(1).is_some_and(|next| next.tag.starts_with('n'));
        let parted = border >= self.at + TWO_CHARS_BYTES
            && matches!(change, "上涨" | "下跌" | "下降" | "上升")
            && !names_more();
        parted.then_some(border)
    }

    /// Whether a cue word may end inside a token: a known noun in a later token (占比|达 in the tokens 占|比达), or
    /// one of two known words in one token (同比|增加 in the token 同比增加).
    fn corrects_token(&self, at: usize, part: Part) -> bool {
        let Some(first) = self.tokens.first() else { return false };
        let names = matches!(part, Part::Noun { .. } | Part::Dependent | Part::Quantity);
        if first.range.end < at {
            return names;
        }
        let rest = self.scene.text.get(at..first.range.end).unwrap_or_default();
        let is_long = first.range.len() > TWO_CHARS_BYTES;
        let is_verb =
            |part: Part| matches!(part, Part::Change { .. } | Part::Act | Part::Deed | Part::Attribute);
        let goes_on = |part: Part| {
            is_long && is_verb(part)
                || matches!(part, Part::Link | Part::Arrive | Part::Change { .. } | Part::Basis)
        };
        // 节约|能源, 降低|成本: a change and the thing that changes, before a figure.
        let changes = matches!(part, Part::Change { takes_object: true, .. })
            && first.range.start == self.at
            && rest.len() == TWO_CHARS_BYTES
            && self.scene.lexicon.knows(rest)
            && self.precedes_number(first.range.end);
        if changes {
            return true;
        }
        // 发放|贷款, 解决|问题: so are two words that the segmenter knows as one noun.
        let governs = matches!(self.scene.text.get(self.at..at), Some("发放" | "解决"));
        if governs && is_long && first.range.start == self.at && self.scene.lexicon.knows(rest) {
            return true;
        }
        // 单元|由劣, 比原|计划: a word that the segmenter guessed may open with a cue.
        let is_guess = first.range.len() == TWO_CHARS_BYTES
            && matches!(self.scene.text.get(self.at..at), Some("由" | "比" | "较" | "已"))
            && !self.scene.knows(first);
        if first.range.start == self.at && is_guess {
            return true;
        }
        // 共|出动, 共|印: 共 before the verb tells how many there are in all.
        let sums = self.scene.text.get(self.at..at) == Some("共") && first.range.start == self.at;
        if sums && (!self.scene.knows(first) || is_long && self.scene.lexicon.knows(rest)) {
            return true;
        }
        first.range.start == self.at
            && (is_long || part == Part::Quantity)
            && self.scene.lexicon.cues.words.get(rest).is_some_and(|cue| goes_on(cue.part))
    }

    fn precedes_number(&self, at: usize) -> bool {
        self.scene.text.get(at..).is_some_and(|after| after.starts_with(is_numeric))
    }

    fn ends_token(&self, at: usize, end: usize) -> bool {
        at == end
            || self.tokens.iter().take_while(|token| token.range.end <= at).any(|token| token.range.end == at)
    }
}

/// Whether a text opens with a year that something is compared with: 1952年, 上年, 去年.
fn opens_with_year(text: &str) -> bool {
    let after = text.trim_start_matches(is_numeric);
    let is_dated = after.len() < text.len() && after.starts_with('年');
    is_dated || text.starts_with("上年") || text.starts_with("去年")
}

/// The bytes of a parenthesis that starts at this byte and is no longer than a word or two.
fn aside(text: &str, start: usize) -> Option<Range<usize>> {
    let inside = text.get(start..)?.strip_prefix('(')?;
    let length = inside.char_indices().take(MAX_ASIDE_CHARS).find(|(_, character)| *character == ')')?.0;
    Some(start..start + "(".len() + length + ")".len())
}

fn class_of_part(part: Part) -> Class {
    match part {
        Part::Change { change, takes_object } => Class::Change { change, takes_object },
        Part::ChangeNoun(change) => Class::ChangeNoun(change),
        Part::Gain => Class::Gain,
        Part::Arrive => Class::Arrive,
        Part::Link => Class::Link,
        Part::Bound { threshold } => Class::Bound { threshold, scale: false },
        Part::Scale => SCALE,
        Part::Act => Class::Act,
        Part::Noun { existing } => Class::Noun { existing },
        Part::Deed => Class::Deed,
        Part::Pivot => Class::Pivot,
        Part::Basis => Class::Basis,
        Part::Dependent => Class::Dependent,
        Part::Quantity => Class::Quantity,
        Part::Abstract => Class::Abstract,
        Part::Descriptive => Class::Descriptive,
        Part::Attribute => Class::Attribute,
        Part::Share => Class::Share,
        Part::Etc => Class::Etc,
        Part::Other => Class::Other,
    }
}

fn class_of_token(text: &str, tag: &str) -> Class {
    match text {
        "、" => return Class::Pause,
        "," => return Class::Comma,
        ";" | ":" | "。" | "!" | "?" | "\n" | "——" => return Class::Stop,
        "“" | "《" | "「" | "‘" => return Class::OpenQuote,
        "”" | "》" | "」" | "’" => return Class::CloseQuote,
        "的" => return Class::De,
        "多" | "大" => return Class::Modifier,
        "和" | "与" | "及" | "及其" | "以及" | "或" => return Class::And,
        " " | "≥" | "≤" | ">" | "<" => return Class::Link,
        "-" | "—" | "·" | "+" | "/" | "~" | "&" => return NOUN,
        _ => {}
    }
    match tag {
        "zg" if matches!(text, "很" | "稍" | "半" | "通") => Class::Other,
        "zg" if text == "每" => Class::Modifier,
        "vn" | "an" | "zg" | "l" | "j" | "k" | "g" | "h" | "s" | "t" | "q" | "m" | "eng" => {
            Class::Noun { existing: false }
        }
        // An idiom describes: 数十栋高楼拔地而起 counts 高楼.
        "a" | "b" | "z" | "i" => Class::Modifier,
        "d" | "ad" | "f" | "r" => Class::Link,
        "x" if text.starts_with(char::is_alphanumeric) => NOUN,
        _ if tag.starts_with('n') => NOUN,
        _ if tag.starts_with('v') => Class::Verb,
        _ => Class::Other,
    }
}
