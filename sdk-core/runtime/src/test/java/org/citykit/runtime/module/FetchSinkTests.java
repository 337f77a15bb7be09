package org.citykit.runtime.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Limits;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.Test;

class FetchSinkTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long PLENTY = 1L << 20;

    @Test
    void itemsThatAreTooLargeTogetherAreRefused() {
        FetchSink sink = sink(limits(1_000, MINUTE), 20_000);
        sink.accept(event("first", 8_000));
        sink.accept(event("second", 8_000));

        CityKitException thrown = assertThrows(CityKitException.class, () -> sink.accept(event("third", 8_000)));

        assertEquals(ApiError.LIMIT_EXCEEDED, thrown.code());
        assertTrue(thrown.getMessage().contains("20000 octets"), thrown::getMessage);
        assertTrue(sink.items().isEmpty(), "what was pushed takes no more room");
    }

    @Test
    void whatIsPushedAfterTheTimeIsRefused() {
        FetchSink sink = sink(limits(1_000, Duration.ofMillis(1)), PLENTY);
        CityKitException thrown = null;

        while (thrown == null) {
            try {
                sink.accept(event("again", 1));
            } catch (CityKitException late) {
                thrown = late;
            }
        }

        assertEquals(ApiError.LIMIT_EXCEEDED, thrown.code());
        assertThrows(CityKitException.class, () -> sink.reject(new Defect("feed", 1, 1, "is no event")));
    }

    @Test
    void moreItemsThanTheLimitAreRefusedEvenIfTheyReplaceEachOther() {
        FetchSink sink = sink(limits(2, MINUTE), PLENTY);
        sink.accept(event("a", 1));
        sink.accept(event("a", 1));

        assertThrows(CityKitException.class, () -> sink.accept(event("a", 1)));
    }

    @Test
    void swallowingARefusalDoesNotSaveTheFetch() {
        FetchSink sink = sink(limits(1, MINUTE), PLENTY);
        sink.accept(event("a", 1));
        assertThrows(CityKitException.class, () -> sink.accept(event("b", 1)));
        assertThrows(CityKitException.class, () -> sink.remove("a"));

        assertEquals(
                ApiError.LIMIT_EXCEEDED,
                assertThrows(CityKitException.class, sink::close).code());
    }

    @Test
    void aSinkBelongsToItsThread() throws Exception {
        FetchSink sink = sink(limits(10, MINUTE), PLENTY);
        AtomicReference<Throwable> thrown = new AtomicReference<>();

        Thread other = new Thread(() -> {
            try {
                sink.accept(event("a", 1));
            } catch (IllegalStateException refused) {
                thrown.set(refused);
            }
        });
        other.start();
        other.join();

        assertInstanceOf(IllegalStateException.class, thrown.get());
        assertTrue(sink.items().isEmpty());
    }

    @Test
    void aSinkEndsWithItsFetch() {
        FetchSink sink = sink(limits(10, MINUTE), PLENTY);
        sink.close();

        assertThrows(IllegalStateException.class, () -> sink.accept(event("a", 1)));
        assertThrows(IllegalStateException.class, () -> sink.remove("a"));
        assertThrows(IllegalStateException.class, () -> sink.reject(new Defect("feed", 1, 1, "is no event")));
    }

    @Test
    void whatIsNoItemOfTheDomainBreaksTheContract() {
        FetchSink sink = sink(limits(10, MINUTE), PLENTY);

        assertEquals(
                RuntimeError.CONTRACT_BROKEN,
                assertThrows(CityKitException.class, () -> sink.accept(null)).code());
        assertEquals(
                RuntimeError.CONTRACT_BROKEN,
                assertThrows(CityKitException.class, () -> sink.accept((Item) () -> "a"))
                        .code());
    }

    @Test
    void theSizeOfAnItemGrowsWithItsTexts() {
        long small = TextSize.of(event("a", 10));
        long large = TextSize.of(event("a", 10_010));

        assertEquals(10_000, large - small);
        assertTrue(small > 100 && small < 5_000, () -> "size " + small);
    }

    private static CalendarEvent event(String id, int letters) {
        return CalendarEvent.of(id).title(Text.of("fa", "ن".repeat(letters))).on(LocalDate.of(2026, 3, 21));
    }

    private static FetchSink sink(Limits limits, long batch) {
        return new FetchSink(Domain.EVENTS.item(), limits, batch);
    }

    private static Limits limits(int items, Duration fetch) {
        return new Limits(items, 1_000_000, 10, MINUTE, fetch, MINUTE);
    }
}
