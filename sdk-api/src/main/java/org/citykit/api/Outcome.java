package org.citykit.api;

import org.citykit.api.validation.Check;

/**
 * How a fetch ended well.
 *
 * @since 1.0
 */
public sealed interface Outcome {
    /**
     * What was pushed is everything: items that were not pushed no longer exist.
     *
     * @param next where the next fetch goes on
     */
    record Snapshot(Cursor next) implements Outcome {
        public Snapshot {
            Check.present("next", next);
        }
    }

    /**
     * What was pushed are changes to what was delivered before.
     *
     * @param next where the next fetch goes on
     */
    record Changes(Cursor next) implements Outcome {
        public Changes {
            Check.present("next", next);
        }
    }

    /** The source has not changed; what was pushed, if anything, is ignored. */
    record NothingNew() implements Outcome {}

    /** What was pushed is everything. */
    static Outcome snapshot(Cursor next) {
        return new Snapshot(next);
    }

    /** What was pushed are changes. */
    static Outcome changes(Cursor next) {
        return new Changes(next);
    }

    /** The source has not changed. */
    static Outcome nothingNew() {
        return new NothingNew();
    }
}
