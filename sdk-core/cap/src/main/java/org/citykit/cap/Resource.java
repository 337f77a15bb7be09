package org.citykit.cap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something beside the text, such as a picture or a sound (CAP 1.2 §3.2.3).
 *
 * @param description what it is (resourceDesc)
 * @param mimeType media type of RFC 2046, such as {@code image/png}
 * @param size bytes, approximate; 0 or more
 * @param uri absolute, or relative to name the embedded content
 * @param derefUri the content in base64
 * @param digest SHA-1 in hexadecimal
 */
public record Resource(
        String description,
        String mimeType,
        Optional<Long> size,
        Optional<String> uri,
        Optional<String> derefUri,
        Optional<String> digest) {

    /** Copies the parts in their clean form. */
    public Resource {
        description = Wording.required(description, "resourceDesc");
        mimeType = Wording.required(mimeType, "mimeType");
        uri = Wording.optional(uri, "uri");
        derefUri = Wording.optional(derefUri, "derefUri");
        digest = Wording.optional(digest, "digest");
        if (size.isPresent() && size.get() < 0) {
            throw new CapValueException(FindingCode.NUMBER_MALFORMED, "The size " + size.get() + " is negative.");
        }
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
        builder.description = description;
        builder.mimeType = mimeType;
        builder.size = size;
        builder.uri = uri;
        builder.derefUri = derefUri;
        builder.digest = digest;
        return builder;
    }

    /** Collects the parts; confined to one thread. */
    public static final class Builder {
        private @Nullable String description;
        private @Nullable String mimeType;
        private Optional<Long> size = Optional.empty();
        private Optional<String> uri = Optional.empty();
        private Optional<String> derefUri = Optional.empty();
        private Optional<String> digest = Optional.empty();

        private Builder() {}

        /**
         * Sets what it is; required.
         *
         * @param description the value
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the media type; required.
         *
         * @param mimeType the value
         * @return this builder
         */
        public Builder mimeType(String mimeType) {
            this.mimeType = mimeType;
            return this;
        }

        /**
         * Sets the approximate size in bytes.
         *
         * @param size the value
         * @return this builder
         */
        public Builder size(Long size) {
            this.size = Optional.of(size);
            return this;
        }

        /**
         * Sets the address of the content.
         *
         * @param uri the value
         * @return this builder
         */
        public Builder uri(String uri) {
            this.uri = Optional.of(uri);
            return this;
        }

        /**
         * Sets the content itself in base64.
         *
         * @param derefUri the value
         * @return this builder
         */
        public Builder derefUri(String derefUri) {
            this.derefUri = Optional.of(derefUri);
            return this;
        }

        /**
         * Sets the SHA-1 of the content.
         *
         * @param digest the value
         * @return this builder
         */
        public Builder digest(String digest) {
            this.digest = Optional.of(digest);
            return this;
        }

        /**
         * Makes the value.
         *
         * @return a new value
         * @throws CapValueException when a required part is missing or a part can never be legal
         */
        public Resource build() {
            return new Resource(
                    Required.value(description, "resourceDesc"),
                    Required.value(mimeType, "mimeType"),
                    size,
                    uri,
                    derefUri,
                    digest);
        }
    }
}
