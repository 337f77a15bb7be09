package org.citykit.runtime.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/** Reads the class files of the jars of one plugin. Confined. */
final class JarAudit {
    private static final String CLASS = ".class";

    private final AuditLimits limits;
    private final UseTally tally;
    private final List<String> unread = new ArrayList<>();
    private int unreadCount;
    private int classes;
    private long bytes;

    JarAudit(AuditDeclared declared, AuditLimits limits) {
        this.limits = limits;
        this.tally = new UseTally(declared, limits);
    }

    Audit read(List<Path> jars) {
        for (int i = 0; i < jars.size(); i++) {
            String name = String.valueOf(jars.get(i).getFileName());
            tally.startJar(i == 0 ? "" : name);
            readJar(jars.get(i), name);
        }
        List<Use> uses = tally.uses();
        int kept = Math.min(uses.size(), limits.uses());
        return new Audit(uses.subList(0, kept), unread, classes, uses.size() - kept + unreadCount - unread.size());
    }

    private void readJar(Path jar, String name) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().endsWith(CLASS) && !entry.getName().endsWith("module-info.class")) {
                    readClass(zip, entry, name);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            tellUnread(name, String.valueOf(e.getMessage()));
        }
    }

    private void readClass(ZipFile zip, ZipEntry entry, String jar) throws IOException {
        String name = jar + "!/" + entry.getName();
        if (classes >= limits.classes() || bytes >= limits.bytes()) {
            tellUnread(name, "there are too many classes");
            return;
        }
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes(limits.classBytes() + 1);
        }
        bytes += content.length;
        if (content.length > limits.classBytes()) {
            tellUnread(name, "it is too large");
            return;
        }
        try {
            new ClassReader(content).accept(new ClassAudit(tally), ClassReader.SKIP_FRAMES);
            classes++;
        } catch (RuntimeException | StackOverflowError e) {
            // ASM documents no exception for bytes that are no class file, and throws several; of a constant that is
            // made from itself it never sees the end.
            tellUnread(name, "it is no class file that this portal's tools can read: " + e);
        }
    }

    private void tellUnread(String name, String reason) {
        unreadCount++;
        if (unread.size() < limits.unread()) {
            unread.add(name + ": " + reason);
        }
    }
}
