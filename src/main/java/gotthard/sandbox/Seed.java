package gotthard.sandbox;

import gotthard.inventory.DataType;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What lies at the source before anything moves: made-up files of two regions, the same in every sandbox.
///
/// @param mark the file that says that they have been laid out
/// @param hosts those of the sandbox
/// @param files how many of each kind of data and region
record Seed(Path mark, Map<EndpointName, SandboxHost> hosts, int files) {
    /// The site that has the data at the start.
    static final SiteName SITE = new SiteName("moscow");

    private static final List<String> REGIONS = List.of("europe", "russia");
    private static final int SMALLEST = 200;
    private static final int SPREAD = 24_000;
    private static final Instant FIRST = Instant.parse("2018-01-01T00:00:00Z");

    /// Lays the files out, unless that was done before.
    void layOut(Inventory inventory) throws IOException {
        if (Files.exists(mark) || !inventory.sites().containsKey(SITE)) {
            return;
        }
        for (String region : REGIONS) {
            var name = new RegionName(region);
            if (inventory.regions().containsKey(name)) {
                layOut(inventory, name);
            }
        }
        Files.writeString(mark, "laid out\n");
    }

    private void layOut(Inventory inventory, RegionName region) throws IOException {
        for (DataType type : new TreeMap<>(inventory.data()).values()) {
            var folder = inventory.folder(SITE, region, type.name());
            var host = folder.flatMap(at -> Optional.ofNullable(hosts.get(at.host())));
            if (folder.isPresent() && host.isPresent()) {
                fill(host.get().path(folder.get().path()), region, type.mutability());
            }
        }
    }

    private void fill(Path folder, RegionName region, DataType.Mutability mutability)
            throws IOException {
        var random = new SplittableRandom(region.value().hashCode());
        for (int i = 0; i < files; i++) {
            var name = new byte[8];
            random.nextBytes(name);
            String hex = HexFormat.of().formatHex(name);
            int size = SMALLEST + (int) (SPREAD * Math.pow(random.nextDouble(), 3));
            Instant at = FIRST.plus(Duration.ofMinutes(random.nextInt(400_000)));
            long content = random.nextLong();
            Path inside = folder.resolve(hex.substring(0, 1));
            switch (mutability) {
                case APPEND_ONLY -> write(inside.resolve(hex + ".bin"), sample(content, size), at);
                case MUTABLE ->
                        write(inside.resolve(hex + ".json"), about(hex, region, size, at), at);
            }
        }
    }

    private static byte[] sample(long seed, int size) {
        var bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] about(String name, RegionName region, int size, Instant at) {
        return "{\"file\": \"%s.bin\", \"region\": \"%s\", \"bytes\": %d, \"received\": \"%s\"}%n"
                .formatted(name, region, size, at)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] content, Instant at) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
