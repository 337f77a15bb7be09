package org.citykit.host.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;
import org.citykit.crisis.AlertDesk;
import org.citykit.crisis.Draft;
import org.citykit.crisis.Wording;
import org.citykit.host.packed.PackedHost;
import org.citykit.portal.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page in a browser, in three languages, narrow and wide, light and dark: nobody who hears or magnifies it
 * meets a barrier that axe knows of, nothing is wider than the screen, and nothing is loaded from elsewhere.
 */
class BrowserIT {
    private static final int LANGUAGES = 3;
    private static final int SCREENS = 4;
    private static final int KINDS_OF_PAGES = 12;

    @TempDir
    Path folder;

    @Test
    void everyPageIsOpenToEverybody() throws Exception {
        Installed.missingProgram("node", "chromium")
                .or(() -> Installed.missingModule("puppeteer-core", "axe-core"))
                .ifPresent(Installed::cannotTry);
        Path own = Files.createDirectory(folder.resolve("browser"));

        Path portal = PackedHost.copyOf("tehran", folder);
        warn(portal);

        List<String> said;
        try (PackedHost host = PackedHost.start(portal)) {
            said = Command.in(own, ZoneOffset.UTC)
                    .run(
                            "node",
                            Command.script("pages.mjs"),
                            Installed.modules().toString(),
                            Installed.find("chromium").orElseThrow().toString(),
                            Client.base(host.address()).toString());
        }

        assertEquals((LANGUAGES * SCREENS * KINDS_OF_PAGES) + " pages", String.join("\n", said));
    }

    /** Publishes an alert, which stands above every page, and what became of another. */
    private static void warn(Path portal) {
        try (Portal opened =
                Portal.builder().file(portal).firstData(Duration.ZERO).open()) {
            AlertDesk desk = opened.alerts();
            desk.publish(draft(Phase.FIRST_MESSAGE, "سیل در شمال شهر", "فيضان في شمال المدينة", "Flood in the north"));
            String other = desk.publish(draft(Phase.FIRST_MESSAGE, "سیل در ری", "فيضان في الري", "Flood in Rey"))
                    .alert()
                    .id();
            desk.cancel(other, draft(Phase.CORRECTION, "هشدار ری پس گرفته شد", "أُلغي تحذير الري", "Rey: taken back"));
        }
    }

    private static Draft draft(Phase phase, String fa, String ar, String en) {
        Text words = text(fa, ar, en);
        Wording wording = new Wording.Free(
                EmergencyType.FLOOD,
                phase,
                Audience.EVERYONE,
                new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                words,
                words,
                text("به بلندی بروید.", "انتقلوا إلى مكان مرتفع.", "Move to higher ground."));
        return Draft.of(
                wording,
                List.of(Area.of(text("تهران", "طهران", "Tehran"))),
                Instant.now().plus(Duration.ofHours(2)),
                text("شهرداری تهران", "بلدية طهران", "Tehran Municipality"));
    }

    private static Text text(String fa, String ar, String en) {
        return Text.of("fa", fa).and("ar", ar).and("en", en);
    }
}
