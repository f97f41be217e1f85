package gotthard.transfer;

import java.util.OptionalLong;

/// What was written at a source since it was listed, or since a moment that somebody gave, and is not at the target.
///
/// @param things files, folders and links
/// @param files those among them
/// @param oldest when the first of it was written, in seconds since 1970; empty where that is not known
public record Late(long things, Amount files, OptionalLong oldest) {
    /// Nothing.
    public static final Late NONE = new Late(0, Amount.NONE, OptionalLong.empty());

    /// With a file of which only the size is known.
    public Late plus(long size) {
        return new Late(things + 1, files.plus(size), oldest);
    }

    /// With something that is no file.
    public Late plusOther() {
        return new Late(things + 1, files, oldest);
    }

    /// As far as another moment is known.
    ///
    /// @param written in seconds since 1970
    public Late since(long written) {
        return new Late(things, files, OptionalLong.of(Math.min(written, oldest.orElse(written))));
    }
}
