package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.crisis.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryStoreTests {
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final Receipt TAKEN = new Receipt(Receipt.State.DELIVERED, NOON, "ref", "");
    private static final Receipt REFUSED = new Receipt(Receipt.State.REFUSED, NOON, "", "too long");

    @TempDir
    Path folder;

    private Store store;
    private DeliveryStore deliveries;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        deliveries = store.deliveries();
        store.alerts().append(Samples.full().alert("a-1"));
        store.alerts().append(Samples.full().alert("a-2"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDeliveryOfAnUnknownAlertIsRefused() {
        assertRefused(StoreError.ALERT_UNKNOWN, () -> deliveries.enqueue("a-3", "sms", "k", NOON));

        assertEquals(List.of(), deliveries.due(NOON, 10));
    }

    @Test
    void aKeyThatBelongsToAnotherAlertOrModuleIsRefused() {
        deliveries.enqueue("a-1", "sms", "k", NOON);

        assertRefused(StoreError.DELIVERY_CONFLICT, () -> deliveries.enqueue("a-2", "sms", "k", NOON));
        assertRefused(StoreError.DELIVERY_CONFLICT, () -> deliveries.enqueue("a-1", "web", "k", NOON));
    }

    @Test
    void anUnknownDeliveryCanNeitherSucceedNorFail() {
        assertRefused(StoreError.DELIVERY_UNKNOWN, () -> deliveries.succeeded("k", TAKEN));
        assertRefused(StoreError.DELIVERY_UNKNOWN, () -> deliveries.failed("k", "", NOON, 1));
    }

    @Test
    void aKeyOutsideTheContractIsRefused() {
        assertThrows(InvalidValueException.class, () -> deliveries.enqueue("a-1", "sms", "two words", NOON));
        assertThrows(InvalidValueException.class, () -> deliveries.due(NOON, 0));
    }

    @Test
    void aDamagedReceiptIsSaid() throws SQLException {
        deliveries.enqueue("a-1", "sms", "k", NOON);
        deliveries.succeeded("k", TAKEN);
        store.close();
        Tampering.change(folder, "UPDATE delivery SET receipt = '{\"state\":\"EATEN\"}'");
        store = Store.open(folder);

        assertRefused(StoreError.CONTENT_UNREADABLE, () -> store.deliveries().ofAlert("a-1"));
    }

    @Test
    void enqueuingTwiceIsEnqueuingOnce() {
        deliveries.enqueue("a-1", "sms", "k", NOON);
        deliveries.failed("k", "busy", NOON.plusSeconds(60), 1);

        deliveries.enqueue("a-1", "sms", "k", NOON.minusSeconds(60));

        assertEquals(
                List.of(new Delivery("a-1", "sms", "k", NOON.plusSeconds(60), 1, "busy", Optional.empty())),
                deliveries.ofAlert("a-1"));
    }

    @Test
    void aSettledDeliveryIsNeverEnqueuedAgain() {
        deliveries.enqueue("a-1", "sms", "k", NOON);
        deliveries.succeeded("k", TAKEN);

        deliveries.enqueue("a-1", "sms", "k", NOON);

        assertEquals(List.of(), deliveries.due(NOON.plusSeconds(9), 10));
    }

    @Test
    void dueAreThoseWhoseTimeHasComeTheLongestWaitingFirst() {
        deliveries.enqueue("a-1", "sms", "late", NOON.plusMillis(1));
        deliveries.enqueue("a-1", "sms", "b", NOON);
        deliveries.enqueue("a-1", "web", "a", NOON);
        deliveries.enqueue("a-2", "sms", "early", NOON.minusSeconds(5));
        deliveries.enqueue("a-2", "sms", "never", Instant.MAX);

        assertEquals(List.of("early", "a", "b"), keys(deliveries.due(NOON, 10)));
        assertEquals(List.of("early", "a"), keys(deliveries.due(NOON, 2)));
        assertEquals(4, deliveries.due(NOON.plusSeconds(86_400), 10).size());
    }

    @Test
    void aFailedAttemptWaitsForItsNextTime() {
        deliveries.enqueue("a-1", "sms", "k", NOON);

        deliveries.failed("k", "شبکه\u0000 \ud83d", NOON.plusSeconds(60), 3);

        assertEquals(List.of(), deliveries.due(NOON.plusSeconds(59), 10));
        Delivery due = deliveries.due(NOON.plusSeconds(60), 10).get(0);
        assertEquals("شبکه\u0000 \ud83d", due.reason());
        assertEquals(3, due.attempts());
    }

    @Test
    void whatIsSettledStaysAsItIs() {
        deliveries.enqueue("a-1", "sms", "k", NOON);
        deliveries.succeeded("k", REFUSED);

        deliveries.failed("k", "late", NOON, 9);
        deliveries.succeeded("k", TAKEN);

        Delivery settled = deliveries.ofAlert("a-1").get(0);
        assertTrue(settled.isSettled());
        assertEquals(Optional.of(REFUSED), settled.receipt());
        assertEquals(0, settled.attempts());
        assertEquals(List.of(), deliveries.due(NOON, 10));
    }

    @Test
    void theOutboxIsThereAfterOpeningAgain() {
        deliveries.enqueue("a-1", "sms", "waiting", NOON);
        deliveries.enqueue("a-1", "web", "done", NOON);
        deliveries.succeeded("done", TAKEN);
        List<Delivery> before = deliveries.ofAlert("a-1");
        store.close();
        store = Store.open(folder);

        assertEquals(before, store.deliveries().ofAlert("a-1"));
        assertEquals(List.of("waiting"), keys(store.deliveries().due(NOON, 10)));
    }

    @Test
    void theDeliveriesOfAnAlertAreItsOwnAlone() {
        deliveries.enqueue("a-1", "web", "k1", NOON);
        deliveries.enqueue("a-2", "web", "k2", NOON);
        deliveries.enqueue("a-1", "sms", "k3", NOON);

        assertEquals(List.of("k3", "k1"), keys(deliveries.ofAlert("a-1")));
    }

    private static List<String> keys(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::key).toList();
    }
}
