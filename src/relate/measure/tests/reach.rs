//! How far the words of a clause reach: what binds, what runs on, and behind which means the verb stands.

use super::{pairs, plain};

#[test]
fn what_is_being_done_and_what_has_to_be_done_is_told_apart() {
    for (text, expected) in [
        (
            "全县干部一定要守护海洋,建设渔港,反对浪费。",
            &[
                "全县干部: 守护 | 海洋, must, planned",
                "全县干部: 建设 | 渔港, must, planned",
                "全县干部: 反对 | 浪费, must, planned",
            ][..],
        ),
        ("2019年,县渔业局正在组织编制渔港规划。", &["县渔业局: 编制 | 渔港规划, will, ongoing"]),
        ("县渔业局应当按照规划的要求,完善渔港制度。", &["县渔业局: 完善 | 渔港制度, must, planned"]),
        ("渔民主导、企业主导的经营体系是渔业的基础,要加强渔港管理。", &["加强 | 渔港管理, will, planned"]),
        ("渔业企业是建设渔港的主体,要加强渔港管理。", &["渔业企业: 加强 | 渔港管理, will, planned"]),
    ] {
        assert_eq!(plain(text), expected, "{text}");
    }
}

#[test]
fn the_verb_stands_behind_its_means() {
    for (text, expected) in [
        ("力争用较少的投入和较短的时间取得更大的渔业成果。", &["取得 | 更大的渔业成果"][..]),
        ("以重点突破带动了全县渔业。", &["带动 | 全县渔业"]),
        ("以渔业改革深化渔港建设。", &["深化 | 渔港建设"]),
        ("采取集中晾晒等方式回收。", &["采取 | 集中晾晒等方式"]),
        ("为渔民创造良好的生活条件。", &["创造 | 良好的生活条件"]),
        ("加强渔港和码头、为长远发展奠定基础。", &["加强 | 渔港和码头"]),
        ("突出了加强渔业基础设施。", &[]),
        ("加强了渔业基础设施。", &["加强 | 渔业基础设施"]),
        ("我们相信,渔民将克服困难,发展远洋渔业。", &[]),
        ("相信渔民,依靠渔民,发展远洋渔业。", &["发展 | 远洋渔业"]),
        ("奸商妄图控制渔港。", &[]),
        ("我们要解放思想、开拓进取。", &[]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}
