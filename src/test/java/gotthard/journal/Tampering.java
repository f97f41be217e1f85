package gotthard.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What somebody with a database tool can do to a journal.
record Tampering(Connecting how) {
    static Tampering with(Path stateFolder) {
        return new Tampering(
                () ->
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + stateFolder.resolve("journal.db")));
    }

    int run(String sql, Object... values) {
        try (Connection connection = how.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes(String sql) {
        try (Connection connection = how.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet results = statement.executeQuery()) {
            results.next();
            return results.getBytes(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Appends as another version of the tool would: an entry of its own kind, well chained.
    void appendAs(RunId run, long seq, String kind, String facts) {
        byte[] previous = bytes("select chain from run where run = '" + run + "'");
        String body =
                "{\"kind\":\"%s\",\"seq\":%d,\"at\":%d,%s}"
                        .formatted(kind, seq, Examples.AT.toEpochMilli(), facts);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] chain = Chain.next(previous, bytes);
        run(Sql.NEW_EVENT, run.value(), seq, kind, bytes, chain);
        run(Sql.MOVE_HEAD, seq, chain, run.value());
    }

    /// Opens the database behind the journal's back.
    interface Connecting {
        Connection connect() throws SQLException;
    }
}
