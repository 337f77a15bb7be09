package org.citykit.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.citykit.api.crisis.Alert;
import org.citykit.store.json.JsonFormat;

/** Alerts in a table that is only ever added to. */
final class SqlAlerts implements AlertStore {
    private final Database database;
    private final JsonFormat format;
    private final SqlDeliveries outbox;

    SqlAlerts(Database database, JsonFormat format, SqlDeliveries outbox) {
        this.database = database;
        this.format = format;
        this.outbox = outbox;
    }

    @Override
    public void append(Alert alert, Collection<PlannedDelivery> deliveries) {
        String content = content(alert);
        database.write("storing the alert '" + alert.id() + "'", connection -> {
            insert(connection, alert.id(), content);
            for (PlannedDelivery delivery : deliveries) {
                outbox.enqueue(connection, alert.id(), delivery);
            }
            return alert;
        });
    }

    @Override
    public List<Alert> all() {
        return database.read("reading the alerts", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, format, content FROM alert ORDER BY ordinal")) {
                return alerts(select);
            }
        });
    }

    @Override
    public Optional<Alert> find(String id) {
        return database.read("reading the alert '" + id + "'", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, format, content FROM alert WHERE id = ?")) {
                select.setString(1, id);
                return alerts(select).stream().findFirst();
            }
        });
    }

    private static void insert(Connection connection, String id, String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO alert (ordinal, id, format, content)
                SELECT COALESCE(MAX(ordinal), 0) + 1, ?, ?, ? FROM alert WHERE 1 = 1
                ON CONFLICT (id) DO NOTHING""")) {
            insert.setString(1, id);
            insert.setInt(2, JsonFormat.VERSION);
            insert.setString(3, content);
            if (insert.executeUpdate() == 0) {
                throw new StoreException(
                        StoreError.ALERT_EXISTS,
                        "There is an alert '" + id
                                + "' already. Publish a correction as a new alert that refers to it.");
            }
        }
    }

    private String content(Alert alert) {
        try {
            return format.text(alert);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.NOT_STORABLE,
                    "The alert '" + alert.id() + "' cannot be stored: " + failed.getMessage() + ".",
                    failed);
        }
    }

    private List<Alert> alerts(PreparedStatement select) throws SQLException {
        List<Alert> alerts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                alerts.add(alert(rows.getString(1), rows.getInt(2), rows.getString(3)));
            }
        }
        return List.copyOf(alerts);
    }

    private Alert alert(String id, int version, String content) {
        try {
            return format.value(Alert.class, version, content);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.CONTENT_UNREADABLE,
                    "The stored alert '" + id + "' cannot be read: " + failed.getMessage()
                            + ". Start the CityKit that wrote it, or restore the data from a backup.",
                    failed);
        }
    }
}
