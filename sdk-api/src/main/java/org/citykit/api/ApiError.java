package org.citykit.api;

/**
 * What can go wrong in a call that a plugin makes.
 *
 * @since 1.0
 */
public enum ApiError implements ErrorCode {
    /** A record was built from a value outside its documented range. */
    VALUE_INVALID("value-invalid", Kind.CITY_DATA),
    /** More items, bytes or time were used than {@link Limits} allow. */
    LIMIT_EXCEEDED("limit-exceeded", Kind.CITY_DATA),
    /** A file below the portal's folder is missing, unreadable or outside that folder. */
    FILE_UNREADABLE("file-unreadable", Kind.HOST),
    /** A web address was asked for that neither the settings nor the manifest name. */
    HOST_NOT_ALLOWED("host-not-allowed", Kind.HOST),
    /** A web address did not answer, or answered with an error. */
    WEB_FAILED("web-failed", Kind.CITY_DATA),
    /** A record or item was changed by somebody else since it was read. */
    REVISION_CONFLICT("revision-conflict", Kind.CITY_DATA),
    /** The data that was fetched cannot be understood at all. */
    DATA_UNREADABLE("data-unreadable", Kind.CITY_DATA);

    private final String anchor;
    private final Kind kind;

    ApiError(String anchor, Kind kind) {
        this.anchor = anchor;
        this.kind = kind;
    }

    @Override
    public String anchor() {
        return anchor;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
