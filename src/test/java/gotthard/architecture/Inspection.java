package gotthard.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks through compiled classes below a root package and says what breaks the house's rules.
record Inspection(JavaClasses classes, String root) {
    /// The rooms that there are: the first part of a package's name below the root.
    Set<String> rooms() {
        var rooms = new TreeSet<String>();
        classes.stream().map(this::room).flatMap(Optional::stream).forEach(rooms::add);
        return rooms;
    }

    /// Classes that stand in no room at all.
    List<String> homeless() {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(root))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getName() + " stands in no room")
                .sorted()
                .toList();
    }

    List<String> wrongArrows(String room) {
        return in(room).flatMap(type -> wrongArrows(room, type)).distinct().sorted().toList();
    }

    List<String> strangers(String room) {
        return in(room).flatMap(type -> strangers(room, type)).distinct().sorted().toList();
    }

    List<String> badManners(String room) {
        return in(room).flatMap(type -> badManners(room, type)).distinct().sorted().toList();
    }

    private Stream<String> wrongArrows(String room, JavaClass type) {
        return used(type)
                .filter(other -> room(other).isPresent())
                .filter(other -> !House.mayUse(room, room(other).orElseThrow()))
                .map(
                        other ->
                                "%s uses %s, but \"%s\" may not use \"%s\""
                                        .formatted(
                                                type.getName(),
                                                other.getName(),
                                                room,
                                                room(other).orElseThrow()));
    }

    private Stream<String> strangers(String room, JavaClass type) {
        return used(type)
                .filter(other -> !other.isPrimitive())
                .map(JavaClass::getName)
                .filter(other -> !other.startsWith(root + "."))
                .flatMap(other -> stranger(room, type, other).stream());
    }

    private static Optional<String> stranger(String room, JavaClass type, String other) {
        Optional<Library> library = Library.of(other);
        if (library.isEmpty()) {
            return Optional.of(
                    "%s uses %s, of a library that has no home in the table"
                            .formatted(type.getName(), other));
        }
        if (library.get().isAtHomeIn(room)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s uses %s, which is at home in %s: %s"
                        .formatted(
                                type.getName(),
                                other,
                                new TreeSet<>(library.get().homes()),
                                library.get().reason()));
    }

    private static Stream<String> badManners(String room, JavaClass type) {
        return Manner.ALL.stream()
                .filter(manner -> !manner.allows(room))
                .flatMap(
                        manner ->
                                members(type)
                                        .filter(use -> manner.uses().test(use.type(), use.member()))
                                        .map(
                                                use ->
                                                        "%s %s (%s %s), but \"%s\" may not"
                                                                .formatted(
                                                                        type.getName(),
                                                                        manner.what(),
                                                                        use.type(),
                                                                        use.member(),
                                                                        room)));
    }

    private static Stream<Use> members(JavaClass type) {
        Stream<Use> fields = type.getFieldAccessesFromSelf().stream().map(Inspection::use);
        Stream<Use> calls = type.getCodeUnitAccessesFromSelf().stream().map(Inspection::use);
        Stream<Use> types = used(type).map(other -> new Use(other.getName(), ""));
        return Stream.of(fields, calls, types).flatMap(found -> found);
    }

    private static Use use(JavaAccess<?> access) {
        var target = access.getTarget();
        var member =
                target instanceof AccessTarget.CodeUnitAccessTarget unit
                        ? unit.getName()
                                + "("
                                + String.join(
                                        ",",
                                        unit.getRawParameterTypes().stream()
                                                .map(JavaClass::getName)
                                                .toList())
                                + ")"
                        : target.getName();
        return new Use(access.getTargetOwner().getName(), member);
    }

    private static Stream<JavaClass> used(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType());
    }

    private Stream<JavaClass> in(String room) {
        return classes.stream().filter(type -> room(type).filter(room::equals).isPresent());
    }

    private Optional<String> room(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var below = name.substring(root.length() + 1);
        var dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }

    private record Use(String type, String member) {}
}
