package org.citykit.runtime.audit;

import java.util.List;

/**
 * One sensitive API that one jar of a plugin uses. Immutable.
 *
 * @param kind what it is about
 * @param library the name of the library's jar, or empty for the plugin's own module
 * @param api the type and member, for example {@code java.lang.Thread.start}
 * @param declared whether the manifest declares its kind
 * @param count how many places use it
 * @param places the first of them
 */
public record Use(UseKind kind, String library, String api, boolean declared, int count, List<Place> places) {
    public Use {
        places = List.copyOf(places);
    }

    /** Whether it is the plugin's own module that uses it, not a library. */
    public boolean isOwn() {
        return library.isEmpty();
    }

    /**
     * Where it is used. Immutable.
     *
     * @param className the binary name of the class
     * @param method the method's name; {@code <init>} and {@code <clinit>} as in the class file
     * @param line of the source, counted from 1, or 0 when the compiler did not record it
     */
    public record Place(String className, String method, int line) {
        /** For example {@code acme.Main#open:31}. */
        @Override
        public String toString() {
            return className + "#" + method + (line > 0 ? ":" + line : "");
        }
    }
}
