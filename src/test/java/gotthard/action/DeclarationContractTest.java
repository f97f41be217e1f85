package gotthard.action;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.action.Shipment.Lie;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.world.Cell;
import gotthard.world.Level;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An honest action passes; whatever an action says of itself that is not so is found.
final class DeclarationContractTest {
    @Nested
    final class AnHonestAction extends ActionContract {
        @Override
        protected Scene scene() {
            return new DepotScene(new Shipment(new Depot(), Lie.NONE));
        }
    }

    @Nested
    final class ALiar {
        @Test
        void thatDeclaresACopyAndCopiesNothingIsFoundWhenItIsDone() {
            assertThatItIsFound(
                    Lie.COPIES_NOTHING,
                    DeclarationContract::doesToCellsWhatItDeclares,
                    "europe/boxes STORED at zurich-1, DONE, is");
        }

        @Test
        void thatCopiesWithoutSayingSoIsFoundWhenItIsDone() {
            assertThatItIsFound(
                    Lie.COPIES_SILENTLY,
                    DeclarationContract::doesToCellsWhatItDeclares,
                    "europe/boxes STORED at zurich-1, DONE, is");
        }

        @Test
        void whoseHalfStoresWithoutSayingSoIsFoundWhenItIsCutOff() throws Exception {
            pass(Lie.STAGES_SILENTLY, DeclarationContract::doesToCellsWhatItDeclares);

            assertThatItIsFound(
                    Lie.STAGES_SILENTLY,
                    DeclarationContract::isCutOffWithWhatItDeclares,
                    "europe/boxes STORED at zurich-1, CUT_OFF, is");
        }

        @Test
        void whoseUndoingLeavesSomethingIsFound() {
            assertThatItIsFound(
                    Lie.LEAVES_A_BOX,
                    DeclarationContract::undoesOfCellsWhatItDeclares,
                    "europe/boxes STORED at zurich-1, UNDONE, is");
            assertThatItIsFound(
                    Lie.LEAVES_A_BOX,
                    DeclarationContract::undoesAfterACutWhatItDeclares,
                    "europe/boxes STORED at zurich-1, UNDONE_AFTER_A_CUT, is");
        }

        @Test
        void thatLeavesWhatItDoesNotDeclareIsFound() {
            assertThatItIsFound(
                    Lie.LEAVES_NOTHING,
                    DeclarationContract::isCutOffWithWhatItDeclares,
                    "declares that it may leave zurich-1/a");
            assertThatItIsFound(
                    Lie.LEAVES_A_NOTE,
                    DeclarationContract::isCutOffWithWhatItDeclares,
                    "declares that it may leave zurich-1/note");
        }

        @Test
        void thatUndoesAPointOfNoReturnIsFound() {
            assertThatItIsFound(
                    Lie.COMES_BACK,
                    DeclarationContract::leavesWhatItCannotUndoAsItIsAndSaysSo,
                    "Outcome.Failed");
            assertThatItIsFound(
                    Lie.COMES_BACK,
                    DeclarationContract::undoesOfCellsWhatItDeclares,
                    "europe/boxes STORED at zurich-1, UNDONE, is");
        }

        @Test
        void thatHasNothingToUndoAndAnEffectIsFound() {
            assertThatItIsFound(
                    Lie.ONLY_LOOKS,
                    DeclarationContract::hasNothingToUndoOnlyWhereItLeavesNothing,
                    Shipment.LEAVING);
        }
    }

    @Nested
    final class AScene {
        @Test
        void thatDoesNotLookWhereAnEffectShowsIsFound() {
            var blind =
                    new DeclarationContract() {
                        @Override
                        protected Scene scene() {
                            return new DepotScene(new Shipment(new Depot(), Lie.NONE)) {
                                @Override
                                public Map<Sight, Level> levels() {
                                    return Map.of();
                                }
                            };
                        }
                    };

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(blind::doesToCellsWhatItDeclares)
                    .withMessageContaining("looks at europe/boxes STORED at zurich-1");
        }
    }

    /// One test of the contract.
    private interface Part {
        void test(DeclarationContract contract) throws Exception;
    }

    private static void assertThatItIsFound(Lie lie, Part part, String words) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> pass(lie, part))
                .withMessageContaining(words);
    }

    private static void pass(Lie lie, Part part) throws Exception {
        part.test(
                new DeclarationContract() {
                    @Override
                    protected Scene scene() {
                        return new DepotScene(new Shipment(new Depot(), lie));
                    }
                });
    }

    private static class DepotScene implements DeclarationContract.Scene {
        private final Shipment shipment;

        DepotScene(Shipment shipment) {
            this.shipment = shipment;
        }

        @Override
        public Action action() {
            return shipment;
        }

        @Override
        public Context context(int run) {
            var nothing =
                    new Inventory(
                            "test",
                            Optional.empty(),
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            Set.of(),
                            Map.of());
            return new LentContext(
                    nothing,
                    Key.of("run-" + run, "boxes", 1),
                    Clock.systemUTC(),
                    Duration.ofMinutes(1));
        }

        @Override
        public Map<String, String> world() {
            return new TreeMap<>(shipment.depot().things);
        }

        @Override
        public List<Cell> cells() {
            return List.of(
                    new Cell(
                            Depot.CELL,
                            false,
                            List.of(Depot.MOSCOW),
                            List.of(Depot.ZURICH),
                            List.of(),
                            Set.of()));
        }

        @Override
        public Map<Sight, Level> levels() {
            return Map.of(
                    new Sight(Depot.CELL, Depot.MOSCOW, Sight.Quality.STORED),
                    level(Depot.MOSCOW),
                    new Sight(Depot.CELL, Depot.ZURICH, Sight.Quality.STORED),
                    level(Depot.ZURICH));
        }

        private Level level(SiteName site) {
            int there = shipment.depot().at(site).size();
            Level some = there == 0 ? Level.NONE : Level.HALF;
            return there == Depot.BOXES.size() ? Level.FULL : some;
        }

        @Override
        public String leaving(String thing, String now) {
            return thing.equals("zurich-1/note") ? thing : Shipment.LEAVING;
        }

        @Override
        public void disturb() {
            shipment.depot().things.remove("zurich-1/b");
        }

        @Override
        public boolean cutOff(Context context, Before before) {
            shipment.bring(context, 2);
            return true;
        }

        @Override
        public void close() {}
    }
}
