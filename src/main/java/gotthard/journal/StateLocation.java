package gotthard.journal;

import java.nio.file.Path;

/// Where the runs of a project are kept.
public sealed interface StateLocation {
    /// A folder of one machine: a SQLite file, for the processes of this machine.
    record Folder(Path path) implements StateLocation {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /// A database of a PostgreSQL server, for any number of machines. It has no password: that comes
    /// from `PGPASSWORD` or the file `PGPASSFILE`.
    record Server(ServerAddress address) implements StateLocation {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// Reads what a person writes: `postgresql://…` or `jdbc:postgresql://…` is a server, anything else a folder.
    ///
    /// @throws JournalUnusable when it is an address that cannot be used
    static StateLocation of(String words) {
        return ServerAddress.isOne(words)
                ? new Server(ServerAddress.of(words))
                : new Folder(Path.of(words));
    }
}
