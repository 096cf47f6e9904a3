//! Names after the number of an item.

use super::found;

#[test]
fn the_number_of_an_item_is_no_part_of_a_name() {
    for number in ["", "1.", "2、", "(3)", "(四)", "5)", "⑥", "七、"] {
        assert_eq!(found(&format!("{number}青口大桥8月底前通车")), ["青口大桥"], "{number}");
    }
    assert_eq!(found("108国道青口大桥8月底前通车"), ["108国道青口大桥"]);
}
