//! Figures that are only rumoured, proposed or out of reach, and so neither told nor promised.

use super::Class;
use crate::lexicon::Role;
use crate::relate::figure::chart::{Chart, WINDOW_PIECES};

/// Whether the clause of a figure says that it is not so, or not known: 网传|死亡9人, 今年无法|新建学校9所, 死亡9人|系谣言.
pub(super) fn is_disowned(chart: &Chart, figure: usize) -> bool {
    let is_rumour =
        |at: usize| chart.slice(at).ends_with("谣言") || matches!(chart.slice(at), "不实" | "不属实");
    clause_before(chart, figure).any(|at| chart.plays(at, Role::Disowns))
        || (figure + 1..figure + MAX_VERDICT_PIECES).take_while(|at| !ends(chart, *at)).any(is_rumour)
}

/// Whether the clause of a figure proposes a deed: 代表建议|新建学校9所, 建议|将标准提高到9元; not 收到建议|9条, nor a target that
/// is proposed.
pub(super) fn is_proposed(chart: &Chart, figure: usize) -> bool {
    let Some(proposal) = clause_before(chart, figure).find(|at| chart.slice(*at) == "建议") else {
        return false;
    };
    let acts = |at: usize| {
        chart.class(at).is_some_and(|class| class.is_action() || class == Class::Arrive)
            || matches!(chart.slice(at), "将" | "把")
    };
    let is_noun = matches!(
        chart.class(proposal + 1),
        Some(Class::Figure(_) | Class::De | Class::Pause | Class::And | Class::Comma | Class::Stop)
    );
    // 根据渔民|建议|新建: the proposal is followed.
    let is_followed = clause_before(chart, proposal)
        .any(|at| chart.lexicon.phrases.heeding.contains(chart.slice(at)))
        || matches!(chart.slice_before(proposal), "的" | "、" | "和");
    let is_aim = (proposal..figure).any(|at| chart.slice(at).ends_with("目标"));
    let is_title = chart.class_before(proposal) == Some(Class::OpenQuote);
    !is_noun && !is_title && !is_followed && !is_aim && (proposal + 1..figure).any(acts)
}

/// The pieces from a figure back to the start of its clause.
fn clause_before(chart: &Chart, figure: usize) -> impl Iterator<Item = usize> {
    let near = (figure.saturating_sub(WINDOW_PIECES)..figure).rev();
    near.take_while(|at| !ends(chart, *at))
}

fn ends(chart: &Chart, at: usize) -> bool {
    matches!(chart.class(at), Some(Class::Comma | Class::Stop))
}

/// Most pieces between a figure and the word that calls it a rumour.
const MAX_VERDICT_PIECES: usize = 4;

#[cfg(test)]
mod tests {
    use crate::record::FigureStatus::{self, Other, Result, Target};

    fn statuses(text: &str) -> Vec<FigureStatus> {
        let document = crate::shared().unwrap().extract(text);
        document.speeches[0].figures.iter().map(|figure| figure.status).collect()
    }

    #[test]
    fn a_rumour_tells_nothing() {
        assert_eq!(statuses("网传渔港死亡9人,实际死亡2人。"), [Other, Result]);
        assert_eq!(statuses("渔港死亡9人系谣言。"), [Other]);
        assert_eq!(statuses("今年无法新建渔港9座。"), [Other]);
        assert_eq!(statuses("处理网络谣言9起。"), [Result]);
    }

    #[test]
    fn what_is_proposed_is_not_yet_promised() {
        assert_eq!(statuses("代表建议新建渔港9座。"), [Other]);
        assert_eq!(statuses("建议将补贴标准由6元提高到9元。"), [Result, Other]);
        assert_eq!(statuses("收到渔民建议9条。"), [Result]);
        assert_eq!(statuses("根据渔民建议新建渔港9座。"), [Result]);
        assert_eq!(statuses("建议今年渔业产值增长目标为9%。"), [Target]);
    }
}
