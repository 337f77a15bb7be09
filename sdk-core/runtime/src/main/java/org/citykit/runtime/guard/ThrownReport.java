package org.citykit.runtime.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * Puts what vendor code threw into words. Runs on the vendor's thread and before its deadline is lifted, because
 * {@code getMessage}, {@code getCause} and {@code getStackTrace} are vendor code too: each may throw, hang, or give
 * nonsense. What it makes is text and codes of ours alone, so that nothing of the plugin is kept.
 */
final class ThrownReport {
    private static final int MESSAGE = 2_000;
    private static final int LINES = 40;
    private static final int CAUSES = 5;
    private static final String UNKNOWN = "(its message cannot be read: reading it threw too)";

    private ThrownReport() {}

    static <T> Guarded.Failed<T> of(Throwable thrown, ErrorCode otherwise, String what) {
        try {
            return new Guarded.Failed<>(code(thrown, otherwise), reason(thrown, what), stack(thrown));
        } catch (Throwable again) { // the heap may be full still
            return new Guarded.Failed<>(otherwise, "threw something that cannot be described.", List.of());
        }
    }

    static List<String> lines(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < stack.length && i < LINES; i++) {
            lines.add(stack[i].toString());
        }
        return lines;
    }

    private static List<String> stack(Throwable thrown) {
        List<String> lines = quietly(() -> lines(thrown.getStackTrace()));
        return lines == null ? List.of() : lines;
    }

    private static ErrorCode code(Throwable thrown, ErrorCode otherwise) {
        if (thrown instanceof CityKitException known && ours(known.code())) {
            return known.code();
        }
        return thrown instanceof LinkageError ? RuntimeError.PLUGIN_UNLINKABLE : otherwise;
    }

    /** True for codes of the API and of the runtime; one of the plugin's own would keep the plugin in memory. */
    private static boolean ours(@Nullable ErrorCode code) {
        if (code == null) {
            return false;
        }
        ClassLoader loader = code.getClass().getClassLoader();
        return loader == ErrorCode.class.getClassLoader() || loader == RuntimeError.class.getClassLoader();
    }

    private static String reason(Throwable thrown, String what) {
        if (thrown instanceof CityKitException known && ours(known.code())) {
            // the anchor is appended again where the problem is shown
            return cut(message(known).replace(" See errors.md#" + known.code().anchor(), ""));
        }
        StringBuilder reason = new StringBuilder(what).append(" threw ").append(named(thrown));
        Throwable cause = cause(thrown);
        for (int i = 0; cause != null && i < CAUSES; i++, cause = cause(cause)) {
            reason.append(", caused by ").append(named(cause));
        }
        return cut(reason.append('.').toString());
    }

    private static String named(Throwable thrown) {
        String message = message(thrown);
        return thrown.getClass().getName() + (message.isEmpty() ? "" : ": " + message);
    }

    private static String message(Throwable thrown) {
        String message = quietly(() -> {
            String own = thrown.getMessage();
            return own == null ? "" : cut(own);
        });
        return message == null ? UNKNOWN : message;
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        return quietly(thrown::getCause);
    }

    private static <R> @Nullable R quietly(Callable<? extends @Nullable R> question) {
        try {
            return question.call();
        } catch (Throwable again) { // whatever it is, it is about what was thrown first
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= MESSAGE ? text : text.substring(0, MESSAGE) + "…";
    }
}
