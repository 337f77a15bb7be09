package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citykit.api.Provider;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** Archives made by hand to mislead, each refused with its reason. */
class ArchiveCheckTests {
    private static final byte[] DATA = "some data, and some data again".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../../b",
                "..",
                ".",
                "a/..",
                "a/./b",
                "./a",
                "/a",
                "//server/share",
                "///a",
                "a//b",
                "C:a",
                "C:/a",
                "c:\\a",
                "a:stream",
                "..\\a",
                "a\\b",
                "\\\\server\\share",
                "a\u0000b",
                "a/\u0000../b",
                "\uff0e\uff0e/a",
                "a/\u2025/b",
                "a\uff0fb/\uff0e\uff0e",
                "\uff23\uff1aa",
                ""
            })
    void aNameThatLeadsOutIsRefusedInEverySpelling(String name) throws Exception {
        assertRefused("leads out of the archive", new RawZip().add(name, DATA));
        assertRefusedAsMain("leads out of the archive", new RawZip().add(name, DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202egpj.class", "a\u200bb", "a\u0007b", "a\nb", "\ufeffa", "a\u2066b", "a\ue000"})
    void aNameWithLettersThatNobodySeesIsRefusedAndNotRepeated(String name) throws Exception {
        String told = assertRefused("characters in its name that nobody sees", new RawZip().add(name, DATA));

        assertFalse(told.contains(name), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con.txt",
                "a/nul",
                "Aux.class",
                "prn .txt",
                "COM1",
                "lpt9.jar",
                "com¹",
                "CONIN$",
                "a.",
                "a ",
                "a./b",
                "a?b",
                "a*b",
                "a<b",
                "a|b",
                "a\"b"
            })
    void aNameThatWindowsKeepsIsRefusedWhereFilesAreUnpacked(String name) throws Exception {
        assertRefused("Windows keeps for itself", new RawZip().add(name, DATA));
    }

    @ParameterizedTest
    @CsvSource({"A.jar, a.jar", "lib/İ.jar, lib/i̇.jar", "é.txt, é.txt", "ﬁ.txt, fi.txt", "a, a/", "STRASSE, straße"})
    void namesThatBecomeOneFileAreRefused(String one, String other) throws Exception {
        assertRefused("is there twice", new RawZip().add(one, new byte[0]).add(other, new byte[0]));
    }

    @Test
    void aFileThatIsAlsoAFolderIsRefused() throws Exception {
        assertRefused(
                "a folder that is also a file", new RawZip().add("A", DATA).add("a/b", DATA));
        assertRefusedAsMain(
                "a folder that is also a file", new RawZip().add("a/b/c", DATA).add("a", DATA));
        assertRefusedAsMain("is a folder with content", new RawZip().add("a/", DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta-inf/MANIFEST.MF", "Meta-Inf/x.SF", "META-ınf/a"})
    void anotherSpellingOfTheMetaFolderIsRefused(String name) throws Exception {
        assertRefusedAsMain("Write META-INF", new RawZip().add(name, DATA));
    }

    @Test
    void linksAndDevicesAreRefusedWhereverTheySayTheyWereMade() throws Exception {
        assertRefused("is a symbolic link", new RawZip().link("a", "/etc/passwd"));
        assertRefusedAsMain("is a symbolic link", new RawZip().entry("a", DATA, it -> {
                    it.mode = 0120777;
                    it.madeBy = 0;
                }));
        assertRefused("is a device or a pipe", new RawZip().entry("a", DATA, it -> it.mode = 0010644));
    }

    @Test
    void doublesAreRefused() throws Exception {
        assertRefusedAsMain("is there twice", new RawZip().add("a", DATA).add("a", new byte[1]));
    }

    @Test
    void aLibraryMayHoldFilesTwiceAndNoClass() throws Exception {
        RawZip files = new RawZip().add("LICENSE", DATA).add("LICENSE", DATA);

        library(files.bytes());
        PluginRefusedException refused = assertThrows(
                PluginRefusedException.class,
                () -> library(files.add("a.class", DATA).add("a.class", DATA).bytes()));

        assertTrue(refused.getMessage().contains("Class 'a.class' is twice in a.zip"), refused.getMessage());
    }

    @Test
    void aHeaderThatSaysSomethingElseThanTheDirectoryIsRefused() throws Exception {
        lies("is called 'b' in its own header", it -> it.localName = new byte[] {'b'});
        lies("is packed in another way in its own header", it -> it.localMethod = 8);
        lies("is packed in another way in its own header", it -> it.localFlags = 1 << 11);
        lies("has another size or checksum in its own header", it -> it.localUnpacked = 5);
        lies("has another size or checksum in its own header", it -> it.localPacked = 5);
        lies("has another size or checksum in its own header", it -> it.localCrc = 5);
        lies("is not where the directory says", it -> it.offset = 0, new RawZip().gap(new byte[100]));
        lies("by a method that Java cannot read", it -> it.method = 12);
    }

    @Test
    void aSizeThatIsNotTrueIsRefused() throws Exception {
        lies("becomes another size than it says", it -> it.unpacked = 5);
        lies("becomes another size than it says", it -> it.deflated().unpacked = 5);
        lies("becomes another size than it says", it -> it.deflated().unpacked = 500);
        lies("has bytes behind its data", it -> {
            it.deflated().data = Arrays.copyOf(it.data, it.data.length + 7);
            it.packed += 7;
        });
        lies("ends before its data does", it -> {
            it.deflated().data = Arrays.copyOf(it.data, it.data.length - 7);
            it.packed -= 7;
        });
    }

    @Test
    void aChecksumThatIsNotTrueIsDamage() throws Exception {
        PluginRefusedException refused = assertThrows(
                PluginRefusedException.class,
                () -> main(new RawZip().entry("a", DATA, it -> it.crc = 1).bytes()));

        assertEquals(RuntimeError.PLUGIN_UNREADABLE, refused.problems().get(0).code());
        assertTrue(refused.getMessage().contains("its checksum is another"), refused.getMessage());
    }

    @Test
    void sizesToldAfterTheDataMustBeTrueToo() throws Exception {
        main(new RawZip()
                .entry("a", DATA, it -> it.deflated().describedLater(true))
                .bytes());
        main(new RawZip()
                .entry("a", DATA, it -> it.deflated().describedLater(false))
                .bytes());

        lies("has another size or checksum after its data", it -> {
            it.deflated().describedLater(true);
            it.behind[8] ^= 1;
        });
        lies("has another size or checksum in its own header", it -> {
            it.deflated().describedLater(true);
            it.localUnpacked = 7;
        });
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() throws Exception {
        RawZip overlapping = new RawZip().add("a", DATA).entry("b", DATA, it -> it.offset = 0);
        byte[] inner = new RawZip().add("b", new byte[1_000]).bytes();
        int header = 30 + 1;
        RawZip quoted = new RawZip().add("a", inner).entry("b", new byte[1_000], it -> it.offset = header);

        assertRefusedAsMain("lies inside another", overlapping);
        assertRefusedAsMain("lies inside another", quoted);
    }

    @Test
    void bytesThatBelongToNothingAreRefused() throws Exception {
        byte[] script = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

        assertRefusedAsMain(
                "bytes before it that belong to no entry",
                new RawZip().gap(script).add("a", DATA));
        assertRefusedAsMain(
                "bytes before the archive",
                new RawZip().gap(script).add("a", DATA).shifted(script.length));
        assertRefusedAsMain(
                "bytes before it that belong to no entry",
                new RawZip().add("a", DATA).gap(script).add("b", DATA));
        assertRefusedAsMain(
                "bytes that belong to no entry before its directory",
                new RawZip().add("a", DATA).gap(script));
        assertRefusedAsMain(
                "or after its directory", new RawZip().add("a", DATA).beforeEnd(script));
    }

    @Test
    void bytesBehindTheArchiveAreRefused() throws Exception {
        byte[] whole = new RawZip().add("a", DATA).bytes();

        PluginRefusedException refused =
                assertThrows(PluginRefusedException.class, () -> main(Arrays.copyOf(whole, whole.length + 1)));

        assertTrue(refused.getMessage().contains("no end-of-archive record"), refused.getMessage());
    }

    @Test
    void aCommentIsNoSecondArchive() throws Exception {
        byte[] other = new RawZip().add("b", DATA).bytes();
        byte[] cut = Arrays.copyOf(other, other.length - 1);

        assertRefusedAsMain(
                "two ends, one in the comment", new RawZip().add("a", DATA).comment(other));
        assertRefusedAsMain(
                "comment looks like the end of another",
                new RawZip().add("a", DATA).comment(cut));
        main(new RawZip()
                .add("a", DATA)
                .comment("just words".getBytes(StandardCharsets.UTF_8))
                .bytes());
    }

    @Test
    void aWrongCountHidesNothing() throws Exception {
        assertRefusedAsMain(
                "holds more than the 1 entries it says",
                new RawZip().add("a", DATA).add("b", DATA).counting(1));
        assertThrows(
                PluginRefusedException.class,
                () -> main(new RawZip().add("a", DATA).counting(2).bytes()));
    }

    @Test
    void theFormForLargeArchivesIsRefusedWhereverItShows() throws Exception {
        byte[] locator = {0x50, 0x4b, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
        byte[] sizes = {1, 0, 8, 0, 9, 9, 9, 9, 0, 0, 0, 0};

        assertRefusedAsMain("Zip64", new RawZip().add("a", DATA).beforeEnd(locator));
        assertRefusedAsMain("Zip64", new RawZip().add("a", DATA).counting(0xffff));
        assertRefusedAsMain("Zip64", new RawZip().entry("a", DATA, it -> it.extra = sizes));
        assertRefusedAsMain("Zip64", new RawZip().entry("a", DATA, it -> it.packed = -1));
    }

    @Test
    void aSecondNameAndDamagedFieldsAreRefused() throws Exception {
        byte[] name = {0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 'b'};

        assertRefusedAsMain("has a second name", new RawZip().entry("a", DATA, it -> it.extra = name));
        assertRefusedAsMain(
                "damaged extra fields", new RawZip().entry("a", DATA, it -> it.extra = new byte[] {9, 9, 9, 0, 1}));
        assertRefusedAsMain("not in UTF-8", new RawZip().entry("a", DATA, it -> {
                    it.name = new byte[] {(byte) 0xc0, (byte) 0xae};
                    it.localName = it.name;
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "META-INF/versions/21/module-info.class|makes it another module",
                "META-INF/versions/8/a.class|is for no version of Java",
                "META-INF/versions/09/a.class|is for no version of Java",
                "META-INF/versions/100/a.class|is for no version of Java",
                "META-INF/versions/99999999999/a.class|is for no version of Java",
                "META-INF/versions/x/a.class|is for no version of Java",
                "META-INF/versions/a.class|is for no version of Java",
                "META-INF/versions/11/META-INF/services/x|is never read",
            })
    void whatOnlySomeVersionsOfJavaSeeDoesNotChangeThePlugin(String name, String told) throws Exception {
        assertRefusedAsMain(told, new RawZip().add("module-info.class", DATA).add(name, DATA));
    }

    @Test
    void aProviderMustBeTheSameForAllVersionsOfJava() throws Exception {
        Path jar = Fixture.plugin(work, "acme.two", "two")
                .resource("META-INF/versions/21/acme/two/Main.class", "another")
                .resource("META-INF/versions/21/acme/two/Main$Settings.class", "another")
                .resource("META-INF/versions/21/acme/two/Other.class", "may differ")
                .jar();

        PluginScan scan = PluginFolder.scan(jar, PluginStage.in(work.resolve("var")));

        assertEquals(
                List.of(
                        "Entry 'META-INF/versions/21/acme/two/Main.class' of acme.two.jar makes a provider or its settings"
                                + " another for some versions of Java. Leave it out.",
                        "Entry 'META-INF/versions/21/acme/two/Main$Settings.class' of acme.two.jar makes a provider or its"
                                + " settings another for some versions of Java. Leave it out."),
                scan.problems().stream().map(it -> it.message()).toList());
    }

    @Test
    void limitsHoldBeforeAnythingIsUnpacked() throws Exception {
        ArchiveLimits limits = new ArchiveLimits(2, 2 << 20, 1_000_000);
        byte[] zeros = new byte[1 << 20];

        assertTold(
                "3 entries; 2 are allowed",
                limits,
                new RawZip().add("a", DATA).add("b", DATA).add("c", DATA));
        assertTold(
                "Unpacked it takes more than 2 MiB",
                limits,
                new RawZip().add("a", zeros).entry("b", Arrays.copyOf(zeros, zeros.length + 1), it -> {}));
        assertTold(
                "becomes more than 200 times its size",
                new ArchiveLimits(2, 64 << 20, 200),
                new RawZip().entry("a", new byte[32 << 20], RawZip.Entry::deflated));
        assertTold(
                "Unpacked it takes more than 2 MiB",
                limits,
                new RawZip().entry("a", DATA, it -> it.unpacked = 3 << 20));
    }

    @Test
    void whatHonestToolsWriteIsRead() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a/"));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("a/شهر.txt"));
            out.write(DATA);
        }
        assertEquals(2, main(bytes.toByteArray()).size());
        for (Class<?> type : List.of(ClassReader.class, Yaml.class, Test.class, Logger.class)) {
            Path jar = Fixture.homeOf(type);
            assertTrue(library(Files.readAllBytes(jar)).size() > 10, jar::toString);
        }
        Path api = Fixture.homeOf(Provider.class);
        assertTrue(Files.isDirectory(api) || library(Files.readAllBytes(api)).size() > 10);
    }

    @Test
    void noDamageEscapesAsAnotherException() throws Exception {
        byte[] whole = new RawZip()
                .entry("a.class", DATA, it -> it.deflated().describedLater(true))
                .add("b/c.txt", DATA)
                .bytes();
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 1_500; round++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit <= round % 4; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                main(damaged);
            } catch (PluginRefusedException expected) {
                refused++;
            }
        }

        assertTrue(refused > 800, "refused " + refused);
    }

    private void lies(String told, Consumer<RawZip.Entry> lie) throws Exception {
        lies(told, lie, new RawZip());
    }

    private void lies(String told, Consumer<RawZip.Entry> lie, RawZip zip) throws Exception {
        assertRefusedAsMain(told, zip.entry("a", DATA, lie));
    }

    private String assertRefused(String told, RawZip zip) throws Exception {
        return assertTold(told, ArchiveLimits.DEFAULT, zip);
    }

    private String assertTold(String told, ArchiveLimits limits, RawZip zip) throws Exception {
        Path file = Files.write(work.resolve("a.zip"), zip.bytes());
        return assertMalformed(
                told,
                assertThrows(
                        PluginRefusedException.class,
                        () -> new ArchiveCheck(limits, new Findings("a.zip")).unpacked("a.zip", file)));
    }

    private void assertRefusedAsMain(String told, RawZip zip) {
        assertMalformed(told, assertThrows(PluginRefusedException.class, () -> main(zip.bytes())));
    }

    private static String assertMalformed(String told, PluginRefusedException refused) {
        String message = refused.problems().get(0).message();
        assertTrue(message.contains(told), () -> message + " should tell: " + told);
        assertEquals(RuntimeError.PLUGIN_MALFORMED, refused.problems().get(0).code(), message);
        return message;
    }

    private List<ZipDirectory.Entry> main(byte[] bytes) throws Exception {
        Path file = Files.write(work.resolve("a.zip"), bytes);
        return new ArchiveCheck(ArchiveLimits.DEFAULT, new Findings("a.zip")).main("a.zip", file);
    }

    private List<ZipDirectory.Entry> library(byte[] bytes) throws Exception {
        Path file = Files.write(work.resolve("a.zip"), bytes);
        return new ArchiveCheck(ArchiveLimits.DEFAULT, new Findings("a.zip")).library("a.zip", file);
    }
}
