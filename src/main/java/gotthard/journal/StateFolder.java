package gotthard.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Where runs live on disk: `journal.db` and `locks/`, for their owner only.
record StateFolder(Path root) {
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /// Makes what is missing.
    ///
    /// @throws JournalUnusable when the folder cannot be made or written
    static StateFolder at(Path root) {
        try {
            makeFolder(root);
            var folder = new StateFolder(root.toRealPath());
            makeFolder(folder.locks());
            makeFile(folder.database());
            if (!Files.isWritable(folder.root()) || !Files.isWritable(folder.database())) {
                throw notWritable(root, new IOException("not writable"));
            }
            return folder;
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    Path database() {
        return root.resolve("journal.db");
    }

    Path locks() {
        return root.resolve("locks");
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, owners("rwx------"));
        }
    }

    /// SQLite gives its own further files the permissions of this one.
    private static void makeFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, owners("rw-------"));
            } catch (FileAlreadyExistsException another) {
                // Another process was faster; the file is the same.
                return;
            }
        }
    }

    private static FileAttribute<?>[] owners(String permissions) {
        return IS_POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static JournalUnusable notWritable(Path root, IOException e) {
        return new JournalUnusable(
                "the folder "
                        + root
                        + " for the state of runs cannot be written; make it writable for you, or"
                        + " choose another folder with --state",
                e);
    }
}
