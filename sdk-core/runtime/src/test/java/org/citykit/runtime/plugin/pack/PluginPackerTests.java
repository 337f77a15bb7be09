package org.citykit.runtime.plugin.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

final class PluginPackerTests {
    @TempDir
    Path work;

    @Test
    void whatAPortalWouldRefuseIsNotWritten() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good").jar();
        Path target = work.resolve("out/good.zip");

        PluginRefusedException refused = assertThrows(
                PluginRefusedException.class,
                () -> PluginPacker.pack(jar, List.of(Fixture.homeOf(Logger.class)), target));

        assertEquals("good.zip", refused.problems().get(0).file());
        assertFalse(Files.exists(target));
        assertEquals(List.of(), leftIn(target.getParent()));
    }

    @Test
    void theSameJarsMakeTheSameBytes() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good").jar();
        Path first = library("b");
        Path second = library("a");

        PluginPacker.pack(jar, List.of(first, second), work.resolve("one/good.zip"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        PluginPacker.pack(jar, List.of(second, first), work.resolve("two/good.zip"));

        assertArrayEquals(
                Files.readAllBytes(work.resolve("one/good.zip")), Files.readAllBytes(work.resolve("two/good.zip")));
    }

    @Test
    void theLayoutIsThatOfTheGuide() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good").jar();
        Path target = work.resolve("good.zip");

        PackedPlugin packed = PluginPacker.pack(jar, List.of(library("b"), library("a")), target);

        assertEquals("acme.good", packed.id());
        assertEquals(List.of("good"), packed.providers());
        assertEquals(List.of("lib/a.jar", "lib/b.jar"), packed.libraries());
        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertEquals(
                    List.of("acme.good.jar", "lib/a.jar", "lib/b.jar"),
                    zip.stream().map(ZipEntry::getName).toList());
        }
    }

    private Path library(String name) throws Exception {
        return Fixture.named(work, name)
                .source("package " + name + "; public class Any {}")
                .jar();
    }

    private static List<Path> leftIn(Path folder) throws Exception {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
