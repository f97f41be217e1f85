package gotthard.transfer;

/// How something at a target is not as at its source.
public sealed interface Deviation {
    RelativePath path();

    /// It is not there.
    record Missing(Item wanted) implements Deviation {
        @Override
        public RelativePath path() {
            return wanted.path();
        }
    }

    /// Something else is there: a folder for a file, another size, another link.
    record Other(Item wanted, Item found) implements Deviation {
        @Override
        public RelativePath path() {
            return wanted.path();
        }
    }

    /// The size is the same, the content is not.
    record Content(Item.RegularFile wanted, Sha256 source, Sha256 target) implements Deviation {
        @Override
        public RelativePath path() {
            return wanted.path();
        }
    }

    /// The content may be the same; mode or time is not.
    record Metadata(Item wanted, Item found) implements Deviation {
        @Override
        public RelativePath path() {
            return wanted.path();
        }
    }
}
