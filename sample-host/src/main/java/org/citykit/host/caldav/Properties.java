package org.citykit.host.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.citykit.api.events.EventKind;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.publish.Filtered;
import org.citykit.host.publish.Publication;
import org.citykit.host.view.Address;
import org.citykit.host.web.EventParameters;
import org.citykit.host.web.HttpDate;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.event.EventBuilder;
import org.citykit.icalendar.event.FeedBuilder;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * The live properties of each kind of resource, as writers of their values, in the order in which they are listed. A value
 * is made when it is written. Thread-safe.
 */
final class Properties {
    private static final String COLOR = "#0D4F56FF";
    private static final List<String> REPORTS = List.of("calendar-query", "calendar-multiget");

    private final Held held;
    private final Calendars calendars;

    Properties(Held held, Calendars calendars) {
        this.held = held;
        this.calendars = calendars;
    }

    CalendarState state(CalendarKey key) {
        return calendars.now(key.language(), new Filtered(EventParameters.filter(key.parameters())));
    }

    /** When an event last changed or, if it does not tell, the data that it stands in. */
    Instant modified(Member member, CalendarKey key) {
        return member.event().changed().orElseGet(() -> state(key).publication().modified());
    }

    /** Of the beginning and of homes. */
    Map<QName, Consumer<XmlOut>> ofFolder(Language language, boolean home) {
        Map<QName, Consumer<XmlOut>> all = common(language);
        all.put(Dav.dav("resourcetype"), out -> out.empty(Dav.dav("collection")));
        all.put(
                Dav.dav("displayname"),
                out -> out.text(held.settings().name().in(language.locale()) + " – "
                        + language.words().frame().events()));
        if (!home) {
            all.put(Dav.caldav("calendar-home-set"), out -> out.href(CalDavPath.home(language)));
        }
        return all;
    }

    /** Of whoever reads. */
    Map<QName, Consumer<XmlOut>> ofPrincipal(Language language) {
        Map<QName, Consumer<XmlOut>> all = common(language);
        all.put(Dav.dav("resourcetype"), out -> out.empty(Dav.dav("collection")).empty(Dav.dav("principal")));
        all.put(Dav.dav("displayname"), out -> out.text(language.words().frame().reader()));
        all.put(Dav.dav("principal-URL"), out -> out.href(CalDavPath.principal(language)));
        all.put(Dav.caldav("calendar-home-set"), out -> out.href(CalDavPath.home(language)));
        all.put(Dav.caldav("calendar-user-address-set"), out -> out.href(CalDavPath.principal(language)));
        return all;
    }

    /** Of a calendar. */
    Map<QName, Consumer<XmlOut>> ofCalendar(CalendarKey key) {
        Language language = key.language();
        Map<QName, Consumer<XmlOut>> all = common(language);
        all.put(Dav.dav("resourcetype"), out -> out.empty(Dav.dav("collection")).empty(Dav.caldav("calendar")));
        all.put(Dav.dav("displayname"), out -> out.text(name(key)));
        all.put(
                Dav.caldav("calendar-description"),
                out -> out.text(language.words().events().lead()));
        all.put(
                Dav.dav("getlastmodified"),
                out -> out.text(HttpDate.of(state(key).publication().modified())));
        all.put(Dav.calendarServer("getctag"), out -> out.text(state(key).token()));
        all.put(Dav.SYNC_TOKEN, out -> out.text(SyncToken.of(state(key))));
        all.put(Dav.dav("supported-report-set"), Properties::reports);
        all.put(
                Dav.caldav("supported-calendar-component-set"),
                out -> out.open(Dav.caldav("comp")).attribute("name", "VEVENT").close());
        all.put(
                Dav.caldav("supported-calendar-data"),
                out -> out.open(Dav.CALENDAR_DATA)
                        .attribute("content-type", "text/calendar")
                        .attribute("version", "2.0")
                        .close());
        all.put(
                Dav.caldav("supported-collation-set"),
                out -> TextMatch.COLLATIONS.forEach(
                        collation -> out.element(Dav.caldav("supported-collation"), collation)));
        all.put(
                Dav.caldav("calendar-timezone"),
                out -> out.text(zone(held.settings().zone())));
        all.put(Dav.caldav("schedule-calendar-transp"), out -> out.empty(Dav.caldav("transparent")));
        all.put(Dav.apple("calendar-color"), out -> out.text(COLOR));
        return all;
    }

    /** Of an event. */
    Map<QName, Consumer<XmlOut>> ofMember(Member member, CalendarKey key) {
        Map<QName, Consumer<XmlOut>> all = common(key.language());
        all.put(Dav.dav("resourcetype"), out -> {});
        all.put(Dav.GETETAG, out -> out.text(member.tag()));
        all.put(Dav.dav("getcontenttype"), out -> out.text("text/calendar; charset=utf-8; component=VEVENT"));
        all.put(Dav.dav("getcontentlength"), out -> out.text(Integer.toString(member.bytes().length)));
        all.put(Dav.dav("getlastmodified"), out -> out.text(HttpDate.of(modified(member, key))));
        return all;
    }

    private static Map<QName, Consumer<XmlOut>> common(Language language) {
        Map<QName, Consumer<XmlOut>> all = new LinkedHashMap<>();
        all.put(Dav.dav("current-user-principal"), out -> out.href(CalDavPath.principal(language)));
        all.put(Dav.dav("owner"), out -> out.href(CalDavPath.principal(language)));
        all.put(Dav.dav("current-user-privilege-set"), out -> {
            for (String privilege : List.of("read", "read-current-user-privilege-set")) {
                out.open(Dav.dav("privilege")).empty(Dav.dav(privilege)).close();
            }
        });
        return all;
    }

    private static void reports(XmlOut out) {
        REPORTS.forEach(name -> report(out, Dav.caldav(name)));
        report(out, Dav.dav("sync-collection"));
    }

    private static void report(XmlOut out, QName name) {
        out.open(Dav.dav("supported-report"))
                .open(Dav.dav("report"))
                .empty(name)
                .close()
                .close();
    }

    private String name(CalendarKey key) {
        Language language = key.language();
        String city = held.settings().name().in(language.locale());
        String events = key.parameters()
                .choice("kind", EventKind.class)
                .flatMap(kind ->
                        Optional.ofNullable(language.labels().events().kind().get(kind)))
                .orElseGet(() -> language.words().frame().events());
        String rest = key.parameters().with("kind", "").query();
        return city + " – " + events + (rest.isEmpty() ? "" : " – " + Address.plain(rest));
    }

    /** The zone in which whole days and floating times are read (RFC 4791 §5.2.2). */
    private String zone(ZoneId zone) {
        int year = held.clock().instant().atZone(zone).getYear();
        DateOrDateTime start = DateOrDateTime.of(LocalDate.of(year, 1, 1).atStartOfDay(), CalendarZone.of(zone));
        FeedBuilder calendar = Publication.calendar();
        calendar.add(EventBuilder.of("zone", Instant.EPOCH).start(start).build());
        return new String(
                CalendarWriter.write(List.of(Publication.withoutEvents(calendar.build()))), StandardCharsets.UTF_8);
    }
}
