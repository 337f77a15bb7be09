package org.citykit.runtime.check;

import org.objectweb.asm.Type;

/** Hears of everything that the code of one class refers to. */
interface ReferenceSink {
    /**
     * Where a reference stands.
     *
     * @param className with slashes
     * @param method the method's name, or empty for the class as a whole
     * @param line of the source, or 0
     * @param caught whether somebody catches the linkage error that it may cause
     */
    record Site(String className, String method, int line, boolean caught) {
        /** For example {@code acme.Main#open:31}. */
        String told() {
            String name = className.replace('/', '.');
            return method.isEmpty() ? name : name + "#" + method + (line > 0 ? ":" + line : "");
        }
    }

    /** How a method is called. */
    enum Call {
        STATIC,
        VIRTUAL,
        SPECIAL
    }

    /** A type that is named, with slashes; never an array. */
    void type(String name, Site site);

    /** An object that is made. */
    void made(String name, Site site);

    /** A method that is called. */
    void method(String owner, String name, String descriptor, boolean ofInterface, Call call, Site site);

    /** A field that is read or written. */
    void field(String owner, String name, String descriptor, boolean isStatic, boolean written, Site site);

    /** A lambda or method reference that becomes an object of an interface. */
    void lambda(String interfaceName, String method, Type implemented, Site site);
}
