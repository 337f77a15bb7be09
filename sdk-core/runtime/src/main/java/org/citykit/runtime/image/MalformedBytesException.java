package org.citykit.runtime.image;

/** Says that bytes are not what a {@link BinaryWriter} writes. */
public final class MalformedBytesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MalformedBytesException(String message) {
        super(message);
    }
}
