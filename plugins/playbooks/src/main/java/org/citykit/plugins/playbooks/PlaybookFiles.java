package org.citykit.plugins.playbooks;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

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
        Round round = new Round(sink);
        for (String path : paths) {
            Cursor last = before.getOrDefault(path, Cursor.start());
            round.read(path, last.part(PLAYBOOK).value());
        }
        round.failIfNothingWasReadable();
        before.values().stream()
                .map(last -> last.part(PLAYBOOK).value())
                .filter(id -> !id.isEmpty() && !round.owners.containsKey(id))
                .forEach(sink::remove);
        Cursor end = Cursor.ofParts(round.next);
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

    /** One reading of all files. */
    private final class Round {
        private final Sink<? super Playbook> sink;
        private final Map<String, String> owners = new LinkedHashMap<>();
        private final Map<String, Cursor> next = new LinkedHashMap<>();
        private @Nullable CityKitException unreadable;
        private boolean readable;

        Round(Sink<? super Playbook> sink) {
            this.sink = sink;
        }

        /** @param last the playbook that the file gave before, or empty */
        void read(String path, String last) {
            Complaints complaints = new Complaints(path, sink::reject);
            Cursor state = Cursor.start();
            Optional<Playbook> playbook = Optional.empty();
            try {
                Fetched file = context.files().read(path, Cursor.start());
                state = file.cursor();
                readable = true;
                playbook =
                        new PlaybookReader(complaints, context.languages(), settings).read(YamlTree.read(file.text()));
            } catch (MalformedYamlException malformed) {
                complaints.fault(malformed.at(), malformed.reason());
            } catch (CityKitException failed) {
                unreadable = failed;
                complaints.fault(Position.TOP, String.valueOf(failed.getMessage()));
            }
            next.put(path, part(state, own(path, playbook.map(Playbook::id).orElse(last), complaints)));
            if (playbook.isPresent() && path.equals(owners.get(playbook.get().id()))) {
                sink.accept(playbook.get());
            }
        }

        /** Without a single file the last good playbooks stay as they are. */
        void failIfNothingWasReadable() {
            if (!readable && unreadable != null) {
                throw unreadable;
            }
        }

        /** The playbook that the file has from now on; empty if another file has it already. */
        private String own(String path, String id, Complaints complaints) {
            String owner = id.isEmpty() ? path : owners.getOrDefault(id, path);
            if (!owner.equals(path)) {
                complaints.fault(
                        Position.TOP, "holds the playbook \"" + id + "\", which '" + owner + "' holds already");
                return "";
            }
            if (!id.isEmpty()) {
                owners.put(id, path);
            }
            return id;
        }
    }

    private static Cursor part(Cursor state, String playbook) {
        return Cursor.ofParts(Map.of(STATE, state, PLAYBOOK, Cursor.of(playbook)));
    }
}
