//! Recognises sizes without a unit that are sums of money: 百亿级项目, 4个过千亿产业.

use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::numeral::is_numeric;
use crate::recognise::Scene;

/// Whether a size in 亿 without a unit is money: it stands before what has that size (百亿级项目, 万亿产业集群), or
/// counted things exceed it (4个过|千亿|新兴产业).
pub(super) fn is_money_class(scene: &Scene, quantity: &Quantity) -> bool {
    let large = quantity.numeral.scale >= Decimal::from(100_000_000);
    quantity.unit.is_none()
        && large
        && (precedes_size_class(scene, quantity) || exceeds_of_counted(scene, quantity))
}

/// Whether counted things exceed this size: 4个过|五千亿, 9家超|百亿|企业; but 两个过亿人口的国家.
fn exceeds_of_counted(scene: &Scene, quantity: &Quantity) -> bool {
    let counted = scene.text[..quantity.range.start].strip_suffix(['过', '超']).unwrap_or_default();
    let number = counted.strip_suffix(['个', '家']).unwrap_or_default();
    let after = &scene.text[quantity.range.end..];
    let opens_persons = after.starts_with(['人', '用', '户']);
    number.ends_with(is_numeric) && !opens_persons
}

/// Whether a noun that takes a size follows the size.
pub(super) fn precedes_size_class(scene: &Scene, quantity: &Quantity) -> bool {
    scene.lexicon.phrases.size_classes.longest_at(scene.text, quantity.range.end).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::with_scene;
    use crate::recognise::{Candidate, Detail};

    #[test]
    fn a_size_beyond_which_so_many_are_is_money() {
        let units = |text: &str| {
            with_scene(text, |scene| {
                let mut candidates = Vec::new();
                recognise(scene, &mut candidates);
                candidates.sort_by_key(|candidate| candidate.range.start);
                let unit = |candidate: Candidate| match candidate.detail {
                    Detail::Figure(figure) => Some(figure.unit),
                    _ => None,
                };
                candidates.into_iter().filter_map(unit).collect::<Vec<_>>()
            })
        };
        let (count, money) = (|unit: &str| Some(unit.to_owned()), Some("元".to_owned()));
        assert_eq!(
            units("新增3个过五千亿、5个过千亿新兴产业"),
            [count("个"), money.clone(), count("个"), money.clone()]
        );
        assert_eq!(units("新增6家超百亿企业"), [count("家"), money]);
        assert_eq!(units("两个过亿人口的国家"), [count("个"), None]);
        assert_eq!(units("5个过百万城市"), [count("个"), None]);
    }
}
