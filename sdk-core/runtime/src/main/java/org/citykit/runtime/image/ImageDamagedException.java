package org.citykit.runtime.image;

import java.io.IOException;

/** Says that an image is not there, not whole, or not of this form; it can be written again from the plugin's jars. */
public final class ImageDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public ImageDamagedException(String message) {
        super(message);
    }

    public ImageDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
