package org.citykit.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a provider and its settings. Stands on a public class with a public constructor without parameters, which the
 * plugin's module descriptor {@code provides}; it is read from the bytes without running any of them.
 *
 * @since 1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Provider {
    /** What a webmaster writes after {@code use:}; lower-case ASCII letters, digits and hyphens, 1 to 60 characters. */
    String id();

    /**
     * The record that holds its settings. Its components become the keys of {@code settings:} in kebab-case; component
     * types are text, numbers, booleans, enums, {@code URI}, {@code Duration}, {@code ZoneId}, {@code Locale},
     * {@code LocalDate}, {@link Text}, {@link Secret}, {@code Optional}, {@code List}, {@code Set}, {@code Map} with
     * text keys, records and sealed interfaces of records.
     */
    Class<? extends Record> settings();
}
