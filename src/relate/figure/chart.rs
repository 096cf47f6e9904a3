//! A sentence as figures see it: a row of pieces, each with the part it can play beside a figure.

use std::ops::Range;

use super::piece::Reader;
use crate::lexicon::{Lexicon, Mood, Role, Roles};
use crate::recognise::{Candidate, Detail, Figure, Scene};
use crate::record::Change;

/// Most pieces that any walk from a figure goes.
pub(super) const WINDOW_PIECES: usize = 40;

/// Most pieces of a list that are read after the colon that announces it.
const MAX_LIST_PIECES: usize = 400;

pub(super) const NOUN: Class = Class::Noun { existing: false };

/// The pieces of a sentence, without gaps, and where its figures are among them.
#[derive(Debug)]
pub(super) struct Chart<'s> {
    pub(super) text: &'s str,
    pub(super) lexicon: &'s Lexicon,
    pub(super) pieces: Vec<Piece<'s>>,
    pub(super) figures: Vec<Place>,
    /// The index of the first piece that says what a plan lays down.
    pub(super) laid_down: Option<usize>,
}

/// The index of a figure's piece, and that of its candidate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) piece: usize,
    pub(super) candidate: usize,
}

/// A stretch of the sentence that plays one part.
#[derive(Debug, Clone)]
pub(super) struct Piece<'s> {
    pub(super) range: Range<usize>,
    pub(super) text: &'s str,
    pub(super) class: Class,
    pub(super) mood: Option<Mood>,
    /// Whether it is a noun for what is done, as 建设 in 城市建设.
    pub(super) names_deed: bool,
    /// Whether it is the name of a place or body.
    pub(super) is_name: bool,
    /// Whether it is the name of a person.
    pub(super) is_person: bool,
    /// What it does as a function word.
    pub(super) roles: Roles,
}

impl<'s> Piece<'s> {
    pub(super) fn new(scene: &Scene<'s>, range: Range<usize>, class: Class) -> Self {
        let text = &scene.text[range.clone()];
        let roles = scene.lexicon.function_words.roles(text);
        Piece { range, text, class, mood: None, names_deed: false, is_name: false, is_person: false, roles }
    }
}

/// The part that a piece plays. Those that a walk passes between a figure and its noun phrase are
/// [`Class::is_passed`], those that make up a noun phrase [`Class::is_nominal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A figure, by its number in the sentence.
    Figure(usize),
    /// A time, by the index of its candidate.
    Time(usize),
    /// A noun or a name; `existing`: what it names exists already.
    Noun {
        existing: bool,
    },
    /// A noun that says nothing without the word before it: 基地, 单位.
    Dependent,
    /// Such a noun that names a quantity: 人数, 时限.
    Quantity,
    /// A noun that is never counted itself: 作用, 进度.
    Abstract,
    /// A noun that describes the one after it: 市级, 核心.
    Descriptive,
    /// Part of the noun phrase after it; otherwise like [`Class::Link`]: 平均.
    Attribute,
    /// A noun that names a change: 增速.
    ChangeNoun(Change),
    /// An adjective or another modifier of nouns.
    Modifier,
    /// An opening or closing quotation mark or title mark.
    OpenQuote,
    CloseQuote,
    /// A parenthesis with what it holds, when that is short.
    Aside,
    /// Says that the figure is a share: 占.
    Share,
    Change {
        change: Change,
        takes_object: bool,
    },
    Gain,
    Arrive,
    /// An adverb or another word that stands between a noun phrase and its figure.
    Link,
    /// A bound after a figure; `scale`: elsewhere the word is a noun of its own.
    Bound {
        threshold: bool,
        scale: bool,
    },
    /// A verb whose object is counted.
    Act,
    /// Such a verb that between two nouns is part of their phrase: 改造, 服务.
    Deed,
    /// Such a verb whose object may act itself: 支持, 引导.
    Pivot,
    Verb,
    /// Stands before what a quantity is compared with or reckoned by: 比, 按, 扣除.
    Basis,
    /// 的.
    De,
    /// 和, 与, 及.
    And,
    /// 、
    Pause,
    Comma,
    /// A mark that ends a clause for good: ; : 。
    Stop,
    /// 等.
    Etc,
    Other,
}

impl Class {
    pub(super) fn is_nominal(self) -> bool {
        self.is_head()
            || matches!(self, Class::Modifier | Class::OpenQuote | Class::CloseQuote | Class::Aside)
    }

    /// Whether a noun phrase can end with it.
    pub(super) fn is_head(self) -> bool {
        matches!(
            self,
            Class::Noun { .. }
                | Class::Dependent
                | Class::Quantity
                | Class::Abstract
                | Class::Descriptive
                | Class::ChangeNoun(_)
        )
    }

    /// Whether it is a verb whose object is counted.
    pub(super) fn is_act(self) -> bool {
        matches!(self, Class::Act | Class::Deed | Class::Pivot)
    }

    pub(super) fn is_change(self) -> bool {
        matches!(self, Class::Change { .. })
    }

    /// Whether it is a verb, of whatever role.
    pub(super) fn is_action(self) -> bool {
        self == Class::Verb || self.is_act() || self.is_change()
    }

    pub(super) fn is_passed(self) -> bool {
        matches!(
            self,
            Class::Link
                | Class::Attribute
                | Class::Act
                | Class::Deed
                | Class::Pivot
                | Class::Basis
                | Class::Arrive
                | Class::Gain
                | Class::Change { .. }
                | Class::Time(_)
                | Class::Bound { .. }
        )
    }
}

impl<'s> Chart<'s> {
    /// Reads the sentence; `None` if it has no figure, unless `always` is set.
    pub(super) fn read(scene: &Scene<'s>, candidates: &[Candidate], always: bool) -> Option<Self> {
        (always || candidates.iter().any(is_figure)).then(|| {
            let mut chart = Chart {
                text: scene.text,
                lexicon: scene.lexicon,
                pieces: Vec::with_capacity(scene.tokens.len()),
                figures: Vec::new(),
                laid_down: None,
            };
            let mut reader = Reader::new(scene);
            for (index, candidate) in candidates.iter().enumerate() {
                if candidate.range.start < reader.at || holds_figure(candidates, index) {
                    continue;
                }
                if let Some(class) = class_of(scene, candidate, index, chart.figures.len()) {
                    reader.read_until(candidate.range.start, &mut chart.pieces);
                    reader.name_deed(&mut chart.pieces);
                    if let Detail::Figure(figure) = &candidate.detail {
                        reader.name_ratio(&mut chart.pieces, figure.kind, candidate.range.end);
                        reader.pass_existing(&mut chart.pieces);
                        reader.read_sign(&mut chart.pieces, figure.kind);
                        chart.figures.push(Place { piece: chart.pieces.len(), candidate: index });
                    }
                    let cue = scene.lexicon.cues.words.get(scene.slice(&candidate.range));
                    let mood = cue.and_then(|cue| cue.mood);
                    let is_name = matches!(candidate.detail, Detail::Place { .. } | Detail::Body(_));
                    let is_person = matches!(candidate.detail, Detail::Person(_));
                    let piece = Piece::new(scene, candidate.range.clone(), class);
                    chart.pieces.push(Piece { mood, is_name, is_person, ..piece });
                    reader.at = candidate.range.end;
                }
            }
            reader.read_until(scene.text.len(), &mut chart.pieces);
            chart.laid_down = (0..chart.pieces.len()).find(|at| super::status::lays_down(&chart, *at));
            chart
        })
    }

    pub(super) fn class(&self, piece: usize) -> Option<Class> {
        self.pieces.get(piece).map(|piece| piece.class)
    }

    /// The class of the piece before this one.
    pub(super) fn class_before(&self, piece: usize) -> Option<Class> {
        self.class(piece.checked_sub(1)?)
    }

    pub(super) fn slice(&self, piece: usize) -> &'s str {
        self.pieces.get(piece).map_or("", |piece| piece.text)
    }

    /// The text of the piece before this one; empty where there is none.
    pub(super) fn slice_before(&self, piece: usize) -> &'s str {
        piece.checked_sub(1).map_or("", |before| self.slice(before))
    }

    /// Whether the piece before this one is a figure or a bound of one.
    pub(super) fn follows_figure(&self, piece: usize) -> bool {
        let before = piece - usize::from(matches!(self.slice_before(piece), "左右" | "上下"));
        matches!(self.class_before(before), Some(Class::Figure(_) | Class::Bound { .. }))
    }

    /// Whether the piece is a function word of this role.
    pub(super) fn plays(&self, piece: usize, role: Role) -> bool {
        self.pieces.get(piece).is_some_and(|piece| piece.roles.has(role))
    }

    /// The index of the colon before the figure at `piece`, which announces what the figure is part of.
    pub(super) fn colon_before(&self, piece: usize) -> Option<usize> {
        self.text.contains(':').then_some(())?;
        let first = piece.saturating_sub(MAX_LIST_PIECES);
        (first..piece).rev().find(|at| self.slice(*at) == ":")
    }

    /// The index of the piece that opens the parenthesis closed at this piece.
    pub(super) fn opening(&self, close: usize) -> Option<usize> {
        let near = close.saturating_sub(WINDOW_PIECES)..close;
        (self.slice(close) == ")").then(|| near.rev().find(|at| self.slice(*at) == "("))?
    }

    /// Whether the piece names something that can be measured by itself: 出口, 造价.
    pub(super) fn names_measure(&self, piece: usize) -> bool {
        self.names_quantity(piece) || self.lexicon.quantities.measurable.end(self.slice(piece))
    }

    /// Whether the piece names a quantity of what stands before it: 率, 销售额, 补助标准.
    pub(super) fn names_quantity(&self, piece: usize) -> bool {
        let is_noun = matches!(self.class(piece), Some(Class::Noun { .. }));
        self.class(piece) == Some(Class::Quantity)
            || is_noun && self.lexicon.quantities.of_something.end(self.slice(piece))
    }

    /// Whether the piece names the ratio of two quantities: 比重, 占比.
    pub(super) fn names_ratio(&self, piece: usize) -> bool {
        let word = self.slice(piece);
        matches!(word, "比" | "之比") || self.lexicon.phrases.ratios.end(word)
    }

    /// Whether the piece alone names no quantity, because it does not say of what: 总额, 规模.
    pub(super) fn names_relation(&self, piece: usize) -> bool {
        self.lexicon.quantities.relations.contains(self.slice(piece))
    }

    /// Whether a change stands right before the figure: 增长5%.
    pub(super) fn changes(&self, number: usize) -> bool {
        self.figures
            .get(number)
            .and_then(|place| self.class_before(place.piece))
            .is_some_and(Class::is_change)
    }

    /// Whether the figure is a part of what was counted before: 其中90人.
    pub(super) fn is_part(&self, number: usize) -> bool {
        let figure = self.figures.get(number).map_or(0, |place| place.piece);
        let clause = (figure.saturating_sub(WINDOW_PIECES)..figure).rev();
        let mut clause = clause.take_while(|at| !matches!(self.class(*at), Some(Class::Comma | Class::Stop)));
        clause.any(|at| self.slice(at).starts_with("其中"))
    }

    /// Whether the piece says what became of the quantity before it.
    pub(super) fn is_predicate(&self, piece: usize) -> bool {
        matches!(self.class(piece), Some(Class::Change { .. } | Class::Share)) || self.is_level(piece)
    }

    /// Whether a level follows the piece: 达到, 超过.
    pub(super) fn is_level(&self, piece: usize) -> bool {
        self.class(piece) == Some(Class::Arrive)
            || matches!(self.slice(piece), "达到" | "达" | "超" | "超过" | "突破")
    }

    /// Whether something is compared with what follows the piece: 比上年, 较2020年, 超过计划, 高于全国平均水平.
    pub(super) fn compares(&self, piece: usize) -> bool {
        self.plays(piece, Role::Compares)
    }

    /// Whether no comma stands between these bytes and the figure after them.
    pub(super) fn shares_clause(&self, range: &Range<usize>, number: usize) -> bool {
        let figure = self.figures.get(number).map_or(0, |place| place.piece);
        let between = self.pieces[figure.saturating_sub(WINDOW_PIECES)..figure].iter().rev();
        let mut between = between.take_while(|piece| piece.range.start >= range.end);
        between.all(|piece| !matches!(piece.class, Class::Comma | Class::Stop))
    }

    /// The pieces without a last word that only says in what respect: 监管|方面.
    pub(super) fn without_aspect(&self, pieces: Range<usize>) -> Range<usize> {
        let follows_noun = pieces.len() > 1
            && matches!(self.class(pieces.end - 2), Some(Class::Noun { .. } | Class::Quantity));
        let is_aspect = follows_noun && self.slice(pieces.end - 1) == "方面";
        pieces.start..pieces.end - usize::from(is_aspect)
    }

    /// The bytes of the pieces `from..to`.
    pub(super) fn stretch(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let start = self.pieces.get(from)?.range.start;
        let end = self.pieces.get(to.checked_sub(1)?)?.range.end;
        (start < end).then_some(start..end)
    }
}

/// The figure of a candidate.
pub(super) fn figure(candidate: &Candidate) -> Option<&Figure> {
    match &candidate.detail {
        Detail::Figure(figure) => Some(figure),
        _ => None,
    }
}

fn is_figure(candidate: &Candidate) -> bool {
    figure(candidate).is_some()
}

/// Whether a figure starts inside this candidate, as in a project's name.
fn holds_figure(candidates: &[Candidate], index: usize) -> bool {
    let (Some(outer), Some(later)) = (candidates.get(index), candidates.get(index + 1..)) else {
        return false;
    };
    later.iter().take_while(|inner| inner.range.start < outer.range.end).any(is_figure)
}

fn class_of(scene: &Scene, candidate: &Candidate, index: usize, number: usize) -> Option<Class> {
    match candidate.detail {
        Detail::Figure(_) => Some(Class::Figure(number)),
        // 九年义务教育: how long it lasts is part of its name.
        Detail::Time(_) if scene.text[candidate.range.end..].starts_with("义务教育") => Some(NOUN),
        Detail::Time(_) => Some(Class::Time(index)),
        Detail::Match { .. } => None,
        _ => Some(NOUN),
    }
}
