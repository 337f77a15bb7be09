package org.citykit.runtime.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The entries of one staged jar, which stays open until this is closed. Thread-safe. */
final class JarBytes implements PluginBytes {
    private static final URLStreamHandler UNCACHED = new Uncached();

    private final Path path;
    private final JarFile jar;
    private volatile boolean closed;

    private JarBytes(Path path, JarFile jar) {
        this.path = path;
        this.jar = jar;
    }

    static JarBytes open(Path path) throws IOException {
        return new JarBytes(path, new JarFile(path.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion()));
    }

    @Override
    public Optional<Entry> read(String name) throws IOException {
        try {
            JarEntry entry = entry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(Math.toIntExact(Math.max(entry.getSize(), 0)) + 1);
                if (bytes.length != entry.getSize()) {
                    throw new ZipException("entry '" + name + "' of " + path + " has not the size it says");
                }
                // Signers are known only once the last byte was read.
                CodeSigner[] signers = entry.getCodeSigners();
                return Optional.of(new Entry(ByteBuffer.wrap(bytes), signers == null ? List.of() : List.of(signers)));
            }
        } catch (IllegalStateException e) {
            return absentIfClosed(e);
        }
    }

    @Override
    public Optional<URL> locate(String name) {
        try {
            JarEntry entry = entry(name);
            return entry == null ? Optional.empty() : Optional.of(url(entry.getRealName()));
        } catch (IllegalStateException e) {
            return absentIfClosed(e);
        }
    }

    @Override
    public List<String> names() {
        return jar.versionedStream().map(JarEntry::getName).toList();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        jar.close();
    }

    private @Nullable JarEntry entry(String name) {
        return closed || name.isEmpty() ? null : jar.getJarEntry(name);
    }

    private <T> Optional<T> absentIfClosed(IllegalStateException e) {
        if (closed) {
            return Optional.empty();
        }
        throw e;
    }

    private URL url(String name) {
        try {
            String encoded = new URI(null, null, "/" + name, null).getRawPath();
            return new URL("jar", "", -1, path.toUri() + "!" + encoded, UNCACHED);
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("no URL for entry '" + name + "' of " + path, e);
        }
    }

    /** The JDK's own connection, but one that does not keep the jar open for ever. */
    private static final class Uncached extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            URLConnection connection = new URL(url.toExternalForm()).openConnection();
            connection.setUseCaches(false);
            return connection;
        }
    }
}
