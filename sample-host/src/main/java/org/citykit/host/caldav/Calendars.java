package org.citykit.host.caldav;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.publish.Publication;
import org.citykit.host.publish.Rules;
import org.citykit.host.publish.Selection;

/** The calendars that were asked for lately, each made once for each state of the data. Thread-safe. */
final class Calendars {
    /** How many calendars are kept; the one that nobody has asked for longest goes first. */
    static final int MOST = 96;

    private final Held held;
    private final Map<Name, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Kept> eldest) {
            return size() > MOST;
        }
    };

    Calendars(Held held) {
        this.held = held;
    }

    /**
     * Which calendar.
     *
     * @param language the tag of its language
     * @param selection what it holds
     */
    private record Name(String language, Selection selection) {}

    /** What a calendar holds now. */
    CalendarState now(Language language, Selection selection) {
        return kept(language, selection).now(language, selection);
    }

    /** What has happened since the state with a token; empty if nobody remembers. */
    Optional<History.Difference> since(String token, CalendarState now, Language language, Selection selection) {
        return kept(language, selection).since(token, now);
    }

    private Kept kept(Language language, Selection selection) {
        synchronized (kept) {
            return kept.computeIfAbsent(new Name(language.tag(), selection), first -> new Kept());
        }
    }

    /** One calendar. */
    private final class Kept {
        private final History history = new History();
        private Optional<CalendarState> last = Optional.empty();

        synchronized CalendarState now(Language language, Selection selection) {
            Optional<CalendarState> still =
                    last.filter(state -> state.publication().edition().equals(Publication.edition(held)));
            if (still.isPresent()) {
                return still.get();
            }
            CalendarState made = CalendarState.of(Publication.of(held, selection, language, Rules.DATES));
            last.ifPresent(before -> history.moved(before, made));
            last = Optional.of(made);
            return made;
        }

        synchronized Optional<History.Difference> since(String token, CalendarState now) {
            return history.since(token, now);
        }
    }
}
