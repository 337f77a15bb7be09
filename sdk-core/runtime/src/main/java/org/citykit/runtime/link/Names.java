package org.citykit.runtime.link;

/** Parts of binary names and of entries' names. */
final class Names {
    private Names() {}

    /** The package of a class; empty for the unnamed one. */
    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** The package whose folder an entry lies in; empty at the root. */
    static String packageOfEntry(String entry) {
        int slash = entry.lastIndexOf('/');
        return slash < 0 ? "" : entry.substring(0, slash).replace('/', '.');
    }

    static String entryOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
