package gotthard.objects;

import gotthard.action.Notes;
import gotthard.action.Unreachable;

import java.util.Optional;

/// What a step keeps in a bucket from its first change until it is collected: the fence of the coordinator whose turn it is, and notes.
public final class KeptMark implements Notes {
    private final Mark mark;

    KeptMark(Mark mark) {
        this.mark = mark;
    }

    @Override
    public String shown() {
        return mark.server().name() + ":" + mark.bucket() + "/" + mark.folder();
    }

    @Override
    public boolean isThere() throws Unreachable, InterruptedException {
        return mark.isThere();
    }

    @Override
    public void begin() throws Unreachable, InterruptedException {
        mark.begin();
    }

    @Override
    public Optional<byte[]> read(String name) throws Unreachable, InterruptedException {
        return mark.note(name);
    }

    @Override
    public void keep(String name, byte[] note) throws Unreachable, InterruptedException {
        mark.keep(name, note);
    }

    @Override
    public void remove() throws Unreachable, InterruptedException {
        Workroom.use(_ -> mark.remove());
    }
}
