package org.citykit.runtime.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How plugin files are checked. Immutable.
 *
 * @param plugins folders with plugins that the checked ones may require; they are not checked themselves
 * @param languages those in which a title is expected
 * @param today the day on which support must not have ended
 * @param baseline findings that are accepted
 */
public record CheckOptions(List<Path> plugins, List<Locale> languages, LocalDate today, Optional<Baseline> baseline) {
    public CheckOptions {
        plugins = List.copyOf(plugins);
        languages = List.copyOf(languages);
    }

    /** Without other plugins, in the languages of CityKit's own texts, and with nothing accepted. */
    public static CheckOptions on(LocalDate today) {
        return new CheckOptions(
                List.of(), List.of(Locale.ENGLISH, new Locale("fa"), new Locale("ar")), today, Optional.empty());
    }

    /** With folders of plugins that may be required. */
    public CheckOptions withPlugins(List<Path> folders) {
        return new CheckOptions(folders, languages, today, baseline);
    }

    /** With accepted findings. */
    public CheckOptions withBaseline(Baseline accepted) {
        return new CheckOptions(plugins, languages, today, Optional.of(accepted));
    }
}
