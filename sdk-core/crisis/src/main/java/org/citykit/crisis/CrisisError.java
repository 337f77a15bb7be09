package org.citykit.crisis;

import org.citykit.api.ErrorCode;

/** What can be wrong with a playbook, a draft or an alert. */
public enum CrisisError implements ErrorCode {
    /** A text is not in MessageFormat 2. */
    TEMPLATE_SYNTAX("template-syntax", Kind.CITY_DATA),
    /** A text came out empty or failed for values that its parameters allow. */
    TEMPLATE_HOLE("template-hole", Kind.CITY_DATA),
    /** A text holds what a writer left to be filled in by hand, such as {@code ((name))} or TBD. */
    PLACEHOLDER_LEFT("placeholder-left", Kind.CITY_DATA),
    /** A text uses a parameter that the message does not declare. */
    PARAMETER_UNDECLARED("parameter-undeclared", Kind.CITY_DATA),
    /** A language of the message leaves out a parameter that it declares. */
    PARAMETER_UNUSED("parameter-unused", Kind.CITY_DATA),
    /** A text formats a parameter as something it is not. */
    PARAMETER_MISUSED("parameter-misused", Kind.CITY_DATA),
    /** A sample is not a value of its parameter. */
    SAMPLE_INVALID("sample-invalid", Kind.CITY_DATA),
    /** A text selects on a choice or plural category that does not exist. */
    VARIANT_UNKNOWN("variant-unknown", Kind.CITY_DATA),
    /** A text has more combinations of cases than can be proven. */
    PROOF_TOO_LARGE("proof-too-large", Kind.CITY_DATA),
    /** A translation does not render the present version of the original. */
    TRANSLATION_STALE("translation-stale", Kind.CITY_DATA),
    /** A text is missing in a language of the portal. */
    LANGUAGE_MISSING("language-missing", Kind.CITY_DATA),
    /** A text does not fit into a channel. */
    TEXT_TOO_LONG("text-too-long", Kind.CITY_DATA),
    /** A text fits into a channel, but is longer than people should be asked to read there; a warning. */
    TEXT_LONG("text-long", Kind.CITY_DATA),
    /** No message of a playbook could be proven. */
    PLAYBOOK_UNUSABLE("playbook-unusable", Kind.CITY_DATA),
    /** A module delivers two playbooks of one id. */
    PLAYBOOK_DUPLICATE("playbook-duplicate", Kind.CITY_DATA),

    /** There is no proven playbook of that id. */
    PLAYBOOK_UNKNOWN("playbook-unknown", Kind.CITY_DATA),
    /** There is no proven message of that id in the playbook. */
    MESSAGE_UNKNOWN("message-unknown", Kind.CITY_DATA),
    /** A value for a parameter is missing or blank. */
    PARAMETER_MISSING("parameter-missing", Kind.CITY_DATA),
    /** A value is not of its parameter's type or outside its bounds. */
    PARAMETER_INVALID("parameter-invalid", Kind.CITY_DATA),
    /** A value was given for a parameter that the message does not have. */
    PARAMETER_UNKNOWN("parameter-unknown", Kind.CITY_DATA),
    /** A text holds a character that no message may hold. */
    CHARACTER_REFUSED("character-refused", Kind.CITY_DATA),

    /** A message belongs to another phase than the one it is to be used for. */
    PHASE_UNFIT("phase-unfit", Kind.CITY_DATA),
    /** A follow-up speaks of another emergency than the alert it follows. */
    EMERGENCY_DIFFERS("emergency-differs", Kind.CITY_DATA),
    /** A first alert says nowhere where it holds. */
    AREA_MISSING("area-missing", Kind.CITY_DATA),
    /** An alert would expire in the past or too late. */
    EXPIRY_WRONG("expiry-wrong", Kind.CITY_DATA),
    /** A value of an alert is outside its documented range. */
    ALERT_INVALID("alert-invalid", Kind.CITY_DATA),
    /** The alert breaks a rule of CAP 1.2. */
    CAP_BROKEN("cap-broken", Kind.CITY_DATA),
    /** There is no alert of that id on this desk. */
    ALERT_NOT_FOUND("alert-not-found", Kind.CITY_DATA),
    /** A later alert has replaced this one already. */
    ALERT_SUPERSEDED("alert-superseded", Kind.CITY_DATA),
    /** The alert was cancelled already, or is a cancellation. */
    ALERT_CANCELLED("alert-cancelled", Kind.CITY_DATA),
    /** The alert was cleared already, or is an all-clear. */
    ALERT_CLEARED("alert-cleared", Kind.CITY_DATA),
    /** The alert has expired. */
    ALERT_EXPIRED("alert-expired", Kind.CITY_DATA),
    /** An exercise was handed to something that reaches people, or the reverse. */
    EXERCISE_MIXED("exercise-mixed", Kind.HOST),
    /** The source of identifiers gave no usable one. */
    ID_UNUSABLE("id-unusable", Kind.HOST);

    private final String anchor;
    private final Kind kind;

    CrisisError(String anchor, Kind kind) {
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

    /** True for what is only said and stops nothing. */
    public boolean isWarning() {
        return this == TEXT_LONG;
    }
}
