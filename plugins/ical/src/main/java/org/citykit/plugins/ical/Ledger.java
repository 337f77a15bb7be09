package org.citykit.plugins.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.api.PluginContext;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;

/**
 * What a module told of its events at the last fetch: under which ids, and when what it says of each was last changed.
 * With it a feed that gives its events other UIDs, dates of change or numbers of revision at every load, but says the same, changes
 * nothing. Confined to one fetch.
 *
 * <p>It is kept in the module's records, as lines of text in as many records as they need.
 */
final class Ledger {
    private static final int FORMAT = 1;
    private static final String PREFIX = "ledger-";
    /** Below what one record may hold, with room for one line. */
    private static final int LARGEST = 1_000_000;

    private static final String FAMILY = "f";
    private static final String ITEM = "i";
    private static final String NEVER = "-";

    private record Family(String id, String uid, String likeness) {}

    private record Told(String content, Optional<Instant> changed, Optional<Integer> sequence) {}

    private final Records records;
    private final Map<String, Family> byUid = new HashMap<>();
    private final Map<String, Deque<Family>> byLikeness = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final List<Family> families = new ArrayList<>();
    private final Map<String, Told> items = new TreeMap<>();

    private Ledger(Records records) {
        this.records = records;
        for (String key : records.keys(PREFIX)) {
            records.find(key)
                    .map(stored -> new String(stored.value(), StandardCharsets.UTF_8))
                    .ifPresent(text -> text.lines().forEach(this::read));
        }
    }

    /** What a module told at its last fetch. */
    static Ledger of(PluginContext context) {
        return new Ledger(context.records(FORMAT));
    }

    /**
     * The ids of events by UID. A UID keeps its id; one that was never seen takes over the id of an event that is alike
     * and whose UID is seen no more.
     *
     * @param likenesses by UID, in the order in which they were read
     */
    Map<String, String> identify(Map<String, String> likenesses) {
        Map<String, String> ids = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        likenesses.keySet().forEach(uid -> {
            Family known = byUid.get(uid);
            if (known != null && taken.add(known.id())) {
                ids.put(uid, known.id());
            }
        });
        likenesses.forEach((uid, likeness) -> {
            if (!ids.containsKey(uid)) {
                String id = successor(likeness, taken).orElseGet(() -> fresh(uid, taken));
                taken.add(id);
                ids.put(uid, id);
            }
        });
        likenesses.forEach((uid, likeness) -> families.add(new Family(ids.getOrDefault(uid, uid), uid, likeness)));
        return ids;
    }

    /** An event with the date of change and the number of revision that it had when it last said something else. */
    CalendarEvent settled(CalendarEvent event) {
        String content = Content.digest(event);
        Told before = told.get(event.id());
        if (before != null && before.content().equals(content)) {
            items.put(event.id(), before);
            return Content.revised(event, before.changed(), before.sequence());
        }
        items.put(event.id(), new Told(content, event.changed(), event.sequence()));
        return event;
    }

    /** Keeps what was told in this fetch. */
    void keep() {
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            write(PREFIX + i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        for (String key : records.keys(PREFIX)) {
            if (Integer.parseInt(key.substring(PREFIX.length())) >= texts.size()) {
                records.find(key).ifPresent(stored -> records.delete(key, stored.revision()));
            }
        }
    }

    private Optional<String> successor(String likeness, Set<String> taken) {
        Deque<Family> alike = byLikeness.getOrDefault(likeness, new ArrayDeque<>());
        while (!alike.isEmpty()) {
            String id = alike.removeFirst().id();
            if (!taken.contains(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static String fresh(String uid, Set<String> taken) {
        String id = Ids.ofUid(uid);
        return taken.contains(id) ? Ids.another(uid) : id;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        families.forEach(family -> lines.add(String.join("\t", FAMILY, family.id(), family.likeness(), family.uid())));
        items.forEach((id, what) -> lines.add(String.join(
                "\t",
                ITEM,
                id,
                what.content(),
                what.changed().map(Instant::toString).orElse(NEVER),
                what.sequence().map(Object::toString).orElse(NEVER))));
        int octets = 0;
        for (String line : lines) {
            int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (octets + length > LARGEST) {
                texts.add(text.toString());
                text.setLength(0);
                octets = 0;
            }
            text.append(line).append('\n');
            octets += length;
        }
        texts.add(text.toString());
        return texts;
    }

    private void write(String key, byte[] value) {
        Optional<Records.Stored> before = records.find(key);
        boolean same =
                before.map(stored -> Arrays.equals(stored.value(), value)).orElse(false);
        if (!same) {
            records.put(key, value, before.map(Records.Stored::revision).orElse(Revision.NONE));
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", line.startsWith(FAMILY) ? 4 : 5);
        if (parts.length == 4 && parts[0].equals(FAMILY)) {
            Family known = new Family(parts[1], parts[3], parts[2]);
            byUid.put(known.uid(), known);
            byLikeness
                    .computeIfAbsent(known.likeness(), first -> new ArrayDeque<>())
                    .add(known);
        } else if (parts.length == 5 && parts[0].equals(ITEM)) {
            Optional<Instant> changed =
                    parts[3].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(parts[3]));
            Optional<Integer> sequence =
                    parts[4].equals(NEVER) ? Optional.empty() : Optional.of(Integer.valueOf(parts[4]));
            told.put(parts[1], new Told(parts[2], changed, sequence));
        }
    }
}
