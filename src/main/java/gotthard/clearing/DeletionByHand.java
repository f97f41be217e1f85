package gotthard.clearing;

import static java.util.stream.Collectors.joining;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.files.jobs.PodByHand;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;

import java.util.ArrayList;
import java.util.List;

/// How a person deletes a cell at one site: only what was read there and at the other sites, and was equal.
///
/// @param user as which pods run that mount volumes
record DeletionByHand(Clearing clearing, boolean versions, int user, Prompt prompt) {
    private static final String DIGESTS = "find . -type f -exec sha256sum {} + | LC_ALL=C sort";
    private static final String FILES_IN_VOLUME =
            "find . -path './.gotthard-*' -prune -o -type f -print";
    private static final String DIGESTS_IN_VOLUME =
            "find . -path './.gotthard-*' -prune -o -type f -exec sha256sum {} + | LC_ALL=C sort";
    private static final String REMOVE = "while IFS= read -r path; do rm -- \"$path\"; done";

    /// The pods of all sites that keep it in volumes.
    private List<Line> pods() {
        var spots = new ArrayList<Spot>();
        spots.add(clearing.at());
        spots.addAll(clearing.covered());
        var lines = new ArrayList<Line>();
        lines.add(PodByHand.tools());
        spots.forEach(spot -> lines.add(pod(spot).make()));
        spots.forEach(spot -> lines.add(pod(spot).ready()));
        return lines;
    }

    ByHand.Told told() {
        var act = new ArrayList<Line>(clearing.isInVolume() ? pods() : List.of());
        switch (clearing.at().place().selection()) {
            case Selection.All _ -> {}
            case Selection.Listed(var list) ->
                    act.add(other("that the list " + list + " of the store names"));
            case Selection.Tagged(var key, var value) ->
                    act.add(other("that have the tag " + key + "=" + value));
        }
        act.add(digests(clearing.at()));
        for (Spot spot : clearing.covered()) {
            act.add(digests(spot));
            act.add(
                    ByHand.type(
                            lies(spot) + " && echo 'all of it lies at %s'".formatted(spot.site())));
        }
        act.add(
                ByHand.say(
                        "Go on only where each of these lines was printed, and the list %s is not empty."
                                .formatted(file(clearing.at()))));
        act.add(deletion());
        if (versions) {
            act.add(
                    ByHand.say(
                            "The plan deletes older versions, too: aws s3api list-object-versions, then delete-object --version-id for each of these names."));
        }
        var check = new ArrayList<>(check());
        if (clearing.isInVolume()) {
            check.add(
                    ByHand.say(
                            "The pods are removed when all steps that use them have ended: kubectl delete pod %s, at all of these sites."
                                    .formatted(pod(clearing.at()).name())));
        }
        return new ByHand.Told(act, check, List.of());
    }

    private static Line other(String which) {
        return ByHand.say(
                "The folder is not this cell's alone. Only files %s: take all others out of the first list below."
                        .formatted(which));
    }

    private Line digests(Spot spot) {
        return ByHand.type(
                switch (spot.place().store()) {
                            case Store.OnHost host -> on(host, spot, DIGESTS);
                            case Store.InBucket bucket ->
                                    prompt.aws(bucket.endpoint())
                                            + " s3 sync "
                                            + address(bucket, spot)
                                            + " "
                                            + file(spot)
                                            + ".d && ( cd "
                                            + file(spot)
                                            + ".d && "
                                            + DIGESTS
                                            + " )";
                            case Store.OnVolume _ -> pod(spot).in(DIGESTS_IN_VOLUME);
                        }
                        + " > "
                        + file(spot));
    }

    /// Ends with 0 where all that was read lies there, too.
    private String lies(Spot spot) {
        return "test -z \"$(LC_ALL=C comm -23 %s %s)\"".formatted(file(clearing.at()), file(spot));
    }

    /// Only where all of it lies elsewhere, also for who reads over the sentence before.
    private Line deletion() {
        Spot at = clearing.at();
        String names =
                clearing.covered().stream().map(spot -> lies(spot) + " && ").collect(joining())
                        + "cut -c 67- "
                        + file(at);
        return ByHand.type(
                switch (at.place().store()) {
                    case Store.OnHost host -> names + " | " + on(host, at, REMOVE);
                    case Store.InBucket bucket ->
                            names
                                    + " | cut -c 3- | while IFS= read -r name; do "
                                    + prompt.aws(bucket.endpoint())
                                    + " s3 rm "
                                    + address(bucket, at)
                                    + "\"$name\"; done";
                    case Store.OnVolume _ -> names + " | " + pod(at).in(REMOVE);
                });
    }

    private List<Line> check() {
        Spot at = clearing.at();
        return List.of(
                ByHand.type(
                        switch (at.place().store()) {
                            case Store.OnHost host -> on(host, at, "find . -type f");
                            case Store.InBucket bucket ->
                                    prompt.aws(bucket.endpoint())
                                            + " s3 ls --recursive "
                                            + address(bucket, at);
                            case Store.OnVolume _ -> pod(at).in(FILES_IN_VOLUME);
                        }),
                ByHand.say("It prints nothing of %s any more.".formatted(clearing.cell())));
    }

    private String on(Store.OnHost host, Spot spot, String script) {
        return prompt.script(
                host.endpoint(),
                "cd " + Prompt.word(host.path() + "/" + spot.place().folder()) + " && " + script);
    }

    private static String address(Store.InBucket bucket, Spot spot) {
        String folder = spot.place().folder();
        return Prompt.word(
                "s3://" + bucket.bucket() + "/" + (folder.isEmpty() ? "" : folder + "/"));
    }

    private PodByHand pod(Spot spot) {
        return new PodByHand(clearing.cell(), Neighbours.end(spot), user, prompt);
    }

    private String file(Spot spot) {
        return prompt.kept(
                "%s.%s.%s.read"
                        .formatted(
                                clearing.cell().region(),
                                clearing.cell().data(),
                                Prompt.alias(spot.place().store().endpoint())));
    }
}
