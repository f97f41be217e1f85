package gotthard.journal;

/// Statements that SQLite and PostgreSQL both take, but for [#DATABASE_NOW].
final class Sql {
    /// Milliseconds since 1970, by PostgreSQL's clock.
    static final String DATABASE_NOW =
            "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    static final String RUNS = "select run from run order by number desc";
    static final String CHAIN = "select chain from event where run = ? and seq = ?";
    static final String ENTRIES =
            """
            select event.seq, event.kind, event.body, event.chain, blob.salt, blob.coding, blob.content
            from event left join blob on blob.run = event.run and blob.seq = event.seq
            where event.run = ? and event.seq > ? order by event.seq limit ?
            """;
    static final String HEAD = "select last, chain from run where run = ?";
    static final String NEW_RUN =
            """
            insert into run (number, run, last, chain)
            values ((select coalesce(max(number), 0) + 1 from run), ?, ?, ?)
            """;
    static final String MOVE_HEAD = "update run set last = ?, chain = ? where run = ?";
    static final String NEW_EVENT =
            "insert into event (run, seq, kind, body, chain) values (?, ?, ?, ?, ?)";
    static final String NEW_WORDS =
            "insert into blob (run, seq, salt, coding, content) values (?, ?, ?, ?, ?)";
    static final String FENCE = "select fence from lease where run = ?";
    static final String RAISE_FENCE =
            """
            insert into lease (run, fence, holder, until) values (?, 1, ?, ?)
            on conflict (run) do update
            set fence = lease.fence + 1, holder = excluded.holder, until = excluded.until
            """;
    static final String HOLDER = "select holder from lease where run = ?";
    static final String LEASE = "select holder, until from lease where run = ?";
    static final String KEEP_LEASE = "update lease set until = ? where run = ? and fence = ?";
    static final String KINDS = "select distinct kind from event where run = ? order by kind";
    static final String ERASED =
            """
            select count(*) from blob join event on event.run = blob.run and event.seq = blob.seq
            where blob.run = ? and blob.coding = 2 and event.kind not like 'step.kept/%'
            """;
    static final String NEW_REQUEST =
            """
            insert into inbox (item, run, request)
            values ((select coalesce(max(item), 0) + 1 from inbox), ?, ?)
            """;
    static final String LAST_REQUEST = "select max(item) from inbox";
    static final String REQUESTS =
            "select item, request from inbox where run = ? and item > ? order by item";
    static final String ALL_REQUESTS = "select item, run, request from inbox order by item";
    static final String HOW_MUCH =
            "select (select count(*) from run) + (select count(*) from inbox)";
    static final String OLD_REQUEST = "insert into inbox (item, run, request) values (?, ?, ?)";
    static final String OLD_FENCE =
            "insert into lease (run, fence, holder, until) values (?, ?, 'nobody', 0)";
    static final String PUT_PROGRESS =
            """
            insert into progress (run, step, progress) values (?, ?, ?)
            on conflict (run, step) do update set progress = excluded.progress
            """;
    static final String PROGRESS =
            "select step, progress from progress where run = ? order by step";

    static final String SNAPSHOT =
            "select seq, chain, maker, digest, coding, content from snapshot where run = ?";
    static final String PUT_SNAPSHOT =
            """
            insert into snapshot (run, seq, chain, maker, digest, coding, content)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (run) do update
            set seq = excluded.seq, chain = excluded.chain, maker = excluded.maker,
            digest = excluded.digest, coding = excluded.coding, content = excluded.content
            """;

    static final String ERASE_WORDS =
            "update blob set salt = ?, content = ?, coding = ? where run = ?";
    static final String ERASE_REQUESTS = "delete from inbox where run = ?";
    static final String ERASE_PROGRESS = "delete from progress where run = ?";
    static final String ERASE_SNAPSHOT = "delete from snapshot where run = ?";

    private Sql() {}
}
