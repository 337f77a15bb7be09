package org.citykit.store;

import org.citykit.api.ErrorCode;

/** What can go wrong with what must survive. */
public enum StoreError implements ErrorCode {
    /** The data folder cannot be made, read or written. */
    FOLDER_UNUSABLE("data-folder-unusable", Kind.HOST),
    /** Another portal, or another program, holds the data. */
    IN_USE("data-in-use", Kind.HOST),
    /** The data was written by a newer CityKit. */
    SCHEMA_NEWER("data-schema-newer", Kind.HOST),
    /** The database file belongs to another program. */
    FOREIGN("data-foreign", Kind.HOST),
    /** The database file is damaged. */
    DAMAGED("data-damaged", Kind.HOST),
    /** The disk is full. */
    DISK_FULL("data-disk-full", Kind.HOST),
    /** The disk or the database failed in another way. */
    FAILED("data-failed", Kind.HOST),
    /** The database library cannot be loaded on this machine. */
    ENGINE_MISSING("data-engine-missing", Kind.HOST),
    /** The store was closed before the call. */
    CLOSED("data-closed", Kind.HOST),
    /** The stored snapshot of one module is damaged or in a format that is not known here. */
    SNAPSHOT_UNREADABLE("snapshot-unreadable", Kind.HOST),
    /** A stored alert, receipt, audit entry or generation is damaged or in a format that is not known here. */
    CONTENT_UNREADABLE("content-unreadable", Kind.HOST),
    /** A value was given that the store has no format for. */
    NOT_STORABLE("value-not-storable", Kind.VENDOR),
    /** An alert with the same id is stored already. */
    ALERT_EXISTS("alert-exists", Kind.HOST),
    /** There is no alert of that id. */
    ALERT_UNKNOWN("alert-unknown", Kind.HOST),
    /** There is no delivery of that key. */
    DELIVERY_UNKNOWN("delivery-unknown", Kind.HOST),
    /** A delivery of that key exists for another alert or module. */
    DELIVERY_CONFLICT("delivery-conflict", Kind.HOST),
    /** A generation of that number or a larger one is stored already. */
    GENERATION_CONFLICT("generation-conflict", Kind.HOST);

    private final String anchor;
    private final Kind kind;

    StoreError(String anchor, Kind kind) {
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
