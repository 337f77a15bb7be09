package org.citykit.runtime.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkerTests {
    @TempDir
    Path work;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
    }

    @Test
    void aPlainZipIsLinkedAndItsProviderCanBeMade() throws Exception {
        Path library = Fixture.named(work, "acme.text")
                .source("module acme.text { exports acme.text; }")
                .source(
                        "package acme.text; public class Upper { public static String of(String s) { return s + \"!\"; } }")
                .jar();
        Fixture.named(work, "acme.feasts")
                .source("""
                        module acme.feasts {
                            requires org.citykit.api;
                            requires acme.text;
                            provides org.citykit.api.events.EventCalendar with acme.feasts.Main;
                        }
                        """)
                .main(
                        "acme.feasts",
                        "feasts",
                        "@Override public String toString() { return acme.text.Upper.of(\"feasts\"); }")
                .reading(library)
                .zip(plugins.resolve("feasts.zip"), library);

        Linking linking = linked();

        assertEquals(List.of(), linking.problems());
        LinkedPlugin plugin = linking.plugin("acme.feasts").orElseThrow();
        Class<?> provider = plugin.providerClass(plugin.facts().providers().get(0));
        assertSame(EventCalendar.class, provider.getInterfaces()[0]);
        assertEquals("feasts!", provider.getConstructor().newInstance().toString());
        assertEquals("acme.feasts", provider.getModule().getName());
        plugin.close();
    }

    private Linking linked() {
        PluginScan scan = PluginFolder.scan(List.of(plugins), PluginStage.in(work.resolve("var")));
        assertEquals(List.of(), scan.problems());
        List<PluginFacts> facts = scan.plugins();
        return new Linker().link(facts);
    }
}
