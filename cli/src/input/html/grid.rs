//! Finds where the cells of a table stand when some span several rows or columns.

/// Most columns of a table that people read; a cell that spans more counts as one column.
const MAX_COLUMNS: usize = 256;

/// The columns of an open table.
#[derive(Default)]
pub(super) struct Grid {
    /// For each column, how many more rows its cell spans.
    going_on: Vec<usize>,
    /// The column of the next cell.
    column: usize,
    /// How many columns the open cell spans.
    columns_of_cell: usize,
}

impl Grid {
    pub(super) fn open_row(&mut self) {
        self.column = 0;
    }

    /// How many cells of the rows above continue here, side by side.
    pub(super) fn above(&mut self) -> usize {
        let first = self.column;
        while let Some(rows) = self.going_on.get_mut(self.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            self.column += 1;
        }
        self.column - first
    }

    pub(super) fn open_cell(&mut self, rows: usize, columns: usize) {
        // A span of 0 columns, or of too many, says nothing.
        let columns = if (1..=MAX_COLUMNS).contains(&columns) { columns } else { 1 };
        self.columns_of_cell = columns;
        let end = self.column + columns;
        if end <= MAX_COLUMNS {
            if self.going_on.len() < end {
                self.going_on.resize(end, 0);
            }
            // A cell that spans 0 rows reaches to the end of the table.
            let below = if rows == 0 { usize::MAX } else { rows - 1 };
            self.going_on[self.column..end].fill(below);
        }
        self.column = end;
    }

    pub(super) fn columns_of_cell(&self) -> usize {
        self.columns_of_cell.max(1)
    }
}
