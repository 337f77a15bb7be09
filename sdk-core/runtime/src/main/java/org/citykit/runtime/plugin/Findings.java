package org.citykit.runtime.plugin;

import java.util.ArrayList;
import java.util.List;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;

/** What is wrong with one plugin file, gathered so that a vendor hears of everything at once. Confined. */
final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(RuntimeError code, String message) {
        problems.add(new Problem(code, "", file, 0, 0, message));
    }

    void addAt(int line, int column, String message) {
        problems.add(new Problem(RuntimeError.PLUGIN_MALFORMED, "", file, line, column, message));
    }

    /** Gives up at once: what follows would only be told wrongly. */
    PluginRefusedException refuse(RuntimeError code, String message) {
        add(code, message);
        return new PluginRefusedException(problems);
    }

    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new PluginRefusedException(problems);
        }
    }
}
