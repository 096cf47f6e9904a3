//! The same in other words.

use super::*;

#[test]
fn another_wording_of_a_promise_is_no_silence() {
    let ledger = ledger(&[
        ("2023-02-01", "2026年底前建成一个独立的、完整的渔业加工体系。2026年底前建成渔民技能鉴定考核制度。"),
        ("2024-02-01", "在建成独立完整的渔业加工体系的基础上，发展旅游。"),
        ("2025-02-01", "加强管理。"),
    ]);
    assert_eq!(find(&ledger, "渔业加工体系").silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "渔民技能鉴定").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn another_amount_of_the_same_is_no_silence() {
    let ledger = ledger(&[
        ("2023-02-01", "完成渔民上岸安置340户。新建码头5座。"),
        ("2024-02-01", "五年来，渔民上岸安置830户。"),
        ("2025-02-01", "加强管理。"),
    ]);
    assert_eq!(find(&ledger, "340户").silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "码头5座").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn what_a_document_says_again_is_mentioned_again() {
    let texts = [(
        "2023-02-01",
        "2026年底前建成独立完整的渔业加工体系。渔业兴县，离不开独立的、完整的渔业加工体系。",
    )];
    assert_eq!(find(&ledger(&texts), "渔业加工体系").mentions.len(), 2);
}

#[test]
fn gauges_and_indicators_are_no_promises() {
    let texts = [("2023-02-01", "今年实施时速120公里以上线路改造。吸纳技术合同成交额年均增长51%。")];
    assert!(names(&texts).is_empty(), "{:?}", names(&texts));
    let fallen = [("2023-02-01", "每吨鱼的煤耗由5吨降低到3吨。")];
    assert!(names(&fallen).is_empty(), "{:?}", names(&fallen));
    let vague = [("2023-02-01", "2026年底前改建铁路。在执行中争取达到5%。")];
    assert!(names(&vague).is_empty(), "{:?}", names(&vague));
    let kept = [("2023-02-01", "推动技术合同成交额年均增长51%。改造线路120公里。")];
    assert_eq!(names(&kept).len(), 2, "{:?}", names(&kept));
}
