package gotthard.objects;

import gotthard.action.Access;
import gotthard.action.ByHand;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.inventory.Store;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.world.CellId;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A cell's way from a folder of names in one bucket to one in another. What passes have brought carries the stamp of `objects.copy`, which tells the
/// entity tag of its source, too.
public record ObjectRoute(CellId cell, End from, End to, Level level, Manner manner)
        implements Route {
    /// One end.
    ///
    /// @param folder without a slash at either end
    public record End(Store.InBucket store, String folder) {
        private Shelf shelf() {
            return new Shelf(store.endpoint(), store.bucket(), folder);
        }
    }

    @Override
    public String shown() {
        return to.shelf().shown();
    }

    @Override
    public String thing() {
        return "object";
    }

    @Override
    public Set<Access> access() {
        return Rights.copying(List.of(shelves()));
    }

    @Override
    public List<String> leavings() {
        return CopyAction.LEAVINGS;
    }

    @Override
    public ByHand.Told byHand(Prompt prompt) {
        return new ShelfByHand(shelves(), CopyKind.Versions.CURRENT, Optional.of(manner), prompt)
                .told();
    }

    @Override
    public Outlook look(Context context, Optional<Instant> since)
            throws InterruptedException, Unreachable {
        Copying copying = copying(context);
        Instant asOf = clock(copying);
        Workroom room = Workroom.open();
        try {
            Bringing bringing =
                    Workroom.trying(
                            () -> {
                                var rule = new PassRule(copying, manner, since);
                                var found =
                                        new Bringing(copying, sides(copying, room.folder()), rule);
                                found.sort();
                                return found;
                            });
            return new Passage(copying, asOf, bringing, room);
        } catch (Unreachable | InterruptedException | RuntimeException failed) {
            room.close();
            throw failed;
        }
    }

    @Override
    public Compared compare(Context context, Optional<Instant> asOf)
            throws InterruptedException, Unreachable {
        Copying copying = copying(context);
        Instant at = clock(copying);
        return Workroom.use(
                folder -> {
                    var latecomers = new Latecomers(asOf, manner);
                    Check check =
                            Check.of(copying, level, sides(copying, folder), folder, latecomers);
                    return new Compared(
                            at,
                            check.compared(),
                            check.source().count(),
                            check.bytes(),
                            check.differences(),
                            latecomers.late(),
                            Telling.details(List.of(check), level));
                });
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return copying(context).mark().isThere()
                ? Optional.of("objects brought to " + shown())
                : Optional.empty();
    }

    @Override
    public Withdrawn withdraw(Context context, String captured)
            throws InterruptedException, Unreachable {
        Copying copying = copying(context);
        boolean isMarked = copying.mark().isThere();
        Amount gone = Workroom.use(_ -> new Withdrawal(copying).withdraw());
        return new Withdrawn(isMarked || gone.files() > 0, gone.files(), gone.bytes(), List.of());
    }

    @Override
    public Optional<Difference> unrestored(Context context, String captured)
            throws InterruptedException, Unreachable {
        Copying copying = copying(context);
        Amount left = Workroom.use(_ -> new Withdrawal(copying).left());
        if (left.files() == 0 && !copying.mark().isThere()) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        shown(),
                        "nothing that this step has made",
                        left.files() > 0 ? Telling.amount(left) : "its mark",
                        Difference.Owner.OURS_OR_ABSENT));
    }

    @Override
    public boolean collect(Context context) throws InterruptedException, Unreachable {
        Copying copying = copying(context);
        if (!copying.mark().isThere()) {
            return false;
        }
        copying.mark().begin();
        Workroom.use(_ -> copying.mark().remove());
        return true;
    }

    private Copying.Sides sides(Copying copying, Path folder)
            throws IOException, Refused, Unreachable, InterruptedException {
        return manner.isExchange() ? copying.listWhatMayBeEmpty(folder) : copying.list(folder);
    }

    /// By the server's clock, to the second; where it does not tell, by this machine's.
    private Instant clock(Copying copying) throws Unreachable, InterruptedException {
        return copying.source()
                .server()
                .clock(from.shelf().bucket())
                .orElse(copying.context().now());
    }

    private Copying copying(Context context) throws Unreachable, InterruptedException {
        return Copying.of(shelves(), context);
    }

    private CellShelves shelves() {
        return new CellShelves(cell, from.shelf(), to.shelf());
    }
}
