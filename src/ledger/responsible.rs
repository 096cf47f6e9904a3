//! Tells who is responsible for a promise.

use super::reader::{Reader, unspaced};
use crate::record::{Measure, Mention};

/// The state as an actor.
pub(super) const STATE: [&str; 2] = ["中国", "中方"];

impl Reader<'_> {
    /// Who is responsible: the actor, if it can be; else whoever a bracket names.
    pub(super) fn responsible(&self, measure: Option<&Measure>) -> Option<String> {
        let actor = measure.and_then(|measure| measure.actor.as_ref()).filter(|actor| !self.settles(actor));
        let actor = actor.and_then(|actor| self.responsible_actor(actor));
        let named = || measure.and_then(|measure| self.read.responsible(measure.span.start));
        actor.or_else(named).map(|name| unspaced(&name))
    }

    /// Whether something is told of the actor, who does not do what follows: 青岩研究中心|落户云溪，建成….
    fn settles(&self, actor: &Mention) -> bool {
        let (_, end) = self.read.bounds(&actor.span);
        let after = self.read.folded(actor.span.end, end);
        self.words().settling.longest_at(&after, 0).is_some()
    }

    /// The actor, if it is a body or person, or a group of offices; 企业, 农民, 政府 and amounts are responsible
    /// for nothing.
    fn responsible_actor(&self, actor: &Mention) -> Option<String> {
        let inside = |span| actor.span.contains(span);
        let (start, end) = (actor.span.start, actor.span.end);
        let bodies =
            &self.speech.bodies[self.speech.bodies.partition_point(|body| body.span.start < start)..];
        let mut bodies =
            bodies.iter().take_while(|body| body.span.start < end).filter(|body| inside(&body.span));
        let first = self.speech.people.partition_point(|person| person.span.start < start);
        let people = self.speech.people[first..].iter().take_while(|person| person.span.start < end);
        let people: Vec<_> = people.filter(|person| inside(&person.span)).collect();
        // The post is no part of the name: 副县长|周文远.
        if let [person] = people.as_slice()
            && person.span.end == end
        {
            return Some(person.text.clone());
        }
        match (bodies.next(), bodies.next()) {
            // A verb is stuck to the body: 围绕|省委.
            (Some(body), None) if body.span.end == actor.span.end => Some(body.text.clone()),
            // A time follows the body: 渔业局|去年底组织各地.
            (Some(body), None) if body.span.start == actor.span.start && self.is_when(body.span.end) => {
                Some(body.text.clone())
            }
            (Some(_), _) => Some(self.without_when(actor)),
            _ if !people.is_empty() || self.words().offices.end(&actor.text) => {
                Some(self.without_when(actor))
            }
            // The state may act: 中国将提供援助.
            _ if STATE.contains(&actor.text.as_str()) => Some(actor.text.clone()),
            _ => None,
        }
    }

    /// Whether a time starts here.
    fn is_when(&self, at: usize) -> bool {
        let times = &self.speech.times;
        times.binary_search_by_key(&at, |time| time.span.start).is_ok()
    }

    /// The actor without a time or an agency's dateline: 最近|各地渔业部门, 新华社云柳11月6日电(记者周文远)|云柳县.
    fn without_when(&self, actor: &Mention) -> String {
        let name = without_dateline(&actor.text);
        let when = self.words().lately.longest_at(name, 0);
        when.map_or(name, |(when, ())| &name[when.end..]).to_owned()
    }
}

/// The text after 电 or 讯 and the bracket with the reporters.
fn without_dateline(name: &str) -> &str {
    let mark = name.match_indices(['电', '讯']).find(|(at, mark)| {
        let (before, after) = (&name[..*at], &name[at + mark.len()..]);
        before.ends_with(['日', '报']) || after.starts_with(['(', '（'])
    });
    let Some((at, mark)) = mark else { return name };
    let after = &name[at + mark.len()..];
    let close = after.find([')', '）']).filter(|_| after.starts_with(['(', '（']));
    let after = close.map_or(after, |close| after[close..].trim_start_matches([')', '）']));
    let after = after.trim_start();
    if after.is_empty() { name } else { after }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    #[test]
    fn the_mark_of_an_agency_is_no_part_of_who_acts() {
        for (name, actor) in [
            ("新华社云柳11月6日电（记者周文远、李欣）云柳县", "云柳县"),
            ("本报讯(记者周文远)云柳县", "云柳县"),
            ("云柳日报讯云柳县", "云柳县"),
            ("云柳县电力局", "云柳县电力局"),
            ("云柳通讯公司", "云柳通讯公司"),
            ("新华社云柳11月6日电", "新华社云柳11月6日电"),
        ] {
            assert_eq!(without_dateline(name), actor);
        }
    }

    #[test]
    fn who_is_responsible_is_named_without_the_post() {
        let extractor = shared().unwrap();
        let responsible = |text: &str| {
            let extraction = extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()));
            extractor.ledger(&[extraction]).entries.first().and_then(|entry| entry.responsible.clone())
        };
        assert_eq!(responsible("副县长周文远将在6月底前建成渔港9座。").as_deref(), Some("周文远"));
        assert_eq!(responsible("县政府将在6月底前建成渔港9座。").as_deref(), Some("县政府"));
    }
}
