package org.citykit.runtime.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sensitive APIs of the JDK a plugin and its private libraries use, by their bytecode. It discloses and prevents
 * nothing: what is reached by a name made at run time stays unseen, and what is seen may never run. The use of the
 * plugin's context needs no declaration and is not listed. Immutable.
 *
 * @param uses by kind, the plugin's own before those of its libraries
 * @param unread class files that could not be read, each with the reason; at most 20
 * @param classes how many class files were read
 * @param leftOut how many uses and unread class files are not listed, because there are too many
 */
public record Audit(List<Use> uses, List<String> unread, int classes, int leftOut) {
    /** The audit of nothing. */
    public static final Audit NONE = new Audit(List.of(), List.of(), 0, 0);

    public Audit {
        uses = List.copyOf(uses);
        unread = List.copyOf(unread);
    }

    /**
     * Reads every class file of a plugin, those for other versions of Java included. Runs nothing of them.
     *
     * @param jars the jar of the plugin's own module, then its libraries, under the names to be told
     * @param declared what the manifest says
     * @return what was found; a jar or class that cannot be read is told in it and costs nothing else
     */
    public static Audit of(List<Path> jars, AuditDeclared declared) {
        return new JarAudit(declared, AuditLimits.DEFAULT).read(jars);
    }

    /** Those whose kind the manifest does not declare. */
    public List<Use> undeclared() {
        return uses.stream().filter(use -> !use.declared()).toList();
    }

    /** The kinds of what is used, declared or not. */
    public Set<UseKind> kinds() {
        Set<UseKind> kinds = new TreeSet<>();
        uses.forEach(use -> kinds.add(use.kind()));
        return kinds;
    }
}
