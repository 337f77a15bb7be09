package org.citykit.runtime.composition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CalendarSystem;
import org.citykit.api.Text;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.Environment;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Notations;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Terms;
import org.citykit.runtime.value.Texts;
import org.citykit.runtime.value.Value;

/** Reads the parts of a composition from its value. Confined to one thread and one reading. */
final class CompositionParts {
    static final Terms KEYS =
            new Terms("key", RuntimeError.KEY_UNKNOWN, RuntimeError.KEY_MISSING, RuntimeError.VALUE_WRONG);

    private static final Notation<CalendarSystem> CALENDAR = Notations.constant(List.of(CalendarSystem.values()));

    private static final Notation<Duration> SETTLE =
            Notations.duration(ChangeSettings.LEAST_SETTLE, ChangeSettings.LONGEST_SETTLE);
    private static final Notation<Duration> PROOF =
            Notations.duration(ChangeSettings.LEAST_PROOF, ChangeSettings.LONGEST_PROOF);

    private final String file;
    private final Path home;
    private final Complaints complaints;
    private final Folders folders;

    CompositionParts(String file, Path home, Environment environment) {
        this.file = file;
        this.home = home;
        this.complaints = new Complaints(KEYS, file);
        this.folders = new Folders(home, environment);
    }

    /** @param text what the value was read from */
    CompositionReader.Read read(Value value, String text) {
        Section top = new Section(group(value), complaints);
        Optional<PortalSettings> portal = top.required("portal", "It holds id, name, languages and zone.")
                .flatMap(written -> Section.group(written, complaints))
                .flatMap(this::portal);
        List<Path> plugins = plugins(top);
        Optional<Path> data = data(top);
        Complaints outside = new Complaints(KEYS, file);
        Map<String, Path> named =
                top.group("folders").map(group -> named(group, outside)).orElseGet(Map::of);
        ModuleEntries modules = new ModuleEntries(file);
        top.optional("modules").ifPresent(written -> modules.read(written, complaints));
        ChangeSettings changes = top.group("changes").map(this::changes).orElse(ChangeSettings.STANDARD);
        TrustSettings trust = top.group("trust")
                .map(written -> new TrustEntry(home, complaints).read(written))
                .orElse(TrustSettings.OFF);
        top.end();

        List<Problem> problems = new ArrayList<>(complaints.problems());
        problems.addAll(outside.problems());
        problems.addAll(modules.problems());
        if (complaints.count() > 0 || portal.isEmpty() || data.isEmpty()) {
            return new CompositionReader.Read(Optional.empty(), problems, data);
        }
        Composition composition = new Composition(
                file,
                home,
                portal.get(),
                plugins,
                data.get(),
                named,
                modules.specs(),
                modules.refused(),
                changes,
                trust,
                text);
        return new CompositionReader.Read(Optional.of(composition), problems, data);
    }

    private MapValue group(Value value) {
        MapValue nothing = MapValue.empty(value.place());
        return value.isEmpty() ? nothing : Section.group(value, complaints).orElse(nothing);
    }

    private Optional<PortalSettings> portal(MapValue written) {
        int before = complaints.count();
        Section section = new Section(written, complaints);
        Optional<String> id = section.required("id", Notations.ID);
        Optional<Text> name = section.required("name", "Write it as  name: { fa: تهران, en: Tehran }.")
                .flatMap(value -> Texts.read(value, complaints));
        section.required("languages", "Write it as  languages: [fa, en], the main one first.");
        List<Locale> languages = distinct(section, "languages", Notations.LANGUAGE);
        Optional<ZoneId> zone = section.required("zone", Notations.ZONE);
        List<CalendarSystem> calendars = distinct(section, "calendars", CALENDAR);
        Optional<String> domain = section.optional("domain", ModuleEntries.HOST);
        section.end();
        if (complaints.count() > before || id.isEmpty() || name.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        List<CalendarSystem> shown = calendars.isEmpty() ? List.of(CalendarSystem.GREGORIAN) : calendars;
        return Optional.of(new PortalSettings(id.get(), name.get(), languages, zone.get(), shown, domain));
    }

    private <T> List<T> distinct(Section section, String key, Notation<T> notation) {
        Set<T> all = new LinkedHashSet<>();
        for (Value value : nonEmpty(section, key)) {
            Optional<T> one = notation.read(value, complaints);
            if (one.isPresent() && !all.add(one.get())) {
                complaints.refused(value.place(), "is " + Shown.of(value) + " a second time. Remove it.");
            }
        }
        return List.copyOf(all);
    }

    private List<Path> plugins(Section top) {
        top.required("plugins", "It names the folder of the plugin files.");
        List<Path> all = new ArrayList<>();
        for (Value value : nonEmpty(top, "plugins")) {
            Optional<Folders.Folder> folder = folders.read(value, complaints);
            folder.filter(named -> !Files.exists(named.path()))
                    .ifPresent(named -> complaints.refused(
                            value.place(),
                            "names " + named.shown()
                                    + ", which does not exist. Create it and put the plugin files into it."));
            folder.ifPresent(named -> all.add(named.path()));
        }
        return List.copyOf(all);
    }

    private Optional<Path> data(Section top) {
        Optional<Value> value = top.required("data", "It names the folder for what must survive.");
        Optional<Folders.Folder> folder = value.flatMap(written -> folders.read(written, complaints));
        if (folder.isPresent() && isFile(folder.get().path())) {
            complaints.refused(
                    value.get().place(), "names " + folder.get().shown() + ", which is a file. Name a folder.");
        }
        return folder.map(Folders.Folder::path);
    }

    private ChangeSettings changes(MapValue written) {
        ChangeSettings standard = ChangeSettings.STANDARD;
        Section section = new Section(written, complaints);
        int keep = section.optional("keep", Notations.whole(1, ChangeSettings.MOST_KEPT))
                .map(Long::intValue)
                .orElse(standard.keep());
        boolean watch = section.optional("watch", Notations.BOOLEAN).orElse(standard.watch());
        Duration settle = section.optional("settle", SETTLE).orElse(standard.settle());
        Duration proof = section.optional("proof", PROOF).orElse(standard.proof());
        section.end();
        return new ChangeSettings(keep, watch, settle, proof);
    }

    private Map<String, Path> named(MapValue group, Complaints outside) {
        Map<String, Path> all = new LinkedHashMap<>();
        group.members().forEach((name, member) -> {
            if (Notations.ID.read(name).isEmpty()) {
                outside.refused(member.key(), "must be named by " + Notations.ID.expected() + ".");
                return;
            }
            Value value = member.value();
            Optional<Folders.Folder> folder = folders.read(value, outside);
            folder.filter(named -> !Files.isDirectory(named.path()))
                    .ifPresent(named -> outside.refused(
                            value.place(),
                            "names " + named.shown()
                                    + ", which does not exist. Create it, or modules that read it will fail."));
            folder.ifPresent(named -> all.put(name, named.path()));
        });
        return all;
    }

    private List<Value> nonEmpty(Section section, String key) {
        List<Value> values = section.oneOrMore(key);
        if (values.isEmpty()) {
            section.optional(key).ifPresent(list -> complaints.refused(list.place(), "must not be an empty list."));
        }
        return values;
    }

    private static boolean isFile(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }
}
