package org.citykit.host.caldav;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.namespace.QName;

/** An answer about several resources (RFC 4918 §13). Not thread-safe. */
final class Multistatus {
    private static final String FOUND = "HTTP/1.1 200 OK";
    private static final String MISSING = "HTTP/1.1 404 Not Found";

    private final XmlOut out = new XmlOut().open(Dav.MULTISTATUS);

    /** Says what was asked of a resource; what it does not have is named as missing. */
    void resource(String href, List<QName> asked, Map<QName, Consumer<XmlOut>> has) {
        List<QName> missing = new ArrayList<>();
        List<QName> found = new ArrayList<>();
        asked.forEach(name -> (has.containsKey(name) ? found : missing).add(name));
        out.open(Dav.RESPONSE).href(href);
        if (!found.isEmpty() || missing.isEmpty()) {
            out.open(Dav.PROPSTAT).open(Dav.PROP);
            for (QName name : found) {
                out.open(name);
                has.getOrDefault(name, none -> {}).accept(out);
                out.close();
            }
            out.close().element(Dav.STATUS, FOUND).close();
        }
        if (!missing.isEmpty()) {
            names(missing, MISSING);
        }
        out.close();
    }

    /** Names what a resource has, without values. */
    void names(String href, Iterable<QName> all) {
        out.open(Dav.RESPONSE).href(href);
        names(all, FOUND);
        out.close();
    }

    private void names(Iterable<QName> all, String status) {
        out.open(Dav.PROPSTAT).open(Dav.PROP);
        all.forEach(out::empty);
        out.close().element(Dav.STATUS, status).close();
    }

    /** Says that there is nothing at an address, or nothing any more. */
    void missing(String href) {
        out.open(Dav.RESPONSE).href(href).element(Dav.STATUS, MISSING).close();
    }

    void token(String token) {
        out.element(Dav.SYNC_TOKEN, token);
    }

    String done() {
        return out.close().done();
    }
}
