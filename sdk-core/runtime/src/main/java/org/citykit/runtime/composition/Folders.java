package org.citykit.runtime.composition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.Environment;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Value;

/** Reads folders: a path, or {@code {env: NAME}}, or {@code {env: NAME, default: path}}. */
final class Folders {
    private static final Notation<String> NAME = Notation.of(
            "the name of an environment variable",
            "Write it as  { env: CITY_DATA }.",
            text -> Optional.of(text).filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]{0,199}")));

    private final Notation<Path> path;
    private final Environment environment;

    Folders(Path home, Environment environment) {
        this.environment = environment;
        this.path = Notation.of("the path of a folder", "", text -> resolved(home, text));
    }

    /** The folder that a value names, absolute; or a complaint. Whether it exists is not looked at. */
    Optional<Path> read(Value value, Complaints complaints) {
        if (!(value instanceof MapValue map)) {
            return path.read(value, complaints);
        }
        Section section = new Section(map, complaints);
        Optional<String> name = section.required("env", NAME);
        Optional<Path> fallback = section.optional("default", path);
        section.end();
        Optional<String> given = name.flatMap(environment::variable).filter(text -> !text.isBlank());
        if (given.isPresent()) {
            return path.read(new ScalarValue(map.place(), given.get(), true), complaints);
        }
        if (name.isPresent() && section.optional("default").isEmpty()) {
            complaints.refused(
                    map.place(),
                    "names the environment variable '" + name.get() + "', which is not set. Set it or add a default.");
        }
        return fallback;
    }

    private static Optional<Path> resolved(Path home, String text) {
        try {
            return Optional.of(home.resolve(text).normalize());
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }
}
