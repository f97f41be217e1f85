package gotthard.web;

import gotthard.page.Html;
import gotthard.report.Words;

/// A page that says what is wrong, and what to do.
final class Plain {
    private Plain() {}

    static String page(String what, String next) {
        Html html = Html.page();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", Words.capital(what));
        html.empty("link", "rel", "stylesheet", "href", "/page.css");
        html.empty("link", "rel", "stylesheet", "href", "/app.css");
        html.close().open("body").open("main", "id", "main");
        html.element("h1", Words.capital(what));
        if (!next.isEmpty()) {
            html.element("p", Words.capital(next) + ".");
        }
        html.open("p").element("a", "All runs", "href", "/").close();
        return html.close().close().close().document();
    }
}
