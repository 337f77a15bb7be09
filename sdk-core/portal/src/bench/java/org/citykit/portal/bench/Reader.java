package org.citykit.portal.bench;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.portal.Portal;
import org.citykit.twinning.Relation;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.TwinningIndex;

/**
 * Reads both engines as fast as it can, as a page does, and looks whether each answer is one that some moment could
 * give: all items of one edition and none of another, and always as many for one revision. Confined, but for
 * {@link #stop}.
 */
final class Reader implements Runnable {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 21);
    private static final int PAGE = 50;

    private final Portal portal;
    private final int others;
    private final Map<String, Integer> sizes;
    private final Latencies latencies = new Latencies();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<Integer> editions = new HashSet<>();
    private long failed;
    private long torn;

    /**
     * @param others events of the plugins that are not swapped
     * @param sizes how many items there are at each revision, shared by all readers
     */
    Reader(Portal portal, int others, ConcurrentHashMap<String, Integer> sizes) {
        this.portal = portal;
        this.others = others;
        this.sizes = sizes;
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            read(this::isCalendarWhole);
            read(this::isRegistryWhole);
        }
    }

    void stop() {
        stopped.set(true);
    }

    Latencies latencies() {
        return latencies;
    }

    long failed() {
        return failed;
    }

    long torn() {
        return torn;
    }

    Set<Integer> editions() {
        return editions;
    }

    private interface Question {
        boolean isWhole();
    }

    @SuppressWarnings("CatchingUnchecked")
    private void read(Question question) {
        long begin = System.nanoTime();
        try {
            if (!question.isWhole()) {
                torn++;
            }
        } catch (RuntimeException e) {
            failed++;
        }
        latencies.add(System.nanoTime() - begin);
    }

    private boolean isCalendarWhole() {
        EventIndex index = portal.events();
        int listed = index.between(FIRST, FIRST.plusDays(30)).limit(PAGE).find().total();
        List<String> ids = index.between(FIRST, FIRST.plusDays(30)).from("calendar").list().stream()
                .map(Occurrence::entry)
                .map(entry -> entry.event().id())
                .toList();
        return listed == index.size()
                && isOneEdition(ids)
                && index.size() == others + ids.size()
                && isKnown("events " + index.revision().value(), ids.size());
    }

    private boolean isRegistryWhole() {
        TwinningIndex index = portal.twinning();
        List<String> ids = index.relations(RelationQuery.all()).items().stream()
                .map(Relation::statements)
                .map(statements -> statements.get(0).agreement())
                .toList();
        return isOneEdition(ids)
                && index.relations(RelationQuery.all()).total() == ids.size()
                && isKnown("relations " + index.revision().value(), ids.size());
    }

    private boolean isOneEdition(List<String> ids) {
        int edition = Integer.parseInt(ids.get(0).substring(1, 2));
        editions.add(edition);
        String prefix = "e" + edition + "-";
        return ids.size() == SwappedPlugin.items(edition)
                && ids.stream().allMatch(id -> id.startsWith(prefix))
                && new HashSet<>(ids).size() == ids.size();
    }

    private boolean isKnown(String revision, int size) {
        Integer before = sizes.putIfAbsent(revision, size);
        return before == null || before == size;
    }
}
