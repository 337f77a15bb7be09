package org.citykit.store;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of what is written into it. Not thread-safe. */
final class Fingerprint extends OutputStream {
    private static final int PREFIX = 32;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one does not.", missing);
        }
    }

    @Override
    public void write(int octet) {
        digest.update((byte) octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        digest.update(octets, from, length);
    }

    /** Takes in all of them. */
    void writeBytes(byte[] octets) {
        digest.update(octets);
    }

    /** Takes in what passes through a stream. */
    MessageDigest digest() {
        return digest;
    }

    /** All 64 hexadecimal digits; begins anew afterwards. */
    String whole() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first 32 hexadecimal digits, enough to tell states apart; begins anew afterwards. */
    String brief() {
        return whole().substring(0, PREFIX);
    }
}
