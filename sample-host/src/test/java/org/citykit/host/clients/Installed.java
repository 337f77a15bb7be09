package org.citykit.host.clients;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the programs and libraries that the tests ask is there. */
final class Installed {
    private Installed() {}

    /** Ends a test that cannot be tried: it is skipped, or fails where everything has to be there. */
    static void cannotTry(String reason) {
        if ("required".equals(System.getenv("CITYKIT_CLIENTS"))) {
            fail(reason + "; .ci/run installs it");
        }
        abort(reason);
    }

    /** The first program that is on no path, in words. */
    static Optional<String> missingProgram(String... programs) {
        return Stream.of(programs)
                .filter(program -> find(program).isEmpty())
                .findFirst()
                .map(program -> program + " is not installed");
    }

    /** The first library of Node that is not there, in words. */
    static Optional<String> missingModule(String... names) {
        return Stream.of(names)
                .filter(name -> !Files.isDirectory(modules().resolve(name)))
                .findFirst()
                .map(name -> "npm's " + name + " is not in " + modules());
    }

    /** Where the libraries of Node are. */
    static Path modules() {
        return Path.of(System.getProperty("citykit.clients", ".ci/clients"), "node_modules")
                .toAbsolutePath();
    }

    /** Where a program is. */
    static Optional<Path> find(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
