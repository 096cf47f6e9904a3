//! The clause around a word, by the marks that part clauses.

use super::floor_boundary;

/// Most bytes of a clause that are read: without marks the whole text would be one clause.
const MAX_CLAUSE_BYTES: usize = 900;

/// The clause that ends where the text does: what stands after its last comma, semicolon or colon.
pub(crate) fn clause_before(text: &str) -> &str {
    let near = &text[floor_boundary(text, text.len().saturating_sub(MAX_CLAUSE_BYTES))..];
    near.rsplit([',', ';', ':']).next().unwrap_or_default()
}

/// The clause with which the text opens: what stands before its first comma, semicolon or stop.
pub(crate) fn clause_after(text: &str) -> &str {
    let near = &text[..floor_boundary(text, MAX_CLAUSE_BYTES)];
    near.split([',', ';', '。']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_marks_and_not_between_items() {
        assert_eq!(clause_before("今年,新建渔港、码头"), "新建渔港、码头");
        assert_eq!(clause_after("新建渔港、码头;改造航道。"), "新建渔港、码头");
        let endless = "渔港".repeat(1000);
        assert_eq!((clause_before(&endless).len(), clause_after(&endless).len()), (900, 900));
        assert_eq!((clause_before(""), clause_after("渔港")), ("", "渔港"));
    }
}
