package org.citykit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.citykit.api.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedWebTests {
    private static final URI FEED = URI.create("https://city.example/events.json");

    @TempDir
    Path folder;

    private final RecordedWeb web = new RecordedWeb();

    @BeforeEach
    void theFeedIsRecorded() {
        web.answer(FEED.toString(), RecordedAnswer.of("application/json", "[1, 2, 3]"));
    }

    @Test
    void anAddressThatIsNotRecordedIsNotFound() {
        web.answer("https://city.example/other", RecordedAnswer.status(404));

        CityKitException failed = assertThrows(
                CityKitException.class, () -> get(URI.create("https://city.example/none"), Cursor.start()));

        assertEquals(ApiError.WEB_FAILED, failed.code());
        assertTrue(failed.getMessage().contains("404"), failed::getMessage);
    }

    @Test
    void aHostThatNobodyNamedIsNotAsked() {
        CityKitException refused =
                assertThrows(CityKitException.class, () -> get(URI.create("https://evil.example/"), Cursor.start()));

        assertEquals(ApiError.HOST_NOT_ALLOWED, refused.code());
        assertEquals(List.of(), web.requests());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "FAILS", "REFUSES", "BREAKS_OFF"})
    void troubleFailsTheCall(Trouble trouble) {
        web.suffer(trouble);

        CityKitException failed = assertThrows(CityKitException.class, () -> get(FEED, Cursor.start()));

        assertEquals(ApiError.WEB_FAILED, failed.code());
    }

    @Test
    void whoHangsIsLetGoByAnInterrupt() throws Exception {
        web.suffer(Trouble.HANGS);
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        CompletableFuture<Fetched> answer = CompletableFuture.supplyAsync(
                () -> {
                    asking.complete(Thread.currentThread());
                    return get(FEED, Cursor.start());
                },
                task -> new Thread(task, "asking").start());

        assertTrue(web.awaitHanging(Duration.ofSeconds(10)));
        asking.get(10, TimeUnit.SECONDS).interrupt();

        assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void nobodyHangsWhileNobodyAsks() throws Exception {
        web.suffer(Trouble.HANGS);

        assertFalse(web.awaitHanging(Duration.ofMillis(1)));
    }

    @Test
    void whoHasTheAnswerIsToldThatItIsUnchangedUntilItIsTouched() {
        Fetched first = get(FEED, Cursor.start());
        Fetched second = get(FEED, first.cursor());
        web.touch();
        Fetched third = get(FEED, first.cursor());

        assertEquals("[1, 2, 3]", first.text());
        assertEquals("application/json", first.type());
        assertTrue(second.unchanged());
        assertFalse(third.unchanged());
        assertEquals(3, web.requests().size());
        assertTrue(web.requests().get(1).headers().containsKey("if-none-match"));
    }

    @Test
    void redirectsAreFollowedAsTheRuntimeFollowsThem() {
        web.answer(
                "https://city.example/old",
                new RecordedAnswer(301, "", Map.of("location", "/events.json"), new byte[0]));

        assertEquals(
                "[1, 2, 3]",
                get(URI.create("https://city.example/old"), Cursor.start()).text());
    }

    @Test
    void aPostReachesTheWebWithItsHeadersAndBody() {
        byte[] body = "سلام".getBytes(StandardCharsets.UTF_8);

        HttpReply reply = context().http().post(new HttpPost(FEED, Map.of("Idempotency-Key", "k-1"), body));

        RecordedRequest request = web.requests().get(0);
        assertEquals(200, reply.status());
        assertEquals("POST", request.method());
        assertEquals("k-1", request.headers().get("idempotency-key"));
        assertArrayEquals(body, request.body());
        assertEquals("سلام", request.text());
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        web.answer(FEED.toString(), RecordedAnswer.of("", ""));

        assertEquals(0, get(FEED, Cursor.start()).length());
    }

    @Test
    void theLimitOfTheContextHolds() {
        FakeContext small = FakeContext.in(folder)
                .web(web)
                .limits(new Limits(1, 4, 1, Limits.STANDARD.open(), Limits.STANDARD.fetch(), Limits.STANDARD.close()))
                .make();

        CityKitException tooLong =
                assertThrows(CityKitException.class, () -> small.http().get(FEED, Cursor.start()));

        assertEquals(ApiError.LIMIT_EXCEEDED, tooLong.code());
    }

    private Fetched get(URI uri, Cursor since) {
        return context().http().get(uri, since);
    }

    private FakeContext context() {
        return FakeContext.in(folder).web(web).make();
    }
}
