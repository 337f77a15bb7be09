package org.citykit.runtime.planning;

import java.util.List;
import org.citykit.runtime.Problem;
import org.citykit.runtime.settings.Bound;
import org.citykit.runtime.settings.SettingNote;

/**
 * What came of binding a module's settings to the record of the provider it would have. Immutable.
 *
 * @param problems what is wrong; none if they fit
 * @param notes what else there is to know
 */
public record SettingsCheck(List<Problem> problems, List<SettingNote> notes) {
    public SettingsCheck {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** What came of binding, without the settings themselves. */
    public static SettingsCheck of(Bound<?> bound) {
        return new SettingsCheck(bound.problems(), bound.notes());
    }
}
