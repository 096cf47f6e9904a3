//! Reads the words before the verb of a measure that belong to the promise.

use super::lead::JOINTS;
use super::reader::Reader;
use crate::record::{Figure, FigureKind, Measure, MeasureStatus, Span};
use crate::text::clause_before;

/// The longest verb of change before an amount, in characters: 整合|为5所.
const MAX_CHANGE_CHARS: usize = 2;
/// The longest name of an acting group, in characters.
const MAX_GROUP_CHARS: usize = 10;
/// The verb of only studying a deed, which promises less, and the last characters of what may precede it: a
/// mark, a time, an adverb.
const STUDYING: &str = "研究";
const BEFORE_VERB: &str = ",;:前底末内年月要将并";
/// Words for how it is done, which belong to the promise.
const HOW: [&str; 2] = ["率先", "布局"];
/// Open the name of those for whom something is done.
pub(super) const FOR: [char; 4] = ['为', '向', '给', '对'];
/// The length of that name, in characters.
const MIN_WHOM_CHARS: usize = 2;
const MAX_WHOM_CHARS: usize = 24;
/// The longest addition to an amount, with the mark after it, in characters: 以上、.
const MAX_ADDED_CHARS: usize = 4;

impl Reader<'_> {
    /// Whether the words before a measure in its cell are part of a name, and tell more than how, how hard or
    /// when it is done: |青河|综合治理工程.
    pub(super) fn opens_name(&self, opens: &str) -> bool {
        let words = self.words();
        let is_name = |c: char| c.is_alphabetic() && !c.is_numeric();
        opens.chars().count() > 1
            && opens.chars().all(is_name)
            && !opens.ends_with(['前', '底', '要', '将'])
            && !words.without_adverbs(opens).is_empty()
            && ![&words.force, &words.moving, &words.finishing]
                .iter()
                .any(|verbs| verbs.longest_at(opens, 0).is_some())
    }

    /// The words before the verb of a measure that belong to the promise: what is measured, if the object is
    /// a mere figure (产量|突破5万吨); where it is done, unlike elsewhere (农村|新建住宅); and what weakens it (基本|实现).
    pub(super) fn opening(&self, measure: &Measure) -> String {
        let preceding = self.text_before(measure);
        let Some(verb) = self.verb_in(&preceding, measure) else { return String::new() };
        let before = &preceding[..verb.start];
        let words = self.words();
        let weak_at = words.weakening.longest(before).map_or(before.len(), |(at, ())| at);
        let weak = &before[weak_at..];
        if self.is_lone(measure) {
            return weak.to_owned();
        }
        if let Some(first) = self.first_verb(&before[..weak_at]) {
            return first;
        }
        let subject = words.without_adverbs(&before[..weak_at]);
        let of = self
            .served(measure, before)
            .or_else(|| self.benefited(measure, subject))
            .or_else(|| self.invested_in(measure, verb.start))
            .or_else(|| all_of(measure, before))
            .or_else(|| self.group(measure, subject))
            .or_else(|| self.share(measure, before))
            .or_else(|| self.measured(measure, verb.start))
            .or_else(|| self.realm(subject).map(str::to_owned))
            .or_else(|| self.work_before(measure, subject));
        let Some(of) = of else { return weak.to_owned() };
        let manner = &before[subject.len()..weak_at];
        let manner = HOW.iter().find(|how| manner.ends_with(**how) && !of.ends_with(**how)).unwrap_or(&"");
        format!("{of}{manner}{weak}")
    }

    /// The verb before a verb, which says that it is begun, or what else is done to the same thing:
    /// 启动|改造渔港5座, 改造和|新建渔港5座.
    fn first_verb(&self, before: &str) -> Option<String> {
        let words = self.words();
        if let Some((at, ())) = words.starting.longest(before) {
            return Some(before[at..].to_owned());
        }
        // Studying opens its clause: 6月底前|研究|建立制度; not 渔业研究.
        if let Some(opens) = before.strip_suffix(STUDYING)
            && opens.chars().next_back().is_none_or(|last| BEFORE_VERB.contains(last))
        {
            return Some(STUDYING.to_owned());
        }
        let joined = before.strip_suffix(JOINTS)?;
        let (at, _) = joined.char_indices().rev().nth(MAX_CHANGE_CHARS - 1)?;
        words.finishing.contains(&joined[at..]).then(|| before[at..].to_owned())
    }

    /// The share of those for whom it is promised: 80%以上的渔业机构要|配备渔具.
    fn share(&self, measure: &Measure, before: &str) -> Option<String> {
        let clause = before.rsplit([',', ';', ':']).next()?;
        let (sentence, _) = self.read.bounds(&measure.object.span);
        let inside = |figure: &&Figure| figure.kind == FigureKind::Percent && clause.contains(&figure.text);
        if !measure.figures.is_empty() {
            return None;
        }
        let first = self.speech.figures.partition_point(|figure| figure.span.start < sentence);
        let mut figures = self.speech.figures[first..]
            .iter()
            .take_while(|figure| figure.span.end <= measure.object.span.start);
        let figure = figures.find(inside)?;
        let named = self
            .words()
            .without_adverbs(&clause[clause.find(&figure.text)?..])
            .trim_end_matches(['应', '须']);
        named.contains('的').then(|| named.to_owned())
    }

    /// Those for whom it is done, if their number is promised: 为清溪县1000名渔民|提供补贴.
    fn served(&self, measure: &Measure, before: &str) -> Option<String> {
        let (start, _) = self.read.bounds(&measure.object.span);
        let figure = self.first_figure(measure)?;
        let preceding = self.read.folded(start, figure.span.start.max(start));
        let served = before.get(preceding.rfind(FOR)?..)?;
        let is_one = !served.contains([',', ';', ':', '。']) && served.contains(&figure.text);
        (is_one && figure.span.start < measure.object.span.start).then(|| served.to_owned())
    }

    /// Those for whom it is done, right before the verb: 向渔民|发放补贴3亿元.
    fn benefited(&self, measure: &Measure, subject: &str) -> Option<String> {
        let subject = subject.trim_end_matches("一次性");
        let clause = subject.rsplit([',', ';', ':', '。']).next()?;
        // The sign may stand inside a word of their name: 向渔业应|对|计划再提供.
        let openings = clause.match_indices(FOR).rev();
        let whom = |(at, _): (usize, &str)| self.whom(measure, clause, at);
        openings.filter_map(whom).next().filter(|_| measure.status != MeasureStatus::Ongoing)
    }

    /// Those for whom it is done, if the sign at byte `at` of the clause opens their name.
    fn whom(&self, measure: &Measure, clause: &str, at: usize) -> Option<String> {
        // The sign may be two characters: 面|向.
        let at = clause[..at].strip_suffix('面').map_or(at, str::len);
        let (opens, whom) = clause.split_at(at);
        let words = self.words();
        let acts = || {
            measure.actor.as_ref().is_some_and(|actor| words.without_adverbs(opens).ends_with(&actor.text))
        };
        // The number of a point may stand before it: 三是|对渔民.
        let opens =
            opens.strip_suffix('是').filter(|number| number.chars().count() == 1).map_or(opens, |_| "");
        let plain = words.without_adverbs(opens);
        let plain = plain.strip_suffix("累计").or_else(|| plain.strip_suffix("其中")).unwrap_or(plain);
        // A time may stand before it: 全年要|为渔民.
        let is_when = || self.due_time(measure).is_some_and(|time| time.text == plain);
        let is_word = !(plain.is_empty() || acts() || is_when());
        let length = whom.chars().count() - 1;
        let names = (MIN_WHOM_CHARS..=MAX_WHOM_CHARS).contains(&length)
            && !whom.contains('、')
            && words.finishing.find(whom).next().is_none();
        (!is_word && names).then(|| whom.to_owned())
    }

    /// The thing invested in, from the item or clause right before: 实施渔港项目90个、|完成投资5亿元.
    fn invested_in(&self, measure: &Measure, verb: usize) -> Option<String> {
        let object = &measure.object;
        let is_bare = measure.verb == "完成"
            && self.first_figure(measure).is_some_and(|figure| {
                object
                    .text
                    .split_once(&figure.text)
                    .is_some_and(|(noun, _)| self.words().without_bound(noun) == "投资")
            });
        let preceding = self.text_before(measure).get(..verb)?.chars().count();
        let (start, _) = self.read.bounds(&object.span);
        let at = start + preceding;
        if !is_bare {
            return None;
        }
        // It is the only work of the clause before: 加快青岩铁路建设,|力争|完成投资10亿元.
        if let Some(project) = self.sole_project_before(at) {
            return Some(project);
        }
        let is_right_before =
            |last: &&Measure| last.object.span.end < at && at - last.object.span.end <= MAX_ADDED_CHARS;
        let objects = self.objects_from(start, at).filter(|last| last.span.start >= start);
        let last = objects.filter(is_right_before).last()?;
        let between = self.read.folded(last.object.span.end, at);
        let follows = between.ends_with(['、', ',']);
        let counted = self.first_figure(last).and_then(|figure| figure.of.as_ref());
        let thing = counted.map_or(last.object.text.as_str(), |of| of.text.as_str());
        follows.then(|| thing.to_owned())
    }

    /// The only project of the clause before the one at this code point, if only words of striving open the
    /// latter.
    fn sole_project_before(&self, at: usize) -> Option<String> {
        let (start, _) = self.read.bounds(&Span::from(at..at + 1));
        let before = self.read.folded(start, at);
        let (earlier, own) = before.rsplit_once(',')?;
        let is_bare = self
            .words()
            .force
            .longest_at(own, 0)
            .map_or(own.is_empty(), |(force, ())| force.end == own.len());
        let clause = earlier.rsplit([',', ';', '。', ':']).next()?;
        let end = start + earlier.chars().count();
        let clause = Span::from(end - clause.chars().count()..end);
        let mut inside = self.speech.projects.iter().filter(|project| clause.contains(&project.span));
        let project = inside.next().filter(|_| is_bare)?;
        inside.next().is_none().then(|| project.text.clone())
    }

    /// The realm that opens the clause, or follows a time or the country: 去年|农村|新建住宅.
    fn realm<'t>(&self, subject: &'t str) -> Option<&'t str> {
        let (at, ()) = self.words().realms.longest(subject)?;
        let before = &subject[..at];
        let opens =
            before.is_empty() || before.ends_with([',', ';']) || self.words().before_realm.end(before);
        opens.then(|| &subject[at..])
    }

    /// The work by which something is done, if the figure has both as one noun: 渔村改造|解决住房5万套.
    fn work_before(&self, measure: &Measure, subject: &str) -> Option<String> {
        let of = self.first_figure(measure)?.of.as_ref()?;
        let work = clause_before(subject);
        let work = work.rsplit('、').next().unwrap_or(work);
        let (deed, ()) = self.words().deeds.longest(work)?;
        let is_plain = self.words().finishing.find(&work[..deed]).next().is_none();
        let is_one = of.text.starts_with(work) && of.text.len() > work.len() && deed > 0;
        (is_plain && is_one).then(|| work.to_owned())
    }

    /// The acting group, which cannot be responsible and so belongs to the promise: 其他城市|新建公园.
    fn group(&self, measure: &Measure, subject: &str) -> Option<String> {
        let actor = measure.actor.as_ref()?;
        let is_named = actor.text.contains(char::is_numeric) || actor.text.chars().count() > MAX_GROUP_CHARS;
        if is_named || !self.words().groups.end(&actor.text) {
            return None;
        }
        let clause = clause_before(subject);
        // It acted in the clause before: 渔民参加培训3次,|参加演练5次.
        if clause.is_empty() {
            let is_again = |first: &&Measure| first.verb == measure.verb && first.actor == measure.actor;
            let mut first = self.around(&measure.object.span).into_iter().filter(is_again);
            let acts_before = first.any(|first| first.span.end < measure.span.start);
            return acts_before.then(|| actor.text.clone());
        }
        // A place may follow it: 外地渔民|在青.
        let acts = clause.rsplit_once('在').filter(|(_, place)| place.chars().count() <= MAX_CHANGE_CHARS);
        let preceding = acts.map_or(clause, |(acts, _)| acts).strip_suffix(actor.text.as_str())?;
        // Those for whom it is done do not act: 为渔民和渔业企业|提供服务.
        (!preceding.contains(FOR)).then(|| clause[preceding.len()..].to_owned())
    }

    /// What the figure of a measure measures, if it stands before the verb and the object is a mere amount:
    /// 产量|突破5万吨, 收入|完成预算数的98%.
    fn measured(&self, measure: &Measure, verb: usize) -> Option<String> {
        let object = &measure.object.span;
        let (start, _) = self.read.bounds(object);
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref()?;
        let preceding = self.read.folded(start, of.span.end.max(start));
        // Those for whom it is done are not measured: 为渔民和渔业企业|提供服务6万项.
        let opens = self.read.folded(start, of.span.start.max(start));
        let is_served = opens.rsplit([',', ';', ':']).next().is_some_and(|opens| opens.contains(FOR));
        let stands_before = of.span.start >= start && preceding.len() <= verb && !is_served;
        let opening = self.read.folded(object.start, figure.span.start);
        let opening = self.words().without_bound(
            self.words().without_bound(&opening).trim_end_matches(['到', '至', '为', '在', '的']),
        );
        let is_of_plan = self.lexicon.measures.plan(opening).is_some_and(|plan| !plan.is_task);
        let after = self.read.folded(figure.span.end, object.end.max(figure.span.end));
        let ends = after
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '(' | ',' | '、' | '左' | '以' | '并' | '到' | '-'));
        let is_amount = ends && (is_of_plan || opening.chars().count() <= MAX_CHANGE_CHARS);
        (stands_before && is_amount).then(|| of.text.clone())
    }
}

/// All who act: 渔业学校、渔业医院均|覆盖9县.
fn all_of(measure: &Measure, before: &str) -> Option<String> {
    let all = before.strip_suffix(['均', '都'])?;
    let actor = measure.actor.as_ref().filter(|actor| all.ends_with(&actor.text))?;
    Some(before[all.len() - actor.text.len()..].to_owned())
}
