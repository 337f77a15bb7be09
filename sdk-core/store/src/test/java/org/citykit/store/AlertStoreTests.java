package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.crisis.Alert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertStoreTests {
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSecondAlertOfOneIdIsRefusedAndTheFirstStays() {
        Alert first = Samples.full().alert("a-1");
        store.alerts().append(first);

        assertRefused(
                StoreError.ALERT_EXISTS,
                () -> store.alerts().append(Samples.bare().alert("a-1")));

        assertEquals(List.of(first), store.alerts().all());
    }

    @Test
    void anAlertThatCannotBeReadIsSaid() throws SQLException {
        store.alerts().append(Samples.full().alert("a-1"));
        store.alerts().append(Samples.full().alert("a-2"));
        store.close();
        Tampering.change(folder, "UPDATE alert SET format = 9 WHERE id = 'a-1'");
        store = Store.open(folder);

        assertRefused(StoreError.CONTENT_UNREADABLE, () -> store.alerts().find("a-1"));
        assertEquals("a-2", store.alerts().find("a-2").orElseThrow().id());
    }

    @Test
    void aDeliveryThatCannotBeEnqueuedTakesTheAlertWithIt() {
        store.alerts().append(Samples.full().alert("a-1"), List.of(new PlannedDelivery("sms", "key", NOON)));

        assertRefused(
                StoreError.DELIVERY_CONFLICT,
                () -> store.alerts()
                        .append(
                                Samples.full().alert("a-2"),
                                List.of(
                                        new PlannedDelivery("sms", "other", NOON),
                                        new PlannedDelivery("sms", "key", NOON))));

        assertEquals(Optional.empty(), store.alerts().find("a-2"));
        assertEquals(List.of(), store.deliveries().ofAlert("a-2"));
    }

    @Test
    void anAlertThatWasNeverPublishedIsNotFound() {
        assertEquals(Optional.empty(), store.alerts().find("a-1"));
        assertEquals(List.of(), store.alerts().all());
    }

    @Test
    void alertsStayInTheOrderOfPublication() {
        List<Alert> published = new ArrayList<>();
        for (String id : List.of("z", "a", "m", "هشدار-۱", "b")) {
            Alert alert = Samples.some(id.hashCode()).alert(id);
            store.alerts().append(alert);
            published.add(alert);
        }
        store.close();
        store = Store.open(folder);

        assertEquals(published, store.alerts().all());
        assertEquals(published.get(3), store.alerts().find("هشدار-۱").orElseThrow());
    }

    @Test
    void anAlertAndItsDeliveriesAreStoredTogether() {
        store.alerts()
                .append(
                        Samples.full().alert("a-1"),
                        List.of(new PlannedDelivery("web", "k1", NOON), new PlannedDelivery("sms", "k2", NOON)));

        assertEquals(2, store.deliveries().due(NOON, 10).size());
    }
}
