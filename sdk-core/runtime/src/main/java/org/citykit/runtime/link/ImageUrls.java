package org.citykit.runtime.link;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.citykit.runtime.image.Image;

/**
 * Addresses of entries in the form that every tool knows, {@code jar:file:…!/…}. They name the jar's copy, where the
 * same entry is; read through this handler they come from the image, and no file is opened.
 */
final class ImageUrls extends URLStreamHandler {
    private static final String ROOT = "!/";

    private final JarOfImage jar;

    ImageUrls(JarOfImage jar) {
        this.jar = jar;
    }

    URL of(String entry) {
        try {
            String encoded = new URI(null, null, "/" + entry, null).getRawPath();
            return new URL("jar", "", -1, jar.copy().toUri() + "!" + encoded, this);
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("no URL for entry '" + entry + "' of " + jar.copy(), e);
        }
    }

    /** An absolute path leads from the root of the jar, as it does with the JDK's own handler. */
    @Override
    protected void parseURL(URL url, String spec, int start, int limit) {
        String path = url.getPath();
        String rest = spec.substring(start, limit);
        int root = path.lastIndexOf(ROOT);
        if (rest.startsWith("/") && root >= 0 && !rest.contains(ROOT)) {
            setURL(url, "jar", "", -1, null, null, path.substring(0, root + 1) + rest, null, null);
        } else {
            super.parseURL(url, spec, start, limit);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        return new Connection(url, jar);
    }

    private static final class Connection extends JarURLConnection {
        private final JarOfImage jar;
        private final String name;
        private int length = -1;

        Connection(URL url, JarOfImage jar) throws MalformedURLException {
            super(url);
            this.jar = jar;
            String entry = getEntryName();
            this.name = entry == null ? "" : entry;
            setUseCaches(false);
        }

        @Override
        public void connect() throws IOException {
            if (!connected) {
                Image.Entry entry = jar.entry(name);
                if (entry == null) {
                    throw new FileNotFoundException("there is no entry '" + name + "' in " + jar.copy());
                }
                length = entry.length();
                connected = true;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return jar.stream(name);
        }

        @Override
        public long getContentLengthLong() {
            try {
                connect();
                return length;
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public int getContentLength() {
            return (int) getContentLengthLong();
        }

        @Override
        public String getContentType() {
            String guessed = guessContentTypeFromName(name);
            return guessed == null ? "content/unknown" : guessed;
        }

        /** Who asks for a jar as a whole gets its copy, and closes it. */
        @Override
        public JarFile getJarFile() throws IOException {
            connect();
            return new JarFile(jar.copy().toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        }
    }
}
