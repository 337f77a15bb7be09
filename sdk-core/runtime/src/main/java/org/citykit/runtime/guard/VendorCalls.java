package org.citykit.runtime.guard;

import java.lang.reflect.InvocationTargetException;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.AlertChannel;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.CrisisTemplates;
import org.citykit.api.crisis.Receipt;
import org.citykit.api.events.EventCalendar;
import org.citykit.api.twinning.TwinningRegistry;
import org.citykit.runtime.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Every call of the service-provider interfaces, by name. To be used in the body of {@link Guard#call} and nowhere else.
 */
public final class VendorCalls {
    private VendorCalls() {}

    /** Makes a provider; runs its static initialisers and its constructor. */
    public static Object instantiate(Class<?> provider) throws Exception {
        try {
            return provider.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (thrown.getCause() instanceof Error cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    /** Opens a module: a {@link Source}, or a {@link Channel} for {@link Domain#CHANNEL}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the provider's own annotation names the settings class
    public static @Nullable Object open(Domain domain, Object provider, Record settings, PluginContext context) {
        return switch (domain) {
            case TWINNING -> ((TwinningRegistry) provider).open(settings, context);
            case EVENTS -> ((EventCalendar) provider).open(settings, context);
            case CRISIS -> ((CrisisTemplates) provider).open(settings, context);
            case CHANNEL -> ((AlertChannel) provider).open(settings, context);
        };
    }

    /** Fetches. */
    public static <T extends Item> @Nullable Outcome fetch(Source<T> source, Cursor since, Sink<? super T> sink)
            throws Exception {
        return source.fetch(since, sink);
    }

    /** Asks a channel what fits into it. */
    public static @Nullable ChannelLimits limits(Channel channel) {
        return channel.limits();
    }

    /** Hands an alert over. */
    public static @Nullable Receipt deliver(Channel channel, Alert alert, String key) throws Exception {
        return channel.deliver(alert, key);
    }

    /** Closes what {@link #open} gave. */
    public static void close(Object opened) throws Exception {
        if (opened instanceof Source<?> source) {
            source.close();
        } else if (opened instanceof Channel channel) {
            channel.close();
        }
    }
}
