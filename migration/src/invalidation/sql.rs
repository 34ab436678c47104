//! The SQL of a tracked table's function and triggers. It is static: a function that built its
//! statements from the catalog would halve the rate of single-row inserts.

use super::{EVERYTHING, Ignored, MOST_VALUES, Tracked};

impl Tracked {
    /// Replaces the function and the triggers of this table.
    pub fn sql(&self) -> String {
        let table = self.table;
        let insert = self.leave_tags(&format!("touched AS ({})", self.values("added")));
        let update = self.leave_tags(&self.updated());
        let delete = self.leave_tags(&format!("touched AS ({})", self.values("removed")));
        format!(
            "CREATE OR REPLACE FUNCTION invalidate_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
{insert}
    ELSIF TG_OP = 'UPDATE' THEN
{update}
    ELSIF TG_OP = 'DELETE' THEN
{delete}
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('{EVERYTHING}');
    END IF;
    RETURN NULL;
END
$$;
{}{}{}{}",
            self.trigger("INSERT", "REFERENCING NEW TABLE AS added"),
            self.trigger("UPDATE", "REFERENCING OLD TABLE AS removed NEW TABLE AS added"),
            self.trigger("DELETE", "REFERENCING OLD TABLE AS removed"),
            self.trigger("TRUNCATE", ""),
        )
    }

    /// What the tags are made of, from one of the transition tables.
    fn values(&self, rows: &str) -> String {
        let columns = self.columns.join(", ");
        match self.ignored {
            Ignored::Nothing | Ignored::Columns(_) => format!("SELECT {columns} FROM {rows}"),
            Ignored::Rows(condition) => format!("SELECT {columns} FROM {rows} WHERE NOT ({condition})"),
        }
    }

    /// The rows as they were and as they are, without those of which only ignored columns changed.
    ///
    /// Rows are told apart whole, less the ignored columns, so that a column added later counts by
    /// itself. A set difference, because a join would keep the plan of the first statement of a session,
    /// which suits one row and takes minutes for many.
    fn updated(&self) -> String {
        let Ignored::Columns(ignored) = self.ignored else {
            return format!("touched AS ({} UNION ALL {})", self.values("removed"), self.values("added"));
        };
        let columns = self.columns.join(", ");
        let ignored = ignored.join(",");
        let shown = |rows: &str| {
            format!("SELECT {columns}, to_jsonb({rows}) - '{{{ignored}}}'::text[] AS shown FROM {rows}")
        };
        format!(
            "before AS ({}),
            after AS ({}),
            touched AS ((TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before))",
            shown("removed"),
            shown("added"),
        )
    }

    /// Writes the tags of the rows of `touched`, which the given WITH clause defines.
    fn leave_tags(&self, with: &str) -> String {
        let table = self.table;
        let mut tags = vec![format!("SELECT '{table}' WHERE EXISTS (SELECT FROM touched)")];
        tags.extend(self.columns.iter().map(|column| {
            format!(
                "SELECT DISTINCT '{table}/{column}' || CASE WHEN count(*) OVER () > {MOST_VALUES} THEN '' ELSE '=' || {column} END
        FROM (SELECT DISTINCT {column} FROM touched WHERE {column} IS NOT NULL) narrowed"
            )
        }));
        format!(
            "        INSERT INTO public.cache_outbox (tag)
        WITH {with}
        {};",
            tags.join("\n        UNION ALL ")
        )
    }

    fn trigger(&self, statement: &str, rows: &str) -> String {
        let table = self.table;
        let name = statement.to_lowercase();
        format!(
            "
CREATE OR REPLACE TRIGGER {table}_invalidate_{name} AFTER {statement} ON {table} {rows}
    FOR EACH STATEMENT EXECUTE FUNCTION invalidate_{table}();"
        )
    }
}
