package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Line;
import gotthard.transfer.tree.Part;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.UUID;

/// What the end that calls says first on each line.
///
/// @param role of the end that is called
/// @param key of the step
/// @param process the process that calls; a fresh one for each
/// @param attempt of that process, from 0
/// @param line from 0, which is the first to be opened
/// @param lines of the attempt
record Greeting(Role role, String key, Part part, UUID process, int attempt, int line, int lines) {
    private static final int MAGIC = 0x474d5631;
    private static final int WELCOME = 1;
    private static final int REFUSED = 2;
    private static final int MOST_LINES = 65;

    Greeting at(int other) {
        return new Greeting(role, key, part, process, attempt, other, lines);
    }

    Greeting again(int other) {
        return new Greeting(role, key, part, process, other, line, lines);
    }

    void write(Line to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeUTF(role.word());
        out.writeUTF(key);
        out.writeInt(part.index());
        out.writeInt(part.count());
        out.writeLong(process.getMostSignificantBits());
        out.writeLong(process.getLeastSignificantBits());
        out.writeInt(attempt);
        out.writeInt(line);
        out.writeInt(lines);
        to.out().write(bytes.toByteArray());
    }

    /// Reads a greeting.
    ///
    /// @throws Refused when it is none
    static Greeting read(Line from) throws IOException, Refused {
        var in = new DataInputStream(from.in());
        if (in.readInt() != MAGIC) {
            throw unknown();
        }
        Role role = Role.of(in.readUTF()).orElseThrow(Greeting::unknown);
        String key = in.readUTF();
        int index = in.readInt();
        int count = in.readInt();
        var process = new UUID(in.readLong(), in.readLong());
        int attempt = in.readInt();
        int line = in.readInt();
        int lines = in.readInt();
        boolean fits =
                index >= 0
                        && index < count
                        && count <= Part.MOST
                        && attempt >= 0
                        && line >= 0
                        && line < lines
                        && lines >= 2
                        && lines <= MOST_LINES;
        if (!fits) {
            throw unknown();
        }
        return new Greeting(role, key, new Part(index, count), process, attempt, line, lines);
    }

    static void welcome(Line to) throws IOException {
        to.out().write(WELCOME);
    }

    static void refuse(Line to, Refused why) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(REFUSED);
        out.writeUTF(why.what());
        out.writeUTF(why.next());
        to.out().write(bytes.toByteArray());
    }

    /// Waits for the answer to a greeting.
    ///
    /// @throws Refused what the other end has against it
    static void hear(Line from) throws IOException, Refused {
        var in = new DataInputStream(from.in());
        int answer = in.readByte();
        if (answer == REFUSED) {
            throw new Refused("the receiver refused the line: " + in.readUTF(), in.readUTF());
        }
        if (answer != WELCOME) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return new Refused(
                "the other end speaks, and not as a mover of this version",
                "check that both ends run the same image");
    }
}
