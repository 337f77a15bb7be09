package org.citykit.cap;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in one language (CAP 1.2 §3.2.2).
 *
 * @param language a language tag; absent means {@code en-US}
 * @param categories at least one
 * @param event the event in words
 * @param responseTypes what is asked of the audience
 * @param urgency how soon
 * @param severity how bad
 * @param certainty how sure
 * @param audience whom it is for
 * @param eventCodes codes of the event, each with its system
 * @param effective absent means the time of sending
 * @param onset when the event begins
 * @param expires when the information ends
 * @param senderName who speaks, for people
 * @param headline one line
 * @param description what happens
 * @param instruction what to do
 * @param web an absolute address
 * @param contact whom to ask
 * @param parameters own values of a system
 * @param resources pictures, sounds, files
 * @param areas where
 */
public record Info(
        Optional<String> language,
        List<Category> categories,
        String event,
        List<ResponseType> responseTypes,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        Optional<String> audience,
        List<NamedValue> eventCodes,
        Optional<OffsetDateTime> effective,
        Optional<OffsetDateTime> onset,
        Optional<OffsetDateTime> expires,
        Optional<String> senderName,
        Optional<String> headline,
        Optional<String> description,
        Optional<String> instruction,
        Optional<String> web,
        Optional<String> contact,
        List<NamedValue> parameters,
        List<Resource> resources,
        List<Area> areas) {

    /** The language of a block that names none. */
    public static final String DEFAULT_LANGUAGE = "en-US";

    /** Copies the parts in their clean form. */
    public Info {
        language = language.map(LanguageTag::require);
        categories = List.copyOf(categories);
        if (categories.isEmpty()) {
            throw new CapValueException(FindingCode.ELEMENT_MISSING, "The info block has no category.");
        }
        event = Wording.required(event, "event");
        responseTypes = List.copyOf(responseTypes);
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(certainty, "certainty");
        audience = Wording.optional(audience, "audience");
        eventCodes = List.copyOf(eventCodes);
        effective = effective.map(CapTime::normalize);
        onset = onset.map(CapTime::normalize);
        expires = expires.map(CapTime::normalize);
        senderName = Wording.optional(senderName, "senderName");
        headline = Wording.optional(headline, "headline");
        description = Wording.optional(description, "description");
        instruction = Wording.optional(instruction, "instruction");
        web = Wording.optional(web, "web");
        contact = Wording.optional(contact, "contact");
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
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
        builder.language = language;
        builder.categories = categories;
        builder.event = event;
        builder.responseTypes = responseTypes;
        builder.urgency = urgency;
        builder.severity = severity;
        builder.certainty = certainty;
        builder.audience = audience;
        builder.eventCodes = eventCodes;
        builder.effective = effective;
        builder.onset = onset;
        builder.expires = expires;
        builder.senderName = senderName;
        builder.headline = headline;
        builder.description = description;
        builder.instruction = instruction;
        builder.web = web;
        builder.contact = contact;
        builder.parameters = parameters;
        builder.resources = resources;
        builder.areas = areas;
        return builder;
    }

    /**
     * The language the texts are in.
     *
     * @return the tag, {@link #DEFAULT_LANGUAGE} where none is given
     */
    public String languageOrDefault() {
        return language.orElse(DEFAULT_LANGUAGE);
    }

    /** Collects the parts; confined to one thread. */
    public static final class Builder {
        private Optional<String> language = Optional.empty();
        private List<Category> categories = List.of();
        private @Nullable String event;
        private List<ResponseType> responseTypes = List.of();
        private @Nullable Urgency urgency;
        private @Nullable Severity severity;
        private @Nullable Certainty certainty;
        private Optional<String> audience = Optional.empty();
        private List<NamedValue> eventCodes = List.of();
        private Optional<OffsetDateTime> effective = Optional.empty();
        private Optional<OffsetDateTime> onset = Optional.empty();
        private Optional<OffsetDateTime> expires = Optional.empty();
        private Optional<String> senderName = Optional.empty();
        private Optional<String> headline = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<String> instruction = Optional.empty();
        private Optional<String> web = Optional.empty();
        private Optional<String> contact = Optional.empty();
        private List<NamedValue> parameters = List.of();
        private List<Resource> resources = List.of();
        private List<Area> areas = List.of();

        private Builder() {}

        /**
         * Sets the language.
         *
         * @param language the value
         * @return this builder
         */
        public Builder language(String language) {
            this.language = Optional.of(language);
            return this;
        }

        /**
         * Replaces the categories, at least one.
         *
         * @param categories in the order they shall stand
         * @return this builder
         */
        public Builder categories(List<Category> categories) {
            this.categories = List.copyOf(categories);
            return this;
        }

        /**
         * Sets the event in words; required.
         *
         * @param event the value
         * @return this builder
         */
        public Builder event(String event) {
            this.event = event;
            return this;
        }

        /**
         * Replaces the kinds of action asked for.
         *
         * @param responseTypes in the order they shall stand
         * @return this builder
         */
        public Builder responseTypes(List<ResponseType> responseTypes) {
            this.responseTypes = List.copyOf(responseTypes);
            return this;
        }

        /**
         * Sets the urgency; required.
         *
         * @param urgency the value
         * @return this builder
         */
        public Builder urgency(Urgency urgency) {
            this.urgency = urgency;
            return this;
        }

        /**
         * Sets the severity; required.
         *
         * @param severity the value
         * @return this builder
         */
        public Builder severity(Severity severity) {
            this.severity = severity;
            return this;
        }

        /**
         * Sets the certainty; required.
         *
         * @param certainty the value
         * @return this builder
         */
        public Builder certainty(Certainty certainty) {
            this.certainty = certainty;
            return this;
        }

        /**
         * Sets the intended audience.
         *
         * @param audience the value
         * @return this builder
         */
        public Builder audience(String audience) {
            this.audience = Optional.of(audience);
            return this;
        }

        /**
         * Replaces the event codes.
         *
         * @param eventCodes in the order they shall stand
         * @return this builder
         */
        public Builder eventCodes(List<NamedValue> eventCodes) {
            this.eventCodes = List.copyOf(eventCodes);
            return this;
        }

        /**
         * Sets the time the information takes effect.
         *
         * @param effective the value
         * @return this builder
         */
        public Builder effective(OffsetDateTime effective) {
            this.effective = Optional.of(effective);
            return this;
        }

        /**
         * Sets the expected beginning of the event.
         *
         * @param onset the value
         * @return this builder
         */
        public Builder onset(OffsetDateTime onset) {
            this.onset = Optional.of(onset);
            return this;
        }

        /**
         * Sets the time the information expires.
         *
         * @param expires the value
         * @return this builder
         */
        public Builder expires(OffsetDateTime expires) {
            this.expires = Optional.of(expires);
            return this;
        }

        /**
         * Sets the name of the sender for people.
         *
         * @param senderName the value
         * @return this builder
         */
        public Builder senderName(String senderName) {
            this.senderName = Optional.of(senderName);
            return this;
        }

        /**
         * Sets the headline.
         *
         * @param headline the value
         * @return this builder
         */
        public Builder headline(String headline) {
            this.headline = Optional.of(headline);
            return this;
        }

        /**
         * Sets the description.
         *
         * @param description the value
         * @return this builder
         */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /**
         * Sets the instruction.
         *
         * @param instruction the value
         * @return this builder
         */
        public Builder instruction(String instruction) {
            this.instruction = Optional.of(instruction);
            return this;
        }

        /**
         * Sets the address of a page with more.
         *
         * @param web the value
         * @return this builder
         */
        public Builder web(String web) {
            this.web = Optional.of(web);
            return this;
        }

        /**
         * Sets the contact for follow-up.
         *
         * @param contact the value
         * @return this builder
         */
        public Builder contact(String contact) {
            this.contact = Optional.of(contact);
            return this;
        }

        /**
         * Replaces the own values of a system.
         *
         * @param parameters in the order they shall stand
         * @return this builder
         */
        public Builder parameters(List<NamedValue> parameters) {
            this.parameters = List.copyOf(parameters);
            return this;
        }

        /**
         * Replaces the resources.
         *
         * @param resources in the order they shall stand
         * @return this builder
         */
        public Builder resources(List<Resource> resources) {
            this.resources = List.copyOf(resources);
            return this;
        }

        /**
         * Replaces the areas.
         *
         * @param areas in the order they shall stand
         * @return this builder
         */
        public Builder areas(List<Area> areas) {
            this.areas = List.copyOf(areas);
            return this;
        }

        /**
         * Makes the value.
         *
         * @return a new value
         * @throws CapValueException when a required part is missing or a part can never be legal
         */
        public Info build() {
            return new Info(
                    language,
                    categories,
                    Required.value(event, "event"),
                    responseTypes,
                    Required.value(urgency, "urgency"),
                    Required.value(severity, "severity"),
                    Required.value(certainty, "certainty"),
                    audience,
                    eventCodes,
                    effective,
                    onset,
                    expires,
                    senderName,
                    headline,
                    description,
                    instruction,
                    web,
                    contact,
                    parameters,
                    resources,
                    areas);
        }
    }
}
