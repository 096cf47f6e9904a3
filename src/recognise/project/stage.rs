//! Reads from the words around a project's name which stage it has reached.

use super::opened;
use super::piece::Piece;
use crate::lexicon::{Form, Head, Mark};
use crate::recognise::Scene;
use crate::record::Stage;

/// Most pieces that are read before and after a name.
const MAX_WINDOW_PIECES: usize = 12;
/// Most pieces of a list that shares its verb with the next one.
const MAX_SHARED_PIECES: usize = 40;
/// The longest text, in bytes, that may stand between a name and its stage.
const MAX_GAP_BYTES: usize = 18;

/// The papers that plan or rule the building of something.
const PAPERS: [&str; 4] = ["方案", "规划", "条例", "计划"];

/// What is said of a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) stage: Option<Stage>,
    /// Verbs or adverbs say that the stage is still to come.
    pub(crate) is_pushed: bool,
    /// The verb stands before the name, as in a plan: 开工…, 建设….
    pub(crate) leads: bool,
    /// The stage has come: 已, 相继.
    pub(crate) is_done: bool,
    /// Others granted the plan: 获批.
    pub(crate) is_granted: bool,
    /// The verb is also used of policies.
    pub(crate) is_weak: bool,
    /// A report calls it built: 新建.
    pub(crate) is_made: bool,
    /// The words after the name say that it reaches its stage: 通车, not 建设.
    pub(crate) is_event: bool,
    /// The name is the subject of the building, which nothing pushes on: 云河水库|加快建设, not 推进云河水库建设.
    pub(crate) is_subject: bool,
    /// The stage is one of a single building: 封顶.
    pub(crate) is_of_one: bool,
    /// A verb before the name pushes it on: 推进云河水库建设.
    pub(crate) is_brought_on: bool,
    /// The verb is one of bodies, with each other or with an object: 云江大学|共建, 云江大学|建设|实验室.
    pub(crate) is_deed: bool,
    /// The clause that opens the list says it of each member.
    pub(crate) is_opened: bool,
    /// The names themselves end in 项目: 云溯食品项目、青溪技改项目.
    pub(crate) names_projects: bool,
    /// Somebody visits what is named or hears of it: 察看|云河水厂、青川大桥.
    pub(crate) is_visited: bool,
}

impl Reading {
    /// The same reading with the stage before the noun that closes the list, which each member has reached or
    /// shall reach unless something more definite is said: 抓好甲、乙等90个|拟竣工|项目.
    pub(super) fn of_listed(self, told: &Chain) -> Reading {
        let Some(stage) = told.stage().filter(|_| !told.is_bare()) else { return self };
        if !matches!(self.stage, None | Some(Stage::Building)) {
            return self;
        }
        let (is_done, is_event) = (told.surely, stage > Stage::Building);
        let is_pushed = told.aim;
        Reading { stage: Some(stage), is_pushed, is_done, is_event, is_weak: false, leads: false, ..self }
    }

    /// Whether something definite happens: 通车, not 发展.
    pub(super) fn is_definite(&self) -> bool {
        self.is_event && !self.is_weak
    }
}

/// Marks on one side of the names, read together.
#[derive(Debug, Default)]
pub(super) struct Chain {
    stages: Vec<Mark>,
    push: bool,
    /// The 的 after a push ties it to the name: 亲自推动|的|青川铁路.
    pushed_by: bool,
    /// A push stands right at the stages, not before another noun: 支持|云河县|建设.
    pushes_stage: bool,
    aim: bool,
    done: bool,
    surely: bool,
    reach: bool,
    upkeep: bool,
    /// The verb of building has its object after it: 建设|实验室.
    governs: bool,
    visit: bool,
    /// Some of the names are at one stage, some at another: 开工或通车.
    either: bool,
}

impl Chain {
    pub(super) fn add(&mut self, mark: &Mark) {
        if mark.stage.is_some() {
            self.stages.push(*mark);
        }
        self.pushes_stage |= mark.is_push;
        self.add_frame(mark);
    }

    /// Adds what a word says of the whole clause.
    fn add_frame(&mut self, mark: &Mark) {
        self.push |= mark.is_push;
        self.aim |= mark.is_aim;
        self.done |= mark.is_done;
        self.surely |= mark.is_surely;
        self.reach |= mark.is_reach;
        self.upkeep |= mark.is_upkeep;
        self.visit |= mark.is_visit;
    }

    /// The furthest stage; building counts only alone, since 开工建设 is started and 谋划建设 planned. Of two joined
    /// by 或, the nearer, which each name has reached.
    pub(super) fn stage(&self) -> Option<Stage> {
        let stages = self.stages.iter().filter_map(|mark| mark.stage);
        if self.either {
            return stages.min();
        }
        stages.clone().filter(|stage| *stage != Stage::Building).max().or(stages.max())
    }

    /// Whether others grant a stage of planning.
    fn is_granted(&self) -> bool {
        self.stages.iter().any(|mark| mark.is_granted)
    }

    fn is_bare(&self) -> bool {
        self.stages.iter().all(|mark| mark.is_bare)
    }

    /// Whether the stage is a deed of bodies.
    fn is_deed(&self) -> bool {
        let is_shared = !self.stages.is_empty() && self.stages.iter().all(|mark| mark.is_shared);
        is_shared || self.governs && self.stage() == Some(Stage::Building)
    }

    /// Whether the marks of the stage that counts are also used of policies.
    fn is_weak(&self) -> bool {
        let stage = self.stage();
        self.stages.iter().filter(|mark| mark.stage == stage).all(|mark| mark.is_weak)
    }
}

/// Reads what is said of the names in `pieces[first..=last]`; `is_thriving` tells that they thrive (发展).
pub(super) fn read(scene: &Scene, pieces: &[Piece], first: usize, last: usize, is_thriving: bool) -> Reading {
    // A paper is carried out, not the building: 落实云河新城建设|总体方案.
    if is_of_paper(scene, pieces, last) {
        return Reading::default();
    }
    let (mut after, mut before) =
        (after(scene, pieces, last), before(scene, pieces, shared_first(scene, pieces, first, last)));
    let mut is_opened = false;
    if before.stages.is_empty() && !before.push && matches!(after.stage(), None | Some(Stage::Building)) {
        if let Some(told) = opened::told_after(scene, pieces, first, last) {
            after = told;
        } else if after.stages.is_empty()
            && let Some(told) = opened::opened(scene, pieces, first, last)
        {
            before = told;
            is_opened = true;
        }
    }
    let is_aim = before.aim || after.aim;
    // Anything still to come is not done: 将提前开工, 确保如期建成.
    let is_done = after.surely || before.surely || (after.done || before.done) && !is_aim;
    // 建设 alone is a noun: 云河水库建设.
    let opens = first.checked_sub(1).is_none_or(|before| pieces[before].has_form(Form::Stop));
    let is_subject = opens && after.stages.iter().any(|mark| !mark.is_bare);
    let is_of_one = after.stages.iter().any(|mark| mark.is_of_one);
    let reading = Reading {
        is_done,
        is_subject,
        is_of_one,
        is_brought_on: before.push,
        is_deed: after.is_deed(),
        is_opened,
        is_visited: before.visit,
        is_granted: after.is_granted() || before.is_granted(),
        ..Reading::default()
    };
    match (after.stage(), before.stage()) {
        // The words after the name tell the stage: A建成通车; 推进A尽早供地.
        (Some(stage), _) if stage != Stage::Building => {
            let is_pushed = before.push || after.push || is_aim || is_carried(scene, pieces, first);
            let (leads, is_weak) = (before.reach, after.is_weak());
            let is_event = stage >= Stage::Started;
            Reading { stage: Some(stage), is_pushed, leads, is_weak, is_event, ..reading }
        }
        // The verb before the name tells the stage: 开工A; 谋划建设A; 启动A建设.
        (_, Some(stage)) if stage != Stage::Building => {
            let is_pushed = before.push || before.aim;
            // A building is started, not a policy: 启动青川基地建设.
            let is_weak = before.is_weak() && after.stage().is_none_or(|_| after.is_weak());
            Reading { stage: Some(stage), is_pushed, leads: true, is_weak, ..reading }
        }
        (Some(stage), _) => {
            // The building of something that stands is kept up: 加强青川基地建设.
            let is_weak = after.is_weak() || before.upkeep;
            // 将要修建 is still to come; 将加快建设 goes on.
            let is_pushed = after.aim && after.is_bare();
            Reading { stage: Some(stage), is_pushed, is_weak, is_done: false, ..reading }
        }
        (None, Some(stage)) => {
            // A founding that is pushed on is to come (推动设立青川学院), while 推动建设 goes on.
            let founds = before.stages.iter().all(|mark| mark.is_before);
            let leads = before.is_bare() && (!before.pushes_stage || founds);
            // A founding that has come is complete: 已经设立青川学院.
            let stage = if founds && is_done { Stage::Completed } else { stage };
            let is_made = leads && !before.pushes_stage && before.stages.iter().all(|mark| mark.is_made);
            // The thing stands: 建好办好云江研究院.
            let is_weak = before.is_weak() || before.upkeep;
            Reading { stage: Some(stage), leads, is_weak, is_made, ..reading }
        }
        (None, None) => {
            // The push is for what follows, not for building: 推动青川机场联动发展.
            let is_pushed = (before.push || before.pushed_by) && !is_thriving && !goes_on(pieces, last);
            let stage = is_pushed.then_some(Stage::Building);
            Reading { stage, is_weak: true, ..reading }
        }
    }
}

/// Whether the building only names a plan: 云河新城|建设|总体方案.
fn is_of_paper(scene: &Scene, pieces: &[Piece], last: usize) -> bool {
    let Some([build, paper, ..]) = pieces.get(last + 1..) else { return false };
    let paper = scene.slice(&paper.range);
    let paper = paper.strip_prefix("总体").unwrap_or(paper);
    scene.says(&build.range, "建设") && PAPERS.iter().any(|word| paper.starts_with(word))
}

/// Whether the name opens a clause like those before it, the first of which is pushed on: 推动|A竣工,|B开工、C投产.
/// Before B, 推进A建设,|B开工 has no such clause, nor has A即将竣工,|B开工.
fn is_carried(scene: &Scene, pieces: &[Piece], first: usize) -> bool {
    let follows_stage = |at: usize| {
        let stage = at.checked_sub(1).and_then(|before| pieces[before].mark?.stage);
        stage.is_some_and(|stage| stage != Stage::Building)
    };
    // Whether names stand between the piece and the end of its clause.
    let mut opens_names = false;
    for at in (0..first).rev().take(2 * MAX_WINDOW_PIECES) {
        let opens = at + 1 == first;
        let Some(mark) = pieces[at].mark else {
            opens_names = true;
            continue;
        };
        match mark.form {
            Form::Stop if scene.slice(&pieces[at].range) != "," || !follows_stage(at) => return false,
            Form::Comma if opens && !follows_stage(at) => return false,
            Form::Stop => opens_names = false,
            Form::Comma if follows_stage(at) => opens_names = false,
            Form::Comma => {}
            _ if opens || mark.is_done => return false,
            _ if opens_names && (mark.is_push || mark.is_aim) => return true,
            _ => {}
        }
    }
    false
}

/// Whether a predicate follows the names directly.
fn goes_on(pieces: &[Piece], last: usize) -> bool {
    let next = pieces[last + 1..].iter().find(|piece| !piece.has_form(Form::Aside));
    next.is_some_and(|next| {
        // The predicate may be a founding: 支持青川机场|创建卫生机场.
        next.mark.is_none_or(|mark| mark.form == Form::Word && (mark.stage.is_none() || mark.is_before))
    })
}

/// The marks after a name, up to the end of the clause or the next name.
fn after(scene: &Scene, pieces: &[Piece], last: usize) -> Chain {
    let mut chain = Chain::default();
    let mut gap = 0;
    for (offset, piece) in pieces[last + 1..].iter().take(MAX_WINDOW_PIECES).enumerate() {
        let follows_list =
            offset > 0 && [Form::Comma, Form::Joint].iter().any(|form| pieces[last + offset].has_form(*form));
        match &piece.mark {
            Some(_) if !chain.stages.is_empty() && opens_stage(scene, &pieces[last + 1 + offset..]) => {}
            // The founding is of something after it: 支持青川科技城|创建….
            Some(mark) if mark.form == Form::Stop || mark.is_award || mark.is_before => break,
            // A verb after 、 opens the next phrase: A建设、开工B.
            Some(mark) if mark.stage.is_some() && follows_list && chain.stages.is_empty() => break,
            Some(mark) => {
                let follows_or = offset > 0 && pieces[last + offset].has_form(Form::Or);
                chain.either |= follows_or && mark.stage.is_some() && !chain.stages.is_empty();
                chain.add(mark);
                // The old date is not part of the gap: 云河水厂由年底|推迟到|6月底建成.
                gap = if mark.is_aim { 0 } else { gap };
            }
            None if !chain.stages.is_empty() => {
                chain.governs = pieces[last + offset].mark.is_some_and(|mark| mark.is_bare);
                break;
            }
            None if gap + piece.range.len() > MAX_GAP_BYTES => break,
            None => gap += piece.range.len(),
        }
    }
    chain
}

/// Whether the pieces open with a comma and a clause that is only a stage, which continues what is told:
/// 青川水厂完成建设|,投入生产.
pub(super) fn opens_stage(scene: &Scene, pieces: &[Piece]) -> bool {
    let [comma, rest @ ..] = pieces else { return false };
    let length = rest.iter().take(MAX_WINDOW_PIECES).take_while(|piece| piece.has_form(Form::Word)).count();
    let (clause, after) = rest.split_at(length);
    scene.says(&comma.range, ",")
        && clause.iter().any(|piece| piece.mark.is_some_and(|mark| mark.stage.is_some()))
        && after.first().is_none_or(|next| next.has_form(Form::Stop))
}

/// Whether only words that open a list of counted things stand between a stop and the names.
fn opens_list(pieces: &[Piece], stop: usize, first: usize) -> bool {
    let opens = |piece: &Piece| piece.mark.is_some_and(|mark| mark.is_opening_list);
    match &pieces[stop + 1..first] {
        // They may stand before the stop: 完工的主要有:青川机场.
        [] => stop.checked_sub(1).is_some_and(|before| opens(&pieces[before])),
        between => between.iter().all(opens),
    }
}

/// The index of the first of the pieces that share one verb, lists that each close with a count of works:
/// 加快|甲、乙等2条高铁,丙、丁等3条公路.
fn shared_first(scene: &Scene, pieces: &[Piece], first: usize, last: usize) -> usize {
    let comma = first.checked_sub(1).filter(|comma| scene.says(&pieces[*comma].range, ","));
    let Some(comma) = comma.filter(|comma| are_counted(scene, pieces, *comma, last)) else { return first };
    let is_listed = |piece: &&Piece| {
        piece.is_text() || [Form::Comma, Form::Joint, Form::Etc].iter().any(|form| piece.has_form(*form))
    };
    comma - pieces[..comma].iter().rev().take(MAX_SHARED_PIECES).take_while(is_listed).count()
}

/// Whether a count of works closes both the list before the comma and the one that ends at `last`:
/// 等2条高铁|,|…等3条公路.
fn are_counted(scene: &Scene, pieces: &[Piece], comma: usize, last: usize) -> bool {
    let closes = |pieces: &[Piece]| {
        let [.., etc, counted] = pieces else { return false };
        let text = scene.slice(&counted.range);
        etc.has_form(Form::Etc)
            && counted.is_text()
            && is_work(scene, counted)
            && scene.lexicon.projects.opens_with_count(text)
    };
    closes(&pieces[..comma]) && closes(&pieces[..=last])
}

/// Whether the pieces end with a name and its stage: A|建成|投产.
fn follows_clause(pieces: &[Piece]) -> bool {
    let marks = pieces.iter().rev().take_while(|piece| piece.has_form(Form::Word)).count();
    let (rest, marks) = pieces.split_at(pieces.len() - marks);
    rest.last().is_some_and(Piece::is_text)
        && marks.iter().any(|piece| piece.mark.is_some_and(|mark| mark.stage.is_some()))
}

/// Whether a piece ends as engineering works do.
fn is_work(scene: &Scene, piece: &Piece) -> bool {
    matches!(scene.lexicon.projects.head(scene.slice(&piece.range)), Some((_, Head::Works)))
}

/// The verbs before a name: the nearest in the clause that belong to no earlier name.
fn before(scene: &Scene, pieces: &[Piece], first: usize) -> Chain {
    let mut chain = Chain::default();
    let (mut closed, mut is_attribute) = (false, false);
    for (at, piece) in pieces[..first].iter().enumerate().rev().take(MAX_WINDOW_PIECES) {
        match &piece.mark {
            // What the clause says of all holds for each: 建成项目9个,|其中包括|青川机场.
            Some(mark) if mark.form == Form::Stop && opens_list(pieces, at, first) => {}
            Some(mark) if mark.form == Form::Stop => break,
            // The stage of the name before is not this one's: A投产、|B在建.
            Some(mark) if mark.form == Form::Comma && follows_clause(&pieces[..at]) => break,
            // The railway goes through, which is no stage: 贯通两省的青川铁路; not 贯通|青川隧道.
            Some(mark)
                if mark.is_after && (mark.is_weak || at + 1 < first || !is_work(scene, &pieces[first])) => {}
            // Who pushed it on does not say that it is still to come: 亲自推动|的|青川铁路.
            Some(mark) if mark.is_push && is_attribute && mark.stage.is_none() => chain.pushed_by = true,
            // Further back, only words about the whole clause count.
            Some(mark) if closed => chain.add_frame(mark),
            Some(mark) => {
                // Of all words of one character, only 的 ties a verb to a name.
                is_attribute |= mark.is_adverb && !mark.is_done && piece.range.len() == '的'.len_utf8();
                chain.add(mark);
            }
            None => {
                is_attribute = false;
                closed |= !chain.stages.is_empty() || chain.push || chain.reach || chain.upkeep;
            }
        }
    }
    chain
}
