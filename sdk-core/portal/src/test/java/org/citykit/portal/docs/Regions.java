package org.citykit.portal.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of tested files that pages show. A region begins with {@code // region name} or {@code # region name} on a
 * line of its own, ends with {@code // endregion}, and is called by its file's name and its own: {@code Embedding.open}.
 */
final class Regions {
    private static final Pattern BEGIN = Pattern.compile("\\s*(?://|#) region (\\S+)");
    private static final Pattern END = Pattern.compile("\\s*(?://|#) endregion");

    private final Map<String, String> texts = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Regions() {}

    /** All regions of tests, of their resources, and of the portals that the distribution brings. */
    static Regions ofProject() {
        Regions regions = new Regions();
        Stream.of("sdk-api", "sdk-core", "sdk-testkit", "plugins", "sample-host")
                .flatMap(room -> Stream.of(".java", ".yaml")
                        .flatMap(
                                ending -> ProjectFiles.below(ProjectFiles.root().resolve(room), ending).stream()))
                .filter(file -> file.toString().replace('\\', '/').matches(".*/src/(test|main/dist)/.*"))
                .forEach(regions::add);
        return regions;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** What is wrong with the markers. */
    List<String> faults() {
        return faults;
    }

    private void add(Path file) {
        String fileName = file.getFileName().toString();
        String base = fileName.substring(0, fileName.lastIndexOf('.'));
        Optional<String> open = Optional.empty();
        List<String> content = new ArrayList<>();
        for (String line : ProjectFiles.lines(file)) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                if (open.isPresent()) {
                    faults.add(file + ": region " + begin.group(1) + " begins inside of " + open.get());
                }
                open = Optional.of(base + "." + begin.group(1));
                content.clear();
            } else if (END.matcher(line).matches() && open.isPresent()) {
                if (texts.put(open.get(), String.join("\n", content).stripIndent()) != null) {
                    faults.add(file + ": region " + open.get() + " is there twice");
                }
                open = Optional.empty();
            } else {
                content.add(line);
            }
        }
        open.ifPresent(name -> faults.add(file + ": region " + name + " does not end"));
    }
}
