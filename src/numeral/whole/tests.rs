use super::*;

fn assert_reads(unit: NumeralUnit, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let number = parse_numeral(text);
        let read = number.as_ref().map(|number| (number.value.to_string(), number.unit));
        assert_eq!(read, Some(((*expected).to_owned(), unit)), "{text}");
    }
}

#[test]
fn numbers_in_every_writing() {
    assert_reads(
        NumeralUnit::One,
        &[
            (" 六千 七百 八 ", "6780"),
            ("６，７００", "6700"),
            (".25", "0.25"),
            ("-.25", "-0.25"),
            ("2亿3千万", "230000000"),
            ("6萬 2千 3百", "62300"),
            ("30 k", "30000"),
            ("1.5M", "1500000"),
            ("两千陆", "2600"),
            ("三千七点五", "3700.5"),
            ("倆百零八", "208"),
            ("负五又四分之三", "-5.75"),
            ("2 1/4", "2.25"),
            ("負4分之負9", "2.25"),
            ("二百分之五", "0.025"),
            ("一半", "0.5"),
            ("半百", "50"),
            ("捌", "8"),
            ("六打", "72"),
            ("6 543 210", "6543210"),
            ("4 000万", "40000000"),
            ("6万3", "63000"),
            ("2千7", "2700"),
            ("三百卅六", "336"),
            ("伍佰参拾", "530"),
            ("弍佰", "200"),
            ("俩", "2"),
            ("００.25", "0.25"),
            ("四点五千", "4500"),
            ("3e4", "30000"),
            ("-4.56E-2", "-0.0456"),
            ("1.5e+12", "1500000000000"),
            ("2^10", "1024"),
            ("-2^2", "-4"),
            ("2.5^-1", "0.4"),
            ("2^--3", "8"),
            ("-1.5^+2", "-2.25"),
            ("６ｅ３", "6000"),
        ],
    );
    let third = parse_numeral("三分之一").unwrap().value;
    assert_eq!(third, Decimal::ONE / Decimal::from(3));
    assert_eq!(parse_numeral("6.50").unwrap().value.to_string(), "6.5");
}

#[test]
fn shares_are_counted_in_percent() {
    assert_reads(
        NumeralUnit::Percent,
        &[
            ("-0.7%", "-0.7"),
            ("5‰", "0.5"),
            ("百分之三 十", "30"),
            ("百分之1.5k", "1500"),
            ("千分之七", "0.7"),
            ("萬分之玖", "0.09"),
            ("百万分之三", "0.0003"),
            ("六 点 五 成", "65"),
            ("半成", "5"),
            ("七折", "70"),
            ("6.5折", "65"),
            ("65折", "65"),
            ("六五折", "65"),
            ("6 5 折", "65"),
            ("对折", "50"),
            ("半折", "50"),
            ("七成二", "72"),
            ("兩成半", "25"),
            ("六折五", "65"),
            ("三 个百分点", "3"),
        ],
    );
}

#[test]
fn money_has_its_currency_whatever_names_it() {
    for (text, value, currency) in [
        ("四块六", "4.6", "元"),
        ("负四元六角", "-4.6", "元"),
        ("肆佰元整", "400", "元"),
        ("四万圓", "40000", "元"),
        ("人民币4元", "4", "元"),
        ("4元人民币", "4", "元"),
        ("港幣4元", "4", "港元"),
        ("USD 4万", "40000", "美元"),
        ("4万CHF", "40000", "瑞士法郎"),
        ("四万歐元", "40000", "欧元"),
        ("4万越盾", "40000", "越南盾"),
        ("4万肯尼亚先令", "40000", "肯尼亚先令"),
    ] {
        let number = parse_numeral(text);
        let read = number.as_ref().map(|number| (number.value.to_string(), number.unit));
        assert_eq!(read, Some((value.to_owned(), NumeralUnit::Money(currency))), "{text}");
    }
}

#[test]
fn open_numbers_give_the_least_and_ranges_both_ends() {
    for (text, least) in [
        ("十多万", 100_000),
        ("三百 余萬", 3_000_000),
        ("四十几万", 400_000),
        ("40几万", 400_000),
        ("四百零几", 400),
        ("二百零几万", 2_000_000),
        ("几百", 100),
        ("60多", 60),
        ("三成多", 30),
    ] {
        let number = parse_numeral(text).unwrap();
        assert_eq!((number.value, number.is_open), (least.into(), true), "{text}");
    }
    let range = parse_numeral("负二三十").unwrap();
    assert_eq!((range.value, range.upper), ((-30).into(), Some((-20).into())));
    assert!(!range.is_open);
    for (text, lower, upper, unit) in [
        ("三至六", 3, 6, NumeralUnit::One),
        ("4%—6%", 4, 6, NumeralUnit::Percent),
        ("4-6%", 4, 6, NumeralUnit::Percent),
        ("2~4万", 20_000, 40_000, NumeralUnit::One),
        ("2千到4万", 2_000, 40_000, NumeralUnit::One),
        ("三至五万元", 30_000, 50_000, NumeralUnit::Money("元")),
        ("4元至6元", 4, 6, NumeralUnit::Money("元")),
        ("4-6元", 4, 6, NumeralUnit::Money("元")),
        ("百分之四到六", 4, 6, NumeralUnit::Percent),
        ("四到六个百分点", 4, 6, NumeralUnit::Percent),
    ] {
        let range = parse_numeral(text).unwrap();
        assert_eq!(
            (range.value, range.upper, range.unit),
            (lower.into(), Some(upper.into()), unit),
            "{text}"
        );
    }
}

#[test]
fn refused_on_purpose() {
    let beyond = "9".repeat(40);
    for (text, reason) in [
        ("", "nothing"),
        (" ", "nothing"),
        ("3e", "an exponent without digits"),
        ("2^0.5", "a root"),
        ("三^二", "no notation of anyone"),
        ("9^999", "beyond a decimal"),
        ("0^-1", "no value"),
        ("1e99", "beyond a decimal"),
        ("打", "nothing counted"),
        ("三里", "a unit"),
        ("三角", "a triangle"),
        ("三块石头", "pieces"),
        ("百分之五元", "a share of no money"),
        ("2011-2015", "years"),
        ("八至五", "ends the wrong way round"),
        ("5m", "metres"),
        ("1, 200", "two numbers"),
        ("3 4", "two numbers"),
        ("五十千", "no number"),
        ("千百万", "no number"),
        ("一三", "no number"),
        ("007", "a code"),
        ("1.2.3", "a code"),
        ("...5", "an ellipsis"),
        ("8:30", "a time of day"),
        ("1/0", "no value"),
        ("零分之一", "no value"),
        ("百分之五%", "a share twice"),
        ("一又百分之五", "a share beside a whole"),
        ("负负五", "a sign twice"),
        (&beyond, "beyond a decimal"),
    ] {
        assert_eq!(parse_numeral(text), None, "{text}: {reason}");
    }
}

#[test]
fn a_long_string_is_refused_at_once() {
    for piece in ["一", "9", "万", " ", "又", "1/", "二分之"] {
        assert_eq!(parse_numeral(&piece.repeat(200_000)), None, "{piece}");
    }
}
