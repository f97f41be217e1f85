package gotthard.transfer.stream;

import gotthard.transfer.RelativePath;
import gotthard.transfer.wire.Frame;

/// Files that were listed and could not be sent as they were.
final class Gone {
    private Gone() {}

    static Trouble trouble(RelativePath path, Frame.Reason reason) {
        return switch (reason) {
            case VANISHED ->
                    new Trouble(
                            path,
                            "it vanished at the source after it was listed",
                            "nothing, if it was meant to go; another pass does without it");
            case CHANGED ->
                    new Trouble(
                            path,
                            "it was changed at the source after it was listed",
                            "stop what writes it, or make another pass");
            case UNREADABLE ->
                    new Trouble(
                            path,
                            "it can't be read at the source",
                            "check the rights and the disk there, and try again");
        };
    }
}
