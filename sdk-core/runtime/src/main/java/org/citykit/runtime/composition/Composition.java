package org.citykit.runtime.composition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.PortalSettings;

/**
 * A portal as it was asked for: a value that can be kept and applied again. Immutable. Two readings of one file
 * differ in the places of their values; {@link ModuleSpec#sameContent} tells whether a module has changed.
 *
 * @param file the file it was read from, as people know it, or empty
 * @param home the folder that relative paths start from: the one that holds the file; absolute
 * @param portal what stands under {@code portal:}
 * @param plugins folders of plugin files, or single plugin files; absolute
 * @param data the folder for what must survive, which need not exist yet; absolute
 * @param folders the folders outside the portal's own that modules may read, by name; absolute
 * @param modules the modules that can be opened, in the order of the file
 * @param refused the modules that cannot
 * @param changes what stands under {@code changes:}
 * @param trust whose plugins it trusts
 * @param text what it was read from, as YAML; reading it under the same {@code home} gives this composition again
 */
public record Composition(
        String file,
        Path home,
        PortalSettings portal,
        List<Path> plugins,
        Path data,
        Map<String, Path> folders,
        List<ModuleSpec> modules,
        List<RefusedModule> refused,
        ChangeSettings changes,
        TrustSettings trust,
        String text) {
    public Composition {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(portal, "portal");
        plugins = List.copyOf(plugins);
        Objects.requireNonNull(data, "data");
        folders = Map.copyOf(folders);
        modules = Distinct.list("modules", modules, ModuleSpec::id);
        refused = Distinct.list("refused", refused, RefusedModule::id);
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(trust, "trust");
    }

    /**
     * Starts a composition without a file.
     *
     * @param home the folder that relative paths start from
     */
    public static CompositionBuilder builder(Path home) {
        return new CompositionBuilder(home.toAbsolutePath().normalize());
    }
}
