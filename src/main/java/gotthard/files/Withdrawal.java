package gotthard.files;

import gotthard.action.Unreachable;
import gotthard.transfer.Comparison;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes away what one key brought of one cell, as far as it still is what was brought.
record Withdrawal(Copying copying) {
    /// What was removed, and what somebody changed meanwhile and was left.
    record Withdrawn(long files, long bytes, List<RelativePath> left) {
        Withdrawn {
            left = List.copyOf(left);
        }
    }

    /// @param levels how many folders, from the target folder upwards, were not there before
    Withdrawn withdraw(int levels) throws Halt, Unreachable, InterruptedException {
        copying.begin();
        Digested brought = copying.brought();
        Manifest there = copying.target().list();
        var comparison = Comparison.of(brought.manifest(), there);
        Set<RelativePath> left = new HashSet<>();
        for (Deviation deviation : comparison.deviations()) {
            switch (deviation) {
                case Deviation.Other other -> left.add(other.path());
                case Deviation.Content content -> left.add(content.path());
                case Deviation.Missing _, Deviation.Metadata _ -> {}
            }
        }
        left.addAll(altered(comparison.alike(), brought));
        List<Item> ours =
                brought.manifest().leaves().stream()
                        .filter(
                                item ->
                                        there.at(item.path()).isPresent()
                                                && !left.contains(item.path()))
                        .toList();
        remove(ours, folders(brought, there), levels);
        return new Withdrawn(
                ours.size(),
                ours.stream()
                        .mapToLong(item -> item instanceof Item.RegularFile file ? file.size() : 0)
                        .sum(),
                left.stream().sorted().toList());
    }

    private List<RelativePath> altered(List<Item.RegularFile> alike, Digested brought)
            throws Halt, Unreachable, InterruptedException {
        if (alike.isEmpty()) {
            return List.of();
        }
        Map<RelativePath, Sha256> now = copying.target().digests(alike);
        return alike.stream()
                .map(Item.RegularFile::path)
                .filter(
                        path ->
                                !String.valueOf(brought.digests().get(path))
                                        .equals(String.valueOf(now.get(path))))
                .toList();
    }

    private void remove(List<Item> ours, List<Item.Folder> folders, int levels)
            throws Halt, Unreachable, InterruptedException {
        if (!folders.isEmpty()) {
            copying.target().change(copying.claim(), Scripts.MODE, List.of("u+rwx"), folders);
        }
        if (!ours.isEmpty()) {
            copying.target().change(copying.claim(), Scripts.REMOVE, List.of(), ours);
        }
        if (!folders.isEmpty()) {
            copying.target()
                    .change(copying.claim(), Scripts.REMOVE_EMPTY, List.of(), folders.reversed());
        }
        copying.mark().change(copying.claim(), Scripts.WITHDRAW, removing(levels), List.of());
    }

    private List<String> removing(int levels) {
        return List.of(copying.target().path(), Integer.toString(levels));
    }

    /// Removes the empty folders that were not there before, where there is no mark any more: the process that removed it may have
    /// ended before the folders were.
    ///
    /// @param levels how many folders, from the target folder upwards, were not there before
    void tidy(int levels) throws Halt, Unreachable, InterruptedException {
        copying.mark().run(Scripts.WITHDRAW, removing(levels), List.of());
    }

    /// A folder that was not there before and is empty; an empty text where there is none.
    String emptyFolder(int levels) throws Halt, Unreachable, InterruptedException {
        return copying.target()
                .run(Scripts.EMPTY_LEVEL, List.of(Integer.toString(levels)), List.of())
                .output();
    }

    private static List<Item.Folder> folders(Digested brought, Manifest there) {
        var folders = new ArrayList<Item.Folder>();
        for (Item.Folder folder : brought.manifest().folders()) {
            if (there.at(folder.path()).filter(Item.Folder.class::isInstance).isPresent()) {
                folders.add(folder);
            }
        }
        return folders;
    }
}
