package org.citykit.api.crisis;

import java.util.List;
import java.util.Set;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * What a city has written down for one type of emergency: who does what when, and what is said.
 *
 * @param id the same at every fetch
 * @param emergency what for
 * @param title what it is called
 * @param guidance when and how to speak with residents and media
 * @param channels through what people hear
 * @param roles who has a duty
 * @param steps what to do, in order
 * @param messages what is said
 * @param intermediaries who carries messages and brings back concerns
 * @param provenance who wrote it
 * @since 1.0
 */
public record Playbook(
        String id,
        EmergencyType emergency,
        Text title,
        Text guidance,
        Set<ChannelKind> channels,
        List<Role> roles,
        List<Step> steps,
        List<MessageTemplate> messages,
        List<Text> intermediaries,
        Provenance provenance)
        implements Item {
    public Playbook {
        Check.id("id", id);
        Check.present("emergency", emergency);
        Check.present("title", title);
        Check.present("guidance", guidance);
        channels = Set.copyOf(Check.list("channels", channels));
        List<Role> known = Check.distinct("roles", roles, Role::id);
        roles = known;
        steps = Check.distinct("steps", steps, Step::id);
        steps.forEach(step -> {
            if (known.stream().noneMatch(role -> role.id().equals(step.role()))) {
                throw new InvalidValueException(
                        "steps",
                        "has \"" + step.id() + "\" for the role \"" + step.role() + "\", which is not in 'roles'");
            }
        });
        messages = Check.distinct("messages", messages, MessageTemplate::id);
        intermediaries = Check.list("intermediaries", intermediaries);
        Check.present("provenance", provenance);
    }
}
