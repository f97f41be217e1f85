package gotthard.journal;

final class MemoryJournalTest extends JournalContract {
    private final MemoryJournal.Store store = new MemoryJournal.Store();

    @Override
    Journal openAnother() {
        return new MemoryJournal(store);
    }
}
