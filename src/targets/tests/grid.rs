//! Tables of indicators.

use super::read;

const TABLE: &str = "柳湾县发展规划纲要\n\n类别\t指标\t单位\t2025年（基期值）\t2030年（目标值）\t年均增速[累计]\t属性\n\
    发展\t地区生产总值增长\t%\t6.1\t—\t6.5左右\t预期性\n\
    发展\t地区生产总值\t亿元\t258.7\t360\t6.5左右\t预期性\n\
    民生\t城镇调查失业率\t%\t—\t<5.5\t—\t预期性\n\
    生态\t森林覆盖率\t%\t43.6\t45\t[1.4]\t约束性\n\
    生态\t单位地区生产总值能耗降低\t%\t—\t—\t[13.5]\t约束性\n\
    渔业\t渔港泊位数\t万个\t1.2\t2-2.5\t—\t预期性\n";

#[test]
fn each_number_below_a_year_is_a_claim() {
    assert_eq!(
        read(TABLE, "2026-01-20"),
        [
            "单位国内生产总值能耗 growth 2026/2030 target 13.5 exact",
            "国内生产总值 growth 2025 result 6.1 exact",
            "国内生产总值 growth 2026/2030 target 6.5 about",
            "国内生产总值 growth 2026/2030 target 6.5 about",
            "国内生产总值 money 2025 result 25870000000 exact",
            "国内生产总值 money 2030 target 36000000000 exact",
            "城镇调查失业率 rate 2030 target 5.5 under",
            "森林覆盖率 rate 2025 result 43.6 exact",
            "森林覆盖率 rate 2030 target 45 exact",
            "渔港泊位数 count 2025 result 12000 exact",
            "渔港泊位数 count 2030 target 20000 range",
        ]
    );
}

#[test]
fn bars_part_cells_and_the_document_tells_what_is_over() {
    let table = "| 指标 | 2025年 | 2026年 |\r\n|---|---|---|\r\n| 森林覆盖率（%） | 43.6 | 44以上 |\r\n";
    assert_eq!(
        read(table, "2026-01-20"),
        ["森林覆盖率 rate 2025 result 43.6 exact", "森林覆盖率 rate 2026 target 44 over"]
    );
}

#[test]
fn other_tables_and_words_are_no_claims() {
    for text in [
        "项目\t2025年\t2030年目标\n森林覆盖率\t43.6\t45\n",
        "指标\t单位\t2030年目标\n森林覆盖率\t%\t稳步提高\n",
        "指标\t单位\t2030年目标\n\n说明\n森林覆盖率\t%\t45\n",
    ] {
        assert_eq!(read(text, "2026-01-20"), [""; 0], "{text}");
    }
}
