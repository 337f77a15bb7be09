package org.citykit.runtime.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.util.List;
import java.util.Optional;

/** Where the class files and resources of one jar come from. Implementations are thread-safe. */
interface PluginBytes extends Closeable {
    /**
     * One entry.
     *
     * @param bytes its content, whose position belongs to the caller
     * @param signers who signed it, if anybody did
     */
    record Entry(ByteBuffer bytes, List<CodeSigner> signers) {}

    /** Reads an entry, if it is there and this is not closed. */
    Optional<Entry> read(String name) throws IOException;

    /** Where an entry can be read with any tool, if it is there and this is not closed. */
    Optional<URL> locate(String name);

    /** The names of all entries, as this JVM's version sees them. */
    List<String> names();
}
