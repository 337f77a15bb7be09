package org.citykit.runtime.composition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.Environment;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Value;

/**
 * Reads folders: a path, or <code>{env: NAME}</code>, or <code>{env: NAME, default: path}</code>. What a variable holds
 * is never shown, because a wrong variable may hold a secret.
 */
final class Folders {
    /**
     * A folder that was named; whether it exists is not known.
     *
     * @param path absolute
     * @param shown how messages name it
     */
    record Folder(Path path, String shown) {}

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

    /** The folder that a value names; or a complaint. */
    Optional<Folder> read(Value value, Complaints complaints) {
        if (!(value instanceof MapValue map)) {
            return path.read(value, complaints).map(Folders::shown);
        }
        Section section = new Section(map, complaints);
        Optional<String> name = section.required("env", NAME);
        Optional<Path> fallback = section.optional("default", path);
        section.end();
        Optional<String> given = name.flatMap(environment::variable).filter(text -> !text.isBlank());
        if (name.isEmpty() || (given.isEmpty() && section.optional("default").isPresent())) {
            return fallback.map(Folders::shown);
        }
        Optional<Path> found = given.flatMap(path::read);
        String variable = "the environment variable '" + name.get() + "'";
        if (found.isEmpty()) {
            String wrong = given.isEmpty() ? "which is not set" : "which does not hold a path";
            complaints.refused(map.place(), "names " + variable + ", " + wrong + ". Set it or add a default.");
        }
        return found.map(folder -> new Folder(folder, "the folder in " + variable));
    }

    private static Folder shown(Path path) {
        return new Folder(path, "the folder " + Shown.of(path.toString()));
    }

    private static Optional<Path> resolved(Path home, String text) {
        try {
            return Optional.of(home.resolve(text).normalize());
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }
}
