package gotthard.transfer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Compares two listings in one pass, without content. What only the target has is not looked at: it is somebody else's.
///
/// @param alike files of the source that the target has with the same size
/// @param deviations in the order of their paths; a file with other metadata is among the alike, too
public record Comparison(List<Item.RegularFile> alike, List<Deviation> deviations) {
    public Comparison {
        alike = List.copyOf(alike);
        deviations = List.copyOf(deviations);
    }

    /// Both in the order of their paths.
    public static Comparison of(Manifest source, Manifest target) {
        var alike = new ArrayList<Item.RegularFile>();
        var deviations = new ArrayList<Deviation>();
        Iterator<Item> others = target.items().iterator();
        Optional<Item> other = next(others);
        for (Item wanted : source.items()) {
            while (other.isPresent() && other.get().path().compareTo(wanted.path()) < 0) {
                other = next(others);
            }
            if (other.isPresent() && other.get().path().equals(wanted.path())) {
                deviation(wanted, other.get()).ifPresent(deviations::add);
                if (wanted instanceof Item.RegularFile file && sameSize(file, other.get())) {
                    alike.add(file);
                }
            } else {
                deviations.add(new Deviation.Missing(wanted));
            }
        }
        return new Comparison(alike, deviations);
    }

    private static Optional<Deviation> deviation(Item wanted, Item found) {
        return switch (wanted) {
            case Item.RegularFile file when !sameSize(file, found) ->
                    Optional.of(new Deviation.Other(wanted, found));
            case Item.Link _ when !wanted.equals(found) ->
                    Optional.of(new Deviation.Other(wanted, found));
            case Item.Folder _ when !(found instanceof Item.Folder) ->
                    Optional.of(new Deviation.Other(wanted, found));
            case Item.RegularFile _, Item.Folder _, Item.Link _ ->
                    wanted.equals(found)
                            ? Optional.empty()
                            : Optional.of(new Deviation.Metadata(wanted, found));
        };
    }

    private static boolean sameSize(Item.RegularFile wanted, Item found) {
        return found instanceof Item.RegularFile file && file.size() == wanted.size();
    }

    private static Optional<Item> next(Iterator<Item> items) {
        return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
}
