package org.citykit.plugins.anniversaries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.citykit.api.Defect;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.icalendar.dates.UnknownDateException;

/**
 * When a bond was made, by one or more sources that agree.
 *
 * @param date the most exact date among them
 * @param first the first day it can mean
 * @param after the day after the last it can mean
 * @param sources who says so; at least one
 */
record Signing(PartialDate date, LocalDate first, LocalDate after, List<Provenance> sources) {
    private static final Comparator<Signing> MOST_EXACT = Comparator.comparing(
                    (Signing signing) -> ChronoUnit.DAYS.between(signing.first(), signing.after()))
            .thenComparing(Signing::first)
            .thenComparing(signing -> signing.date().calendar());

    /**
     * The dates that are stated of a bond. A year and a day within it are one; dates that exclude each other all stay.
     *
     * @param defects hears of dates that no calendar has
     */
    static List<Signing> of(Bond bond, Consumer<Defect> defects) {
        List<Signing> stated = new ArrayList<>();
        for (Agreement agreement : bond.agreements()) {
            agreement
                    .statements()
                    .forEach(statement -> statement
                            .since()
                            .ifPresent(since -> add(bond, since, statement.provenance(), stated, defects)));
            agreement.lifecycle().stream()
                    .filter(step -> step.state() == LifecycleState.SIGNED)
                    .forEach(step -> step.at().ifPresent(at -> add(bond, at, step.provenance(), stated, defects)));
        }
        stated.sort(MOST_EXACT);
        List<Signing> different = new ArrayList<>();
        for (Signing one : stated) {
            int same = indexOfOverlap(different, one);
            if (same < 0) {
                different.add(one);
            } else {
                different.set(same, different.get(same).alsoBy(one));
            }
        }
        return different;
    }

    private static void add(
            Bond bond, PartialDate date, Provenance source, List<Signing> stated, Consumer<Defect> defects) {
        try {
            stated.add(new Signing(date, Scales.first(date, 0), Scales.after(date, 0), List.of(source)));
        } catch (UnknownDateException unknown) {
            defects.accept(new Defect(
                    "agreement " + bond.id(),
                    0,
                    0,
                    "the date " + date.edtf() + " (" + date.calendar().key() + ") gives no anniversary: "
                            + Wording.oneLine(String.valueOf(unknown.getMessage()))));
        }
    }

    private static int indexOfOverlap(List<Signing> different, Signing one) {
        for (int i = 0; i < different.size(); i++) {
            if (one.first.isBefore(different.get(i).after)
                    && different.get(i).first.isBefore(one.after)) {
                return i;
            }
        }
        return -1;
    }

    private Signing alsoBy(Signing other) {
        List<Provenance> both = new ArrayList<>(sources);
        other.sources.stream().filter(source -> !both.contains(source)).forEach(both::add);
        return new Signing(date, first, after, both);
    }
}
