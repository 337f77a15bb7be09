package org.citykit.api.crisis;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Audience;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Item;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * What a city says in an emergency, complete and without holes; once published it never changes. An update, correction,
 * cancellation or all-clear is a new alert that refers to the earlier ones.
 *
 * @param id unique for ever; no white space, comma, {@code <} or {@code &} (CAP 1.2 §3.2.1)
 * @param nature real or exercise
 * @param message what it does to earlier alerts
 * @param emergency what has happened
 * @param phase when in the emergency it is said
 * @param audience to whom
 * @param hazard how bad, how soon and how sure
 * @param headline one line, in every language of the alert
 * @param body what has happened and what it means
 * @param instruction what to do
 * @param areas where it holds; at least one
 * @param sent when it was published
 * @param expires when it no longer holds, after {@code sent}
 * @param sender who says it, as shown to people
 * @param web where to read more
 * @param references the ids of the earlier alerts that it updates, cancels or clears
 * @param playbook the playbook it was made from, or empty
 * @since 1.0
 */
public record Alert(
        String id,
        Nature nature,
        Message message,
        EmergencyType emergency,
        Phase phase,
        Audience audience,
        Hazard hazard,
        Text headline,
        Text body,
        Text instruction,
        List<Area> areas,
        Instant sent,
        Instant expires,
        Text sender,
        Optional<URI> web,
        List<String> references,
        String playbook)
        implements Item {
    /** Real or exercise. */
    public enum Nature {
        /** For everybody to act on. */
        ACTUAL,
        /** An exercise; must never reach a live channel. */
        EXERCISE
    }

    /** What an alert does to earlier ones. */
    public enum Message {
        /** The first. */
        ALERT,
        /** Replaces earlier ones. */
        UPDATE,
        /** Takes earlier ones back. */
        CANCEL,
        /** Says that the danger of earlier ones is over. */
        ALL_CLEAR
    }

    public Alert {
        Check.id("id", id);
        if (id.chars().anyMatch(c -> c == ',' || c == '<' || c == '&')) {
            throw new InvalidValueException("id", "must not contain a comma, < or &, but is \"" + id + "\"");
        }
        Check.present("nature", nature);
        Check.present("message", message);
        Check.present("emergency", emergency);
        Check.present("phase", phase);
        Check.present("audience", audience);
        Check.present("hazard", hazard);
        Check.present("headline", headline);
        Check.present("body", body);
        Check.present("instruction", instruction);
        areas = Check.list("areas", areas);
        Check.between("areas.size", areas.size(), 1, 1_000);
        if (!Check.present("expires", expires).isAfter(Check.present("sent", sent))) {
            throw new InvalidValueException("expires", "must be after " + sent + ", but is " + expires);
        }
        Check.present("sender", sender);
        Check.present("web", web);
        references = Check.list("references", references);
        if ((message == Message.ALERT) != references.isEmpty()) {
            throw new InvalidValueException(
                    "references", "must be given for an update, cancellation or all-clear and for nothing else");
        }
        Check.note("playbook", playbook);
    }
}
