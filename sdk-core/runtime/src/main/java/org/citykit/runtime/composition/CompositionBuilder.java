package org.citykit.runtime.composition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citykit.api.CalendarSystem;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Environment;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueText;
import org.citykit.runtime.value.Values;

/**
 * Composes a portal in Java, with the rules, defaults and messages of {@code portal.yaml}. Not thread-safe.
 *
 * <p>Values may be anything that {@link Values#of} takes.
 */
public final class CompositionBuilder {
    private final Path home;
    private final Map<String, Object> portal = new LinkedHashMap<>();
    private final List<Path> plugins = new ArrayList<>();
    private final Map<String, Object> folders = new LinkedHashMap<>();
    private final List<Object> modules = new ArrayList<>();
    private final List<Object> keys = new ArrayList<>();
    private Optional<TrustMode> trust = Optional.empty();
    private Optional<Path> data = Optional.empty();
    private Optional<ChangeSettings> changes = Optional.empty();

    CompositionBuilder(Path home) {
        this.home = home;
    }

    /** The portal's id, name and time zone. */
    public CompositionBuilder portal(String id, Text name, ZoneId zone) {
        portal.put("id", id);
        portal.put("name", name);
        portal.put("zone", zone);
        return this;
    }

    /** The portal's languages, the main one first. */
    public CompositionBuilder languages(Locale... languages) {
        portal.put("languages", List.of(languages));
        return this;
    }

    /** The calendars in which dates are shown, the main one first; the Gregorian one alone unless this is called. */
    public CompositionBuilder calendars(CalendarSystem... calendars) {
        portal.put("calendars", List.of(calendars));
        return this;
    }

    /** The city's own name on the Internet, which identifies it as the sender of CAP documents. */
    public CompositionBuilder domain(String name) {
        portal.put("domain", name);
        return this;
    }

    /** Adds a folder of plugin files, or a single plugin file. */
    public CompositionBuilder plugins(Path folder) {
        plugins.add(Objects.requireNonNull(folder, "plugins"));
        return this;
    }

    /** The folder for what must survive. */
    public CompositionBuilder data(Path folder) {
        data = Optional.of(folder);
        return this;
    }

    /** Adds a folder outside the portal's own that modules may read. */
    public CompositionBuilder folder(String name, Path folder) {
        folders.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /** What becomes of plugins that nobody trusted has signed; told, if there is a trusted key, unless this is called. */
    public CompositionBuilder trust(TrustMode mode) {
        trust = Optional.of(mode);
        return this;
    }

    /** Adds a key whose signatures are trusted, from the PEM file of a certificate or public key. */
    public CompositionBuilder trustedKey(String name, Path file) {
        keys.add(Map.of("name", name, "file", file));
        return this;
    }

    /** Adds a key whose signatures are trusted, by the SHA-256 of its SubjectPublicKeyInfo in hexadecimal. */
    public CompositionBuilder trustedKey(String name, String sha256) {
        keys.add(Map.of("name", name, "sha256", sha256));
        return this;
    }

    /** Adds a module that is fetched every hour. */
    public CompositionBuilder module(String id, String use, Map<String, ?> settings) {
        modules.add(entry(id, use, settings));
        return this;
    }

    /** Adds a module. */
    public CompositionBuilder module(String id, String use, Map<String, ?> settings, Duration refresh) {
        Map<String, Object> entry = entry(id, use, settings);
        entry.put("refresh", refresh);
        modules.add(entry);
        return this;
    }

    /** Adds a module that may use hosts besides those in its settings and manifest. */
    public CompositionBuilder module(
            String id, String use, Map<String, ?> settings, Duration refresh, List<String> network) {
        Map<String, Object> entry = entry(id, use, settings);
        entry.put("refresh", refresh);
        entry.put("network", network);
        modules.add(entry);
        return this;
    }

    /** How the portal takes up another composition while it runs; {@link ChangeSettings#STANDARD} unless said. */
    public CompositionBuilder changes(ChangeSettings settings) {
        changes = Optional.of(settings);
        return this;
    }

    /**
     * The composition.
     *
     * @throws CompositionException if anything is missing or wrong, with everything that is
     */
    public Composition build() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("portal", portal);
        all.put("plugins", plugins);
        data.ifPresent(folder -> all.put("data", folder));
        all.put("folders", folders);
        all.put("modules", modules);
        changes.ifPresent(settings -> all.put("changes", written(settings)));
        all.put("trust", trustEntry());
        CompositionReader.Read read = read(all);
        if (!read.problems().isEmpty()) {
            throw new CompositionException(read.problems());
        }
        return read.composition().orElseThrow();
    }

    private CompositionReader.Read read(Map<String, Object> all) {
        try {
            Value written = Values.of("", all);
            return new CompositionParts("", home, Environment.ofProcess()).read(written, ValueText.of(written));
        } catch (InvalidValueException wrong) {
            String message = "key '" + wrong.field() + "' " + wrong.reason() + ".";
            return new CompositionReader.Read(
                    Optional.empty(), List.of(Problem.of(RuntimeError.VALUE_WRONG, "", message)), Optional.empty());
        }
    }

    private static Map<String, Object> written(ChangeSettings settings) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("keep", settings.keep());
        group.put("watch", settings.watch());
        group.put("settle", settings.settle());
        group.put("proof", settings.proof());
        return group;
    }

    private Map<String, Object> trustEntry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        trust.ifPresent(mode -> entry.put("mode", mode));
        if (!keys.isEmpty()) {
            entry.put("keys", keys);
        }
        return entry;
    }

    private static Map<String, Object> entry(String id, String use, Map<String, ?> settings) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", Objects.requireNonNull(id, "id"));
        entry.put("use", Objects.requireNonNull(use, "use"));
        entry.put("settings", Objects.requireNonNull(settings, "settings"));
        return entry;
    }
}
