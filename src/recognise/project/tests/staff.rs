//! Tests of those who work on a work, and of what happened there.

use super::found;

#[test]
fn a_railway_that_stands_for_those_who_work_on_it_is_no_project() {
    for text in ["京九铁路罢工事件", "组织京九铁路员工", "京九铁路沿线城市", "京九铁路局"]
    {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
    assert_eq!(found("京九铁路局部改线"), ["京九铁路"]);
    assert!(found("加快双千兆网络、量子通信等项目建设").is_empty());
}
