package org.citykit.host.content;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.events.EventEntry;
import org.citykit.events.Occurrence;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words.EventWords;
import org.citykit.host.view.Address;
import org.citykit.host.view.Link;

/** Links that put an event into a reader's calendar. What they say goes to a service only when somebody follows one. */
final class EventLinks {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Subscriptions subscriptions;

    EventLinks(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    List<Link> of(Occurrence occurrence, Language language) {
        EventWords words = language.words().events();
        String id = occurrence
                .series()
                .map(EventEntry::id)
                .orElse(occurrence.entry().id());
        List<Link> links = new ArrayList<>();
        links.add(new Link("/feeds/events/" + Address.segment(id) + ".ics?lang=" + language.tag(), words.asFile()));
        links.add(new Link(google(occurrence, language), words.inGoogle()));
        links.add(new Link(outlook(occurrence, language), words.inOutlook()));
        return links;
    }

    private String google(Occurrence occurrence, Language language) {
        String dates = occurrence.when() instanceof EventTime.AllDay days
                ? DateTimeFormatter.BASIC_ISO_DATE.format(days.start()) + "/"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(days.end())
                : BASIC.format(occurrence.start().withZoneSameInstant(ZoneOffset.UTC)) + "/"
                        + BASIC.format(occurrence.end().withZoneSameInstant(ZoneOffset.UTC));
        CalendarEvent event = occurrence.event();
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text="
                + Subscriptions.encoded(event.title().in(language.locale())) + "&dates=" + Subscriptions.encoded(dates)
                + place(event, language)
                + page(occurrence, language).map(page -> "&details=" + page).orElse("");
    }

    private String outlook(Occurrence occurrence, Language language) {
        boolean days = occurrence.isAllDay();
        String start = days
                ? ((EventTime.AllDay) occurrence.when()).start().toString()
                : occurrence.start().toInstant().toString();
        String end = days
                ? ((EventTime.AllDay) occurrence.when()).end().toString()
                : occurrence.end().toInstant().toString();
        CalendarEvent event = occurrence.event();
        return "https://outlook.live.com/calendar/0/deeplink/compose?subject="
                + Subscriptions.encoded(event.title().in(language.locale())) + "&startdt="
                + Subscriptions.encoded(start) + "&enddt=" + Subscriptions.encoded(end) + (days ? "&allday=true" : "")
                + place(event, language)
                + page(occurrence, language).map(page -> "&body=" + page).orElse("");
    }

    private static String place(CalendarEvent event, Language language) {
        return event.place()
                .map(place -> "&location=" + Subscriptions.encoded(place.name().in(language.locale())))
                .orElse("");
    }

    private Optional<String> page(Occurrence occurrence, Language language) {
        return subscriptions
                .absolute(
                        Address.of(language, "events", occurrence.entry().id()).toString())
                .map(Subscriptions::encoded);
    }
}
