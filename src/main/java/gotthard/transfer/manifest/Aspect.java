package gotthard.transfer.manifest;

import java.util.EnumSet;
import java.util.Set;

/// What can differ in two entries of one path.
public enum Aspect {
    KIND,
    SIZE,
    CONTENT,
    TARGET,
    MODE,
    MODIFIED,
    OWNER;

    /// All that differs, as far as it is known: the content of a file that one side has not read does not, and a link has neither mode
    /// nor time that matters.
    public static Set<Aspect> between(Entry source, Entry target) {
        var aspects = EnumSet.noneOf(Aspect.class);
        Metadata wanted = source.metadata();
        Metadata found = target.metadata();
        boolean links =
                source.content() instanceof Content.Link
                        && target.content() instanceof Content.Link;
        if (!links && wanted.mode() != found.mode()) {
            aspects.add(MODE);
        }
        if (!links && wanted.modified() != found.modified()) {
            aspects.add(MODIFIED);
        }
        if (wanted.owner() != found.owner() || wanted.group() != found.group()) {
            aspects.add(OWNER);
        }
        aspects.addAll(between(source.content(), target.content()));
        return aspects;
    }

    private static Set<Aspect> between(Content source, Content target) {
        return switch (source) {
            case Content.Folder _ ->
                    target instanceof Content.Folder ? Set.<Aspect>of() : Set.of(KIND);
            case Content.Link _ ->
                    !(target instanceof Content.Link)
                            ? Set.of(KIND)
                            : source.equals(target) ? Set.<Aspect>of() : Set.of(TARGET);
            case Content.Unread(long size) -> files(size, target);
            case Content.Hashed(long size, var digest) ->
                    target instanceof Content.Hashed(long found, var other)
                                    && found == size
                                    && !other.equals(digest)
                            ? Set.of(CONTENT)
                            : files(size, target);
        };
    }

    private static Set<Aspect> files(long size, Content target) {
        return switch (target) {
            case Content.Unread(long found) -> sizes(size, found);
            case Content.Hashed(long found, var _) -> sizes(size, found);
            case Content.Folder _, Content.Link _ -> Set.of(KIND);
        };
    }

    private static Set<Aspect> sizes(long size, long found) {
        return size == found ? Set.of() : Set.of(SIZE);
    }
}
