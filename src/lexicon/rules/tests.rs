//! What rule files may say, and the messages for their mistakes.

use super::*;

fn read(text: &str) -> Result<UserRules, String> {
    let rule_text = RuleText { file: "my.toml".to_owned(), text: text.to_owned() };
    read_all(&[rule_text]).map_err(|error| error.to_string())
}

#[test]
fn words_carry_their_attributes() {
    let rules =
        read("[[add]]\nkind = 'bodies'\nwords = ['郑东新区管委会']\nattributes = { kind = 'government' }\n");
    let expected = WordAttributes::Body { kind: BodyKind::Government };
    assert_eq!(rules.unwrap().vocabulary.get("郑东新区管委会"), Some(&expected));
    let rules = read(
        "[[add]]\nkind = 'projects'\nwords = ['甲桥']\nattributes = { stage = 'building', aim = true }\n",
    );
    let expected = WordAttributes::Project { stage: Some(Stage::Building), aim: true };
    assert_eq!(rules.unwrap().vocabulary.get("甲桥"), Some(&expected));
}

#[test]
fn a_mistake_names_file_line_what_and_remedy() {
    let cases = [
        (
            "[[add]]\nkind = 'body'\nwords = ['甲']\n",
            "my.toml:2: \"body\" is not known here; write one of people,",
        ),
        ("[[add]]\nkind = 'bodies'\nwords = ['甲', '']\n", "my.toml:3: an empty word;"),
        (
            "[[add]]\nkind = 'bodies'\nwords = ['甲']\nattributes = { colour = 'red' }\n",
            "my.toml:4: bodies have no attribute \"colour\"; write one of kind",
        ),
        (
            "[[add]]\nkind = 'projects'\nwords = ['甲']\n[add.attributes]\nstage = 'done'\n",
            "my.toml:5: \"done\" is not known here; write one of planned,",
        ),
        (
            "[[add]]\nkind = 'projects'\nwords = ['甲']\n[add.attributes]\naim = 'true'\n",
            "my.toml:5: \"true\" is of the wrong type; write true or false, without quotes",
        ),
        (
            "[[add]]\nkind = 'places'\nwords = ['甲']\nattributes = { code = 410103 }\n",
            "my.toml:4: 410103 is of the wrong type; write it in quotes",
        ),
        (
            "[[add]]\nkind = 'places'\nwords = ['甲']\nattributes = { code = '41010' }\n",
            "my.toml:4: \"41010\" is no code; write the six or nine digits",
        ),
        (
            "[[add]]\nkind = 'times'\nwords = ['甲']\nattributes = { iso = 'nonsense' }\n",
            "my.toml:4: \"nonsense\" is no iso; write 2022,",
        ),
        ("[[add]]\nkind = 'terms'\nwords = []\n", "my.toml:2: no word; write at least one"),
        ("[[remove]]\nkind = 'terms'\nwords = []\n", "my.toml:2: no word; write at least one"),
        ("[[indicator]]\nname = '甲'\nwords = []\naspects = ['rate']\n", "my.toml:2: no word;"),
        ("[[indicator]]\nname = '甲'\nwords = ['甲']\naspects = []\n", "my.toml:2: no aspect;"),
        (
            "[[add]]\nkind = 'terms'\nwords = ['甲']\nattributes = { kind = 'title' }\n",
            "my.toml:4: terms have no attribute \"kind\"; drop it",
        ),
        ("[[add]]\nkind = 'matches'\nwords = ['甲']\n", "my.toml:2: words cannot be added to matches;"),
        ("[[pattern]]\nname = 'p'\nregex = '(a'\n", "my.toml:3: unclosed group;"),
        ("[[pattern]]\nname = 'p'\nregex = 'a*'\n", "my.toml:3: the pattern \"p\" matches empty text;"),
        ("[[pattern]]\nname = 'p q'\nregex = 'a'\n", "my.toml:2: \"p q\" is no name for a pattern;"),
        ("[[pattern]]\nname = 'p'\nregex = 'a{1000}{1000}{1000}'\n", "my.toml:3: "),
        (
            "[[pattern]]\nname = 'p'\nregex = 'a'\n[[pattern]]\nname = 'p'\nregex = 'b'\n",
            "my.toml:5: the pattern name \"p\" is taken;",
        ),
        ("add = 1\n", "my.toml:1: "),
        ("[[ad]]\n", "my.toml:1: unknown field `ad`"),
        ("\n\n[[add\n", "my.toml:3: "),
    ];
    for (text, expected) in cases {
        let error = read(text).unwrap_err();
        assert!(error.starts_with(expected), "{text:?} gave {error:?}");
    }
}

#[test]
fn of_a_word_added_twice_the_first_counts() {
    let rules = read(
        "[[add]]\nkind = 'figures'\nwords = ['标箱']\nattributes = { kind = 'volume' }\n\
         [[add]]\nkind = 'figures'\nwords = ['标箱']\nattributes = { kind = 'mass' }\n\
         [[add]]\nkind = 'bodies'\nwords = ['渔社']\nattributes = { kind = 'government' }\n\
         [[add]]\nkind = 'bodies'\nwords = ['渔社']\nattributes = { kind = 'party' }\n",
    );
    let rules = rules.unwrap();
    assert_eq!(rules.units.get("标箱"), Some(&FigureKind::Volume));
    let government = WordAttributes::Body { kind: BodyKind::Government };
    assert_eq!(rules.vocabulary.get("渔社"), Some(&government));
}

#[test]
fn words_are_folded_as_texts_are() {
    let rules =
        read("[[add]]\nkind = 'figures'\nwords = ['ｋＷ']\nattributes = { kind = 'power' }\n").unwrap();
    assert_eq!(rules.units.get("kW"), Some(&FigureKind::Power));
}
