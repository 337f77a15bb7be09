package org.citykit.portal.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.runtime.Domain;

/**
 * Our plugins as their sources declare them. They are built after this room, so the guide's settings are held against the
 * settings records in their sources, behind providers that deliver nothing.
 *
 * @param id the provider's id
 * @param domain what it provides
 * @param settings the settings record's source
 */
record OurPlugins(String id, Domain domain, Path settings) {
    private static final Pattern PROVIDER =
            Pattern.compile("@Provider\\(id = \"([^\"]+)\", settings = (\\w+)\\.class\\)");

    /** Every provider below {@code plugins/}. */
    static List<OurPlugins> all() {
        return ProjectFiles.below(ProjectFiles.root().resolve("plugins"), ".java").stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                .flatMap(OurPlugins::in)
                .toList();
    }

    /** Packs a plugin with this provider's id and settings. */
    Path pack(Path work) throws IOException {
        String packageName = settings.getParent().getFileName().toString();
        String module = "org.citykit.plugins." + packageName;
        Path sources = copied(work.resolve("sources/" + id));
        Path descriptor = Files.writeString(sources.resolve("module-info.java"), """
                module %s {
                    requires org.citykit.api;
                    provides %s with %s.Stub;
                }
                """.formatted(
                        module, domain.service().getName(), module));
        Path stub = Files.writeString(
                sources.resolve(module.replace('.', '/')).resolve("Stub.java"),
                stub(module, recordName(), domain.service().getSimpleName()));
        Path classes = work.resolve("classes/" + id);
        CompiledPlugin.compile(
                List.of(descriptor, stub), classes, "-implicit:class", "--source-path", sources.toString());
        return CompiledPlugin.pack(classes, work.resolve("plugins/" + id + ".zip"));
    }

    /** The plugin's sources without its descriptor; of them only what the settings need is compiled. */
    private Path copied(Path target) throws IOException {
        Path root = settings.resolve("../../../../..").normalize();
        for (Path file : ProjectFiles.below(root, ".java")) {
            if (!file.endsWith("module-info.java")) {
                Path copy = target.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    String recordName() {
        return settings.getFileName().toString().replace(".java", "");
    }

    private String stub(String module, String record, String service) {
        String opened =
                domain == Domain.CHANNEL ? "Channel" : "Source<" + domain.item().getName() + ">";
        String returned = domain == Domain.CHANNEL ? """
                new Channel() {
                            @Override public ChannelLimits limits() {
                                return new ChannelLimits(ChannelKind.SYSTEM, 0, true);
                            }
                            @Override public Receipt deliver(Alert alert, String key) {
                                throw new UnsupportedOperationException();
                            }
                        }""" : "(since, sink) -> Outcome.snapshot(Cursor.start())";
        return """
                package %s;
                import org.citykit.api.*;
                import org.citykit.api.crisis.*;
                import org.citykit.api.events.*;
                import org.citykit.api.twinning.*;
                @Provider(id = "%s", settings = %s.class)
                public final class Stub implements %s<%s> {
                    @Override public %s open(%s settings, PluginContext context) {
                        return %s;
                    }
                }
                """.formatted(module, id, record, service, record, opened, record, returned);
    }

    private static Stream<OurPlugins> in(Path file) {
        String text = String.join("\n", ProjectFiles.lines(file));
        Matcher provider = PROVIDER.matcher(text);
        if (!provider.find()) {
            return Stream.empty();
        }
        Domain domain = Stream.of(Domain.values())
                .filter(one -> text.contains(" implements " + one.service().getSimpleName() + "<"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " implements no provider interface."));
        return Stream.of(new OurPlugins(provider.group(1), domain, file.resolveSibling(provider.group(2) + ".java")));
    }
}
