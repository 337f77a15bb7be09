package org.citykit.runtime.composition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Notations;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Value;

/** Reads what stands under {@code modules:}, each entry for itself. Confined to one thread and one reading. */
final class ModuleEntries {
    private static final Duration EVERY_HOUR = Duration.ofHours(1);
    private static final Notation<Duration> REFRESH = Notations.duration(Duration.ofSeconds(1), Duration.ofDays(366));
    private static final Notation<String> USE =
            Notation.of(Notations.ID.expected(), Notations.ID.advice(), ModuleEntries::provider);
    static final Notation<String> HOST = Notation.of(
            "the name of a host",
            "Write it as  protocol.example, without https:// and without a path.",
            EntryNames::host);

    private static final Notation<String> NETWORK = Notation.of(
            "the name of a host, with a port where it is not the usual one",
            "Write it as  protocol.example,  protocol.example:8443  or  *.protocol.example, without https:// and"
                    + " without a path.",
            EntryNames::network);

    private final String file;
    private final Map<String, Optional<Duration>> refreshes = new HashMap<>();

    /** Most modules are fetched as often as another. */
    private final Notation<Duration> everySoOften =
            Notation.of(REFRESH.expected(), REFRESH.advice(), text -> refreshes.computeIfAbsent(text, REFRESH::read));

    private final Map<String, Place> ids = new HashMap<>();
    private final List<ModuleSpec> specs = new ArrayList<>();
    private final List<RefusedModule> refused = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    ModuleEntries(String file) {
        this.file = file;
    }

    /** Reads the list; complains only if it is none. */
    void read(Value written, Complaints complaints) {
        if (written instanceof ListValue list) {
            for (Value element : list.elements()) {
                entry(element);
            }
        } else {
            complaints.wrong(written, "a list", "Write each module under a dash:  - id: visits.");
        }
    }

    /** The modules that can be opened. */
    List<ModuleSpec> specs() {
        return specs;
    }

    /** The modules that cannot, and whose ids are known and not another's. */
    List<RefusedModule> refused() {
        return refused;
    }

    /** What is wrong with the refused. */
    List<Problem> problems() {
        return problems;
    }

    private void entry(Value written) {
        Optional<String> id = idOf(written);
        Complaints complaints = complaints(written, id);
        Optional<MapValue> map = Section.group(written, complaints);
        Optional<ModuleSpec> spec = map.isPresent() ? spec(map.get(), complaints) : Optional.empty();
        Place earlier = id.isPresent() ? ids.putIfAbsent(id.get(), written.place()) : null;
        if (earlier != null) {
            complaints.add(RuntimeError.MODULE_DUPLICATE, written.place(), twice(earlier));
        }
        if (complaints.count() == 0) {
            if (spec.isPresent()) {
                specs.add(spec.get());
            }
            return;
        }
        if (earlier == null && id.isPresent()) {
            refused.add(new RefusedModule(id.get(), complaints.problems()));
        }
        problems.addAll(complaints.problems());
    }

    private Complaints complaints(Value written, Optional<String> id) {
        return id.isPresent()
                ? new Complaints(CompositionParts.KEYS, id.get(), file, written.place())
                : new Complaints(CompositionParts.KEYS, file);
    }

    private Optional<ModuleSpec> spec(MapValue written, Complaints complaints) {
        Section section = new Section(written, complaints);
        Optional<String> id = section.required("id", Notations.ID);
        Optional<String> use = section.required("use", USE);
        Optional<MapValue> settings = section.group("settings");
        Duration refresh = section.optional("refresh", everySoOften).orElse(EVERY_HOUR);
        List<String> network = section.oneOrMore("network", NETWORK);
        section.end();
        return id.isEmpty() || use.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModuleSpec(
                        id.get(),
                        use.get(),
                        settings.isPresent() ? settings.get() : MapValue.empty(settingsPlace(written.place())),
                        refresh,
                        network,
                        written.place()));
    }

    /** A provider's id, after the plugin's id and a slash where several plugins have one of that id. */
    private static Optional<String> provider(String text) {
        int slash = text.indexOf('/');
        boolean fits = slash < 0 || EntryNames.isPluginId(text.substring(0, slash));
        return fits && Notations.ID.read(text.substring(slash + 1)).isPresent() ? Optional.of(text) : Optional.empty();
    }

    private static Place settingsPlace(Place module) {
        return module.member("settings", module.line(), module.column());
    }

    private static Optional<String> idOf(Value written) {
        Optional<Value> id = written instanceof MapValue map ? map.get("id") : Optional.empty();
        return id.isPresent() && id.get() instanceof ScalarValue scalar
                ? Notations.ID.read(scalar.text())
                : Optional.empty();
    }

    private static String twice(Place earlier) {
        String where = earlier.line() == 0 ? earlier.path() : "line " + earlier.line();
        return "has the id of the module in " + where + ". Give it an id of its own.";
    }
}
