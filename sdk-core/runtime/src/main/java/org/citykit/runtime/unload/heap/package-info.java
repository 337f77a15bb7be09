/**
 * Reads the JVM's own dumps of its heap: who holds an object, by the shortest path of strong references.
 *
 * <p>What may enter: the file format, searching in it within bounded memory, and words for what was found. What may not:
 * what a plugin is, what is done about it.
 */
@NullMarked
package org.citykit.runtime.unload.heap;

import org.jspecify.annotations.NullMarked;
