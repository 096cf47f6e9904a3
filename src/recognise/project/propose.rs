//! Proposes the names of a list that are projects.

use std::ops::Range;

use super::beside::{self, Others};
use super::form;
use super::halted;
use super::item::{self, Item};
use super::list::{self, List};
use super::motto::{self, quoted_opening};
use super::opened;
use super::piece::Piece;
use super::rule::FIRM;
use super::stage::Reading;
use super::traits;
use crate::lexicon::{Form, Head, Trigger};
use crate::recognise::{Candidate, Detail, Evidence, Project, Scene};
use crate::record::Stage;

/// Fewest characters of a name that is a project in a list of counted projects: 云溯固废.
const MIN_COUNTED_CHARS: usize = 4;

/// Most pieces of a motto after a name.
const MAX_QUOTE_PIECES: usize = 4;

/// A list with its sentence and what is said of its names.
#[derive(Clone, Copy)]
struct Saying<'a, 's> {
    scene: &'a Scene<'s>,
    pieces: &'a [Piece],
    reading: Reading,
    /// Something is said of works, but nothing of their stage.
    is_told: bool,
}

/// Whether a name in a list of counted projects is one of them.
fn is_counted_member(item: &Item) -> bool {
    let is_told = item.head.is_some() || item.is_proper || item.opens_coined || item.is_coined;
    let is_specific = item.is_specific || item.has_place && item.head.is_some();
    is_told && is_specific && !item.is_word && item.characters >= MIN_COUNTED_CHARS
}

impl List {
    /// Proposes the names of the list that are projects.
    pub(super) fn propose(&self, scene: &Scene, pieces: &[Piece], candidates: &mut Vec<Candidate>) {
        if self.names_none(scene, pieces) {
            return;
        }
        let reading = self.told_reading(scene, pieces);
        let is_told = reading.stage.is_none()
            && (reading.names_projects || self.closes_with_feat() || self.is_told_of_works(scene, pieces));
        let saying = Saying { scene, pieces, reading, is_told };
        let items = self.members(&saying);
        let Some(others) = Others::of(&items) else { return };
        let rules: Vec<_> = items.iter().map(|item| self.own_rule(item, &others, &saying)).collect();
        let has_project = rules.iter().any(Option::is_some);
        for (item, rule) in items.into_iter().zip(rules) {
            let is_member = has_project && self.allows_member(&item, &reading);
            let rule = rule
                .or(is_member.then_some("project.member"))
                .or(self.stands_told(&item, pieces).then_some("project.undertaking"));
            // A name with 某 is left unnamed: 新星路|某工程.
            if let Some(rule) = rule.filter(|_| !scene.slice(&item.range).contains('某')) {
                let detail = Detail::Project(Project::default());
                // A form or the dictionary makes the firm or plant a body, but its list says more.
                let is_built = item.is_plant && reading.stage.is_some() && !reading.is_weak;
                let is_listed = reading.is_opened || item.is_plant && rule == "project.listed";
                let is_said = rule == FIRM || is_built || is_listed || self.closes_with_feat();
                let evidence = if is_said { Evidence::Certain } else { Evidence::Context };
                candidates.push(Candidate::new(item.range, rule, evidence, detail));
            }
        }
    }

    /// What is said of the names. If it tells no stage, a cost or a share done says that they are started, a
    /// visit that they are being built.
    fn told_reading(&self, scene: &Scene, pieces: &[Piece]) -> Reading {
        let reading = Reading { names_projects: self.names_projects(scene), ..self.reading(scene, pieces) };
        // Work that is stopped was begun: 云溪食品项目因资金问题终止.
        let may_be_stayed = matches!(reading.stage, None | Some(Stage::Building)) && !reading.leads;
        if may_be_stayed && self.is_alone() && self.is_stayed(scene) {
            return Reading { stage: Some(Stage::Started), is_event: true, is_weak: false, ..reading };
        }
        if reading.stage.is_some() {
            return reading;
        }
        // Something with a cost of its own is being built, whatever else is said of it: 云溪水厂总投资8亿元.
        if self.is_costed(scene, pieces) || self.is_partly_done(scene, pieces) {
            return Reading { stage: Some(Stage::Started), is_event: true, is_weak: false, ..reading };
        }
        let stage = self.is_toured(&reading).then_some(Stage::Building);
        Reading { stage, is_weak: reading.is_weak && stage.is_none(), ..reading }
    }

    /// Whether the words after the names say that they were stopped or not done, or when they end.
    fn is_stayed(&self, scene: &Scene) -> bool {
        let Some(name) = self.names.last() else { return false };
        let after = &scene.text[name.end..];
        halted::is_halted("", after, scene.lexicon)
            || halted::is_undone(after, scene.lexicon)
            || scene.wakes(Trigger::Numeral) && halted::tells_end(after, scene.lexicon)
            || halted::moves_end(after, scene.lexicon)
    }

    /// Whether the list can be seen to name no project before its reading is known.
    fn names_none(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        // Most single names end as no project does, which is cheaper to test than the rest.
        let ends_otherwise = self.is_alone()
            && !self.is_cut(scene, pieces)
            && !self.is_signed(scene)
            && !self.names.first().is_some_and(|name| item::may_stand_alone(scene, scene.slice(name)));
        ends_otherwise || self.is_foreign || self.is_plural(scene) || self.opens_more(scene, pieces)
    }

    /// Whether a bracket after the single name tells the sum that was signed: 恒信化工|(签约2亿元,开发区).
    fn is_signed(&self, scene: &Scene) -> bool {
        let after = self.names.last().map_or("", |name| &scene.text[name.end..]);
        let inside = after.strip_prefix('(').and_then(|inside| inside.strip_prefix("签约"));
        self.is_alone() && inside.is_some_and(|sum| sum.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether a cost stands before the names or after the single name: 总投资8亿元.
    fn is_costed(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        if let [.., sum, of] = &pieces[..self.first]
            && list::costs(scene, sum, std::slice::from_ref(of))
        {
            return true;
        }
        let after = self.after_adverbs(scene, pieces);
        let measures = after.iter().take_while(|piece| piece.has_form(Form::Aside));
        self.is_alone() && measures.into_iter().any(|piece| scene.slice(&piece.range).contains("投资"))
    }

    /// Whether the sentence tells how much of the single work is done: 云溪大道改造|已完成|85%.
    fn is_partly_done(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let [name] = &self.names[..] else { return false };
        let after = self.after_adverbs(scene, pieces);
        let adverbs = self.last + 1..pieces.len() - after.len();
        let last = adverbs.last().and_then(|at| pieces.get(at));
        let follows_adverb = last.is_some_and(|last| scene.slice(&last.range).ends_with("完成"));
        if !follows_adverb || self.tail.is_some() {
            return false;
        }
        let share = after.first().map_or("", |piece| scene.slice(&piece.range));
        let rest = share.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        // The clause may end there: 青溪河改造|基本完成|,.
        let ends = after.first().is_none_or(|piece| piece.has_form(Form::Stop));
        let is_share = rest.len() < share.len() && rest.starts_with('%') || ends;
        let name = scene.slice(name);
        let head = || scene.lexicon.projects.head(name);
        let is_work = || form::ends_as_undertaking(name) || matches!(head(), Some((1.., Head::Works)));
        (is_share || share.starts_with("总工程量")) && is_work()
    }

    /// The pieces after the adverbs that follow the list: 已, 完成.
    fn after_adverbs<'p>(&self, scene: &Scene, pieces: &'p [Piece]) -> &'p [Piece] {
        let after = pieces.get(self.last + 1..).unwrap_or_default();
        let is_adverb = |piece: &&Piece| {
            piece.has_form(Form::Word)
                && piece.mark.is_some_and(|mark| mark.stage.is_none() && (mark.is_adverb || mark.is_done))
                && !scene.says(&piece.range, "的")
        };
        &after[after.iter().take_while(is_adverb).count()..]
    }

    /// Whether the list is one name, with nothing that closes a list.
    fn is_alone(&self) -> bool {
        self.names.len() == 1 && self.tail.is_none()
    }

    /// The mark before the list.
    fn mark_before<'p>(&self, pieces: &'p [Piece]) -> Option<&'p Piece> {
        self.first.checked_sub(1).and_then(|before| pieces.get(before))
    }

    /// Whether a quotation or a bracket closes right before the list, so that its first name begins inside.
    fn is_cut(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let mark = self.mark_before(pieces);
        // The number of an item cuts nothing: (2)|青岩大桥.
        let is_number = |mark: &Piece| mark.range.start == 0 && mark.has_form(Form::Stop);
        let closes = |mark: &Piece| scene.slice(&mark.range).ends_with(['”', '’', '"', ')']);
        mark.is_some_and(|mark| closes(mark) && !is_number(mark))
    }

    /// The names that may be projects, read as items.
    fn members(&self, saying: &Saying) -> Vec<Item> {
        let Saying { scene, pieces, reading, .. } = *saying;
        let is_cut = self.is_cut(scene, pieces);
        // 获评 gives a title.
        let is_title =
            self.mark_before(pieces).is_some_and(|mark| mark.mark.is_some_and(|mark| mark.is_award));
        let quoted =
            self.names.first().filter(|_| is_cut).and_then(|name| quoted_opening(scene, name, &reading));
        let names = self.names[usize::from(is_cut || is_title)..].iter();
        let whole = names.filter(|name| self.is_whole(scene, name));
        let is_project = self.tail.as_ref().is_some_and(|tail| tail.is_project);
        let has_firm = || self.names.iter().any(|name| item::is_firm(scene, scene.slice(name)));
        quoted
            .into_iter()
            .chain(whole.cloned())
            .filter(|name| self.may_be_project(scene.slice(name), saying))
            // The seat of a firm beside firms stands for the firm, unless the list is of projects:
            // 大江集团、远景集团总部.
            .filter(|name| is_project || !(scene.slice(name).ends_with("总部") && has_firm()))
            .filter_map(|name| item::read(scene, name))
            // The builder is not built: 我市与云江大学|共建研究院.
            .filter(|item| !(reading.is_deed && item.is_organ))
            .collect()
    }

    /// Whether a name is whole and no slogan. In a list, “双翼”机场改造工程 is a work by the words after its motto;
    /// alone it may be a slogan.
    fn is_whole(&self, scene: &Scene, name: &Range<usize>) -> bool {
        let text = scene.slice(name);
        // A question mark stands for a character that the source has lost.
        !scene.text[..name.start].ends_with('?')
            && (!motto::is_slogan(text) || !self.is_alone() && motto::tells_motto(scene, text))
    }

    /// Whether a name may be a project; where nothing happens, only undertakings and the like are.
    fn may_be_project(&self, name: &str, saying: &Saying) -> bool {
        saying.reading.stage.is_some()
            || self.counts_projects()
            || saying.is_told
            || form::ends_as_undertaking(name)
            || form::leads_across(name)
            || saying.scene.lexicon.projects.ends_as_way(form::without_part(name))
            || opened::lists_counted(saying.scene, saying.pieces, self.first, self.last)
            || item::ends_as_deed(saying.scene, name)
            || self.becomes_project(saying)
            || saying.pieces[..self.first]
                .iter()
                .any(|piece| piece.mark.is_some_and(|mark| mark.is_opening_list))
    }

    /// The rule by which a name is a project whatever the others of the list are.
    fn own_rule(&self, item: &Item, others: &Others, saying: &Saying) -> Option<&'static str> {
        let is_named = item.is_specific || item.is_proper;
        let is_single =
            item.is_specific && self.is_awarded(saying.pieces) || is_named && self.is_introduced(saying);
        let is_model = item.head.is_some() && is_named && self.becomes_project(saying);
        let singled_out = item.is_undertaking && is_single || is_model;
        // Each of them is a facility: 海底观测网等重大科研设施.
        let is_of_science = item.head.is_some()
            && item.is_specific
            && saying.reading.stage.is_some()
            && self.tail.as_ref().is_some_and(|tail| tail.is_plant);
        let is_of_company = item.is_undertaking
            && saying.reading.stage.is_some()
            && saying.scene.slice(&item.range).ends_with("项目")
            && traits::opens_with_company(saying.scene, &item.range);
        let singled_out = singled_out || is_of_company;
        let is_counted = item.head == Some(Head::Works)
            && is_named
            && saying.reading.stage.is_none()
            && opened::is_enumerated(saying.scene, saying.pieces, self.first, self.last);
        let is_counted = is_counted
            || is_counted_member(item)
                && opened::lists_counted(saying.scene, saying.pieces, self.first, self.last);
        // A named way is a project where works on it are told: 青连铁路.
        let is_way = item.is_way && item.head == Some(Head::Works) && !item.is_generic;
        let is_work = saying.is_told && beside::is_member_by_itself(item);
        let is_signed = item.is_trade && saying.reading.is_definite() && self.is_signed(saying.scene);
        self.rule(item, others, &saying.reading)
            .or(is_signed.then_some("project.brand"))
            .or(is_way.then_some("project.works"))
            .or(singled_out.then_some("project.undertaking"))
            .or((is_work || is_of_science || is_counted).then_some("project.listed"))
    }

    /// Whether a short name follows, which shows a name: 云河综合治理工程|(以下简称“云治工程”).
    fn is_introduced(&self, saying: &Saying) -> bool {
        let rest = &saying.scene.text[saying.pieces[self.last].range.end..];
        let rest = rest.trim_start_matches(['(', ',']);
        self.is_alone() && ["以下简称", "简称", "下称"].iter().any(|cue| rest.starts_with(cue))
    }

    /// Whether the sentence makes a project of it: 青川储能电站|入选|低碳示范项目.
    fn becomes_project(&self, saying: &Saying) -> bool {
        let Some([award, name, ..]) = saying.pieces.get(self.last + 1..) else { return false };
        let is_award =
            award.mark.is_some_and(|mark| mark.is_award) || saying.scene.slice(&award.range) == "成为";
        is_award && name.is_text() && saying.scene.slice(&name.range).ends_with("项目")
    }

    /// Whether it is a single deed done to a work of a named place: 徐州|泵站扩建.
    fn stands_told(&self, item: &Item, pieces: &[Piece]) -> bool {
        let ends_clause = || pieces.get(self.last + 1).is_none_or(|next| next.has_form(Form::Stop));
        self.is_alone() && item.is_deed && item.has_place && item.is_specific && ends_clause()
    }

    /// Whether a quotation follows and the text after it is what is built: 加快建设云河试验场|“一场多用”业务体系.
    fn opens_more(&self, scene: &Scene, pieces: &[Piece]) -> bool {
        let after = pieces.get(self.last + 1..).unwrap_or_default();
        let [open, rest @ ..] = after else { return false };
        let close = rest.iter().take(MAX_QUOTE_PIECES).position(|piece| scene.says(&piece.range, "”"));
        let next = close.and_then(|close| rest.get(close + 1));
        scene.says(&open.range, "“") && self.tail.is_none() && next.is_some_and(Piece::is_text)
    }

    /// Whether a plural word opens a list of classes: 更多增资项目、募投项目, 一批跨海大桥、连岛工程.
    fn is_plural(&self, scene: &Scene) -> bool {
        let first = self.names.first().map_or("", |name| scene.slice(name));
        scene.lexicon.projects.opens_as_plural(first)
    }

    /// Whether an award follows, which a single undertaking is given: 云溯山生态修复项目|入选….
    fn is_awarded(&self, pieces: &[Piece]) -> bool {
        pieces.get(self.last + 1).is_some_and(|next| next.mark.is_some_and(|mark| mark.is_award))
    }

    /// Whether the list counts projects, so that each name is one: 青石、柳溪等6个蓄水项目.
    pub(super) fn counts_projects(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.counts_projects)
    }
}
