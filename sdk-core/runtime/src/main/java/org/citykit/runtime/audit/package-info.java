/**
 * Bytecode audit: which sensitive parts of the JDK the classes of a plugin and of its libraries use. A disclosure, not
 * a sandbox: it says what stands in the class files, and prevents nothing.
 *
 * <p>What may enter: class files and the list of sensitive APIs. What may not: plugin files and their manifests
 * ({@code plugin}), judgements, loading a class.
 */
@NullMarked
package org.citykit.runtime.audit;

import org.jspecify.annotations.NullMarked;
