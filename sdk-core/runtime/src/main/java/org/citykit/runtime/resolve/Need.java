package org.citykit.runtime.resolve;

import org.citykit.runtime.plugin.VersionRange;

/** That a file cannot do without a plugin. Confined. */
final class Need {
    private final Candidate by;
    private final String id;
    private final VersionRange range;
    private int left;

    Need(Candidate by, String id, VersionRange range) {
        this.by = by;
        this.id = id;
        this.range = range;
    }

    Candidate by() {
        return by;
    }

    /** The plugin that is needed. */
    String id() {
        return id;
    }

    VersionRange range() {
        return range;
    }

    boolean isMetBy(Candidate candidate) {
        return candidate.fits(range);
    }

    void oneMore() {
        left++;
    }

    /** True if no usable file is left that meets it. */
    boolean oneLess() {
        left--;
        return left == 0;
    }

    boolean isUnmet() {
        return left == 0;
    }
}
