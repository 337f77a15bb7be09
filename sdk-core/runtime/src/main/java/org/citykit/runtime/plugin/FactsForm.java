package org.citykit.runtime.plugin;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Text;
import org.citykit.runtime.Domain;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.audit.Use;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.plugin.PluginManifest.PersonalData;

/** How facts are written into images and into the index. Facts of another version are read anew from the jars. */
final class FactsForm {
    /** Goes up whenever something is written otherwise, or read otherwise from plugin files. */
    static final int VERSION = 1;

    private FactsForm() {}

    /** What is kept in an image beside the jars. */
    static byte[] write(ReadPlugin plugin, boolean alone) {
        BinaryWriter out = new BinaryWriter().number(VERSION).block(write(plugin.head()));
        out.flag(alone).optionalText(plugin.bom());
        write(out, plugin.audit());
        return out.toBytes();
    }

    /** The bytes of the head in an image. */
    static byte[] headBytes(Image image) {
        return begun(image).block();
    }

    static PluginDetails details(Image image, Path home, String fileName) {
        BinaryReader in = begun(image);
        in.blockReader();
        boolean alone = in.flag();
        Optional<String> bom = in.optionalText();
        Audit audit = audit(in);
        List<PluginJar> jars = new ArrayList<>();
        for (ImageJar jar : image.jars()) {
            jars.add(new PluginJar(alone ? fileName : jar.name(), home.resolve(jar.name()), jar.shape()));
        }
        return new PluginDetails(jars, audit, bom);
    }

    private static BinaryReader begun(Image image) {
        BinaryReader in = image.extra();
        if (in.number() != VERSION) {
            throw new MalformedBytesException("its facts are of another version");
        }
        return in;
    }

    static byte[] write(PluginHead head) {
        BinaryWriter out = new BinaryWriter();
        head.module().write(out);
        out.optionalText(head.apiVersion());
        out.list(
                head.providers(),
                (to, it) -> to.text(it.id())
                        .text(it.domain().name())
                        .text(it.className())
                        .text(it.settingsName()));
        boolean silent = head.manifest().equals(PluginManifest.NONE);
        out.flag(silent);
        if (!silent) {
            write(out, head.manifest());
        }
        return out.toBytes();
    }

    static PluginHead head(BinaryReader in) {
        ModuleShape module = ModuleShape.read(in);
        Optional<String> api = in.optionalText();
        List<ProviderFacts> providers =
                in.list(it -> new ProviderFacts(it.text(), one(Domain.values(), it), it.text(), it.text()));
        PluginManifest manifest = in.flag() ? PluginManifest.NONE : manifest(in);
        return new PluginHead(module, providers, manifest, api);
    }

    private static void write(BinaryWriter out, PluginManifest manifest) {
        out.flag(manifest.title().isPresent());
        manifest.title().ifPresent(title -> write(out, title.texts()));
        out.optionalText(manifest.vendor()).optionalText(manifest.licence());
        write(out, texts(manifest.requires()));
        write(out, texts(manifest.optional()));
        out.texts(manifest.network());
        out.list(manifest.uses(), (to, it) -> to.text(it.name()));
        out.flag(manifest.personalData().isPresent());
        manifest.personalData()
                .ifPresent(all -> out.list(
                        all,
                        (to, it) -> to.text(it.category()).text(it.purpose()).text(it.retention())));
        out.optionalText(manifest.supportEnd().map(LocalDate::toString));
    }

    private static PluginManifest manifest(BinaryReader in) {
        try {
            Optional<Text> title = in.flag() ? Optional.of(new Text(map(in))) : Optional.empty();
            return new PluginManifest(
                    title,
                    in.optionalText(),
                    in.optionalText(),
                    ranges(in),
                    ranges(in),
                    in.texts(),
                    kinds(in),
                    in.flag()
                            ? Optional.of(in.list(it -> new PersonalData(it.text(), it.text(), it.text())))
                            : Optional.empty(),
                    in.optionalText().map(LocalDate::parse));
        } catch (DateTimeException e) {
            throw new MalformedBytesException("a date cannot be read: " + e.getMessage());
        }
    }

    private static void write(BinaryWriter out, Map<String, String> texts) {
        out.list(texts.entrySet(), (to, it) -> to.text(it.getKey()).text(it.getValue()));
    }

    private static Map<String, String> map(BinaryReader in) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : in.list(it -> Map.entry(it.text(), it.text()))) {
            texts.put(entry.getKey(), entry.getValue());
        }
        return texts;
    }

    private static Map<String, String> texts(Map<String, VersionRange> ranges) {
        Map<String, String> texts = new LinkedHashMap<>();
        ranges.forEach((id, range) -> texts.put(id, range.text()));
        return texts;
    }

    private static Map<String, VersionRange> ranges(BinaryReader in) {
        Map<String, VersionRange> ranges = new LinkedHashMap<>();
        map(in).forEach((id, text) -> ranges.put(
                id,
                VersionRange.parse(text)
                        .orElseThrow(() -> new MalformedBytesException("'" + text + "' is no range of versions"))));
        return ranges;
    }

    private static Set<UseKind> kinds(BinaryReader in) {
        Set<UseKind> kinds = EnumSet.noneOf(UseKind.class);
        kinds.addAll(in.list(it -> one(UseKind.values(), it)));
        return kinds;
    }

    private static void write(BinaryWriter out, Audit audit) {
        out.number(audit.classes()).number(audit.leftOut()).texts(audit.unread());
        out.list(audit.uses(), (to, use) -> {
            to.text(use.kind().name()).text(use.library()).text(use.api());
            to.flag(use.declared()).number(use.count());
            to.list(
                    use.places(),
                    (at, it) -> at.text(it.className()).text(it.method()).number(it.line()));
        });
    }

    private static Audit audit(BinaryReader in) {
        int classes = in.smallNumber();
        int leftOut = in.smallNumber();
        List<String> unread = in.texts();
        return new Audit(in.list(FactsForm::use), unread, classes, leftOut);
    }

    private static Use use(BinaryReader in) {
        return new Use(
                one(UseKind.values(), in),
                in.text(),
                in.text(),
                in.flag(),
                in.smallNumber(),
                in.list(it -> new Use.Place(it.text(), it.text(), it.smallNumber())));
    }

    private static <E extends Enum<E>> E one(E[] all, BinaryReader in) {
        String name = in.text();
        for (E choice : all) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new MalformedBytesException("there is no choice '" + name + "'");
    }
}
