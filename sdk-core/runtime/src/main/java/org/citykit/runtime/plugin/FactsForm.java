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
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.plugin.PluginManifest.PersonalData;
import org.citykit.runtime.trust.Bom;

/**
 * How facts are written into images and into the index. Facts of another version, or read by a portal with another API,
 * are read anew from the jars: they may be judged otherwise now.
 */
final class FactsForm {
    private static final String FORM = "3/" + HostApi.descriptor().rawVersion().orElse("");

    private FactsForm() {}

    /** Changes whenever something is written otherwise, or read otherwise from plugin files. */
    static String version() {
        return FORM;
    }

    /** What is kept in an image beside the jars. */
    static byte[] write(ReadPlugin plugin, boolean alone) {
        BinaryWriter out = new BinaryWriter().text(FORM).block(write(plugin.head()));
        out.flag(alone);
        DetailsForm.write(out, plugin.audit());
        out.flag(plugin.bom().isPresent());
        plugin.bom().ifPresent(bom -> DetailsForm.write(out, bom));
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
        Audit audit = DetailsForm.audit(in);
        Optional<Bom> bom = in.flag() ? Optional.of(DetailsForm.bom(in)) : Optional.empty();
        List<PluginJar> jars = new ArrayList<>();
        for (ImageJar jar : image.jars()) {
            jars.add(new PluginJar(alone ? fileName : jar.name(), home.resolve(jar.name()), jar.shape()));
        }
        return new PluginDetails(jars, audit, bom);
    }

    private static BinaryReader begun(Image image) {
        BinaryReader in = image.extra();
        if (!in.text().equals(FORM)) {
            throw new MalformedBytesException("its facts are of another version");
        }
        return in;
    }

    static byte[] write(PluginHead head) {
        BinaryWriter out =
                new BinaryWriter().text(head.id()).text(head.version()).optionalText(head.apiVersion());
        out.list(
                head.providers(),
                (to, it) -> to.text(it.id())
                        .text(it.domain().name())
                        .text(it.className())
                        .text(it.settingsName()));
        out.flag(head.namesPlugins()).block(head.manifestBytes());
        DetailsForm.write(out, head.signatures());
        return out.block(head.shape()).toBytes();
    }

    static PluginHead head(BinaryReader in) {
        return new PluginHead(
                in.text(),
                in.text(),
                in.optionalText(),
                in.list(FactsForm::provider),
                in.flag(),
                in.block(),
                DetailsForm.signatures(in),
                in.block());
    }

    private static ProviderFacts provider(BinaryReader in) {
        return new ProviderFacts(in.text(), DetailsForm.one(Domain.values(), in), in.text(), in.text());
    }

    static byte[] bytes(PluginManifest manifest) {
        BinaryWriter out = new BinaryWriter();
        if (!manifest.equals(PluginManifest.NONE)) {
            write(out, manifest);
        }
        return out.toBytes();
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

    static PluginManifest manifest(BinaryReader in) {
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
        kinds.addAll(in.list(it -> DetailsForm.one(UseKind.values(), it)));
        return kinds;
    }
}
