package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Look;
import gotthard.transfer.stream.Manner;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the command line.
final class CommandLine {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern SHARD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Set<Role> CALLING = Set.of(Role.SEND, Role.COMPARE_SEND, Role.COVER);
    private static final String INDEX = "JOB_COMPLETION_INDEX";
    private static final int MOST_LINES = 64;
    private static final int PORTS = 65_535;

    /// Of the files, in a sample.
    private static final double SHARE = 0.01;

    private final Map<String, String> given = new TreeMap<>();
    private final Map<String, String> environment;

    private CommandLine(Map<String, String> environment) {
        this.environment = environment;
    }

    /// What the arguments ask for.
    ///
    /// @throws Refused when they are not understood
    static Command read(String[] arguments, Map<String, String> environment) throws Refused {
        if (arguments.length == 0) {
            throw new Refused("there is no role", "say what to do: " + roles());
        }
        Role role =
                Role.of(arguments[0])
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "there is no role \"" + arguments[0] + "\"",
                                                "say one of " + roles()));
        var line = new CommandLine(environment);
        line.collect(arguments);
        return line.command(role);
    }

    private void collect(String[] arguments) throws Refused {
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!Usage.TEXT.contains("  " + name + " ") || !name.startsWith("--")) {
                throw new Refused(
                        "there is no option \"" + name + "\"", "see --help for those there are");
            }
            if (i + 1 == arguments.length) {
                throw new Refused(name + " has no value", "write it behind: " + name + " VALUE");
            }
            if (given.put(name, arguments[i + 1]) != null) {
                throw new Refused(name + " is given twice", "leave one out");
            }
        }
    }

    private Command command(Role role) throws Refused {
        var place =
                new Command.Place(
                        Path.of(required("--root")),
                        key(),
                        part(),
                        Optional.ofNullable(given.get("--list")).map(Path::of),
                        choice(
                                "--folder",
                                Map.of(
                                        "own",
                                        Target.Folder.OWN,
                                        "shared",
                                        Target.Folder.SHARED,
                                        "merged",
                                        Target.Folder.MERGED),
                                "own"));
        Optional<InetSocketAddress> peer =
                CALLING.contains(role) ? Optional.of(peer(place.part())) : Optional.empty();
        return new Command(
                role,
                place,
                new Command.Network(
                        number("--listen", 7443, 0, PORTS),
                        peer,
                        number("--lines", 4, 1, MOST_LINES),
                        Path.of(given.getOrDefault("--tls", "/run/gotthard/tls")),
                        number("--control", 7480, 0, PORTS),
                        rate(),
                        Duration.ofSeconds(number("--patience", 300, 0, Integer.MAX_VALUE))),
                new Manner(
                        choice(
                                "--owners",
                                Map.of("kept", Owners.KEPT, "own", Owners.RECEIVER),
                                "kept"),
                        choice(
                                "--reading",
                                Map.of(
                                        "as-it-arrived",
                                        Manner.Reading.AS_IT_ARRIVED,
                                        "back",
                                        Manner.Reading.BACK),
                                "as-it-arrived"),
                        choice(
                                "--standing",
                                Map.of(
                                        "stays",
                                        Manner.Standing.STAYS,
                                        "own-replaced",
                                        Manner.Standing.OWN_REPLACED,
                                        "replaced",
                                        Manner.Standing.REPLACED),
                                "stays")),
                look(place),
                asOf(),
                choice(
                        "--removes",
                        Map.of(
                                "all",
                                Removing.Extent.ALL,
                                "books",
                                Removing.Extent.BOOKS,
                                "nothing",
                                Removing.Extent.NOTHING),
                        "all"),
                new Command.Asked(seconds("--young"), seconds("--probe")),
                DeletionOptions.read(given),
                Path.of(given.getOrDefault("--report", "/dev/termination-log")));
    }

    private Optional<Duration> seconds(String name) throws Refused {
        return given.containsKey(name)
                ? Optional.of(Duration.ofSeconds(number(name, 0, 0, Integer.MAX_VALUE)))
                : Optional.empty();
    }

    /// Both ends draw the same sample, by the key.
    private Look look(Command.Place place) throws Refused {
        return choice(
                "--level",
                Map.of(
                        "full",
                        new Look.Full(),
                        "sample",
                        new Look.Sample(place.key().hashCode(), SHARE),
                        "common",
                        new Look.Common(),
                        "recorded",
                        new Look.Recorded(),
                        "count",
                        new Look.Recorded()),
                "full");
    }

    private OptionalLong asOf() throws Refused {
        String text = given.getOrDefault("--as-of", "");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,12}")) {
            throw new Refused("--as-of " + text + " is no moment", "give whole seconds since 1970");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private String key() throws Refused {
        String key = required("--key");
        if (!KEY.matcher(key).matches()) {
            throw new Refused(
                    "--key " + key + " is no key",
                    "give at most 100 letters, digits, - and _, the same at both ends");
        }
        return key;
    }

    private Part part() throws Refused {
        if (given.containsKey("--shard")) {
            return shard(given.get("--shard"));
        }
        String shards = given.getOrDefault("--shards", "1");
        if (shards.equals("1")) {
            return Part.WHOLE;
        }
        String index = environment.getOrDefault(INDEX, "");
        if (index.isEmpty()) {
            throw new Refused(
                    "nothing says which of " + shards + " shards this is",
                    "give --shard I/N, or start it as an Indexed Job, which sets " + INDEX);
        }
        return shard(index + "/" + shards);
    }

    private static Part shard(String text) throws Refused {
        var shard = SHARD.matcher(text);
        if (shard.matches()) {
            int index = Integer.parseInt(shard.group(1));
            int count = Integer.parseInt(shard.group(2));
            if (index < count && count <= Part.MOST) {
                return new Part(index, count);
            }
        }
        throw new Refused(
                "there is no shard " + text,
                "count from 0/N to one less than N, with N at most " + Part.MOST);
    }

    private InetSocketAddress peer(Part part) throws Refused {
        String[] all = required("--connect").split(",", -1);
        if (all.length != part.count()) {
            throw new Refused(
                    "--connect has " + all.length + " addresses for " + part.count() + " shards",
                    "give one for each, in the order of the shards");
        }
        var address = ADDRESS.matcher(all[part.index()]);
        if (!address.matches() || Integer.parseInt(address.group(2)) > PORTS) {
            throw new Refused(
                    "--connect: \"" + all[part.index()] + "\" is no address",
                    "write HOST:PORT, and an IPv6 address in brackets");
        }
        return InetSocketAddress.createUnresolved(
                address.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(address.group(2)));
    }

    private OptionalLong rate() throws Refused {
        return Rates.read(given.getOrDefault("--rate", "none"))
                .orElseThrow(
                        () ->
                                new Refused(
                                        "--rate " + given.get("--rate") + " is no rate",
                                        "give whole bytes a second, or none"));
    }

    private int number(String name, int otherwise, int least, int most) throws Refused {
        String text = given.getOrDefault(name, String.valueOf(otherwise));
        if (text.matches("\\d{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw new Refused(
                name + " " + text + " is out of range",
                "give a whole number from " + least + " to " + most);
    }

    private <T> T choice(String name, Map<String, T> choices, String otherwise) throws Refused {
        String word = given.getOrDefault(name, otherwise);
        return Optional.ofNullable(choices.get(word))
                .orElseThrow(
                        () ->
                                new Refused(
                                        name + " can't be " + word,
                                        "give one of "
                                                + choices.keySet().stream()
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))));
    }

    private String required(String name) throws Refused {
        return Optional.ofNullable(given.get(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refused(name + " is missing", "add it; see --help"));
    }

    private static String roles() {
        return Arrays.stream(Role.values())
                .map((Function<Role, String>) Role::word)
                .collect(Collectors.joining(", "));
    }
}
