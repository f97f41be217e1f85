package gotthard.transfer.stream;

import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Removal;
import gotthard.transfer.tree.Stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Deletes what was decided in one round and is still as it was read then, and the folders that are empty afterwards. What is decided is durable
/// before anything goes. If it is ended in the middle, another one ends it the same way.
public final class Clearing {
    private static final int TOLD = 10;

    private final Target target;
    private final Clearable clearable;
    private final Meter meter;

    public Clearing(Target target, Clearable clearable, Meter meter) {
        this.target = target;
        this.clearable = clearable;
        this.meter = meter;
    }

    /// What has become of it.
    ///
    /// @param left what came or changed meanwhile, and stays
    /// @param named the first of these
    /// @param notes lines that say what stays elsewhere or was not reached
    public record Cleared(Amount left, List<Trouble> named, List<String> notes) {
        public Cleared {
            named = List.copyOf(named);
            notes = List.copyOf(notes);
        }
    }

    /// What was decided in all rounds.
    public Amount decided() throws IOException, Refused {
        try (var stage = Stage.open(target.tree(), target.key(), Owners.RECEIVER)) {
            return decided(new Decisions(stage));
        }
    }

    private Amount decided(Decisions decisions) throws IOException, Refused {
        Amount all = Amount.NONE;
        try (var decided = decisions.all()) {
            for (var next = decided.next(); next.isPresent(); next = decided.next()) {
                all = all.plus(Sizes.of(next.get()));
                meter.wanted(Sizes.of(next.get()));
            }
        }
        return all;
    }

    /// Does it.
    ///
    /// @param coverings how many sites must have been found in this round to have it
    /// @throws Refused when not all of them were
    public Cleared run(String round, int coverings) throws IOException, Refused {
        try (var stage = Stage.open(target.tree(), target.key(), Owners.RECEIVER)) {
            var decisions = new Decisions(stage);
            List<String> notes = clearable.survey(target, stage, decisions.own());
            decisions.decide(round, coverings);
            List<String> told = decisions.tell(notes);
            var _ = decided(decisions);
            remove(decisions);
            var _ = clearable.survey(target, stage, decisions.left());
            return left(decisions, told);
        }
    }

    private void remove(Decisions decisions) throws IOException, Refused {
        try (var removal = target.tree().removal()) {
            try (var going = Decisions.open(decisions.going())) {
                for (var next = going.next(); next.isPresent(); next = going.next()) {
                    switch (removal.remove(next.get(), Removal.Proof.CONTENT)) {
                        case REMOVED -> meter.placed(Sizes.of(next.get()));
                        case ABSENT, CHANGED -> {}
                    }
                }
            }
            for (RelativePath folder : folders(decisions)) {
                var _ = removal.removeFolder(folder);
            }
        }
        target.tree().force();
    }

    /// The inner ones first.
    private static NavigableSet<RelativePath> folders(Decisions decisions)
            throws IOException, Refused {
        var folders = new TreeSet<RelativePath>(Comparator.reverseOrder());
        try (var own = Decisions.open(decisions.own())) {
            for (var next = own.next(); next.isPresent(); next = own.next()) {
                if (next.get().content() instanceof Content.Folder) {
                    folders.add(next.get().path());
                }
            }
        }
        return folders;
    }

    private Cleared left(Decisions decisions, List<String> notes) throws IOException, Refused {
        Amount left = Amount.NONE;
        var named = new ArrayList<Trouble>();
        try (var there = new Decisions.Things(Decisions.open(decisions.left()))) {
            for (var next = there.next(); next.isPresent(); next = there.next()) {
                left = left.plus(Sizes.of(next.get()));
                meter.failed();
                if (named.size() < TOLD) {
                    named.add(
                            new Trouble(
                                    next.get().path(),
                                    "it came or changed while others were deleted, and stays",
                                    "find out who writes there, and copy what came; then retry: it is compared before it is deleted"));
                }
            }
        }
        return new Cleared(left, named, notes);
    }
}
