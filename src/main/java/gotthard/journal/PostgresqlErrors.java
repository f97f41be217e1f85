package gotthard.journal;

import java.sql.SQLException;

/// What PostgreSQL says, as sentences that say what to do. The codes are those of "PostgreSQL Error
/// Codes" in its manual.
final class PostgresqlErrors {
    private PostgresqlErrors() {}

    static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }

    static String sentence(ServerAddress server, Credentials credentials, SQLException e) {
        String state = state(e);
        String said = said(e);
        return switch (state) {
            case "28P01", "28000", "08004" -> refused(server, credentials, said);
            case "3D000" ->
                    "there is no database "
                            + server
                            + "; make it with createdb, or name another one with --state";
            case "42501" ->
                    credentials
                            + " may not do that in the state "
                            + server
                            + " ("
                            + said
                            + "); grant it the right to make and change tables in that database";
            case "25006" ->
                    "the state "
                            + server
                            + " is read-only; name the primary server with --state, or end what"
                            + " makes it read-only";
            case "53100" ->
                    "the disk of the state "
                            + server
                            + " is full; free some space there and run the same command again, nothing"
                            + " that was recorded is lost";
            case "53300" ->
                    "the server of the state "
                            + server
                            + " has no connection left; end some others, or raise max_connections,"
                            + " then run the same command again";
            case "55P03" ->
                    "another process has kept the state "
                            + server
                            + " locked for 10 seconds; end it, then run the same command again";
            case "XX001", "XX002" ->
                    "the tables of the state "
                            + server
                            + " are not intact ("
                            + said
                            + "); restore the database from a backup";
            default -> other(server, state, said);
        };
    }

    private static String refused(ServerAddress server, Credentials credentials, String said) {
        if (said.contains("SSL") || said.contains("encryption")) {
            return noTls(server, said);
        }
        return "the server of the state "
                + server
                + " refused "
                + credentials
                + (credentials.password().isEmpty() ? ", who gave no password" : "")
                + " ("
                + said
                + "); give the right password by PGPASSWORD, or by a file that PGPASSFILE names";
    }

    private static String noTls(ServerAddress server, String said) {
        return "no safe connection to the state "
                + server
                + " ("
                + said
                + "); let the server offer TLS with a certificate that sslrootcert knows, or choose"
                + " another sslmode in the address";
    }

    private static String other(ServerAddress server, String state, String said) {
        if (state.startsWith("08") || state.startsWith("57P0")) {
            return said.contains("SSL") || said.contains("certificate")
                    ? noTls(server, said)
                    : "the server of the state "
                            + server
                            + " does not answer ("
                            + said
                            + "); start it, or look at the network, then run the same command again";
        }
        return "the state "
                + server
                + " failed ("
                + said
                + "); look at the server's log, then run the same command again";
    }

    /// Its first line; what follows are hints for who writes SQL.
    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
