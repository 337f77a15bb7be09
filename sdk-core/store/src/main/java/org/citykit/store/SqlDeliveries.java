package org.citykit.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.crisis.Receipt;
import org.citykit.store.json.JsonFormat;
import org.jspecify.annotations.Nullable;

/** The outbox in a table; free text is kept as JSON, which has a form for every character. */
final class SqlDeliveries implements DeliveryStore {
    private static final String SELECT =
            "SELECT alert, module, name, due, attempts, format, reason, receipt FROM delivery ";

    private final Database database;
    private final JsonFormat format;

    SqlDeliveries(Database database, JsonFormat format) {
        this.database = database;
        this.format = format;
    }

    @Override
    public void enqueue(String alertId, String module, String idempotencyKey, Instant due) {
        PlannedDelivery delivery = new PlannedDelivery(module, idempotencyKey, due);
        database.write("enqueuing the delivery '" + idempotencyKey + "'", connection -> {
            refuseUnknown(connection, alertId);
            return enqueue(connection, alertId, delivery);
        });
    }

    /** Enqueues within a transaction in which the alert is known to be there. */
    boolean enqueue(Connection connection, String alertId, PlannedDelivery delivery) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO delivery (name, alert, module, settled, due, attempts, format, reason)
                VALUES (?, ?, ?, 0, ?, 0, ?, ?)
                ON CONFLICT (name) DO NOTHING""")) {
            insert.setString(1, delivery.key());
            insert.setString(2, alertId);
            insert.setString(3, delivery.module());
            insert.setLong(4, millis(delivery.due()));
            insert.setInt(5, JsonFormat.VERSION);
            insert.setString(6, json(delivery.key(), ""));
            if (insert.executeUpdate() == 1) {
                return true;
            }
        }
        refuseOther(find(connection, delivery.key()), alertId, delivery.module());
        return false;
    }

    @Override
    public List<Delivery> due(Instant now, int most) {
        Given.positive("most", most);
        return database.read("looking for due deliveries", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE settled = 0 AND due <= ? ORDER BY due, name LIMIT ?")) {
                select.setLong(1, millis(now));
                select.setInt(2, most);
                return deliveries(select);
            }
        });
    }

    @Override
    public void succeeded(String key, Receipt receipt) {
        String content = json(key, receipt);
        database.write("settling the delivery '" + key + "'", connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE delivery SET settled = 1, format = ?, receipt = ? WHERE name = ? AND settled = 0")) {
                update.setInt(1, JsonFormat.VERSION);
                update.setString(2, content);
                update.setString(3, key);
                return changed(connection, update, key);
            }
        });
    }

    @Override
    public void failed(String key, String reason, Instant next, int attempts) {
        Given.positive("attempts", attempts);
        String content = json(key, reason);
        database.write("noting a failed attempt at the delivery '" + key + "'", connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE delivery SET format = ?, reason = ?, due = ?, attempts = ? WHERE name = ? AND settled = 0")) {
                update.setInt(1, JsonFormat.VERSION);
                update.setString(2, content);
                update.setLong(3, millis(next));
                update.setInt(4, attempts);
                update.setString(5, key);
                return changed(connection, update, key);
            }
        });
    }

    @Override
    public List<Delivery> ofAlert(String id) {
        return database.read("reading the deliveries of the alert '" + id + "'", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE alert = ? ORDER BY module, name")) {
                select.setString(1, id);
                return deliveries(select);
            }
        });
    }

    private boolean changed(Connection connection, PreparedStatement update, String key) throws SQLException {
        if (update.executeUpdate() == 1) {
            return true;
        }
        find(connection, key);
        return false;
    }

    private Delivery find(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE name = ?")) {
            select.setString(1, key);
            List<Delivery> found = deliveries(select);
            if (found.isEmpty()) {
                throw new StoreException(
                        StoreError.DELIVERY_UNKNOWN,
                        "There is no delivery '" + key + "'. Enqueue it before reporting how it went.");
            }
            return found.get(0);
        }
    }

    private static void refuseUnknown(Connection connection, String alertId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM alert WHERE id = ?")) {
            select.setString(1, alertId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException(
                            StoreError.ALERT_UNKNOWN,
                            "There is no alert '" + alertId + "'. Append it before enqueuing its deliveries.");
                }
            }
        }
    }

    private static void refuseOther(Delivery known, String alertId, String module) {
        if (!known.alert().equals(alertId) || !known.module().equals(module)) {
            throw new StoreException(
                    StoreError.DELIVERY_CONFLICT,
                    "The delivery '" + known.key() + "' belongs to the alert '" + known.alert() + "' and the module '"
                            + known.module() + "', not to '" + alertId + "' and '" + module
                            + "'. Give every delivery a key of its own.");
        }
    }

    private List<Delivery> deliveries(PreparedStatement select) throws SQLException {
        List<Delivery> deliveries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                deliveries.add(delivery(rows));
            }
        }
        return List.copyOf(deliveries);
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        String key = row.getString("name");
        int version = row.getInt("format");
        try {
            return new Delivery(
                    row.getString("alert"),
                    row.getString("module"),
                    key,
                    Instant.ofEpochMilli(row.getLong("due")),
                    row.getInt("attempts"),
                    format.value(String.class, version, row.getString("reason")),
                    receipt(version, row.getString("receipt")));
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.CONTENT_UNREADABLE,
                    "The stored delivery '" + key + "' cannot be read: " + failed.getMessage()
                            + ". Start the CityKit that wrote it, or restore the data from a backup.",
                    failed);
        }
    }

    private Optional<Receipt> receipt(int version, @Nullable String content) throws IOException {
        return content == null ? Optional.empty() : Optional.of(format.value(Receipt.class, version, content));
    }

    private String json(String key, Object value) {
        try {
            return format.text(value);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.NOT_STORABLE,
                    "What became of the delivery '" + key + "' cannot be stored: " + failed.getMessage() + ".",
                    failed);
        }
    }

    /** Milliseconds since 1970; instants beyond what they can count are as good as never. */
    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
