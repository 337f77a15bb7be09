package org.citykit.runtime.composition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Notations;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Value;

/** Reads what stands under {@code trust:}. Confined to one thread and one reading. */
final class TrustEntry {
    private static final Notation<TrustMode> MODE = Notations.constant(List.of(TrustMode.values()));
    private static final Notation<String> NAME = Notation.of(
            "a name", "Write whose key it is.", text -> Optional.of(text).filter(name -> !name.isEmpty()));
    private static final Notation<String> SHA_256 = Notation.of(
            "the SHA-256 of a public key, 64 hexadecimal digits",
            "Name the key's file under  file:  instead, if you have it.",
            text -> Optional.of(text.replace(":", "").toLowerCase(Locale.ROOT))
                    .filter(hex -> hex.matches("[0-9a-f]{64}")));

    private final Path home;
    private final Complaints complaints;
    private final List<TrustedKey> keys = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    TrustEntry(Path home, Complaints complaints) {
        this.home = home;
        this.complaints = complaints;
    }

    /** The settings; those that nothing is asked with, where they are wrong and that was complained about. */
    TrustSettings read(MapValue written) {
        int before = complaints.count();
        Section section = new Section(written, complaints);
        Optional<TrustMode> mode = section.optional("mode", MODE);
        Optional<Value> list = section.optional("keys");
        section.end();
        list.ifPresent(this::readKeys);
        if (complaints.count() == before
                && keys.isEmpty()
                && mode.filter(TrustMode.REQUIRE::equals).isPresent()) {
            complaints.missing(written.place(), "keys", "Without a trusted key, every plugin would be refused.");
        }
        if (complaints.count() > before) {
            return TrustSettings.OFF;
        }
        return new TrustSettings(mode.orElse(keys.isEmpty() ? TrustMode.OFF : TrustMode.WARN), keys);
    }

    private void readKeys(Value written) {
        if (written instanceof ListValue list) {
            list.elements()
                    .forEach(element -> Section.group(element, complaints).ifPresent(this::readKey));
        } else {
            complaints.wrong(written, "a list", "Write each key under a dash:  - name: City of Example.");
        }
    }

    private void readKey(MapValue written) {
        Section section = new Section(written, complaints);
        Optional<String> name = section.required("name", NAME);
        Optional<Value> file = section.optional("file");
        Optional<Value> hash = section.optional("sha256");
        section.end();
        if (file.isPresent() == hash.isPresent()) {
            complaints.refused(
                    written.place(),
                    file.isPresent()
                            ? "has both a file and a sha256. Keep one of them."
                            : "needs the key itself: add  file: keys/name.pem  or  sha256: ….");
            return;
        }
        Optional<String> sha256 =
                file.isPresent() ? file.flatMap(this::ofFile) : hash.flatMap(value -> SHA_256.read(value, complaints));
        sha256.ifPresent(key -> add(name, key, written.place()));
    }

    private void add(Optional<String> name, String sha256, Place place) {
        Place earlier = places.putIfAbsent(sha256, place);
        if (earlier != null) {
            complaints.refused(place, "is the same key as " + earlier.path() + ". Remove one of them.");
        } else {
            name.ifPresent(known -> keys.add(new TrustedKey(known, sha256)));
        }
    }

    private Optional<String> ofFile(Value value) {
        Notation<Path> path = Notation.of("the path of a file", "", text -> resolved(home, text));
        Optional<Path> file = path.read(value, complaints);
        Optional<KeyFile> read = file.map(KeyFile::read);
        read.filter(key -> key.sha256().isEmpty())
                .ifPresent(key -> complaints.refused(
                        value.place(), "names the file " + Shown.of(String.valueOf(file.get())) + ", " + key.wrong()));
        return read.flatMap(KeyFile::sha256);
    }

    private static Optional<Path> resolved(Path home, String text) {
        try {
            return Optional.of(home.resolve(text).normalize());
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }
}
