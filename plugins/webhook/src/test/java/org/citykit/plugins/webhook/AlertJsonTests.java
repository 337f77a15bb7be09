package org.citykit.plugins.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.citykit.api.crisis.Alert;
import org.junit.jupiter.api.Test;

class AlertJsonTests {
    @Test
    void anExerciseSaysSo() throws Exception {
        assertTrue(json(Alerts.exercise()).contains("\"nature\":\"exercise\""));
    }

    @Test
    void quotesAndLineBreaksAreEscaped() throws Exception {
        String json = json(Alerts.alert("flood-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "\"Flood\"\n"));

        assertTrue(json.contains("\"en\":\"\\\"Flood\\\"\\n\""), json);
    }

    @Test
    void everyFieldOfTheAlertIsInIt() throws Exception {
        String both = "{\"fa\":\"سیل\",\"en\":\"Flood\"}";

        assertEquals(
                "{\"format\":\"citykit-alert/1\",\"id\":\"flood-2\",\"nature\":\"actual\",\"message\":\"all-clear\","
                        + "\"emergency\":\"air-pollution\",\"phase\":\"first-message\",\"audience\":\"older-people\","
                        + "\"hazard\":{\"urgency\":\"immediate\",\"severity\":\"severe\",\"certainty\":\"observed\"},"
                        + "\"headline\":" + both + ","
                        + "\"body\":{\"fa\":\"رودخانه بالا می‌آید.\",\"en\":\"Call \u2066+98 21\u2069.\"},"
                        + "\"instruction\":{\"fa\":\"بالا بروید.\",\"en\":\"Go up.\"},"
                        + "\"areas\":[{\"description\":" + both
                        + ",\"centre\":[35.68,51.42],\"radius-kilometres\":1.5},"
                        + "{\"description\":" + both
                        + ",\"polygon\":[[35.68,51.42],[35.7,51.42],[35.7,51.5],[35.68,51.42]]}],"
                        + "\"sent\":\"2026-05-01T08:55:00.123Z\",\"expires\":\"2026-05-01T14:55:00.123Z\","
                        + "\"sender\":{\"en\":\"Crisis office\"},\"web\":\"https://tehran.example/alerts/flood-1\","
                        + "\"references\":[\"flood-1\"],\"playbook\":\"flood\"}",
                json(Alerts.following("flood-2", Alert.Message.ALL_CLEAR, "flood-1")));
    }

    private static String json(Alert alert) throws Exception {
        return new String(new AlertJson().of(alert), StandardCharsets.UTF_8);
    }
}
