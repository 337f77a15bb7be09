package org.citykit.runtime.plugin;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.Domain;
import org.citykit.runtime.image.ModuleShape;

/** Makes facts of plugin files that are nowhere on disk. */
public final class Found {
    private static final VersionRange ANY = VersionRange.parse("*").orElseThrow();

    private final String id;
    private final String version;
    private final Map<String, VersionRange> requires = new LinkedHashMap<>();
    private final Map<String, VersionRange> optional = new LinkedHashMap<>();
    private final List<String> network = new ArrayList<>();
    private Optional<List<PluginManifest.PersonalData>> personalData = Optional.empty();
    private Optional<LocalDate> supportEnd = Optional.empty();
    private String file;
    private String content = "";
    private String provider;

    private Found(String id, String version) {
        this.id = id;
        this.version = version;
        this.file = id + "-" + version + ".zip";
        this.provider = id.replace('.', '-');
    }

    public static Found plugin(String id, String version) {
        return new Found(id, version);
    }

    public static Found plugin(String id) {
        return new Found(id, "1.0.0");
    }

    public Found requires(String other, String range) {
        requires.put(other, VersionRange.parse(range).orElseThrow());
        return this;
    }

    public Found requires(String other) {
        requires.put(other, ANY);
        return this;
    }

    public Found uses(String other, String range) {
        optional.put(other, VersionRange.parse(range).orElseThrow());
        return this;
    }

    public Found uses(String other) {
        optional.put(other, ANY);
        return this;
    }

    public Found in(String fileName) {
        file = fileName;
        return this;
    }

    public Found content(String text) {
        content = text;
        return this;
    }

    public Found provider(String name) {
        provider = name;
        return this;
    }

    public Found network(String... hosts) {
        network.addAll(List.of(hosts));
        return this;
    }

    public Found personalData(String... categories) {
        personalData = Optional.of(Arrays.stream(categories)
                .map(it -> new PluginManifest.PersonalData(it, "letters", "P1Y"))
                .toList());
        return this;
    }

    public Found supportEnd(LocalDate day) {
        supportEnd = Optional.of(day);
        return this;
    }

    public PluginFacts facts() {
        ModuleDescriptor descriptor =
                ModuleDescriptor.newModule(id).version(version).build();
        Path path = Path.of("/plugins", file);
        PluginManifest none = PluginManifest.NONE;
        PluginManifest manifest = new PluginManifest(
                none.title(),
                none.vendor(),
                none.licence(),
                requires,
                optional,
                network,
                none.uses(),
                personalData,
                supportEnd);
        String seed = id + version + content;
        String hash = String.format(Locale.ROOT, "%064x", seed.hashCode() & 0xffffffffL);
        return new PluginFacts(
                path,
                hash,
                new PluginHead(
                        ModuleShape.of(descriptor),
                        List.of(new ProviderFacts(provider, Domain.EVENTS, id + ".Main", id + ".Main$Settings")),
                        manifest,
                        Optional.of("1.0.0")),
                PluginStage.in(Path.of("/nowhere")));
    }
}
