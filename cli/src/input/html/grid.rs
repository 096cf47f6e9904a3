//! Where the cells of a table stand that go over several rows or columns.

/// More columns than any table has that people read; what goes over more is one cell.
const MAX_COLUMNS: usize = 256;

/// The columns of an open table.
#[derive(Default)]
pub(super) struct Grid {
    /// For each column, over how many rows more its cell goes.
    going_on: Vec<usize>,
    /// Where the next cell stands.
    column: usize,
    /// Over how many columns the open cell goes.
    columns_of_cell: usize,
}

impl Grid {
    pub(super) fn open_row(&mut self) {
        self.column = 0;
    }

    /// How many cells go on here from the rows above, one beside the other.
    pub(super) fn above(&mut self) -> usize {
        let first = self.column;
        while let Some(rows) = self.going_on.get_mut(self.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            self.column += 1;
        }
        self.column - first
    }

    pub(super) fn open_cell(&mut self, rows: usize, columns: usize) {
        // 0 columns, or too many, say nothing.
        let columns = if (1..=MAX_COLUMNS).contains(&columns) { columns } else { 1 };
        self.columns_of_cell = columns;
        let end = self.column + columns;
        if end <= MAX_COLUMNS {
            if self.going_on.len() < end {
                self.going_on.resize(end, 0);
            }
            // A cell over 0 rows goes to the table's end.
            let below = if rows == 0 { usize::MAX } else { rows - 1 };
            self.going_on[self.column..end].fill(below);
        }
        self.column = end;
    }

    pub(super) fn columns_of_cell(&self) -> usize {
        self.columns_of_cell.max(1)
    }
}
