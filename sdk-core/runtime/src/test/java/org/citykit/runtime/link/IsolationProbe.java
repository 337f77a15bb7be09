package org.citykit.runtime.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;

/** Links the fixtures of {@link IsolationTests} in the JVM it runs in and asks one of them what it sees. */
public final class IsolationProbe {
    private static final List<String> VISIBLE = List.of(
            "class java.lang.String",
            "class java.sql.Connection",
            "class org.citykit.api.Source",
            "class org.citykit.api.events.EventCalendar",
            "class org.slf4j.Logger",
            "class org.slf4j.event.Level",
            "class acme.asker.Main",
            "class acme.text.Upper",
            "class acme.plain.Plain",
            "class acme.base.api.Base",
            "class acme.base.friends.Friend",
            "caller acme.text.Upper",
            "tccl acme.text.Upper",
            "tccl org.citykit.api.Source",
            "resource acme/asker/hello.txt",
            "resource acme/text/words.txt",
            "resource acme/plain/plain.txt",
            "resource META-INF/asker.txt",
            "resource org/citykit/api/Source.class",
            "resource java/lang/String.class",
            "near hello.txt",
            "stream acme/text/words.txt",
            "service acme.text.Word",
            "service acme.plain.PlainWord",
            "service java.nio.file.spi.FileSystemProvider",
            "reads java.util.logging.Logger");

    private static final List<String> HIDDEN = List.of(
            "class org.citykit.runtime.Problem",
            "class org.citykit.runtime.link.Linker",
            "class org.citykit.runtime.link.IsolationProbe",
            "class org.citykit.api.validation.Check",
            "class org.objectweb.asm.ClassReader",
            "class org.yaml.snakeyaml.Yaml",
            "class org.junit.jupiter.api.Test",
            "class org.jspecify.annotations.NullMarked",
            "class acme.base.Main",
            "class acme.base.inner.Inner",
            "class acme.base.others.Other",
            "class acme.baselib.BaseLib",
            "class acme.stranger.Main",
            "class acme.nowhere.Missing",
            "class NoPackage",
            "caller org.citykit.runtime.Problem",
            "tccl org.citykit.runtime.Problem",
            "tccl org.yaml.snakeyaml.Yaml",
            "resource org/citykit/runtime/Problem.class",
            "resource org/yaml/snakeyaml/Yaml.class",
            "resource META-INF/services/java.util.function.IntSupplier",
            "resource META-INF/maven/org.yaml/snakeyaml/pom.xml",
            "resource acme/baselib/words.txt",
            "resource acme/base/base.txt",
            "near missing.txt",
            "stream org/yaml/snakeyaml/Yaml.class",
            "service java.util.function.IntSupplier");

    private IsolationProbe() {}

    /** Takes the folder of plugins, an empty folder, and the file to write what is wrong to. */
    public static void main(String[] args) throws Exception {
        Files.write(Path.of(args[2]), wrongs(Path.of(args[0]), Path.of(args[1])));
    }

    /** What an asker sees that it should not, or does not see that it should. */
    static List<String> wrongs(Path plugins, Path stage) throws Exception {
        List<String> wrongs = new ArrayList<>();
        PluginScan scan = PluginFolder.scan(plugins, PluginStage.in(stage));
        scan.problems().forEach(problem -> wrongs.add(problem.toString()));
        Linking linking = new Linker().link(scan.plugins());
        linking.problems().forEach(problem -> wrongs.add(problem.toString()));
        if (wrongs.isEmpty()) {
            Map<String, Boolean> expected = new TreeMap<>();
            VISIBLE.forEach(question -> expected.put(question, true));
            HIDDEN.forEach(question -> expected.put(question, false));
            Predicate<String> asker = asker(linking.plugin("acme.asker").orElseThrow());
            expected.forEach((question, visible) -> {
                if (asker.test(question) != visible) {
                    wrongs.add((visible ? "should be visible: " : "should be hidden: ") + question);
                }
            });
        }
        linking.plugins().forEach(LinkedPlugin::close);
        return wrongs;
    }

    @SuppressWarnings("unchecked")
    private static Predicate<String> asker(LinkedPlugin plugin) throws ReflectiveOperationException, IOException {
        Object made = plugin.providerClass(plugin.facts().providers().get(0))
                .getConstructor()
                .newInstance();
        return question -> {
            Thread.currentThread().setContextClassLoader(plugin.loader());
            try {
                return ((Predicate<String>) made).test(question);
            } finally {
                Thread.currentThread().setContextClassLoader(IsolationProbe.class.getClassLoader());
            }
        };
    }
}
