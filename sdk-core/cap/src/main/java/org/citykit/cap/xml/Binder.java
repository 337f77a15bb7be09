package org.citykit.cap.xml;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citykit.cap.Alert;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Area;
import org.citykit.cap.CapDecimal;
import org.citykit.cap.CapValueException;
import org.citykit.cap.Category;
import org.citykit.cap.Certainty;
import org.citykit.cap.Circle;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Group;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.Polygon;
import org.citykit.cap.Reference;
import org.citykit.cap.Resource;
import org.citykit.cap.ResponseType;
import org.citykit.cap.Scope;
import org.citykit.cap.Severity;
import org.citykit.cap.Urgency;
import org.citykit.cap.check.PartPaths;

/** Makes values of a tree; what lacks a required part is left out, as the findings then say. */
final class Binder {
    /** RFC 2046 §4.5.1: what is not known to be anything else; older versions need not name a type. */
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final int LONGEST_SIZE = 18;

    private final CapVersion version;
    private final Findings findings;
    private final Times times;
    private final PartPaths paths = new PartPaths();

    Binder(CapVersion version, Findings findings) {
        this.version = version;
        this.findings = findings;
        this.times = new Times(findings);
    }

    PartPaths paths() {
        return paths;
    }

    List<Info> infos(Node alert) {
        List<Info> infos = new ArrayList<>();
        for (Node node : alert.children("info")) {
            info(new Fields(node, version, findings)).ifPresent(info -> {
                paths.put(info, node.path());
                infos.add(info);
            });
        }
        return infos;
    }

    Optional<Alert> alert(Node node, List<Info> infos) {
        Fields fields = new Fields(node, version, findings);
        Optional<String> identifier = fields.required("identifier");
        Optional<String> sender = fields.required("sender");
        Optional<OffsetDateTime> sent = times.read(fields, "sent");
        Optional<AlertStatus> status = fields.word(AlertStatus.class, "status");
        Optional<MessageType> type = fields.word(MessageType.class, "msgType");
        Optional<Scope> scope = fields.word(Scope.class, "scope");
        Alert.Builder rest = Alert.builder()
                .codes(fields.texts("code"))
                .addresses(fields.optional("addresses", Group::parse).orElse(List.of()))
                .incidents(fields.optional("incidents", Group::parse).orElse(List.of()))
                .references(references(fields))
                .infos(infos);
        fields.text("source").ifPresent(rest::source);
        fields.text("restriction").ifPresent(rest::restriction);
        fields.text("note").ifPresent(rest::note);
        if (identifier.isEmpty() || sender.isEmpty() || sent.isEmpty()) {
            return Optional.empty();
        }
        if (status.isEmpty() || type.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        return fields.make(() -> rest.identifier(identifier.get())
                .sender(sender.get())
                .sent(sent.get())
                .status(status.get())
                .messageType(type.get())
                .scope(scope.get())
                .build());
    }

    private List<Reference> references(Fields fields) {
        List<Reference> references = new ArrayList<>();
        Optional<Node> node = fields.node().child("references");
        if (node.isEmpty()) {
            return references;
        }
        for (String triplet : fields.optional("references", Binder::words).orElse(List.of())) {
            try {
                references.add(Reference.parse(triplet));
            } catch (CapValueException e) {
                findings.add(e.code(), node.get(), e.problem());
            }
        }
        return references;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[ \t\n]", -1))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private Optional<Info> info(Fields fields) {
        List<Category> categories = fields.words(Category.class, "category");
        Optional<String> event = fields.required("event");
        Optional<Urgency> urgency = fields.word(Urgency.class, "urgency");
        Optional<Severity> severity = fields.word(Severity.class, "severity");
        Optional<Certainty> certainty = fields.certainty();
        Info.Builder rest = Info.builder()
                .categories(categories)
                .responseTypes(fields.words(ResponseType.class, "responseType"))
                .eventCodes(fields.pairs("eventCode"))
                .parameters(fields.pairs("parameter"))
                .resources(resources(fields))
                .areas(areas(fields));
        texts(fields, rest);
        times(fields, rest);
        if (categories.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        if (urgency.isEmpty() || severity.isEmpty() || certainty.isEmpty()) {
            return Optional.empty();
        }
        return fields.make(() -> rest.event(event.get())
                .urgency(urgency.get())
                .severity(severity.get())
                .certainty(certainty.get())
                .build());
    }

    private static void texts(Fields fields, Info.Builder info) {
        fields.language().ifPresent(info::language);
        fields.text("audience").ifPresent(info::audience);
        fields.text("senderName").ifPresent(info::senderName);
        fields.text("headline").ifPresent(info::headline);
        fields.text("description").ifPresent(info::description);
        fields.text("instruction").ifPresent(info::instruction);
        fields.text("web").ifPresent(info::web);
        fields.text("contact").ifPresent(info::contact);
    }

    private void times(Fields fields, Info.Builder info) {
        times.read(fields, "effective").ifPresent(info::effective);
        times.read(fields, "onset").ifPresent(info::onset);
        times.read(fields, "expires").ifPresent(info::expires);
    }

    private List<Resource> resources(Fields info) {
        List<Resource> resources = new ArrayList<>();
        for (Node node : info.node().children("resource")) {
            resource(info.of(node)).ifPresent(resource -> {
                paths.put(resource, node.path());
                resources.add(resource);
            });
        }
        return resources;
    }

    private Optional<Resource> resource(Fields fields) {
        Optional<String> description = fields.required("resourceDesc");
        Optional<String> mimeType = fields.required("mimeType");
        Resource.Builder rest = Resource.builder();
        fields.form("size", Binder::size).ifPresent(rest::size);
        fields.text("uri").ifPresent(rest::uri);
        fields.text("derefUri").ifPresent(rest::derefUri);
        fields.text("digest").ifPresent(rest::digest);
        if (mimeType.isEmpty() && version != CapVersion.V1_2) {
            mimeType = Optional.of(UNKNOWN_TYPE);
        }
        if (description.isEmpty() || mimeType.isEmpty()) {
            return Optional.empty();
        }
        rest.description(description.get()).mimeType(mimeType.get());
        return fields.make(rest::build);
    }

    private static Long size(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean whole = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!whole || digits.length() > LONGEST_SIZE) {
            throw new CapValueException(
                    FindingCode.NUMBER_MALFORMED,
                    "'" + (text.length() > 80 ? text.substring(0, 77) + "..." : text) + "' is no number of bytes.");
        }
        return Long.valueOf(digits);
    }

    private List<Area> areas(Fields info) {
        List<Area> areas = new ArrayList<>();
        for (Node node : info.node().children("area")) {
            area(info.of(node)).ifPresent(area -> {
                paths.put(area, node.path());
                areas.add(area);
            });
        }
        return areas;
    }

    private Optional<Area> area(Fields fields) {
        Optional<String> description = fields.required("areaDesc");
        Area.Builder rest = Area.builder()
                .polygons(polygons(fields))
                .circles(fields.each("circle", Circle::parse))
                .geocodes(fields.pairs("geocode"));
        fields.form("altitude", CapDecimal::parse).ifPresent(rest::altitude);
        fields.form("ceiling", CapDecimal::parse).ifPresent(rest::ceiling);
        return description.flatMap(d -> fields.make(() -> rest.description(d).build()));
    }

    private List<Polygon> polygons(Fields area) {
        List<Polygon> polygons = new ArrayList<>();
        for (Node node : area.node().children("polygon")) {
            area.of(node).own(Polygon::parse).ifPresent(polygon -> {
                paths.put(polygon, node.path());
                polygons.add(polygon);
            });
        }
        return polygons;
    }
}
