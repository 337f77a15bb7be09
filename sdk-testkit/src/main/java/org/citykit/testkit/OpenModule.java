package org.citykit.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Outcome;
import org.citykit.api.Source;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One open module of a subject, whose vendor code is called as the runtime calls it. Confined to the test's thread. */
final class OpenModule implements AutoCloseable {
    private final Trial trial;
    private final ClassLoader loader;
    private final FakeContext context;
    private final VendorThread thread;
    private @Nullable Object provided;
    private boolean closed;

    OpenModule(Trial trial, String module, ClassLoader loader, FakeContext context) {
        this.trial = trial;
        this.loader = loader;
        this.context = context;
        this.thread = new VendorThread(module, loader);
    }

    /**
     * What a good fetch brought.
     *
     * @param outcome how it ended
     * @param items what was pushed, by id
     * @param removed the ids that were removed
     * @param defects what could not be used
     */
    record Brought(Outcome outcome, Map<String, Item> items, Set<String> removed, List<Defect> defects) {
        /** The cursor to go on from. */
        Cursor next() {
            if (outcome instanceof Outcome.Snapshot snapshot) {
                return snapshot.next();
            }
            if (outcome instanceof Outcome.Changes changes) {
                return changes.next();
            }
            throw new AssertionError("A fetch from the start ended with " + outcome + " instead of items.");
        }

        /** What a module holds after this fetch that held other items before. */
        Map<String, Item> on(Map<String, Item> before) {
            if (outcome instanceof Outcome.NothingNew) {
                return before;
            }
            if (outcome instanceof Outcome.Snapshot) {
                return items;
            }
            Map<String, Item> merged = new LinkedHashMap<>(before);
            removed.forEach(merged::remove);
            merged.putAll(items);
            return merged;
        }
    }

    FakeContext context() {
        return context;
    }

    Ended<Object> opens(Callable<? extends @Nullable Object> opening) {
        Ended<Object> end = thread.call("open", trial.limits().open(), opening);
        provided = end instanceof Ended.Returned<Object> returned ? returned.value() : null;
        return end;
    }

    /** Whether it is open. */
    boolean isOpen() {
        return provided != null;
    }

    boolean isChannel() {
        return provided instanceof Channel;
    }

    /** The source; fails the test if there is none. */
    @SuppressWarnings("unchecked") // the sink checks each item's type
    Source<Item> source() {
        if (provided instanceof Source<?> source) {
            return (Source<Item>) source;
        }
        throw new AssertionError("Opening gave " + provided + " instead of a source.");
    }

    /** The channel; fails the test if there is none. */
    Channel channel() {
        if (provided instanceof Channel channel) {
            return channel;
        }
        throw new AssertionError("Opening gave " + provided + " instead of a channel.");
    }

    /** Calls vendor code within the limit of a fetch. */
    <T> Ended<T> call(String what, Callable<? extends @Nullable T> body) {
        return thread.call(what, trial.limits().fetch(), body);
    }

    /** Fetches into a sink, whatever comes of it. */
    Ended<Outcome> fetch(Cursor since, CollectingSink<Item> sink) {
        return VendorThread.await(begin(since, sink), trial.limits().fetch());
    }

    /** Fetches; fails the test unless that ends well. */
    Brought fetch(Cursor since) {
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        return brought(fetch(since, sink).value("Fetching from " + shown(since)), sink);
    }

    /** The first fetch of a rule that is about something else; where it goes wrong, the rule is skipped. */
    Brought first() {
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        Ended<Outcome> end = fetch(Cursor.start(), sink);
        boolean good = end instanceof Ended.Returned<Outcome> returned
                && returned.value() != null
                && !(returned.value() instanceof Outcome.NothingNew);
        Assumptions.assumeTrue(good, "see aFetchFromTheStartGivesItems");
        return brought(end.value("Fetching"), sink);
    }

    /** Fetches everything; fails the test unless that ends well. */
    Map<String, Item> fetchAll() {
        return fetch(Cursor.start()).items();
    }

    /** Begins a fetch. */
    CompletableFuture<Guarded<Ended<Outcome>>> begin(Cursor since, CollectingSink<Item> sink) {
        Source<Item> source = source();
        return thread.begin("fetch", trial.limits().fetch(), () -> {
            sink.begin();
            try {
                return VendorCalls.fetch(source, since, sink);
            } finally {
                sink.end();
            }
        });
    }

    /** The first delivery of a rule that is about something else; where it goes wrong, the rule is skipped. */
    Receipt firstDelivery(Alert alert, String key) {
        Ended<Receipt> end = deliver(alert, key);
        Assumptions.assumeTrue(
                end instanceof Ended.Returned<Receipt> returned
                        && returned.value() != null
                        && returned.value().state() == Receipt.State.DELIVERED,
                "see everyKindOfAlertIsTaken");
        return end.value("Delivering");
    }

    /** Hands an alert over, whatever comes of it. */
    Ended<Receipt> deliver(Alert alert, String key) {
        return VendorThread.await(beginDelivery(alert, key), trial.limits().fetch());
    }

    /** Begins to hand an alert over. */
    CompletableFuture<Guarded<Ended<Receipt>>> beginDelivery(Alert alert, String key) {
        Channel channel = channel();
        return thread.begin("deliver", trial.limits().fetch(), () -> VendorCalls.deliver(channel, alert, key));
    }

    /** Waits for a call after interrupting it. */
    <T> Ended<T> interrupted(CompletableFuture<Guarded<Ended<T>>> call) {
        thread.hurry();
        return VendorThread.await(call, Duration.ZERO);
    }

    /** Closes what was opened, whatever comes of it. */
    Ended<Boolean> closes() {
        Object closing = provided;
        if (closing == null) {
            return new Ended.Returned<>(true);
        }
        return thread.call("close", trial.limits().close(), () -> {
            VendorCalls.close(closing);
            return true;
        });
    }

    /** The threads that the plugin has started and that live on. */
    List<Thread> threads() {
        List<Thread> found = new ArrayList<>();
        Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(it ->
                        it.getContextClassLoader() == loader || it.getClass().getClassLoader() == loader)
                .forEach(found::add);
        return found;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closes();
            context.close();
            thread.close();
        }
    }

    private static Brought brought(Outcome outcome, CollectingSink<Item> sink) {
        Map<String, Item> items = new LinkedHashMap<>();
        sink.items().forEach(item -> items.put(item.id(), item));
        return new Brought(outcome, items, sink.removed(), sink.defects());
    }

    private static String shown(Cursor cursor) {
        return cursor.isStart() ? "the start" : "the cursor \"" + cursor.value() + "\"";
    }
}
