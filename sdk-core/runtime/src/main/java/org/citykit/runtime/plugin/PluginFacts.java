package org.citykit.runtime.plugin;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.trust.Bom;
import org.citykit.runtime.trust.Signatures;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin file holds, read without running any of it. What every start needs is there at once; the rest is read
 * from the plugin's image when somebody asks for it. Immutable as seen from outside, thread-safe.
 */
public final class PluginFacts {
    private final Path file;
    private final String sha256;
    private final PluginHead head;
    private final PluginStage stage;
    private final ImagePack.@Nullable Part packed;
    private volatile @Nullable PluginDetails details;
    private volatile @Nullable ModuleDescriptor descriptor;

    PluginFacts(Path file, String sha256, PluginHead head, PluginStage stage) {
        this(file, sha256, head, stage, null);
    }

    /** @param packed where its image lies besides its own file */
    PluginFacts(Path file, String sha256, PluginHead head, PluginStage stage, ImagePack.@Nullable Part packed) {
        this.file = file;
        this.sha256 = sha256;
        this.head = head;
        this.stage = stage;
        this.packed = packed;
    }

    /** The plugin's id, which is the name of its module. */
    public String id() {
        return head.id();
    }

    /** The plugin's own version. */
    public String version() {
        return head.version();
    }

    /** The SHA-256 of the file, in lower-case hexadecimal; for a folder, of the archive made of it. */
    public String sha256() {
        return sha256;
    }

    /** The file or folder it was read from, as the webmaster knows it. */
    public Path file() {
        return file;
    }

    /** The file's name, for messages. */
    public String fileName() {
        return PluginFile.nameOf(file);
    }

    /** What the descriptor of the plugin's module says, as the vendor compiled it. */
    public ModuleShape module() {
        return head.module();
    }

    /** The descriptor of the plugin's module, as the vendor compiled it. */
    public ModuleDescriptor descriptor() {
        ModuleDescriptor made = descriptor;
        if (made == null) {
            made = head.module().descriptor();
            descriptor = made;
        }
        return made;
    }

    /** What {@code META-INF/citykit/plugin.json} says. */
    public PluginManifest manifest() {
        return head.manifest();
    }

    /** The plugins it cannot do without, by id, as its manifest says. */
    public Map<String, VersionRange> requires() {
        return head.namesPlugins() ? manifest().requires() : Map.of();
    }

    /** The plugins it uses when they are there and fit, by id, as its manifest says. */
    public Map<String, VersionRange> optional() {
        return head.namesPlugins() ? manifest().optional() : Map.of();
    }

    /** What it provides, in the order of their ids; at least one. */
    public List<ProviderFacts> providers() {
        return head.providers();
    }

    /** The version of the API that it was compiled against, if the compiler recorded it. */
    public Optional<String> apiVersion() {
        return head.apiVersion();
    }

    /**
     * The jar of the plugin's own module.
     *
     * @throws PluginRefusedException when neither its image nor its copy nor its file can be read any more
     */
    public PluginJar main() {
        return details().jars().get(0);
    }

    /**
     * The jars of its private libraries, in the order of their names.
     *
     * @throws PluginRefusedException when neither its image nor its copy nor its file can be read any more
     */
    public List<PluginJar> libraries() {
        return details().jars().subList(1, details().jars().size());
    }

    /** Who signed the file, as it was when it was first seen. */
    public Signatures signatures() {
        return head.signatures();
    }

    /**
     * What its classes use of the machine.
     *
     * @throws PluginRefusedException when neither its image nor its copy nor its file can be read any more
     */
    public Audit audit() {
        return details().audit();
    }

    /**
     * What its vendor says is in it, if the plugin's own jar holds a CycloneDX bill of materials.
     *
     * @throws PluginRefusedException when neither its image nor its copy nor its file can be read any more
     */
    public Optional<Bom> bom() {
        return details().bom();
    }

    /**
     * Opens its image; one that is damaged is written again first.
     *
     * @throws PluginRefusedException when neither it nor the plugin's copy nor its file can be read any more
     */
    public Image image() {
        return stage.image(this);
    }

    /**
     * Writes its image again, which was found damaged after it had been opened, and opens it.
     *
     * @throws PluginRefusedException when neither the plugin's copy nor its file can be read any more
     */
    public Image restoredImage() {
        return stage.restoredImage(this, "an entry of it is damaged");
    }

    /** Where a jar's staged copy is, in which everything that does not know images finds the same entries. */
    public Path copyOf(String jarName) {
        return stage.home(sha256).resolve(jarName);
    }

    PluginHead head() {
        return head;
    }

    ImagePack.@Nullable Part packed() {
        return packed;
    }

    private PluginDetails details() {
        PluginDetails known = details;
        if (known == null) {
            known = stage.details(this);
            details = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return id() + " " + version() + " (" + fileName() + ")";
    }
}
