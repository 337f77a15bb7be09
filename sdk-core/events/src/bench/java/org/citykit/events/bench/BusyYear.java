package org.citykit.events.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.Place;
import org.citykit.api.events.Recurrence;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;

/** A year of a large city: 100,000 occurrences of 40,680 events from four calendars, told in three languages. */
final class BusyYear {
    static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int DAYS = 365;

    static final List<EventKind> KINDS = List.of(EventKind.values());
    static final List<Audience> AUDIENCES = List.of(Audience.values());

    private static final String[][] WORDS = {
        {"کنسرت", "حفلة", "Concert"}, {"نمایشگاه", "معرض", "Exhibition"}, {"کارگاه", "ورشة", "Workshop"},
        {"کتاب", "كتاب", "Book"}, {"موسیقی", "موسيقى", "Music"}, {"کودکان", "أطفال", "Children"},
        {"فیلم", "فيلم", "Film"}, {"بازار", "سوق", "Market"}, {"شعر", "شعر", "Poetry"},
        {"خوشنویسی", "خط", "Calligraphy"}, {"ورزش", "رياضة", "Sport"}, {"باغ", "حديقة", "Garden"},
        {"تاریخ", "تاريخ", "History"}, {"دانشگاه", "جامعة", "University"}, {"محله", "حي", "Neighbourhood"},
        {"جشنواره", "مهرجان", "Festival"}, {"شورا", "مجلس", "Council"}, {"زبان", "لغة", "Language"},
        {"آشپزی", "طبخ", "Cooking"}, {"عکاسی", "تصوير", "Photography"}
    };
    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH);
    private static final String[] CALENDARS = {"culture", "sport", "parks", "council"};
    private static final int ONCE = 40_000;
    private static final int WEEKLY = 600;
    private static final int DAILY = 80;
    private static final int PLACES = 400;

    private final Random random = new Random(1404);

    /** The words that titles are made of, in Persian, Arabic and English. */
    static String word(Random random) {
        String[] wordings = WORDS[random.nextInt(WORDS.length)];
        return wordings[random.nextInt(wordings.length)];
    }

    EventIndex index() {
        List<List<CalendarEvent>> events = new ArrayList<>();
        for (int i = 0; i < CALENDARS.length; i++) {
            events.add(new ArrayList<>());
        }
        for (int i = 0; i < ONCE + WEEKLY + DAILY; i++) {
            events.get(i % CALENDARS.length).add(event(i));
        }
        List<CalendarSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < CALENDARS.length; i++) {
            snapshots.add(new CalendarSnapshot(CALENDARS[i], new Revision("1"), events.get(i)));
        }
        return EventIndex.of(snapshots, ZONE);
    }

    private CalendarEvent event(int number) {
        CalendarEvent.Draft draft = CalendarEvent.of(String.format(Locale.ROOT, "event-%06d", number))
                .kind(KINDS.get(random.nextInt(KINDS.size())))
                .title(title(number))
                .description(Text.of("en", "Part " + random.nextInt(50) + " of a series on " + word(random)))
                .place(place())
                .audiences(AUDIENCES.get(random.nextInt(8)))
                .languages(List.of(LANGUAGES.get(random.nextInt(LANGUAGES.size()))));
        int first = random.nextInt(DAYS);
        if (number >= ONCE) {
            draft.recurrence(Recurrence.of(number < ONCE + WEEKLY ? "FREQ=WEEKLY" : "FREQ=DAILY"));
            first = -random.nextInt(1_000);
        }
        return draft.at(
                FIRST.plusDays(first).atTime(8 + random.nextInt(12), 0).atZone(ZONE),
                Duration.ofMinutes(60L + 30L * random.nextInt(4)));
    }

    private Text title(int number) {
        String[] one = WORDS[random.nextInt(WORDS.length)];
        String[] other = WORDS[random.nextInt(WORDS.length)];
        return Text.of("fa", one[0] + " " + other[0] + " " + number)
                .and("ar", one[1] + " " + other[1] + " " + number)
                .and("en", one[2] + " " + other[2] + " " + number);
    }

    private Place place() {
        int number = random.nextInt(PLACES);
        return new Place(
                Text.of("fa", "سالن " + number).and("en", "Hall " + number),
                Optional.empty(),
                Optional.of(new GeoPoint(35.5 + (number % 20) * 0.02, 51.2 + Math.floorDiv(number, 20) * 0.02)),
                Optional.empty(),
                Optional.empty());
    }
}
