package org.citykit.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.host.page.Frame;

/** The files that pages load, under addresses that change with their bytes. Immutable. */
final class Assets {
    private final Map<String, Rendered> files = new HashMap<>();
    private final Frame.Assets addresses;

    Assets() {
        addresses = new Frame.Assets(load("portal", "css", MediaType.CSS), load("icon", "svg", MediaType.SVG));
    }

    /** Where they are. */
    Frame.Assets addresses() {
        return addresses;
    }

    /** The file at an address. */
    Optional<Rendered> find(String address) {
        return Optional.ofNullable(files.get(address));
    }

    private String load(String name, String suffix, MediaType type) {
        Body body = new Body(type, "", text(name + "." + suffix), Body.UNTIL_CHANGED);
        Rendered file = Rendered.of(200, body, ResponseHeaders.immutableFile(), 0);
        String hash = file.form(false).tag().substring(1, 12).replaceAll("[^A-Za-z0-9]", "0");
        String address = "/assets/" + name + "." + hash + "." + suffix;
        files.put(address, file);
        return address;
    }

    private static String text(String name) {
        try (InputStream bytes = Assets.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("The host lacks its own file " + name + ". Install it again.");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The host cannot read its own file " + name + ".", broken);
        }
    }
}
