//! Names the entry of a measure: its verb and object, with what its sentence leaves to the words around them.

use super::reader::{OBJECT_FIRST, Reader};
use crate::record::{Figure, FigureKind, Measure};

/// The longest verb of change before an amount, in characters: 整合|为5所.
const MAX_CHANGE_CHARS: usize = 2;
/// The longest addition to an amount, in characters: (套), 以上.
const MAX_ADDED_CHARS: usize = 3;
/// Most characters between two items of a list: 和近千公里的.
const MAX_BETWEEN_CHARS: usize = 8;
/// Characters that make another word with 新 after them: 创新.
const RENEWING: [char; 5] = ['创', '更', '革', '翻', '高'];
/// The longest attribute that the items of a list share, in characters.
const MAX_ATTRIBUTE_CHARS: usize = 4;
/// The longest level, in characters: 自治区级以上.
const MAX_LEVEL_CHARS: usize = 7;
/// The longest noun of a sum that tells nothing about it (专项资金), and the longest purpose, in characters.
const MAX_BARE_CHARS: usize = 6;
const MAX_PURPOSE_CHARS: usize = 30;

impl Reader<'_> {
    /// The name of a measure's entry; `opens` is what belongs to it before its verb.
    pub(super) fn wording(&self, opens: &str, verb: &str, measure: &Measure) -> String {
        if measure.rule == OBJECT_FIRST {
            // The name omits a leading 要: 要|把产量提高到5万吨.
            return measure.text.trim_start_matches('要').to_owned();
        }
        let object = self.object(measure);
        if self.has_own_verb(measure, &object) {
            return object;
        }
        if let Some(called) = self.respective(verb, measure) {
            return called;
        }
        let gapped = self.gapped(measure, &object).unwrap_or_default();
        let fresh = self.fresh(measure);
        let lead = self.lead(measure, &format!("{opens}{fresh}"));
        self.changed(measure).unwrap_or_else(|| format!("{lead}{opens}{fresh}{verb}{gapped}{object}"))
    }

    /// The 新 before a verb, which says that the deed adds to what was done before: |新|培育企业5家.
    fn fresh(&self, measure: &Measure) -> &'static str {
        let preceding = self.text_before(measure);
        let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        let opens = before.strip_suffix('新').is_some_and(|before| !before.ends_with(RENEWING));
        if opens && !measure.verb.starts_with('新') { "新" } else { "" }
    }

    /// Whether the verb stands before an earlier item, with a figure between it and this one: 新建公园5个、|新增床位6张.
    fn is_carried(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let Some(verb) = self.verb_in(&preceding, measure) else { return false };
        let between = &preceding[verb.end..];
        between.contains(['、', '和', '及', '与']) && between.contains(crate::text::is_digit)
    }

    /// Whether an item has a verb of its own, because the one before the list does not fit: 开通线路3条、|新增里程30公里.
    fn has_own_verb(&self, measure: &Measure, object: &str) -> bool {
        self.words().adding.longest_at(object, 0).is_some() && self.is_carried(measure)
    }

    /// Whether an item tells an effect or the total of the others: 接待游客3万人、|游客花费2亿元|, 推介渔港25个、|总投资5亿元|.
    pub(super) fn is_total(&self, measure: &Measure) -> bool {
        let words = self.words();
        let object = &measure.object.text;
        let figure = self.first_figure(measure).and_then(|figure| object.find(&figure.text));
        let named = figure.map_or("", |at| self.words().without_bound(&object[..at]));
        words.outcomes.end(named)
            && words.adding.longest_at(object, 0).is_none()
            && !words.moving.contains(&measure.verb)
            && self.is_carried(measure)
    }

    /// The name of amounts that correspond one by one to things named before: 旧船、旧网…，力争分别|淘汰3万艘和5万张.
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
        let is_deed = deed.chars().count() == MAX_CHANGE_CHARS && named.len() > 1;
        is_deed.then(|| format!("{verb}{deed}{}", named.join("、")))
    }

    /// The verb that the first item of the list shares with the others: 力争新增企业800家、|工厂90家.
    pub(super) fn gapped(&self, measure: &Measure, object: &str) -> Option<String> {
        let words = self.words();
        let figure = self.first_figure(measure)?;
        let (named, _) = object.split_once(&figure.text)?;
        let comes_to = words.standing.end(named) || words.moving.find(named).next().is_some();
        let shares = words.force.contains(&measure.verb)
            && self.is_carried(measure)
            && !comes_to
            && words.adding.longest_at(object, 0).is_none();
        if !shares {
            return None;
        }
        let first =
            self.of_clause(measure).find(|first| first.object.span.end <= measure.object.span.start)?;
        // A time may stand before the verb: 力争|全年|完成渔业投资5亿元.
        let said = first.object.text.as_str();
        let time = self.due_time(first).map_or("", |time| time.text.as_str());
        let said = said.strip_prefix(time).unwrap_or(said);
        let adds = [&words.adding, &words.finishing].iter().find_map(|verbs| verbs.longest_at(said, 0));
        let verb = adds.map(|(adds, ())| said[adds].to_owned())?;
        // The verb may be part of the noun: 覆盖|率达到5%.
        let of = self.first_figure(first).and_then(|figure| figure.of.as_ref());
        (!of.is_some_and(|of| of.text.starts_with(verb.as_str()))).then_some(verb)
    }

    /// The object, with the other items of a list that its figure counts, too: 100项|重大专项、研发专项.
    fn object(&self, measure: &Measure) -> String {
        let object = &measure.object;
        let counted = self.first_figure(measure).and_then(|figure| figure.of.as_ref()).filter(|of| {
            let goes_on = object.span.start <= of.span.start
                && of.span.start < object.span.end
                && object.span.end < of.span.end;
            // The next item has a figure of its own: 棚户区5万套、管道|1万公里.
            let next = self.read.folded(of.span.end, of.span.end + 1);
            let is_aside = of.text.starts_with(['（', '(']);
            goes_on && !is_aside && !next.contains(crate::text::is_digit)
        });
        let more = counted.map(|of| self.read.text(object.span.end, of.span.end)).unwrap_or_default();
        let own = self.without_next_item(measure);
        // The body responsible, and a word for the whole that it is part of, are cut: 建设水库(牵头单位:水利局),
        // 其中|绿化20亩.
        let own = self.read.without_responsible(own.split_once("（牵头").map_or(own, |(own, _)| own));
        let own = own.strip_prefix("其中").unwrap_or(own);
        let deed = self.shared_deed(measure).or_else(|| self.joined_head(measure)).unwrap_or_default();
        // The words are not said twice: 2个渔港改革|与发展示范项目.
        let deed = if more.ends_with(&deed) { String::new() } else { deed };
        let first = self.first_of_pair(measure).unwrap_or_default();
        let purpose = self.purpose(measure).unwrap_or_default();
        let shared = self.shared_level(measure).or_else(|| self.shared_attribute(measure, own));
        let first = shared.unwrap_or(first);
        let other = self.alternative(measure).map(|other| format!("或{}", other.object.text));
        format!("{first}{own}{more}{deed}{purpose}{}", other.unwrap_or_default())
    }

    /// The attribute that the first item of a list shares with all: 淘汰|老旧的|渔船5艘、|渔网9万张.
    fn shared_attribute(&self, measure: &Measure, own: &str) -> Option<String> {
        let first = self.of_clause(measure).next()?;
        let (attribute, named) = first.object.text.split_once('的')?;
        let shares = first.verb == measure.verb
            && first.object.span.end < measure.object.span.start
            && self.read.folded(first.object.span.end, measure.object.span.start).starts_with('、')
            && (MAX_CHANGE_CHARS..=MAX_ATTRIBUTE_CHARS).contains(&attribute.chars().count())
            && !attribute.contains(|c: char| c.is_ascii_digit())
            && !own.contains('的')
            && !own.starts_with(|c: char| c.is_ascii_digit())
            && named.contains(|c: char| c.is_ascii_digit());
        shares.then(|| format!("{attribute}的"))
    }

    /// The level of the first item of a list, if the next starts with the same word: 创建|国家级|绿色渔港5个、|绿色渔村9个.
    pub(super) fn shared_level(&self, measure: &Measure) -> Option<String> {
        let own = measure.object.text.as_str();
        let first = self.of_clause(measure).next().filter(|first| first.object != measure.object)?;
        let said = first.object.text.as_str();
        let end = said.find('级').map(|at| at + '级'.len_utf8()).filter(|_| !own.contains('级'))?;
        let bound = ["及以上", "以上"].iter().find(|bound| said[end..].starts_with(**bound));
        let level = &said[..end + bound.map_or(0, |bound| bound.len())];
        let word: String = own.chars().take(MAX_CHANGE_CHARS).collect();
        let is_list = self.read.folded(first.object.span.end, measure.object.span.start).starts_with('、');
        let shares = first.verb == measure.verb
            && is_list
            && level.chars().count() <= MAX_LEVEL_CHARS
            && level.chars().all(char::is_alphabetic)
            && said[level.len()..].starts_with(&word);
        shares.then(|| level.to_owned())
    }

    /// The purpose of a sum, which for a bare one stands in the next clause: 安排资金3亿元|支持渔港建设,
    /// 安排专项资金3亿元,|用于渔港建设.
    pub(super) fn purpose(&self, measure: &Measure) -> Option<String> {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure).filter(|figure| figure.kind == FigureKind::Money)?;
        let (before, after) = object.text.split_once(&figure.text)?;
        let is_bare = before.chars().count() + after.chars().count() <= MAX_BARE_CHARS
            && (words.spent.find(before).next().is_some() || words.spent.find(after).next().is_some());
        let (_, end) = self.read.bounds(&object.span);
        let rest = self.read.folded(object.span.end, end);
        let open = if is_bare { rest.trim_start_matches(',') } else { rest.as_str() };
        let manner = ["主要", "重点"].iter().find_map(|manner| open.strip_prefix(manner)).unwrap_or(open);
        words.purposes.longest_at(manner, 0)?;
        let purpose = open.split([',', ';', '。']).next()?;
        // This is a promise of its own: 支持企业40家.
        let is_own = purpose.contains(|c: char| c.is_ascii_digit());
        (!is_own && purpose.chars().count() <= MAX_PURPOSE_CHARS).then(|| purpose.to_owned())
    }

    /// The first of the items that one figure counts together: 创建|渔业示范区和|渔港基地23个.
    fn first_of_pair(&self, measure: &Measure) -> Option<String> {
        let object = &measure.object.span;
        let of = self.first_figure(measure)?.of.as_ref()?;
        let is_pair = of.span.start < object.start && object.start < of.span.end;
        let first = self.read.folded(of.span.start, object.start.max(of.span.start));
        let joins = first.ends_with(['、', '和', '与', '及']);
        let preceding = self.text_before(measure);
        let follows_verb = preceding.strip_suffix(first.as_str())?.ends_with(&measure.verb);
        (is_pair && joins && follows_verb).then(|| self.read.text(of.span.start, object.start))
    }

    /// The object without the first words of the next item: 改造棚户区5万套|、老旧小区.
    fn without_next_item<'m>(&self, measure: &'m Measure) -> &'m str {
        let object = &measure.object;
        let whole = object.text.as_str();
        let is_digit = |c: char| c.is_numeric() || crate::text::is_chinese_digit(c);
        let Some((own, next)) = whole.rsplit_once('、') else { return whole };
        // The next item tells who took part: 举办渔业节8届|、超过5万人次参与.
        let takes_part = ["参与", "参加", "受益"].iter().any(|verb| next.ends_with(verb));
        let is_next = |figure: &Figure| own.contains(&figure.text) && next.contains(is_digit);
        if takes_part && self.first_figure(measure).is_some_and(is_next) {
            return own;
        }
        let figure = self.first_figure(measure).filter(|figure| object.span.contains(&figure.span));
        let counts = figure.is_some_and(|figure| {
            let after = own.find(&figure.text).map(|at| &own[at + figure.text.len()..]);
            after.is_some_and(|after| after.chars().count() <= MAX_ADDED_CHARS)
        });
        let after = self.read.folded(object.span.end, object.span.end + 2);
        let goes_on = after.trim_start().starts_with(char::is_alphanumeric);
        if counts && goes_on && !next.contains(is_digit) { own } else { whole }
    }

    /// The deed done to all items of a list, which only the last one names: 完成5个村污水|、6个村水体治理.
    fn shared_deed(&self, measure: &Measure) -> Option<String> {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure).filter(|figure| object.span.contains(&figure.span))?;
        let ends = |text: &str| words.deeds.longest(text).map(|(at, ())| at);
        let counts_first = figure.span.end < object.span.end && !object.text.contains(['、', '和']);
        if !counts_first || !words.carried.contains(&measure.verb) || ends(&object.text).is_some() {
            return None;
        }
        let last = self.of_clause(measure).find(|last| {
            let start = last.object.span.start;
            let between = self.read.folded(object.span.end, start.max(object.span.end));
            between.starts_with(['、', '和', '及']) && between.chars().count() <= MAX_BETWEEN_CHARS
        })?;
        let mut at = last.object.text.len();
        while let Some(start) = ends(&last.object.text[..at]) {
            at = start;
        }
        let deed = &last.object.text[at..];
        (!deed.is_empty() && last.figures.len() < 2).then(|| deed.to_owned())
    }

    /// The name with what grows in place of the verb, which belongs to another amount: 完成产值5亿元、增长4%.
    fn changed(&self, measure: &Measure) -> Option<String> {
        const CHANGES: [&str; 4] = ["增长", "下降", "提高", "降低"];
        let object = &measure.object;
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref().filter(|of| of.span.end <= object.span.start)?;
        let between = self.read.folded(object.span.start, figure.span.start);
        CHANGES.contains(&between.as_str()).then(|| format!("{}{}", of.text, object.text))
    }
}
