package gotthard.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void isSha256OfRunStepAndGeneration() {
        // printf 'europe-files-k3x9q\0files[zurich-1]\0001' | sha256sum
        assertThat(Key.of("europe-files-k3x9q", "files[zurich-1]", 1).hex())
                .isEqualTo("f2de4ef261e9f053544928529313a250afe55cc7994960d0bc57d744f246178a");
    }

    @Test
    void differsByEachOfThem() {
        var key = Key.of("run", "step", 1);

        assertThat(key)
                .isNotEqualTo(Key.of("run2", "step", 1))
                .isNotEqualTo(Key.of("run", "step2", 1))
                .isNotEqualTo(Key.of("run", "step", 2));
        assertThat(Key.of("a", "bc", 1)).isNotEqualTo(Key.of("ab", "c", 1));
    }

    @Test
    void isBriefEnoughForALabel() {
        assertThat(Key.of("run", "step", 1).brief()).hasSize(20).matches("[0-9a-f]+");
    }
}
