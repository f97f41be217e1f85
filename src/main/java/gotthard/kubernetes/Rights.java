package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Access;
import gotthard.action.Inspector.Lack;
import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Asks an API server which rights the user of the kubeconfig's context lacks, one `SelfSubjectAccessReview` a verb.
record Rights(ClusterConnection cluster) {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    List<Lack> lacking(List<Access> access) throws Unreachable, InterruptedException {
        List<Access.Kubernetes> wanted = wanted(access);
        List<Answer> answers = Parallel.map(wanted, one -> cluster.post(REVIEWS, review(one)));
        var lacking = new ArrayList<Lack>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!isAllowed(wanted.get(i), answers.get(i))) {
                lacking.add(
                        new Lack(
                                wanted.get(i),
                                wanted.get(i).toString(),
                                "not allowed",
                                "give it to the user of the kubeconfig's context"));
            }
        }
        return lacking;
    }

    /// With what making a namespace needs, where it is not there.
    private List<Access.Kubernetes> wanted(List<Access> access)
            throws Unreachable, InterruptedException {
        var wanted = new ArrayList<Access>(access);
        for (Access one : access) {
            if (one instanceof Access.Namespace namespace
                    && cluster.get(ResourceType.NAMESPACE.path("", namespace.name())).isMissing()) {
                wanted.addAll(Needed.forMaking(namespace));
            }
        }
        return wanted.stream()
                .flatMap(
                        one ->
                                one instanceof Access.Kubernetes right
                                        ? Stream.of(right)
                                        : Stream.empty())
                .distinct()
                .toList();
    }

    private boolean isAllowed(Access.Kubernetes right, Answer answer) throws Unreachable {
        if (!answer.isGood()) {
            throw new Unreachable(Failures.of(cluster.where(), "review " + right, answer));
        }
        return answer.body().at("/status/allowed").asBoolean();
    }

    private static ObjectNode review(Access.Kubernetes right) {
        ObjectNode review =
                Json.object()
                        .put("apiVersion", "authorization.k8s.io/v1")
                        .put("kind", "SelfSubjectAccessReview");
        String[] resource = right.resource().split("/", 2);
        ObjectNode attributes =
                review.withObject("/spec/resourceAttributes")
                        .put("verb", right.verb())
                        .put("group", right.group())
                        .put("resource", resource[0])
                        .put("namespace", right.namespace());
        right.name().ifPresent(name -> attributes.put("name", name));
        if (resource.length > 1) {
            attributes.put("subresource", resource[1]);
        }
        return review;
    }
}
