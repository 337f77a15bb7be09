package org.citykit.runtime.guard;

import java.util.ArrayList;
import java.util.List;
import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.RuntimeError;

/** Puts what vendor code threw into words. Runs on the vendor's thread, because {@code getMessage} is vendor code too. */
final class ThrownReport {
    private static final int MESSAGE = 2_000;
    private static final int LINES = 40;
    private static final int CAUSES = 5;

    private ThrownReport() {}

    static <T> Guarded.Failed<T> of(Throwable thrown, ErrorCode otherwise, String what) {
        try {
            return new Guarded.Failed<>(code(thrown, otherwise), reason(thrown, what), lines(thrown.getStackTrace()));
        } catch (Throwable alsoThrown) { // getMessage, getCause and getStackTrace may be overridden
            return new Guarded.Failed<>(
                    otherwise,
                    what + " threw " + thrown.getClass().getName() + ", which cannot be described because describing it"
                            + " threw too.",
                    List.of());
        }
    }

    static List<String> lines(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < stack.length && i < LINES; i++) {
            lines.add(stack[i].toString());
        }
        return lines;
    }

    private static ErrorCode code(Throwable thrown, ErrorCode otherwise) {
        if (thrown instanceof CityKitException known) {
            return known.code();
        }
        return thrown instanceof LinkageError ? RuntimeError.PLUGIN_UNLINKABLE : otherwise;
    }

    private static String reason(Throwable thrown, String what) {
        if (thrown instanceof CityKitException known) {
            // the anchor is appended again where the problem is shown
            return cut(message(known).replace(" See errors.md#" + known.code().anchor(), ""));
        }
        StringBuilder reason = new StringBuilder(what).append(" threw ").append(named(thrown));
        Throwable cause = thrown.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
            reason.append(", caused by ").append(named(cause));
        }
        return cut(reason.append('.').toString());
    }

    private static String named(Throwable thrown) {
        String message = message(thrown);
        return thrown.getClass().getName() + (message.isEmpty() ? "" : ": " + message);
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : message;
    }

    private static String cut(String text) {
        return text.length() <= MESSAGE ? text : text.substring(0, MESSAGE) + "…";
    }
}
