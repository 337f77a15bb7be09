package org.citykit.cap.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.cap.Alert;
import org.citykit.cap.Finding;
import org.citykit.cap.Finding.Position;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Info;
import org.citykit.cap.check.CapCheck;

/**
 * Reads CAP messages from sources that are not trusted.
 *
 * <p>A document type declaration is refused, nothing is ever fetched, and size, count, depth and text length are limited.
 * Whatever is wrong becomes a {@link Finding}; no input makes the reader throw. Elements the standard does not know are
 * reported and left out. CAP 1.0 and 1.1 are read as 1.2 as far as they share its shape. XML signatures are counted, not
 * verified. Thread-safe.
 */
public final class CapReader {
    private final CapLimits limits;

    /** A reader with {@link CapLimits#DEFAULT}. */
    public CapReader() {
        this(CapLimits.DEFAULT);
    }

    /**
     * A reader with limits of its own.
     *
     * @param limits how much it takes
     */
    public CapReader(CapLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one message; the stream is read to its end or one byte beyond the limit, and not closed.
     *
     * @param stream an XML document in any encoding XML allows
     * @return what was read and found
     * @throws IOException when the stream itself fails
     */
    public CapDocument read(InputStream stream) throws IOException {
        return read(stream.readNBytes(limits.bytes() == Integer.MAX_VALUE ? limits.bytes() : limits.bytes() + 1));
    }

    /**
     * Reads one message.
     *
     * @param document an XML document in any encoding XML allows
     * @return what was read and found
     */
    public CapDocument read(byte[] document) {
        if (document.length > limits.bytes()) {
            return refused(
                    Finding.of(FindingCode.TOO_LARGE, "/", "The document has more than " + limits.bytes() + " bytes."));
        }
        TreeReader reader = new TreeReader(limits);
        try {
            Node root = reader.read(document);
            Optional<CapVersion> version =
                    root.name().equals("alert") ? CapVersion.of(root.namespace()) : Optional.empty();
            if (version.isEmpty()) {
                return refused(Finding.of(
                                FindingCode.NOT_CAP,
                                "/" + root.name(),
                                "The root element is '" + root.name() + "' of '" + root.namespace() + "'.")
                        .at(root.position()));
            }
            return bind(root, version.get(), reader.signatures());
        } catch (Refusal refusal) {
            return refused(refusal.finding());
        }
    }

    private CapDocument bind(Node root, CapVersion version, int signatures) {
        Map<String, Position> places = new HashMap<>();
        root.locate("/alert", places);
        Findings findings = new Findings(limits.findings());
        if (version != CapVersion.V1_2) {
            findings.add(FindingCode.OLD_VERSION, root, "The message is in " + version.namespace() + ".");
        }
        Shape.of(version).check(root, findings);
        Binder binder = new Binder(version, findings);
        List<Info> infos = binder.infos(root);
        Optional<Alert> alert = binder.alert(root, infos);
        List<Finding> meaning = alert.isPresent()
                ? CapCheck.check(alert.get(), binder.paths())
                : infos.stream().flatMap(i -> apart(i, binder)).toList();
        meaning.stream()
                .filter(f -> !findings.explain(f.path()))
                .forEach(f -> findings.add(f.at(place(f.path(), places))));
        return new CapDocument(Optional.of(version), alert, findings.inOrder(), signatures);
    }

    private static Stream<Finding> apart(Info info, Binder binder) {
        return CapCheck.check(info, binder.paths().find(info).orElse("/alert/info"), binder.paths()).stream();
    }

    /** The place of an element, or of the nearest one around it where it is missing. */
    private static Position place(String path, Map<String, Position> places) {
        Position position = places.get(path);
        if (position != null) {
            return position;
        }
        Position first = places.get(path + "[1]");
        if (first != null) {
            return first;
        }
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? new Position(1, 1) : place(path.substring(0, slash), places);
    }

    private static CapDocument refused(Finding finding) {
        return new CapDocument(Optional.empty(), Optional.empty(), List.of(finding), 0);
    }
}
