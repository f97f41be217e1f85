package gotthard.action;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two sites in memory: boxes, each with the key of the run that put it there.
final class Depot {
    static final SiteName MOSCOW = new SiteName("moscow");
    static final SiteName ZURICH = new SiteName("zurich-1");
    static final CellId CELL = new CellId(new RegionName("europe"), new DataTypeName("boxes"));
    static final EndpointName HALL = new EndpointName(ZURICH, "hall");
    static final List<String> BOXES = List.of("a", "b", "c", "d");

    /// What stands where: `moscow/a`.
    final Map<String, String> things = new TreeMap<>();

    Depot() {
        BOXES.forEach(box -> things.put(MOSCOW + "/" + box, "theirs"));
        things.put(ZURICH + "/shelf", "theirs");
    }

    List<String> at(SiteName site) {
        var there = new ArrayList<String>();
        for (String box : BOXES) {
            if (things.containsKey(site + "/" + box)) {
                there.add(box);
            }
        }
        return there;
    }

    void bring(String box, Key key) {
        things.putIfAbsent(ZURICH + "/" + box, key.hex());
    }

    void takeAway(Key key) {
        things.values().removeIf(key.hex()::equals);
    }
}
