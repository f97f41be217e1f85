package gotthard.ssh;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks at hosts: reachable, version, clock, rights to folders, programs, and space in bytes and inodes.
public final class HostInspector implements Inspector {
    private static final Duration MOST_SKEW = Duration.ofSeconds(5);
    private static final String RIGHTS =
            """
            at=$1
            while [ -n "$at" ] && [ ! -e "$at" ]; do at=${at%/*}; done
            at=${at:-/}
            [ "$at" = "$1" ] || [ "$2" = write ] || { echo missing; exit 0; }
            [ -r "$at" ] && [ -x "$at" ] || { echo unreadable; exit 0; }
            [ "$2" != write ] || [ -w "$at" ] || { echo unwritable; exit 0; }
            echo good
            """;
    private static final String SPACE =
            """
            export LC_ALL=C
            at=$1
            while [ -n "$at" ] && [ ! -d "$at" ]; do at=${at%/*}; done
            df "$2" "${at:-/}" | awk 'END { print $(NF - 2) }'
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
                findings.addAll(space(host, folder));
            } else if (one instanceof Access.Program program) {
                findings.add(program(host, program.program()));
            }
        }
        return findings;
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
            Duration skew = Duration.between(middle, theirs.plusMillis(500)).abs();
            String words = skew.toSeconds() + " s from this clock";
            return skew.compareTo(MOST_SKEW) <= 0
                    ? new Finding.Good("clock", words)
                    : new Finding.Bad("clock", words, "let chrony or ntpd set the clocks of both");
        } catch (NumberFormatException _) {
            return new Finding.Bad(
                    "clock", "date prints " + ran.reason(), "check date on the host");
        }
    }

    private static Finding rights(HostConnection host, Access.Folder folder)
            throws Unreachable, InterruptedException {
        String wanted = folder.writes() ? "write" : "read";
        String found = host.run(List.of("sh", "-c", RIGHTS, "sh", folder.path(), wanted)).output();
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

    private static List<Finding> space(HostConnection host, Access.Folder folder)
            throws Unreachable, InterruptedException {
        if (!folder.writes()) {
            return List.of();
        }
        String kilobytes =
                host.run(List.of("sh", "-c", SPACE, "sh", folder.path(), "-Pk")).output();
        String inodes = host.run(List.of("sh", "-c", SPACE, "sh", folder.path(), "-Pi")).output();
        return List.of(
                amount("space", kilobytes, "%s KiB free at " + folder.path()),
                amount("inodes", inodes, "%s inodes free at " + folder.path()));
    }

    /// Some file systems have no fixed number of inodes and say 0 or `-`.
    private static Finding amount(String subject, String printed, String words) {
        return subject.equals("space") && printed.equals("0")
                ? new Finding.Bad(
                        subject, words.formatted(printed), "free space there or enlarge the disk")
                : new Finding.Good(subject, words.formatted(printed));
    }

    private static Finding program(HostConnection host, String program)
            throws Unreachable, InterruptedException {
        Ran ran = host.run(List.of("sh", "-c", "command -v \"$1\"", "sh", program));
        return ran.isGood()
                ? new Finding.Good("program", program + " is " + ran.output())
                : new Finding.Bad(
                        "program", program + " is missing", "install it on " + host.name());
    }
}
