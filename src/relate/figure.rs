//! What a figure counts or measures, whether it is a level or a difference, a result or a target,
//! and the time that it speaks of.

mod ahead;
mod behind;
mod change;
mod chart;
mod list;
mod phrase;
mod status;
mod time;

pub(super) use status::of_time as mood_of_time;

use std::ops::Range;

use super::Thread;
use crate::recognise::{Candidate, Detail, Figure, Scene};
use ahead::Ahead;
use behind::Behind;
use chart::{Chart, figure};

/// Fills in `of`, `change`, `status` and `time` of every figure.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut [Candidate]) {
    let Some(chart) = Chart::read(scene, candidates) else { return };
    let figures: Vec<&Figure> =
        chart.figures.iter().filter_map(|place| candidates.get(place.candidate).and_then(figure)).collect();
    let aheads = aheads(&chart, &figures);
    let ofs = ofs(&chart, &figures, candidates, &aheads);
    let mut changes = Vec::with_capacity(figures.len());
    for (number, figure) in figures.iter().enumerate() {
        changes.push(change::read(&chart, number, figure, &changes));
    }
    let statuses: Vec<_> = (0..figures.len())
        .map(|number| status::read(scene, thread, &chart, candidates, number, aheads[number].as_ref()))
        .collect();
    for (number, of) in ofs.into_iter().enumerate() {
        if let Detail::Figure(figure) = &mut candidates[chart.figures[number].candidate].detail {
            figure.of = of;
            figure.change = changes[number].change;
            figure.status = statuses[number];
            figure.time = time::read(&chart, number);
        }
    }
}

/// What stands behind each figure; read from the last, because figures in a row share a noun.
fn aheads(chart: &Chart, figures: &[&Figure]) -> Vec<Option<Ahead>> {
    let mut reversed: Vec<Option<Ahead>> = Vec::with_capacity(figures.len());
    for (number, figure) in figures.iter().enumerate().rev() {
        let ahead = ahead::read(chart, number, figure, reversed.last().and_then(Option::as_ref));
        reversed.push(ahead);
    }
    reversed.reverse();
    reversed
}

/// What each figure counts or measures: the rest of the project's name that it stands in, else
/// what stands behind it, else what stands before it.
fn ofs(
    chart: &Chart,
    figures: &[&Figure],
    candidates: &[Candidate],
    aheads: &[Option<Ahead>],
) -> Vec<Option<Range<usize>>> {
    let mut ofs: Vec<Option<Range<usize>>> = Vec::with_capacity(figures.len());
    for (number, figure) in figures.iter().enumerate() {
        let inside = rest_of_project(candidates, chart.figures[number].candidate);
        let ahead = aheads[number].as_ref();
        let named = ahead.filter(|ahead| !ahead.frame).map(|ahead| ahead.of.clone());
        let of = inside.or(named).or_else(|| {
            let framed = ahead.map(|ahead| ahead.of.clone());
            let behind = of_behind(chart, figures, number, figure, &ofs);
            let fits = |of: &Range<usize>| chart.changes(number) || chart.shares_clause(of, number);
            behind.filter(|of| framed.is_none() || fits(of)).or(framed)
        });
        ofs.push(of);
    }
    ofs
}

/// What stands before a figure, or before the figure whose clause it goes on.
fn of_behind(
    chart: &Chart,
    figures: &[&Figure],
    number: usize,
    figure: &Figure,
    ofs: &[Option<Range<usize>>],
) -> Option<Range<usize>> {
    match behind::read(chart, number, figure) {
        Behind::Phrase { pieces, respectively: true } => list::member_of_phrase(chart, number, pieces),
        Behind::Phrase { pieces, respectively: false } => chart.stretch(pieces.start, pieces.end),
        Behind::SameAs { number: other, respectively } => {
            list::same_or_counterpart(chart, number, other, respectively, figure, ofs)
        }
        Behind::SameUnit { otherwise } => of_same_unit(figures, number, ofs)
            .or_else(|| otherwise.and_then(|pieces| chart.stretch(pieces.start, pieces.end))),
        Behind::Nothing => None,
    }
}

/// What the nearest figure before it with the same unit counts.
fn of_same_unit(figures: &[&Figure], number: usize, ofs: &[Option<Range<usize>>]) -> Option<Range<usize>> {
    let first = number.saturating_sub(SAME_UNIT);
    let earlier = (first..number).rev().filter(|other| figures[*other].unit == figures[number].unit);
    earlier.filter_map(|other| ofs[other].clone()).next()
}

/// How many figures back one with the same unit is looked for.
const SAME_UNIT: usize = 8;

/// What follows a figure inside the project's name: 3亿元养老服务中心.
fn rest_of_project(candidates: &[Candidate], figure: usize) -> Option<Range<usize>> {
    let inner = &candidates.get(figure)?.range;
    let near = &candidates[figure.saturating_sub(NEAR)..figure];
    let outer = near
        .iter()
        .rev()
        .find(|outer| matches!(outer.detail, Detail::Project(_)) && outer.range.end > inner.end)?;
    Some(inner.end..outer.range.end)
}

/// How many candidates a project's name may hold before a figure.
const NEAR: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Mood;
    use crate::recognise::{self, testing::with_scene};
    use crate::record::{Change, FigureStatus};
    use crate::resolve;

    /// What each figure of the sentence is: its text, `of`, change and status.
    fn read(sentence: &str, outlook: Option<Mood>) -> Vec<(String, Option<String>, Change, FigureStatus)> {
        with_scene(sentence, |scene| {
            let mut thread = Thread { date: Some("2024-02".to_owned()), outlook, ..Thread::default() };
            let mut candidates = resolve::resolve(recognise::recognise(scene));
            crate::relate::relate(scene, &mut thread, &mut candidates);
            let figures = candidates.iter().filter_map(|candidate| {
                let figure = figure(candidate)?;
                let of = figure.of.as_ref().map(|of| scene.slice(of).to_owned());
                Some((scene.slice(&candidate.range).to_owned(), of, figure.change, figure.status))
            });
            figures.collect()
        })
    }

    fn ofs(sentence: &str) -> Vec<(String, String)> {
        let figures = read(sentence, None).into_iter();
        figures.map(|(text, of, ..)| (text, of.unwrap_or_default())).collect()
    }

    fn assert_ofs(sentence: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(text, of)| ((*text).to_owned(), (*of).to_owned())).collect();
        assert_eq!(ofs(sentence), expected, "{sentence}");
    }

    fn assert_changes(sentence: &str, expected: &[Change]) {
        let changes: Vec<_> = read(sentence, None).into_iter().map(|(.., change, _)| change).collect();
        assert_eq!(changes, expected, "{sentence}");
    }

    fn assert_statuses(sentence: &str, outlook: Option<Mood>, expected: &[FigureStatus]) {
        let statuses: Vec<_> = read(sentence, outlook).into_iter().map(|(.., status)| status).collect();
        assert_eq!(statuses, expected, "{sentence}");
    }

    #[test]
    fn a_measure_word_counts_the_noun_phrase_behind_it() {
        assert_ofs("改造48个老旧小区,惠及群众。", &[("48个", "老旧小区")]);
        assert_ofs("26家“绿色工厂”企业入围榜单", &[("26家", "“绿色工厂”企业")]);
        assert_ofs("建设5个续建水库和3条引水隧洞", &[("5个", "续建水库"), ("3条", "引水隧洞")]);
        assert_ofs("5个国家级实验室的设备", &[("5个", "国家级实验室")]);
        assert_ofs("全年16次调度重点工程", &[("16次", "调度")]);
    }

    #[test]
    fn what_happens_to_the_counted_is_no_part_of_its_name() {
        assert_ofs("发挥6家“链主”企业示范引领作用", &[("6家", "“链主”企业")]);
        assert_ofs("紧盯5个在建桥梁项目施工进度", &[("5个", "在建桥梁项目")]);
        assert_ofs("跟进7个移民村的搬迁入住工作", &[("7个", "移民村")]);
        assert_ofs("从四个方面精准发力", &[("四个", "方面")]);
        assert_ofs("覆盖乡镇90个、村(社区)800个", &[("90个", "乡镇"), ("800个", "村(社区)")]);
        assert_ofs("四方面发力促进增长", &[("四方面", "")]);
        assert_ofs("建立三方参与的调解机制", &[("三方", "")]);
        assert_ofs("60栋高楼拔地而起", &[("60栋", "高楼")]);
        assert_ofs("8个国家自主创新示范区", &[("8个", "国家自主创新示范区")]);
    }

    #[test]
    fn the_name_of_what_is_measured_is_whole() {
        assert_ofs("城镇新增就业12万人", &[("12万人", "城镇新增就业")]);
        assert_ofs("园区新增学位3万个", &[("3万个", "学位")]);
        assert_ofs("城镇登记失业率为3%", &[("3%", "城镇登记失业率")]);
        assert_ofs("新增老人照护床位70张", &[("70张", "老人照护床位")]);
        assert_ofs("组织群众参加演练6次", &[("6次", "演练")]);
        assert_ofs("原煤产量在1961年是3亿吨", &[("3亿吨", "原煤产量")]);
        assert_ofs("违反规定的,处5万元罚金", &[("5万元", "罚金")]);
        assert_ofs("机构由30个减为12个", &[("30个", "机构"), ("12个", "机构")]);
    }

    #[test]
    fn a_noun_that_says_nothing_by_itself_keeps_the_word_before_it() {
        assert_ofs("事故死亡人数下降8%", &[("8%", "事故死亡人数")]);
        assert_ofs("审批时限压缩到3个工作日以内,运营里程1200公里", &[("1200公里", "运营里程")]);
        assert_ofs("建设4个良种繁育基地", &[("4个", "良种繁育基地")]);
        assert_ofs("农民人均纯收入达到2万元", &[("2万元", "农民人均纯收入")]);
        assert_ofs("基本医疗保险覆盖90万人", &[("90万人", "基本医疗保险")]);
        assert_ofs("机关基本建成12个", &[("12个", "机关")]);
        assert_ofs("出口平均增长5%", &[("5%", "出口")]);
    }

    #[test]
    fn what_a_quantity_is_compared_with_is_not_what_is_measured() {
        assert_ofs("工业投资超过原定的年度计划4%", &[("4%", "工业投资")]);
        assert_ofs("断面水质优于国家考核目标14个百分点", &[("14个百分点", "断面水质")]);
        assert_ofs("参保率高于全国平均水平2个百分点", &[("2个百分点", "参保率")]);
        assert_ofs("产量超过5万吨", &[("5万吨", "产量")]);
    }

    #[test]
    fn what_is_measured_stands_before_its_figure() {
        assert_ofs("粮食总产量突破800亿斤", &[("800亿斤", "粮食总产量")]);
        assert_ofs("完成水利投资93亿元", &[("93亿元", "水利投资")]);
        assert_ofs("科技型中小企业2100家", &[("2100家", "科技型中小企业")]);
        assert_ofs("铁路货运量由3亿吨增加到5亿吨", &[("3亿吨", "铁路货运量"), ("5亿吨", "铁路货运量")]);
        assert_ofs("服务业增加值占生产总值比重超52%", &[("52%", "服务业增加值占生产总值比重")]);
    }

    #[test]
    fn a_clause_without_a_noun_goes_on_about_the_one_before() {
        assert_ofs("茶叶产值达到90亿元、增长6%", &[("90亿元", "茶叶产值"), ("6%", "茶叶产值")]);
        assert_ofs("蔬菜产量稳步提升,达到70万吨", &[("70万吨", "蔬菜产量")]);
        assert_ofs("旅游收入比“八五”时期增长5%", &[("5%", "旅游收入")]);
    }

    #[test]
    fn a_list_meets_its_figures_one_by_one() {
        assert_ofs(
            "参保率、入学率、就业率分别达到95%、99%、88%",
            &[("95%", "参保率"), ("99%", "入学率"), ("88%", "就业率")],
        );
        assert_ofs(
            "接待游客900万人次、门票收入7亿元,分别增长3%、4%",
            &[("900万人次", "游客"), ("7亿元", "门票收入"), ("3%", "游客"), ("4%", "门票收入")],
        );
    }

    #[test]
    fn figures_in_a_row_share_the_noun_at_their_end() {
        assert_ofs(
            "推进6个百亿元、40个10亿元以上项目",
            &[("6个", "项目"), ("百亿元", "项目"), ("40个", "项目"), ("10亿元", "项目")],
        );
    }

    #[test]
    fn what_nothing_in_the_sentence_names_is_not_made_up() {
        assert_ofs("达到5万吨。", &[("5万吨", "")]);
        assert_ofs("增长5%。", &[("5%", "")]);
    }

    #[test]
    fn a_difference_is_no_level() {
        use Change::{Down, Level, Up};
        assert_changes("工业用电量增长6%,单位能耗下降3%", &[Up, Down]);
        assert_changes("参保人数增加到300万人,比上年增加20万人", &[Level, Up]);
        assert_changes("占比从12%提高到15%", &[Level, Level]);
        assert_changes("就业保持两位数增长", &[Up]);
        assert_changes("林业产值翻一番", &[Up]);
        assert_changes("新建学校5所", &[Level]);
        assert_changes("提升改造公路5公里", &[Level]);
    }

    #[test]
    fn what_is_new_goes_on_through_its_list_and_no_further() {
        use Change::{Level, Up};
        assert_changes("新增床位800张、护士300名,医院总数达到50家", &[Up, Up, Level]);
        assert_changes("新增公路90公里,其中高速公路20公里", &[Up, Up]);
        assert_changes("新增学位3万个,小学入学率99%", &[Up, Level]);
    }

    #[test]
    fn conditions_are_neither_results_nor_targets() {
        use FigureStatus::{Other, Result, Target};
        assert_statuses("实施亿元以上项目70个", None, &[Other, Result]);
        assert_statuses("30户以上自然村全部通硬化路", None, &[Other]);
        assert_statuses("转化成果80项以上", Some(Mood::Plan), &[Target]);
        assert_statuses("80%以上的村庄通了公路", None, &[Result]);
    }

    #[test]
    fn the_nearest_word_or_the_outlook_says_whether_it_has_happened() {
        use FigureStatus::{Result, Target};
        assert_statuses("力争完成投资60亿元", None, &[Target]);
        assert_statuses("已建成水库6座,拟再建2座", None, &[Result, Target]);
        assert_statuses("新建公园12个", Some(Mood::Plan), &[Target]);
        assert_statuses("新建公园12个", Some(Mood::Done), &[Result]);
        assert_statuses("加快4个在建电站施工", Some(Mood::Plan), &[Result]);
        assert_statuses("盘活已划定的9个片区", Some(Mood::Plan), &[Result]);
    }

    #[test]
    fn no_quantity_is_promised_of_what_is_there() {
        use FigureStatus::{Result, Target};
        assert_statuses("依托3个园区招商引资", Some(Mood::Plan), &[Result]);
        assert_statuses("支持东岭泵站、西岭泵站等4个项目实施", Some(Mood::Plan), &[Result]);
        assert_statuses("新建东岭泵站、西岭泵站等4个项目", Some(Mood::Plan), &[Target]);
        assert_statuses("支持4家企业上市", Some(Mood::Plan), &[Target]);
        assert_changes("城镇新增就业12万人", &[Change::Up]);
    }

    #[test]
    fn endless_sentences_take_their_time_linearly() {
        for unit in ["1个", "5%、", "的", "“", "项目5个,", "分别", "和"] {
            let long = unit.repeat(3000);
            assert!(read(&long, None).len() <= 3000);
        }
    }
}
