package org.citykit.runtime.context;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public Internet: none of the special purposes in RFC 6890 and its registries, and none
 * that clouds keep for their own services. An address of IPv4 inside one of IPv6 counts as what it is.
 */
final class PublicAddress {
    /**
     * A range of addresses.
     *
     * @param first its first address
     * @param bits how many bits all of them share
     */
    private record Range(InetAddress first, int bits) {
        boolean holds(byte[] address) {
            byte[] begin = first.getAddress();
            if (address.length != begin.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (begin[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Range> SPECIAL_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of IPv6 only this is given out, and parts of it are not what they seem. */
    private static final Range PUBLIC_6 = range("2000:0:0:0:0:0:0:0/3");

    private static final List<Range> SPECIAL_6 =
            ranges("2001:0:0:0:0:0:0:0/23", "2001:db8:0:0:0:0:0:0/32", "3fff:0:0:0:0:0:0:0/20");

    private static final Range SIX_TO_FOUR = range("2002:0:0:0:0:0:0:0/16");
    private static final Range TRANSLATED = range("64:ff9b:0:0:0:0:0:0/96");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes);
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (TRANSLATED.holds(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return PUBLIC_6.holds(bytes) && SPECIAL_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        return SPECIAL_4.stream().noneMatch(range -> range.holds(bytes));
    }

    private static List<Range> ranges(String... written) {
        return Arrays.stream(written).map(PublicAddress::range).toList();
    }

    private static Range range(String written) {
        int slash = written.indexOf('/');
        try {
            return new Range(
                    InetAddress.getByName(written.substring(0, slash)), Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a range is no address: " + written, e);
        }
    }
}
