package gotthard.clearing;

import gotthard.action.Notes;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.transfer.Held;
import gotthard.transfer.RelativePath;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;

/// Where a site keeps files or objects, as it is seen by who deletes them. Cells may share it.
interface Ground {
    /// For people.
    String shown();

    /// A file, for people.
    String shown(RelativePath path);

    /// Whether there is anything that could hold files.
    boolean isThere() throws Unreachable, InterruptedException;

    /// What the paths of all its files begin with, so that grounds of one store are held against each other.
    String root() throws Unreachable, InterruptedException;

    /// Where a list of the same store lies, told as [#root].
    String root(Selection.Listed list) throws Unreachable, InterruptedException;

    /// Sizes of all files by path, whosever they are.
    NavigableMap<RelativePath, Long> list() throws Unreachable, InterruptedException;

    /// What a list of the same store names.
    NavigableSet<RelativePath> names(Selection.Listed list)
            throws Unreachable, InterruptedException;

    /// Which of these files have a tag.
    NavigableSet<RelativePath> tagged(Collection<RelativePath> paths, Selection.Tagged tag)
            throws Unreachable, InterruptedException;

    /// Reads files from beginning to end; what is not there is left out.
    SortedMap<RelativePath, Held> read(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException;

    /// Deletes files that still are as they were read.
    ///
    /// @return those that are not, and stay
    List<RelativePath> delete(List<Map.Entry<RelativePath, Held>> files)
            throws Unreachable, InterruptedException;

    /// Removes empty folders.
    ///
    /// @param around only those that these files were in; all where it is empty
    void tidy(Optional<Collection<RelativePath>> around) throws Unreachable, InterruptedException;

    /// Deletes what is kept of these files beside what is current.
    ///
    /// @return how many versions
    long deleteVersions(Collection<RelativePath> paths) throws Unreachable, InterruptedException;

    /// Which of these files have content that stays under other names, in words; asked before they are deleted.
    List<String> otherNames(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException;

    /// What is kept of these files where nothing reaches, in words; asked after they are deleted.
    List<String> unreached(Collection<RelativePath> paths) throws Unreachable, InterruptedException;

    /// What the step keeps there.
    Notes notes();
}
