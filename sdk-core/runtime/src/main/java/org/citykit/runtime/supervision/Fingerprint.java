package org.citykit.runtime.supervision;

import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Revision;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Value;

/** Names a plugin's bytes together with a module's settings, so that a cursor is never used for other ones. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(ModuleSpec spec, String pluginHash) {
        List<String> parts = new ArrayList<>(List.of(pluginHash, spec.use()));
        add(spec.settings(), parts);
        return Revision.of(parts).value();
    }

    /** Each kind says how much of it follows, so that no two trees have the same parts. */
    private static void add(Value value, List<String> parts) {
        if (value instanceof MapValue map) {
            parts.add("map " + map.members().size());
            map.members().forEach((key, member) -> {
                parts.add(key);
                add(member.value(), parts);
            });
        } else if (value instanceof ListValue list) {
            parts.add("list " + list.elements().size());
            list.elements().forEach(element -> add(element, parts));
        } else if (value instanceof ScalarValue scalar) {
            parts.add(scalar.isEmpty() ? "empty" : "text");
            parts.add(scalar.isEmpty() ? "" : scalar.text());
        }
    }
}
