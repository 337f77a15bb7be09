package org.citykit.twinning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;

/**
 * Where one agreement stands, and how much its source says about it.
 *
 * @param agreement whose
 * @param state where it stands
 * @param since the first day on which it may have come there, if the source says when
 */
record Standing(Sourced<Agreement> agreement, LifecycleState state, Optional<Long> since) {
    /** Latest first; those without a date after those with one; said outright before concluded; then the later state. */
    static final Comparator<Standing> TELLING = Comparator.comparing(
                    (Standing standing) -> standing.since.orElse(Long.MIN_VALUE))
            .thenComparing(Standing::isOutright)
            .thenComparing(Standing::state)
            .reversed();

    /** Groups of states that exclude each other. */
    private enum Group {
        COMING,
        STANDING,
        DORMANT,
        SUSPENDED,
        OVER
    }

    static Standing of(Sourced<Agreement> agreement) {
        List<LifecycleStep> steps = agreement.value().lifecycle();
        Optional<PartialDate> at = steps.isEmpty()
                ? lastEnd(agreement.value())
                : steps.get(steps.size() - 1).at();
        return new Standing(
                agreement,
                agreement.value().state(),
                at.map(date -> DaySpan.of(date).first()));
    }

    /** True if the source states it, false if it is concluded from the absence of an end. */
    boolean isOutright() {
        return !agreement.value().lifecycle().isEmpty() || state != LifecycleState.SIGNED;
    }

    /** True if both cannot be right. An older state that a later one follows is history, not a contradiction. */
    boolean contradicts(Standing other) {
        if (group() == other.group() || isOnPaper(other) || other.isOnPaper(this)) {
            return false;
        }
        boolean oneFollowsTheOther = since.isPresent() && other.since.isPresent() && !since.equals(other.since);
        return !oneFollowsTheOther;
    }

    /** The last step, if there is one. */
    Optional<Sourced<LifecycleStep>> step() {
        List<LifecycleStep> steps = agreement.value().lifecycle();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sourced<>(agreement.module(), steps.get(steps.size() - 1)));
    }

    /** Signed says nothing of whether anything is done. */
    private boolean isOnPaper(Standing other) {
        return state == LifecycleState.SIGNED && other.state == LifecycleState.DORMANT;
    }

    private static Optional<PartialDate> lastEnd(Agreement agreement) {
        return agreement.state() == LifecycleState.ENDED
                ? agreement.statements().stream()
                        .flatMap(statement -> statement.until().stream())
                        .max(Comparator.comparing(date -> DaySpan.of(date).first()))
                : Optional.empty();
    }

    private Group group() {
        return switch (state) {
            case PROPOSED, NEGOTIATING, AUTHORISED -> Group.COMING;
            case SIGNED, ACTIVE -> Group.STANDING;
            case DORMANT -> Group.DORMANT;
            case SUSPENDED -> Group.SUSPENDED;
            case ENDED, EXPIRED, SUPERSEDED, VOID -> Group.OVER;
        };
    }
}
