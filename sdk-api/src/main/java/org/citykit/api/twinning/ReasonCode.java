package org.citykit.api.twinning;

/**
 * Why a relation took a step, above all why it failed.
 *
 * @since 1.0
 */
public enum ReasonCode {
    /** No reason is given. */
    UNSTATED,
    /** A decision in the ordinary course. */
    DECISION,
    /** War or insecurity. */
    SECURITY,
    /** Armed or political conflict between the parties. */
    CONFLICT,
    /** Political tension. */
    POLITICAL_TENSION,
    /** Economic trouble. */
    ECONOMY,
    /** New leaders or priorities. */
    CHANGED_PRIORITIES,
    /** No money or staff. */
    MISSING_RESOURCES,
    /** Interest did not last. */
    LOST_INTEREST,
    /** Residents saw no benefit. */
    NO_BENEFIT_SEEN,
    /** National law or government forbade it. */
    LAW,
    /** The term ran out. */
    TERM
}
