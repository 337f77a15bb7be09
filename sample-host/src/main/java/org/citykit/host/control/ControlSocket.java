package org.citykit.host.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Where a portal's socket is: in its data folder, or, where that path is too long for a socket, named by a file there. */
public final class ControlSocket {
    /** What every system takes: Linux allows 107 octets, macOS 103. */
    private static final int LONGEST = 100;

    private static final String SOCKET = "control.sock";
    private static final String ELSEWHERE = "control.path";

    private ControlSocket() {}

    /** The path to listen at; what an earlier process left there is removed. */
    public static Path claim(Path data) {
        try {
            Files.createDirectories(data);
            Path socket = data.resolve(SOCKET);
            Files.deleteIfExists(socket);
            Files.deleteIfExists(data.resolve(ELSEWHERE));
            if (fits(socket)) {
                return socket;
            }
            Path folder = Files.createTempDirectory("citykit");
            Path other = folder.resolve(UUID.randomUUID().toString().substring(0, 8));
            Files.writeString(data.resolve(ELSEWHERE), other.toString());
            return other;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The path to connect to; nobody need listen there. */
    static Path find(Path data) {
        Path elsewhere = data.resolve(ELSEWHERE);
        try {
            return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : data.resolve(SOCKET);
        } catch (IOException unreadable) {
            return data.resolve(SOCKET);
        }
    }

    /** Lets only its owner use a socket, where the file system knows owners. */
    public static void protect(Path socket) throws IOException {
        if (Files.getFileStore(socket.getParent()).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Removes what {@link #claim} has made. */
    public static void release(Path data) {
        try {
            Files.deleteIfExists(find(data));
            Files.deleteIfExists(data.resolve(ELSEWHERE));
        } catch (IOException left) {
            // the next start removes it
            assert left != null;
        }
    }

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
