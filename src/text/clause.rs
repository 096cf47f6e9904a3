//! The clause around a word, by the marks that part clauses.

/// The clause that ends where the text does: what stands after its last comma, semicolon or colon.
pub(crate) fn clause_before(text: &str) -> &str {
    text.rsplit([',', ';', ':']).next().unwrap_or_default()
}

/// The clause with which the text opens: what stands before its first comma, semicolon or stop.
pub(crate) fn clause_after(text: &str) -> &str {
    text.split([',', ';', '。']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_marks_and_not_between_items() {
        assert_eq!(clause_before("今年,新建渔港、码头"), "新建渔港、码头");
        assert_eq!(clause_after("新建渔港、码头;改造航道。"), "新建渔港、码头");
        assert_eq!((clause_before(""), clause_after("渔港")), ("", "渔港"));
    }
}
