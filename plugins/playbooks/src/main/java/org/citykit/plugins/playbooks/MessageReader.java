package org.citykit.plugins.playbooks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;

/** Reads a message with the parameters that its playbook declares. */
final class MessageReader {
    private final Kind<Text> text;
    private final Map<String, Parameter> declared;

    /**
     * @param text what a text must be
     * @param declared the usable parameters of the playbook, by name
     */
    MessageReader(Kind<Text> text, Map<String, Parameter> declared) {
        this.text = text;
        this.declared = declared;
    }

    Optional<MessageTemplate> read(Section section, Complaints own) {
        Optional<String> id = section.required("id", Kinds.word());
        Optional<Phase> phase = section.required("phase", Kinds.constant(Phase.class));
        Optional<Audience> audience = section.required("audience", Kinds.constant(Audience.class));
        Optional<List<ChannelKind>> channels =
                section.required("channels", Kinds.list(Kinds.constant(ChannelKind.class)));
        Optional<Hazard> hazard = section.required("hazard", MessageReader::hazard);
        Optional<Text> headline = section.required("headline", text);
        Optional<Text> body = section.required("body", text);
        Optional<Text> instruction = section.required("instruction", text);
        List<Parameter> parameters = parameters(section);
        long revision = section.optional("revision", Kinds.number()).orElse(1L);
        Map<String, Integer> translated = translations(section, own, headline, revision);
        headline.ifPresent(first -> {
            sameLanguages(first, body, section.at("body"), own);
            sameLanguages(first, instruction, section.at("instruction"), own);
        });
        return section.make(() -> new MessageTemplate(
                id.orElseThrow(),
                phase.orElseThrow(),
                audience.orElseThrow(),
                new HashSet<>(channels.orElseThrow()),
                hazard.orElseThrow(),
                headline.orElseThrow(),
                body.orElseThrow(),
                instruction.orElseThrow(),
                parameters,
                (int) revision,
                translated));
    }

    private static Optional<Hazard> hazard(YamlNode node, Complaints own) {
        return Section.of(node, own).flatMap(section -> {
            Optional<Hazard.Urgency> urgency = section.required("urgency", Kinds.constant(Hazard.Urgency.class));
            Optional<Hazard.Severity> severity = section.required("severity", Kinds.constant(Hazard.Severity.class));
            Optional<Hazard.Certainty> certainty =
                    section.required("certainty", Kinds.constant(Hazard.Certainty.class));
            return section.make(
                    () -> new Hazard(urgency.orElseThrow(), severity.orElseThrow(), certainty.orElseThrow()));
        });
    }

    private List<Parameter> parameters(Section section) {
        Kind<Parameter> named =
                (node, complaints) -> Kinds.word().read(node, complaints).flatMap(name -> {
                    Optional<Parameter> parameter = Optional.ofNullable(declared.get(name));
                    if (parameter.isEmpty()) {
                        complaints.fault(
                                node.at(), "names \"" + name + "\", which is not a usable one of 'parameters'");
                    }
                    return parameter;
                });
        return section.optional("parameters", Kinds.list(named)).orElseGet(ArrayList::new);
    }

    /** What each translation renders: what is written, or the first revision. */
    private static Map<String, Integer> translations(
            Section section, Complaints own, Optional<Text> headline, long revision) {
        if (revision < 1 || revision > Integer.MAX_VALUE) {
            own.fault(section.at("revision"), "'revision' must be 1 or more");
            return Map.of();
        }
        Map<String, Integer> written = new HashMap<>();
        section.members("translated-from")
                .forEach((tag, entry) -> Kinds.number().read(entry.value(), own).ifPresent(version -> {
                    if (version < 1 || version > revision) {
                        own.fault(entry.value().at(), "must be a revision from 1 to " + revision);
                    }
                    written.put(tag, version.intValue());
                }));
        Map<String, Integer> all = new HashMap<>();
        headline.ifPresent(text -> text.tags().stream().skip(1).forEach(tag -> {
            Integer version = written.remove(tag);
            if (version == null && revision > 1) {
                own.fault(
                        section.at("translated-from"),
                        "'translated-from' must say which revision '" + tag + "' renders");
            }
            all.put(tag, version == null ? 1 : version);
        }));
        written.keySet()
                .forEach(tag ->
                        own.fault(section.at("translated-from"), "'" + tag + "' is no translation of this message"));
        return all;
    }

    private static void sameLanguages(Text headline, Optional<Text> other, Position at, Complaints own) {
        other.filter(text -> !new HashSet<>(text.tags()).equals(new HashSet<>(headline.tags())))
                .ifPresent(text -> own.fault(
                        at, "is in " + text.tags() + ", but the headline is in " + headline.tags() + "; translate it"));
    }
}
