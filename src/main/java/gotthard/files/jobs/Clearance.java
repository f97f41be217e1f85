package gotthard.files.jobs;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.world.CellId;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Deletes cells in volumes of one site by movers: those at each covering site tell what they have, those at the site itself find out whether
/// that is all, and others delete it afterwards.
public final class Clearance {
    private static final String DATA = "/data/";
    private static final int ROUND_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Context context;
    private final List<Order> orders;
    private final List<Claim> claims;

    /// @param orders one for each covering site, which is where it comes from, all of the same cells
    /// @param claims of these cells, in their order
    public Clearance(Context context, List<Order> orders, List<Claim> claims) {
        this.context = context;
        this.orders = List.copyOf(orders);
        this.claims = List.copyOf(claims);
    }

    /// What of a folder may be deleted. Lists are files of the volume, told by their paths in it.
    ///
    /// @param list names what is meant; without it all is
    /// @param spared lists of others, of what stays
    /// @param stays files and folders in the folder that stay
    public record Claim(Optional<String> list, List<String> spared, List<String> stays) {
        /// All of a folder.
        public static final Claim ALL = new Claim(Optional.empty(), List.of(), List.of());

        public Claim {
            spared = List.copyOf(spared);
            stays = List.copyOf(stays);
        }

        List<String> arguments() {
            var all = new ArrayList<String>();
            list.ifPresent(path -> all.addAll(List.of("--list", DATA + path)));
            if (!spared.isEmpty()) {
                var paths = spared.stream().map(path -> DATA + path).toList();
                all.addAll(List.of("--spared", String.join("\n", paths)));
            }
            if (!stays.isEmpty()) {
                all.addAll(List.of("--stays", String.join("\n", stays)));
            }
            return all;
        }
    }

    /// The looks of one attempt, and what is deleted by them.
    ///
    /// @param number of a covering site, or how many there are
    record Round(String name, int number) {}

    /// What was found of one cell, or made of it.
    ///
    /// @param all what is there, and what was decided before
    /// @param there what is there and may go; after deleting, what was deleted this time
    /// @param covered what of all the covering site has, with the same content
    /// @param covering what the covering site has of the cell
    /// @param failed how many things are not covered, or were left
    /// @param troubles the first of them, or of what is there
    /// @param notes what stays, and what was not reached
    public record Found(
            Order order,
            MovedCell moved,
            Amount all,
            Amount there,
            Amount covered,
            Amount covering,
            long failed,
            List<Report.Trouble> troubles,
            List<String> notes) {
        public Found {
            troubles = List.copyOf(troubles);
            notes = List.copyOf(notes);
        }

        /// Which cell.
        public CellId cell() {
            return moved.cell();
        }
    }

    /// What it takes to make, watch and remove the Jobs.
    public static Set<Access> rights(List<Order> orders) {
        var all = new HashSet<Access>();
        orders.forEach(order -> all.addAll(MoverJobs.rights(order)));
        return all;
    }

    /// A name for the looks of one attempt.
    public static String round() {
        byte[] random = new byte[ROUND_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// What is left of each cell, and if nothing is, what of all that was decided a covering site no longer has.
    ///
    /// @param index of the covering site
    public List<Found> look(int index) throws Unreachable, InterruptedException {
        return met(index, Optional.empty(), "compares");
    }

    /// What is there of each cell, and whether a covering site has it.
    ///
    /// @param index of the covering site
    public List<Found> decide(String round, int index) throws Unreachable, InterruptedException {
        return met(index, Optional.of(new Round(round, index)), "compares");
    }

    private List<Found> met(int index, Optional<Round> round, String doing)
            throws Unreachable, InterruptedException {
        Order order = orders.get(index);
        var all = new ArrayList<MoverJobs>();
        for (int i = 0; i < claims.size(); i++) {
            all.add(
                    MoverJobs.of(
                            context,
                            order,
                            order.cells().get(i),
                            Duty.deciding(claims.get(i), round)));
        }
        return ran(order, all, doing);
    }

    /// Deletes what all covering sites were found to have in a round, of some cells.
    ///
    /// @param which of the cells
    public List<Found> clear(String round, List<CellId> which)
            throws Unreachable, InterruptedException {
        Order order = orders.getFirst();
        var all = new ArrayList<MoverJobs>();
        for (int i = 0; i < claims.size(); i++) {
            MovedCell cell = order.cells().get(i);
            if (which.contains(cell.cell())) {
                all.add(
                        MoverJobs.of(
                                context,
                                order,
                                cell,
                                Duty.clearing(claims.get(i), new Round(round, orders.size()))));
            }
        }
        return ran(order, all, "deletes");
    }

    /// What was ever decided of each cell.
    public List<Found> decided() throws Unreachable, InterruptedException {
        Order order = orders.getFirst();
        return ran(order, MoverJobs.of(context, order, Duty.asking()), "looks");
    }

    /// Forgets what was decided.
    public void forget() throws Unreachable, InterruptedException {
        new Withdrawing(context, orders.getFirst()).forget();
    }

    /// Those Jobs at the site that are there, at work or not, in words.
    public List<String> atWork() throws Unreachable, InterruptedException {
        var there = new LinkedHashSet<String>();
        for (MoverJobs jobs : all()) {
            jobs.jobAtTarget().ifPresent(job -> there.add(job + " is there"));
        }
        return List.copyOf(there);
    }

    /// Ends all movers, also those of an attempt that nobody watches any more, and waits until the last pod has.
    ///
    /// @return whether there were any
    public boolean stop() throws Unreachable, InterruptedException {
        boolean wereThere = false;
        for (MoverJobs jobs : all()) {
            wereThere |= jobs.remove();
        }
        return wereThere;
    }

    private List<MoverJobs> all() throws Unreachable, InterruptedException {
        var all = new ArrayList<MoverJobs>();
        for (Order order : orders) {
            all.addAll(MoverJobs.of(context, order, Duty.deciding(Claim.ALL, Optional.empty())));
        }
        all.addAll(MoverJobs.of(context, orders.getFirst(), Duty.asking()));
        return all;
    }

    private List<Found> ran(Order order, List<MoverJobs> all, String doing)
            throws Unreachable, InterruptedException {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Shard> shards;
        try {
            for (MoverJobs jobs : all) {
                // What is left of a look that nobody waited for is no fresh one.
                jobs.remove();
                jobs.ensure();
            }
            shards = new Watch(context, order, all, doing).untilTheEnd();
        } catch (InterruptedException | Unreachable ended) {
            // Nothing goes on that nobody watches.
            remove(all);
            throw ended;
        }
        remove(all);
        var found = new ArrayList<Found>();
        for (int i = 0; i < all.size(); i++) {
            int from = i * order.shards();
            found.add(
                    found(
                            order,
                            all.get(i).cell(),
                            Sum.of(shards.subList(from, from + order.shards())).known()));
        }
        return found;
    }

    private static void remove(List<MoverJobs> all) throws Unreachable, InterruptedException {
        for (MoverJobs jobs : all) {
            jobs.remove();
        }
    }

    private static Found found(Order order, MovedCell cell, Sum sum) {
        boolean isOver = sum.has(Ending.INCOMPLETE);
        return new Found(
                order,
                cell,
                amount(sum, Report::wanted),
                amount(sum, Report::placed),
                new Amount(
                        sum.total(report -> report.compared().files()),
                        sum.total(report -> report.compared().bytes())),
                amount(sum, Report::listed),
                sum.total(Report::failed),
                sum.troubles(),
                isOver ? List.of() : notes(sum));
    }

    /// What only its shard counts is told of each; a snapshot is one.
    private static List<String> notes(Sum sum) {
        var notes = new LinkedHashSet<String>();
        for (Report report : sum.reports()) {
            for (String note :
                    report.what().isEmpty() ? new String[0] : report.what().split("; ")) {
                boolean isCount = Character.isDigit(note.charAt(0)) && report.shards() > 1;
                notes.add(isCount ? "shard %d: %s".formatted(report.shard() + 1, note) : note);
            }
        }
        return List.copyOf(notes);
    }

    private static Amount amount(Sum sum, Function<Report, Amount> which) {
        return new Amount(sum.files(which), sum.bytes(which));
    }
}
