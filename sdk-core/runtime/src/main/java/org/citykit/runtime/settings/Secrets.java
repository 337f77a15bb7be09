package org.citykit.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.api.Secret;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Value;

/** Fetches secrets, and keeps them out of messages. Confined to one thread and one binding. */
final class Secrets {
    static final String FORM = "Write it as  { env: NAME }  or  { file: path }.";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private final SecretSource source;
    private final Complaints complaints;
    private final List<String> revealed = new ArrayList<>();

    Secrets(SecretSource source, Complaints complaints) {
        this.source = source;
        this.complaints = complaints;
    }

    /** The secret that a value names; or a complaint, which never shows what was written. */
    Optional<Secret> read(Value value) {
        if (!(value instanceof MapValue map)) {
            complaints.refused(value.place(), "is a secret, which must not stand in this file. " + FORM);
            return Optional.empty();
        }
        for (String key : map.members().keySet()) {
            if (!key.equals("env") && !key.equals("file")) {
                complaints.unknown(map.members().get(key).key(), key, Set.of("env", "file"));
                return Optional.empty();
            }
        }
        Value name = map.members().size() == 1
                ? map.members().values().iterator().next().value()
                : map;
        if (!(name instanceof ScalarValue scalar) || scalar.isEmpty()) {
            complaints.refused(value.place(), "must name one place where the secret is kept. " + FORM);
            return Optional.empty();
        }
        Optional<String> found = map.members().containsKey("env") ? variable(scalar) : file(scalar);
        found.ifPresent(revealed::add);
        return found.map(Secret::of);
    }

    /** A text in which every secret of this binding is hidden. */
    String hidden(String text) {
        String safe = text;
        for (String secret : revealed) {
            safe = safe.replace(secret, "(secret)");
        }
        return safe;
    }

    private Optional<String> variable(ScalarValue name) {
        if (!VARIABLE.matcher(name.text()).matches()) {
            complaints.refused(name.place(), "must be the name of an environment variable. " + FORM);
            return Optional.empty();
        }
        return present(
                source.variable(name.text()),
                name,
                "names the environment variable '" + name.text() + "', which is not set. Set it for the portal.");
    }

    private Optional<String> file(ScalarValue path) {
        return present(
                source.file(path.text()),
                path,
                "names the file '" + Shown.of(path.text())
                        + "', which is missing, empty or no text the portal may read."
                        + " Create it with the secret as its one line.");
    }

    private Optional<String> present(Optional<String> secret, ScalarValue where, String message) {
        Optional<String> present = secret.filter(text -> !text.isEmpty());
        if (present.isEmpty()) {
            complaints.add(
                    RuntimeError.SECRET_MISSING, where.place(), complaints.subject(where.place()) + " " + message);
        }
        return present;
    }
}
