//! The SQL of a tracked table's function and triggers. It is static: a function that built its
//! statements from the catalog would halve the rate of single-row inserts.

use super::{EVERYTHING, MOST_VALUES, Tracked};

impl Tracked {
    /// Replaces the function and the triggers of this table.
    pub fn sql(&self) -> String {
        let table = self.table;
        let columns = self.columns.join(", ");
        let insert = self.leave_tags(&format!("SELECT {columns} FROM added{}", self.condition("WHERE")));
        let update = self.leave_tags(&self.updated(&columns));
        let delete = self.leave_tags(&format!("SELECT {columns} FROM removed{}", self.condition("WHERE")));
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

    /// The values of every touched row before and after.
    fn updated(&self, columns: &str) -> String {
        if self.ignored.is_empty() {
            let condition = self.condition("WHERE");
            return format!(
                "SELECT {columns} FROM removed{condition}
            UNION ALL SELECT {columns} FROM added{condition}"
            );
        }
        // Whole rows less the ignored columns: a column that is added later counts without new triggers.
        let ignored = self.ignored.join(",");
        let condition = self.condition("AND");
        let differs =
            format!("to_jsonb(o) - '{{{ignored}}}'::text[] <> to_jsonb(n) - '{{{ignored}}}'::text[]");
        let half = |row: &str| {
            let columns =
                self.columns.iter().map(|column| format!("{row}.{column}")).collect::<Vec<_>>().join(", ");
            format!(
                "SELECT {columns} FROM removed o JOIN added n USING (id)\n            WHERE {differs}{condition}"
            )
        };
        format!("{}\n            UNION ALL {}", half("o"), half("n"))
    }

    fn condition(&self, word: &str) -> String {
        self.unless.map(|unless| format!(" {word} NOT ({unless})")).unwrap_or_default()
    }

    /// Writes the tags of the rows that `touched` selects.
    fn leave_tags(&self, touched: &str) -> String {
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
        WITH touched AS (
            {touched}
        )
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
