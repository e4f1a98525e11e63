//! Which columns a table has, in which order, and what they are called (B10): tools that take tables in want names and
//! places of their own.

use crate::plan::Line;

/// What a column of a table says of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumn {
    /// For whom it is; only where the steps of people leave.
    Contact,
    /// The sequence.
    Sequence,
    /// Its number (B2).
    Step,
    /// What is done (B3).
    What,
    /// How long it waits, and from where (B4).
    When,
    /// Its day by the pattern alone (F4).
    Planned,
    /// The day it is due, or was done.
    Due,
    /// How it stands.
    State,
    /// What is to be known of its day.
    Remark,
    /// Who does it (B7).
    Who,
    /// With what (B8).
    With,
    /// The goal it serves (F1).
    Goal,
    /// By what action (F1).
    Action,
    /// The last day that will do (C2).
    Latest,
    /// The day it was done, or left out.
    DayDone,
    /// The message, with the name of the contact filled in (D2).
    Notes,
    /// Where the contact is written to; only where the steps of people leave.
    Mail,
    /// How the contact is rung; only where the steps of people leave.
    Phone,
}

impl TableColumn {
    /// All of them; those that are in a table unasked come first.
    pub const ALL: [Self; 18] = [
        Self::Contact,
        Self::Sequence,
        Self::Step,
        Self::What,
        Self::When,
        Self::Planned,
        Self::Due,
        Self::State,
        Self::Remark,
        Self::Who,
        Self::With,
        Self::Goal,
        Self::Action,
        Self::Latest,
        Self::DayDone,
        Self::Notes,
        Self::Mail,
        Self::Phone,
    ];

    /// How many of them are in a table unasked.
    const USUAL: usize = 13;

    /// What stands at its top.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Contact => "Contact",
            Self::Sequence => "Sequence",
            Self::Step => "Step",
            Self::What => "What",
            Self::When => "When",
            Self::Planned => "Planned",
            Self::Due => "Due",
            Self::State => "State",
            Self::Remark => "Remark",
            Self::Who => "Who",
            Self::With => "With",
            Self::Goal => "Goal",
            Self::Action => "Action",
            Self::Latest => "At the latest",
            Self::DayDone => "Day done",
            Self::Notes => "Notes",
            Self::Mail => "E-mail",
            Self::Phone => "Phone",
        }
    }

    /// Whether it says something of a contact, and is left out where there is none.
    pub const fn is_of_contact(self) -> bool {
        matches!(self, Self::Contact | Self::Mail | Self::Phone)
    }
}

/// A column as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenColumn {
    /// What it says.
    pub column: TableColumn,
    /// Whether it is in the table.
    pub is_in: bool,
    /// What it is called there; blank for its own title.
    pub name: Line,
}

impl ChosenColumn {
    /// What stands at its top.
    pub fn title(&self) -> &str {
        if self.name.is_blank() { self.column.title() } else { self.name.as_str().trim() }
    }
}

/// Why a choice of columns stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumnError {
    /// A table has one column at least that says something of every step.
    Last,
    /// This one is in the table, and is called so: a program that takes the table in could not tell them apart.
    CalledSo(TableColumn),
}

/// All columns in the order that is wanted.
///
/// **Invariant:** each of them is there once, and one at least that says something of every step is in the table. No choice
/// that is made gives two columns in the table one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumns(Vec<ChosenColumn>);

impl Default for TableColumns {
    /// Those that are in a table unasked.
    fn default() -> Self {
        let all = TableColumn::ALL.into_iter().enumerate();
        let chosen =
            |(at, column)| ChosenColumn { column, is_in: at < TableColumn::USUAL, name: Line::default() };
        Self(all.map(chosen).collect())
    }
}

impl TableColumns {
    /// All of them in their order, those that are not in the table among them.
    pub fn all(&self) -> &[ChosenColumn] {
        &self.0
    }

    /// Those that are in a table, of people or not.
    pub fn shown(&self, is_of_people: bool) -> impl Iterator<Item = &ChosenColumn> {
        self.0.iter().filter(move |it| it.is_in && (is_of_people || !it.column.is_of_contact()))
    }

    /// The place of a column, from 0.
    pub fn place(&self, column: TableColumn) -> usize {
        // Each of them is there.
        self.0.iter().position(|it| it.column == column).unwrap_or_default()
    }

    /// Puts a column elsewhere; the others make room.
    pub fn put(&mut self, column: TableColumn, to: usize) {
        let moved = self.0.remove(self.place(column));
        self.0.insert(to.min(self.0.len()), moved);
    }

    /// Takes a column into the table, or out of it.
    ///
    /// # Errors
    /// [`TableColumnError`]; the choice is as it was.
    pub fn take(&mut self, column: TableColumn, is_in: bool) -> Result<(), TableColumnError> {
        let at = self.place(column);
        if is_in && let Some(other) = self.called(column, self.0[at].title()) {
            return Err(TableColumnError::CalledSo(other));
        }
        let before = std::mem::replace(&mut self.0[at].is_in, is_in);
        if self.is_legal() {
            return Ok(());
        }
        self.0[at].is_in = before;
        Err(TableColumnError::Last)
    }

    /// Gives a column another name; a blank one for its own.
    ///
    /// # Errors
    /// [`TableColumnError`]; the choice is as it was.
    pub fn call(&mut self, column: TableColumn, name: Line) -> Result<(), TableColumnError> {
        let at = self.place(column);
        let is_own = name.is_blank() || name.as_str().trim() == column.title();
        let name = if is_own { Line::default() } else { name };
        let wanted = if is_own { column.title() } else { name.as_str().trim() };
        match self.called(column, wanted).filter(|_| self.0[at].is_in) {
            Some(other) => Err(TableColumnError::CalledSo(other)),
            None => {
                self.0[at].name = name;
                Ok(())
            }
        }
    }

    /// Another column in the table that is called so; programs look past capitals.
    fn called(&self, column: TableColumn, name: &str) -> Option<TableColumn> {
        let is_it = |it: &&ChosenColumn| {
            it.is_in && it.column != column && it.title().to_lowercase() == name.to_lowercase()
        };
        self.0.iter().find(is_it).map(|it| it.column)
    }

    fn is_legal(&self) -> bool {
        self.shown(false).next().is_some()
    }

    /// The choice as it travels and is kept: a line for each column; nothing where nothing was chosen.
    pub fn to_text(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let line = |it: &ChosenColumn| {
            let sign = if it.is_in { IN } else { OUT };
            format!("{sign}{}{NAMED}{}", it.column.title(), it.name)
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads such a text; `None` where it is none. Columns it does not know yet are not in the table.
    pub fn from_text(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::default());
        }
        let mut chosen: Vec<ChosenColumn> = Vec::new();
        for line in text.split('\n') {
            let (column, name) = line.split_once(NAMED)?;
            let (is_in, title) = match (column.strip_prefix(IN), column.strip_prefix(OUT)) {
                (Some(title), _) => (true, title),
                (_, Some(title)) => (false, title),
                _ => return None,
            };
            let column = TableColumn::ALL.into_iter().find(|column| column.title() == title)?;
            if chosen.iter().any(|it| it.column == column) {
                return None;
            }
            chosen.push(ChosenColumn { column, is_in, name: Line::parse(name).ok()? });
        }
        for column in TableColumn::ALL {
            if !chosen.iter().any(|it| it.column == column) {
                chosen.push(ChosenColumn { column, is_in: false, name: Line::default() });
            }
        }
        Some(Self(chosen)).filter(Self::is_legal)
    }
}

/// What a line begins with, and what stands before the name: no title and no line of text holds it.
const IN: char = '+';
const OUT: char = '-';
const NAMED: char = '\t';

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(columns: &TableColumns, is_of_people: bool) -> Vec<&str> {
        columns.shown(is_of_people).map(ChosenColumn::title).collect()
    }

    #[test]
    fn a_table_has_its_usual_columns_unasked() {
        let columns = TableColumns::default();
        assert_eq!(
            titles(&columns, false),
            [
                "Sequence", "Step", "What", "When", "Planned", "Due", "State", "Remark", "Who", "With",
                "Goal", "Action"
            ]
        );
        assert_eq!(titles(&columns, true)[..2], ["Contact", "Sequence"]);
        assert_eq!(columns.to_text(), "");
    }

    #[test]
    fn columns_are_taken_left_out_moved_and_named() {
        let mut columns = TableColumns::default();
        for column in TableColumn::ALL {
            let is_in = matches!(column, TableColumn::What | TableColumn::Due | TableColumn::Mail);
            columns.take(column, is_in).unwrap();
        }
        columns.put(TableColumn::Due, 0);
        columns.call(TableColumn::What, Line::parse("Task name").unwrap()).unwrap();
        assert_eq!(titles(&columns, false), ["Due", "Task name"]);
        assert_eq!(titles(&columns, true), ["Due", "Task name", "E-mail"]);
        columns.call(TableColumn::What, Line::parse("  ").unwrap()).unwrap();
        assert_eq!(titles(&columns, false), ["Due", "What"]);
    }

    #[test]
    fn the_last_column_stays() {
        let mut columns = TableColumns::default();
        for column in TableColumn::ALL {
            columns.take(column, column == TableColumn::What || column == TableColumn::Mail).unwrap();
        }
        assert_eq!(columns.take(TableColumn::What, false), Err(TableColumnError::Last));
        assert_eq!(titles(&columns, false), ["What"]);
    }

    #[test]
    fn no_two_columns_in_a_table_are_called_the_same() {
        let name = |text: &str| Line::parse(text).unwrap();
        let mut columns = TableColumns::default();
        let before = columns.clone();
        for taken in ["What", " what ", "WHAT"] {
            let refused = Err(TableColumnError::CalledSo(TableColumn::What));
            assert_eq!(columns.call(TableColumn::Remark, name(taken)), refused, "{taken}");
        }
        assert_eq!(columns, before);
        // One that is not in the table takes no name away, until it comes in.
        columns.take(TableColumn::What, false).unwrap();
        columns.call(TableColumn::Remark, name("What")).unwrap();
        let refused = Err(TableColumnError::CalledSo(TableColumn::Remark));
        assert_eq!(columns.take(TableColumn::What, true), refused);
        columns.call(TableColumn::What, name("Task")).unwrap();
        columns.take(TableColumn::What, true).unwrap();
        // Nor does one get its own name back that another has by now.
        assert_eq!(columns.call(TableColumn::What, name("")), refused);
        columns.call(TableColumn::Remark, name("")).unwrap();
        columns.call(TableColumn::What, name("")).unwrap();
        assert_eq!(columns, before);
    }

    #[test]
    fn a_choice_comes_back_from_its_text() {
        let mut columns = TableColumns::default();
        columns.put(TableColumn::Notes, 2);
        columns.take(TableColumn::Notes, true).unwrap();
        columns.take(TableColumn::Goal, false).unwrap();
        columns.call(TableColumn::Due, Line::parse("+-=Deadline, \"then\"").unwrap()).unwrap();
        assert_eq!(TableColumns::from_text(&columns.to_text()), Some(columns));
        assert_eq!(TableColumns::from_text(""), Some(TableColumns::default()));
    }

    #[test]
    fn a_text_that_is_no_choice_is_none_and_what_it_does_not_know_is_left_out() {
        for text in ["What", "+What", "*What\t", "+Other\t", "+What\t\n+What\t", "-What\t", "+Contact\t"] {
            assert_eq!(TableColumns::from_text(text), None, "{text:?}");
        }
        let columns = TableColumns::from_text("+What\tTask").unwrap();
        assert_eq!(columns.all().len(), TableColumn::ALL.len());
        assert_eq!(titles(&columns, true), ["Task"]);
    }
}
