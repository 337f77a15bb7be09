package org.citykit.api.crisis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * A message written before the emergency, with parameters to fill in.
 *
 * @param id names the message within the playbook
 * @param phase when it is said
 * @param audience to whom
 * @param channels through what
 * @param hazard how bad, how soon and how sure
 * @param headline one line, in Unicode MessageFormat 2 (LDML 47 part 9), in every language of the message
 * @param body what has happened and what it means, in MessageFormat 2
 * @param instruction what to do, in MessageFormat 2
 * @param parameters what must be filled in
 * @param revision the version of the original text, from 1
 * @param translatedFrom of each translation, the version of the original it renders; a lower one is stale
 * @since 1.0
 */
public record MessageTemplate(
        String id,
        Phase phase,
        Audience audience,
        Set<ChannelKind> channels,
        Hazard hazard,
        Text headline,
        Text body,
        Text instruction,
        List<Parameter> parameters,
        int revision,
        Map<String, Integer> translatedFrom) {
    public MessageTemplate {
        Check.id("id", id);
        Check.present("phase", phase);
        Check.present("audience", audience);
        channels = Set.copyOf(Check.list("channels", channels));
        Check.present("hazard", hazard);
        Check.present("headline", headline);
        Check.present("body", body);
        Check.present("instruction", instruction);
        parameters = Check.distinct("parameters", parameters, Parameter::name);
        Check.between("revision", revision, 1, Integer.MAX_VALUE);
        translatedFrom = Map.copyOf(Check.present("translatedFrom", translatedFrom));
    }
}
