package org.citykit.runtime.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citykit.runtime.Problem;

/**
 * What binding gave: the record, or everything that is wrong.
 *
 * @param settings the record; absent if there is a problem
 * @param problems what is wrong; empty if there is a record
 * @param notes what else there is to know
 * @param <R> the record
 */
public record Bound<R extends Record>(Optional<R> settings, List<Problem> problems, List<SettingNote> notes) {
    public Bound {
        Objects.requireNonNull(settings, "settings");
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
