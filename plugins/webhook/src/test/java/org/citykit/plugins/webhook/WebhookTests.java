package org.citykit.plugins.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Secret;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Receipt;
import org.junit.jupiter.api.Test;

class WebhookTests {
    @Test
    void whatTheReceiverWillNotTakeIsAReceiptAndNotTriedAgain() throws Exception {
        for (int status : List.of(400, 401, 404, 409, 422)) {
            Receiver receiver = new Receiver().attempts(5).answers(status);

            Receipt receipt = receiver.deliver(Alerts.first());

            assertEquals(Receipt.State.REFUSED, receipt.state());
            assertEquals("The receiver of JSON answered " + status + " and will not take it.", receipt.note());
            assertEquals(1, receiver.requests().size());
        }
    }

    @Test
    void aRedirectIsRefusedWithTheNewAddress() throws Exception {
        Receipt receipt = new Receiver()
                .answers(308, Map.of("location", "https://new.example/"), "")
                .deliver(Alerts.first());

        assertEquals(Receipt.State.REFUSED, receipt.state());
        assertTrue(receipt.note().contains("points to https://new.example/"), receipt.note());
    }

    @Test
    void aFailingReceiverIsTriedAsOftenAsTheSettingsSayAndThenLater() {
        Receiver receiver = new Receiver().attempts(3).answers(503);

        CityKitException later = assertThrows(CityKitException.class, () -> receiver.deliver(Alerts.first()));

        assertEquals(ApiError.WEB_FAILED, later.code());
        assertTrue(later.getMessage().contains("answered 503 at attempt 3"), later.getMessage());
        assertEquals(3, receiver.requests().size());
    }

    @Test
    void aSilentReceiverIsTriedAsOftenAsTheSettingsSayAndThenLater() {
        Receiver receiver = new Receiver().attempts(4).isSilent();

        assertThrows(CityKitException.class, () -> receiver.deliver(Alerts.first()));

        assertEquals(4, receiver.requests().size());
    }

    @Test
    void aReceiverThatAsksToWaitIsNotTriedAgainAtOnce() {
        Receiver busy = new Receiver().attempts(5).answers(429);
        Receiver closed = new Receiver().attempts(5).answers(503, Map.of("retry-after", "60"), "");

        assertThrows(CityKitException.class, () -> busy.deliver(Alerts.first()));
        assertThrows(CityKitException.class, () -> closed.deliver(Alerts.first()));

        assertEquals(1, busy.requests().size());
        assertEquals(1, closed.requests().size());
    }

    @Test
    void anAddressThatMayNotBeAskedIsNotTriedAgain() {
        Receiver receiver = new Receiver().attempts(5).mayNotBeAsked();

        CityKitException failed = assertThrows(CityKitException.class, () -> receiver.deliver(Alerts.first()));

        assertEquals(ApiError.HOST_NOT_ALLOWED, failed.code());
        assertEquals(1, receiver.requests().size());
    }

    @Test
    void anInterruptedDeliveryIsNotTriedAgain() {
        Receiver receiver = new Receiver().attempts(5).isSilent();
        Thread.currentThread().interrupt();

        assertThrows(CityKitException.class, () -> receiver.deliver(Alerts.first()));

        assertTrue(Thread.interrupted());
        assertEquals(1, receiver.requests().size());
    }

    @Test
    void afterAFailureTheSameKeyGoesOutAgain() throws Exception {
        Receiver receiver = new Receiver().answers(500).answers(201);

        Receipt receipt = receiver.deliver(Alerts.first(), "flood-1/hook");

        assertEquals(Receipt.State.DELIVERED, receipt.state());
        assertEquals(Instant.parse("2026-05-01T09:00:00Z"), receipt.at());
        assertEquals("flood-1/hook", receiver.header(0, "Idempotency-Key"));
        assertEquals("flood-1/hook", receiver.header(1, "Idempotency-Key"));
    }

    @Test
    void aKeyThatIsNotAsciiIsWrittenSo() throws Exception {
        Receiver receiver = new Receiver().answers(200);

        receiver.deliver(Alerts.first(), "سیل");

        assertEquals("%D8%B3%DB%8C%D9%84", receiver.header(0, "Idempotency-Key"));
    }

    @Test
    void bothFormatsGoOutWithKeysOfTheirOwn() throws Exception {
        Receiver receiver = new Receiver().format(WebhookSettings.Format.BOTH).answers(200);

        receiver.deliver(Alerts.first());

        assertEquals(List.of("key-1.json", "key-1.cap"), headers(receiver, "Idempotency-Key"));
        assertEquals(List.of("application/json", "application/cap+xml"), headers(receiver, "Content-Type"));
    }

    @Test
    void whatWasTakenBeforeARefusalIsTold() throws Exception {
        Receiver receiver =
                new Receiver().format(WebhookSettings.Format.BOTH).answers(200).answers(415);

        Receipt receipt = receiver.deliver(Alerts.first());

        assertEquals(Receipt.State.REFUSED, receipt.state());
        assertEquals("The receiver of CAP answered 415 and will not take it. It has taken JSON.", receipt.note());
    }

    @Test
    void nothingGoesOutIfOneFormatIsRefused() throws Exception {
        Receiver receiver = new Receiver().format(WebhookSettings.Format.BOTH).answers(200);

        Receipt receipt = receiver.deliver(Alerts.alert("flood-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "\uFFFE"));

        assertEquals(Receipt.State.REFUSED, receipt.state());
        assertEquals(List.of(), receiver.requests());
    }

    @Test
    void everyRequestIsSignedWithItsSecondAndItsBody() throws Exception {
        Receiver receiver = new Receiver().answers(200);

        receiver.deliver(Alerts.first());
        receiver.deliver(Alerts.alert("flood-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Fire"));

        Instant now = Instant.parse("2026-05-01T09:00:00Z");
        Signature expected = new Signature(Secret.of(Receiver.SECRET));
        assertEquals(expected.of(receiver.requests().get(0).body(), now), receiver.header(0, "CityKit-Signature"));
        assertNotEquals(receiver.header(0, "CityKit-Signature"), receiver.header(1, "CityKit-Signature"));
    }

    @Test
    void theSignatureIsWhatOtherProgramsCompute() {
        // printf '1.what do ya want for nothing?' | openssl dgst -sha256 -hmac Jefe
        String signature = new Signature(Secret.of("Jefe"))
                .of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII), Instant.ofEpochSecond(1));

        assertEquals("t=1,v1=a9049465ce89cfb8e9aac62333abda66f80e3403f51f57f6bae3c3a4485eca38", signature);
    }

    @Test
    void theWebmastersHeadersGoWithIt() throws Exception {
        Receiver receiver = new Receiver()
                .headers(Map.of("X-City", "Tehran"), Map.of("Authorization", Secret.of("Bearer 1")))
                .answers(200);

        receiver.deliver(Alerts.first());

        assertEquals("Tehran", receiver.header(0, "X-City"));
        assertEquals("Bearer 1", receiver.header(0, "Authorization"));
    }

    @Test
    void whatTheReceiverCallsItIsKept() throws Exception {
        Map<String, String> json = Map.of("content-type", "application/json");

        assertEquals("/alerts/7", reference(Map.of("location", "/alerts/7"), ""));
        assertEquals("r-7", reference(json, "{\"meta\":{\"id\":\"no\"},\"reference\":\"r-7\"}"));
        assertEquals("7", reference(json, "{\"id\":7}"));
        assertEquals("", reference(json, "{\"id\":"));
        assertEquals("", reference(json, "[1]"));
        assertEquals("", reference(json, ""));
        assertEquals("", reference(Map.of("content-type", "text/html"), "{\"id\":7}"));
    }

    private static String reference(Map<String, String> headers, String body) throws Exception {
        return new Receiver()
                .answers(200, headers, body)
                .deliver(Alerts.first())
                .reference();
    }

    private static List<String> headers(Receiver receiver, String name) {
        return List.of(receiver.header(0, name), receiver.header(1, name));
    }
}
