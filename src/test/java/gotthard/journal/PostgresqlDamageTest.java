package gotthard.journal;

final class PostgresqlDamageTest extends DamageContract {
    private final ScratchDatabase database = ScratchDatabase.fresh();

    PostgresqlDamageTest() {}

    @Override
    StoredJournal open() {
        return database.open();
    }

    @Override
    Tampering tampering() {
        return database.tampering();
    }
}
