package gotthard.transfer.stream;

import java.io.IOException;

/// A line ended, or failed; not to be taken for a disk that did.
final class LineBroken extends IOException {
    private static final long serialVersionUID = 1L;

    LineBroken(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
