package org.citykit.host.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.citykit.host.packed.PackedHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page in a browser, in three languages, narrow and wide, light and dark: nobody who hears or magnifies it
 * meets a barrier that axe knows of, nothing is wider than the screen, and nothing is loaded from elsewhere.
 */
class BrowserIT {
    private static final int LANGUAGES = 3;
    private static final int SCREENS = 4;
    private static final int KINDS_OF_PAGES = 11;

    @TempDir
    Path folder;

    @Test
    void everyPageIsOpenToEverybody() throws Exception {
        Installed.missingProgram("node", "chromium")
                .or(() -> Installed.missingModule("puppeteer-core", "axe-core"))
                .ifPresent(Installed::cannotTry);
        Path own = Files.createDirectory(folder.resolve("browser"));

        List<String> said;
        try (PackedHost host = PackedHost.start(PackedHost.copyOf("tehran", folder))) {
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
}
