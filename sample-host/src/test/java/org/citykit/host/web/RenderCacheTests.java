package org.citykit.host.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderCacheTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whatWasRenderedFromEarlierDataIsNeverFoundLater() {
        RenderCache cache = new RenderCache(at(NOON), 1 << 20);
        RenderCache.Edition before = cache.edition();

        cache.dataChanged();
        before.put("/fa/", rendered("old", Duration.ofDays(1)));

        assertTrue(cache.find("/fa/").isEmpty());
    }

    @Test
    void whatIsNoLongerFreshIsNotFound() {
        RenderCache cache = new RenderCache(at(NOON.plusSeconds(60)), 1 << 20);

        cache.edition().put("/fa/", rendered("a", Duration.ofSeconds(60)));
        cache.edition().put("/ar/", rendered("b", Duration.ofSeconds(61)));

        assertTrue(cache.find("/fa/").isEmpty());
        assertTrue(cache.find("/ar/").isPresent());
    }

    @Test
    void memoryIsBoundedHoweverManyAddressesAreAskedFor() {
        RenderCache cache = new RenderCache(at(NOON), 100_000);

        IntStream.range(0, 10_000)
                .forEach(i -> cache.edition().put("/" + i, rendered("page " + i, Duration.ofDays(1))));

        assertTrue(
                cache.edition().size() * 2048 <= 100_000,
                "holds " + cache.edition().size());
        assertTrue(cache.find("/9999").isPresent());
        assertTrue(cache.find("/0").isEmpty());
    }

    @Test
    void whatIsAskedForAgainAndAgainStays() {
        RenderCache cache = new RenderCache(at(NOON), 100_000);
        Rendered home = rendered("home", Duration.ofDays(1));
        cache.edition().put("/fa/", home);

        IntStream.range(0, 10_000).forEach(i -> {
            cache.edition().put("/" + i, rendered("page " + i, Duration.ofDays(1)));
            cache.find("/fa/");
        });

        assertSame(home, cache.find("/fa/").orElseThrow());
    }

    @Test
    void anAnswerThatIsMadeAgainIsCountedOnce() {
        RenderCache cache = new RenderCache(at(NOON), 100_000);

        IntStream.range(0, 1_000).forEach(i -> cache.edition().put("/fa/", rendered("home", Duration.ofDays(1))));

        assertEquals(1, cache.edition().size());
    }

    private static Rendered rendered(String text, Duration fresh) {
        Body body = new Body(MediaType.HTML, "fa", text, fresh);
        return Rendered.of(200, body, HttpHeaders.headers(), NOON.toEpochMilli());
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
