package gotthard.traffic;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Located;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The step `http.check`: an endpoint answers as wanted.
public final class HttpCheckKind implements Kind<HttpCheckKind.Parameters> {
    private static final Code UNKNOWN_WEB = new Code("unknown-web");

    /// What stands under `with`.
    ///
    /// @param within how long a step waits for the wanted answer
    public record Parameters(
            SiteName at,
            Located<String> web,
            String path,
            int status,
            Optional<String> contains,
            Duration within) {}

    private static final Shape<Parameters> SHAPE =
            Shape.object(
                    fields -> {
                        var at =
                                fields.required(
                                        "at",
                                        Shape.reference(Inventory.SITE, SiteName::new),
                                        "the site that answers");
                        var web =
                                fields.required(
                                        "web",
                                        Shape.name().located(),
                                        "the endpoint, as the inventory names it under the site's \"web\"");
                        var path =
                                fields.optional(
                                        "path",
                                        Shape.text()
                                                .parse(
                                                        "the path of an HTTP address",
                                                        HttpCheckKind::path),
                                        "/",
                                        "what to ask for, below the endpoint's address");
                        var status =
                                fields.optional(
                                        "status",
                                        Shape.integer(100, 599),
                                        200,
                                        "the status that the answer must have");
                        var contains =
                                fields.maybe(
                                        "contains",
                                        Shape.text(),
                                        "a text that the answer must contain");
                        var within =
                                fields.optional(
                                        "within",
                                        Shape.duration(),
                                        Duration.ofSeconds(30),
                                        "how long to wait for such an answer");
                        return values ->
                                new Parameters(
                                        values.of(at),
                                        values.of(web),
                                        values.of(path),
                                        values.of(status),
                                        values.of(contains),
                                        values.of(within));
                    });

    @Override
    public String name() {
        return "http.check";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Waits until an HTTP endpoint answers as wanted; changes nothing.";
    }

    @Override
    public Shape<Parameters> parameters() {
        return SHAPE;
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        List<String> known =
                Optional.ofNullable(scope.inventory().sites().get(with.at())).stream()
                        .map(Site::web)
                        .flatMap(List::stream)
                        .map(Endpoint.Web::name)
                        .map(EndpointName::local)
                        .sorted()
                        .toList();
        String web = with.web().value();
        if (!known.contains(web)) {
            return Checked.invalid(unknown(with, known));
        }
        var wanted =
                new HttpCheck.Wanted(with.path(), with.status(), with.contains(), with.within());
        return Checked.valid(
                new Work.Change(new HttpCheck(new EndpointName(with.at(), web), wanted)));
    }

    private static Problem unknown(Parameters with, List<String> known) {
        String web = with.web().value();
        String advice =
                Suggestion.didYouMean(web, known)
                        .orElse(
                                known.isEmpty()
                                        ? "the site has none; declare it under the site's \"web\""
                                        : "declared: " + String.join(", ", known));
        return Problem.error(
                        UNKNOWN_WEB,
                        with.web().place(),
                        "the site "
                                + Quoted.of(with.at().value())
                                + " has no web endpoint "
                                + Quoted.of(web))
                .withAdvice(advice);
    }

    private static Parsed<String> path(String text) {
        if (!text.startsWith("/")) {
            return Parsed.bad("does not begin with a slash");
        }
        try {
            var uri = new URI("http://site" + text);
            return uri.getRawFragment() == null
                    ? Parsed.good(text)
                    : Parsed.bad("has a \"#\", which servers never see");
        } catch (URISyntaxException _) {
            return Parsed.bad("has characters that need to be written as %XX");
        }
    }
}
