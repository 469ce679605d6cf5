import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * The table counts of a report, by DuckDB: rates with cluster sums, soreness counts and first relief by condition.
 *
 * <p>{@code java -cp duckdb_jdbc.jar DuckCounts.java EXPORT}
 */
public final class DuckCounts {

    private static final String[] EVENTS = {
        "bruising", "bleeding", "pain_during", "pain_after_session", "fatigue", "fainting", "dizziness", "nausea",
        "pneumothorax"
    };

    /** Counts, and prints how many rows the answers have. */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE s AS SELECT * FROM read_csv('" + arguments[0] + "', header = true)");
            StringBuilder sums = new StringBuilder();
            StringBuilder rates = new StringBuilder();
            for (String event : EVENTS) {
                sums.append(", sum((").append(event).append(" = 'yes')::INT) y_").append(event);
                sums.append(", count(").append(event).append(") n_").append(event);
                rates.append(", sum(y_").append(event).append("), sum(n_").append(event).append(")");
                rates.append(", sum(y_").append(event).append(" * y_").append(event).append(")");
                rates.append(", sum(y_").append(event).append(" * n_").append(event).append(")");
                rates.append(", sum(n_").append(event).append(" * n_").append(event).append(")");
            }
            int rows = count(
                    statement,
                    "SELECT condition, count(*)" + rates + " FROM (SELECT condition, patient_id" + sums
                            + " FROM s GROUP BY condition, patient_id) GROUP BY GROUPING SETS ((condition), ())");
            rows += count(
                    statement,
                    "SELECT condition, soreness_hours, soreness_resolved, count(*) FROM s"
                            + " GROUP BY condition, soreness_hours, soreness_resolved");
            rows += count(
                    statement,
                    "SELECT condition, sessions, relieved_at, count(*) FROM (SELECT condition, patient_id,"
                            + " max(session_number) sessions,"
                            + " min(CASE WHEN relief = 'yes' THEN session_number END) relieved_at"
                            + " FROM s GROUP BY condition, patient_id) GROUP BY condition, sessions, relieved_at");
            rows += count(statement, "SELECT count(*) - count(DISTINCT session_id) FROM s");
            System.out.println(rows);
        }
    }

    private static int count(Statement statement, String query) throws Exception {
        try (ResultSet result = statement.executeQuery(query)) {
            int rows = 0;
            while (result.next()) {
                rows++;
            }
            return rows;
        }
    }
}
