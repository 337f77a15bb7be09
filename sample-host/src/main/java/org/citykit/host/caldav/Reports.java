package org.citykit.host.caldav;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.citykit.host.content.Held;
import org.citykit.host.language.Languages;
import org.citykit.host.publish.Filtered;
import org.citykit.host.publish.InWindow;
import org.citykit.host.web.EventParameters;
import org.citykit.host.web.Service.Call;

/** Answers REPORT: queries, several events at once, what has changed. Thread-safe. */
final class Reports {
    private final Held held;
    private final Calendars calendars;
    private final Properties properties;
    private final Languages languages;

    Reports(Held held, Calendars calendars, Properties properties, Languages languages) {
        this.held = held;
        this.calendars = calendars;
        this.properties = properties;
        this.languages = languages;
    }

    /** A request about a calendar, and what is wanted of each of its events. */
    private record Asked(CalendarKey key, CalendarState state, List<QName> names, Optional<CalendarData> data) {}

    String answer(CalDavPath path, Call call) {
        XmlElement body = XmlReader.read(call.body())
                .orElseThrow(() -> DavException.malformed("A REPORT needs a body that says what is wanted."));
        if (!(path instanceof CalDavPath.Calendar calendar)) {
            throw unsupported(body);
        }
        CalendarState state = properties.state(calendar.key());
        Optional<XmlElement> prop = body.child(Dav.PROP);
        List<QName> names = prop.map(Propfind::names)
                .orElseGet(() -> body.has(Dav.dav("allprop")) ? List.of(Dav.GETETAG) : List.of());
        Optional<CalendarData> data =
                prop.flatMap(element -> element.child(Dav.CALENDAR_DATA)).map(CalendarData::of);
        Asked asked = new Asked(calendar.key(), state, names, data);
        if (body.name().equals(Dav.caldav("calendar-query"))) {
            return query(asked, body, call);
        }
        if (body.name().equals(Dav.caldav("calendar-multiget"))) {
            return multiget(asked, body);
        }
        if (body.name().equals(Dav.dav("sync-collection"))) {
            return changes(asked, body);
        }
        throw unsupported(body);
    }

    private static DavException unsupported(XmlElement body) {
        return DavException.condition(
                Dav.dav("supported-report"),
                "There is no report '" + body.name().getLocalPart()
                        + "' here. Ask a calendar for calendar-query, calendar-multiget or sync-collection.");
    }

    private String query(Asked asked, XmlElement body, Call call) {
        ComponentFilter filter = ComponentFilter.of(
                body.child(Dav.caldav("filter"))
                        .orElseThrow(() -> DavException.condition(
                                Dav.caldav("valid-filter"), "A calendar-query needs a 'filter'.")),
                held.settings().zone());
        Stream<Member> all = call.header("depth").orElse("1").equals("0")
                ? Stream.empty()
                : asked.state().members().values().stream();
        Optional<Window> span = filter.window();
        if (span.isPresent()) {
            TimeSearch search = TimeSearch.of(asked.state(), span.get());
            all = all.filter(search::finds);
        }
        Multistatus answer = new Multistatus();
        List<Member> found =
                all.filter(member -> filter.fits(member.calendar())).toList();
        return tell(asked, found, answer).done();
    }

    private String multiget(Asked asked, XmlElement body) {
        Multistatus answer = new Multistatus();
        List<Member> found = new ArrayList<>();
        for (XmlElement href : body.children(Dav.HREF)) {
            Optional<Member> member = member(asked, href.text());
            member.ifPresentOrElse(found::add, () -> answer.missing(href.text()));
        }
        return tell(asked, found, answer).done();
    }

    private Optional<Member> member(Asked asked, String href) {
        try {
            String path = new URI(href).getRawPath();
            return path != null
                            && CalDavPath.read(path, languages) instanceof CalDavPath.Event event
                            && event.key().parameters().equals(asked.key().parameters())
                            && event.key()
                                    .language()
                                    .tag()
                                    .equals(asked.key().language().tag())
                    ? Optional.ofNullable(asked.state().members().get(event.name()))
                    : Optional.empty();
        } catch (URISyntaxException | DavException none) {
            return Optional.empty();
        }
    }

    private String changes(Asked asked, XmlElement body) {
        String level = body.child(Dav.dav("sync-level")).map(XmlElement::text).orElse("1");
        if (!level.equals("1") && !level.equals("infinite")) {
            throw DavException.malformed("'sync-level' is '" + level + "'. It must be 1 or infinite.");
        }
        String token = body.child(Dav.SYNC_TOKEN).map(XmlElement::text).orElse("");
        History.Difference difference = token.isEmpty()
                ? new History.Difference(List.copyOf(asked.state().members().keySet()), List.of())
                : SyncToken.read(token)
                        .flatMap(known -> calendars.since(
                                known,
                                asked.state(),
                                asked.key().language(),
                                new Filtered(EventParameters.filter(asked.key().parameters()))))
                        .orElseThrow(() -> DavException.condition(
                                Dav.dav("valid-sync-token"),
                                "Nobody remembers the state with this token. Synchronise anew, without a token."));
        limit(body, difference);
        Multistatus answer = new Multistatus();
        List<Member> touched = difference.touched().stream()
                .flatMap(name -> Optional.ofNullable(asked.state().members().get(name)).stream())
                .toList();
        tell(asked, touched, answer);
        difference.gone().forEach(name -> answer.missing(asked.key().address() + name));
        answer.token(SyncToken.of(asked.state()));
        return answer.done();
    }

    /** An answer is never cut: a client that wants less than there is is told so (RFC 6578 §3.7). */
    private static void limit(XmlElement body, History.Difference difference) {
        body.child(Dav.dav("limit"))
                .flatMap(limit -> limit.child(Dav.dav("nresults")))
                .map(XmlElement::text)
                .filter(most -> !most.matches("[0-9]{1,9}")
                        || Integer.parseInt(most)
                                < difference.touched().size()
                                        + difference.gone().size())
                .ifPresent(tooFew -> {
                    throw DavException.condition(
                            Dav.dav("number-of-matches-within-limits"),
                            "There are more changes than " + tooFew + ". Ask without a limit.");
                });
    }

    private Multistatus tell(Asked asked, List<Member> members, Multistatus answer) {
        Optional<InWindow> within = asked.data()
                .flatMap(CalendarData::window)
                .map(span -> InWindow.of(
                        asked.state().publication(),
                        span.start().orElseThrow(),
                        span.end().orElseThrow()));
        for (Member member : members) {
            Map<QName, Consumer<XmlOut>> has = new LinkedHashMap<>(properties.ofMember(member, asked.key()));
            asked.data().ifPresent(data -> has.put(Dav.CALENDAR_DATA, out -> out.text(data.write(member, within))));
            answer.resource(asked.key().address() + member.name(), asked.names(), has);
        }
        return answer;
    }
}
