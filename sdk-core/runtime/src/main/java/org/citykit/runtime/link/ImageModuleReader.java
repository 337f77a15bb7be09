package org.citykit.runtime.link;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the entries of the jars of one module, as those who walk over a layer's modules do. Thread-safe. */
final class ImageModuleReader implements ModuleReader {
    private final List<JarOfImage> jars;
    private volatile boolean closed;

    ImageModuleReader(List<JarOfImage> jars) {
        this.jars = jars;
    }

    @Override
    public Optional<URI> find(String name) throws IOException {
        for (JarOfImage jar : opened()) {
            URL url = jar.locate(name);
            if (url != null) {
                try {
                    return Optional.of(url.toURI());
                } catch (URISyntaxException e) {
                    throw new IOException("no URI for " + url, e);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        for (JarOfImage jar : opened()) {
            if (jar.has(name)) {
                return Optional.of(jar.stream(name));
            }
        }
        return Optional.empty();
    }

    @Override
    public Stream<String> list() throws IOException {
        return opened().stream().flatMap(jar -> jar.names().stream()).distinct().sorted();
    }

    @Override
    public void close() {
        closed = true;
    }

    private List<JarOfImage> opened() throws IOException {
        if (closed) {
            throw new IOException("the reader is closed");
        }
        return jars;
    }
}
