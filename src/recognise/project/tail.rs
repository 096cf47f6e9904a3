//! Reads the words that close a list: 等40条高速公路, 等重大项目.

use std::ops::Range;

use super::list::List;
use super::piece::Piece;
use crate::lexicon::{Form, Head, NameCue, Trigger};
use crate::recognise::Scene;

/// Most pieces in the tail of a list: 等8个增资扩产、技改项目.
const MAX_TAIL_PIECES: usize = 8;
/// Longest kind of projects between their count and 项目, in characters: 抽水蓄能.
const MAX_KIND_CHARS: usize = 6;
/// Words for works and undertakings each of which has its name.
const GREAT: [&str; 3] = ["重大", "标志性", "国家重点"];
/// The longest clip of a name before 和, in bytes: 盐泰锡常宜.
const MAX_CLIP_BYTES: usize = 15;

/// The noun phrase after 等: 等40条高速公路, 等重大项目.
#[derive(Debug)]
pub(crate) struct Tail {
    pub(super) head: Option<Head>,
    /// Only counts and generic words stand before the head.
    pub(super) is_plain: bool,
    pub(super) is_counted: bool,
    /// It ends in 项目, which any name may share.
    pub(super) is_project: bool,
    /// It ends in 基地, of which each listed land has one: 等清洁能源基地.
    pub(super) is_base: bool,
    /// It ends in 工程, which the names omit: 青川调水、东线引水等工程.
    pub(super) is_scheme: bool,
    /// It calls them great: 等重大科技项目.
    pub(super) is_great: bool,
    /// It ends in facilities for science and the like, each of which has a field: 等重大科研设施.
    pub(super) is_plant: bool,
    /// It counts projects, not places: 等6个蓄水项目, not 等3个城市项目.
    pub(super) counts_projects: bool,
}

impl List {
    pub(super) fn read_tail(&mut self, scene: &Scene, pieces: &[Piece]) {
        let Some(etc) = pieces.get(self.last + 1).filter(|piece| piece.has_form(Form::Etc)) else {
            self.read_counted_tail(scene);
            self.read_quoted_tail(scene, pieces);
            return;
        };
        self.is_open = true;
        for (offset, piece) in pieces[self.last + 2..].iter().take(MAX_TAIL_PIECES).enumerate() {
            let is_quote = ["“", "”"].contains(&scene.slice(&piece.range));
            if piece.has_form(Form::Stop) && !is_quote {
                return;
            }
            // The place after 等 is where the next name lies: 涡、濉等河流域|的|石桥水库.
            let before = &pieces[self.last + 1 + offset];
            if scene.says(&piece.range, "的") && before.is_text() && ends_as_place(scene, &before.range) {
                return;
            }
            let rest = piece.range.end;
            let piece = &undertaking(scene, piece);
            let whole = etc.range.end..piece.range.end;
            self.is_foreign |= offset == 0 && piece.is_text() && ends_as_place(scene, &piece.range);
            if let Some((start, head)) =
                scene.lexicon.projects.head(scene.slice(&piece.range)).filter(|_| piece.is_text())
            {
                // Quotation marks around a count change nothing: 等“|十大交通|项目”.
                let before = scene.slice(&(whole.start..piece.range.start + start));
                let before = before.strip_prefix('“').unwrap_or(before);
                self.last += 2 + offset;
                // The closing mark belongs to the tail: 等“九大工程”|建设.
                let closes = |piece: &&Piece| scene.says(&piece.range, "”");
                self.last += usize::from(pieces.get(self.last + 1).filter(closes).is_some());
                // 铁路项目 are railways.
                let kind = scene.slice(&piece.range).trim_end_matches("项目").trim_end_matches("工程");
                let (start, head) = scene.lexicon.projects.head(kind).unwrap_or((start, head));
                // A word for the kind of works does not matter: 等|水利枢纽|工程.
                let plain = scene.slice(&(whole.start..piece.range.start + start));
                let plain = plain.strip_prefix('“').unwrap_or(plain);
                let is_plain = plain.chars().count() < 24 && is_plain(scene, plain);
                let is_counted = scene.lexicon.projects.opens_with_count(before)
                    || is_count(scene, &(piece.range.end..rest));
                let is_project = scene.slice(&piece.range).ends_with("项目");
                let ends =
                    |words: [&str; 2]| words.iter().any(|word| scene.slice(&piece.range).ends_with(word));
                let counts_kind = is_counted && is_kind_of_project(scene, before);
                let counts_projects = counts_kind && is_project;
                // A count with a kind of sites makes it plain, too; each place may have one: 等10个绿电|产业园.
                let is_site = counts_kind && !is_plain && scene.lexicon.projects.ends_as_site(kind);
                let (is_plain, head) = if is_site { (true, Head::Facility) } else { (is_plain, head) };
                let is_scheme = scene.slice(&piece.range).ends_with("工程");
                let is_base = scene.slice(&piece.range).ends_with("基地");
                let is_great = |text: &str| GREAT.iter().any(|great| text.contains(great));
                let is_plant = ends(["设施", "装置"]) && is_great(scene.slice(&whole));
                let is_great = is_plain && is_great(before);
                let head = Some(head);
                self.tail = Some(Tail {
                    head,
                    is_plain,
                    is_counted,
                    is_project,
                    is_base,
                    is_scheme,
                    is_great,
                    is_plant,
                    counts_projects,
                });
                return;
            }
        }
    }

    /// Reads the tail of a quotation that is one of the counted projects: “云上数谷”等4个项目.
    fn read_quoted_tail(&mut self, scene: &Scene, pieces: &[Piece]) {
        let is = |piece: &Piece, mark: &str| scene.says(&piece.range, mark);
        let opens = self.first.checked_sub(1).is_some_and(|before| is(&pieces[before], "“"));
        let Some([close, etc, counted, ..]) = pieces.get(self.last + 1..).filter(|_| opens) else { return };
        let kind = scene.slice(&counted.range).strip_suffix("项目");
        let Some(kind) = kind.filter(|_| is(close, "”") && etc.has_form(Form::Etc)) else { return };
        if scene.lexicon.projects.opens_with_count(kind) && is_kind_of_project(scene, kind) {
            self.last += 3;
            self.tail = Some(Tail {
                head: Some(Head::Facility),
                is_plain: true,
                is_counted: true,
                is_project: true,
                is_base: false,
                is_scheme: false,
                is_great: false,
                is_plant: false,
                counts_projects: true,
            });
        }
    }

    /// Reads the tail of a list that ends in a count and a head without 等: 石桥、柳林、云河三座水电站.
    fn read_counted_tail(&mut self, scene: &Scene) {
        let [.., _, last] = &mut self.names[..] else { return };
        let text = scene.slice(last);
        let Some((head_start, head)) = scene.lexicon.projects.head(text) else { return };
        let counts = text.char_indices().skip(2).take(MAX_CLIP_BYTES).map(|(at, _)| at);
        let counted = counts.take_while(|at| *at < head_start).find(|at| {
            let (count, head) = (&text[*at..], &text[*at..head_start]);
            scene.lexicon.projects.opens_with_count(count) && !count.contains("吨级") && is_plain(scene, head)
        });
        if let Some(at) = counted {
            let is_project = text.ends_with("项目");
            let counts_projects = is_project && is_kind_of_project(scene, &text[at..head_start]);
            last.end = last.start + at;
            self.tail = Some(Tail {
                head: Some(head),
                is_plain: true,
                is_counted: true,
                is_project,
                is_base: false,
                is_scheme: false,
                is_great: false,
                is_plant: false,
                counts_projects,
            });
        }
    }
}

/// The piece up to the 项目 or 工程 in it, if a verb that is no mark, or a time, begins after it: 等化工项目|释放产能,
/// 等项目|明年竣工.
fn undertaking(scene: &Scene, piece: &Piece) -> Piece {
    let text = scene.slice(&piece.range);
    let find = || ["项目", "工程"].into_iter().find_map(|word| text.find(word).map(|at| at + word.len()));
    let end = if scene.wakes(Trigger::Undertaking) { find() } else { None };
    let end = end.map_or(piece.range.end, |end| piece.range.start + end);
    let next = scene.tokens.starting(end);
    let is_verb = next.is_some_and(|at| matches!(scene.tokens[at].tag, "v" | "d" | "p" | "t"));
    // A count may follow: 等产业项目|314个.
    let is_counted = || is_count(scene, &(end..piece.range.end));
    let goes_on = piece.is_text() && end < piece.range.end && (is_verb || is_counted());
    Piece { range: piece.range.start..if goes_on { end } else { piece.range.end }, mark: piece.mark }
}

/// Whether the stretch is only a count: 314个.
fn is_count(scene: &Scene, range: &Range<usize>) -> bool {
    let projects = &scene.lexicon.projects;
    let count = scene.slice(range);
    projects.opens_with_count(count) && projects.without_count(count).is_empty()
}

/// Whether a stretch ends with a head of places: 片区, 产业带.
fn ends_as_place(scene: &Scene, range: &Range<usize>) -> bool {
    let text = scene.slice(range);
    let ends = |(head, _): (Range<usize>, _)| head.end == text.len();
    scene.lexicon.projects.head(text).is_none()
        && scene.lexicon.places.heads.find(text).last().is_some_and(ends)
}

/// Whether the text holds only counts, generic words and separators; the region of the counted works may be
/// named: 3个|京津冀|交通项目.
fn is_plain(scene: &Scene, text: &str) -> bool {
    text.split(['、', '和', ',']).all(|part| {
        let kind = scene.lexicon.projects.without_count(part);
        let region = scene.lexicon.places.names.longest_at(kind, 0).filter(|_| kind.len() < part.len());
        let kind = region.map_or(part, |(region, _)| &kind[region.end..]);
        scene.lexicon.projects.is_generic(kind)
    })
}

/// Whether the text is a count and a short kind of projects (6个蓄水), without a level of places in it (3个城市).
fn is_kind_of_project(scene: &Scene, before: &str) -> bool {
    let kind = scene.lexicon.projects.without_count(before);
    let cues = [NameCue::KnownLevel, NameCue::LocalLevel];
    let is_level = |c: char| c == '国' || cues.iter().any(|cue| scene.lexicon.name_cues.has(c, *cue));
    kind.chars().count() <= MAX_KIND_CHARS && !kind.contains(is_level)
}
