package gotthard.web.pages;

import gotthard.page.Html;
import gotthard.page.Page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What stands around each page: where one is, whether the page is live, and what is said to those who do not see it.
///
/// @param title of the window
/// @param crumbs the way here, without the first page
/// @param live what the script wants to know: names and values of `data-` attributes by turns
record Frame(String title, List<Crumb> crumbs, List<String> live) {
    /// A page on the way.
    record Crumb(String words, String address) {}

    String around(Page.Content content, Addresses addresses) {
        Html html = Html.page();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title + " – Gotthard");
        html.empty("link", "rel", "icon", "href", "data:,");
        html.empty("link", "rel", "stylesheet", "href", "/page.css");
        html.empty("link", "rel", "stylesheet", "href", "/app.css");
        html.element("script", "", "type", "module", "src", "/app.js");
        html.closeLine().open("body", attributes());
        html.element("a", "To the content", "class", "skip", "href", "#main").text("\n");
        top(html);
        html.open("main", "id", "main", "tabindex", "-1");
        content.accept(new Page(html, addresses));
        html.closeLine();
        foot(html);
        return html.closeLine().closeLine().document();
    }

    private String[] attributes() {
        var attributes = new ArrayList<String>();
        for (int i = 0; i < live.size(); i += 2) {
            Collections.addAll(attributes, "data-" + live.get(i), live.get(i + 1));
        }
        return attributes.toArray(String[]::new);
    }

    private void top(Html html) {
        html.open("header", "class", "top").open("nav", "aria-label", "Where you are").open("ol");
        if (crumbs.isEmpty()) {
            html.open("li").element("strong", "Gotthard", "aria-current", "page").close();
        } else {
            html.open("li").element("a", "Gotthard", "href", "/").close();
        }
        for (Crumb crumb : crumbs) {
            html.open("li");
            if (crumb.equals(crumbs.getLast())) {
                html.element("strong", crumb.words(), "aria-current", "page");
            } else {
                html.element("a", crumb.words(), "href", crumb.address());
            }
            html.close();
        }
        html.close().close();
        html.element("p", "", "id", "connection", "role", "status").closeLine();
        html.element("p", "", "id", "said", "class", "unseen", "aria-live", "polite").text("\n");
    }

    private static void foot(Html html) {
        html.open("footer").open("p");
        html.element("span", "All times are in UTC.", "id", "zone");
        html.text(" Pages only show: what is to be done is done with the commands on them.");
        html.close().closeLine();
    }
}
