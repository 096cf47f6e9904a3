//! How an entry of a measure is called: its verb and object, with what its sentence leaves to what stands around them.

use super::noun::without_bound;
use super::reader::{OBJECT_FIRST, Reader};
use crate::record::{Figure, FigureKind, Measure};

/// The longest verb of change before an amount, in characters: 整合|为5所.
const CHANGE: usize = 2;
/// The longest name of a group that acts, in characters.
const LONGEST_GROUP: usize = 10;
/// The longest addition to an amount, in characters: (套), 以上.
const LONGEST_ADDED: usize = 3;
/// How many characters stand between two items of a list at most: 和近千公里的.
const LONGEST_BETWEEN: usize = 8;
/// How much of it is done, between who acts, or where, and the verb.
const MANNER: [&str; 3] = ["累计", "全面", "全部"];
/// What opens those for whom something is done.
const FOR: [char; 4] = ['为', '向', '给', '对'];
/// The longest noun of a sum that tells nothing of it (专项资金), and the longest purpose, in characters.
const LONGEST_BARE: usize = 6;
const LONGEST_PURPOSE: usize = 30;
/// Adverbs of one character between who acts, or where, and the verb.
const ADVERBS: [char; 8] = ['共', '已', '再', '还', '也', '将', '要', '都'];

impl Reader<'_> {
    /// What an entry of a measure is called, of which `opens` is what belongs to it before its verb.
    pub(super) fn wording(&self, opens: &str, verb: &str, measure: &Measure) -> String {
        if measure.rule == OBJECT_FIRST {
            return measure.text.clone();
        }
        let object = self.object(measure);
        if self.has_own_verb(measure, &object) {
            return object;
        }
        if let Some(called) = self.respective(verb, measure) {
            return called;
        }
        let gapped = self.gapped(measure, &object).unwrap_or_default();
        self.changed(measure).unwrap_or_else(|| format!("{opens}{verb}{gapped}{object}"))
    }

    /// 新建公园5个、|新增床位6张: whether the verb stands before an item that a figure parts from this one.
    fn is_carried(&self, measure: &Measure) -> bool {
        let ahead = self.ahead(measure);
        let Some(verb) = self.verb_in(&ahead, measure) else { return false };
        let between = &ahead[verb.end..];
        between.contains(['、', '和', '及', '与'])
            && between.contains(|c: char| c.is_ascii_digit() || crate::text::is_chinese_digit(c))
    }

    /// 开通线路3条、|新增里程30公里; 接待游客3万人、|游客花费2亿元: an item that the verb before the list does not fit.
    fn has_own_verb(&self, measure: &Measure, object: &str) -> bool {
        let words = self.words();
        let adds = words.adding.longest_at(object, 0).is_some();
        let earns = || {
            let figure = self.first_figure(measure).and_then(|figure| object.find(&figure.text));
            let named = figure.map_or("", |at| without_bound(&object[..at]));
            words.outcomes.end(named) && !words.moving.contains(&measure.verb)
        };
        (adds || earns()) && self.is_carried(measure)
    }

    /// 旧船、旧网…，力争分别|淘汰3万艘和5万张: amounts that go one by one with what was named before.
    fn respective(&self, verb: &str, measure: &Measure) -> Option<String> {
        let object = &measure.object.text;
        let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let figures: Vec<_> = figures.filter(|figure| figure.span.end > measure.object.span.start).collect();
        let (deed, _) = object.strip_prefix("分别")?.split_once(&figures.first()?.text)?;
        let named = figures.iter().map(|figure| {
            let of = figure.of.as_ref().filter(|of| of.span.end <= measure.object.span.start)?;
            Some(format!("{}{}", of.text, figure.text))
        });
        let named = named.collect::<Option<Vec<_>>>()?;
        let is_deed = deed.chars().count() == CHANGE && named.len() > 1;
        is_deed.then(|| format!("{verb}{deed}{}", named.join("、")))
    }

    /// 力争新增企业800家、|工厂90家: the verb that the first item of the list shares with the others.
    fn gapped(&self, measure: &Measure, object: &str) -> Option<String> {
        let words = self.words();
        let figure = self.first_figure(measure)?;
        let (named, _) = object.split_once(&figure.text)?;
        let comes_to = words.standing.end(named) || words.moving.find(named).next().is_some();
        let shares = words.force.contains(&measure.verb)
            && self.is_carried(measure)
            && !comes_to
            && words.adding.longest_at(object, 0).is_none();
        let first =
            self.speech.measures.iter().find(|first| {
                first.span == measure.span && first.object.span.end <= measure.object.span.start
            });
        let first = first.filter(|_| shares)?;
        let (adds, ()) = words.adding.longest_at(&first.object.text, 0)?;
        Some(first.object.text[adds].to_owned())
    }

    /// What stands before the verb of a measure and belongs to what is promised: what is measured, where the object
    /// is a mere figure (产量|突破5万吨); where it is done, in contrast with where else (农村|新建住宅); and what takes
    /// part of it back (基本|实现).
    pub(super) fn opening(&self, measure: &Measure) -> String {
        let ahead = self.ahead(measure);
        let Some(verb) = self.verb_in(&ahead, measure) else { return String::new() };
        let before = &ahead[..verb.start];
        let words = self.words();
        let weak_at = words.weakening.longest(before).map_or(before.len(), |(at, ())| at);
        let weak = &before[weak_at..];
        if let Some(first) = self.first_verb(&before[..weak_at]) {
            return first;
        }
        let subject =
            MANNER.iter().fold(&before[..weak_at], |subject, manner| subject.trim_end_matches(manner));
        let subject = subject.trim_end_matches(ADVERBS);
        let of = self
            .served(measure, before)
            .or_else(|| self.group(measure, subject))
            .or_else(|| self.share(measure, before))
            .or_else(|| self.measured(measure, verb.start))
            .or_else(|| self.realm(subject).map(str::to_owned));
        format!("{}{weak}", of.unwrap_or_default())
    }

    /// 启动|改造渔港5座, 改造和|新建渔港5座: the verb before a verb, which says that it is begun, or what else is done to the same.
    fn first_verb(&self, before: &str) -> Option<String> {
        let words = self.words();
        if let Some((at, ())) = words.starting.longest(before) {
            return Some(before[at..].to_owned());
        }
        let joined = before.strip_suffix(['和', '与', '并', '及', '、'])?;
        let (at, _) = joined.char_indices().rev().nth(CHANGE - 1)?;
        words.finishing.contains(&joined[at..]).then(|| format!("{}、", &joined[at..]))
    }

    /// 80%以上的渔业机构要|配备渔具: of how many it is promised.
    fn share(&self, measure: &Measure, before: &str) -> Option<String> {
        let clause = before.rsplit([',', ';', ':']).next()?;
        let (sentence, _) = self.source.bounds(&measure.object.span);
        let inside = |figure: &&Figure| {
            let is_ahead = figure.span.start >= sentence && figure.span.end <= measure.object.span.start;
            figure.kind == FigureKind::Percent && is_ahead && clause.contains(&figure.text)
        };
        let figure = self.speech.figures.iter().find(inside).filter(|_| measure.figures.is_empty())?;
        let named =
            clause[clause.find(&figure.text)?..].trim_end_matches(ADVERBS).trim_end_matches(['应', '须']);
        named.contains('的').then(|| named.to_owned())
    }

    /// 为清溪县1000名渔民|提供补贴: for whom it is done, where it is promised how many they are.
    fn served(&self, measure: &Measure, before: &str) -> Option<String> {
        let (start, _) = self.source.bounds(&measure.object.span);
        let figure = self.first_figure(measure)?;
        let ahead = self.source.folded(start, figure.span.start.max(start));
        let served = before.get(ahead.rfind(FOR)?..)?;
        let is_one = !served.contains([',', ';', ':', '。']) && served.contains(&figure.text);
        (is_one && figure.span.start < measure.object.span.start).then(|| served.to_owned())
    }

    /// 去年|农村|新建住宅: a realm that opens the clause, or follows when or the country.
    fn realm<'t>(&self, subject: &'t str) -> Option<&'t str> {
        let (at, ()) = self.words().realms.longest(subject)?;
        let before = subject[..at].chars().next_back();
        let opens = before
            .is_none_or(|c| matches!(c, ',' | ';' | '在' | '国' | '年' | '内' | '中' | '间' | '底' | '末'));
        opens.then(|| &subject[at..])
    }

    /// 其他城市|新建公园: a group that acts and cannot answer belongs to what is promised.
    fn group(&self, measure: &Measure, subject: &str) -> Option<String> {
        let actor = measure.actor.as_ref()?;
        let is_named = actor.text.contains(char::is_numeric) || actor.text.chars().count() > LONGEST_GROUP;
        if is_named || !self.words().groups.end(&actor.text) {
            return None;
        }
        let clause = subject.rsplit([',', ';', ':']).next().unwrap_or_default();
        // 渔民参加培训3次,|参加演练5次: who acted in the clause before.
        if clause.is_empty() {
            let is_again = |first: &&Measure| first.verb == measure.verb && first.actor == measure.actor;
            let mut first = self.around(&measure.object.span).into_iter().filter(is_again);
            let acts_before = first.any(|first| first.span.end < measure.span.start);
            return acts_before.then(|| actor.text.clone());
        }
        // 外地渔民|在青: where they did it.
        let acts = clause.rsplit_once('在').filter(|(_, place)| place.chars().count() <= CHANGE);
        let ahead = acts.map_or(clause, |(acts, _)| acts).strip_suffix(actor.text.as_str())?;
        // 为渔民和渔业企业|提供服务: those for whom it is done do not act.
        (!ahead.contains(FOR)).then(|| clause[ahead.len()..].to_owned())
    }

    /// The object; with the other items of a list that its figure counts together (100项|重大专项、研发专项).
    fn object(&self, measure: &Measure) -> String {
        let object = &measure.object;
        let counted = self.first_figure(measure).and_then(|figure| figure.of.as_ref()).filter(|of| {
            let goes_on = object.span.start <= of.span.start
                && of.span.start < object.span.end
                && object.span.end < of.span.end;
            // 棚户区5万套、管道|1万公里: the next item has a figure of its own.
            let next = self.source.folded(of.span.end, of.span.end + 1);
            let is_aside = of.text.starts_with(['（', '(']);
            goes_on
                && !is_aside
                && !next.contains(|c: char| c.is_ascii_digit() || crate::text::is_chinese_digit(c))
        });
        let more = counted.map(|of| self.source.text(object.span.end, of.span.end)).unwrap_or_default();
        let own = self.without_next_item(measure);
        // 建设水库(牵头单位:水利局), 其中|绿化20亩: who answers, and of what it is part, are no part of it.
        let own = own.split_once("（牵头").map_or(own, |(own, _)| own);
        let own = own.strip_prefix("其中").unwrap_or(own);
        let deed = self.shared_deed(measure).or_else(|| self.joined_head(measure)).unwrap_or_default();
        let first = self.first_of_pair(measure).unwrap_or_default();
        let purpose = self.purpose(measure).unwrap_or_default();
        format!("{first}{own}{more}{deed}{purpose}")
    }

    /// 安排资金3亿元|支持渔港建设, 安排专项资金3亿元,|用于渔港建设: what a sum is for, which is told in the next clause of a bare one.
    pub(super) fn purpose(&self, measure: &Measure) -> Option<String> {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure).filter(|figure| figure.kind == FigureKind::Money)?;
        let (before, behind) = object.text.split_once(&figure.text)?;
        let is_bare = before.chars().count() + behind.chars().count() <= LONGEST_BARE
            && (words.spent.find(before).next().is_some() || words.spent.find(behind).next().is_some());
        let (_, end) = self.source.bounds(&object.span);
        let rest = self.source.folded(object.span.end, end);
        let open = if is_bare { rest.trim_start_matches(',') } else { rest.as_str() };
        let manner = ["主要", "重点"].iter().find_map(|manner| open.strip_prefix(manner)).unwrap_or(open);
        words.purposes.longest_at(manner, 0)?;
        let purpose = open.split([',', ';', '。']).next()?;
        // 支持企业40家: a promise of its own.
        let is_own = purpose.contains(|c: char| c.is_ascii_digit());
        (!is_own && purpose.chars().count() <= LONGEST_PURPOSE).then(|| purpose.to_owned())
    }

    /// 创建|渔业示范区和|渔港基地23个: the first item of what one figure counts together.
    fn first_of_pair(&self, measure: &Measure) -> Option<String> {
        let object = &measure.object.span;
        let of = self.first_figure(measure)?.of.as_ref()?;
        let is_pair = of.span.start < object.start && object.start < of.span.end;
        let first = self.source.folded(of.span.start, object.start.max(of.span.start));
        let joins = first.ends_with(['、', '和', '与', '及']);
        let ahead = self.ahead(measure);
        let follows_verb = ahead.strip_suffix(first.as_str())?.ends_with(&measure.verb);
        (is_pair && joins && follows_verb).then(|| self.source.text(of.span.start, object.start))
    }

    /// 改造棚户区5万套|、老旧小区: the object without the next item, of which it has only the first words.
    fn without_next_item<'m>(&self, measure: &'m Measure) -> &'m str {
        let object = &measure.object;
        let whole = object.text.as_str();
        let is_digit = |c: char| c.is_numeric() || crate::text::is_chinese_digit(c);
        let Some((own, next)) = whole.rsplit_once('、') else { return whole };
        let figure = self.first_figure(measure).filter(|figure| object.span.contains(&figure.span));
        let counts = figure.is_some_and(|figure| {
            let behind = own.find(&figure.text).map(|at| &own[at + figure.text.len()..]);
            behind.is_some_and(|behind| behind.chars().count() <= LONGEST_ADDED)
        });
        let goes_on =
            self.source.folded(object.span.end, object.span.end + 1).starts_with(char::is_alphanumeric);
        if counts && goes_on && !next.contains(is_digit) { own } else { whole }
    }

    /// 完成5个村污水|、6个村水体治理: what is done to all items of a list, which only the last names.
    fn shared_deed(&self, measure: &Measure) -> Option<String> {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure).filter(|figure| object.span.contains(&figure.span))?;
        let ends = |text: &str| words.deeds.longest(text).map(|(at, ())| at);
        let counts_first = figure.span.end < object.span.end && !object.text.contains(['、', '和']);
        if !counts_first || !words.carried.contains(&measure.verb) || ends(&object.text).is_some() {
            return None;
        }
        let last = self.speech.measures.iter().find(|last| {
            let start = last.object.span.start;
            let between = self.source.folded(object.span.end, start.max(object.span.end));
            last.span == measure.span
                && between.starts_with(['、', '和', '及'])
                && between.chars().count() <= LONGEST_BETWEEN
        })?;
        let mut at = last.object.text.len();
        while let Some(start) = ends(&last.object.text[..at]) {
            at = start;
        }
        let deed = &last.object.text[at..];
        (!deed.is_empty() && last.figures.len() < 2).then(|| deed.to_owned())
    }

    /// 完成产值5亿元、增长4%: what grows takes the place of the verb, which is that of another amount.
    fn changed(&self, measure: &Measure) -> Option<String> {
        const CHANGES: [&str; 4] = ["增长", "下降", "提高", "降低"];
        let object = &measure.object;
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref().filter(|of| of.span.end <= object.span.start)?;
        let between = self.source.folded(object.span.start, figure.span.start);
        CHANGES.contains(&between.as_str()).then(|| format!("{}{}", of.text, object.text))
    }

    /// What the figure of a measure measures, where it stands before the verb and the object is a mere amount:
    /// 产量|突破5万吨, 收入|完成预算数的98%.
    fn measured(&self, measure: &Measure, verb: usize) -> Option<String> {
        let object = &measure.object.span;
        let (start, _) = self.source.bounds(object);
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref()?;
        let ahead = self.source.folded(start, of.span.end.max(start));
        // 为渔民和渔业企业|提供服务6万项: those for whom it is done are not measured.
        let opens = self.source.folded(start, of.span.start.max(start));
        let is_served = opens.rsplit([',', ';', ':']).next().is_some_and(|opens| opens.contains(FOR));
        let stands_before = of.span.start >= start && ahead.len() <= verb && !is_served;
        let opening = self.source.folded(object.start, figure.span.start);
        let opening = without_bound(without_bound(&opening).trim_end_matches(['到', '至', '为', '在', '的']));
        let is_of_plan = ["计划", "预算", "预算数", "计划数"].iter().any(|plan| opening.ends_with(plan));
        let behind = self.source.folded(figure.span.end, object.end.max(figure.span.end));
        let ends = behind
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '(' | ',' | '、' | '左' | '以' | '并' | '到' | '-'));
        let is_amount = ends && (is_of_plan || opening.chars().count() <= CHANGE);
        (stands_before && is_amount).then(|| of.text.clone())
    }
}
