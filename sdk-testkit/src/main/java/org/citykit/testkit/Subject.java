package org.citykit.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.api.Item;
import org.citykit.api.Limits;

/**
 * What a contract tests: a provider, the settings of one module that uses it, and the portal around that module.
 * Immutable.
 *
 * <p>A resource is looked for beside the provider's class, then from the root of the class path.
 */
public final class Subject {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>,\\]}]+");

    private final SubjectParts parts;

    private Subject(SubjectParts parts) {
        this.parts = parts;
    }

    /**
     * A provider by its class. Its module is tested as it is compiled; its libraries are taken from where this JVM has
     * them.
     */
    public static Subject of(Class<?> provider) {
        return new Subject(SubjectParts.of(provider));
    }

    /**
     * A provider in a plugin file.
     *
     * @param pluginFile a jar, a zip, or a folder with a compiled module
     * @param provider the provider's id
     */
    public static Subject of(Path pluginFile, String provider) {
        return new Subject(SubjectParts.of(pluginFile, provider));
    }

    /** What a webmaster writes under {@code settings:}, in YAML. */
    public Subject settings(String yaml) {
        return with(copy -> copy.settings = yaml);
    }

    /**
     * A resource is what the web answers at an address of the settings: the first call of this method stands for the
     * first address that the settings name, the second for the second.
     */
    public Subject recorded(String resource) {
        List<String> addresses = addresses();
        if (parts.recorded >= addresses.size()) {
            throw new IllegalStateException("The settings name " + addresses.size() + " web addresses, so \"" + resource
                    + "\" belongs to none. Call settings(..) first, or recorded(address, resource).");
        }
        String address = addresses.get(parts.recorded);
        return recorded(address, resource).with(copy -> copy.recorded++);
    }

    /** A resource is what the web answers at an address. */
    public Subject recorded(String address, String resource) {
        return recorded(address, RecordedAnswer.of(RecordedAnswer.typeOf(resource), resource(resource)));
    }

    /** What the web answers at an address. */
    public Subject recorded(String address, RecordedAnswer answer) {
        return with(copy -> copy.web.put(URI.create(address), answer));
    }

    /** What the web answers at an address some time later, when its publisher has changed it. */
    public Subject later(String address, RecordedAnswer answer) {
        return with(copy -> copy.laterWeb.put(URI.create(address), answer));
    }

    /** A file below the portal's folder, with text in UTF-8. */
    public Subject file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file below the portal's folder. */
    public Subject file(String path, byte[] content) {
        byte[] copied = content.clone();
        return with(copy -> copy.files.put(path, copied));
    }

    /** A file below the portal's folder whose content is a resource. */
    public Subject fileFrom(String path, String resource) {
        return file(path, resource(resource));
    }

    /** A file below the portal's folder as it is some time later, with text in UTF-8. */
    public Subject laterFile(String path, String content) {
        return with(copy -> copy.laterFiles.put(path, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The portal's languages as BCP 47 tags, the main one first; {@code fa, ar, en} unless said. */
    public Subject languages(String... tags) {
        List<Locale> languages = Stream.of(tags).map(Locale::forLanguageTag).toList();
        return with(copy -> copy.languages = languages);
    }

    /** The portal's time zone; {@code Asia/Tehran} unless said. */
    public Subject zone(ZoneId zone) {
        return with(copy -> copy.zone = zone);
    }

    /** What time it is; 1 May 2026, 09:00 UTC, unless said. */
    public Subject now(Instant now) {
        return with(copy -> copy.now = now);
    }

    /** What other modules of the portal hold. */
    public Subject views(Item... items) {
        return with(copy -> copy.views.addAll(List.of(items)));
    }

    /** What the module may use; {@link Limits#STANDARD} unless said. */
    public Subject limits(Limits limits) {
        return with(copy -> copy.limits = limits);
    }

    /** A variable that settings may name as {@code {env: NAME}}; its value must stay secret. */
    public Subject environment(String name, String value) {
        return with(copy -> copy.environment.put(name, value));
    }

    /** Hosts that the webmaster allows besides those in settings and manifest. */
    public Subject network(String... hosts) {
        return with(copy -> copy.network.addAll(List.of(hosts)));
    }

    /** What the provider does that not every provider does. */
    public Subject behaves(Behaviour... behaviours) {
        Set<Behaviour> declared = EnumSet.noneOf(Behaviour.class);
        declared.addAll(List.of(behaviours));
        return with(copy -> copy.behaviours.addAll(declared));
    }

    /** Installs the plugin file in a folder that rules share, as a portal does, instead of anew for each rule. */
    Subject stagedIn(Path folder) {
        return with(parts -> parts.stage = Optional.of(folder));
    }

    SubjectParts parts() {
        return parts;
    }

    private Subject with(Consumer<SubjectParts> change) {
        SubjectParts copy = new SubjectParts(parts);
        change.accept(copy);
        return new Subject(copy);
    }

    private List<String> addresses() {
        List<String> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(parts.settings);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private byte[] resource(String name) {
        try (InputStream beside = parts.anchor().getResourceAsStream(name);
                InputStream root = ClassLoader.getSystemResourceAsStream(name)) {
            if (beside == null && root == null) {
                throw new IllegalStateException("There is no resource \"" + name + "\" beside "
                        + parts.anchor().getName() + " nor at the root of the class path.");
            }
            return beside != null
                    ? beside.readAllBytes()
                    : java.util.Objects.requireNonNull(root).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException("The resource \"" + name + "\" cannot be read.", failed);
        }
    }
}
