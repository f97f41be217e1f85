package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a command line says of a deletion.
final class DeletionOptions {
    private static final int MOST_SITES = 1000;

    private DeletionOptions() {}

    static Command.Deletion read(Map<String, String> given) throws Refused {
        String round = given.getOrDefault("--round", "");
        if (!round.matches("[a-z0-9]{0,40}")) {
            throw new Refused("--round " + round + " is none", "give at most 40 a-z and 0-9");
        }
        String covering = given.getOrDefault("--covering", "0");
        if (!covering.matches("\\d{1,3}")) {
            throw new Refused(
                    "--covering " + covering + " is out of range",
                    "give a whole number from 0 to " + (MOST_SITES - 1));
        }
        var spared = new ArrayList<Path>();
        for (String list : lines(given.getOrDefault("--spared", ""))) {
            spared.add(Path.of(list));
        }
        var stays = new ArrayList<RelativePath>();
        for (String name : lines(given.getOrDefault("--stays", ""))) {
            stays.add(RelativePath.of(name.getBytes(StandardCharsets.UTF_8)));
        }
        return new Command.Deletion(
                round.isEmpty() ? Optional.empty() : Optional.of(round),
                Integer.parseInt(covering),
                spared,
                stays);
    }

    private static List<String> lines(String all) {
        return all.lines().filter(line -> !line.isEmpty()).toList();
    }
}
