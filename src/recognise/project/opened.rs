//! Reads what another clause says of names: the one that opens their list, or the one after a topic.

use super::list;
use super::piece::Piece;
use super::stage::{Chain, opens_stage};
use super::trim;
use crate::lexicon::{Form, Mark, Trigger};
use crate::recognise::Scene;

/// Most pieces of a list that are read back to the words that open it.
const MAX_LIST_PIECES: usize = 96;
/// Longest clip of a name, in characters, and longest deed done to the thing named, in bytes.
const MAX_CLIP_CHARS: usize = 4;
const MAX_DEED_BYTES: usize = 6;
/// Most pieces of a clause that are read.
const MAX_CLAUSE_PIECES: usize = 12;
/// The longest clause that tells only since when, in bytes: 从1957年上半年起.
const MAX_SINCE_BYTES: usize = 30;

/// What the clause before the words that open a list says of each member, if the names in
/// `pieces[first..=last]` are one: 有35个工程|开工,|如|云河的|柳林水库、青石水库;….
pub(super) fn opened(scene: &Scene, pieces: &[Piece], first: usize, last: usize) -> Option<Chain> {
    if !ends_member(scene, pieces, last) {
        return None;
    }
    // Whether the piece stands before the 的 of its member: 云、石等河的|柳林水库.
    let mut is_attribute = false;
    for at in (1..first).rev().take(MAX_LIST_PIECES) {
        let piece = &pieces[at];
        match piece.mark {
            Some(mark) if mark.is_opening_list => {
                // It ends its clause itself: 完成的|工程有:|柳林水库.
                let ends_clause = scene.slice(&piece.range).ends_with(':');
                let follows_clause = pieces[at - 1].has_form(Form::Stop);
                let clause = if ends_clause { at } else { at - 1 };
                let chain = (ends_clause || follows_clause).then(|| counted(scene, &pieces[..clause]));
                return chain.filter(|chain| chain.stage().is_some());
            }
            Some(mark) if mark.form == Form::Stop => {
                is_attribute = false;
                let opens = || pieces[at - 1].mark.is_some_and(|mark| mark.is_opening_list);
                match scene.slice(&piece.range) {
                    "," | ";" => {}
                    // The mark may follow it: 主要有|:|柳林水库.
                    ":" if opens() => {}
                    _ => return None,
                }
            }
            _ if is_attribute => {}
            Some(mark) if matches!(mark.form, Form::Comma | Form::Joint | Form::Aside) => {}
            Some(_) if scene.says(&piece.range, "的") => is_attribute = true,
            // A text without a head is no work and may be a clause.
            None if scene.lexicon.projects.head(scene.slice(&piece.range)).is_some() => {}
            // A clip of the next name: 柳林|和|石桥水库.
            None if scene.slice(&piece.range).chars().count() <= MAX_CLIP_CHARS && joins(&pieces[at + 1]) => {
            }
            _ => return None,
        }
    }
    None
}

/// Whether the names stand in a list of works after nothing but its opening words, so that the sentence
/// before has counted them: 重要的有:石桥磷肥厂,柳林磷矿等.
pub(super) fn is_enumerated(scene: &Scene, pieces: &[Piece], first: usize, last: usize) -> bool {
    // 例如 may open examples of anything.
    let opens = |piece: &Piece| {
        piece.mark.is_some_and(|mark| mark.is_opening_list)
            && scene.slice(&piece.range).trim_end_matches(':').ends_with('有')
    };
    let start = pieces[..first].iter().rposition(|piece| piece.mark.is_some_and(|mark| mark.is_opening_list));
    let Some(start) = start.filter(|at| *at == 0 && opens(&pieces[0]) || counts_works(scene, &pieces[..*at]))
    else {
        return false;
    };
    if !ends_member(scene, pieces, last) {
        return false;
    }
    let is_member = |piece: &Piece| match piece.mark {
        Some(mark) if mark.form == Form::Stop => matches!(scene.slice(&piece.range), "," | ":" | ";"),
        Some(mark) => mark.form != Form::Word || mark.is_opening_list,
        None => scene.lexicon.projects.head(scene.slice(&piece.range)).is_some(),
    };
    pieces[start + 1..first].iter().rev().take(MAX_LIST_PIECES).all(is_member)
}

/// Whether the names stand in a list that holds nothing else since its opening words, which count projects:
/// 产业项目6项,|具体为|:|青川水厂、云溯固废.
pub(super) fn lists_counted(scene: &Scene, pieces: &[Piece], first: usize, last: usize) -> bool {
    if !scene.wakes(Trigger::Undertaking) {
        return false;
    }
    let from = first.saturating_sub(MAX_LIST_PIECES);
    let start =
        pieces[from..first].iter().rposition(|piece| piece.mark.is_some_and(|mark| mark.is_opening_list));
    let Some(start) = start.map(|at| from + at).filter(|at| counts_works(scene, &pieces[..*at])) else {
        return false;
    };
    let is_member = |piece: &Piece| match piece.mark {
        Some(mark) if mark.form == Form::Stop => scene.slice(&piece.range) == ":",
        // A place with 的 may stand before a name: 柳林开发区|的|青川水厂.
        Some(mark) => mark.form != Form::Word || scene.says(&piece.range, "的"),
        None => true,
    };
    ends_member(scene, pieces, last) && pieces[start + 1..first].iter().all(is_member)
}

/// Whether the clause that ends the pieces counts projects, some of which the list names: 水利项目19项,|主要包括….
fn counts_works(scene: &Scene, pieces: &[Piece]) -> bool {
    let [.., counted, comma] = pieces else { return false };
    let kind = scene.slice(&counted.range);
    // The count may follow or precede: 产业项目共6项,; 开工的9个产业项目中,.
    let Some((before, after)) = kind.rsplit_once("项目") else { return false };
    let counts = |text: &str| scene.lexicon.projects.opens_with_count(text);
    let is_counted = counts(after.trim_start_matches(['共', '有', '占', '到', '达']))
        || matches!(after, "" | "中" | "里") && counts(before);
    scene.says(&comma.range, ",") && counted.is_text() && is_counted
}

fn joins(piece: &Piece) -> bool {
    piece.has_form(Form::Comma) || piece.has_form(Form::Joint)
}

/// Whether the words after the names only say that there are more, or what is done to the last one:
/// 柳林油田|的|开发|等.
fn ends_member(scene: &Scene, pieces: &[Piece], last: usize) -> bool {
    let after = &pieces[last + 1..];
    let after = match after {
        [of, done, rest @ ..] if scene.says(&of.range, "的") && done.range.len() <= MAX_DEED_BYTES => rest,
        _ => after,
    };
    // The cost of the next member stands before it: 青川水厂、|总投资2亿元|的|云河水厂.
    if let [comma, cost, rest @ ..] = after
        && comma.has_form(Form::Comma)
        && list::costs(scene, cost, rest)
    {
        return true;
    }
    let mut after = after.iter().skip_while(|piece| piece.has_form(Form::Etc));
    after.next().is_none_or(|next| next.has_form(Form::Stop))
}

/// What the clause that ends the pieces says; the counted noun may hold its stage: 38个|续建|工程.
pub(super) fn counted(scene: &Scene, pieces: &[Piece]) -> Chain {
    let mut chain = Chain::default();
    for piece in pieces.iter().rev().take(MAX_CLAUSE_PIECES).take_while(|piece| !piece.has_form(Form::Stop)) {
        if let Some(mark) = &piece.mark {
            chain.add(mark);
            continue;
        }
        let kind = scene.lexicon.projects.without_count(scene.slice(&piece.range));
        let stage = ["工程", "项目"].iter().find_map(|end| kind.strip_suffix(end));
        if let Some(mark) = stage.and_then(|stage| scene.lexicon.stages.marks.get(stage)) {
            chain.add(mark);
        }
    }
    chain
}

/// What the next clause says of the topic before it, if it has no subject of its own but opens with what must
/// be or has come: 青川铁路的建设,|也应当|进行准备工作; 青川铁路等工程,|已经|完成.
pub(super) fn told_after(scene: &Scene, pieces: &[Piece], first: usize, last: usize) -> Option<Chain> {
    let is = |piece: &Piece, word: &str| scene.says(&piece.range, word);
    let rest = pieces.get(last + 1..)?;
    let comma = rest.iter().take(MAX_CLAUSE_PIECES).position(|piece| piece.has_form(Form::Stop))?;
    let is_of_topic = |piece: &Piece| is(piece, "的") || is(piece, "建设") || piece.has_form(Form::Etc);
    let is_topic = rest[..comma].iter().all(is_of_topic);
    let clause = rest.get(comma + 1..).filter(|_| is_topic && is(&rest[comma], ","))?;
    let clause = after_beginning(scene, clause);
    let clause = &clause[clause.iter().take_while(|piece| is(piece, "也")).count()..];
    // The name must be a subject; here it is an object: 支援青川铁路,已经完成任务.
    let opens = first
        .checked_sub(1)
        .is_none_or(|before| pieces[before].has_form(Form::Stop) || is(&pieces[before], "的"));
    let is_told = |mark: Mark| mark.is_aim || mark.is_surely && opens;
    let opens_told = clause.first().is_some_and(|piece| piece.mark.is_some_and(is_told));
    if !opens_told {
        return told_by_dates(scene, clause).filter(|_| opens);
    }
    let mut chain = Chain::default();
    for (at, piece) in clause.iter().enumerate().take(MAX_CLAUSE_PIECES) {
        match &piece.mark {
            // A further stage may follow the comma: 将要完成建设,|投入生产.
            Some(mark)
                if mark.form == Form::Stop
                    && chain.stage().is_some()
                    && opens_stage(scene, &clause[at..]) => {}
            Some(mark) if mark.form == Form::Stop => break,
            Some(mark) => chain.add(mark),
            // The clause builds something else: 青川铁路,应当带动云河水库|建设.
            None if scene.lexicon.projects.head(scene.slice(&piece.range)).is_some() => return None,
            None => {}
        }
    }
    chain.stage().is_some().then_some(chain)
}

/// The clause without one before it that tells only since when: 青川枢纽,|从今年起,|应当准备.
fn after_beginning<'p>(scene: &Scene, clause: &'p [Piece]) -> &'p [Piece] {
    let end = clause.iter().take(MAX_CLAUSE_PIECES).position(|piece| scene.says(&piece.range, ","));
    let Some((first, end)) = clause.first().zip(end.filter(|end| *end > 0)) else { return clause };
    let since = scene.slice(&(first.range.start..clause[end].range.start));
    let is_beginning =
        since.len() <= MAX_SINCE_BYTES && since.starts_with(['从', '自']) && since.ends_with('起');
    if is_beginning { &clause[end + 1..] } else { clause }
}

/// What clauses say that, up to the last, hold only a time and a stage: 青川水库,|2011年11月|开工,|2017年|下闸蓄水.
fn told_by_dates(scene: &Scene, clauses: &[Piece]) -> Option<Chain> {
    let mut chain = Chain::default();
    let mut rest = clauses;
    while let [date, told @ ..] = rest {
        // The stage may come with its time: 青川水库,|开工|时间2025年10月|,.
        if let (Some(mark), [time, after @ ..]) = (date.mark, told)
            && tells_time(scene, &mark, time)
            && after.first().is_none_or(|next| next.has_form(Form::Stop))
        {
            chain.add(&mark);
            rest = match after {
                [comma, after @ ..] if scene.says(&comma.range, ",") => after,
                _ => &[],
            };
            continue;
        }
        let is_date = date.is_text() && is_date(scene, scene.slice(&date.range));
        let marks = told.iter().take_while(|piece| piece.has_form(Form::Word)).count();
        let (marks, after) = told.split_at(marks);
        let ends = after.first().is_none_or(|next| next.has_form(Form::Stop));
        let has_stage = marks.iter().any(|piece| piece.mark.is_some_and(|mark| mark.stage.is_some()));
        if !(is_date && ends && has_stage) {
            break;
        }
        marks.iter().filter_map(|piece| piece.mark.as_ref()).for_each(|mark| chain.add(mark));
        rest = match after {
            [comma, after @ ..] if scene.says(&comma.range, ",") => after,
            _ => &[],
        };
    }
    chain.stage().is_some().then_some(chain)
}

/// Whether the text after a stage is its time: 开工|时间2025年10月.
fn tells_time(scene: &Scene, mark: &Mark, time: &Piece) -> bool {
    let text = scene.slice(&time.range);
    let timing = scene.lexicon.stages.timing.longest_at(text, 0).map(|(word, ())| word.end);
    let date = timing.map(|end| text[end..].trim_start_matches(['为', ':']));
    mark.stage.is_some() && time.is_text() && date.is_some_and(|date| is_date(scene, date))
}

/// Whether a text is a year, month or day: 2011年11月13日, 去年6月底.
fn is_date(scene: &Scene, text: &str) -> bool {
    let date = text.trim_start_matches('于').trim_end_matches('前');
    let opens = date.starts_with(['去', '今', '明', '当']) || date.starts_with(|c: char| c.is_ascii_digit());
    opens && date.contains(['年', '月']) && trim::without_time(scene, date).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::recognise::project::list;
    use crate::recognise::project::piece::pieces;
    use crate::recognise::testing::{proposed, with_scene};
    use crate::record::Stage::{self, Building, Completed, Operating, Planned, Started};

    /// The stage of the list that holds a name.
    fn stage(text: &str, name: &str) -> Option<Stage> {
        let at = text.find(name).unwrap();
        with_scene(text, |scene| {
            let pieces = pieces(scene);
            let lists = list::lists(scene, &pieces);
            let list = lists.iter().find(|list| pieces[list.last].range.end > at).unwrap();
            list.reading(scene, &pieces).stage
        })
    }

    #[test]
    fn what_opens_a_list_holds_for_all_its_members() {
        let text = "有二十一个新的工程开工,如太湖流域的白石湖蓄洪工程、油坊河治理工程;汉江的丰收渠扩建工程等";
        let names = ["白石湖蓄洪工程", "油坊河治理工程", "丰收渠扩建工程"];
        assert_eq!(proposed(super::super::recognise, text), names);
        assert!(names.iter().all(|name| stage(text, name) == Some(Started)));
        let text = "开工项目3个,分别为总投资3亿元的青川水库、总投资2亿元的柳林水库;竣工项目1个";
        assert_eq!(proposed(super::super::recognise, text), ["青川水库", "柳林水库"]);
        assert!(["青川水库", "柳林水库"].iter().all(|name| stage(text, name) == Some(Started)));
        let text = "包括12个续建工程,如石桥的新青屯水库;柳林的响石甸水库";
        assert_eq!(stage(text, "新青屯水库"), Some(Building));
        assert_eq!(stage(text, "响石甸水库"), Some(Building));
        let text = "全部完工的大工程有8个,主要的有:徐州中央立井,柳林东山立井,等等";
        assert_eq!(proposed(super::super::recognise, text), ["徐州中央立井", "柳林东山立井"]);
        assert_eq!(stage(text, "柳林东山立井"), Some(Completed));
        let text = "建成项目9个,其中包括年产30万吨的柳林和石桥乙烯工程、徐州大桥、石桥电站以及云河油田的开发等,增产5%";
        assert_eq!(stage(text, "徐州大桥"), Some(Completed));
        let text = "去年完成的大工程有:石桥的青川水库,柳林的青石节制闸等";
        assert_eq!(stage(text, "青石节制闸"), Some(Completed));
        let text = "有9个新的工程开工,如南京的石桥水库;涡、濉、浍等河流域的云家河治理工程、石桥节制闸";
        assert_eq!(proposed(super::super::recognise, text), ["石桥水库", "云家河治理工程", "石桥节制闸"]);
        for text in [
            "包括12个水利工程,如石桥的新青屯水库;柳林的响石甸水库",
            "有12个工程开工,石桥的新青屯水库、柳林的响石甸水库供水",
            "有12个工程开工,如柳林桥工程等,石桥的响石甸水库供水",
            "有12个工程开工,如柳林桥工程,群众都很满意,石桥的响石甸水库",
        ] {
            assert_eq!(stage(text, "响石甸水库"), None, "{text}");
        }
    }

    #[test]
    fn what_opens_a_sentence_lists_works_that_the_sentence_before_has_counted() {
        let found = |text| proposed(super::super::recognise, text);
        assert_eq!(
            found("重要的有:南京磷肥厂,徐州磷矿,徐州热电站等"),
            ["南京磷肥厂", "徐州磷矿", "徐州热电站"]
        );
        assert_eq!(found("主要有:南京的农民,徐州磷肥厂的工人等"), [""; 0]);
        assert_eq!(found("例如:南京有一个磷肥厂,徐州磷矿等"), [""; 0]);
        assert_eq!(found("南京的重要厂矿有:徐州磷肥厂,南京磷矿等"), [""; 0]);
    }

    #[test]
    fn works_on_rivers_that_nobody_knows_are_members() {
        let found = |text| proposed(super::super::recognise, text);
        let names = ["云家河治理工程", "千福河治理工程"];
        assert_eq!(found("有12个工程开工,如淮河流域的云家河治理工程和千福河治理工程"), names);
        assert_eq!(found("有12个工程开工,如淮河流域的小河治理工程和山区道路整治工程"), [""; 0]);
        assert_eq!(found("有12个水利工程,如淮河流域的云家河治理工程和千福河治理工程"), [""; 0]);
    }

    #[test]
    fn a_clause_of_what_must_be_tells_of_the_topic_before_it() {
        assert_eq!(stage("对于湘云公路的建设,也应当积极进行准备工作", "湘云公路"), Some(Planned));
        assert_eq!(stage("湘云公路,自明年起,应当积极进行准备工作", "湘云公路"), Some(Planned));
        assert_eq!(stage("湘云公路,群众从明年起,应当积极进行准备工作", "湘云公路"), None);
        assert_eq!(stage("对于湘云公路的建设,也应当推动青石水库准备工作", "湘云公路"), Some(Building));
        assert_eq!(stage("湘云公路,群众应当抓紧进行准备工作", "湘云公路"), None);
        assert_eq!(
            stage("举世闻名的湘云公路和川云铁路这样的大工程,已经建设完成", "湘云公路"),
            Some(Completed)
        );
        assert_eq!(stage("包括湘云公路、川云铁路等,将要完成建设", "川云铁路"), Some(Completed));
        assert_eq!(stage("湘云公路,已于去年通车", "湘云公路"), Some(Operating));
        assert_eq!(stage("湘云水库,2011年11月13日开工,2017年6月完工", "湘云水库"), Some(Completed));
        assert_eq!(stage("湘云水库,2011年11月13日开工,云溪水库2017年6月完工", "湘云水库"), Some(Started));
        assert_eq!(stage("支援了湘云水库,2011年11月开工", "湘云水库"), None);
        assert_eq!(stage("支援了湘云公路,已经完成任务", "湘云公路"), None);
        assert_eq!(stage("应当积极修筑川云铁路", "川云铁路"), Some(Building));
    }
}
