package org.citykit.icalendar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.ReadLimits;
import org.junit.jupiter.api.Test;

class EventDetailsTests {

    @Test
    void picturesConferencesAndLinksSayWhatTheyAreFor() {
        EventDetails details = read(
                "IMAGE;VALUE=URI;DISPLAY=BADGE,\"thumbnail\";FMTTYPE=image/png:https://x.org/i.png",
                "IMAGE;VALUE=BINARY;ENCODING=BASE64;FMTTYPE=image/png:AAEC",
                "IMAGE;VALUE=URI:",
                "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Room: 1\";LANGUAGE=en:https://m.x.org/1",
                "LINK;LINKREL=SOURCE;VALUE=URI:https://x.org/1",
                "STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/ld+json;SCHEMA=\"https://schema.org/Event\":{\"a\":1\\, 2}",
                "ORGANIZER;CN=City:mailto:c@x.org",
                "ATTENDEE;ROLE=CHAIR;CN=Ada:mailto:a@x.org",
                "COLOR:Turquoise",
                "CONCEPT:https://x.org/c");

        assertEquals(
                List.of("https://x.org/i.png", "data:image/png;base64,AAEC"),
                details.images().stream().map(EventLink::uri).toList());
        assertEquals(List.of("BADGE", "THUMBNAIL"), details.images().get(0).roles());
        assertEquals(
                new EventLink(
                        "https://m.x.org/1",
                        Optional.of("Room: 1"),
                        Optional.empty(),
                        List.of("AUDIO", "VIDEO"),
                        Optional.of("en")),
                details.conferences().get(0));
        assertEquals(List.of("SOURCE"), details.links().get(0).roles());
        assertEquals("{\"a\":1, 2}", details.structuredData().get(0).uri());
        assertEquals(Optional.of("City"), details.organizer().orElseThrow().label());
        assertEquals(List.of("CHAIR"), details.attendees().get(0).roles());
        assertEquals(Optional.of("turquoise"), details.color());
        assertEquals(List.of("https://x.org/c"), details.concepts());
        assertEquals(List.of(), details.attachments());
    }

    @Test
    void aRoleThatIsAnAddressStaysAsItIsWritten() {
        EventDetails details = read(
                "STRUCTURED-DATA;VALUE=TEXT;SCHEMA=\"https://schema.org/SportsEvent\":{}",
                "LINK;LINKREL=\"https://x.org/linkRel/from\",latest-version;VALUE=URI:https://x.org/1");

        assertEquals(
                List.of("https://schema.org/SportsEvent"),
                details.structuredData().get(0).roles());
        assertEquals(
                List.of("https://x.org/linkRel/from", "LATEST-VERSION"),
                details.links().get(0).roles());
    }

    @Test
    void venuesAndParticipantsAreComponentsOfTheirOwn() {
        EventDetails details = read(
                "BEGIN:VLOCATION",
                "UID:v",
                "NAME;LANGUAGE=fa:\u062a\u0627\u0644\u0627\u0631",
                "GEO:35.7;51.4",
                "LOCATION-TYPE:library,office",
                "END:VLOCATION",
                "BEGIN:PARTICIPANT",
                "UID:p",
                "PARTICIPANT-TYPE:speaker",
                "SUMMARY:Ada",
                "CALENDAR-ADDRESS:mailto:a@x.org",
                "END:PARTICIPANT");

        assertEquals(
                new EventVenue(
                        List.of(new EventText("\u062a\u0627\u0644\u0627\u0631", Optional.of("fa"))),
                        Optional.of(new EventPlace(35.7, 51.4)),
                        List.of("library", "office"),
                        Optional.empty(),
                        List.of()),
                details.venues().get(0));
        assertEquals(
                new EventParticipant(
                        "SPEAKER",
                        List.of(new EventText("Ada", Optional.empty())),
                        Optional.of("mailto:a@x.org"),
                        Optional.empty()),
                details.participants().get(0));
    }

    private static EventDetails read(String... lines) {
        String text = "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
        return EventDetails.of(CalendarReader.read(text.getBytes(StandardCharsets.UTF_8), ReadLimits.standard())
                .components("VEVENT")
                .get(0));
    }
}
