//! Recognises coined policy phrases: quoted slogans and shorthand, and known ones without quotation marks.

mod reported;

use std::ops::Range;

use super::{Candidate, Detail, Evidence, Scene};
use crate::lexicon::{Quoted, Terms, Trigger};
use crate::text::{is_chinese_digit, is_within};

/// Quotation marks, opening and closing.
const MARKS: &[(char, char)] = &[('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('"', '"')];
/// The longest terms, in characters: one with parts joined by + or 、, and one without.
const MAX_TERM_CHARS: usize = 28;
const MAX_UNJOINED_CHARS: usize = 14;
/// The longest part between commas.
const MAX_PART_CHARS: usize = 9;
/// The longest member of a list between two quoted ones, in characters.
const MAX_SIBLING_CHARS: usize = 8;
/// The words for a part of a text, after its heading.
const PARTS: [&str; 5] = ["部分", "一节", "一章", "章节", "一栏"];
/// The longest term that opens with 是 or 要, in characters.
const MAX_OPENED_CHARS: usize = 4;

/// Proposes quoted terms, and known ones without quotation marks.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let quotations = quotations(scene);
    let reported = reported::reported(scene.text, &scene.lexicon.terms, &quotations);
    for (range, is_reported) in quotations.into_iter().zip(reported) {
        if let Some(evidence) = quoted_term(scene, &range, is_reported) {
            candidates.push(Candidate::new(range, "term.quoted", evidence, Detail::Term));
        }
    }
    candidates.extend(
        explained(scene.text)
            .into_iter()
            .map(|range| Candidate::new(range, "term.explained", Evidence::Context, Detail::Term)),
    );
    for (range, _) in scene.find(&scene.lexicon.terms.bare) {
        if stands_alone(scene.text, &range) {
            candidates.push(Candidate::new(range, "term.known", Evidence::Certain, Detail::Term));
        }
    }
}

/// The shorthand that a glossary explains at the head of a line: [3]两新:. It opens with a number and holds no
/// quotation mark.
fn explained(text: &str) -> Option<Range<usize>> {
    let mark = text.trim_start().strip_prefix(['[', '〔', '【'])?;
    let number = mark.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = number.strip_prefix([']', '〕', '】']).filter(|_| number.len() < mark.len())?;
    let term = rest.trim_start();
    let length = term.find(':')?;
    let start = text.len() - term.len();
    let counts = term.starts_with(|c: char| is_chinese_digit(c) || c == '两');
    let is_short = (2..=MAX_UNJOINED_CHARS).contains(&term[..length].chars().count());
    let is_plain = term[..length].chars().all(|c| is_chinese(c) || c == '、');
    (counts && is_short && is_plain).then_some(start..start + length)
}

/// The stretches between short pairs of quotation marks, without the marks.
fn quotations(scene: &Scene) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for mark in scene.wake(Trigger::Quote) {
        let at = mark.start;
        let Some(character) = scene.slice(&mark).chars().next() else { continue };
        if let Some((start, _)) = open.filter(|(_, close)| *close == character) {
            if is_within(&scene.text[start..at], MAX_TERM_CHARS) {
                quotations.push(without_slips(scene, start..at));
            }
            open = None;
        } else if let Some((_, close)) = MARKS.iter().find(|(mark, _)| *mark == character) {
            open = Some((mark.end, *close));
        }
    }
    quotations
}

/// A known term without the blanks that slipped in between it and its marks: “ 三农 ”.
fn without_slips(scene: &Scene, quoted: Range<usize>) -> Range<usize> {
    let words = scene.slice(&quoted);
    let inside = words.trim();
    let start = quoted.end - words.trim_start().len();
    let is_known = || matches!(scene.lexicon.terms.quoted(inside), Some(Quoted::Term));
    if inside.len() < words.len() && is_known() { start..start + inside.len() } else { quoted }
}

/// Whether quoted words are a term, and how sure that is.
fn quoted_term(scene: &Scene, range: &Range<usize>, is_reported: bool) -> Option<Evidence> {
    let words = scene.slice(range);
    match scene.lexicon.terms.quoted(words) {
        Some(Quoted::Term) => return Some(Evidence::Certain),
        Some(Quoted::Ordinary) => return None,
        None => {}
    }
    let refused = is_reported
        || !is_shaped_as_term(words)
        || is_plan_period(words)
        || is_code(words)
        || is_figure(scene, words)
        || are_places(scene, words)
        || is_clause(&scene.lexicon.terms, words)
        || !words.contains('+') && scene.lexicon.terms.ends_as_name(words)
        || is_common_word(scene, range)
        || is_speech(scene, range)
        || continues_quotation(scene, range)
        || is_wording_or_name(scene, range);
    (!refused).then_some(Evidence::Context)
}

/// Whether words have the shape of a term: short, without stops, long clauses between commas, or a final
/// particle. Words that end with a mark are speech that goes on after the quotation.
fn is_shaped_as_term(words: &str) -> bool {
    let count = words.chars().count();
    let digits_only = words.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    let joined = words.contains(['+', '、', ',', '—']);
    let parts_are_short =
        !words.contains(',') || words.split(',').all(|part| part.chars().count() <= MAX_PART_CHARS);
    // A clause that describes one thing: 最不适宜居住的地区.
    let clause = words.contains('的') && (words.starts_with('最') || count > 12 && !joined);
    count >= 2
        && !(digits_only && count < 3)
        && (joined || count <= MAX_UNJOINED_CHARS)
        && !words.contains(['。', '!', '?', ';', ':', '…', '《', '"', '“'])
        && parts_are_short
        && !clause
        && !words.ends_with(['了', '吗', '呢', '吧', '啊', ',', '、'])
        && words.trim() == words
}

/// Whether the words name a plan, which is a time (“十四五”); the digits of “一三五” number none.
fn is_plan_period(words: &str) -> bool {
    let Some(number) = words.strip_suffix('五') else { return false };
    let unit = number.strip_prefix('十').unwrap_or(number);
    let is_digit = unit.chars().all(is_chinese_digit) && unit.chars().nth(1).is_none();
    !number.is_empty() && is_digit
}

/// Whether the words are an event's date (“7·20”), a number to call, or a word of another script.
fn is_code(words: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // The day has a name: 6·5环境日.
    let is_day = words.split_once(['·', '•', '.']).is_some_and(|(month, day)| {
        is_digits(month)
            && (is_digits(day) || day.starts_with(|c: char| c.is_ascii_digit()) && day.ends_with('日'))
    });
    let is_hotline =
        is_digits(words) && words.len() == 5 && (words.starts_with("12") || words.starts_with("96"));
    let is_foreign = !words.contains(is_chinese) && words.contains(|c: char| c.is_lowercase());
    is_day || is_hotline || is_foreign
}

/// Whether the words are a count with its measure word, which is a figure even in marks (“21项”); but a policy
/// goes by its clauses (“26条”).
fn is_figure(scene: &Scene, words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        && !words.ends_with('条')
        && scene.lexicon.projects.without_count(words).is_empty()
}

/// Whether the words are joined names of places, which make no term: “青海湖—祁连山”.
fn are_places(scene: &Scene, words: &str) -> bool {
    let parts = words.split(['—', '-', '、', '和', '·']).filter(|part| !part.is_empty());
    parts.clone().count() > 1 && parts.into_iter().all(|part| scene.lexicon.places.is_place(part))
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

/// Whether the words are a clause that somebody said: they open with a verb that needs a subject (是完全必要的,
/// 要加强保护) or speak of persons (我们怎么办).
fn is_clause(terms: &Terms, words: &str) -> bool {
    let opens = words.starts_with(['是', '要']) && words.chars().nth(MAX_OPENED_CHARS).is_some();
    // A point of a speech: 第一是眼睛向下.
    let counts = words.starts_with('第') && words.chars().nth(2) == Some('是');
    // A vow (水不退我不退) or a call (为云河加油).
    let vows = !words.contains(',') && ["我不", "我先"].iter().any(|vow| words.contains(vow));
    opens || counts || vows || words.ends_with("加油") || terms.speaks_of_persons(words)
}

/// Whether it is one common word, which quotation marks make a figure of speech; abbreviations and counts are
/// none.
fn is_common_word(scene: &Scene, range: &Range<usize>) -> bool {
    let at = scene.tokens.started_before(range.start);
    let Some(token) = scene.tokens.get(at).filter(|token| token.range == *range) else { return false };
    // In a list of terms, a word that happens to be a person's name is a term, too: “甲超”、“马超”.
    if token.tag.starts_with("nr") && has_sibling(scene, range) {
        return false;
    }
    if !scene.lexicon.knows(scene.slice(range)) || scene.lexicon.terms.names_an_action(around(scene, range).1)
    {
        return false;
    }
    let counts = scene.slice(range).starts_with(|c: char| is_chinese_digit(c) || matches!(c, '两' | '双'));
    !counts && !matches!(token.tag, "x" | "j" | "m" | "eng")
}

/// Whether the same list holds a quoted word that is not a common one: “甲超”、“马超”.
fn has_sibling(scene: &Scene, range: &Range<usize>) -> bool {
    let (before, after) = around(scene, range);
    let window = MAX_UNJOINED_CHARS + MAX_SIBLING_CHARS;
    let before = before.char_indices().rev().take(window).last().map_or("", |(at, _)| &before[at..]);
    let after = after.char_indices().nth(window).map_or(after, |(at, _)| &after[..at]);
    let is_tie = |text: &str| text.chars().count() <= MAX_SIBLING_CHARS && !text.contains([',', '。']);
    let is_coined = |word: &str| !scene.lexicon.knows(word);
    let earlier = || {
        let (quoted, tie) = before.strip_suffix('、')?.rsplit_once('”')?;
        Some(is_tie(tie) && is_coined(quoted.rsplit_once('“')?.1))
    };
    let later = || {
        let (tie, quoted) = after.strip_prefix('、')?.split_once('“')?;
        Some(is_tie(tie) && is_coined(quoted.split_once('”')?.0))
    };
    earlier().or_else(later).unwrap_or_default()
}

/// Whether many words follow a verb of saying or a colon, and so are speech.
fn is_speech(scene: &Scene, range: &Range<usize>) -> bool {
    let many = scene.slice(range).chars().count() > 8;
    many && around(scene, range).0.ends_with([':', '说', '道', '问', '答'])
}

/// Whether many words follow right after a quotation that is too long for a term, and so quote the same
/// author: “……”,“甲乙丙丁戊己”.
fn continues_quotation(scene: &Scene, range: &Range<usize>) -> bool {
    let before = around(scene, range).0;
    let Some(before) = before.strip_suffix("”,").or_else(|| before.strip_suffix("”、")) else {
        return false;
    };
    let mut quoted = before.char_indices().rev().take(MAX_TERM_CHARS + 1);
    let is_long = scene.slice(range).chars().nth(MAX_PART_CHARS).is_some();
    is_long && quoted.all(|(_, c)| c != '“')
}

/// Whether the quoted words are wording that an amendment changes, a word that is defined, or a name before 号
/// or 杯.
fn is_wording_or_name(scene: &Scene, range: &Range<usize>) -> bool {
    let (before, after) = around(scene, range);
    let terms = &scene.lexicon.terms;
    let is_work = scene.lexicon.citations.announces_work(before);
    // Any verb may stand before the name of an action: 入选“清风”计划. A heading stands in 在“组织保障”部分.
    let is_heading = before.ends_with('在') && PARTS.iter().any(|part| after.starts_with(part));
    let is_told = is_work || is_heading || terms.is_wording(before, after);
    is_told && !terms.names_an_action(after) || terms.names_a_thing(after)
}

/// The text before the opening mark, and the text after the closing one.
fn around<'s>(scene: &'s Scene, range: &Range<usize>) -> (&'s str, &'s str) {
    let before = scene.text[..range.start].char_indices().next_back().map_or(0, |(at, _)| at);
    let mark = scene.text[range.end..].chars().next().map_or(0, char::len_utf8);
    (&scene.text[..before], &scene.text[range.end + mark..])
}

/// Whether a known term is no part of a longer number: 二十三农 has no 三农, 第三个代表 no 三个代表.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let first = text[range.start..].chars().next();
    let counts = first.is_some_and(|c| is_chinese_digit(c) || c == '两' || c.is_ascii_digit());
    let before = text[..range.start].chars().next_back();
    !(counts && before.is_some_and(|c| is_chinese_digit(c) || c == '第' || c.is_ascii_digit() || c == '.'))
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::proposed;

    fn found(text: &str) -> Vec<String> {
        proposed(super::recognise, text)
    }

    #[test]
    fn a_glossary_explains_shorthand() {
        assert_eq!(found("[3]两云四链:"), ["两云四链"]);
        assert_eq!(found("【12】五张图:指规划图、"), ["五张图"]);
        for text in ["[3]城市更新:指", "[4]某市:", "两云四链:指", "[5]“双云”公路:"] {
            assert!(!found(text).iter().any(|term| term.ends_with(['新', '市', '链', '路'])), "{text}");
        }
    }

    #[test]
    fn quoted_slogans_and_shorthand_are_terms() {
        for (text, term) in [
            ("实施“百链千企”行动", "百链千企"),
            ("推广“企业点单、高校接单”模式", "企业点单、高校接单"),
            ("开展“电商+冷链+农户”试点", "电商+冷链+农户"),
            ("出台“26条”", "26条"),
            ("落实“一三五”工作法", "一三五"),
            ("构建「一廊多点」格局", "一廊多点"),
            ("落实\"三张清单\"", "三张清单"),
            ("开展“清风”专项行动", "清风"),
            ("入选“云岭英才”计划", "云岭英才"),
            ("坚持“双向奔赴,携手同行”", "双向奔赴,携手同行"),
        ] {
            assert_eq!(found(text), [term], "{text}");
        }
        assert_eq!(found("深化“甲乙丙办”“丁戊己办”改革"), ["甲乙丙办", "丁戊己办"]);
        // A report ends with its list.
        assert_eq!(found("批判“甲乙论”的谬论,坚持“百链千企”行动"), ["百链千企"]);
        assert_eq!(found("坚持“甲乙丙”方针,反对所谓“丁戊己”"), ["甲乙丙"]);
        assert_eq!(found("反对“ 一刀切 ”,看“ 海燕 ”"), ["一刀切"]);
        // A day by itself is no day of an event: 1+4 and 334 are schemes.
        assert_eq!(found("办好“云超”、草原村排、“张飞”等赛事"), ["云超", "张飞"]);
        assert_eq!(found("出台“1+4”系列文件,推广“334”机制"), ["1+4", "334"]);
    }

    #[test]
    fn known_terms_need_no_marks() {
        assert_eq!(found("共建一带一路,做好三农工作"), ["一带一路", "三农"]);
        assert_eq!(found("专精特新“小巨人”企业"), ["专精特新", "小巨人"]);
        assert_eq!(found("按农轻重的次序,企业关停并转"), ["农轻重", "关停并转"]);
        assert_eq!(found("坚持两条腿走路,发挥两个积极性"), ["两条腿走路", "两个积极性"]);
    }

    #[test]
    fn speech_names_periods_and_figures_of_speech_are_no_terms() {
        for text in [
            "“清溪渔港年底建成,”周文远说。",
            "“渔港、”他数着,“水库、”",
            "“十四五”时期,“六五”期间",
            "他说:“我们大家都要把河水管得更好”",
            "让“养老”变样,成了“打卡点”",
            "“海燕”号下水,“金秋”杯开赛",
            "将“市场管理部门”修改为“市场监管部门”",
            "举办“丝路青年论坛”",
            "毛主席教导我们:“没有调查就没有发言权。”",
            "“左”的错误",
            "有人叫喊“铁路垮掉了”",
            "拨打“12399”热线",
            "第三个代表团,五个方面",
            "拿出“千磨万击还坚劲”的韧劲",
            "被誉为“江南粮仓”的小城",
            "走进“老李家”饭馆",
            "授予“劳动模范”称号",
            "这是对“最全面、最深刻的社会变革的总结”",
            "鼓吹什么“甲乙论”、“丙丁说”",
            "把干部诬蔑为“甲乙派”",
            "斥责他的讲话是“胡言乱语,不知所云”",
            "打着“甲乙丙”、“丁戊己”的旗号",
            "照搬所谓“甲权分立”",
            "以“绿色出行、美好生活”为主题的活动",
            "“质量与验收”章节",
            "应对“7·20”特大暴雨,拨打“12340”",
            "成功应对台风“青鸟”",
            "二人转“河边”上演",
            "“云超”足球联赛开赛",
            "工作“是完全必要的,是非常及时的”",
            "“世界变了,我们怎么办”",
            "俄文为“Река”",
            "「甲乙设计院」、「丙丁论」等等谬论",
            "办法“第一是多听,第二是多看”",
            "报送“核安全监督站”",
            "告别“最不适宜居住的地方”",
            "入选“全国十大新发现”",
            "习近平指出,“要强化全链条保护”",
            "大家“为青川加油”",
            "“水势不退我不退”,誓言铿锵",
            "承办“6·5国际环境日”主场活动",
            "演员“张飞”登台",
            "“这是一段很长很长的话它说的是人们怎样看待自然和社会以及自己的关系”,“人和自然是彼此相互制约”",
            "打造“青海湖—祁连山”精品景区",
            "采用“21项”评价方式",
            "现行“9个”与“12家”之比",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn marks_without_end_are_read_to_their_end() {
        assert!(found(&"“".repeat(20_000)).is_empty());
        assert!(found(&"\"".repeat(20_001)).is_empty());
    }
}
