package org.citykit.crisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Phase;

/** A desk with a clock that is set by hand and a journal in memory. */
final class Desk {
    static final Instant START = Instant.parse("2030-10-09T12:00:00.750Z");
    static final Text SENDER = Flood.text("شهرداری تهران", "بلدية طهران", "City of Tehran");

    /** A clock that is set by hand. */
    static final class SetClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("The desk must not ask a clock for zones.");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A journal in memory. */
    static final class Journal implements AlertJournal {
        final List<Alert> alerts = new ArrayList<>();
        final Map<String, List<String>> planned = new LinkedHashMap<>();
        boolean full;

        @Override
        public void append(LiveAlert alert, List<String> modules) {
            refuseWhenFull();
            alerts.add(alert.alert());
            planned.put(alert.alert().id(), modules);
        }

        @Override
        public void append(ExerciseAlert exercise) {
            refuseWhenFull();
            alerts.add(exercise.alert());
        }

        @Override
        public List<Alert> all() {
            return List.copyOf(alerts);
        }

        @Override
        public List<String> modulesOf(String alertId) {
            return planned.getOrDefault(alertId, List.of());
        }

        private void refuseWhenFull() {
            if (full) {
                throw new IllegalStateException("disk full");
            }
        }
    }

    final SetClock clock = new SetClock();
    final Journal journal = new Journal();
    final List<ChannelModule> channels = new ArrayList<>(List.of(
            new ChannelModule("web", new ChannelLimits(ChannelKind.WEB, 0, true)),
            new ChannelModule("sms", new ChannelLimits(ChannelKind.SMS, 600, false)),
            new ChannelModule("radio", new ChannelLimits(ChannelKind.RADIO, 0, false)),
            new ChannelModule("twin-city", new ChannelLimits(ChannelKind.SYSTEM, 0, true))));
    private PlaybookBook book = Flood.book();
    private int ids;

    AlertDesk open() {
        return AlertDesk.open(new DeskPorts(journal, () -> book, () -> channels, clock, () -> "n" + ids++));
    }

    void use(PlaybookBook other) {
        book = other;
    }

    Draft first() {
        return draft(new Wording.Prepared(Flood.ID, "first", Flood.first()));
    }

    Draft river(String message) {
        return draft(new Wording.Prepared(Flood.ID, message, Map.of("river", "Kan")));
    }

    Draft free(Phase phase, EmergencyType emergency) {
        return draft(new Wording.Free(
                emergency,
                phase,
                Audience.EVERYONE,
                Flood.SEVERE,
                Flood.text("پل بسته است", "الجسر مغلق", "The bridge is closed"),
                Flood.text("آب بالا آمده است.", "ارتفع الماء.", "The water has risen."),
                Flood.text("دور شوید.", "ابتعدوا.", "Keep away.")));
    }

    Draft draft(Wording wording) {
        return Draft.of(wording, List.of(area()), clock.instant().plus(Duration.ofHours(6)), SENDER);
    }

    static Area area() {
        return new Area(
                Flood.text("کن", "كن", "Kan"),
                List.of(
                        new GeoPoint(35.7, 51.2),
                        new GeoPoint(35.8, 51.2),
                        new GeoPoint(35.8, 51.3),
                        new GeoPoint(35.7, 51.2)),
                Optional.of(new GeoPoint(35.75, 51.25)),
                4.5);
    }
}
