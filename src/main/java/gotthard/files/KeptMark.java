package gotthard.files;

import gotthard.action.Fence;
import gotthard.action.Notes;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// What a step keeps at a host from its first change until it is collected: the fence of the coordinator whose turn it is, and notes.
public final class KeptMark implements Notes {
    private final RemoteFolder folder;
    private final Fence fence;

    KeptMark(RemoteFolder folder, Fence fence) {
        this.folder = folder;
        this.fence = fence;
    }

    Claim claim() {
        return new Claim(folder.path() + "/fence", fence);
    }

    /// The part of its path that is the step's alone.
    String key() {
        String outer = folder.path().substring(0, folder.path().lastIndexOf('/'));
        return outer.substring(outer.lastIndexOf('/') + 1);
    }

    @Override
    public String shown() {
        return folder.shown();
    }

    @Override
    public boolean isThere() throws Unreachable, InterruptedException {
        return folder.host().run(List.of("test", "-e", folder.path())).isGood();
    }

    @Override
    public void begin() throws Unreachable, InterruptedException {
        HostFiles.look(() -> folder.ended(claim().command(), InputStream.nullInputStream()));
    }

    @Override
    public Optional<byte[]> read(String name) throws Unreachable, InterruptedException {
        return HostFiles.look(() -> folder.show(folder.path() + "/" + name, KeptMark::bytes));
    }

    @Override
    public void keep(String name, byte[] note) throws Unreachable, InterruptedException {
        var file = new RemoteFolder(folder.host(), folder.path() + "/" + name);
        HostFiles.look(
                () ->
                        file.change(
                                claim(),
                                Scripts.KEEP,
                                List.of(Integer.toString(note.length)),
                                new ByteArrayInputStream(note)));
    }

    @Override
    public void remove() throws Unreachable, InterruptedException {
        HostFiles.look(() -> folder.change(claim(), Scripts.FORGET, List.of(), List.of()));
    }

    private static byte[] bytes(InputStream printed) throws IOException, Refused {
        return printed.readAllBytes();
    }
}
