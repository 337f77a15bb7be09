package org.citykit.runtime.link;

import org.citykit.api.CityKitException;
import org.citykit.runtime.RuntimeError;

/** Says that a class of a linked plugin cannot be had. */
public final class PluginLinkException extends CityKitException {
    private static final long serialVersionUID = 1L;

    PluginLinkException(String message, Throwable cause) {
        super(RuntimeError.PLUGIN_UNLINKABLE, message, cause);
    }

    PluginLinkException(String message) {
        super(RuntimeError.PLUGIN_UNLINKABLE, message);
    }
}
