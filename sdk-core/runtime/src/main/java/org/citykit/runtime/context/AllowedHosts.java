package org.citykit.runtime.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that a module may ask, and which of them may lie in the city's own network. A host is named exactly, or
 * {@code *.example.org} names all below it; with a port it is allowed on that port alone, without one on the default
 * port of the scheme. Immutable.
 *
 * <p>Who may open the way to a private address is only the webmaster: by naming the host exactly under {@code network:}
 * of the module, or by a setting whose address says itself that it is private, such as {@code http://127.0.0.1:8080} or
 * {@code http://files.lan}. A public name in a setting, and whatever a manifest names, must lead to public addresses.
 */
public final class AllowedHosts {
    private static final Pattern NAMED = Pattern.compile("(\\*\\.)?(\\[[0-9a-f:.]+]|[^:/\\[\\]*]+)(?::([0-9]{1,5}))?");
    private static final Pattern NUMBER = Pattern.compile("(0x[0-9a-f]*|[0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL =
            Pattern.compile("[^.]+|.*\\.(localhost|local|lan|internal|intranet|home\\.arpa)", Pattern.CASE_INSENSITIVE);

    /**
     * One host that was named.
     *
     * @param name in lower case, without the {@code *.}
     * @param below whether it stands for all hosts below
     * @param port or -1 for the default port of the scheme
     * @param anywhere whether it may lead to a private address
     */
    private record Rule(String name, boolean below, int port, boolean anywhere) {
        boolean admits(String host, int asked) {
            boolean named = below ? !isNumber(host) && host.endsWith("." + name) : host.equals(name);
            return named && port == asked;
        }
    }

    private final List<Rule> rules;

    private AllowedHosts(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The hosts of every web address in a settings record, and those that are named otherwise.
     *
     * @param settings bound settings; its accessors are called, so the guard runs this
     * @param network what the webmaster names under {@code network:}
     * @param manifest what the plugin's manifest names
     */
    public static AllowedHosts of(Record settings, Collection<String> network, Collection<String> manifest) {
        List<Rule> rules = new ArrayList<>();
        network.forEach(name -> rule(name, !name.startsWith("*")).ifPresent(rules::add));
        names(settings).forEach(name -> rule(name, isPlainlyPrivate(name)).ifPresent(rules::add));
        manifest.forEach(name -> rule(name, false).ifPresent(rules::add));
        return new AllowedHosts(rules);
    }

    /** Hosts that may all lead anywhere, such as those of a recorded web. */
    public static AllowedHosts anywhere(Collection<String> names) {
        return new AllowedHosts(
                names.stream().flatMap(name -> rule(name, true).stream()).toList());
    }

    /** The hosts of every web address in a settings record, with the ports that are written. */
    public static Set<String> names(Record settings) {
        Set<String> hosts = new TreeSet<>();
        collect(settings, hosts);
        return hosts;
    }

    /** Whether an address may be asked. */
    boolean admit(URI uri) {
        return rules.stream().anyMatch(rule -> admits(rule, uri));
    }

    /** Whether an address may lead into a private network. */
    boolean admitPrivate(URI uri) {
        return rules.stream().anyMatch(rule -> rule.anywhere() && admits(rule, uri));
    }

    private static boolean admits(Rule rule, URI uri) {
        String host = hostOf(uri);
        return !host.isEmpty() && !isOddNumber(host) && rule.admits(host, portOf(uri));
    }

    private static String hostOf(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static int portOf(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == usual ? -1 : uri.getPort();
    }

    private static Optional<Rule> rule(String named, boolean anywhere) {
        Matcher parts = NAMED.matcher(named.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(2).endsWith(".")
                ? parts.group(2).substring(0, parts.group(2).length() - 1)
                : parts.group(2);
        int port = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
        return Optional.of(new Rule(name, parts.group(1) != null, port, anywhere));
    }

    /** Names of hosts end in a word (RFC 3696 §2), so whatever ends in a number is an address to some program. */
    private static boolean isNumber(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    /** An address of IPv4 in octal, hexadecimal or with parts left out, which programs read in different ways. */
    private static boolean isOddNumber(String host) {
        if (!isNumber(host)) {
            return false;
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return true;
        }
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return true;
            }
        }
        return false;
    }

    /** An address, or a name that can only be known inside (RFC 6761, RFC 6762, RFC 8375). */
    private static boolean isPlainlyPrivate(String named) {
        String host = named.replaceFirst(":[0-9]{1,5}$", "");
        return host.startsWith("[")
                || host.matches("[0-9.]+")
                || LOCAL.matcher(host).matches();
    }

    private static void collect(Object value, Set<String> hosts) {
        if (value instanceof URI uri && uri.getHost() != null) {
            int port = portOf(uri);
            hosts.add(hostOf(uri) + (port < 0 ? "" : ":" + port));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> collect(inner, hosts));
        } else if (value instanceof Collection<?> all) {
            all.forEach(inner -> collect(inner, hosts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> collect(inner, hosts));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component), hosts);
            }
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(
                    "The setting '" + component.getName() + "' of "
                            + record.getClass().getName() + " cannot be read.",
                    unreadable);
        }
    }
}
