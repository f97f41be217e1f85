package gotthard.mover;

import gotthard.transfer.RelativePath;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Clearable;
import gotthard.transfer.stream.Deciding;
import gotthard.transfer.stream.Look;
import gotthard.transfer.stream.Manner;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a mover is to do, as its command line says.
///
/// @param look what a comparison reads
/// @param asOf seconds since 1970; what was written since is late in a comparison
/// @param removes what a withdrawal removes
/// @param asked what one that only looks is to find out
/// @param deletion what a deletion is to know
/// @param report where the report is written
record Command(
        Role role,
        Place place,
        Network network,
        Manner manner,
        Look look,
        OptionalLong asOf,
        Removing.Extent removes,
        Asked asked,
        Deletion deletion,
        Path report) {
    /// Of what.
    ///
    /// @param list at the source, the file that names what is meant of the tree; without it all is
    /// @param folder at the target, whose the tree is
    record Place(Path root, String key, Part part, Optional<Path> list, Target.Folder folder) {
        /// What tells the stage of this part from those of others.
        String stage() {
            return key + "-" + part.index();
        }

        Target target(Tree tree) {
            return new Target(tree, stage(), part, folder);
        }
    }

    /// What is to be told of a folder, beside the room there.
    ///
    /// @param young what was written within so long is young; nothing is counted without it
    /// @param probe for how long a file that scanners take for harmful must stay; none is made without it
    record Asked(Optional<Duration> young, Optional<Duration> probe) {}

    /// What may be deleted, and what that takes.
    ///
    /// @param round the same for all movers of one attempt to delete; one that decides without only tells
    /// @param covering which of the covering sites is asked, from 0; of one that deletes, how many have to have been
    /// @param spared lists of others, of what stays
    /// @param stays files that stay, and folders with all that is below them
    record Deletion(
            Optional<String> round, int covering, List<Path> spared, List<RelativePath> stays) {
        Deletion {
            spared = List.copyOf(spared);
            stays = List.copyOf(stays);
        }

        Clearable clearable(Place of) {
            return new Clearable(of.list(), spared, stays);
        }

        Optional<Deciding.Round> look() {
            return round.map(name -> new Deciding.Round(name, covering));
        }
    }

    /// With whom, and how fast.
    ///
    /// @param listen the port for lines
    /// @param peer where the receiver is, for a sender; its name is not resolved
    /// @param lines those with data
    /// @param tls the folder of keys and certificates
    /// @param control the port of the HTTP face; 0 is any
    /// @param rate bytes a second at the beginning, if there is a limit
    /// @param patience for how long a peer that is not there is waited for
    record Network(
            int listen,
            Optional<InetSocketAddress> peer,
            int lines,
            Path tls,
            int control,
            OptionalLong rate,
            Duration patience) {}
}
