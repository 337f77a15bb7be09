package org.citykit.twinning;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.CityRef;
import org.citykit.api.InvalidValueException;
import org.citykit.text.Folding;

/**
 * Ids of places that are fit for a URL path: {@code wikidata-Q3616} for a reference, {@code named.detroit-us} for a
 * party that is known by name alone. Different references have different ids, and an id can be read back.
 */
final class PlaceIds {
    /** Wikidata first, then GeoNames, then the others by name; in a scheme the shortest first. */
    static final Comparator<CityRef> PREFERENCE = Comparator.comparingInt(PlaceIds::rank)
            .thenComparing(CityRef::scheme)
            .thenComparingInt(ref -> ref.value().length())
            .thenComparing(CityRef::value);

    private static final char ESCAPE = '_';
    private static final HexFormat HEX = HexFormat.of();

    private PlaceIds() {}

    static String of(CityRef ref) {
        return ref.scheme().replace('-', ESCAPE) + "-" + escaped(ref.value());
    }

    /** The reference that an id was made of. */
    static Optional<CityRef> parse(String id) {
        int hyphen = id.indexOf('-');
        if (hyphen <= 0) {
            return Optional.empty();
        }
        try {
            String scheme = id.substring(0, hyphen).replace(ESCAPE, '-');
            return Optional.of(new CityRef(scheme, unescaped(id.substring(hyphen + 1))));
        } catch (InvalidValueException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    /** Names a party by its name, the English one if there is one, and its country. */
    static String named(Place.Mention mention) {
        String slug = slug(preferredName(mention));
        String country = mention.country().isBlank() ? "" : "-" + slug(mention.country());
        return (mention.nation() ? "nation." : "named.") + slug + country;
    }

    /** Lower-case ASCII letters, digits and hyphens; a digest for names in other scripts. */
    static String slug(String name) {
        String folded = String.join("-", Folding.tokens(name));
        boolean plain =
                !folded.isEmpty() && folded.length() <= 80 && folded.chars().allMatch(c -> c < 0x80);
        return plain
                ? folded
                : Digest.of(List.of(folded.isEmpty() ? name : folded)).substring(0, 12);
    }

    private static String preferredName(Place.Mention mention) {
        return mention.name().find(Locale.ENGLISH).orElseGet(mention.name()::original);
    }

    /** Keeps letters, digits, dot and hyphen, and writes every other byte of UTF-8 as {@code _} and two hex digits. */
    static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (isPlain(letter)) {
                out.append(letter);
            } else {
                out.append(ESCAPE).append(HEX.toHexDigits(octet));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char letter) {
        return letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == '.' || letter == '-');
    }

    private static String unescaped(String escaped) {
        byte[] octets = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == ESCAPE) {
                octets[length++] = (byte) HexFormat.fromHexDigits(escaped, i + 1, i + 3);
                i += 2;
            } else {
                octets[length++] = (byte) escaped.charAt(i);
            }
        }
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }

    static int rank(CityRef ref) {
        return switch (ref.scheme()) {
            case "wikidata" -> 0;
            case "geonames" -> 1;
            default -> 2;
        };
    }
}
