package gotthard.inventory;

import gotthard.secret.SecretRef;
import gotthard.shape.Located;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An inventory as written: each part for itself, not yet held against the others.
record Written(
        String name,
        Optional<String> sandbox,
        Map<Located<SiteName>, Site> sites,
        Map<RegionName, List<Located<CountryCode>>> regions,
        Map<DataTypeName, Data> data,
        List<Located<RoleName>> roles,
        Map<PersonName, Person> people) {

    /// What stands under `spec`.
    record Spec(
            Optional<String> sandbox,
            Map<Located<SiteName>, Site> sites,
            Map<RegionName, List<Located<CountryCode>>> regions,
            Map<DataTypeName, Data> data,
            List<Located<RoleName>> roles,
            Map<PersonName, Person> people) {
        Written named(String name) {
            return new Written(name, sandbox, sites, regions, data, roles, people);
        }
    }

    record Site(
            CountryCode country,
            Optional<Located<Cluster>> cluster,
            Map<HostGroupName, List<Host>> hosts,
            Map<StoreName, WrittenStore> stores,
            Map<Located<String>, Objects> objects,
            Optional<Movers> movers,
            Map<Located<String>, Located<Web>> web,
            Optional<Located<Metrics>> metrics) {}

    record Metrics(URI prometheus, Map<SignalName, Signal> signals) {}

    record Signal(
            String query,
            Optional<BigDecimal> above,
            Optional<BigDecimal> below,
            Duration lasting) {}

    record Cluster(Optional<String> context, Optional<String> kubeconfig) {}

    record Host(
            Located<String> name,
            Optional<String> address,
            int port,
            Optional<String> user,
            Optional<Keys> hostKeys,
            Optional<SecretRef> identity) {}

    /// The keys that a host may show.
    sealed interface Keys {
        record Pinned(List<String> keys) implements Keys {}

        record KnownHosts(String file) implements Keys {}
    }

    record Objects(
            Optional<URI> url,
            String region,
            Optional<SecretRef> accessKey,
            Optional<SecretRef> secretKey) {}

    record Web(Optional<URI> url) {}

    record Data(DataType.Mutability mutability, Map<Located<SiteName>, Where> where) {}

    /// With at most one of list and tag.
    record Where(
            Located<String> store,
            Located<String> folder,
            Optional<Located<String>> list,
            Optional<Located<Tag>> tag) {}

    record Tag(String key, String value) {}

    record Person(
            List<RoleName> roles,
            List<Located<String>> keys,
            List<Revoked> revoked,
            List<Delegation> delegates) {}

    record Revoked(Located<String> key, LocalDate since) {}

    record Delegation(Located<PersonName> to, Located<RoleName> role, LocalDate until) {}
}
