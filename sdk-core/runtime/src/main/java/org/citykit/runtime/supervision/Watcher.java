package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.TreeMap;
import org.citykit.api.CityKitException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.plan.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up changes of {@code portal.yaml} and of the plugin files by itself, where the composition that runs asks for
 * it: once the files have rested for a while, and once for each state of theirs. It looks instead of listening, because
 * not every file system tells of changes. Confined to the thread of changes.
 */
final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final Changes changes;
    private final Workshop workshop;
    private Seen handled = new Seen(new TreeMap<>());
    private Seen last = handled;

    Watcher(Changes changes, Workshop workshop) {
        this.changes = changes;
        this.workshop = workshop;
    }

    /** Begins to look. */
    void begin() {
        handled = changes.seenFiles();
        last = handled;
        lookLater();
    }

    private void look() {
        try {
            if (changes.current().composition().changes().watch()) {
                Seen now = changes.seenFiles();
                if (!now.equals(handled) && now.equals(last)) {
                    workshop.tellFiles(
                            now.changedSince(handled), changes.current().number());
                    handled = now;
                    takeUp();
                }
                last = now;
            }
        } finally {
            lookLater();
        }
    }

    private void takeUp() {
        try {
            Plan plan = changes.plan();
            if (!plan.isEmpty()) {
                changes.apply(plan, ApplyOptions.STANDARD.because(Generation.Cause.WATCH));
            }
        } catch (CityKitException refused) {
            LOG.warn("The changed files are not taken up. {}", refused.getMessage());
        }
    }

    private void lookLater() {
        Duration settle = changes.current().composition().changes().settle();
        workshop.later(settle, this::look);
    }
}
