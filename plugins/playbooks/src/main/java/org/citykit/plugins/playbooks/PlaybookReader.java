package org.citykit.plugins.playbooks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.crisis.Role;
import org.citykit.api.crisis.Step;

/** Reads a playbook from a file's node. Confined to one file. */
final class PlaybookReader {
    private final Complaints complaints;
    private final Kind<Text> text;
    private final PlaybooksSettings settings;

    /**
     * @param complaints those of the file
     * @param languages the portal's
     * @param settings the module's
     */
    PlaybookReader(Complaints complaints, List<Locale> languages, PlaybooksSettings settings) {
        this.complaints = complaints;
        this.text = Kinds.text(languages);
        this.settings = settings;
    }

    Optional<Playbook> read(YamlNode file) {
        return Section.of(file, complaints).flatMap(this::playbook);
    }

    private Optional<Playbook> playbook(Section section) {
        Optional<String> id = section.required("id", Kinds.word());
        Optional<EmergencyType> emergency = section.required("emergency", Kinds.constant(EmergencyType.class));
        Optional<Text> title = section.required("title", text);
        Optional<Text> guidance = section.required("guidance", text);
        Set<ChannelKind> channels = channels(section);
        Optional<Provenance> provenance = provenance(section);

        Parts parts = new Parts(section, complaints);
        List<Role> roles = parts.read("roles", Role::id, this::role);
        List<Step> steps = parts.read("steps", Step::id, (part, own) -> step(part, own, roles));
        List<Text> intermediaries = section.optional(
                        "intermediaries", (node, ignored) -> Kinds.list(text).read(node, complaints.apart()))
                .orElseGet(List::of);
        MessageReader messages = new MessageReader(text, parameters(section));
        List<MessageTemplate> templates = parts.read("messages", MessageTemplate::id, messages::read);

        return section.make(() -> new Playbook(
                id.orElseThrow(),
                emergency.orElseThrow(),
                title.orElseThrow(),
                guidance.orElseThrow(),
                channels,
                roles,
                steps,
                templates,
                intermediaries,
                provenance.orElseThrow()));
    }

    private Set<ChannelKind> channels(Section section) {
        Kind<List<ChannelKind>> list = Kinds.list(Kinds.constant(ChannelKind.class));
        List<ChannelKind> channels = section.required(
                        "channels", (node, ignored) -> list.read(node, complaints.apart()))
                .orElseGet(List::of);
        if (channels.isEmpty()) {
            complaints.fault(section.at("channels"), "'channels' must name at least one channel");
        }
        return new HashSet<>(channels);
    }

    private Optional<Provenance> provenance(Section section) {
        Optional<Text> own = section.optional("source", text);
        if (own.isPresent()) {
            return own.map(Provenance::of);
        }
        if (settings.source().isEmpty()) {
            complaints.fault(section.at("source"), "'source' is missing; give it here or in the module's settings");
        }
        return settings.source()
                .map(source -> new Provenance(
                        source,
                        settings.sourceAddress(),
                        Optional.empty(),
                        settings.licence().orElse("")));
    }

    private Optional<Role> role(Section section, Complaints own) {
        Optional<String> id = section.required("id", Kinds.word());
        Optional<Role.Duty> duty = section.required("duty", Kinds.constant(Role.Duty.class));
        Optional<Text> title = section.required("title", text);
        return section.make(() -> new Role(id.orElseThrow(), duty.orElseThrow(), title.orElseThrow()));
    }

    private Optional<Step> step(Section section, Complaints own, List<Role> roles) {
        Optional<String> id = section.required("id", Kinds.word());
        Optional<Phase> phase = section.required("phase", Kinds.constant(Phase.class));
        Optional<String> role = section.required("role", Kinds.word());
        Optional<Text> task = section.required("task", text);
        Optional<java.time.Duration> within = section.optional("within", Kinds.duration());
        role.filter(name -> roles.stream().noneMatch(known -> known.id().equals(name)))
                .ifPresent(name -> own.fault(
                        section.at("role"), "'role' names \"" + name + "\", which is not a usable one of 'roles'"));
        return section.make(
                () -> new Step(id.orElseThrow(), phase.orElseThrow(), task.orElseThrow(), role.orElseThrow(), within));
    }

    private java.util.Map<String, Parameter> parameters(Section section) {
        java.util.Map<String, Parameter> declared = new java.util.LinkedHashMap<>();
        section.members("parameters").forEach((name, entry) -> {
            Complaints own = complaints.apart();
            Section.of(entry.value(), own)
                    .flatMap(part -> new ParameterReader(text).read(name, part, own))
                    .ifPresent(parameter -> declared.put(name, parameter));
        });
        return declared;
    }
}
