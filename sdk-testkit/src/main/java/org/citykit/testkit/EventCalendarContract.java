package org.citykit.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a provider of {@link org.citykit.api.events.EventCalendar} must keep to. Implemented by a test class.
 *
 * <p>Each rule is a test on a module of its own, opened by the runtime's own reader, linker, binder and guard. A rule
 * about something that the subject does not have, such as the web, is skipped with that reason.
 */
public interface EventCalendarContract extends SourceContract {
    @Test
    default void everyRecurrenceCanBeExpanded(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::recurrencesExpand);
    }

    @Test
    default void everyReplacedOccurrenceBelongsToASeries(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::replacementsHaveASeries);
    }
}
