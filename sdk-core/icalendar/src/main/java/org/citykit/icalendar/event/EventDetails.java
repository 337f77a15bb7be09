package org.citykit.icalendar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;

/**
 * What a city shows of an event besides time, title and place: pictures, ways to take part from afar, people, venues,
 * links (RFC 7986, RFC 9073, RFC 9253). Immutable, safe for any thread. What cannot be read is absent here and still in
 * the component.
 */
public final class EventDetails {
    private final Component component;

    private EventDetails(Component component) {
        this.component = component;
    }

    /**
     * Reads the details of a component.
     *
     * @param component a VEVENT, or a VCALENDAR for what is said of the whole
     * @return the view
     */
    public static EventDetails of(Component component) {
        return new EventDetails(component);
    }

    /**
     * Returns the pictures.
     *
     * @return every IMAGE with its DISPLAY as roles
     */
    public List<EventLink> images() {
        return links("IMAGE", "DISPLAY");
    }

    /**
     * Returns the ways to take part from afar.
     *
     * @return every CONFERENCE with its FEATURE as roles
     */
    public List<EventLink> conferences() {
        return links("CONFERENCE", "FEATURE");
    }

    /**
     * Returns the attachments.
     *
     * @return every ATTACH
     */
    public List<EventLink> attachments() {
        return links("ATTACH", "ROLE");
    }

    /**
     * Returns the links to other things.
     *
     * @return every LINK with its LINKREL as roles
     */
    public List<EventLink> links() {
        return links("LINK", "LINKREL");
    }

    /**
     * Returns the data of other formats.
     *
     * @return every STRUCTURED-DATA with its SCHEMA as roles; inline text is in {@code uri} as it is
     */
    public List<EventLink> structuredData() {
        return links("STRUCTURED-DATA", "SCHEMA");
    }

    /**
     * Returns who is responsible.
     *
     * @return the ORGANIZER with CN as label, or empty
     */
    public Optional<EventLink> organizer() {
        return links("ORGANIZER", "ROLE").stream().findFirst();
    }

    /**
     * Returns who is invited.
     *
     * @return every ATTENDEE with CN as label and ROLE
     */
    public List<EventLink> attendees() {
        return links("ATTENDEE", "ROLE");
    }

    /**
     * Returns the colour.
     *
     * @return COLOR, a CSS3 name in lower case, or empty
     */
    public Optional<String> color() {
        return component
                .property("COLOR")
                .map(property -> property.text().strip().toLowerCase(Locale.ROOT))
                .filter(color -> !color.isEmpty());
    }

    /**
     * Returns what the event is about, as addresses of concepts.
     *
     * @return every CONCEPT
     */
    public List<String> concepts() {
        return component.properties("CONCEPT").stream()
                .map(property -> property.value().strip())
                .filter(concept -> !concept.isEmpty())
                .toList();
    }

    /**
     * Returns the venues.
     *
     * @return every VLOCATION in order
     */
    public List<EventVenue> venues() {
        return component.components("VLOCATION").stream()
                .map(venue -> new EventVenue(
                        EventFacts.texts(venue, "NAME"),
                        EventFacts.place(venue),
                        EventFacts.words(venue, "LOCATION-TYPE"),
                        EventFacts.address(venue, "URL"),
                        of(venue).structuredData()))
                .toList();
    }

    /**
     * Returns who takes part in public.
     *
     * @return every PARTICIPANT in order
     */
    public List<EventParticipant> participants() {
        return component.components("PARTICIPANT").stream()
                .map(EventDetails::participant)
                .toList();
    }

    private static EventParticipant participant(Component component) {
        List<EventText> names = new ArrayList<>(EventFacts.texts(component, "SUMMARY"));
        names.addAll(EventFacts.texts(component, "NAME"));
        return new EventParticipant(
                component
                        .property("PARTICIPANT-TYPE")
                        .map(type -> type.text().strip().toUpperCase(Locale.ROOT))
                        .orElse(""),
                names,
                EventFacts.address(component, "CALENDAR-ADDRESS"),
                EventFacts.address(component, "URL"));
    }

    private List<EventLink> links(String name, String role) {
        return component.properties(name).stream()
                .flatMap(property -> link(property, role).stream())
                .toList();
    }

    private static Optional<EventLink> link(Property property, String role) {
        String type = property.parameter("VALUE").orElse("").toUpperCase(Locale.ROOT);
        Optional<String> mediaType = property.parameter("FMTTYPE");
        String address =
                switch (type) {
                    case "BINARY" ->
                        "data:" + mediaType.orElse("application/octet-stream") + ";base64,"
                                + property.value().strip();
                    case "TEXT" -> property.text();
                    default -> property.value().strip();
                };
        if (address.isEmpty()) {
            return Optional.empty();
        }
        List<String> roles = property.parameters().stream()
                .filter(parameter -> parameter.name().equals(role))
                .flatMap(parameter -> parameter.values().stream())
                .map(word -> word.indexOf(':') >= 0 ? word : word.toUpperCase(Locale.ROOT))
                .toList();
        Optional<String> label = property.parameter("LABEL").or(() -> property.parameter("CN"));
        return Optional.of(new EventLink(address, label, mediaType, roles, property.parameter("LANGUAGE")));
    }
}
