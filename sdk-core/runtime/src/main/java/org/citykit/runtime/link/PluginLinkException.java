package org.citykit.runtime.link;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;

/** Says why a plugin cannot be linked, or that a class of a linked one cannot be had. */
public final class PluginLinkException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    PluginLinkException(List<Problem> problems) {
        super(problems.get(0).code(), problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    PluginLinkException(String file, String message, Throwable cause) {
        super(RuntimeError.PLUGIN_UNLINKABLE, message, cause);
        this.problems = List.of(unlinkable(file, message));
    }

    PluginLinkException(String file, String message) {
        super(RuntimeError.PLUGIN_UNLINKABLE, message);
        this.problems = List.of(unlinkable(file, message));
    }

    private static Problem unlinkable(String file, String message) {
        return new Problem(RuntimeError.PLUGIN_UNLINKABLE, "", file, 0, 0, message);
    }

    /** Everything that stands in the way. */
    public List<Problem> problems() {
        return problems;
    }
}
