package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.FrameInput;
import gotthard.transfer.wire.Packer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// What one attempt is about to give a name, durable before it does: frames of entries. Whatever is there as a log says was placed by
/// this attempt; what a log says may not be there. For several threads.
final class Log implements Closeable {
    private final FileChannel channel;
    private final ReentrantLock writing = new ReentrantLock();

    private Log(FileChannel channel) {
        this.channel = channel;
    }

    static Log create(Path path) throws IOException {
        return new Log(
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// Adds entries, each path once in the whole log.
    void add(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        var sorted = entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
        try (var packer = new Packer()) {
            ByteBuffer packed = ByteBuffer.wrap(packer.pack(new Frame.Listed(sorted)));
            writing.lock();
            try {
                while (packed.hasRemaining()) {
                    channel.write(packed);
                }
            } finally {
                writing.unlock();
            }
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Hears of entries.
    @FunctionalInterface
    interface Listener {
        void found(Entry entry) throws IOException, Refused;
    }

    /// Goes through a log to where it was cut.
    static void read(Path path, Listener listener) throws IOException, Refused {
        try (var frames = new FrameInput(new BufferedInputStream(Files.newInputStream(path)))) {
            while (next(frames) instanceof Frame.Listed(var entries)) {
                for (Entry entry : entries) {
                    listener.found(entry);
                }
            }
        }
    }

    private static Frame next(FrameInput frames) throws IOException {
        try {
            return frames.next();
        } catch (EOFException | Refused _) {
            return new Frame.SentAll();
        }
    }
}
