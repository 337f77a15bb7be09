package org.citykit.runtime.value;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads web addresses (RFC 3986), hosts in other scripts among them (RFC 5891). */
final class WebAddress {
    private static final Set<String> WITHOUT_HOST = Set.of("mailto", "tel", "urn");
    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+://)([^/?#@:\\[\\]]+)((?::[0-9]*)?(?:[/?#].*)?)");

    private WebAddress() {}

    static Optional<URI> read(String text) {
        try {
            URI uri = new URI(withAsciiHost(text));
            return Optional.of(uri).filter(WebAddress::fits);
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static boolean fits(URI uri) {
        if (uri.getScheme() == null) {
            return false;
        }
        if (uri.isOpaque()) {
            return WITHOUT_HOST.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        }
        return uri.getHost() != null && uri.getRawUserInfo() == null;
    }

    private static String withAsciiHost(String text) {
        Matcher parts = PARTS.matcher(text);
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ascii || !parts.matches() ? text : parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3);
    }
}
