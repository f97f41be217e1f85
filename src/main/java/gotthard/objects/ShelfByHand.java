package gotthard.objects;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.inventory.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a person brings the objects of a cell from one bucket to another: through a folder of the machine that `aws` runs on.
///
/// @param manner how it is gone again and again, or both ways; empty where it is gone once
record ShelfByHand(
        CellShelves cell,
        CopyKind.Versions versions,
        Optional<Route.Manner> manner,
        Prompt prompt) {
    ByHand.Told told() {
        var act = new ArrayList<Line>();
        boolean isInPasses = manner.filter(it -> !it.isExchange()).isPresent();
        if (isInPasses) {
            act.add(ByHand.say("Before the first pass only:"));
        }
        act.add(ByHand.type(keys() + " > " + file("before")));
        if (isInPasses) {
            act.add(ByHand.say("Each pass:"));
        }
        switch (cell.selection()) {
            case Selection.All _ -> {}
            case Selection.Listed(var list) ->
                    act.add(
                            ByHand.say(
                                    "Only the objects that the list %s of the bucket %s names: give each of them to aws s3 cp instead of aws s3 sync."
                                            .formatted(list, cell.from().bucket())));
            case Selection.Tagged(var key, var value) ->
                    act.add(
                            ByHand.say(
                                    "Only objects with the tag %s=%s (aws s3api get-object-tagging): give each of them to aws s3 cp instead of aws s3 sync."
                                            .formatted(key, value)));
        }
        switch (versions) {
            case CURRENT -> act.addAll(current());
            case ALL -> act.addAll(all());
        }
        return new ByHand.Told(act, check(), undo());
    }

    private List<Line> current() {
        String which =
                manner.filter(Route.Manner.REPLACE::equals).isPresent() ? "" : "--size-only ";
        return List.of(
                ByHand.type(from() + " s3 sync " + place(cell.from()) + " " + file("objects")),
                ByHand.type(
                        to()
                                + " s3 sync --dryrun "
                                + which
                                + file("objects")
                                + " "
                                + place(cell.to())),
                ByHand.say(
                        "Stop where it would replace a name that stands in %s: that is somebody else's."
                                .formatted(file("before"))),
                ByHand.type(to() + " s3 sync " + which + file("objects") + " " + place(cell.to())),
                ByHand.say(
                        "Metadata, tags and content types do not pass through a folder. For objects that have any, read them with aws s3api head-object and get-object-tagging, and give them to aws s3api put-object and put-object-tagging."));
    }

    private List<Line> all() {
        return List.of(
                ByHand.type(
                        from()
                                + " s3api list-object-versions --bucket %s --prefix %s --output json > %s"
                                        .formatted(
                                                Prompt.word(cell.from().bucket()),
                                                prefix(cell.from()),
                                                file("versions.json"))),
                ByHand.say(
                        "For each name, from its oldest version to its newest: a version is read with aws s3api get-object --version-id and written with aws s3api put-object; a delete marker is made with aws s3api delete-object."));
    }

    private List<Line> check() {
        return List.of(
                ByHand.type(from() + " s3 sync " + place(cell.from()) + " " + file("objects")),
                ByHand.type(to() + " s3 sync " + place(cell.to()) + " " + file("arrived")),
                ByHand.type(
                        "(cd %s && find . -type f -exec sha256sum {} +) | (cd %s && sha256sum --quiet -c -)"
                                .formatted(file("objects"), file("arrived"))),
                ByHand.say(
                        "The last command prints nothing and ends with 0. What else stands at the target is not looked at."));
    }

    private List<Line> undo() {
        return List.of(
                ByHand.type(
                        "%s | LC_ALL=C comm -13 %s - > %s"
                                .formatted(keys(), file("before"), file("brought"))),
                ByHand.say("Read that list, and take out of it what others have put there since."),
                ByHand.type(
                        "while IFS= read -r key; do %s s3api delete-object --bucket %s --key \"$key\"; done < %s"
                                .formatted(
                                        to(), Prompt.word(cell.to().bucket()), file("brought"))));
    }

    /// Lists the names at the target, one a line; `None` stands for none.
    private String keys() {
        return "%s s3api list-objects-v2 --bucket %s --prefix %s --query 'Contents[].[Key]' --output text | LC_ALL=C sort"
                .formatted(to(), Prompt.word(cell.to().bucket()), prefix(cell.to()));
    }

    private String from() {
        return prompt.aws(cell.from().server());
    }

    private String to() {
        return prompt.aws(cell.to().server());
    }

    private static String prefix(Shelf shelf) {
        return Prompt.word(shelf.prefix());
    }

    private static String place(Shelf shelf) {
        return Prompt.word("s3://" + shelf.bucket() + "/" + shelf.prefix());
    }

    private String file(String what) {
        return prompt.kept(
                "%s.%s.%s.%s"
                        .formatted(
                                cell.cell().region(),
                                cell.cell().data(),
                                Prompt.alias(cell.to().server()),
                                what));
    }
}
