package gotthard.files.jobs;

import gotthard.inventory.SiteName;

import java.util.List;

/// What a step copies, and how.
///
/// @param address at which movers of other sites reach the node ports of the target's cluster
/// @param shards how many pods share a cell at each end
/// @param lines how many streams each of them sends
/// @param proof what is compared when the copy is verified
/// @param owners whose the files are at the target
/// @param user as which the pods run, where owners are not kept
public record Order(
        SiteName from,
        SiteName to,
        List<MovedCell> cells,
        String address,
        int shards,
        int lines,
        Proof proof,
        Owners owners,
        int user) {
    public Order {
        cells = List.copyOf(cells);
    }

    /// The same, where both ends are going to have what either has.
    Order merged() {
        return new Order(
                from,
                to,
                cells.stream().map(MovedCell::merged).toList(),
                address,
                shards,
                lines,
                proof,
                owners,
                user);
    }

    /// What is compared.
    public enum Proof {
        /// The content of every file, read at both ends.
        FULL("full"),
        /// The content of some.
        SAMPLE("sample"),
        /// Names and sizes.
        COUNT("count");

        private final String word;

        Proof(String word) {
            this.word = word;
        }

        /// As the mover takes it.
        String word() {
            return word;
        }
    }

    /// Whose files are at the target.
    public enum Owners {
        /// They belong to whom the pods run as.
        OWN("own"),
        /// They belong to the same users and groups, by number, as at the source: the pods run as root.
        KEPT("kept");

        private final String word;

        Owners(String word) {
            this.word = word;
        }

        /// As the mover takes it.
        String word() {
            return word;
        }
    }
}
