package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.problem.Suggestion;

import java.util.List;

/// Finds the person that somebody names.
final class People {
    private People() {}

    /// The person of that name in the plan's inventory.
    static Person named(Assembled assembled, String name) throws Trouble {
        var people = assembled.inventory().people();
        Person person = people.get(new PersonName(name));
        if (person != null) {
            return person;
        }
        List<String> known = people.keySet().stream().map(PersonName::value).sorted().toList();
        throw Trouble.badUse(
                "the inventory " + assembled.inventorySource() + " has no person \"" + name + "\"",
                Suggestion.didYouMean(name, known).orElse("it has " + String.join(", ", known)));
    }
}
