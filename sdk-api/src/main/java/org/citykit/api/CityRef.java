package org.citykit.api;

import java.util.regex.Pattern;
import org.citykit.api.validation.Check;

/**
 * Identifies a city or other place in a public scheme, for example {@code wikidata:Q3616} or {@code geonames:112931}.
 *
 * @param scheme lower-case ASCII letters, digits and hyphens, 1 to 30 characters
 * @param value the identifier in that scheme
 * @since 1.0
 */
public record CityRef(String scheme, String value) {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    public CityRef {
        if (!SCHEME.matcher(Check.present("scheme", scheme)).matches()) {
            throw new InvalidValueException(
                    "scheme", "must be 1 to 30 lower-case letters, digits and hyphens, but is \"" + scheme + "\"");
        }
        Check.id("value", value);
    }

    /**
     * Reads {@code scheme:value}.
     *
     * @throws InvalidValueException if it is something else
     */
    public static CityRef parse(String ref) {
        int colon = Check.present("city reference", ref).indexOf(':');
        if (colon < 0) {
            throw new InvalidValueException("city reference", "must look like wikidata:Q3616, but is \"" + ref + "\"");
        }
        return new CityRef(ref.substring(0, colon), ref.substring(colon + 1));
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
