package org.citykit.runtime.unload.heap;

/** By what an object is held from outside the heap. */
enum RootKind {
    STACK("the stack of "),
    THREAD(""),
    CLASS(""),
    NATIVE("native code"),
    MONITOR("a lock that is held");

    private final String words;

    RootKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
