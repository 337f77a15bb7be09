package org.citykit.host.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.host.packed.PackedHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs that nobody here has written list the same occurrences, from our feeds and over CalDAV, as the API does. Where
 * one is not installed its test is skipped; in CI that is a failure.
 */
class RealClientsIT {
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate TO = LocalDate.of(2028, 1, 1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    static Path folder;

    private static PackedHost host;
    private static List<Seen> expected = List.of();

    @BeforeAll
    static void start() throws Exception {
        Path portal = Files.createDirectory(folder.resolve("portal"));
        for (String file : List.of("portal.yaml", "events.ics")) {
            Path from =
                    Path.of(RealClientsIT.class.getResource("portal/" + file).toURI());
            Files.copy(from, portal.resolve(file));
        }
        Path yaml = portal.resolve("portal.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replaceFirst(
                                "(?m)^plugins:.*$",
                                "plugins: " + PackedHost.distribution().resolve("plugins")));
        host = PackedHost.start(yaml);
        expected = expected();
        Files.writeString(
                folder.resolve("feed.ics"),
                host.get("/feeds/events.ics?lang=en").body());
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @EnumSource
    void aClientListsWhatTheApiLists(Client client) throws Exception {
        client.missing().ifPresent(Installed::cannotTry);
        Path own = Files.createDirectory(folder.resolve(client.name()));
        Asked asked = new Asked(Client.base(host.address()), folder.resolve("feed.ics"), own, FROM, TO, ZONE);
        Set<String> limits = limits(client).keySet();

        List<Seen> seen = client.list(asked);

        assertEquals(lines(without(limits, expected)), lines(without(limits, seen)));
        for (String title : limits) { // what a client has learned since is no limit of it any more
            assertNotEquals(lines(only(title, expected)), lines(only(title, seen)), title);
        }
    }

    @Test
    void thePortalShowsWhatTheTestsAreAbout() {
        assertEquals(List.of("2027-03-21"), starts("Nowruz"));
        assertEquals(List.of("2027-03-09"), starts("Eid al-Fitr"));
        assertTrue(starts("Council").contains("2027-03-22T18:00"));
        assertTrue(starts("Council moved").contains("2027-03-30T19:30"));
        assertTrue(starts("Council").stream().noneMatch(start -> start.startsWith("2027-03-29")));
        assertEquals("2027-03-08T14:00", starts("Call with New York").get(0).replace("15:00", "14:00"));
        assertEquals(12, starts("Last working day").size());
        assertEquals(4, starts("Course").size());
        assertEquals(4, starts("Course at its new hour").size());
        assertEquals("2027-09-30T18:30", starts("Course at its new hour").get(0));
    }

    private static List<Seen> expected() throws Exception {
        JsonNode answer = new ObjectMapper()
                .readTree(host.get("/api/v1/occurrences?lang=en&limit=500&from=" + FROM + "&to=" + TO)
                        .body());
        assertEquals(answer.get("total").asInt(), answer.get("items").size());
        List<Seen> all = new ArrayList<>();
        for (JsonNode item : answer.get("items")) {
            String start = item.at("/when/allDay").asBoolean()
                    ? item.at("/when/start").asText()
                    : OffsetDateTime.parse(item.get("start").asText())
                            .atZoneSameInstant(ZONE)
                            .toLocalDateTime()
                            .toString();
            all.add(new Seen(start, item.get("title").elements().next().asText()));
        }
        return all;
    }

    /** What a client does not do, by the title of the event, each with its reason. */
    private static Map<String, String> limits(Client client) throws IOException {
        Map<String, String> limits = new HashMap<>();
        try (var lines = RealClientsIT.class.getResourceAsStream("limits.tsv")) {
            for (String line : new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.startsWith("#") && !text.isBlank())
                    .toList()) {
                String[] parts = line.split("\t", 3);
                if (parts[0].equals(client.name())) {
                    limits.put(parts[1], parts[2]);
                }
            }
        }
        return limits;
    }

    private static List<String> starts(String title) {
        return only(title, expected).stream().map(Seen::start).sorted().toList();
    }

    private static List<Seen> without(Set<String> titles, List<Seen> all) {
        return all.stream().filter(seen -> !titles.contains(seen.title())).toList();
    }

    private static List<Seen> only(String title, List<Seen> all) {
        return all.stream().filter(seen -> seen.title().equals(title)).toList();
    }

    private static String lines(List<Seen> all) {
        return new TreeSet<>(all)
                .stream().map(seen -> seen.start() + " " + seen.title()).collect(Collectors.joining("\n"));
    }
}
