package org.citykit.plugins.ical;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.citykit.api.Fetched;

/**
 * One file or feed as it was read.
 *
 * @param where how defects name it
 * @param content what it held
 */
record Input(String where, Fetched content) {
    /** A feed's address without user, query and fragment, where publishers put keys. */
    static String shown(URI feed) {
        String port = feed.getPort() < 0 ? "" : ":" + feed.getPort();
        String path = feed.getRawPath() == null ? "" : feed.getRawPath();
        return feed.getScheme() + "://" + feed.getHost() + port + path;
    }

    /** The octets in UTF-8, which is what iCalendar is read as; another charset of the media type is turned into it. */
    InputStream octets() {
        String type = content.type().toLowerCase(Locale.ROOT);
        boolean otherCharset = type.contains("charset=") && !type.contains("utf-8");
        return otherCharset
                ? new ByteArrayInputStream(content.text().getBytes(StandardCharsets.UTF_8))
                : content.body();
    }
}
