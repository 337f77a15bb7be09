package org.citykit.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names that a setting had before. Stands on a component of a {@linkplain Provider#settings settings record}, or of a
 * record inside of it. A setting that is written under an old name is taken for the new one, and the webmaster is told
 * the new name; written under both, it is refused.
 *
 * @since 1.0
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Formerly {
    /** The old keys as webmasters wrote them, in kebab-case; the order means nothing. */
    String[] value();
}
