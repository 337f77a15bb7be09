package org.citykit.runtime.context;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Thread-safe. */
@FunctionalInterface
interface HostLookup {
    /** As the machine does, with the JVM's own cache, which the HTTP client uses as well. */
    HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of a host, or of an address as it is written in a URI. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
