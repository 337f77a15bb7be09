package org.citykit.runtime.composition;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How hosts and plugins are named in the entry of a module; apart, since most entries name none. */
final class EntryNames {
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*\\.?");
    private static final Pattern IP_6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PORT = Pattern.compile(":[1-9][0-9]{0,4}$");
    private static final int LAST_PORT = 65_535;
    private static final Pattern PLUGIN = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*");

    private EntryNames() {}

    /** Whether a text is the name of a module, and so may be the id of a plugin. */
    static boolean isPluginId(String text) {
        return PLUGIN.matcher(text).matches();
    }

    /** A host, in the form that the Domain Name System knows (RFC 5890), or an IPv6 address in brackets. */
    static Optional<String> host(String text) {
        try {
            String host = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            boolean fits = NAME.matcher(host).matches() || IP_6.matcher(host).matches();
            return fits ? Optional.of(host) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** A host, or all below one, with a port or without. */
    static Optional<String> network(String text) {
        Matcher port = PORT.matcher(text);
        String suffix = port.find() ? port.group() : "";
        String name = text.substring(0, text.length() - suffix.length());
        boolean below = name.startsWith("*.");
        boolean fits = suffix.isEmpty() || Integer.parseInt(suffix.substring(1)) <= LAST_PORT;
        return (fits ? host(below ? name.substring(2) : name) : Optional.<String>empty())
                .map(host -> (below ? "*." : "") + host + suffix);
    }
}
