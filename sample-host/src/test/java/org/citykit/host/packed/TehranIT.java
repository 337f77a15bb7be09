package org.citykit.host.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample portal of Tehran, packed and started as a user would. */
class TehranIT {
    private static final Map<String, String> SEOUL = Map.of("fa", "سئول", "ar", "سيول", "en", "Seoul");

    @TempDir
    static Path folder;

    private static PackedHost host;

    @BeforeAll
    static void start() throws Exception {
        host = PackedHost.start(PackedHost.copyOf("tehran", folder));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fa/nowhere", "/de/", "/fa/twinning/nobody", "/fa/events/nothing", "/fa/alerts/none"})
    void whatIsNotThereIsAPageThatSaysSo(String path) throws Exception {
        HttpResponse<String> answer = host.get(path, "Accept", "text/html");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("<h1"), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }

    @Test
    void whatIsNotThereInTheApiIsAProblem() throws Exception {
        HttpResponse<String> answer = host.get("/api/v1/agreements/nobody", "Accept", "application/json");

        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", type(answer));
    }

    @ParameterizedTest
    @CsvSource({"fa, rtl", "ar, rtl", "en, ltr"})
    void everyPageIsThereInEveryLanguage(String language, String direction) throws Exception {
        for (String page : List.of("", "twinning", "networks", "events", "alerts")) {
            HttpResponse<String> answer = host.get("/" + language + "/" + page);

            assertEquals(200, answer.statusCode(), page);
            assertTrue(answer.body().contains("<html lang=\"" + language + "\" dir=\"" + direction + "\""), page);
            assertTrue(answer.headers().firstValue("set-cookie").isEmpty(), "a cookie");
            assertTrue(
                    answer.headers()
                            .firstValue("content-security-policy")
                            .orElse("")
                            .contains("default-src"),
                    page);
            assertFalse(answer.body().contains("<script"), page);
        }
        String relations = host.get("/" + language + "/twinning?q="
                        + URLEncoder.encode(SEOUL.get(language), StandardCharsets.UTF_8))
                .body();
        assertTrue(relations.contains(SEOUL.get(language)), relations);
    }

    @Test
    void everyModuleIsLiveWithoutDefects() throws Exception {
        String modules = host.get("/api/v1/modules").body();

        assertTrue(modules.contains("\"live\""), modules);
        assertFalse(modules.contains("\"failed\""), modules);
        assertFalse(modules.contains("\"stale\""), modules);
        assertFalse(modules.contains("\"quarantined\""), modules);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agreements, application/json",
        "/api/v1/cities, application/json",
        "/api/v1/networks, application/json",
        "/api/v1/events, application/json",
        "/api/v1/occurrences?from=2026-03-01&to=2026-04-30, application/json",
        "/api/v1/alerts, application/json",
        "/api/v1/playbooks, application/json",
        "/api/v1/modules, application/json",
        "/api/v1/openapi.json, application/vnd.oai.openapi+json",
        "/feeds/events.ics, text/calendar",
        "/feeds/events.atom, application/atom+xml",
        "/feeds/agreements.geojson, application/geo+json",
        "/feeds/alerts.atom, application/atom+xml",
        "/health/live, text/plain",
        "/health/ready, text/plain",
        "/metrics, text/plain"
    })
    void everyAddressOfTheMachinesAnswers(String path, String type) throws Exception {
        HttpResponse<String> answer = host.get(path);

        assertEquals(200, answer.statusCode(), answer.body());
        String given = type(answer);
        assertTrue(given.equals(type) || path.startsWith("/health"), given);
        assertFalse(answer.body().isBlank());
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() throws Exception {
        String tag = host.get("/fa/twinning").headers().firstValue("etag").orElseThrow();

        assertEquals(304, host.get("/fa/twinning", "If-None-Match", tag).statusCode());
    }

    @Test
    void theContradictionAboutTheFirstTwinIsShownWithItsSources() throws Exception {
        String relations = host.get("/api/v1/agreements?lang=en&q=London").body();

        assertTrue(relations.contains("\"edtf\":\"1993\""), relations);
        assertTrue(relations.contains("\"edtf\":\"1994\""), relations);
        assertTrue(relations.contains("first twinning since the revolution"), relations);
    }

    @Test
    void theCalendarKnowsNowruz() throws Exception {
        String spring = host.get("/api/v1/occurrences?from=2027-03-20&to=2027-03-23&lang=en")
                .body();

        assertTrue(spring.contains("2027-03-21"), spring);
        assertTrue(spring.contains("Nowruz"), spring);
    }

    @Test
    @Timeout(120)
    void afterAPowerCutTheLastGoodDataIsServedWithoutAnyPluginOrSource() throws Exception {
        Path yaml = PackedHost.copyOf("tehran", Files.createDirectory(folder.resolve("cut")));
        try (PackedHost first = PackedHost.start(yaml)) {
            assertTrue(first.get("/fa/twinning").body().contains(SEOUL.get("fa")));
            first.kill();
        }
        Path none = Files.createDirectory(folder.resolve("no-plugins"));
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("(?m)^plugins:.*$", "plugins: " + none));
        try (var data = Files.list(yaml.resolveSibling("data"))) {
            for (Path file : data.toList()) {
                Files.delete(file);
            }
        }

        try (PackedHost second = PackedHost.start(yaml)) {
            assertTrue(second.get("/fa/twinning").body().contains(SEOUL.get("fa")));
            awaitWord(second, "/api/v1/modules", "provider-unknown");
            assertTrue(second.stop() < 256);
        }
    }

    @Test
    void aPortalFullOfMistakesStartsWithTheRest() throws Exception {
        Path yaml = PackedHost.copyOf("tehran", Files.createDirectory(folder.resolve("mistakes")));
        Path plugins = Files.createDirectory(folder.resolve("mistaken-plugins"));
        try (var files = Files.list(PackedHost.distribution().resolve("plugins"))) {
            for (Path file : files.toList()) {
                Files.copy(file, plugins.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(plugins.resolve("broken.zip"), "no archive");
        Files.copy(plugins.resolve(tables(plugins)), plugins.resolve("zz-tables-again.zip"));
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("(?m)^plugins:.*$", "plugins: " + plugins) + """
                          - { id: unknown, use: nobody-provides-this }
                          - { id: wrong, use: tables, settings: { file: data/none.csv, format: sideways } }
                          - { id: missing, use: tables, settings: { file: data/none.csv, format: citykit } }
                          - { id: misspelt, use: tables, setings: {} }
                        """);

        try (PackedHost lenient = PackedHost.start(yaml)) {
            String modules = lenient.get("/api/v1/modules").body();
            for (String code : List.of("provider-unknown", "setting-invalid", "file-unreadable", "key-unknown")) {
                assertTrue(modules.contains(code), code + " in " + modules);
            }
            assertTrue(lenient.get("/fa/twinning").body().contains(SEOUL.get("fa")));
            String log = String.join("\n", lenient.output());
            assertTrue(log.contains("broken.zip"), log);
            assertTrue(log.contains("zz-tables-again.zip"), log);
        }
    }

    /** Asks until the answer holds a word; the test's own time limit ends it otherwise. */
    private static void awaitWord(PackedHost asked, String path, String word) throws Exception {
        while (!asked.get(path).body().contains(word)) {
            Thread.onSpinWait();
        }
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
    }

    private static String tables(Path plugins) throws Exception {
        try (var files = Files.list(plugins)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("tables"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
