package gotthard.files;

import gotthard.action.Unreachable;
import gotthard.ssh.Ran;
import gotthard.ssh.Running;
import gotthard.transfer.Amounts;
import gotthard.transfer.Item;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a file stands at a host.
///
/// @param names how many its content has
/// @param state kind, size, inode and time, as the host prints them
record Stand(long names, String state) {
    /// How files stand now; those that are not there are left out.
    static Map<RelativePath, Stand> of(RemoteFolder folder, List<Item> items)
            throws Halt, Unreachable, InterruptedException {
        if (items.isEmpty()) {
            return Map.of();
        }
        try (Running running = folder.start(ClearingScripts.STANDS)) {
            running.feed(new ByteArrayInputStream(RemoteFolder.lines(items)));
            byte[] printed = running.output().readAllBytes();
            Ran ran = running.await();
            if (!ran.isGood()) {
                throw Complaints.of(folder, ran);
            }
            return read(printed);
        } catch (IOException _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw Halt.tryAgain(
                    "the connection to " + folder.host().name() + " broke",
                    "check the network to it; it is tried again");
        } catch (Refused refused) {
            throw Complaints.of(folder, refused);
        }
    }

    private static Map<RelativePath, Stand> read(byte[] printed) throws Refused {
        var stands = new TreeMap<RelativePath, Stand>();
        List<byte[]> words = words(printed);
        for (int i = 0; i + 2 < words.size(); i += 3) {
            stands.put(
                    RelativePath.read(words.get(i + 2)),
                    new Stand(Long.parseLong(text(words.get(i))), text(words.get(i + 1))));
        }
        return stands;
    }

    private static List<byte[]> words(byte[] printed) {
        var words = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i < printed.length; i++) {
            if (printed[i] == 0) {
                words.add(Arrays.copyOfRange(printed, from, i));
                from = i + 1;
            }
        }
        return words;
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }

    /// The content of which of these files has names beside these.
    static List<String> otherNames(RemoteFolder folder, Map<RelativePath, Stand> stands) {
        Map<String, Integer> own = new HashMap<>();
        stands.values().forEach(stand -> own.merge(stand.state(), 1, Integer::sum));
        List<RelativePath> linked =
                stands.entrySet().stream()
                        .filter(one -> isFile(one.getValue()))
                        .filter(
                                one ->
                                        one.getValue().names()
                                                > own.getOrDefault(one.getValue().state(), 0))
                        .map(Map.Entry::getKey)
                        .toList();
        return linked.isEmpty()
                ? List.of()
                : List.of(
                        "%s, such as %s, %s another name (a hard link): the content stays under it"
                                .formatted(
                                        Amounts.files(linked.size()),
                                        folder.shown(linked.getFirst()),
                                        linked.size() == 1 ? "has" : "have"));
    }

    private static boolean isFile(Stand stand) {
        return stand.state().startsWith("f ")
                || stand.state().toLowerCase(java.util.Locale.ROOT).startsWith("regular");
    }
}
