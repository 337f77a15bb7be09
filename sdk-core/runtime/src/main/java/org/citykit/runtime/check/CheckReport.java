package org.citykit.runtime.check;

import java.util.List;

/**
 * What the verifier found. Immutable.
 *
 * @param files in the order in which they were given
 * @param api the version of the API that they were held against
 * @param java the version of Java that they were held against
 */
public record CheckReport(List<CheckedFile> files, String api, int java) {
    public CheckReport {
        files = List.copyOf(files);
    }

    /** How many findings of one severity there are in all files. */
    public long count(Severity severity) {
        return files.stream().mapToLong(file -> file.count(severity)).sum();
    }

    /** Whether there is no error and, when warnings count too, no warning. */
    public boolean isGood(boolean warningsCount) {
        return count(Severity.ERROR) == 0 && (!warningsCount || count(Severity.WARNING) == 0);
    }
}
