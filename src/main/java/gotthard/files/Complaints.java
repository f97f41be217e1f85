package gotthard.files;

import gotthard.ssh.Ran;
import gotthard.transfer.Refused;

import java.util.Locale;

/// Turns what the tools of a host complain about into failures that say what to do.
final class Complaints {
    private Complaints() {}

    static Halt of(RemoteFolder folder, Refused refused) {
        return Halt.refused("in " + folder.shown() + ", " + refused.what(), refused.next());
    }

    static Halt of(RemoteFolder folder, Ran ran) {
        String words = ran.errors().toLowerCase(Locale.ROOT);
        if (ran.exit() == Scripts.NOT_THERE) {
            return Halt.refused(
                    folder.shown() + " is not there",
                    "correct the folder of the store in the inventory");
        }
        if (ran.exit() == Scripts.OVERTAKEN) {
            return Halt.refused(
                    "at "
                            + folder.shown()
                            + ", another coordinator has gone on with this run, and this one was stopped",
                    "leave the run to the other; gotthard status shows it");
        }
        if (ran.exit() == Scripts.PREPARED_AGAIN) {
            return Halt.tryAgain(
                    "at " + folder.shown() + ", what an earlier attempt had begun came in between",
                    "it is tried again; what has arrived is kept");
        }
        if (ran.exit() == Scripts.NO_FOLDER) {
            return Halt.refused(
                    folder.shown() + " is not a folder",
                    "correct the folder of the store in the inventory");
        }
        if (ran.exit() == Scripts.UNLISTABLE) {
            return Halt.refused(
                    "in "
                            + folder.shown()
                            + ", a name contains a newline, which the tools of the host can't list",
                    "rename it, or install GNU find there");
        }
        if (ran.exit() == Scripts.NOT_ENTERED || words.contains("permission denied")) {
            return Halt.refused(
                    "%s can't be read or written%s".formatted(folder.shown(), detail(ran)),
                    "give the user of the inventory the rights to it");
        }
        if (isFull(ran.errors())) {
            return Halt.tryAgain(
                    folder.host().name() + " has no space left for " + folder.path(),
                    "free space there or enlarge the disk, then retry; what has arrived is kept");
        }
        if (words.contains("invalid option -- 't'")) {
            return Halt.refused(
                    "tar of %s can't read the list of what to send (-T)"
                            .formatted(folder.host().name()),
                    "install GNU tar there; the tar of busybox is good enough only at targets");
        }
        if (ran.exit() == 127) {
            return Halt.refused(
                    "a program is missing on %s%s".formatted(folder.host().name(), detail(ran)),
                    "install it there: tar, find, xargs and sha256sum are needed");
        }
        return Halt.tryAgain(
                "a command at %s failed (exit %d)%s"
                        .formatted(folder.shown(), ran.exit(), detail(ran)),
                "look at the host; it is tried again");
    }

    static boolean isFull(String errors) {
        String words = errors.toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("quota exceeded");
    }

    private static String detail(Ran ran) {
        return ran.errors().lines().findFirst().map(line -> " (" + line + ")").orElse("");
    }
}
