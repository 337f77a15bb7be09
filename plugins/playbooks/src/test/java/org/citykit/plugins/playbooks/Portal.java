package org.citykit.plugins.playbooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.Limits;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.PortalFiles;
import org.citykit.api.Records;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.Views;
import org.citykit.api.crisis.Playbook;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** A portal in memory that opens one module of playbooks and keeps what it delivers, as the runtime does. */
final class Portal implements PluginContext, PortalFiles, Sink<Playbook> {
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Playbook> playbooks = new LinkedHashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Source<Playbook> source;
    private Cursor cursor = Cursor.start();

    Portal(PlaybooksSettings settings) {
        this.source = new YamlPlaybooks().open(settings, this);
    }

    /** A module that reads the folder {@code playbooks}, with a source in its settings. */
    static Portal withFolder() {
        return new Portal(new PlaybooksSettings(
                Optional.of("playbooks"),
                List.of(),
                Optional.of(Text.of("en", "City")),
                Optional.empty(),
                Optional.empty()));
    }

    Portal file(String path, String content) {
        files.put(path, content);
        return this;
    }

    Portal without(String path) {
        files.remove(path);
        return this;
    }

    Outcome fetch() throws Exception {
        Map<String, Playbook> before = new LinkedHashMap<>(playbooks);
        playbooks.clear();
        removed.clear();
        defects.clear();
        Outcome outcome = source.fetch(cursor, this);
        if (outcome instanceof Outcome.Snapshot snapshot) {
            cursor = snapshot.next();
        } else if (outcome instanceof Outcome.Changes changes) {
            cursor = changes.next();
            before.keySet().removeAll(removed);
            before.forEach(playbooks::putIfAbsent);
        } else {
            playbooks.putAll(before);
        }
        return outcome;
    }

    Map<String, Playbook> playbooks() {
        return playbooks;
    }

    Playbook playbook(String id) {
        return Optional.ofNullable(playbooks.get(id)).orElseThrow();
    }

    List<String> defects() {
        return defects.stream().map(Defect::toString).toList();
    }

    @Override
    public Fetched read(String path, Cursor since) {
        String content = files.get(path);
        if (content == null) {
            throw new CityKitException(ApiError.FILE_UNREADABLE, "The file '" + path + "' is not there.");
        }
        Cursor now = Cursor.of(Integer.toHexString(content.hashCode()));
        return now.equals(since)
                ? Fetched.unchanged(now)
                : Fetched.of(content.getBytes(StandardCharsets.UTF_8), "text/yaml", now);
    }

    @Override
    public List<String> list(String folder, String extension) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/") && path.endsWith("." + extension))
                .toList();
    }

    @Override
    public void accept(Playbook item) {
        playbooks.put(item.id(), item);
    }

    @Override
    public void remove(String id) {
        removed.add(id);
    }

    @Override
    public void reject(Defect defect) {
        defects.add(defect);
    }

    @Override
    public String moduleId() {
        return "playbooks";
    }

    @Override
    public Logger logger() {
        return NOPLogger.NOP_LOGGER;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.forLanguageTag("fa"), Locale.ENGLISH);
    }

    @Override
    public Limits limits() {
        return Limits.STANDARD;
    }

    @Override
    public Http http() {
        throw new AssertionError("playbooks never use the web");
    }

    @Override
    public PortalFiles files() {
        return this;
    }

    @Override
    public Records records(int version) {
        throw new AssertionError("playbooks keep no records");
    }

    @Override
    public Views views() {
        throw new AssertionError("playbooks see no other modules");
    }
}
