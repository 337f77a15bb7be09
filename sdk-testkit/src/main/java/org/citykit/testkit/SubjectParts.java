package org.citykit.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Item;
import org.citykit.api.Limits;

/** The parts of a subject. Only changed while it is copied. */
final class SubjectParts {
    final Path plugin;
    final Optional<Class<?>> type;
    final Optional<String> provider;
    final Map<URI, RecordedAnswer> web;
    final Map<URI, RecordedAnswer> laterWeb;
    final Map<String, byte[]> files;
    final Map<String, byte[]> laterFiles;
    final Map<String, String> environment;
    final List<Item> views;
    final List<String> network;
    final Set<Behaviour> behaviours;
    String settings;
    int recorded;
    List<Locale> languages;
    ZoneId zone;
    Instant now;
    Limits limits;

    /** Where the plugin file is installed; a folder of each rule's own if it is not said. */
    Optional<Path> stage;

    private SubjectParts(Path plugin, Optional<Class<?>> type, Optional<String> provider) {
        this.plugin = plugin;
        this.type = type;
        this.provider = provider;
        this.web = new LinkedHashMap<>();
        this.laterWeb = new LinkedHashMap<>();
        this.files = new LinkedHashMap<>();
        this.laterFiles = new LinkedHashMap<>();
        this.environment = new LinkedHashMap<>();
        this.views = new ArrayList<>();
        this.network = new ArrayList<>();
        this.behaviours = EnumSet.noneOf(Behaviour.class);
        this.settings = "";
        this.languages = List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH);
        this.zone = ZoneId.of("Asia/Tehran");
        this.now = Instant.parse("2026-05-01T09:00:00Z");
        this.limits = Limits.STANDARD;
        this.stage = Optional.empty();
    }

    SubjectParts(SubjectParts from) {
        this.plugin = from.plugin;
        this.type = from.type;
        this.provider = from.provider;
        this.web = new LinkedHashMap<>(from.web);
        this.laterWeb = new LinkedHashMap<>(from.laterWeb);
        this.files = new LinkedHashMap<>(from.files);
        this.laterFiles = new LinkedHashMap<>(from.laterFiles);
        this.environment = new LinkedHashMap<>(from.environment);
        this.views = new ArrayList<>(from.views);
        this.network = new ArrayList<>(from.network);
        this.behaviours = EnumSet.copyOf(from.behaviours);
        this.settings = from.settings;
        this.recorded = from.recorded;
        this.languages = from.languages;
        this.zone = from.zone;
        this.now = from.now;
        this.limits = from.limits;
        this.stage = from.stage;
    }

    static SubjectParts of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalArgumentException(type.getName() + " comes from no file, so it is in no plugin.");
        }
        try {
            return new SubjectParts(Path.of(source.getLocation().toURI()), Optional.of(type), Optional.empty());
        } catch (URISyntaxException odd) {
            throw new IllegalArgumentException(type.getName() + " comes from " + source.getLocation(), odd);
        }
    }

    static SubjectParts of(Path plugin, String provider) {
        return new SubjectParts(plugin, Optional.empty(), Optional.of(provider));
    }

    /** The class beside which resources are looked for. */
    Class<?> anchor() {
        return type.orElse(Subject.class);
    }

    boolean declares(Behaviour behaviour) {
        return behaviours.contains(behaviour);
    }
}
