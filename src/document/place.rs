//! The place and the body that a document speaks for.

use super::{ReadDocument, titled};
use crate::lexicon::{LedgerWords, is_han};
use crate::record::{Body, BodyKind, Mention, Place, Speech};
use crate::text::is_of_date;

/// How far the head of a text reaches, which says for whom it speaks, in characters.
const MAX_HEAD_CHARS: usize = 400;
/// Longest line that says who issues a document and when, in characters.
const MAX_MASTHEAD_CHARS: usize = 60;
/// How far before its end a text may be signed, in characters.
const MAX_FOOT_CHARS: usize = 80;
/// How far after a body the words stand by which it has charged the speaker, in characters: 和国务院的委托.
const MAX_CHARGED_CHARS: usize = 8;
/// Longest word after a place that says that others are meant, in characters.
const MAX_OTHERS_CHARS: usize = 4;
/// Fewest words of the whole country in a text that speaks for it.
const MIN_SIGNS: usize = 2;
/// Fewest and most characters of the name of a division that is known by its rank alone.
const MIN_NAME_CHARS: usize = 3;
const MAX_NAME_CHARS: usize = 8;
/// The characters that such a name ends with, and words that end so and are no such name.
const RANKS: [char; 5] = ['省', '市', '县', '旗', '州'];
const COMMON: [&str; 4] = ["城市", "都市", "超市", "股市"];
/// Words of a file's name with which the name of the paper begins.
const PAPERS: [&str; 4] = ["人民政府", "政府", "工作", "任务"];
/// The name of the whole country as a place.
pub(crate) const COUNTRY: &str = "全国";

impl ReadDocument<'_> {
    /// The place that the document speaks for, by the first of these that says one: the place given with it;
    /// the congress to which it reports; its title; the whole country, where the State Council or the Central
    /// Committee reports; the signature or the masthead; the name of its file; the whole country, where it
    /// speaks of that.
    pub(crate) fn place(&self) -> Option<String> {
        if let Some(given) = self.given {
            return Some(given.to_owned());
        }
        let words = &self.lexicon.ledger;
        let speech = self.document.speeches.first()?;
        // Where there are several speeches, a headline speaks only for its own.
        let headline = speech.headline.as_ref().filter(|_| self.document.speeches.len() == 1);
        let title = self.document.title.iter().chain(headline);
        let named = title.filter_map(|title| {
            let mut places = speech.places.iter();
            // 青岩—云溪渔业论坛, 青岩命运共同体: places that meet; none of them speaks.
            let meets = |end: usize| self.folded(end, end + 1).starts_with(['—', '-', '命']);
            let speaks = |place: &&Place| !meets(place.span.end) && !self.is_of_others(title, place);
            let place = places.find(|place| title.span.contains(&place.span)).filter(speaks);
            let place = place.filter(|place| !is_site(&place.text));
            let place = place.map(|place| place.text.clone());
            // A line of its own may not be part of the title.
            let lines = self.lines(title.span.start, title.span.end);
            let opened =
                lines.iter().chain([&title.text]).find_map(|line| titled::division(line, self.lexicon));
            opened.or(place).or_else(|| self.reporting(&title.text))
        });
        let head = speech.bodies.iter().take_while(|body| body.span.start < MAX_HEAD_CHARS);
        let congress = head.clone().filter(|body| body.kind == BodyKind::Congress);
        let division = |body: &Body| division(&body.text).or_else(|| self.division_of_congress(body));
        let reports = congress.filter_map(division).next();
        let country = head.clone().any(|body| words.nation.end(&body.text)).then(|| COUNTRY.to_owned());
        let reports =
            reports.or(named.into_iter().next()).or(country).or_else(|| self.place_of_signer(speech));
        let reports = reports.or_else(|| self.place_of_file());
        reports.or_else(|| self.speaks_of_the_country(words).then(|| COUNTRY.to_owned()))
    }

    /// Whether a title says what is done towards a place, or means others than the place: 会见|青岩|客人,
    /// 学习|青岩|经验, 与|青岩|签约.
    fn is_of_others(&self, title: &Mention, place: &Place) -> bool {
        let words = &self.lexicon.ledger;
        let before = self.unbroken(title.span.start, place.span.start).text;
        let after = self.unbroken(place.span.end, place.span.end + MAX_OTHERS_CHARS).text;
        words.towards.end(before.trim_end()) || words.others.longest_at(&after, 0).is_some()
    }

    /// Whether the text speaks of the whole country, or of several of its regions, and of no place as its
    /// own.
    fn speaks_of_the_country(&self, words: &LedgerWords) -> bool {
        let text = self.folded(0, self.characters.len());
        // 居全国前列: how a place compares.
        let compares = |end: usize| text[end..].starts_with(['前', '第', '首', '领']);
        let told = words.countrywide.find(&text).filter(|(word, ())| !compares(word.end));
        told.take(MIN_SIGNS).count() == MIN_SIGNS && words.own.find(&text).next().is_none()
    }

    /// The body for which the speaker reports: 我代表国务院, 我受国务院的委托, 根据国务院的决定.
    pub(crate) fn represented(&self) -> Option<String> {
        let speech = self.document.speeches.first()?;
        let mut head = speech.bodies.iter().take_while(|body| body.span.start < MAX_HEAD_CHARS);
        let before = |body: &Body| self.folded(body.span.start.saturating_sub(2), body.span.start);
        // 受国务院|的委托; 受中央和国务院|的委托: all of them charge the speaker.
        let charged = |body: &Body| {
            let after = self.folded(body.span.end, body.span.end + MAX_CHARGED_CHARS);
            let charge = ["委托", "决定"].iter().filter_map(|charge| after.find(charge)).min()?;
            let others = after[..charge].trim_end_matches('的');
            let joined = others.is_empty() || others.starts_with(['和', '、']);
            let end = body.span.end + others.chars().count();
            (joined && before(body).ends_with(['受', '据'])).then(|| self.text(body.span.start, end))
        };
        let represented = head.clone().find(|body| before(body) == "代表");
        represented.map(|body| body.text.clone()).or_else(|| head.find_map(charged))
    }

    /// The division whose office issues the document, by its signature or a line of its masthead:
    /// 青溪县政府督查室 2025年9月28日.
    fn place_of_signer(&self, speech: &Speech) -> Option<String> {
        let signer = self.issuer(speech).and_then(|body| titled::division(&body, self.lexicon));
        signer.or_else(|| self.place_of_lines())
    }

    /// The same, where the office is not known as a body.
    fn place_of_lines(&self) -> Option<String> {
        let end = self.characters.len();
        let foot = self.lines(end.saturating_sub(MAX_FOOT_CHARS), end);
        let signed = match foot.as_slice() {
            [.., signer, day] if is_day(day) => titled::signer(signer, self.lexicon),
            _ => None,
        };
        signed.or_else(|| {
            let head = self.lines(0, MAX_HEAD_CHARS);
            // 青溪县渔业局|2025年4月9日, on two lines.
            let above_days = head.windows(2).filter(|pair| is_day(&pair[1])).map(|pair| &pair[0]);
            let mut signers = above_days.filter_map(|line| titled::signer(line, self.lexicon));
            let mastheads = head.iter().filter(|line| is_masthead(line));
            let mut mastheads = mastheads.filter_map(|line| titled::division(line, self.lexicon));
            signers.next().or_else(|| mastheads.next())
        })
    }

    /// The division whose government reports, by a title: 河南政府工作报告, 清溪县2024年政府工作报告.
    fn reporting(&self, title: &str) -> Option<String> {
        let (before, _) = title.split_once("政府工作报告")?;
        let before = before.strip_suffix("人民").unwrap_or(before).trim_start();
        let before = before.strip_prefix("关于").unwrap_or(before);
        let before = before.split(|c: char| c.is_ascii_digit()).next()?.trim_end();
        named(before).filter(|before| {
            before.ends_with(RANKS) || before.ends_with('区') || self.division(before).is_some()
        })
    }

    /// The division of a congress whose name opens with a bare rank, by the name before that:
    /// 在青溪|县第五届人民代表大会第四次会议上.
    fn division_of_congress(&self, congress: &Body) -> Option<String> {
        let rank = congress.text.chars().next().filter(|rank| RANKS.contains(rank) || *rank == '区')?;
        let start = congress.span.start;
        let before = self.folded(start.saturating_sub(MAX_NAME_CHARS), start);
        let (_, own) = before.rsplit_once('在')?;
        let is_name = own.chars().all(is_han) && own.chars().nth(1).is_some();
        is_name.then(|| format!("{own}{rank}"))
    }

    /// The place in the name of the file, or in that of its folder: 清溪县2024年政府工作报告.txt,
    /// 清溪县/2024.txt.
    fn place_of_file(&self) -> Option<String> {
        let source = self.document.source.as_deref()?;
        let mut names = source.rsplit(['/', '\\']);
        let file = opening_of_name(names.next()?.split('.').next()?)?;
        let mut said = self.document.speeches.iter().flat_map(|speech| &speech.places);
        let is_said = !file.is_empty() && said.any(|place| place.text == file);
        let named = if is_said { Some(file.to_owned()) } else { self.division(file) };
        named
            .or_else(|| self.division(names.next().filter(|folder| opening_of_name(folder) == Some(folder))?))
    }

    /// The full name of a division, by the dictionary or by its rank: 河南省, 河南, 清溪县.
    fn division(&self, name: &str) -> Option<String> {
        let places = &self.lexicon.places;
        let known = places
            .division(name)
            .map(|_| name.to_owned())
            .or_else(|| places.province_at(name).filter(|full| full.starts_with(name)));
        let length = name.chars().count();
        let is_common = || COMMON.iter().any(|common| name.ends_with(common));
        let has_rank =
            || (MIN_NAME_CHARS..=MAX_NAME_CHARS).contains(&length) && name.ends_with(RANKS) && !is_common();
        known.or_else(|| has_rank().then(|| name.to_owned()))
    }
}

/// The opening of a file's name, without a year before it, up to a year or the name of the paper: 清溪县 of
/// 清溪县2024年政府工作报告, 2024-清溪县.
fn opening_of_name(name: &str) -> Option<&str> {
    let is_year = |c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '-' | '_' | ' ');
    let name = name.trim_start_matches(is_year);
    let opening = name.split(|c: char| is_year(c) || c == '(' || c == '（').next()?;
    let end = PAPERS.iter().filter_map(|paper| opening.find(paper)).min();
    Some(&opening[..end.unwrap_or(opening.len())])
}

/// The division in the name of its congress: 清溪县第九届人民代表大会.
fn division(congress: &str) -> Option<String> {
    let end = congress.find('第').or_else(|| congress.find("人民代表大会"))?;
    named(&congress[..end]).filter(|division| !division.starts_with("全国"))
}

/// Whether a name goes on after its division and is not one itself: 清溪县|渔港.
fn is_site(place: &str) -> bool {
    let ends_as_division = place.ends_with(RANKS) || place.ends_with(['区', '镇', '乡', '道', '村']);
    let division = place.char_indices().skip(2).find(|(_, c)| RANKS.contains(c));
    division.is_some() && !ends_as_division
}

/// Whether a line is only a date: 2025年4月9日, 2025年4月.
fn is_day(line: &str) -> bool {
    line.ends_with(['日', '月']) && line.contains('年') && line.chars().all(is_of_date)
}

/// Whether a short line ends with its day: 青溪县政府办公室 2025年4月9日.
fn is_masthead(line: &str) -> bool {
    line.ends_with('日')
        && line.contains('年')
        && line.chars().count() <= MAX_MASTHEAD_CHARS
        && !line.contains(['，', ','])
}

/// The division, if it has a name before its rank; 县 alone has none.
fn named(division: &str) -> Option<String> {
    (division.chars().count() > 1).then(|| division.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    fn place(text: &str, source: Option<&str>) -> Option<String> {
        let mut extraction = shared().unwrap().extract_with_text(text, None);
        extraction.document.source = source.map(str::to_owned);
        ReadDocument::new(&extraction, shared().unwrap().lexicon()).place()
    }

    #[test]
    fn a_document_speaks_for_the_place_of_its_title_or_congress() {
        let report =
            "政府工作报告\n——2024年2月3日在延津县第九届人民代表大会第四次会议上\n各位代表：\n现在报告工作。";
        assert_eq!(place(report, None).as_deref(), Some("延津县"));
        assert_eq!(place("清溪县政府工作报告\n各位代表：\n现在报告工作。", None).as_deref(), Some("清溪县"));
        assert_eq!(place("各位代表：\n现在，我代表国务院，报告工作。", None).as_deref(), Some("全国"));
        assert_eq!(place("去年，河南省粮食丰收。", Some("a/河南省.txt")).as_deref(), Some("河南省"));
        assert_eq!(
            place("同志们：\n现在，我代表第十四届中央委员会向大会作报告。", None).as_deref(),
            Some("全国")
        );
        for (source, expected) in [
            ("a/河南.txt", Some("河南省")),
            ("a/清溪县2024年政府工作报告.txt", Some("清溪县")),
            ("a/2024-清溪县.docx", Some("清溪县")),
            ("reports/清溪县/2024.txt", Some("清溪县")),
            ("reports\\延津县\\1.txt", Some("延津县")),
            ("延津县政府工作报告.txt", Some("延津县")),
            ("a/2024.txt", None),
            ("a/我的城市.txt", None),
            ("河南省的报告/1.txt", None),
            ("a/市.txt", None),
            ("a/各县.txt", None),
            ("", None),
        ] {
            assert_eq!(place("去年，粮食丰收。", Some(source)).as_deref(), expected, "{source}");
        }
        for (text, expected) in [
            ("云柳县人民政府办公室关于印发2025年重点工作的通知\n各乡镇：\n建好渔港。", Some("云柳县")),
            (
                "政府工作报告\n——2026年1月27日在柳泉市第五届人民代表大会第四次会议上\n渔港开工。",
                Some("柳泉市"),
            ),
            ("在安临省第十四届人民代表大会第四次会议上\n政府工作报告\n渔港开工。", Some("安临省")),
            ("在县第五届人民代表大会第四次会议上的报告\n渔港开工。", None),
            ("云柳县渔业局对第31号建议的答复\n李明代表：\n渔港开工。", Some("云柳县")),
            ("云柳县2025年渔港建设情况\n一、渔港开工。", Some("云柳县")),
            ("督查专报\n云柳县政府督查室　2025年9月28日\n一、渔港开工。", Some("云柳县")),
            ("督查专报\n一、渔港开工。\n云柳县人民政府督查室\n2025年9月28日", Some("云柳县")),
            ("督查通知\n渔港开工。\n云柳县人民政府督查室\n2025年9月28日", Some("云柳县")),
            ("督查通知\n渔港开工。\n云柳县渔港开工\n2025年9月28日", None),
            ("督查专报\n云柳县渔港，开工于2025年9月28日\n一、渔港开工。", None),
            ("关于渔港的通报\n一、云柳县渔港开工。", None),
            ("省长会见塞尔维亚客人\n渔港开工。", None),
            ("学习浙江经验\n渔港开工。", None),
            ("赴深圳考察渔港情况的报告\n云柳县渔业局\n2025年9月\n渔港开工。", Some("云柳县")),
            ("云柳县与苏州市签约\n渔港开工。", Some("云柳县")),
            ("关于云柳县2024年渔港建设情况的报告\n渔港开工。", Some("云柳县")),
            ("关于云柳县人民政府工作报告的决议\n渔港开工。", Some("云柳县")),
            ("关于青岩智谷产业园项目的情况\n渔港开工。", None),
            ("谱写河南新篇章\n渔港开工。", Some("河南")),
        ] {
            assert_eq!(place(text, None).as_deref(), expected, "{text}");
        }
        let mut extraction =
            shared().unwrap().extract_with_text("清溪县政府工作报告\n各位代表：\n现在报告工作。", None);
        extraction.place = Some("云柳县".to_owned());
        assert_eq!(shared().unwrap().place(&extraction).as_deref(), Some("云柳县"));
        assert_eq!(place("推进全国监测网络建设。全国新建测站5个。", None).as_deref(), Some("全国"));
        assert_eq!(place("治理京津冀渔港。整治长三角渔港。", None).as_deref(), Some("全国"));
        assert_eq!(place("粮食丰收，居全国前列、全国第5位。", None), None);
        assert_eq!(place("全县粮食丰收，居全国前列、全国第5位。", None), None);
    }
}
