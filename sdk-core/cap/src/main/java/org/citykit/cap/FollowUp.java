package org.citykit.cap;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares the message that follows another: the caller gives a fresh identifier and the time, references come out right.
 *
 * <p>A follow-up keeps sender, source, status, scope, restriction, addresses, codes, note and incidents of the message before it, so
 * that an exercise stays an exercise. It refers to that message and to all the message itself referred to, as national
 * profiles ask. The builder returned may be changed at will before {@link Alert.Builder#build()}.
 */
public final class FollowUp {
    private FollowUp() {}

    /**
     * Prepares an update, which supersedes the earlier message (CAP 1.2 §3.2.1 msgType Update).
     *
     * @param previous the message before
     * @param identifier a fresh one
     * @param sent when the update is sent, not before the previous message
     * @return a builder with the previous info blocks, to be replaced by what now holds
     * @throws CapValueException when the identifier is used already, the time runs backwards, or the previous message cannot
     *     be referred to
     */
    public static Alert.Builder update(Alert previous, String identifier, OffsetDateTime sent) {
        return follow(previous, identifier, sent).messageType(MessageType.UPDATE);
    }

    /**
     * Prepares a cancellation, which takes the earlier message back (CAP 1.2 §3.2.1 msgType Cancel).
     *
     * @param previous the message before
     * @param identifier a fresh one
     * @param sent when the cancellation is sent, not before the previous message
     * @return a builder whose info blocks keep language, event, codes and areas, and have urgency Past; old texts, times,
     *     parameters and resources are gone, so that no outdated instruction is repeated
     * @throws CapValueException as for {@link #update}
     */
    public static Alert.Builder cancel(Alert previous, String identifier, OffsetDateTime sent) {
        return follow(previous, identifier, sent)
                .messageType(MessageType.CANCEL)
                .infos(over(previous.infos(), ResponseType.NONE));
    }

    /**
     * Prepares an all-clear: an update whose info blocks say that the event no longer threatens.
     *
     * @param previous the message before
     * @param identifier a fresh one
     * @param sent when the all-clear is sent, not before the previous message
     * @return a builder whose info blocks keep language, event, codes and areas, and have responseType AllClear and urgency
     *     Past; old texts, times, parameters and resources are gone
     * @throws CapValueException as for {@link #update}
     */
    public static Alert.Builder allClear(Alert previous, String identifier, OffsetDateTime sent) {
        return follow(previous, identifier, sent)
                .messageType(MessageType.UPDATE)
                .infos(over(previous.infos(), ResponseType.ALL_CLEAR));
    }

    private static Alert.Builder follow(Alert previous, String identifier, OffsetDateTime sent) {
        Set<Reference> references = new LinkedHashSet<>(previous.references());
        references.add(Reference.to(previous));
        if (references.stream().anyMatch(r -> r.identifier().equals(identifier))) {
            throw new CapValueException(
                    FindingCode.REFERENCE_TO_SELF,
                    "The identifier '" + identifier + "' is used by an earlier message.");
        }
        if (sent.isBefore(previous.sent())) {
            throw new CapValueException(
                    FindingCode.REFERENCE_FROM_LATER,
                    "The follow-up of " + CapTime.format(sent) + " is older than the message of "
                            + CapTime.format(previous.sent()) + ".");
        }
        return previous.toBuilder().identifier(identifier).sent(sent).references(List.copyOf(references));
    }

    private static List<Info> over(List<Info> infos, ResponseType response) {
        return infos.stream().map(info -> over(info, response)).toList();
    }

    private static Info over(Info info, ResponseType response) {
        return new Info(
                info.language(),
                info.categories(),
                info.event(),
                List.of(response),
                Urgency.PAST,
                info.severity(),
                info.certainty(),
                info.audience(),
                info.eventCodes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                info.senderName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                info.contact(),
                List.of(),
                List.of(),
                info.areas());
    }
}
