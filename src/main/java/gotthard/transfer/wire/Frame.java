package gotthard.transfer.wire;

import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Seal;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/// One thing that one end says to the other. Entries are called by their number in the source's manifest, from 0; buffers stand on
/// arrays, and are read from their position to their limit without moving it.
public sealed interface Frame {
    /// Bytes of one piece of a big file; all but the last piece have as many.
    int CHUNK = 2 << 20;

    /// Files of up to this many bytes are packed together, into blocks of about as many.
    int BLOCK = 1 << 20;

    /// Bytes that a file in a block takes beside its own.
    int PIECE = 44;

    /// The first frame of each line: which of how many it is, and which of how many parts of the tree goes over it. Line 0 is the one on
    /// which both ends speak.
    record Hello(int line, int lines, int part, int parts) implements Frame {}

    /// The next entries of the source's manifest.
    record Listed(List<Entry> entries) implements Frame {
        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /// The source's manifest is complete.
    record ListedAll(Seal seal) implements Frame {}

    /// The next files that the target wants, in the order of their numbers.
    record Wanted(List<Wish> wishes) implements Frame {
        public Wanted {
            wishes = List.copyOf(wishes);
        }
    }

    /// The target wants nothing else.
    record WantedAll(long count) implements Frame {}

    /// Whole files.
    record Block(List<Piece> pieces) implements Frame {
        public Block {
            pieces = List.copyOf(pieces);
        }
    }

    /// A piece of a big file.
    ///
    /// @param index its place, from 0
    /// @param digest of its bytes
    record Chunk(long number, int index, Sha256 digest, ByteBuffer bytes) implements Frame {}

    /// A piece that the target has from an attempt before, if it has this digest.
    record Kept(long number, int index, Sha256 digest) implements Frame {}

    /// All pieces of a big file were sent, or are on their way on other lines.
    record Whole(long number, Content.Hashed content) implements Frame {}

    /// A file that was listed can't be sent as it was.
    record Gone(long number, Reason reason) implements Frame {}

    /// Nothing follows on this line.
    record SentAll() implements Frame {}

    /// What the target has made of it all.
    ///
    /// @param bytes of the files placed
    /// @param extra things that only the target has
    record Placed(long files, long bytes, long failed, long extra) implements Frame {}

    /// The piece of a big file that came last on this line is written. The source sends no other on it before that.
    record Taken() implements Frame {}

    /// The end that says this has given up.
    record Stopped(String what, String next) implements Frame {}

    /// A file that is wanted.
    ///
    /// @param kept of a big one the pieces that the target has from an attempt before
    record Wish(long number, BitSet kept) {}

    /// A file in a block.
    record Piece(long number, Sha256 digest, ByteBuffer bytes) {}

    /// Why a file was not sent.
    enum Reason {
        VANISHED,
        CHANGED,
        UNREADABLE
    }
}
