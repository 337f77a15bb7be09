package org.citykit.runtime.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourceTests {
    @TempDir
    private Path home;

    @Test
    void aMissingFileAFolderAndAnImpossiblePathHoldNothing() {
        SecretSource source = SecretSource.of(name -> Optional.empty(), home);

        assertEquals(Optional.empty(), source.file("nowhere.txt"));
        assertEquals(Optional.empty(), source.file("."));
        assertEquals(Optional.empty(), source.file("a\0b"));
    }

    @Test
    void aFileThatIsNoTextOrTooLongHoldsNothing() throws IOException {
        Files.write(home.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
        Files.write(home.resolve("long"), new byte[SecretSource.LONGEST + 1]);

        SecretSource source = SecretSource.of(name -> Optional.empty(), home);

        assertEquals(Optional.empty(), source.file("binary"));
        assertEquals(Optional.empty(), source.file("long"));
    }

    @Test
    void oneLineEndAfterTheSecretIsDropped() throws IOException {
        Files.writeString(home.resolve("token"), " hunter2 \r\n");

        SecretSource source = SecretSource.of(name -> Optional.empty(), home);

        assertEquals(Optional.of(" hunter2 "), source.file("token"));
        assertEquals(Optional.of(" hunter2 "), source.file(home.resolve("token").toString()));
    }
}
