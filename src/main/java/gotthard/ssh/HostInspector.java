package gotthard.ssh;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Question;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.problem.Quoted;
import gotthard.shape.ByteSize;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks at hosts: reachable, version, clock, rights to folders, programs, and space in bytes and inodes.
public final class HostInspector implements Inspector {
    private static final long KILOBYTE = 1024;
    private static final String RIGHTS =
            """
            at=$1
            case $at in "~/"*) at=$HOME/${at#??} ;; esac
            wanted=$at
            while [ -n "$at" ] && [ ! -e "$at" ]; do at=${at%/*}; done
            at=${at:-/}
            [ "$at" = "$wanted" ] || [ "$2" = write ] || { echo missing; exit 0; }
            [ -r "$at" ] && [ -x "$at" ] || { echo unreadable; exit 0; }
            [ "$2" != write ] || [ -w "$at" ] || { echo unwritable; exit 0; }
            echo good
            """;
    private static final String SPACE =
            """
            export LC_ALL=C
            at=$1
            while [ -n "$at" ] && [ ! -d "$at" ]; do at=${at%/*}; done
            df "$2" "${at:-/}" | awk '{ for (i = NF; i > 3; i--) if ($i ~ /^([0-9]+%|-)$/) { print $(i - 3), $(i - 1); exit } }'
            """;

    /// Needs nothing; found by `ServiceLoader`.
    public HostInspector() {}

    @Override
    public boolean knows(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Host;
    }

    @Override
    public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        HostConnection host;
        try {
            host = context.open(new HostConnector(), endpoint.name());
        } catch (Unreachable unreachable) {
            var failure = unreachable.failure();
            return List.of(new Finding.Bad("reachable", failure.what(), failure.next()));
        }
        var findings = new ArrayList<Finding>();
        findings.add(new Finding.Good("reachable", host.address()));
        findings.add(new Finding.Good("version", host.run(List.of("uname", "-srm")).output()));
        findings.add(clock(context, host));
        for (Access one : access) {
            if (one instanceof Access.Folder folder) {
                findings.add(rights(host, folder));
                if (folder.writes()) {
                    findings.addAll(space(host, folder.path()));
                }
            } else if (one instanceof Access.Program program) {
                findings.add(program(host, program));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> answer(Context context, Endpoint endpoint, Question question)
            throws InterruptedException, Unreachable {
        HostConnection host = context.open(new HostConnector(), endpoint.name());
        var folders = new HostFolders(context, host);
        return switch (question) {
            case Question.Holds holds -> List.of(folders.holds(holds));
            case Question.Keeps keeps -> List.of(folders.keeps(keeps));
            case Question.Room(var folder) -> space(host, folder);
            case Question.Versioned _ -> List.of();
        };
    }

    private static Finding clock(Context context, HostConnection host)
            throws Unreachable, InterruptedException {
        Instant asked = context.now();
        Ran ran = host.run(List.of("date", "+%s"));
        Instant answered = context.now();
        try {
            Instant theirs = Instant.ofEpochSecond(Long.parseLong(ran.output()));
            Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
            // "date" drops what is below a second, so that half a second is added on average.
            Duration ahead = Duration.between(middle, theirs.plusMillis(500));
            return new Finding.Measured("clock", new Measure.ClockAhead(ahead));
        } catch (NumberFormatException _) {
            return new Finding.Bad(
                    "clock",
                    "date prints " + Quoted.of(ran.isGood() ? ran.output() : ran.reason()),
                    "check that date of the host is the system's own");
        }
    }

    /// `good`, `missing`, `unreadable` or `unwritable`.
    private static String right(HostConnection host, Access.Folder folder)
            throws Unreachable, InterruptedException {
        String wanted = folder.writes() ? "write" : "read";
        return host.run(List.of("sh", "-c", RIGHTS, "sh", folder.path(), wanted)).output();
    }

    private static Finding rights(HostConnection host, Access.Folder folder)
            throws Unreachable, InterruptedException {
        String wanted = folder.writes() ? "write" : "read";
        String found = right(host, folder);
        return found.equals("good")
                ? new Finding.Good(
                        "rights",
                        "%s may be %s"
                                .formatted(folder.path(), folder.writes() ? "written" : "read"))
                : new Finding.Bad(
                        "rights",
                        "%s is %s".formatted(folder.path(), found),
                        found.equals("missing")
                                ? "correct the folder of the store in the inventory"
                                : "give the user of the inventory the right to " + wanted + " it");
    }

    private static List<Finding> space(HostConnection host, String folder)
            throws Unreachable, InterruptedException {
        String kilobytes = host.run(List.of("sh", "-c", SPACE, "sh", folder, "-Pk")).output();
        String inodes = host.run(List.of("sh", "-c", SPACE, "sh", folder, "-Pi")).output();
        return List.of(bytes(kilobytes, folder), inodes(inodes, folder));
    }

    private static Finding bytes(String printed, String folder) {
        OptionalLong free = number(printed, 1);
        if (free.isEmpty()) {
            return new Finding.Bad("space", "df tells nothing of " + folder, "check df there");
        }
        return free.getAsLong() == 0
                ? new Finding.Bad(
                        "space",
                        "nothing is free at " + folder,
                        "free space there or enlarge the disk")
                : new Finding.Measured(
                        "space",
                        new Measure.Free(folder, new ByteSize(free.getAsLong() * KILOBYTE)));
    }

    /// Some file systems have no fixed number of inodes and say 0 of 0, or `-`.
    private static Finding inodes(String printed, String folder) {
        OptionalLong all = number(printed, 0);
        OptionalLong free = number(printed, 1);
        if (all.isEmpty() || free.isEmpty() || all.getAsLong() == 0) {
            return new Finding.Good("inodes", "made as needed at " + folder);
        }
        return free.getAsLong() == 0
                ? new Finding.Bad(
                        "inodes",
                        "no file can be made at %s: all %,d inodes are taken"
                                .formatted(folder, all.getAsLong()),
                        "remove files there, or give the disk more inodes")
                : new Finding.Measured(
                        "inodes", new Measure.FreeFiles(folder, free.getAsLong(), all.getAsLong()));
    }

    private static OptionalLong number(String printed, int place) {
        String[] words = printed.split(" ", -1);
        return place < words.length && words[place].matches("[0-9]{1,16}")
                ? OptionalLong.of(Long.parseLong(words[place]))
                : OptionalLong.empty();
    }

    private static Finding program(HostConnection host, Access.Program program)
            throws Unreachable, InterruptedException {
        Optional<String> found = found(host, program);
        return found.isPresent()
                ? new Finding.Good("program", found.get())
                : new Finding.Bad(
                        "program",
                        String.join(" or ", program.oneOf()) + " is missing",
                        "install it on " + host.name());
    }

    /// `tar is /usr/bin/tar`.
    private static Optional<String> found(HostConnection host, Access.Program program)
            throws Unreachable, InterruptedException {
        for (String one : program.oneOf()) {
            Ran ran = host.run(List.of("sh", "-c", "command -v \"$1\"", "sh", one));
            if (ran.isGood()) {
                return Optional.of(one + " is " + ran.output());
            }
        }
        return Optional.empty();
    }

    /// A folder to be read that is not there lacks no right.
    @Override
    public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        if (access.isEmpty()) {
            return List.of();
        }
        HostConnection host = context.open(new HostConnector(), endpoint.name());
        var lacking = new ArrayList<Lack>();
        for (Access one : access) {
            if (one instanceof Access.Folder folder) {
                String found = right(host, folder);
                if (found.equals("unreadable") || found.equals("unwritable")) {
                    lacking.add(
                            new Lack(
                                    folder,
                                    folder.toString(),
                                    "it is " + found,
                                    "give it to the user of the inventory"));
                }
            } else if (one instanceof Access.Program program && found(host, program).isEmpty()) {
                lacking.add(
                        new Lack(
                                program,
                                program.toString(),
                                "it is missing",
                                "install it on " + host.name()));
            }
        }
        return lacking;
    }
}
