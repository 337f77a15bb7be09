package org.citykit.host.caldav;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.citykit.api.events.EventKind;
import org.citykit.events.EventEntry;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;
import org.citykit.host.web.Service.Call;

/** Answers PROPFIND (RFC 4918 §9.1). Thread-safe. */
final class Propfind {
    /** What is costly to make, or of no use to most, is given only when it is named (RFC 4791 §5.2). */
    private static final Set<QName> ONLY_WHEN_NAMED = Set.of(
            Dav.caldav("calendar-timezone"),
            Dav.caldav("supported-calendar-data"),
            Dav.caldav("supported-collation-set"),
            Dav.dav("supported-report-set"));

    private final Held held;
    private final Properties properties;

    Propfind(Held held, Properties properties) {
        this.held = held;
        this.properties = properties;
    }

    /** A resource and what it has. */
    private record Resource(String href, Map<QName, Consumer<XmlOut>> has) {}

    String answer(CalDavPath path, Language preferred, Call call) {
        boolean children = depth(call);
        Optional<XmlElement> body = XmlReader.read(call.body());
        body.filter(element -> !element.name().equals(Dav.dav("propfind"))).ifPresent(other -> {
            throw DavException.malformed(
                    "The body begins with '" + other.name().getLocalPart() + "'. It must be 'propfind'.");
        });
        Multistatus answer = new Multistatus();
        resources(path, preferred, children, call.path()).forEach(resource -> write(resource, body, answer));
        return answer.done();
    }

    /** True if what stands directly below is asked for too. */
    private static boolean depth(Call call) {
        String depth = call.header("depth").orElse("infinity");
        return switch (depth) {
            case "0" -> false;
            case "1" -> true;
            default ->
                throw DavException.condition(
                        Dav.dav("propfind-finite-depth"), "Depth is '" + depth + "'. Ask with Depth: 0 or Depth: 1.");
        };
    }

    private static void write(Resource resource, Optional<XmlElement> body, Multistatus answer) {
        if (body.flatMap(element -> element.child(Dav.dav("propname"))).isPresent()) {
            answer.names(resource.href(), resource.has().keySet());
            return;
        }
        Optional<XmlElement> named = body.flatMap(element -> element.child(Dav.PROP));
        if (named.isPresent()) {
            answer.resource(resource.href(), names(named.get()), resource.has());
            return;
        }
        Set<QName> all = new LinkedHashSet<>(resource.has().keySet());
        all.removeAll(ONLY_WHEN_NAMED);
        body.flatMap(element -> element.child(Dav.dav("include"))).ifPresent(more -> all.addAll(names(more)));
        answer.resource(resource.href(), List.copyOf(all), resource.has());
    }

    static List<QName> names(XmlElement prop) {
        return prop.children().stream().map(XmlElement::name).distinct().toList();
    }

    private Stream<Resource> resources(CalDavPath path, Language preferred, boolean children, String asked) {
        if (path instanceof CalDavPath.Root) {
            Resource root = new Resource(CalDavPath.ROOT, properties.ofFolder(preferred, false));
            return Stream.concat(Stream.of(root), children ? Stream.of(home(preferred)) : Stream.empty());
        }
        if (path instanceof CalDavPath.Principal principal) {
            return Stream.of(new Resource(
                    CalDavPath.principal(principal.language()), properties.ofPrincipal(principal.language())));
        }
        if (path instanceof CalDavPath.Home home) {
            Stream<Resource> listed =
                    children ? calendars(home.language()).stream().map(this::calendar) : Stream.empty();
            return Stream.concat(Stream.of(home(home.language())), listed);
        }
        if (path instanceof CalDavPath.Calendar calendar) {
            Stream<Resource> members = children
                    ? properties.state(calendar.key()).members().values().stream()
                            .map(member -> member(member, calendar.key()))
                    : Stream.empty();
            return Stream.concat(Stream.of(calendar(calendar.key())), members);
        }
        CalDavPath.Event event = (CalDavPath.Event) path;
        return Stream.of(
                Optional.ofNullable(properties.state(event.key()).members().get(event.name()))
                        .map(member -> member(member, event.key()))
                        .orElseThrow(() -> DavException.nothingAt(asked)));
    }

    private Resource home(Language language) {
        return new Resource(CalDavPath.home(language), properties.ofFolder(language, true));
    }

    private Resource calendar(CalendarKey key) {
        return new Resource(key.address(), properties.ofCalendar(key));
    }

    private Resource member(Member member, CalendarKey key) {
        return new Resource(key.address() + member.name(), properties.ofMember(member, key));
    }

    /** The calendars that are listed: everything, and each kind that there is. */
    private List<CalendarKey> calendars(Language language) {
        List<CalendarKey> all = new ArrayList<>(List.of(CalendarKey.all(language)));
        held.events().get().entries().stream()
                .map(EventEntry::event)
                .map(event -> event.kind())
                .filter(kind -> kind != EventKind.OTHER)
                .distinct()
                .sorted()
                .forEach(kind -> all.add(CalendarKey.ofKind(language, Address.value(kind))));
        return all;
    }
}
