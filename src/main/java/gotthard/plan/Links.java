package gotthard.plan;

import gotthard.shape.Located;
import gotthard.yaml.Node;

import java.util.Optional;

/// The documents that a plan names, found before the plan itself is read: the inventory says which names the plan may use.
///
/// Paths start at the plan's folder.
public record Links(Optional<Located<String>> inventory, Optional<Located<String>> policy) {
    static final String INVENTORY = "inventory";
    static final String POLICY = "policy";

    /// Of a document that could not be read.
    public static final Links NONE = new Links(Optional.empty(), Optional.empty());

    /// Those of a document; what is not written as it should be is left for [PlanDocument] to refuse.
    public static Links of(Node document) {
        return new Links(link(document, INVENTORY), link(document, POLICY));
    }

    private static Optional<Located<String>> link(Node document, String key) {
        return document instanceof Node.Mapping all
                        && all.get("spec").orElse(document) instanceof Node.Mapping spec
                        && spec.get(key).orElse(spec) instanceof Node.Scalar path
                        && !path.isNull()
                ? Optional.of(new Located<>(path.text(), path.place()))
                : Optional.empty();
    }
}
