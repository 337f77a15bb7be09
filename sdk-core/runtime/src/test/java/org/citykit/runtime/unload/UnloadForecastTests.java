package org.citykit.runtime.unload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.audit.Use;
import org.citykit.runtime.audit.UseKind;
import org.junit.jupiter.api.Test;

final class UnloadForecastTests {
    @Test
    void threadsAndRegistrationsAreExpectedToStay() {
        Forecast forecast = UnloadForecast.of(audit(
                use(UseKind.THREADS, "", "java.lang.Thread.start"),
                use(UseKind.REGISTRATIONS, "driver.jar", "java.sql.DriverManager.registerDriver")));

        assertEquals(Forecast.Expectation.LIKELY_PINNED, forecast.expectation());
        assertEquals(
                List.of(
                        "It uses java.lang.Thread.start in acme.Main#open:31: it may leave a thread, a timer, a thread"
                                + " local or a hook behind.",
                        "Its library driver.jar uses java.sql.DriverManager.registerDriver in acme.Main#open:31: what"
                                + " it registers for the whole JVM stays until it is taken back."),
                forecast.reasons());
    }

    @Test
    void whatEndsWithTheCallIsNoReason() {
        Forecast forecast = UnloadForecast.of(audit(
                use(UseKind.FILES, "", "java.nio.file.Files.readString"),
                use(UseKind.REFLECTION, "", "java.lang.Class.forName")));

        assertEquals(new Forecast(Forecast.Expectation.LIVE, List.of()), forecast);
    }

    private static Audit audit(Use... uses) {
        return new Audit(List.of(uses), List.of(), 1, 0);
    }

    private static Use use(UseKind kind, String library, String api) {
        return new Use(kind, library, api, true, 1, List.of(new Use.Place("acme.Main", "open", 31)));
    }
}
