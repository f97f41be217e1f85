package gotthard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/// What a step does to cells, as a run's opening keeps it.
final class EffectPartsTest {
    private static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("files"));
    private static final SiteName FROM = new SiteName("moscow");
    private static final SiteName AT = new SiteName("zurich-1");

    EffectPartsTest() {}

    static Stream<Effect> effects() {
        return Stream.of(
                new Effect.Deploy(CELL, AT),
                new Effect.Copy(CELL, FROM, AT, true),
                new Effect.Copy(CELL, FROM, AT, false, true),
                new Effect.Replicate(CELL, FROM, AT, Effect.Flow.STREAM, true, false),
                new Effect.Replicate(CELL, FROM, AT, Effect.Flow.FOLLOW, false, true),
                new Effect.StopReplication(CELL, FROM, AT, true),
                new Effect.StopReplication(CELL, FROM, AT, false),
                new Effect.Fence(CELL, AT),
                new Effect.Drain(CELL, FROM, AT),
                new Effect.Verify(CELL, FROM, AT),
                new Effect.Switch(
                        CELL,
                        FROM,
                        List.of(AT, new SiteName("zurich-2")),
                        Effect.Pace.AT_ONCE,
                        Effect.Return.DRAINS),
                new Effect.Switch(
                        CELL, FROM, List.of(AT), Effect.Pace.GRADUALLY, Effect.Return.ROUTES),
                new Effect.Processing(CELL, AT),
                new Effect.StopProcessing(CELL, AT),
                new Effect.Stage(CELL, AT),
                new Effect.Unstage(CELL, AT),
                new Effect.Delete(CELL, AT));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void comesBackAsItWas(Effect effect) {
        Splitting apart = Splitting.empty();
        EffectParts.effect(apart, effect);

        Effect read = EffectParts.effect(Joining.of(apart.parts()));

        assertThat(read).isEqualTo(effect);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void namesNothingOutsideOfItsWords(Effect effect) {
        Splitting apart = Splitting.empty();

        EffectParts.effect(apart, effect);

        assertThat(
                        new String(
                                JsonText.bytes(apart.parts().facts()),
                                java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("moscow", "zurich", "europe", "files");
    }
}
