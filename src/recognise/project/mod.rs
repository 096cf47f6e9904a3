//! Named undertakings: what is built, invested in or engineered.
//!
//! A sentence is cut into [`piece`]s: names and the marks between them. Names that 、 and 和 tie
//! together are a [`list`]; what stands before and after the list says its [`stage`]; whether a name is
//! a project is decided by its form ([`item`], [`traits`]), by its list ([`beside`]) and by that stage ([`rule`]).

mod beside;
mod item;
pub(crate) mod list;
mod motto;
pub(crate) mod piece;
mod propose;
mod rule;
pub(crate) mod stage;
mod traits;
mod trim;

use self::piece::Piece;
use super::{Candidate, Detail, Evidence, Project, Scene};
use crate::lexicon::{Mark, PlaceClass, Trigger};
use crate::text::is_chinese_digit;

/// The rule that finds the undertakings of the dictionary.
pub(crate) const KNOWN: &str = "project.known";

/// Undertakings known by name, and names whose form and surroundings speak for a project.
pub(crate) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (mut range, ()) in scene.find(&scene.lexicon.projects.standing) {
        range.end += phase(&scene.text[range.end..]);
        range.start = river_before(scene, range.start);
        let detail = Detail::Project(Project::default());
        candidates.push(Candidate::new(range, KNOWN, Evidence::Certain, detail));
    }
    if !something_happens(scene) {
        return;
    }
    let pieces = piece::pieces(scene);
    if !may_hold_projects(scene, &pieces) {
        return;
    }
    for list in list::lists(scene, &pieces) {
        list.propose(scene, &pieces, candidates);
    }
}

/// Where the name of a scheme starts with the river right before it: 黄河|小浪底水利枢纽.
fn river_before(scene: &Scene, start: usize) -> usize {
    let is_river = scene.text[..start].ends_with(['江', '河']);
    let spot = || scene.spots().binary_search_by_key(&start, |spot| spot.range.end).ok();
    let river = if is_river { spot().map(|index| &scene.spots()[index]) } else { None };
    river.filter(|spot| spot.sure && spot.class == PlaceClass::Nature).map_or(start, |spot| spot.range.start)
}

/// Length of what may follow the name of a scheme and be part of it: 三峡水利枢纽|二期|工程.
fn phase(rest: &str) -> usize {
    let numbered = rest.chars().next().filter(|c| is_chinese_digit(*c)).map_or(0, char::len_utf8);
    let phase =
        if numbered > 0 && rest[numbered..].starts_with('期') { numbered + '期'.len_utf8() } else { 0 };
    phase + if rest[phase..].starts_with("工程") { "工程".len() } else { 0 }
}

/// Whether something happens in the sentence, or an undertaking is named: no rule finds a project else.
fn may_hold_projects(scene: &Scene, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.mark.is_some_and(|mark| happens(&mark))) || names_undertaking(scene)
}

/// The same before the sentence is cut into pieces: fewer words are marks then.
fn something_happens(scene: &Scene) -> bool {
    scene.any(&scene.lexicon.stages.marks, happens) || names_undertaking(scene)
}

fn happens(mark: &Mark) -> bool {
    mark.stage.is_some() || mark.is_push
}

fn names_undertaking(scene: &Scene) -> bool {
    let is = |word: &str| scene.text.contains(word);
    scene.wakes(Trigger::Undertaking) && (is("项目") || is("工程"))
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::{proposed, with_scene};

    fn found(text: &str) -> Vec<String> {
        proposed(super::recognise, text)
    }

    #[test]
    fn what_is_measured_of_a_project_may_part_it_from_its_stage() {
        assert_eq!(found("龙泉水库总投资12亿元,去年10月开工"), ["龙泉水库"]);
        assert_eq!(found("云河至青川高速公路全长86公里,已建成通车"), ["云河至青川高速公路"]);
        assert_eq!(found("龙泉水库总投资12亿元,渔业增长5%"), Vec::<String>::new());
        assert_eq!(found("全县总投资12亿元,增长5%"), Vec::<String>::new());
    }

    #[test]
    fn works_with_a_proper_part_to_which_something_happens_are_projects() {
        for (text, names) in [
            ("青川铁路建成通车", vec!["青川铁路"]),
            ("开工建设云河水库和大别山大型灌区", vec!["云河水库", "大别山大型灌区"]),
            ("西宁污水处理厂三期工程竣工", vec!["西宁污水处理厂三期工程"]),
            ("市青少年活动中心建成投用", vec!["市青少年活动中心"]),
            ("云溯山矿区生态修复项目入选优秀案例", vec!["云溯山矿区生态修复项目"]),
            ("“云上数谷”等4个项目入选案例", vec!["云上数谷"]),
            ("南京强流重离子加速器建成运行", vec!["南京强流重离子加速器"]),
            ("南京数据要素运营中心启动运行", vec!["南京数据要素运营中心"]),
            ("南京国家版本馆、南京考古博物馆等投入使用", vec!["南京国家版本馆", "南京考古博物馆"]),
            ("谋划建设武汉量子计算研发大厦项目", vec!["武汉量子计算研发大厦"]),
            ("加快远景2.5亿元智能化生产线及研发中心建设", vec!["远景2.5亿元智能化生产线及研发中心"]),
            ("南水北调工程进展顺利", vec!["南水北调工程"]),
            ("推进金沙江白鹤滩水电站", vec!["金沙江白鹤滩水电站", "金沙江白鹤滩水电站"]),
            ("新建徐州经南京至苏州、镇江至常州等铁路干线", vec!["徐州经南京至苏州", "镇江至常州"]),
            ("推进云河灌区续建配套与现代化改造等工程", vec!["云河灌区续建配套与现代化改造"]),
            ("三峡水利枢纽三期工程完工", vec!["三峡水利枢纽三期工程", "三峡水利枢纽三期工程"]),
            ("全线开通的国家重点工程包银高铁", vec!["包银高铁"]),
            ("“口”字形环城高速竣工", vec!["“口”字形环城高速"]),
            ("市博物馆开馆", vec!["市博物馆"]),
            ("推动省陶瓷博物馆建设", vec!["省陶瓷博物馆"]),
            ("纵贯南北的大通道京九铁路投入运行", vec!["京九铁路", "京九铁路"]),
            ("二是国家重点工程青川高铁开通", vec!["青川高铁"]),
            ("省内首个一体化工程——洛阳到商丘直流工程投运", vec!["洛阳到商丘直流工程"]),
            ("大江集团参加南京长江隧道建设", vec!["南京长江隧道"]),
            ("建成南溪山医院和云屏山医院", vec!["南溪山医院", "云屏山医院"]),
            ("开工建设石桥运河与柳林河连通工程", vec!["石桥运河与柳林河连通工程"]),
            ("5号线二期南段2026年底通车", vec!["5号线二期南段"]),
            ("云河药业产业园在6月底前完成供地", vec!["云河药业产业园"]),
            ("加快建设大运河国家文化公园(云河段)", vec!["大运河国家文化公园(云河段)"]),
            ("建成南京(云)高铁鹤洲至徐州段", vec!["南京(云)高铁鹤洲至徐州段"]),
            ("最长公路隧道——青川胜利隧道贯通", vec!["青川胜利隧道"]),
            ("世界最大的750千伏环网——环云河电网工程投运", vec!["环云河电网工程"]),
            ("开工建设国家重大工程技术创新中心南京基地", vec!["国家重大工程技术创新中心南京基地"]),
            ("力争内蒙古云河基地送电江西工程开工", vec!["内蒙古云河基地送电江西工程"]),
            ("南京北河治理工程和徐州南河治理工程竣工", vec!["南京北河治理工程", "徐州南河治理工程"]),
            ("新建扩建南京柳林水库", vec!["南京柳林水库"]),
            ("“西电东送”第五通道投运", vec!["“西电东送”第五通道", "西电东送"]),
            ("南水北调东、西线工程通水", vec!["南水北调", "南水北调东、西线工程"]),
            ("推动“青电入云”特高压输电通道开工建设", vec!["“青电入云”特高压输电通道", "青电入云"]),
            ("“青电入云”工程投运", vec!["“青电入云”工程", "青电入云"]),
            ("“青江1号”智算中心建成运营", vec!["“青江1号”智算中心"]),
            ("南京奥体中心开工建设", vec!["南京奥体中心"]),
            ("启动南京大学国际区域创新中心建设", vec!["南京大学国际区域创新中心"]),
            ("加快国家农业、教育领域无人机应用中试基地建设", vec!["国家农业、教育领域无人机应用中试基地"]),
            ("推动云民考古遗址公园建设", vec!["云民考古遗址公园"]),
            ("共建云南花卉交易中心", vec!["云南花卉交易中心"]),
            ("建设南京数据标注基地", vec!["南京数据标注基地"]),
            ("启动石溪至云南地区特高压输电线路论证", vec!["石溪至云南地区特高压输电线路"]),
            ("完成云集铁路动车改造工程", vec!["云集铁路动车改造工程"]),
            ("青口港东作业区开港运营", vec!["青口港东作业区"]),
            ("推动云溪国家实验室江苏基地尽早落地", vec!["云溪国家实验室江苏基地"]),
            ("推进闽江国家文化公园建设", vec!["闽江国家文化公园"]),
            ("加快建设长江国家文化公园(江苏段)", vec!["长江国家文化公园(江苏段)"]),
            ("建好高原花卉种业中试基地", vec!["高原花卉种业中试基地"]),
            ("打造面向全国的普洱茶叶交易中心", vec!["普洱茶叶交易中心"]),
            ("完成黄河堤防加固工程", vec!["黄河堤防加固工程"]),
            ("实施贵阳青岩古城保护工程", vec!["贵阳青岩古城保护工程"]),
            ("推进南京算力枢纽建设工程", vec!["南京算力枢纽建设工程"]),
            ("推进青电入湘", vec!["青电入湘"]),
            ("徐州站开通运营", vec!["徐州站"]),
            ("环泽生态廊道36公里贯通", vec!["环泽生态廊道"]),
            ("“五星”高速公路网全面形成", vec!["“五星”高速公路网"]),
            ("引汉工程东干线贯通", vec!["引汉工程东干线"]),
            (
                "青岛至徐州铁路及胶云铁路扩能改造、南京核电一期等项目开工",
                vec!["青岛至徐州铁路", "胶云铁路扩能改造", "南京核电一期"],
            ),
            ("“明月照松间”森林保护工程如期完工", vec!["“明月照松间”森林保护工程"]),
            ("渔船气象预警服务平台建成运行", vec!["渔船气象预警服务平台"]),
            ("建成国家林草种苗检测中心", vec!["国家林草种苗检测中心"]),
            ("徐州实验室加快建设", vec!["徐州实验室"]),
            ("创建南京国家植物园", vec!["南京国家植物园"]),
            ("改扩建青沪高速徐州至南京段,建成通道4座", vec!["青沪高速徐州至南京段"]),
            ("徐州柳林二线泵站扩建,航运条件加快改善", vec!["徐州柳林二线泵站扩建"]),
            ("建成国家检测中心(渔具类)", vec!["国家检测中心(渔具类)"]),
            ("苏川直流输电工程有序推进", vec!["苏川直流输电工程"]),
            ("开工S207观景道路拓宽项目", vec!["S207观景道路拓宽项目"]),
            ("泰山步道照明提升工程开工", vec!["泰山步道照明提升工程"]),
            ("抓好南京水厂迁建和徐州港二期扩建进度", vec!["南京水厂迁建", "徐州港二期扩建"]),
            ("推动苏州远景8万吨陶土等项目释放产能", vec!["苏州远景8万吨陶土"]),
            ("三大运营商南京国际通信出入口局加快建设", vec!["南京国际通信出入口局"]),
            ("首条石溪海缆建成投用", vec!["首条石溪海缆"]),
            ("全国首个高原航天发射场建成", vec!["全国首个高原航天发射场"]),
            ("云下水电工程开工建设", vec!["云下水电工程"]),
            ("闽江大桥的建成便利交通", vec!["闽江大桥"]),
            ("加快建设南京文化科技大学", vec!["南京文化科技大学"]),
            ("加快建设国家质检中心(渔具类)", vec!["国家质检中心(渔具类)"]),
            ("青云铁路开行旅客列车", vec!["青云铁路"]),
            ("建成南京智能农业研究院", vec!["南京智能农业研究院"]),
            ("柳江核电四期八号机组并网送电", vec!["柳江核电四期八号机组"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn items_of_a_list_take_their_head_from_its_end() {
        for (text, names) in [
            ("力争临泰、曲兖、章莱等3条铁路早日开工", vec!["临泰", "曲兖", "章莱"]),
            ("开工南宁至贵港、梧州至贺州等铁路", vec!["南宁至贵港", "梧州至贺州"]),
            ("签约无锡电缆、扬州轴承等20个工业项目", vec!["无锡电缆", "扬州轴承"]),
            ("青石、柳溪两座水电站投产发电", vec!["青石", "柳溪"]),
            ("云溯高性能碳纤维等项目投产", vec!["云溯高性能碳纤维"]),
            ("加快机场三期、京滨高铁等工程建设", vec!["机场三期", "京滨高铁"]),
            (
                "推进国能云河煤基新材料、石溪乳业“黑灯工厂”等先进制造项目",
                vec!["国能云河煤基新材料", "石溪乳业“黑灯工厂”"],
            ),
            (
                "国家800万千瓦光伏大基地、云溯特种石墨等产业项目投产",
                vec!["国家800万千瓦光伏大基地", "云溯特种石墨"],
            ),
            ("华电青浦、远景榆林等一批“绿氢”示范性项目投产", vec!["华电青浦", "远景榆林"]),
            (
                "60万吨级CCUS封存利用、200兆瓦级液态空气储能等减排项目开工",
                vec!["60万吨级CCUS封存利用", "200兆瓦级液态空气储能"],
            ),
            ("推进远景乘用车技改、云溯动力电池及储能等项目", vec!["远景乘用车技改", "云溯动力电池及储能"]),
            ("南京、徐州等6个抽水蓄能项目纳入规划", vec!["南京", "徐州"]),
            ("推进青电入湘、湘粤和湘鄂背靠背联网工程", vec!["青电入湘", "湘粤", "湘鄂背靠背联网工程"]),
            ("云东直流、云滨铁路石溪段改造工程开工建设", vec!["云东直流", "云滨铁路石溪段改造工程"]),
            ("云河二线、远景宇航电源、云溯芯动力等投产", vec!["云河二线", "远景宇航电源", "云溯芯动力"]),
            (
                "加快南京云溪基地、国家林草种苗检测中心、农产品冷链集散中心等项目建设",
                vec!["南京云溪基地", "国家林草种苗检测中心", "农产品冷链集散中心"],
            ),
            ("推动光明精密轴承、云溯智慧产业园等投产", vec!["光明精密轴承", "云溯智慧产业园"]),
            (
                "加快云河水利枢纽工程、“三横”码头联动工程、柳河泵站工程建设",
                vec!["云河水利枢纽工程", "“三横”码头联动工程", "柳河泵站工程"],
            ),
            ("建好长城、长江国家文化公园", vec!["长江国家文化公园"]),
            ("沿海228国道和青川高速全线贯通", vec!["沿海228国道", "青川高速"]),
            ("加快华为、远景电梯配件等项目建设", vec!["华为", "远景电梯配件"]),
            (
                "重大项目增多,比亚迪智慧工厂、徐州柳林数据工厂、南京云溯新材料等深化布局",
                vec!["比亚迪智慧工厂", "徐州柳林数据工厂", "南京云溯新材料"],
            ),
            ("青川机场、和青铁路、和若铁路等工程投运", vec!["青川机场", "和青铁路", "和若铁路"]),
            ("加快云河会展城、雁溪湖商务会都等骨干项目建设", vec!["云河会展城", "雁溪湖商务会都"]),
            ("提速建设柳林水库、南京站、青川高速", vec!["柳林水库", "南京站", "青川高速"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn classes_programmes_roles_and_places_are_no_projects() {
        for text in [
            "推进一批重大项目建设,加快8个在建地块项目施工",
            "新增高速公路320公里,建成万吨级以上泊位5个",
            "高速公路通车里程突破5000公里",
            "实施医疗卫生强基工程,深化安居工程",
            "推进农村公路、水利设施等重点项目建设",
            "全力支持香港发展,这是关键阶段",
            "建设海南自由贸易港",
            "开展乡村振兴百日攻坚",
            "筹建一批山区电站",
            "抓好乡办煤矿的整顿",
            "推进检测平台、验证平台建设",
            "加快农村饮水安全工程、危房改造等工程建设",
            "完善冷链配送设施,推进充电设施建设",
            "稳步推进第二阶段建设",
            "推动白云机场和首都机场联动发展",
            "推动城市管理手段、管理模式创新",
            "支持洛阳、徐州等4个国家物流枢纽建设",
            "洛阳、徐州等3个城市项目开工",
            "市重大项目开工",
            "省文化技术研究院共建创新中心",
            "省级人才工程入选名单",
            "加强学前教育和特殊教育学校建设",
            "实施湿地恢复、水土保持等重大生态工程",
            "推进许港、郑焦等产业带建设",
            "1950年到1997年全国公路建设",
            "推进垃圾焚烧残渣处置工程建设",
            "实施钢铁企业深度治理工程",
            "加强技贸创新基地和服务外包基地建设",
            "招引更多跨国公司总部",
            "推动更多企业增资项目、机构募投项目落地建设",
            "一批跨海大桥、连屿工程相继建成",
            "加快推进上跨(下穿)铁路建设",
            "一批跨海大桥、连岛工程相继建成",
            "打造南亚黄金通道",
            "建成101所红杉学校",
            "推进南京、徐州2个城市医院建设",
            "贯通小学各学段",
            "西湖工厂获评国家首批卓越工厂",
            "招引链主型、基地型项目",
            "加快推进国家级质检中心建设",
            "推动天河机场和花都机场联动发展",
            "支持南京科技园等合作园区发展",
            "千万吨级炼化、百万吨级芳烃等一批重大项目开工",
            "支持南京机场、徐州机场提升运力",
            "加快推进工业园区老化管道改造等项目",
            "推动集成电路、新材料等重大项目建设",
            "建设长江航道",
            "推进武夷山国家公园(江西片区)建设",
            "实施“放心菜”工程",
            "实施“引客入城”工程",
            "扩大国家医学中心和区域医疗中心建设试点",
            "支持南京大学整体建设高水平高校",
            "推进“放管服”、“一网通办”等项目",
            "支持企业实行工程总承包",
            "建设一批高水平的科学中心和技术创新中心",
            "建设技术创新中心",
            "建设洁净煤配送中心",
            "实施海洋生态修复工程",
            "实施农村自然保护区建设工程",
            "实施河南文旅提升工程",
            "建设渔船气象预警服务平台",
            "支持南京科学城创建创新高地",
            "企业落地南京科学城",
            "待这几条公路干线建设完成",
            "建成田间防风工程30公里",
            "委托公司代管全省支线机场",
            "新建3个220千伏和110千伏电网工程",
            "实施“明月照松间”森林保护工程",
            "推动项目储备库建设",
            "建设跨境农产品集散中心",
            "支持南京、徐州试点城市建设",
            "开通首条直通南洋的国际航线",
            "全国首个数字贸易试点运行",
            "全国首个柳林渔船管理局建成运行",
            "华为、小米等搬迁项目迁驻运营",
            "加快建设南京海洋试验场“一场多用”业务体系",
            "云河治理?水灌区开工建设",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_verb_inside_a_name_is_no_mark() {
        let marks = |text: &str| {
            with_scene(text, |scene| {
                super::piece::pieces(scene).iter().filter(|piece| !piece.is_text()).count()
            })
        };
        assert_eq!(marks("甲乙运营中心"), 0);
        assert!(found("统筹建设国家物流枢纽").is_empty());
        assert_eq!(marks("甲乙工程开工建设"), 1);
        assert_eq!(marks("甲乙联动工程"), 0);
    }

    #[test]
    fn endless_lists_are_read_in_linear_time() {
        found(&"青川铁路、".repeat(5_000));
        found(&"中心和".repeat(5_000));
        found(&"等".repeat(20_000));
        found(&"开工".repeat(10_000));
    }
}
