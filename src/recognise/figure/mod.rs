//! Recognises quantities: a number with its unit or measure word, bounded by the words around it.
//!
//! [`opening`] tells where a number may start, [`quantity`] reads number and unit, [`range`] joins two ends,
//! [`proportion`] reads the parts of a whole, [`trap`] refuses numbers that are names, ranks, idioms or
//! times, [`bound`] reads 超过, 左右, 以下. [`crate::relate`] finds `of`, `change`, `status` and `time`.

mod bound;
mod doubling;
mod members;
mod opening;
mod proportion;
mod quantity;
mod range;
mod size;
mod tail;
mod trap;

use super::{Candidate, Detail, Evidence, Figure, Scene};
use crate::lexicon::{Sense, Trigger};
use crate::numeral::{Form, is_numeric};
use crate::record::number::is_exact_in_json;
use crate::record::{Bound, FigureKind};
use quantity::Quantity;
use rust_decimal::Decimal;
use size::is_money_class;

/// Longest name of a whole with its level, in characters: 全市平均水平.
const MAX_WHOLE_CHARS: usize = 6;

/// Proposes every figure of the sentence.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let mut quantities = read_all(scene);
    share_units(scene, &mut quantities);
    for quantity in &quantities {
        if !trap::is_trap(scene, quantity) {
            candidates.push(candidate(scene, quantity));
        }
    }
    doubling::recognise(scene, candidates);
    doubling::recognise_half_price(scene, candidates);
    members::recognise(scene, candidates);
    proportion::recognise(scene, candidates);
}

/// Reads every number of the sentence with the unit after it, in text order.
fn read_all<'s>(scene: &Scene<'s>) -> Vec<Quantity<'s>> {
    let mut quantities = Vec::new();
    let mut at = 0;
    for opener in scene.wake(Trigger::Numeral) {
        if opener.start < at {
            continue;
        }
        match quantity::read(scene, opener.start) {
            Some(quantity) => {
                at = quantity.range.end.max(quantity.next);
                quantities.push(quantity);
            }
            None if opening::is_no_numeral(scene, opener.start) => {}
            None => at = numeric_end(scene.text, opener.start),
        }
    }
    quantities
}

/// The byte past a run of numerals that is no number.
fn numeric_end(text: &str, start: usize) -> usize {
    let first = text[start..].chars().next().map_or(1, char::len_utf8);
    let rest = &text[start + first..];
    let run =
        if text[start..].starts_with(is_numeric) { rest.find(|c: char| !is_numeric(c)) } else { Some(0) };
    run.map_or(text.len(), |length| start + first + length)
}

/// Gives the unit at the end of a list to the numbers before it: 15、22个百分点, 80亿、90亿元.
fn share_units(scene: &Scene, quantities: &mut [Quantity]) {
    let sentence_start = scene.text.len() - scene.text.trim_start().len();
    for index in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(index);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let between = scene.text.get(left.range.end..right.range.start).unwrap_or_default();
        // 3、12个 may be the number of a list entry; 投入3万、5人 are two quantities.
        let shares = if left.is_plain() { left.range.start != sentence_start } else { right.is_scaled() };
        if left.may_share() && matches!(between, "、" | "和" | "与" | "及" | "或") && shares {
            left.take_unit_of(right);
        } else if is_point_clipped(left, right, between) {
            left.unit.clone_from(&right.unit);
        }
    }
}

/// Whether the left number counts percentage points of which only 个 is written: 高于全省0.8个|、全市|1.1个百分点,
/// 3个|、|1个百分点.
fn is_point_clipped(left: &Quantity, right: &Quantity, between: &str) -> bool {
    let is =
        |quantity: &Quantity, word: &str| quantity.unit.as_ref().is_some_and(|unit| unit.written == word);
    let whole =
        between.strip_prefix(['、', '和', '与']).filter(|whole| whole.is_empty() || whole.starts_with('全'));
    is(left, "个")
        && is(right, "百分点")
        && whole.is_some_and(|whole| whole.chars().count() <= MAX_WHOLE_CHARS)
}

fn candidate(scene: &Scene, quantity: &Quantity) -> Candidate {
    let tenth = quantity.unit.as_ref().is_some_and(|unit| unit.sense == Sense::Tenth);
    let scaled = |value: Decimal| if tenth { value.checked_mul(Decimal::TEN) } else { Some(value) };
    let exact = |value: Option<Decimal>| {
        value.and_then(scaled).map(|value| value.normalize()).filter(|value| is_exact_in_json(*value))
    };
    let value = exact(quantity.numeral.value);
    let figure = Figure {
        upper: exact(quantity.numeral.upper).filter(|_| value.is_some()),
        bound: bound::bound(scene, quantity),
        ..Figure::of(value, written_unit(scene, quantity), kind(scene, quantity))
    };
    let rule = match (figure.bound, &quantity.unit) {
        (Bound::Range, _) => "figure.range",
        (_, Some(_)) => "figure.unit",
        (_, None) => "figure.bare",
    };
    Candidate::new(quantity.range.clone(), rule, Evidence::Certain, Detail::Figure(figure))
}

fn written_unit(scene: &Scene, quantity: &Quantity) -> Option<String> {
    if is_money_class(scene, quantity) { Some("元".to_owned()) } else { quantity.written_unit() }
}

fn kind(scene: &Scene, quantity: &Quantity) -> FigureKind {
    match (&quantity.unit, quantity.numeral.form) {
        (None, _) if is_money_class(scene, quantity) => FigureKind::Money,
        // Small counts of 方 are parties and of 度 degrees; gas and current come in 万 and 亿.
        (Some(unit), _) if unit.written == "方" && quantity.numeral.scale == Decimal::ONE => {
            FigureKind::Count
        }
        (Some(unit), _) if unit.written == "度" && quantity.numeral.scale == Decimal::ONE => {
            FigureKind::Other
        }
        (Some(unit), _) => match unit.sense {
            Sense::Measure(kind) => kind,
            Sense::Tenth => FigureKind::Percent,
            Sense::Duration => FigureKind::Count,
        },
        (None, Form::Percent | Form::Permille | Form::Permyriad) => FigureKind::Percent,
        (None, Form::Fraction | Form::Ratio | Form::Half) => FigureKind::Other,
        (None, Form::Digits | Form::Chinese | Form::Bare) if quantity.numeral.scale > Decimal::ONE => {
            FigureKind::Count
        }
        (None, _) => FigureKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::{proposed, with_scene};

    fn figures(text: &str) -> Vec<(String, Figure)> {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            recognise(scene, &mut candidates);
            candidates.sort_by_key(|candidate| candidate.range.start);
            let figure = |candidate: &Candidate| match &candidate.detail {
                Detail::Figure(figure) => Some((scene.slice(&candidate.range).to_owned(), figure.clone())),
                _ => None,
            };
            candidates.iter().filter_map(figure).collect()
        })
    }

    /// Text, span, value, unit and kind of the only figure.
    type Case = (&'static str, &'static str, Option<&'static str>, Option<&'static str>, FigureKind);

    #[test]
    fn values_are_full_and_exact_and_units_are_bare() {
        let cases: &[Case] = &[
            ("总投资4.27亿元。", "4.27亿元", Some("427000000"), Some("元"), FigureKind::Money),
            ("每人补助¥300,", "¥300", Some("300"), Some("元"), FigureKind::Money),
            ("报价US$1.2万。", "US$1.2万", Some("12000"), Some("美元"), FigureKind::Money),
            ("兑换¥500元现金", "¥500元", Some("500"), Some("元"), FigureKind::Money),
            ("出口30万美元", "30万美元", Some("300000"), Some("美元"), FigureKind::Money),
            ("同比提高0.6个百分点", "0.6个百分点", Some("0.6"), Some("百分点"), FigureKind::PercentagePoint),
            ("利率下调15个基点", "15个基点", Some("15"), Some("基点"), FigureKind::PercentagePoint),
            ("死亡率下降7个千分点", "7个千分点", Some("7"), Some("千分点"), FigureKind::PercentagePoint),
            ("每亩施肥三斤半。", "三斤半", Some("3.5"), Some("斤"), FigureKind::Mass),
            ("每年递增百分之九点五。", "百分之九点五", Some("9.5"), Some("%"), FigureKind::Percent),
            ("超产三成", "三成", Some("30"), Some("%"), FigureKind::Percent),
            ("约占三分之一", "三分之一", Some("0.3333"), None, FigureKind::Other),
            ("面积缩小一半", "一半", Some("0.5"), None, FigureKind::Other),
            ("装机2.4亿千瓦,", "2.4亿千瓦", Some("240000000"), Some("千瓦"), FigureKind::Power),
            ("时速350公里/小时", "350公里/小时", Some("350"), Some("公里/小时"), FigureKind::Rate),
            ("床位6.5张/千人", "6.5张/千人", Some("6.5"), Some("张/千人"), FigureKind::Rate),
            ("含量5毫克/千克", "5毫克/千克", Some("5"), Some("毫克/千克"), FigureKind::Rate),
            ("节约7万吨标准煤", "7万吨标准煤", Some("70000"), Some("吨标准煤"), FigureKind::Mass),
            ("城乡收入比降至2.35:1。", "2.35:1", Some("2.35"), None, FigureKind::Other),
            ("建设千亿级产业集群", "千亿", Some("100000000000"), Some("元"), FigureKind::Money),
            ("惠及90万残疾人", "90万", Some("900000"), None, FigureKind::Count),
            ("我国有九亿多人口", "九亿", Some("900000000"), None, FigureKind::Count),
            ("年龄达到65岁", "65岁", Some("65"), Some("岁"), FigureKind::Age),
            ("优良天数达到301天", "301天", Some("301"), Some("天"), FigureKind::Count),
            ("优良天数比例提高、增加6天", "6天", Some("6"), Some("天"), FigureKind::Count),
            ("围绕六大任务", "六大", Some("6"), Some("大"), FigureKind::Count),
            ("供需两端发力", "两端", Some("2"), Some("端"), FigureKind::Count),
            ("数千名职工", "数千名", None, Some("名"), FigureKind::Count),
            ("保持两位数增长", "两位数", None, None, FigureKind::Other),
            ("提出6点改进渔业的措施", "6点", Some("6"), Some("点"), FigureKind::Count),
            ("新增超百亿产业", "百亿", Some("10000000000"), Some("元"), FigureKind::Money),
            ("形成百亿产业集群", "百亿", Some("10000000000"), Some("元"), FigureKind::Money),
            ("出入境300辆(艘、架)次", "300辆(艘、架)次", Some("300"), Some("辆次"), FigureKind::Count),
            ("整治100条(个)河湖", "100条(个)", Some("100"), Some("条"), FigureKind::Count),
            ("筹集80套(规划)住房", "80套", Some("80"), Some("套"), FigureKind::Count),
            ("比往年还多两倍", "两倍", Some("2"), Some("倍"), FigureKind::Multiple),
            ("税率三档", "三档", Some("3"), Some("档"), FigureKind::Count),
            ("收费打65折", "65折", Some("65"), Some("%"), FigureKind::Percent),
            ("一律按五五折收取", "五五折", Some("55"), Some("%"), FigureKind::Percent),
            ("半折出售", "半折", Some("50"), Some("%"), FigureKind::Percent),
            ("有四成五的村民", "四成五", Some("45"), Some("%"), FigureKind::Percent),
            ("减产一成半。", "一成半", Some("15"), Some("%"), FigureKind::Percent),
            ("发病率为十万分之七点五。", "十万分之七点五", Some("0.000075"), None, FigureKind::Other),
            ("死亡率降至6.4/10万。", "6.4/10万", Some("0.000064"), None, FigureKind::Other),
            ("扩大了二又四分之一倍", "二又四分之一倍", Some("2.25"), Some("倍"), FigureKind::Multiple),
            ("占全部的百分之二十多。", "百分之二十多", Some("20"), Some("%"), FigureKind::Percent),
            ("出口2 345万美元", "2 345万美元", Some("23450000"), Some("美元"), FigureKind::Money),
            ("规模达 2.5 万 亿 元", "2.5 万 亿 元", Some("2500000000000"), Some("元"), FigureKind::Money),
            ("降低6. 4%。", "6. 4%", Some("6.4"), Some("%"), FigureKind::Percent),
            ("每斤四块六。", "四块六", Some("4.6"), Some("元"), FigureKind::Money),
            ("宽一米二五。", "一米二五", Some("1.25"), Some("米"), FigureKind::Length),
            ("差额负7元5角", "负7元5角", Some("-7.5"), Some("元"), FigureKind::Money),
            ("为企业减负7亿元", "7亿元", Some("700000000"), Some("元"), FigureKind::Money),
            ("收费7元5角", "7元5角", Some("7.5"), Some("元"), FigureKind::Money),
            ("合计一万二千元六角", "一万二千元六角", Some("12000.6"), Some("元"), FigureKind::Money),
            ("合计二十元三角五分", "二十元三角五分", Some("20.35"), Some("元"), FigureKind::Money),
            ("净重二斤六两", "二斤六两", Some("2.6"), Some("斤"), FigureKind::Mass),
            ("健全3个体系", "3个", Some("3"), Some("个"), FigureKind::Count),
            ("净重六两", "六两", Some("6"), Some("两"), FigureKind::Mass),
            ("最低零下7摄氏度", "零下7摄氏度", Some("-7"), Some("摄氏度"), FigureKind::Other),
            ("增速为—2.5%", "—2.5%", Some("-2.5"), Some("%"), FigureKind::Percent),
            ("宽带500兆。", "500兆", Some("500"), Some("兆"), FigureKind::Other),
            ("发生5.5级地震", "5.5级", Some("5.5"), Some("级"), FigureKind::Other),
            ("贷款USD40万。", "USD40万", Some("400000"), Some("美元"), FigureKind::Money),
            ("贷款40万EUR。", "40万EUR", Some("400000"), Some("欧元"), FigureKind::Money),
            ("收费港币60元", "60元", Some("60"), Some("港元"), FigureKind::Money),
            (
                "债务2亿哥伦比亚比索",
                "2亿哥伦比亚比索",
                Some("200000000"),
                Some("哥伦比亚比索"),
                FigureKind::Money,
            ),
            ("支付二千圆整", "二千圆", Some("2000"), Some("元"), FigureKind::Money),
            ("售出好几万吨", "好几万吨", None, Some("吨"), FigureKind::Mass),
            ("采购三双手套", "三双", Some("3"), Some("双"), FigureKind::Count),
            ("采购毛巾四打。", "四打", Some("4"), Some("打"), FigureKind::Count),
        ];
        for (text, span, value, unit, kind) in cases {
            let found = figures(text);
            let [(found_span, figure)] = found.as_slice() else { panic!("{text}: {found:?}") };
            let found_value = figure.value.map(|value| value.to_string());
            let found = (found_span.as_str(), found_value.as_deref(), figure.unit.as_deref(), figure.kind);
            assert_eq!(found, (*span, *value, *unit, *kind), "{text}");
        }
    }

    #[test]
    fn two_ends_are_one_figure() {
        for (text, span, lower, upper) in [
            ("增长4%—4.5%,", "4%—4.5%", "4", "4.5"),
            ("扶持6至9家企业", "6至9家", "6", "9"),
            ("补助20-30万元", "20-30万元", "200000", "300000"),
            ("罚款5000元至2万元", "5000元至2万元", "5000", "20000"),
            ("三到五个试点", "三到五个", "3", "5"),
            ("用户六七十户", "六七十户", "60", "70"),
            ("高出五、六倍", "五、六倍", "5", "6"),
            ("耗电二、三百亿度", "二、三百亿度", "20000000000", "30000000000"),
            ("增长百分之六到七", "百分之六到七", "6", "7"),
            ("增长百分之6到7", "百分之6到7", "6", "7"),
            ("气温零下5至8度", "零下5至8度", "-8", "-5"),
            ("气温零下5至零下8度", "零下5至零下8度", "-8", "-5"),
            ("气温零下5度至8度", "零下5度至8度", "-5", "8"),
            ("处3万元以上20万元以下罚款", "3万元以上20万元", "30000", "200000"),
            ("七人以上不满二十人", "七人以上不满二十人", "7", "20"),
        ] {
            let found = figures(text);
            let [(found_span, figure)] = found.as_slice() else { panic!("{text}: {found:?}") };
            let ends = (figure.value.map(|v| v.to_string()), figure.upper.map(|v| v.to_string()));
            assert_eq!(
                (found_span.as_str(), ends),
                (span, (Some(lower.into()), Some(upper.into()))),
                "{text}"
            );
            assert_eq!(figure.bound, Bound::Range);
        }
        assert_eq!(proposed(recognise, "比重从5%到7%"), ["5%", "7%"], "two levels");
        assert_eq!(proposed(recognise, "80人以上、20人以下的学校"), ["80人", "20人"], "what is outside both");
        assert_eq!(proposed(recognise, "每次4元5分钟"), ["4元"], "a price and a time");
        assert_eq!(proposed(recognise, "补贴4元5名代表"), ["4元", "5名"], "two quantities");
        assert_eq!(proposed(recognise, "9万元以上20户"), ["9万元", "20户"], "two quantities");
    }

    #[test]
    fn a_list_shares_the_unit_at_its_end() {
        let found = figures("分别提高12、18个百分点");
        assert_eq!(found.iter().map(|(span, _)| span.as_str()).collect::<Vec<_>>(), ["12", "18个百分点"]);
        assert!(found.iter().all(|(_, figure)| figure.unit.as_deref() == Some("百分点")));
        assert_eq!(figures("投入3万、5人参加")[0].1.unit, None, "two quantities");
        let found = figures("收入为70亿、80亿、90亿元");
        assert!(found.iter().all(|(_, figure)| figure.unit.as_deref() == Some("元")));
        assert_eq!(proposed(recognise, "分别增长2%、3%和4%"), ["2%", "3%", "4%"]);
        assert_eq!(proposed(recognise, "3、12个项目开工"), ["12个"], "the number of a list entry");
        let units =
            |text| figures(text).into_iter().map(|(_, figure)| figure.unit.unwrap()).collect::<Vec<_>>();
        assert_eq!(units("高于全省0.8个、全市平均水平1.1个百分点"), ["百分点", "百分点"]);
        assert_eq!(units("分别快于全省3个和1个百分点"), ["百分点", "百分点"]);
        assert_eq!(units("新增渔港2个、占比提高3个百分点"), ["个", "百分点"]);
    }

    #[test]
    fn round_numbers_side_by_side_count() {
        assert_eq!(proposed(recognise, "走访百家企业、千家商户,"), ["百家", "千家"]);
        assert!(proposed(recognise, "走访百家企业,").is_empty(), "a figure of speech");
        assert!(proposed(recognise, "走进千家万户、万家团圆,").is_empty(), "an idiom");
    }

    #[test]
    fn ranks_names_times_and_idioms_are_refused() {
        for text in [
            "居全省第6位",
            "进入前20名",
            "第十七次会议",
            "建设6G网络和C929飞机",
            "PM2.5浓度",
            "三农工作",
            "2024年7月5日",
            "历时三个月",
            "用了48小时",
            "一心一意谋发展",
            "走进千家万户",
            "百花齐放",
            "做一名合格的党员",
            "推进一批重点任务",
            "取得一系列成果",
            "第二十八条",
            "国发〔2023〕17号",
            "一、总体要求",
            "(三)加强领导",
            "1.3 适用范围",
            "联系电话:0311-68012345",
            "水利枢纽二期",
            "十六届五中全会",
            "省委十届六次全会",
            "八大以来",
            "打好“四张牌”",
            "统一部署",
            "十分重要",
            "建成一个强大的国家",
            "上午9:30开会",
            "蓄水量(亿立方米)",
            "打通最初一公里",
            "国家领导人两度访问",
            "下午3点开会",
            "两点钟提出建议",
            "4点25分到达",
            "升级到2.0版",
            "歼30列装",
            "公路K45+600处",
            "位于东经105°",
            "4 5 个",
            "开展三打专项行动",
            "归零下一步",
        ] {
            assert_eq!(proposed(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn one_counts_after_a_verb_that_counts() {
        for (text, span) in [("新增一家上市公司", "一家"), ("净增一户", "一户"), ("增产一倍", "一倍")]
        {
            assert_eq!(proposed(recognise, text), [span]);
        }
    }

    #[test]
    fn a_value_that_json_cannot_carry_is_null() {
        let found = figures("共123456789012345.678901元");
        assert_eq!(found[0].1.value, None);
    }
}
