use zhengce::Date;

use super::*;

fn read(table: &str) -> Vec<Result<Input, String>> {
    let rows = Rows::new("a.csv".to_owned(), table.as_bytes(), b',', FieldNames::default());
    rows.map(|input| input.map_err(|fault| fault.to_string())).collect()
}

#[test]
fn rows_may_hold_quotes_and_line_breaks_and_blank_ids() {
    let read = read("id,text,date\r\n甲,\"一,\n\"\"二\"\"\",2022/1/8\r\n,三,\r\n");
    let first = read[0].as_ref().unwrap();
    assert_eq!(
        (&*first.source, &*first.text, first.date.as_ref().map(Date::as_str)),
        ("甲", "一,\n\"二\"", Some("2022-01-08"))
    );
    let second = read[1].as_ref().unwrap();
    assert_eq!((&*second.source, second.date.as_ref().map(Date::as_str)), ("a.csv:3", None));
    assert_eq!(read.len(), 2);
}

#[test]
fn two_columns_of_one_name_are_no_field() {
    for header in ["text,text", "id,text,id"] {
        let read = read(&format!("{header}\n1,2,3\n"));
        assert!(read[0].as_ref().unwrap_err().contains("two columns"), "{header}: {read:?}");
    }
    assert!(read("备注,text,备注\n1,2,3\n")[0].is_ok());
}

#[test]
fn a_first_line_without_a_comma_shows_what_separates() {
    for (table, expected) in [
        ("文本;日期\n", b';'),
        ("文本\t日期;年", b'\t'),
        ("文本,日期;年\n", b','),
        ("文本\n;", b','),
        ("", b','),
    ] {
        // Readers may give a byte at a time.
        let bytes = table.bytes().map(|byte| [byte]);
        let pieces: Box<dyn Read> = bytes
            .fold(Box::new(io::empty()), |read: Box<dyn Read>, byte| Box::new(read.chain(Cursor::new(byte))));
        let (separator, mut from) = separator(pieces).unwrap();
        let mut read = String::new();
        from.read_to_string(&mut read).unwrap();
        assert_eq!((separator, read.as_str()), (expected, table));
    }
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_told() {
    let warned = |table: &str| read(table).into_iter().map(|row| row.unwrap().warnings.len()).sum::<usize>();
    assert_eq!(warned("id,text\n1,\"甲\n2,乙\n3,丙\n"), 1);
    assert_eq!(warned("id,text\n1,\"甲\n乙\"\n2,丙\n"), 0);
    assert_eq!(warned("id,text\n1,甲5\"\n2,乙\n"), 0);
}

#[test]
fn a_table_that_zhengce_wrote_is_no_source() {
    for header in [
        "figure_id,document_id,speech_id,source,text,value,span_start,span_end",
        "序号,类别,事项,责任人或单位,完成时限,提及次数",
    ] {
        let read = read(&format!("{header}\n1,1,1,a,b,c,d,e\n"));
        assert!(read[0].as_ref().unwrap_err().contains("what zhengce wrote"), "{read:?}");
    }
    assert!(read("document_id,source,text\n1,a,甲\n")[0].is_ok());
}

#[test]
fn faults_name_the_row_and_the_rest_is_read() {
    let rows = read("id,text,date\na,甲,昨天\nb\nc,丙,\n");
    assert!(
        rows[0].as_ref().unwrap_err().starts_with("a.csv:2: in the field \"date\": \"昨天\" is not a date")
    );
    assert!(rows[1].as_ref().unwrap_err().starts_with("a.csv:3: only 1 columns"));
    assert_eq!(rows[2].as_ref().unwrap().source, "c");
    assert_eq!(
        read("url,body\n1,甲\n"),
        [Err("a.csv: no column \"text\"; name one of these with --text-field: url, body".to_owned())]
    );
    assert!(read("")[0].is_err());
}

#[test]
fn a_table_of_tasks_is_one_text() {
    let read = read("清溪县任务表,,\n序号,项目名称,完成时限\n1,\"青岩\n码头\",年底\n2,云柳大桥\n");
    let texts: Vec<_> = read.iter().map(|input| input.as_ref().map(|input| &*input.text)).collect();
    assert_eq!(texts, [Ok("清溪县任务表\n序号\t项目名称\t完成时限\n1\t青岩 码头\t年底\n2\t云柳大桥\n")]);
}

#[test]
fn a_table_of_tasks_takes_its_date_and_what_is_kept() {
    let fields = FieldNames {
        id: Some("序号".to_owned()),
        date: Some("更新".to_owned()),
        keep: vec!["备注".to_owned()],
        ..FieldNames::default()
    };
    let read = |table: &str, fields: &FieldNames| {
        let mut rows = Rows::new("a.csv".to_owned(), table.as_bytes(), b',', fields.clone());
        rows.next().unwrap().map_err(|fault| fault.to_string())
    };
    let table =
        "序号,任务,责任单位,更新,备注\n1,新建码头,渔业局,2025/3/1,省级\n2,改造旧居,住建局,2025/9/1,\n";
    let input = read(table, &fields).unwrap();
    assert_eq!(
        (input.date.as_ref().map(Date::as_str), &input.kept[..]),
        (Some("2025-09-01"), &[Some("省级".to_owned())][..])
    );
    assert!(
        read("序号,任务,责任单位\n", &fields)
            .unwrap_err()
            .contains("no column \"更新\"; name one of these with --date-field: 序号")
    );
}

#[test]
fn a_quote_that_never_closes_does_not_fill_the_memory() {
    let endless = (&b"id,text\n1,\""[..]).chain(io::repeat(b'x').take(3 * MAX_LINE));
    let rows = Rows::new("a.csv".to_owned(), endless, b',', FieldNames::default());
    let rows: Vec<_> = rows.collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].as_ref().unwrap_err().to_string().contains("a row longer than 16 MiB"));
}
