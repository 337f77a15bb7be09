package org.citykit.cap;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CAP 1.2 message (§3.2.1).
 *
 * <p>Two blocks of information in different languages are two info blocks. Every message has an identifier of its own, also
 * one that updates or cancels another; see {@link FollowUp}.
 *
 * @param identifier unique for its sender
 * @param sender a globally unique name, such as a domain or mail address
 * @param sent when it was sent, in whole seconds
 * @param status for real, exercise, test
 * @param messageType what it does to earlier messages (msgType)
 * @param source person or device behind the sender
 * @param scope for whom
 * @param restriction the rule of a restricted scope
 * @param addresses recipients of a private message, unquoted
 * @param codes handling codes, such as the names of profiles
 * @param note purpose or significance, not for the public
 * @param references earlier messages this one speaks of
 * @param incidents names of incidents, unquoted
 * @param infos what it says, one block per language
 */
public record Alert(
        String identifier,
        String sender,
        OffsetDateTime sent,
        AlertStatus status,
        MessageType messageType,
        Optional<String> source,
        Scope scope,
        Optional<String> restriction,
        List<String> addresses,
        List<String> codes,
        Optional<String> note,
        List<Reference> references,
        List<String> incidents,
        List<Info> infos) {

    /** Copies the parts in their clean form. */
    public Alert {
        identifier = Wording.required(identifier, "identifier");
        sender = Wording.required(sender, "sender");
        sent = CapTime.normalize(sent);
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(messageType, "messageType");
        Objects.requireNonNull(scope, "scope");
        source = Wording.optional(source, "source");
        restriction = Wording.optional(restriction, "restriction");
        addresses = Group.members(addresses, "addresses");
        codes = Wording.each(codes, "code");
        note = Wording.optional(note, "note");
        references = List.copyOf(references);
        incidents = Group.members(incidents, "incidents");
        infos = List.copyOf(infos);
    }

    /**
     * Begins an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins one that holds what this one holds.
     *
     * @return a builder; changing it does not change this value
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.identifier = identifier;
        builder.sender = sender;
        builder.sent = sent;
        builder.status = status;
        builder.messageType = messageType;
        builder.source = source;
        builder.scope = scope;
        builder.restriction = restriction;
        builder.addresses = addresses;
        builder.codes = codes;
        builder.note = note;
        builder.references = references;
        builder.incidents = incidents;
        builder.infos = infos;
        return builder;
    }

    /**
     * Tells whether the message may be acted on by everyone.
     *
     * @return true for {@link AlertStatus#ACTUAL} only
     */
    public boolean isActual() {
        return status == AlertStatus.ACTUAL;
    }

    /** Collects the parts; confined to one thread. */
    public static final class Builder {
        private @Nullable String identifier;
        private @Nullable String sender;
        private @Nullable OffsetDateTime sent;
        private @Nullable AlertStatus status;
        private @Nullable MessageType messageType;
        private Optional<String> source = Optional.empty();
        private @Nullable Scope scope;
        private Optional<String> restriction = Optional.empty();
        private List<String> addresses = List.of();
        private List<String> codes = List.of();
        private Optional<String> note = Optional.empty();
        private List<Reference> references = List.of();
        private List<String> incidents = List.of();
        private List<Info> infos = List.of();

        private Builder() {}

        /**
         * Sets the identifier, fresh for each message of a sender; required.
         *
         * @param identifier the value
         * @return this builder
         */
        public Builder identifier(String identifier) {
            this.identifier = identifier;
            return this;
        }

        /**
         * Sets the sender; required.
         *
         * @param sender the value
         * @return this builder
         */
        public Builder sender(String sender) {
            this.sender = sender;
            return this;
        }

        /**
         * Sets the time of sending; required.
         *
         * @param sent the value
         * @return this builder
         */
        public Builder sent(OffsetDateTime sent) {
            this.sent = sent;
            return this;
        }

        /**
         * Sets the status; required.
         *
         * @param status the value
         * @return this builder
         */
        public Builder status(AlertStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the type; required.
         *
         * @param messageType the value
         * @return this builder
         */
        public Builder messageType(MessageType messageType) {
            this.messageType = messageType;
            return this;
        }

        /**
         * Sets the particular source.
         *
         * @param source the value
         * @return this builder
         */
        public Builder source(String source) {
            this.source = Optional.of(source);
            return this;
        }

        /**
         * Sets the scope; required.
         *
         * @param scope the value
         * @return this builder
         */
        public Builder scope(Scope scope) {
            this.scope = scope;
            return this;
        }

        /**
         * Sets the rule of a restricted scope.
         *
         * @param restriction the value
         * @return this builder
         */
        public Builder restriction(String restriction) {
            this.restriction = Optional.of(restriction);
            return this;
        }

        /**
         * Replaces the recipients of a private message.
         *
         * @param addresses in the order they shall stand
         * @return this builder
         */
        public Builder addresses(List<String> addresses) {
            this.addresses = List.copyOf(addresses);
            return this;
        }

        /**
         * Replaces the handling codes, such as profile names.
         *
         * @param codes in the order they shall stand
         * @return this builder
         */
        public Builder codes(List<String> codes) {
            this.codes = List.copyOf(codes);
            return this;
        }

        /**
         * Sets the note, not meant for the public.
         *
         * @param note the value
         * @return this builder
         */
        public Builder note(String note) {
            this.note = Optional.of(note);
            return this;
        }

        /**
         * Replaces the earlier messages this one speaks of.
         *
         * @param references in the order they shall stand
         * @return this builder
         */
        public Builder references(List<Reference> references) {
            this.references = List.copyOf(references);
            return this;
        }

        /**
         * Replaces the names of the incidents.
         *
         * @param incidents in the order they shall stand
         * @return this builder
         */
        public Builder incidents(List<String> incidents) {
            this.incidents = List.copyOf(incidents);
            return this;
        }

        /**
         * Replaces the info blocks, one per language.
         *
         * @param infos in the order they shall stand
         * @return this builder
         */
        public Builder infos(List<Info> infos) {
            this.infos = List.copyOf(infos);
            return this;
        }

        /**
         * Makes the value.
         *
         * @return a new value
         * @throws CapValueException when a required part is missing or a part can never be legal
         */
        public Alert build() {
            return new Alert(
                    Required.value(identifier, "identifier"),
                    Required.value(sender, "sender"),
                    Required.value(sent, "sent"),
                    Required.value(status, "status"),
                    Required.value(messageType, "msgType"),
                    source,
                    Required.value(scope, "scope"),
                    restriction,
                    addresses,
                    codes,
                    note,
                    references,
                    incidents,
                    infos);
        }
    }
}
