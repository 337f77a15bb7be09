package org.citykit.crisis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;

/** What an alert is to say: a message of a playbook with its parameters, or free words. */
public sealed interface Wording {
    /**
     * A message written before the emergency.
     *
     * @param playbook the {@link PlaybookEntry#id}
     * @param message the id of the message within it
     * @param parameters a value for each parameter, by its name; missing and null values are refused when it is rendered
     */
    record Prepared(String playbook, String message, Map<String, String> parameters) implements Wording {
        public Prepared {
            Given.present("playbook", playbook);
            Given.present("message", message);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(Given.present("parameters", parameters)));
        }
    }

    /**
     * Words found in the emergency itself, complete and in every language of the portal.
     *
     * @param emergency what has happened
     * @param phase when in the emergency it is said
     * @param audience to whom
     * @param hazard how bad, how soon and how sure
     * @param headline one line
     * @param body what has happened and what it means
     * @param instruction what to do
     */
    record Free(
            EmergencyType emergency,
            Phase phase,
            Audience audience,
            Hazard hazard,
            Text headline,
            Text body,
            Text instruction)
            implements Wording {
        public Free {
            Given.present("emergency", emergency);
            Given.present("phase", phase);
            Given.present("audience", audience);
            Given.present("hazard", hazard);
            Given.present("headline", headline);
            Given.present("body", body);
            Given.present("instruction", instruction);
        }
    }
}
