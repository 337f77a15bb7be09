package org.citykit.runtime.plugin;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;

/** Says why a plugin file cannot be used, with everything that was found wrong in it. */
public final class PluginRefusedException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems what is wrong; at least one */
    public PluginRefusedException(List<Problem> problems) {
        super(problems.get(0).code(), problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    static PluginRefusedException of(RuntimeError code, String file, String message) {
        return new PluginRefusedException(List.of(new Problem(code, "", file, 0, 0, message)));
    }

    /** Everything that was found wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
