package org.citykit.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.citykit.api.validation.Check;

/**
 * What a file or web address gave: its content, or the news that it has not changed.
 *
 * <p>Immutable.
 *
 * @since 1.0
 */
public final class Fetched {
    private static final byte[] NOTHING = {};

    private final boolean unchanged;
    private final byte[] body;
    private final String type;
    private final Cursor cursor;

    private Fetched(boolean unchanged, byte[] body, String type, Cursor cursor) {
        this.unchanged = unchanged;
        this.body = body;
        this.type = type;
        this.cursor = cursor;
    }

    /** Content that has not changed since the cursor. */
    public static Fetched unchanged(Cursor cursor) {
        return new Fetched(true, NOTHING, "", Check.present("cursor", cursor));
    }

    /**
     * New content.
     *
     * @param body the octets; copied
     * @param type the media type with its parameters, or empty when unknown
     * @param cursor what to ask with the next time
     */
    public static Fetched of(byte[] body, String type, Cursor cursor) {
        return new Fetched(
                false,
                Check.present("body", body).clone(),
                Check.present("type", type),
                Check.present("cursor", cursor));
    }

    /** True if nothing has changed since the cursor that was asked with; the body is then empty. */
    public boolean unchanged() {
        return unchanged;
    }

    /** A new stream over the content. */
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** The content's length, in octets. */
    public int length() {
        return body.length;
    }

    /** The content as text in the charset of the media type, UTF-8 if it names none; a byte order mark is dropped. */
    public String text() {
        String text = new String(body, charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The media type with its parameters, or empty when unknown. */
    public String type() {
        return type;
    }

    /** What to ask with the next time. */
    public Cursor cursor() {
        return cursor;
    }

    private Charset charset() {
        for (String parameter : type.split(";", -1)) {
            String[] pair = parameter.trim().split("=", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase("charset")) {
                return supported(pair[1].replace("\"", "").trim());
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static Charset supported(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8; // a feed with a misspelt charset is nearly always UTF-8
        }
    }
}
