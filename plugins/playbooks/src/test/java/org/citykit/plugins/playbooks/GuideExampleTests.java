package org.citykit.plugins.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.citykit.api.crisis.Playbook;
import org.junit.jupiter.api.Test;

/** The playbook that the guide shows is read without a complaint. */
class GuideExampleTests {
    @Test
    void thePlaybookOfTheGuideIsReadWhole() throws Exception {
        String yaml;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("guide.yaml"))) {
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Portal portal = Portal.withFolder().file("playbooks/guide.yaml", yaml);

        portal.fetch();

        assertEquals(List.of(), portal.defects());
        Playbook flood = portal.playbook("flood");
        assertEquals(2, flood.roles().size());
        assertEquals(2, flood.messages().get(0).parameters().size());
        assertEquals("Crisis office", flood.provenance().source().in(Locale.ENGLISH));
    }
}
