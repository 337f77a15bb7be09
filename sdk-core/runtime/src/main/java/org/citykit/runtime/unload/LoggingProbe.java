package org.citykit.runtime.unload;

import java.util.Collections;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Handlers, filters and formatters of {@code java.util.logging}. */
final class LoggingProbe implements Probe {
    @Override
    public void look(Look look) {
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null && look.suspects().ownerOf(logger).isEmpty()) {
                String of = " of the logger '" + name + "'";
                see(look, logger.getFilter(), "the log filter" + of);
                for (Handler handler : logger.getHandlers()) {
                    handler(look, handler, of);
                }
            }
        }
    }

    private static void handler(Look look, Handler handler, String of) {
        see(look, handler, "the log handler" + of);
        if (handler.getClass().getClassLoader() == null) { // asking another one would call what may be a plugin's
            see(look, handler.getFormatter(), "the log formatter" + of);
            see(look, handler.getFilter(), "the log filter of a handler" + of);
        }
    }

    private static void see(Look look, @Nullable Object part, String what) {
        if (part != null) {
            look.reach().from(part, PinKind.LOG_HANDLER, what);
        }
    }
}
