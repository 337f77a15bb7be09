package org.citykit.host.caldav;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.language.Languages;
import org.citykit.host.view.Address;
import org.citykit.host.web.HttpDate;
import org.citykit.host.web.Service;
import org.citykit.host.web.Site;

/** Answers CalDAV requests. Thread-safe. */
public final class CalDav implements Service {
    private static final String WELL_KNOWN = "/.well-known/caldav";
    private static final String ALLOWED = "OPTIONS, GET, HEAD, PROPFIND, REPORT";
    private static final Set<String> WRITING =
            Set.of("PUT", "DELETE", "PROPPATCH", "MKCALENDAR", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "ACL");
    private static final int OK = 200;
    private static final int MULTI_STATUS = 207;
    private static final int MOVED = 301;
    private static final int FOUND = 302;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ALLOWED = 405;

    private final Languages languages;
    private final Calendars calendars;
    private final Properties properties;
    private final Propfind propfind;
    private final Reports reports;

    public CalDav(Held held, Languages languages) {
        this.languages = languages;
        this.calendars = new Calendars(held);
        this.properties = new Properties(held, calendars);
        this.propfind = new Propfind(held, properties);
        this.reports = new Reports(held, calendars, properties, languages);
    }

    /** Where it answers. */
    public List<Site.Mount> mounts() {
        return List.of(
                new Site.Mount(CalDavPath.ROOT, this),
                new Site.Mount("/caldav", this),
                new Site.Mount(WELL_KNOWN, this));
    }

    @Override
    public Reply answer(Call call) {
        try {
            return answered(call);
        } catch (DavException refused) {
            return refusal(refused);
        }
    }

    private Reply answered(Call call) {
        if (call.path().equals(WELL_KNOWN)) {
            return redirect(MOVED, CalDavPath.ROOT); // RFC 6764 §5
        }
        if (call.method().equals("OPTIONS")) {
            return reply(OK, Map.of("Allow", ALLOWED), "");
        }
        CalDavPath path = CalDavPath.read(call.path(), languages);
        return switch (call.method()) {
            case "GET", "HEAD" -> read(path, call);
            case "PROPFIND" -> xml(MULTI_STATUS, propfind.answer(path, preferred(call), call));
            case "REPORT" -> xml(MULTI_STATUS, reports.answer(path, call));
            default -> WRITING.contains(call.method()) ? readOnly(call) : notAllowed();
        };
    }

    private Language preferred(Call call) {
        return languages.preferred(call.header("accept-language").orElse(""));
    }

    /** Collections lead to the same for people; an event is its own octets. */
    private Reply read(CalDavPath path, Call call) {
        if (path instanceof CalDavPath.Event event) {
            Member member = member(event, call.path());
            boolean held = call.header("if-none-match")
                    .map(tags -> tags.contains(member.tag()) || tags.equals("*"))
                    .orElse(false);
            Map<String, String> headers = new HashMap<>();
            headers.put("ETag", member.tag());
            headers.put("Last-Modified", HttpDate.of(properties.modified(member, event.key())));
            headers.put("Content-Type", "text/calendar; charset=utf-8; component=VEVENT");
            headers.put("Content-Language", event.key().language().tag());
            return held ? reply(NOT_MODIFIED, headers, "") : reply(OK, headers, member.text());
        }
        if (path instanceof CalDavPath.Calendar calendar) {
            CalendarKey key = calendar.key();
            String query = key.parameters().with("lang", key.language().tag()).query();
            return redirect(FOUND, "/feeds/events.ics" + query);
        }
        Language language = path instanceof CalDavPath.Home home
                ? home.language()
                : path instanceof CalDavPath.Principal principal ? principal.language() : preferred(call);
        return redirect(FOUND, Address.of(language, "events").toString());
    }

    private Member member(CalDavPath.Event event, String path) {
        return Optional.ofNullable(properties.state(event.key()).members().get(event.name()))
                .orElseThrow(() -> DavException.nothingAt(path));
    }

    /** Nobody may change anything (RFC 3744 §7.1.1). */
    private static Reply readOnly(Call call) {
        XmlOut out = new XmlOut().open(Dav.dav("error")).open(Dav.dav("need-privileges"));
        out.open(Dav.dav("resource"))
                .href(call.path())
                .open(Dav.dav("privilege"))
                .empty(Dav.dav("write"));
        out.close().close().close();
        message(out, "These calendars can only be read.");
        return xml(FORBIDDEN, out.close().done());
    }

    private static Reply notAllowed() {
        return reply(NOT_ALLOWED, Map.of("Allow", ALLOWED), "");
    }

    private static Reply refusal(DavException refused) {
        XmlOut out = new XmlOut().open(Dav.dav("error"));
        refused.condition().ifPresent(out::empty);
        message(out, refused.getMessage());
        return xml(refused.status(), out.close().done());
    }

    private static void message(XmlOut out, String text) {
        out.element(new QName(Dav.CITYKIT, "message"), text);
    }

    private static Reply xml(int status, String body) {
        return reply(status, Map.of("Content-Type", "application/xml; charset=utf-8"), body);
    }

    private static Reply redirect(int status, String to) {
        return reply(status, Map.of("Location", to), "");
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("DAV", "1, 3, calendar-access");
        return new Reply(status, all, body);
    }
}
