package gotthard.web.pages;

import gotthard.page.Html;
import gotthard.page.Page;

import java.util.List;

/// Where a token is asked for.
final class SignInPage {
    private SignInPage() {}

    static String write(String trouble) {
        var frame =
                new Frame(
                        "Sign in",
                        List.of(new Frame.Crumb("Sign in", "")),
                        List.of("page", "sign-in"));
        return frame.around(page -> content(page, trouble), new Addresses());
    }

    private static void content(Page page, String trouble) {
        Html html = page.html();
        html.element("h1", "Sign in").text("\n");
        page.paragraph(
                Page.text(
                        "These pages are shown to whoever has the token that gotthard serve was started with. They change nothing."));
        html.open("form", "class", "sign-in", "method", "post", "action", "/sign-in");
        html.element("label", "Token", "for", "token");
        html.empty(
                "input",
                "type",
                "password",
                "id",
                "token",
                "name",
                "token",
                "required",
                "",
                "autocomplete",
                "current-password",
                "aria-describedby",
                "trouble");
        html.element("p", trouble, "id", "trouble", "class", "trouble-line", "role", "alert");
        html.element("button", "Sign in", "type", "submit");
        html.closeLine();
    }
}
