use super::*;
use crate::recognise::testing::proposed;

fn people(text: &str) -> Vec<String> {
    let mut people = proposed(recognise, text);
    people.dedup();
    people
}

#[test]
fn titles_present_a_name() {
    assert_eq!(people("县长李刚在会上讲话。"), ["李刚"]);
    assert_eq!(people("护士王延安同志,王建国委员指出"), ["王延安", "王建国"]);
    assert_eq!(people("(记者 周文远、李刚)"), ["周文远", "李刚"]);
    assert_eq!(people("发言人:周文远"), ["周文远"]);
    assert_eq!(people("政府主席包钢作政府工作报告。"), ["包钢"]);
    assert_eq!(people("哈马斯发表讲话。"), [""; 0]);
    assert_eq!(people("副县长(挂职)周文远出席"), ["周文远"]);
    assert_eq!(people("感谢习近平总书记的关怀。"), ["习近平"]);
    assert_eq!(people("(作者:某某大学经济学院 周文远)"), ["周文远"]);
    assert_eq!(people("(作者周文远为某大学教授),王小川任秘书长"), ["周文远", "王小川"]);
    assert_eq!(people("(作者系某某大学教授)"), [""; 0]);
}

#[test]
fn titles_without_a_name_present_nobody() {
    for text in [
        "部长会议召开。",
        "党委书记和村主任带头。",
        "总书记关于安全的论述。",
        "各级书记高度重视。",
        "村民富起来了。",
        "农民富起来,乡村美起来。",
        "举办企业家高峰会。",
        "常务委员、党委委员和高级代表",
    ] {
        assert_eq!(people(text), [""; 0], "{text}");
    }
}

#[test]
fn doctrines_are_no_people() {
    for text in [
        "坚持马克思列宁主义、毛泽东思想、邓小平理论。",
        "习近平新时代中国特色社会主义思想",
        "弘扬焦裕禄精神。",
    ] {
        assert_eq!(people(text), [""; 0], "{text}");
    }
    assert_eq!(people("以习近平同志为核心的党中央"), ["习近平"]);
    assert_eq!(people("人人读《毛主席语录》,纪念列宁。"), ["列宁"]);
}

#[test]
fn a_verb_of_saying_presents_a_name() {
    assert_eq!(people("周文远表示,进展顺利。"), ["周文远"]);
    assert_eq!(people("据周文远介绍,进展顺利。"), ["周文远"]);
    assert_eq!(people("周文远批示:“立即整改。”"), ["周文远"]);
}

#[test]
fn what_is_said_needs_a_name_before_it() {
    for text in ["会议认为,形势很好。", "古人说,民为邦本。", "我们认为,应当支持。", "一般来说,这样更好。"]
    {
        assert_eq!(people(text), [""; 0], "{text}");
    }
}
