package gotthard.preflight;

import gotthard.action.Inspector.Measure;
import gotthard.inventory.EndpointName;
import gotthard.shape.ByteSize;

import java.util.List;
import java.util.function.ToLongFunction;

/// What must fit into one store: what has still to come, headroom beside it, and what is written meanwhile.
record Needs(List<Weighed> cargoes, Terms terms) {
    Result bytes(EndpointName where, Measure.Free free) {
        long missing = sum(Weighed::missing);
        long growth = sum(one -> one.source().youngSize().bytes());
        var need = new ByteSize(need(missing, growth));
        String why =
                "%s of %s have still to come, %s beside that, and %s more are written in %d days"
                        .formatted(
                                new ByteSize(missing).display(),
                                Capacity.cells(cargoes),
                                terms.headroom(),
                                new ByteSize(growth).display(),
                                terms.growthOver().toDays());
        return free.size().compareTo(need) >= 0
                ? new Result.Good(
                        where, "capacity", free + ", " + need.display() + " are needed: " + why)
                : new Result.Bad(
                        where,
                        "capacity",
                        need.display() + " free at " + free.folder(),
                        free.size().display() + " free; " + why,
                        "enlarge the disk, or move fewer regions with this plan");
    }

    Result files(EndpointName where, Measure.FreeFiles free) {
        long missing = sum(Weighed::missingFiles);
        long growth = sum(one -> one.source().youngFiles());
        long need = need(missing, growth);
        String why =
                "%,d of %s have still to come, and %,d more are made in %d days"
                        .formatted(
                                missing,
                                Capacity.cells(cargoes),
                                growth,
                                terms.growthOver().toDays());
        return free.files() >= need
                ? new Result.Good(where, "inodes", "%s, %,d are needed".formatted(free, need))
                : new Result.Bad(
                        where,
                        "inodes",
                        "room for %,d files at %s".formatted(need, free.folder()),
                        "%,d inodes free; %s".formatted(free.files(), why),
                        "give the disk more inodes, or bring the files elsewhere");
    }

    /// What is to come where nobody tells what is free.
    Result untold(EndpointName where) {
        return new Result.Good(
                where,
                "capacity",
                "%,d objects of %s with %s have still to come, and %,d with %s more are written in %d days; S3 does not tell what is free"
                        .formatted(
                                sum(Weighed::missingFiles),
                                Capacity.cells(cargoes),
                                new ByteSize(sum(Weighed::missing)).display(),
                                sum(one -> one.source().youngFiles()),
                                new ByteSize(sum(one -> one.source().youngSize().bytes()))
                                        .display(),
                                terms.growthOver().toDays()));
    }

    private long need(long missing, long growth) {
        return missing + (long) Math.ceil(missing * terms.headroom().fraction()) + growth;
    }

    private long sum(ToLongFunction<Weighed> what) {
        return cargoes.stream().mapToLong(what).sum();
    }
}
