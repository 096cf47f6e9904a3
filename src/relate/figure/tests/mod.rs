//! Made-up sentences with what each of their figures is of, its change and its status.

mod edges;
mod mood;
mod notices;
mod passing;
mod phrase;
mod report;
mod told;

use super::*;
use crate::lexicon::Mood;
use crate::recognise::{self, testing::with_scene};
use crate::record::{Change, FigureStatus};
use crate::resolve;

/// What each figure of the sentence is: its text, `of`, change and status.
fn read(sentence: &str, outlook: Option<Mood>) -> Vec<(String, Option<String>, Change, FigureStatus)> {
    with_scene(sentence, |scene| {
        let mut thread = Thread { date: Some("2024-02".to_owned()), outlook, ..Thread::default() };
        let mut candidates = resolve::resolve(recognise::recognise(scene));
        crate::relate::relate(scene, &mut thread, &mut candidates);
        let figures = candidates.iter().filter_map(|candidate| {
            let figure = figure(candidate)?;
            let of = figure.of.as_ref().map(|of| scene.slice(of).to_owned());
            Some((scene.slice(&candidate.range).to_owned(), of, figure.change, figure.status))
        });
        figures.collect()
    })
}

fn ofs(sentence: &str) -> Vec<(String, String)> {
    let figures = read(sentence, None).into_iter();
    figures.map(|(text, of, ..)| (text, of.unwrap_or_default())).collect()
}

fn assert_ofs(sentence: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(text, of)| ((*text).to_owned(), (*of).to_owned())).collect();
    assert_eq!(ofs(sentence), expected, "{sentence}");
}

fn assert_changes(sentence: &str, expected: &[Change]) {
    let changes: Vec<_> = read(sentence, None).into_iter().map(|(.., change, _)| change).collect();
    assert_eq!(changes, expected, "{sentence}");
}

fn assert_statuses(sentence: &str, outlook: Option<Mood>, expected: &[FigureStatus]) {
    let statuses: Vec<_> = read(sentence, outlook).into_iter().map(|(.., status)| status).collect();
    assert_eq!(statuses, expected, "{sentence}");
}

/// The time of each figure of the sentence.
fn assert_times(sentence: &str, expected: &[&str]) {
    let times = with_scene(sentence, |scene| {
        let mut candidates = resolve::resolve(recognise::recognise(scene));
        crate::relate::relate(scene, &mut Thread::default(), &mut candidates);
        let figures = candidates.iter().filter_map(figure);
        let text = |time: usize| scene.slice(&candidates[time].range).to_owned();
        figures.map(|figure| figure.time.map(text).unwrap_or_default()).collect::<Vec<_>>()
    });
    assert_eq!(times, expected, "{sentence}");
}

#[test]
fn what_is_described_as_an_increase_rises() {
    assert_changes("全部建成后增加的年产能力将为9万吨,", &[Change::Up]);
    assert_changes("新增加的生产能力有:糖6万吨,纸9万吨。", &[Change::Up, Change::Up]);
    // But deeds in a row make their objects better, and a rate that is described is no change.
    assert_changes("新建提升90公里乡村公路,", &[Change::Level]);
    assert_changes("新设6所职业学校,", &[Change::Level]);
    assert_changes("创新能力排名提升7位。", &[Change::Up]);
    assert_changes("对增长的贡献率达到60%", &[Change::Level]);
    assert_changes("五年内产值增长将为90%。", &[Change::Up]);
    assert_changes("投资缩减为9亿元。", &[Change::Level]);
    assert_changes("粉尘浓度改善9%。", &[Change::Down]);
    assert_changes("裁减人员9万。", &[Change::Down]);
    assert_changes("人员裁减到9万。", &[Change::Level]);
    assert_changes("新增就业9万人、约占全国6%。", &[Change::Up, Change::Level]);
    assert_changes("新增学校6所,每9万人口在校生增长7%。", &[Change::Up, Change::Level, Change::Up]);
    assert_changes("从减少支出和增加养殖两个方面入手。", &[Change::Level]);
    assert_changes("新增产值超9亿元县6个。", &[Change::Level, Change::Up]);
    // A figure that exceeds a bound may be a change; the size of the counted is none, nor is a sum.
    assert_changes("新增就业人数超过9万人。", &[Change::Up]);
    assert_changes("服务贸易增长超过9%。", &[Change::Up]);
    assert_changes("产值超过9亿元。", &[Change::Level]);
    assert_changes("比计划超过9%,产值增长6%。", &[Change::Level, Change::Up]);
    assert_changes("新增2家千亿级、6家百亿级企业。", &[Change::Up, Change::Level, Change::Up, Change::Level]);
    assert_changes("新增产能超过9万吨,总装机6万千瓦。", &[Change::Up, Change::Level]);
}

#[test]
fn a_measure_word_counts_the_noun_phrase_after_it() {
    assert_ofs("改造48个老旧小区,惠及群众。", &[("48个", "老旧小区")]);
    assert_ofs("26家“绿色工厂”企业入围榜单", &[("26家", "“绿色工厂”企业")]);
    assert_ofs("建设5个续建水库和3条引水隧洞", &[("5个", "续建水库"), ("3条", "引水隧洞")]);
    assert_ofs("5个国家级实验室的设备", &[("5个", "国家级实验室")]);
    assert_ofs("全年16次调度重点工程", &[("16次", "调度重点工程")]);
}

#[test]
fn what_happens_to_the_counted_is_no_part_of_its_name() {
    assert_ofs("发挥6家“链主”企业示范引领作用", &[("6家", "“链主”企业")]);
    assert_ofs("紧盯5个在建桥梁项目施工进度", &[("5个", "在建桥梁项目")]);
    assert_ofs("跟进7个移民村的搬迁入住工作", &[("7个", "移民村")]);
    assert_ofs("从四个方面精准发力", &[("四个", "方面")]);
    assert_ofs("覆盖乡镇90个、村(社区)800个", &[("90个", "乡镇"), ("800个", "村(社区)")]);
    assert_ofs("四方面发力促进增长", &[("四方面", "")]);
    assert_ofs("建立三方参与的调解机制", &[("三方", "")]);
    assert_ofs("60栋高楼拔地而起", &[("60栋", "高楼")]);
    assert_ofs("8个国家自主创新示范区", &[("8个", "国家自主创新示范区")]);
}

#[test]
fn the_name_of_what_is_measured_is_whole() {
    assert_ofs("城镇新增就业12万人", &[("12万人", "城镇新增就业")]);
    assert_ofs("园区新增学位3万个", &[("3万个", "学位")]);
    assert_ofs("城镇登记失业率为3%", &[("3%", "城镇登记失业率")]);
    assert_ofs("新增老人照护床位70张", &[("70张", "老人照护床位")]);
    assert_ofs("组织群众参加演练6次", &[("6次", "演练")]);
    assert_ofs("原煤产量在1961年是3亿吨", &[("3亿吨", "原煤产量")]);
    assert_ofs("违反规定的,处5万元罚金", &[("5万元", "罚金")]);
    assert_ofs("机构由30个减为12个", &[("30个", "机构"), ("12个", "机构")]);
}

#[test]
fn a_noun_that_says_nothing_by_itself_keeps_the_word_before_it() {
    assert_ofs("事故死亡人数下降8%", &[("8%", "事故死亡人数")]);
    assert_ofs("审批时限压缩到3个工作日以内,运营里程1200公里", &[("1200公里", "运营里程")]);
    assert_ofs("建设4个良种繁育基地", &[("4个", "良种繁育基地")]);
    assert_ofs("农民人均纯收入达到2万元", &[("2万元", "农民人均纯收入")]);
    assert_ofs("基本医疗保险覆盖90万人", &[("90万人", "基本医疗保险")]);
    assert_ofs("机关基本建成12个", &[("12个", "机关")]);
    assert_ofs("出口平均增长5%", &[("5%", "出口")]);
}

#[test]
fn what_a_quantity_is_compared_with_is_not_what_is_measured() {
    assert_ofs("工业投资超过原定的年度计划4%", &[("4%", "工业投资")]);
    assert_ofs("断面水质优于国家考核目标14个百分点", &[("14个百分点", "断面水质")]);
    assert_ofs("参保率高于全国平均水平2个百分点", &[("2个百分点", "参保率")]);
    assert_ofs("产量超过5万吨", &[("5万吨", "产量")]);
}

#[test]
fn what_is_measured_stands_before_its_figure() {
    assert_ofs("粮食总产量突破800亿斤", &[("800亿斤", "粮食总产量")]);
    assert_ofs("完成水利投资93亿元", &[("93亿元", "水利投资")]);
    assert_ofs("科技型中小企业2100家", &[("2100家", "科技型中小企业")]);
    assert_ofs("铁路货运量由3亿吨增加到5亿吨", &[("3亿吨", "铁路货运量"), ("5亿吨", "铁路货运量")]);
    assert_ofs("服务业增加值占生产总值比重超52%", &[("52%", "服务业增加值占生产总值比重")]);
}

#[test]
fn a_clause_without_a_noun_goes_on_about_the_one_before() {
    assert_ofs("茶叶产值达到90亿元、增长6%", &[("90亿元", "茶叶产值"), ("6%", "茶叶产值")]);
    assert_ofs("蔬菜产量稳步提升,达到70万吨", &[("70万吨", "蔬菜产量")]);
    assert_ofs("旅游收入比“八五”时期增长5%", &[("5%", "旅游收入")]);
}

#[test]
fn a_verb_that_describes_is_part_of_the_name() {
    assert_ofs("实施十项生态建设工程", &[("十项", "生态建设工程")]);
    assert_ofs("培育6家乡村旅游服务中心,加快发展", &[("6家", "乡村旅游服务中心")]);
    assert_ofs("在校学生人数3万人", &[("3万人", "在校学生人数")]);
    assert_ofs("农村污水处理率提高到80%", &[("80%", "农村污水处理率")]);
    assert_ofs("普惠性幼儿园招生规模扩大到5万人", &[("5万人", "普惠性幼儿园招生规模")]);
    assert_ofs("建成社区托管机构7家", &[("7家", "社区托管机构")]);
    assert_ofs("市财政安排资金3亿元", &[("3亿元", "资金")]);
    assert_ofs("改造农村危房5万户", &[("5万户", "农村危房")]);
    assert_ofs("12家企业获评省级示范", &[("12家", "企业")]);
    assert_ofs("9个县推进城乡供水", &[("9个", "县")]);
    assert_ofs("范围500米内修建房屋", &[("500米", "范围")]);
}

#[test]
fn a_list_of_counted_nouns_is_whole() {
    assert_ofs("来自30个国家和地区的客商", &[("30个", "国家和地区")]);
    assert_ofs("覆盖8个市、县和区。", &[("8个", "市、县和区")]);
    assert_ofs("调派5名医生和6名护士", &[("5名", "医生"), ("6名", "护士")]);
    assert_ofs("覆盖20个县(市、区),", &[("20个", "县(市、区)")]);
    assert_ofs("取消30项行政审批等事项", &[("30项", "行政审批等事项")]);
    assert_ofs("修订法规、规章等约300件", &[("300件", "法规、规章")]);
    assert_ofs("建设2个大型的、群众满意的农贸市场", &[("2个", "农贸市场")]);
}

#[test]
fn a_clause_before_de_is_whole() {
    assert_ofs("省财政用于水利的支出达到7亿元", &[("7亿元", "省财政用于水利的支出")]);
    assert_ofs("限额以下的建设单位30个", &[("30个", "限额以下的建设单位")]);
    assert_ofs("规模以上工业企业400家", &[("400家", "规模以上工业企业")]);
    assert_ofs("但城市居民的收入提高5%", &[("5%", "城市居民的收入")]);
}

#[test]
fn a_share_is_of_what_has_it() {
    assert_ofs("原煤产量完成年度计划的105%", &[("105%", "原煤产量")]);
    assert_ofs("农户有3万户,占总户数的60%", &[("3万户", "农户"), ("60%", "农户")]);
    assert_ofs("高速铁路达到2万公里,占世界60%以上", &[("2万公里", "高速铁路"), ("60%", "高速铁路")]);
    assert_ofs("出口额相当于上年的3倍", &[("3倍", "出口额")]);
    assert_ofs("专家不得少于总人数的三分之二", &[("三分之二", "专家")]);
    assert_ofs("地方收入的60%用于教育", &[("60%", "地方收入")]);
    assert_ofs("服务业占生产总值比重达到52%", &[("52%", "服务业占生产总值比重")]);
}

#[test]
fn what_only_describes_shares_the_noun_of_its_unit() {
    assert_ofs("全省有90个水库,其中开始建设的12个", &[("90个", "水库"), ("12个", "水库")]);
    assert_ofs("属于中央的是5个", &[("5个", "")]);
    assert_ofs("清理规章90件,宣布失效5件", &[("90件", "规章"), ("5件", "规章")]);
    assert_ofs("推行新制度,又有5万人落户", &[("5万人", "")]);
    assert_ofs("现有9个贫困县,3个已经摘帽", &[("9个", "贫困县"), ("3个", "贫困县")]);
    assert_ofs("合作社,据各县的统计,有70个", &[("70个", "合作社")]);
    assert_ofs("棉花:从5万担增加到7万担", &[("5万担", "棉花"), ("7万担", "棉花")]);
    assert_ofs("产值增长6%;明年计划增长7%", &[("6%", "产值"), ("7%", "产值")]);
}

#[test]
fn what_says_how_it_is_reckoned_is_passed() {
    assert_ofs("农民收入达到500元,扣除物价因素,增长4%", &[("500元", "农民收入"), ("4%", "农民收入")]);
    assert_ofs("粮食产量,在山区,达到3万吨", &[("3万吨", "粮食产量")]);
    assert_ofs("高速公路建成通车300公里", &[("300公里", "高速公路")]);
    assert_ofs("处2万元以上5万元以下罚款", &[("2万元以上5万元", "罚款")]);
    assert_ofs("完成裁减员额5万的任务", &[("5万", "员额")]);
    assert_ofs("守住耕地不少于18亿亩这条红线", &[("18亿亩", "耕地")]);
    assert_ofs("达到14个重点产业产值", &[("14个", "重点产业")]);
}

#[test]
fn a_list_meets_its_figures_one_by_one() {
    assert_ofs(
        "参保率、入学率、就业率分别达到95%、99%、88%",
        &[("95%", "参保率"), ("99%", "入学率"), ("88%", "就业率")],
    );
    assert_ofs(
        "接待游客900万人次、门票收入7亿元,分别增长3%、4%",
        &[("900万人次", "游客"), ("7亿元", "门票收入"), ("3%", "游客"), ("4%", "门票收入")],
    );
}

#[test]
fn figures_in_a_row_share_the_noun_at_their_end() {
    assert_ofs(
        "推进6个百亿元、40个10亿元以上项目",
        &[("6个", "项目"), ("百亿元", "项目"), ("40个", "项目"), ("10亿元", "项目")],
    );
}

#[test]
fn what_is_done_with_the_counted_is_no_part_of_it() {
    assert_ofs("推动90家工业企业技术改造和数字化转型", &[("90家", "工业企业")]);
    assert_ofs("60多家企业超低排放改造", &[("60多家", "企业")]);
    assert_ofs("解决30万农村人口饮水困难", &[("30万", "农村人口")]);
    assert_ofs("90万农业转移人口在城镇落户", &[("90万", "农业转移人口")]);
    assert_ofs("抓好7个领域碳达峰工作", &[("7个", "领域")]);
    assert_ofs("抓好800名乡村医生线下培训", &[("800名", "乡村医生")]);
    assert_ofs("40条客运班线公交化改造", &[("40条", "客运班线")]);
    // But a word that only describes is not counted, and a deed may name a thing.
    assert_ofs("建设5家企业技术中心", &[("5家", "企业技术中心")]);
    assert_ofs("实施6项市级疏堵工程", &[("6项", "市级疏堵工程")]);
    assert_ofs("7个城市更新片区", &[("7个", "城市更新片区")]);
    assert_ofs("两大核心", &[("两大", "核心")]);
    assert_ofs("这两个组织各有9名工人", &[("两个", "组织"), ("9名", "工人")]);
    assert_ofs("工业建设单位有9个", &[("9个", "工业建设单位")]);
    assert_ofs("盐度≥2‰", &[("2‰", "盐度")]);
    assert_ofs("开工9个防洪体系补短板工程", &[("9个", "防洪体系补短板工程")]);
    assert_ofs("完成900个行政村污水治理。", &[("900个", "行政村")]);
    assert_ofs("建设5个社区服务中心。", &[("5个", "社区服务中心")]);
    assert_ofs("形成9项首创性开放成果", &[("9项", "首创性开放成果")]);
    assert_ofs("新增9个自治区级产业学院", &[("9个", "自治区级产业学院")]);
    assert_ofs("打造3个国家优势产业集群", &[("3个", "国家优势产业集群")]);
    assert_ofs("在8个山区县建设蔬菜基地", &[("8个", "山区县")]);
    assert_ofs("建成90个乡村振兴示范村", &[("90个", "乡村振兴示范村")]);
    assert_ofs("9个大模型通过备案", &[("9个", "大模型")]);
    assert_ofs("总里程400公里并连通新区", &[("400公里", "总里程")]);
    assert_ofs("9个单元氨氮浓度下降", &[("9个", "单元")]);
    assert_ofs("5座博物馆晋级国家一级博物馆", &[("5座", "博物馆")]);
    assert_ofs("90家银行和保险机构", &[("90家", "银行和保险机构")]);
}

#[test]
fn a_noun_before_a_size_is_measured() {
    assert_ofs("年收入2亿元以上的牧场", &[("2亿元", "年收入")]);
    assert_ofs("面积3亩以上的鱼塘", &[("3亩", "面积")]);
    assert_ofs("造成损失5万元以上的火灾", &[("5万元", "损失")]);
    assert_ofs("2亿元以上的牧场", &[("2亿元", "牧场")]);
}

#[test]
fn persons_that_nothing_names_are_counted_by_no_noun() {
    assert_ofs("改造小区90个、惠及6万户", &[("90个", "小区"), ("6万户", "")]);
    assert_ofs("保障八亿人的粮食安全", &[("八亿人", "")]);
    assert_ofs("县里有八万人口,两万多户", &[("八万", "人口"), ("两万多户", "")]);
    assert_ofs("一支三万人的护林队伍", &[("三万人", "护林队伍")]);
    assert_ofs("学员人数达到9万人,比上年增加1万人", &[("9万人", "学员人数"), ("1万人", "学员人数")]);
}

#[test]
fn sorts_and_pieces_share_their_noun() {
    assert_ofs("办好6类30件实事", &[("6类", "实事"), ("30件", "实事")]);
    assert_ofs("6类企业30家", &[("6类", "企业"), ("30家", "企业")]);
}

#[test]
fn a_ratio_has_two_members() {
    assert_ofs("装配式建筑面积占新建建筑比重超70%", &[("70%", "装配式建筑面积占新建建筑比重")]);
    assert_ofs("单位产值二氧化碳排放下降3%", &[("3%", "单位产值二氧化碳排放")]);
    assert_ofs("(二)林业支出为2184元", &[("2184元", "林业支出")]);
    assert_ofs("居民消费价格上涨2%", &[("2%", "居民消费价格")]);
    assert_changes("居民消费价格上涨2%", &[Change::Up]);
}

#[test]
fn a_ratio_may_be_named_in_one_word() {
    assert_ofs("城乡收入比缩小至2.1:1", &[("2.1:1", "城乡收入比")]);
    assert_ofs("收入比上年增长3%", &[("3%", "收入")]);
    assert_ofs("湿地面积占我国国土面积的比例达到6%", &[("6%", "湿地面积占我国国土面积的比例")]);
    assert_ofs("接待游客、门票总收入分别增长3%、4%", &[("3%", "游客"), ("4%", "门票总收入")]);
    assert_ofs("交通、水利投资额分别增长3%、4%", &[("3%", "交通、水利投资额"), ("4%", "水利投资额")]);
    assert_ofs("90个专科与援助医院合作", &[("90个", "专科")]);
    assert_ofs("物价要降下来,经过各方面的努力,回落到3%", &[("3%", "物价")]);
    assert_ofs("打造9个行业高质量数据集。", &[("9个", "行业高质量数据集")]);
    assert_ofs("农场投资5亿元实施灌溉工程", &[("5亿元", "农场投资")]);
    assert_ofs("新增智能算力5万P", &[("5万P", "智能算力")]);
}

#[test]
fn a_verb_in_a_list_or_before_another_predicate_describes() {
    assert_ofs(
        "新建自动监测站400个、土壤辐射监测点60个",
        &[("400个", "自动监测站"), ("60个", "土壤辐射监测点")],
    );
    assert_ofs("物资储备部门达到6个", &[("6个", "物资储备部门")]);
    assert_ofs("安置房交付8万套", &[("8万套", "安置房")]);
    assert_ofs("八个选矿厂和烧结厂,六座高炉", &[("八个", "选矿厂和烧结厂"), ("六座", "高炉")]);
    assert_ofs("两次赴江北考察,", &[("两次", "赴江北考察")]);
}

#[test]
fn what_nothing_in_the_sentence_names_is_not_made_up() {
    assert_ofs("达到5万吨。", &[("5万吨", "")]);
    assert_ofs("增长5%。", &[("5%", "")]);
}

#[test]
fn endless_sentences_take_their_time_linearly() {
    for unit in ["1个", "5%、", "的", "“", "项目5个,", "分别", "和"] {
        let long = unit.repeat(3000);
        assert!(read(&long, None).len() <= 3000);
    }
}

#[test]
fn who_gives_or_gains_is_not_measured() {
    assert_ofs("省财政安排3亿元支持灌溉", &[("3亿元", "")]);
    assert_ofs("市政府拨付5亿元", &[("5亿元", "")]);
    assert_ofs("工人们为国家节约5万元", &[("5万元", "")]);
    assert_ofs("省财政安排救灾资金3亿元", &[("3亿元", "救灾资金")]);
    assert_ofs("救灾资金安排3亿元", &[("3亿元", "救灾资金")]);
    assert_ofs("为企业提供贷款3亿元", &[("3亿元", "贷款")]);
}

#[test]
fn a_stretch_of_time_is_no_quantity() {
    assert_ofs("农业比重,在调整初期由60%降低到50%", &[("60%", "农业比重"), ("50%", "农业比重")]);
    assert_ofs("县财政出现较大的赤字,达5亿元", &[("5亿元", "较大的赤字")]);
}

#[test]
fn a_length_is_of_what_is_long() {
    assert_ofs("建成90公里公路景观", &[("90公里", "公路")]);
    assert_ofs("建成90公里铁路专用线", &[("90公里", "铁路专用线")]);
    assert_ofs("建成9个国家卓越级示范车间", &[("9个", "国家卓越级示范车间")]);
}
