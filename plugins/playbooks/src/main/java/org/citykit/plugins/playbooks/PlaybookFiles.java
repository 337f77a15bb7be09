package org.citykit.plugins.playbooks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.crisis.Playbook;

/**
 * The playbooks of a folder. When a file has changed all are read again, so that every complaint is heard again; a file
 * that gives no playbook any more keeps the one that it gave before.
 */
final class PlaybookFiles implements Source<Playbook> {
    private static final int FILES = 200;
    private static final String STATE = "state";
    private static final String PLAYBOOK = "playbook";

    private final PlaybooksSettings settings;
    private final PluginContext context;

    PlaybookFiles(PlaybooksSettings settings, PluginContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Outcome fetch(Cursor since, Sink<? super Playbook> sink) {
        Set<String> paths = paths();
        Map<String, Cursor> before = since.parts();
        if (!since.isStart() && before.keySet().equals(paths) && unchanged(before)) {
            return Outcome.nothingNew();
        }
        Map<String, String> owners = new LinkedHashMap<>();
        Map<String, Cursor> next = new HashMap<>();
        for (String path : paths) {
            Cursor last = before.getOrDefault(path, Cursor.start());
            next.put(path, read(path, last.part(PLAYBOOK), owners, sink));
        }
        before.values().stream()
                .map(last -> last.part(PLAYBOOK).value())
                .filter(id -> !id.isEmpty() && !owners.containsKey(id))
                .forEach(sink::remove);
        Cursor end = Cursor.ofParts(next);
        return since.isStart() ? Outcome.snapshot(end) : Outcome.changes(end);
    }

    private Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        settings.folder().ifPresent(folder -> {
            List<String> found = new ArrayList<>(context.files().list(folder, "yaml"));
            found.addAll(context.files().list(folder, "yml"));
            found.stream().sorted().forEach(paths::add);
        });
        paths.addAll(settings.files());
        if (paths.size() > FILES) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED,
                    "The module names " + paths.size() + " playbook files, but may name " + FILES
                            + ". Use several folders and a module for each.");
        }
        return paths;
    }

    private boolean unchanged(Map<String, Cursor> before) {
        return before.entrySet().stream().allMatch(file -> {
            try {
                Cursor state = file.getValue().part(STATE);
                return !state.isStart()
                        && context.files().read(file.getKey(), state).unchanged();
            } catch (CityKitException unreadable) {
                return false; // it is read again with the others, and then reported
            }
        });
    }

    /** Reads one file; what comes back says what it gave and in which state. */
    private Cursor read(String path, Cursor last, Map<String, String> owners, Sink<? super Playbook> sink) {
        Complaints complaints = new Complaints(path, sink::reject);
        Cursor state = Cursor.start();
        Optional<Playbook> playbook = Optional.empty();
        try {
            Fetched file = context.files().read(path, Cursor.start());
            state = file.cursor();
            playbook = new PlaybookReader(complaints, context.languages(), settings).read(YamlTree.read(file.text()));
        } catch (MalformedYamlException malformed) {
            complaints.fault(malformed.at(), malformed.reason());
        } catch (CityKitException unreadable) {
            complaints.fault(Position.TOP, String.valueOf(unreadable.getMessage()));
        }
        String id = playbook.map(Playbook::id).orElse(last.value());
        String owner = id.isEmpty() ? path : owners.getOrDefault(id, path);
        if (!owner.equals(path)) {
            complaints.fault(Position.TOP, "holds the playbook \"" + id + "\", which '" + owner + "' holds already");
            return part(state, "");
        }
        if (!id.isEmpty()) {
            owners.put(id, path);
        }
        playbook.ifPresent(sink::accept);
        return part(state, id);
    }

    private static Cursor part(Cursor state, String playbook) {
        return Cursor.ofParts(Map.of(STATE, state, PLAYBOOK, Cursor.of(playbook)));
    }
}
