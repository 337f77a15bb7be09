package org.citykit.runtime.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageTests {
    private static final byte[] LARGE = new byte[(1 << 20) + 17];

    static {
        new Random(7).nextBytes(LARGE);
    }

    @TempDir
    Path work;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n"));
        entries.put("acme/words.txt", text("old"));
        entries.put("META-INF/versions/9/acme/words.txt", text("new"));
        entries.put("META-INF/versions/9/acme/late.txt", text("late"));
        entries.put("acme/large.bin", LARGE);
        entries.put("acme/", new byte[0]);
        entries.put("acme/Finder.class", text("…java/util/ServiceLoader…"));
        file = work.resolve("image");
        ImageWriter.write(
                file,
                List.of(
                        source("plugin.jar", Map.of("AaAa", text("first"), "BBBB", text("second"))),
                        source("lib/words.jar", entries)),
                text("beside"));
    }

    @Test
    void anImageThatIsNotThereIsTold() {
        assertThrows(ImageDamagedException.class, () -> Image.open(work.resolve("nowhere")));
    }

    @Test
    void anImageCutOffAnywhereIsTold() throws Exception {
        byte[] whole = Files.readAllBytes(file);

        for (int length : List.of(0, 10, 4095, 4096, whole.length / 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThrows(ImageDamagedException.class, () -> Image.open(file), "cut to " + length);
        }
    }

    @Test
    void anImageOfAnotherVersionOrJavaIsTold() throws Exception {
        byte[] whole = Files.readAllBytes(file);

        for (int at : List.of(0, ImageForm.VERSION_AT, ImageForm.FEATURE_AT)) {
            byte[] foreign = whole.clone();
            ByteBuffer.wrap(foreign).putInt(at, 99);
            Files.write(file, foreign);

            assertThrows(ImageDamagedException.class, () -> Image.open(file), "changed at " + at);
        }
    }

    @Test
    void everyChangedByteIsFoundWhereItMatters() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(42);

        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            int at = ImageForm.HEAD + random.nextInt(whole.length - ImageForm.HEAD);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);

            assertTrue(isToldOrHarmless(), "changed at " + at);
        }
    }

    /** Between entries there is nothing that anybody reads. */
    private boolean isToldOrHarmless() throws Exception {
        try {
            Image image = Image.open(file);
            assertArrayEquals(LARGE, read(image, 1, "acme/large.bin"));
            assertArrayEquals(text("new"), read(image, 1, "acme/words.txt"));
            return true;
        } catch (ImageDamagedException told) {
            return true;
        }
    }

    @Test
    void anEntryThatWasDamagedIsNeverHandedOut() throws Exception {
        Image before = Image.open(file);
        int row = before.find(0, "AaAa").row();
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, text("first"));
        bytes[at] ^= 1;
        Files.write(work.resolve("damaged"), bytes);

        Image image = Image.open(work.resolve("damaged"));

        assertThrows(ImageDamagedException.class, () -> image.read(image.find(0, "AaAa")));
        assertThrows(ImageDamagedException.class, image::verify);
        assertArrayEquals(text("second"), read(image, 0, "BBBB"));
        assertEquals(row, image.find(0, "AaAa").row());
    }

    @Test
    void aLargeEntryThatWasDamagedIsNeverStreamed() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, Arrays.copyOf(LARGE, 32)) + 500_000] ^= 1;
        Files.write(work.resolve("damaged"), bytes);
        Image image = Image.open(work.resolve("damaged"));

        assertThrows(ImageDamagedException.class, () -> image.stream(image.find(1, "acme/large.bin")));
    }

    /** Reading a page that is gone may end the whole JVM. */
    @Test
    void anImageThatIsCutOffWhileItIsMappedIsTold() throws Exception {
        Image image = Image.open(file);
        InputStream begun = image.stream(image.find(1, "acme/large.bin"));
        Image fresh = Image.open(file);

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(ImageForm.HEAD);
        }

        assertThrows(ImageDamagedException.class, () -> fresh.stream(fresh.find(1, "acme/large.bin")));
        assertThrows(ImageDamagedException.class, () -> fresh.read(fresh.find(0, "AaAa")));
        assertThrows(ImageDamagedException.class, fresh::verify);
        assertThrows(ImageDamagedException.class, begun::readAllBytes);
    }

    @Test
    void anImageThatIsReplacedWhileItIsMappedGoesOnAsItWas() throws Exception {
        Image image = Image.open(file);

        Files.delete(file);

        assertArrayEquals(LARGE, read(image, 1, "acme/large.bin"));
        image.verify();
    }

    @Test
    void entriesAreFoundByJarAndNameAsThisJavaSeesThem() throws Exception {
        Image image = Image.open(file);

        assertArrayEquals(text("first"), read(image, 0, "AaAa"));
        assertArrayEquals(text("second"), read(image, 0, "BBBB"));
        assertArrayEquals(text("new"), read(image, 1, "acme/words.txt"));
        assertArrayEquals(text("late"), read(image, 1, "acme/late.txt"));
        assertNull(image.find(0, "acme/words.txt"));
        assertNull(image.find(1, "acme/nothing.txt"));
        assertNotNull(image.find(1, "acme"));
        assertEquals(Set.of("AaAa", "BBBB"), Set.copyOf(image.names(0)));
        image.verify();
    }

    @Test
    void whatIsLargeIsStreamedWhole() throws Exception {
        Image image = Image.open(file);

        try (InputStream in = image.stream(image.find(1, "acme/large.bin"))) {
            assertEquals(LARGE.length, in.available());
            assertEquals(LARGE[0] & 0xff, in.read());
            assertEquals(1, in.skip(1));
            assertArrayEquals(Arrays.copyOfRange(LARGE, 2, LARGE.length), in.readAllBytes());
            assertEquals(-1, in.read());
        }
    }

    @Test
    void jarsTellTheirModulesAndWhetherTheyLookForServices() throws Exception {
        List<ImageJar> jars = Image.open(file).jars();

        assertEquals(
                List.of("plugin.jar", "lib/words.jar"),
                jars.stream().map(ImageJar::name).toList());
        assertEquals(
                List.of(false, true),
                jars.stream().map(ImageJar::looksForServices).toList());
        assertEquals("acme.words", jars.get(1).shape().name());
    }

    @Test
    void twoWritersAtOnceLeaveOneWholeImageAndNothingElse() throws Exception {
        ImageWriter.Source source = source("again.jar", Map.of("a", text("a")));
        List<Throwable> thrown = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> {
                try {
                    ImageWriter.write(file, List.of(source), new byte[0]);
                } catch (Exception e) {
                    synchronized (thrown) {
                        thrown.add(e);
                    }
                }
            });
            writers.add(writer);
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertEquals(List.of(), thrown);
        Image.open(file).verify();
        try (Stream<Path> files = Files.list(work)) {
            assertEquals(
                    List.of(),
                    files.filter(it -> it.getFileName().toString().startsWith(".image"))
                            .toList());
        }
    }

    @Test
    void aShapeSaysWhatItsDescriptorSays() {
        ModuleDescriptor descriptor = ModuleDescriptor.newModule("acme.words")
                .version("1.2.3")
                .requires(Set.of(ModuleDescriptor.Requires.Modifier.TRANSITIVE), "java.sql")
                .requires(Set.of(ModuleDescriptor.Requires.Modifier.STATIC), "acme.maybe")
                .exports("acme.words.api")
                .exports("acme.words.friends", Set.of("acme.friend"))
                .opens("acme.words.model", Set.of("acme.binder"))
                .uses("acme.words.api.Spi")
                .provides("acme.words.api.Spi", List.of("acme.words.Impl"))
                .packages(Set.of("acme.words"))
                .build();
        BinaryWriter out = new BinaryWriter();

        ModuleShape.of(descriptor).write(out);
        ModuleShape read = ModuleShape.read(new BinaryReader(out.toBytes()));

        assertEquals(ModuleShape.of(descriptor), read);
        assertEquals(descriptor.exports(), read.descriptor().exports());
        assertEquals(descriptor.opens(), read.descriptor().opens());
        assertEquals(descriptor.provides(), read.descriptor().provides());
        assertEquals(descriptor.packages(), read.descriptor().packages());
    }

    @Test
    void bytesThatNobodyWroteAreToldAndTakeNoMemory() {
        Random random = new Random(3);

        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                ModuleShape.read(new BinaryReader(bytes));
            } catch (MalformedBytesException told) {
                assertNotNull(told.getMessage());
            }
        }
        byte[] lie = new BinaryWriter().number(Integer.MAX_VALUE).toBytes();
        assertThrows(MalformedBytesException.class, () -> new BinaryReader(lie).texts());
    }

    private ImageWriter.Source source(String name, Map<String, byte[]> entries) throws Exception {
        Path jar = Fixture.zipOf(Files.createTempDirectory(work, "jar").resolve("some.jar"), entries);
        ModuleDescriptor descriptor = ModuleDescriptor.newModule("acme.words")
                .packages(Set.of("acme"))
                .build();
        return new ImageWriter.Source(name, jar, ModuleShape.of(descriptor));
    }

    private static byte[] read(Image image, int jar, String name) throws Exception {
        try (InputStream in = image.stream(image.find(jar, name))) {
            return in.readAllBytes();
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
