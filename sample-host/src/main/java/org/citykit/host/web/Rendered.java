package org.citykit.host.web;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * An answer with all its headers, ready to be sent many times: plain and compressed, each with a strong entity tag (RFC
 * 9110 §8.8.3). Immutable.
 */
final class Rendered {
    /**
     * The answer in one encoding.
     *
     * @param bytes what is sent
     * @param headers of the whole answer
     * @param tag its entity tag with quotes
     * @param unchanged headers that say that the client's copy still holds
     */
    record Form(Buffer bytes, MultiMap headers, String tag, MultiMap unchanged) {}

    private static final int LEAST_WORTH_ZIPPING = 1024;

    private final int status;
    private final Form plain;
    private final Form zipped;
    private final long freshUntil;
    private final Optional<Instant> modified;

    private Rendered(int status, Form plain, Form zipped, long freshUntil, Optional<Instant> modified) {
        this.status = status;
        this.plain = plain;
        this.zipped = zipped;
        this.freshUntil = freshUntil;
        this.modified = modified;
    }

    /**
     * Readies an answer.
     *
     * @param headers those that belong to it besides content type, language, length and entity tag
     * @param now the time in milliseconds
     */
    static Rendered of(int status, Body body, MultiMap headers, long now) {
        byte[] bytes = body.bytes();
        String tag = tag(bytes);
        boolean zip = bytes.length >= LEAST_WORTH_ZIPPING;
        MultiMap common = HttpHeaders.headers()
                .addAll(headers)
                .set(HttpHeaders.CONTENT_TYPE, body.type().value());
        if (!body.language().isEmpty()) {
            common.set(HttpHeaders.CONTENT_LANGUAGE, body.language());
        }
        body.modified().ifPresent(when -> common.set(HttpHeaders.LAST_MODIFIED, HttpDate.of(when)));
        body.file().ifPresent(name -> common.set(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\""));
        if (zip) {
            common.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        Form plain = form(bytes, common, tag);
        Form zipped = plain;
        if (zip) {
            MultiMap encoded = HttpHeaders.headers().addAll(common).set(HttpHeaders.CONTENT_ENCODING, "gzip");
            zipped = form(zip(bytes), encoded, tag + "-gz");
        }
        return new Rendered(status, plain, zipped, now + body.fresh().toMillis(), body.modified());
    }

    /** The answer as a client can read it. */
    Form form(boolean zip) {
        return zip ? zipped : plain;
    }

    int status() {
        return status;
    }

    /** When the data that it is made of last changed, if anybody knows. */
    Optional<Instant> modified() {
        return modified;
    }

    /** True if it may still be served at a time in milliseconds. */
    boolean isFresh(long now) {
        return now < freshUntil;
    }

    /** How much memory it holds, about, in bytes. */
    int weight() {
        return plain.bytes().length()
                + (zipped.equals(plain) ? 0 : zipped.bytes().length())
                + 2048;
    }

    private static Form form(byte[] bytes, MultiMap common, String tag) {
        String quoted = '"' + tag + '"';
        MultiMap unchanged = HttpHeaders.headers().addAll(common).set(HttpHeaders.ETAG, quoted);
        unchanged.remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_DISPOSITION);
        MultiMap whole = HttpHeaders.headers()
                .addAll(common)
                .set(HttpHeaders.ETAG, quoted)
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        return new Form(Buffer.buffer(bytes), whole.copy(false), quoted, unchanged.copy(false));
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one lacks it.", missing);
        }
    }

    static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
        return out.toByteArray();
    }
}
