package gotthard.plan;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.shape.Located;
import gotthard.world.Aspect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cells that a plan moves together.
///
/// @param moves what is at the targets when the plan is done
/// @param pauses when the service of these cells may pause
public record Group(
        Set<RegionName> regions,
        SiteName from,
        Map<DataTypeName, Target> data,
        Set<Aspect> moves,
        List<Pause> pauses) {
    public Group {
        regions = Set.copyOf(regions);
        data = Map.copyOf(data);
        moves = Set.copyOf(moves);
        pauses = List.copyOf(pauses);
    }

    /// Where one data type goes.
    ///
    /// @param to sites that receive and serve it
    /// @param standby sites that receive it and stand by
    public record Target(List<SiteName> to, List<SiteName> standby) {
        public Target {
            to = List.copyOf(to);
            standby = List.copyOf(standby);
        }
    }

    /// A time in which the service may pause: from the beginning of the first step that `from` names to the end of the last that
    /// `until` names.
    public record Pause(Located<String> from, Located<String> until) {
        /// What `from` names.
        public String fromName() {
            return from.value();
        }

        /// What `until` names.
        public String untilName() {
            return until.value();
        }
    }
}
