use super::*;

#[test]
fn days_are_told_as_days() {
    assert_eq!(day("45658", EPOCH).as_deref(), Some("2025-01-01"));
    assert_eq!(day("45716.5", EPOCH).as_deref(), Some("2025-02-28"));
    assert_eq!(day("44196", EPOCH + DAYS_TO_1904).as_deref(), Some("2025-01-01"));
    assert_eq!(day("12", EPOCH), None);
}

#[test]
fn shares_are_told_in_percent() {
    let styles = "<s><numFmts><numFmt numFmtId=\"176\" formatCode=\"0.0%\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"9\"/><xf numFmtId=\"176\"/></cellXfs></s>";
    let sheet = "<w><c r=\"A1\" s=\"0\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>0.755</v></c></w>";
    let cells = cells(sheet, &[], &styles_of(styles).unwrap(), EPOCH).unwrap();
    assert_eq!(cells.into_values().collect::<Vec<_>>(), ["100%", "75.5%"]);
}

#[test]
fn cells_are_told_by_their_places() {
    assert_eq!((place_of("A1"), place_of("AB12")), (Some((0, 0)), Some((11, 27))));
    assert_eq!((place_of("A0"), place_of("12"), place_of("ZZZZZ1")), (None, None, None));
}

#[test]
fn a_sheet_is_a_table_with_merged_cells_and_days() {
    let styles = "<s><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy-mm-dd\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></s>";
    let strings =
        "<sst><si><t>渔业局</t><rPh><t>ヨ</t></rPh></si><si><r><t>青岩</t></r><r><t>码头</t></r></si></sst>";
    let sheet = "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                 <row><c r=\"A2\"/><c r=\"B2\" s=\"1\"><v>45658</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>甲&amp;乙</t></is></c></row>\
                 </sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>";
    let cells = cells(sheet, &shared_strings(strings).unwrap(), &styles_of(styles).unwrap(), EPOCH).unwrap();
    let csv = String::from_utf8(written(&cells).unwrap()).unwrap();
    assert_eq!(csv, "渔业局,青岩码头,,\n〃,2025-01-01,,甲&乙\n");
}

#[test]
fn areas_of_one_row_or_none_say_nothing_of_rows() {
    let sheet = |areas: &str| {
        format!("<w><c r=\"A1\"><v>1</v></c><c r=\"B3\"><v>2</v></c><mergeCells>{areas}</mergeCells></w>")
    };
    for area in ["A1:C1", "A3:A1", "A1", "A1:", "1:2", "Z9:Z12"] {
        let cells = cells(&sheet(&format!("<mergeCell ref=\"{area}\"/>")), &[], &[], EPOCH).unwrap();
        assert_eq!(cells.len(), 2, "{area}");
    }
    let many = "<mergeCell ref=\"A1:A1048576\"/>".repeat(100_000);
    assert_eq!(cells(&sheet(&many), &[], &[], EPOCH).unwrap().len(), 3);
}

#[test]
fn broken_files_are_faults() {
    assert!(csv(b"PK\x03\x04".to_vec(), |_| Some(Holds::Texts)).is_err());
    let locked = csv(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), |_| Some(Holds::Texts));
    assert!(locked.unwrap_err().what.contains("password"));
    assert!(walk("<a><b></a>", |_| {}, |_, _| {}).is_err());
}
