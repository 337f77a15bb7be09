package org.citykit.runtime.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Value;

/** Names a plugin's bytes together with a module's settings, so that a cursor is never used for other ones. */
final class Fingerprint {
    private static final int OCTETS = 16;

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(ModuleSpec spec, String pluginHash) {
        try {
            Fingerprint print = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            print.add("plugin", pluginHash);
            print.add("use", spec.use());
            print.add(spec.settings());
            return HexFormat.of().formatHex(print.digest.digest(), 0, OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private void add(Value value) {
        if (value instanceof MapValue map) {
            add("map", Integer.toString(map.members().size()));
            map.members().forEach((key, member) -> {
                add("key", key);
                add(member.value());
            });
        } else if (value instanceof ListValue list) {
            add("list", Integer.toString(list.elements().size()));
            list.elements().forEach(this::add);
        } else if (value instanceof ScalarValue scalar) {
            add(scalar.isEmpty() ? "empty" : "text", scalar.isEmpty() ? "" : scalar.text());
        }
    }

    private void add(String kind, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        digest.update((kind + ":" + octets.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(octets);
    }
}
