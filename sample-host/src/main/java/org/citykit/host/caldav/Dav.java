package org.citykit.host.caldav;

import javax.xml.namespace.QName;

/** The names of the standards. */
final class Dav {
    static final String DAV = "DAV:";
    static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";
    static final String APPLE = "http://apple.com/ns/ical/";
    /** Ours: what is wrong, in words, beside the condition that programs read. */
    static final String CITYKIT = "urn:citykit:dav";

    static final QName MULTISTATUS = dav("multistatus");
    static final QName RESPONSE = dav("response");
    static final QName HREF = dav("href");
    static final QName PROPSTAT = dav("propstat");
    static final QName PROP = dav("prop");
    static final QName STATUS = dav("status");
    static final QName SYNC_TOKEN = dav("sync-token");
    static final QName GETETAG = dav("getetag");
    static final QName CALENDAR_DATA = caldav("calendar-data");

    private Dav() {}

    static QName dav(String name) {
        return new QName(DAV, name, "D");
    }

    static QName caldav(String name) {
        return new QName(CALDAV, name, "C");
    }

    static QName calendarServer(String name) {
        return new QName(CALENDAR_SERVER, name, "S");
    }

    static QName apple(String name) {
        return new QName(APPLE, name, "A");
    }
}
