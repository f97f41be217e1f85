package gotthard.journal;

final class PostgresqlSnapshotTest extends SnapshotContract {
    private final ScratchDatabase database = ScratchDatabase.fresh();

    PostgresqlSnapshotTest() {}

    @Override
    StoredJournal open() {
        return database.open();
    }

    @Override
    Tampering tampering() {
        return database.tampering();
    }
}
