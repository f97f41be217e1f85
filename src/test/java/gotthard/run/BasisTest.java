package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Opening;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class BasisTest {
    private final Basis basis = new Basis(Routes.inventory());

    private static Opening startedBy(String person, String plan) {
        Opening opening = new Routes().idle("a").opening();
        return new Opening(
                opening.plan(),
                opening.title(),
                opening.planSource(),
                opening.inventorySource(),
                opening.toolVersion(),
                person,
                opening.seed(),
                opening.selection(),
                opening.limits(),
                opening.steps(),
                Map.of(opening.planSource(), plan));
    }

    @Test
    void takesWhoStartedTheRunOnWhateverMachineAndWhoOwnsThePlanForAuthors() {
        var opening = startedBy("lead-1 on desk-1", "metadata: {name: a, owner: lead-2}");

        assertThat(basis.authors(opening)).containsExactly("lead-1", "lead-2");
    }

    @Test
    void takesOnlyWhoStartedTheRunWhereThePlanIsNotKnown() {
        assertThat(basis.authors(startedBy("lead-1", "["))).containsExactly("lead-1");
    }
}
