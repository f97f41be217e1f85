package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Removal;
import gotthard.transfer.tree.Stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Removes what a transfer has placed and nothing else, whatever attempts it took, then its stage. If it is ended in the middle,
/// another one ends it the same way.
///
/// The latest log is gone through first, as what an older one says may have been replaced since. Folders that hold what another part
/// has placed are left to that part: it gets the logs.
public final class Withdrawing {
    private static final int TOLD = 100;

    private final Target target;
    private final Removal.Proof proof;
    private final TreeSet<RelativePath> folders = new TreeSet<>(Comparator.reverseOrder());
    private final TreeMap<RelativePath, Trouble> kept = new TreeMap<>();
    private long files;
    private long others;

    /// Of all attempts of a transfer, none of which runs now.
    ///
    /// @param proof by what a file is known to be as it was placed
    public Withdrawing(Target target, Removal.Proof proof) {
        this.target = target;
        this.proof = proof;
    }

    /// Does it.
    public Withdrawn run() throws IOException, Refused {
        try (var stage = Stage.open(target.tree(), target.key(), Owners.RECEIVER);
                var removal = target.tree().removal()) {
            var books = new Books(stage);
            do {
                List<Path> logs = books.logs();
                for (Path log : logs) {
                    Log.read(log, entry -> remove(entry, removal));
                }
                target.tree().force();
                if (!removeFolders(removal) && !books.handOver(target) && !removeFolders(removal)) {
                    folders.forEach(this::leave);
                }
                folders.clear();
                books.forget(logs);
            } while (!stage.removeIfEmpty());
        }
        return new Withdrawn(
                files, others, kept.size(), kept.values().stream().limit(TOLD).toList());
    }

    private void remove(Entry entry, Removal removal) throws IOException {
        RelativePath path = entry.path();
        if (entry.content() instanceof Content.Folder) {
            folders.add(path);
            return;
        }
        switch (removal.remove(entry, proof)) {
            case REMOVED -> {
                kept.remove(path);
                if (Sizes.isFile(entry)) {
                    files++;
                } else {
                    others++;
                }
            }
            case ABSENT -> {}
            case CHANGED ->
                    kept.put(
                            path,
                            new Trouble(
                                    path,
                                    "it is not any more as it was placed, and stays",
                                    "find out who changed it; remove it if nobody needs it"));
        }
    }

    /// The inner ones first; true if none is left.
    private boolean removeFolders(Removal removal) throws IOException {
        for (RelativePath folder : new ArrayList<>(folders)) {
            switch (removal.removeFolder(folder)) {
                case REMOVED -> {
                    folders.remove(folder);
                    others++;
                }
                case ABSENT -> folders.remove(folder);
                case CHANGED -> {}
            }
        }
        return folders.isEmpty();
    }

    /// In a folder that is shared, others may have put things where this transfer has made a folder for its own.
    private void leave(RelativePath folder) {
        if (target.folder() == Target.Folder.SHARED) {
            return;
        }
        kept.put(
                folder,
                new Trouble(
                        folder,
                        "it holds what this transfer has not placed, and stays",
                        "find out whose that is; remove it if nobody needs it"));
    }
}
