package gotthard.inventory;

/// Which of what lies in the folder of a place is one cell's, so that cells may share a store and even a folder.
public sealed interface Selection {
    /// All of it.
    Selection EVERYTHING = new All();

    /// All of it.
    record All() implements Selection {}

    /// What a list names: a file of the same store, in UTF-8, with one path a line, relative to the folder; `#` begins a line that
    /// is a comment.
    ///
    /// @param path of the list below the store, without a slash at either end
    record Listed(String path) implements Selection {}

    /// The objects that have a tag.
    record Tagged(String key, String value) implements Selection {}
}
