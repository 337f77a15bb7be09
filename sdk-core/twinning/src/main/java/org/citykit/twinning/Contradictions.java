package org.citykit.twinning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.citykit.api.twinning.LifecycleStep;

/** Finds the points on which the sources of one relation do not agree. */
final class Contradictions {
    /** Comparing every pair of more would be too much work; what is looked at is the first of them. */
    private static final int MOST_COMPARED = 200;

    private final List<SourcedStatement> statements;
    private final List<Standing> standings;

    Contradictions(List<SourcedStatement> statements, List<Standing> standings) {
        this.statements = statements;
        this.standings = standings;
    }

    List<Contradiction> all(int sides) {
        List<Contradiction> all = new ArrayList<>();
        addStatements(all, Contradiction.About.DATE, Contradictions::datesDiffer);
        addStatements(all, Contradiction.About.KIND, Contradictions::kindsDiffer);
        addStates(all);
        addOneSided(all, sides);
        return all;
    }

    private void addStatements(
            List<Contradiction> all,
            Contradiction.About about,
            BiPredicate<SourcedStatement, SourcedStatement> differ) {
        Set<SourcedStatement> found = conflicting(statements, differ);
        if (!found.isEmpty()) {
            all.add(new Contradiction(about, List.copyOf(found), List.of()));
        }
    }

    private void addStates(List<Contradiction> all) {
        Set<Standing> found = conflicting(standings, Standing::contradicts);
        if (!found.isEmpty()) {
            Set<Sourced<LifecycleStep>> steps = new LinkedHashSet<>();
            found.forEach(standing -> standing.step().ifPresent(steps::add));
            List<SourcedStatement> without = statements.stream()
                    .filter(said -> found.stream().anyMatch(standing -> says(said, standing)))
                    .toList();
            all.add(new Contradiction(Contradiction.About.STATE, without, List.copyOf(steps)));
        }
    }

    private void addOneSided(List<Contradiction> all, int sides) {
        List<SourcedStatement> ofSides =
                statements.stream().filter(said -> !said.city().isEmpty()).toList();
        long sayers = ofSides.stream().map(SourcedStatement::city).distinct().count();
        if (sayers > 0 && sayers < sides) {
            all.add(new Contradiction(Contradiction.About.ONE_SIDED, ofSides, List.of()));
        }
    }

    private static boolean says(SourcedStatement said, Standing standing) {
        return said.module().equals(standing.agreement().module())
                && said.agreement().equals(standing.agreement().value().id());
    }

    private static boolean datesDiffer(SourcedStatement one, SourcedStatement other) {
        if (one.statement().since().isEmpty() || other.statement().since().isEmpty()) {
            return false;
        }
        return areTheSame(one, other)
                && !DaySpan.of(one.statement().since().orElseThrow())
                        .meets(DaySpan.of(other.statement().since().orElseThrow()));
    }

    private static boolean kindsDiffer(SourcedStatement one, SourcedStatement other) {
        return areTheSame(one, other)
                && KindFamily.of(one.statement().kind())
                        == KindFamily.of(other.statement().kind())
                && KindFamily.isUnlimited(one.statement().kind())
                        != KindFamily.isUnlimited(other.statement().kind());
    }

    /** One registry's two agreements of different kinds are two agreements, not two opinions of one. */
    private static boolean areTheSame(SourcedStatement one, SourcedStatement other) {
        boolean twoAgreements = one.module().equals(other.module())
                && !one.agreement().equals(other.agreement())
                && KindFamily.isUnlimited(one.statement().kind())
                        != KindFamily.isUnlimited(other.statement().kind());
        return !twoAgreements;
    }

    private static <T> Set<T> conflicting(List<T> all, BiPredicate<T, T> conflict) {
        List<T> compared = all.subList(0, Math.min(all.size(), MOST_COMPARED));
        Set<T> found = new LinkedHashSet<>();
        for (T one : compared) {
            if (compared.stream().anyMatch(other -> conflict.test(one, other))) {
                found.add(one);
            }
        }
        return found;
    }
}
