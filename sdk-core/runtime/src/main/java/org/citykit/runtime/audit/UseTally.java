package org.citykit.runtime.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts uses by kind, jar and API. A call whose owner is a class of the plugin waits until all classes are known, for
 * the method may be the JDK's, inherited. Confined.
 */
final class UseTally {
    private static final int WAITING = 100_000;
    private static final int DEPTH = 100;

    private record Key(UseKind kind, String library, String api) {}

    private record Waiting(String library, String owner, String name, String descriptor, Use.Place place) {}

    private static final class Count {
        private final List<Use.Place> places = new ArrayList<>();
        private int count;
    }

    private final AuditDeclared declared;
    private final AuditLimits limits;
    private final SensitiveApis apis = SensitiveApis.DEFAULT;
    private final Map<Key, Count> counts = new LinkedHashMap<>();
    private final Map<String, String> superNames = new HashMap<>();
    private final Set<Waiting> waiting = new HashSet<>();
    private String library = "";

    UseTally(AuditDeclared declared, AuditLimits limits) {
        this.declared = declared;
        this.limits = limits;
    }

    void startJar(String name) {
        library = name;
    }

    void startClass(String name, String superName) {
        superNames.putIfAbsent(name, superName);
    }

    void nativeMethod(Use.Place place) {
        count(new Key(UseKind.NATIVE, library, "a native method"), place);
    }

    /** A text that is the name of a sensitive type is most likely made a class of. */
    void text(String text, Use.Place place) {
        apis.ofName(text).ifPresent(kind -> count(new Key(kind, library, "\"" + text + "\", by its name"), place));
    }

    void call(String owner, String name, String descriptor, Use.Place place) {
        Optional<SensitiveApis.Api> found = apis.find(owner, name, descriptor);
        found.ifPresent(api -> count(new Key(api.kind(), library, api.name()), place));
        if (found.isEmpty() && !name.equals("<init>") && apis.mayInherit(owner, name) && waiting.size() < WAITING) {
            waiting.add(new Waiting(library, owner, name, descriptor, place));
        }
    }

    /** By kind, the plugin's own first, the most frequent first. */
    List<Use> uses() {
        waiting.stream()
                .sorted(Comparator.comparing(one -> one.place().toString()))
                .forEach(this::resolve);
        waiting.clear();
        List<Use> uses = new ArrayList<>();
        counts.forEach((key, it) -> uses.add(new Use(
                key.kind(), key.library(), key.api(), declared.kinds().contains(key.kind()), it.count, it.places)));
        uses.sort(Comparator.comparing(Use::kind)
                .thenComparing(Use::library)
                .thenComparing(Comparator.comparingInt(Use::count).reversed())
                .thenComparing(Use::api));
        return uses;
    }

    private void resolve(Waiting call) {
        String owner = call.owner();
        for (int i = 0; i < DEPTH && superNames.containsKey(owner); i++) {
            owner = superNames.getOrDefault(owner, "");
        }
        apis.find(owner, call.name(), call.descriptor())
                .ifPresent(api -> count(new Key(api.kind(), call.library(), api.name()), call.place()));
    }

    private void count(Key key, Use.Place place) {
        Count count = counts.computeIfAbsent(key, it -> new Count());
        count.count++;
        if (count.places.size() < limits.places() && !count.places.contains(place)) {
            count.places.add(place);
        }
    }
}
