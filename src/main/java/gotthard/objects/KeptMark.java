package gotthard.objects;

import gotthard.action.Unreachable;

import java.util.Optional;

/// What a step keeps in a bucket from its first change until it is collected: the fence of the coordinator whose turn it is, and notes.
public final class KeptMark {
    private final Mark mark;

    KeptMark(Mark mark) {
        this.mark = mark;
    }

    /// For people.
    public String shown() {
        return mark.server().name() + ":" + mark.bucket() + "/" + mark.folder();
    }

    /// Whether there is one.
    public boolean isThere() throws Unreachable, InterruptedException {
        return mark.isThere();
    }

    /// From now on nobody with a lower fence changes anything under this key.
    public void begin() throws Unreachable, InterruptedException {
        mark.begin();
    }

    /// A note, if it was kept.
    public Optional<byte[]> note(String name) throws Unreachable, InterruptedException {
        return mark.note(name);
    }

    /// Keeps a note.
    public void keep(String name, byte[] note) throws Unreachable, InterruptedException {
        mark.keep(name, note);
    }

    /// Removes it.
    public void remove() throws Unreachable, InterruptedException {
        Workroom.use(_ -> mark.remove());
    }
}
