//! Names after the number of an item.

use super::found;

#[test]
fn the_number_of_an_item_is_no_part_of_a_name() {
    for number in ["", "1.", "2、", "(3)", "(四)", "5)", "⑥", "七、"] {
        assert_eq!(found(&format!("{number}青口大桥8月底前通车")), ["青口大桥"], "{number}");
    }
    assert_eq!(found("108国道青口大桥8月底前通车"), ["108国道青口大桥"]);
}

#[test]
fn one_verb_holds_for_lists_that_are_each_counted() {
    let text = "加快青永、铜云等6条高铁,云港石和沪柳扩容、张柳等17条高速公路,以及青山灌区等重大水利工程建设";
    assert_eq!(found(text), ["青永", "铜云", "云港石", "沪柳扩容", "张柳", "青山灌区"]);
    assert_eq!(found("建成地铁3号线一期及延伸线"), ["地铁3号线一期及延伸线"]);
}
