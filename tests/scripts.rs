//! A text in traditional characters yields the records of its simplified twin.

use serde_json::Value;
use zhengce::Document;

const SIMPLIFIED: &str = "清溪县政府工作报告\n——2024年2月3日在清溪县第九届人民代表大会第四次会议上\n县长 周文远\n\
    各位代表:\n一、去年工作回顾\n过去一年,县委、县政府认真贯彻国务院决策部署,生产总值达到318.5亿元,增长6.2%;\
    新建学校13所,发展“三农”事业。教育局局长张国华说:“孩子们很高兴。”\n\
    二、今年工作安排\n加快建设青岩水库扩建工程,年底前开工。落实《农村供水条例》,支持湖南、广东两省来县投资。";

const TRADITIONAL: &str = "清溪縣政府工作報告\n——2024年2月3日在清溪縣第九屆人民代表大會第四次會議上\n縣長 周文遠\n\
    各位代表:\n一、去年工作回顧\n過去一年,縣委、縣政府認真貫徹國務院決策部署,生產總值達到318.5億元,增長6.2%;\
    新建學校13所,發展「三農」事業。教育局局長張國華說:「孩子們很高興。」\n\
    二、今年工作安排\n加快建設青巖水庫擴建工程,年底前開工。落實《農村供水條例》,支持湖南、廣東兩省來縣投資。";

#[test]
fn twins_yield_the_same_records() {
    let extractor = zhengce::shared().unwrap();
    let [simplified, traditional] = [SIMPLIFIED, TRADITIONAL].map(|text| extractor.extract(text));
    let speech = &simplified.speeches[0];
    assert!(!speech.people.is_empty() && !speech.bodies.is_empty() && !speech.terms.is_empty());
    assert_eq!(with_slices_of(&simplified, TRADITIONAL), serde_json::to_value(&traditional).unwrap());
}

/// The document with everything that it quotes taken from another text of the same length.
fn with_slices_of(document: &Document, source: &str) -> Value {
    let mut document = serde_json::to_value(document).unwrap();
    let source: Vec<char> = source.chars().collect();
    requote(&mut document, &source);
    document
}

fn requote(value: &mut Value, source: &[char]) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| requote(field, source));
            let Some(span) = fields.get("span") else { return };
            let [start, end] = ["start", "end"].map(|edge| span[edge].as_u64().unwrap() as usize);
            if fields.contains_key("text") {
                let text: String = source[start..end].iter().collect();
                fields.insert("text".to_owned(), Value::from(text));
            }
            if let Some(Value::Array(posts)) = fields.get_mut("posts") {
                posts.iter_mut().for_each(|post| requote_words(post, &["title", "body"]));
            }
            requote_words(value, &["verb"]);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| requote(item, source)),
        _ => {}
    }
}

/// Titles and bodies of posts and the verbs of measures carry no span.
fn requote_words(record: &mut Value, fields: &[&str]) {
    let twins = [
        ("县长", "縣長"),
        ("局长", "局長"),
        ("贯彻", "貫徹"),
        ("发展", "發展"),
        ("建设", "建設"),
        ("落实", "落實"),
    ];
    for (simplified, traditional) in twins {
        for field in fields {
            if record.get(field).is_some_and(|word| word == simplified) {
                record[*field] = Value::from(traditional);
            }
        }
    }
}
