package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.trust.Signatures;
import org.jspecify.annotations.Nullable;

/**
 * What every start needs to know of a plugin; kept in the index. Its manifest and the shape of its module, which
 * not every start needs, are read from their bytes when they are asked for. Immutable as seen from outside, thread-safe.
 */
final class PluginHead {
    private final String id;
    private final String version;
    private final Optional<String> apiVersion;
    private final List<ProviderFacts> providers;
    private final boolean namesPlugins;
    private final byte[] manifestBytes;
    private final Signatures signatures;
    private final byte[] shape;
    private volatile @Nullable ModuleShape module;
    private volatile @Nullable PluginManifest manifest;

    /**
     * @param namesPlugins whether the manifest names plugins that this one requires or uses
     * @param manifest as {@link FactsForm} writes it; nothing when the plugin has none
     * @param shape of the module, as {@link ModuleShape#write} writes it
     */
    PluginHead(
            String id,
            String version,
            Optional<String> apiVersion,
            List<ProviderFacts> providers,
            boolean namesPlugins,
            byte[] manifest,
            Signatures signatures,
            byte[] shape) {
        this.id = id;
        this.version = version;
        this.apiVersion = apiVersion;
        this.providers = List.copyOf(providers);
        this.namesPlugins = namesPlugins;
        this.manifestBytes = manifest;
        this.signatures = signatures;
        this.shape = shape;
    }

    /** Of a file that nobody signed. */
    PluginHead(
            ModuleShape module, List<ProviderFacts> providers, PluginManifest manifest, Optional<String> apiVersion) {
        this(
                module.name(),
                module.version().orElseThrow(),
                apiVersion,
                providers,
                namesPlugins(manifest),
                FactsForm.bytes(manifest),
                Signatures.UNSIGNED,
                bytes(module));
    }

    private static boolean namesPlugins(PluginManifest manifest) {
        return !manifest.requires().isEmpty() || !manifest.optional().isEmpty();
    }

    private static byte[] bytes(ModuleShape module) {
        BinaryWriter shape = new BinaryWriter();
        module.write(shape);
        return shape.toBytes();
    }

    static PluginHead of(
            ModuleShape module,
            Optional<String> apiVersion,
            List<ProviderFacts> providers,
            PluginManifest manifest,
            Signatures signatures) {
        return new PluginHead(
                module.name(),
                module.version().orElseThrow(),
                apiVersion,
                providers,
                namesPlugins(manifest),
                FactsForm.bytes(manifest),
                signatures,
                bytes(module));
    }

    String id() {
        return id;
    }

    String version() {
        return version;
    }

    Optional<String> apiVersion() {
        return apiVersion;
    }

    List<ProviderFacts> providers() {
        return providers;
    }

    PluginManifest manifest() {
        PluginManifest known = manifest;
        if (known == null) {
            known = manifestBytes.length == 0
                    ? PluginManifest.NONE
                    : FactsForm.manifest(new BinaryReader(manifestBytes));
            manifest = known;
        }
        return known;
    }

    boolean namesPlugins() {
        return namesPlugins;
    }

    byte[] manifestBytes() {
        return manifestBytes;
    }

    Signatures signatures() {
        return signatures;
    }

    byte[] shape() {
        return shape;
    }

    ModuleShape module() {
        ModuleShape known = module;
        if (known == null) {
            known = ModuleShape.read(new BinaryReader(shape));
            module = known;
        }
        return known;
    }
}
