package gotthard.files.jobs;

import gotthard.action.Prompt;

/// What a shell makes of a list that names the files of a cell.
public final class ListByHand {
    private ListByHand() {}

    /// The paths, as `find` prints them.
    public static String names(String list) {
        return "sed -e '/^#/d' -e '/^$/d' -e 's|^|./|' %s | LC_ALL=C sort"
                .formatted(Prompt.word(list));
    }

    /// The digests of these files.
    public static String digests(String list) {
        return names(list) + " | while IFS= read -r path; do sha256sum \"$path\"; done";
    }
}
