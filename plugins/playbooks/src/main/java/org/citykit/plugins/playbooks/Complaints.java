package org.citykit.plugins.playbooks;

import java.util.function.Consumer;
import org.citykit.api.Defect;

/** Reports what is wrong in one file, with its place. Confined to one thread. */
final class Complaints {
    private static final int REASON = 500;

    private final String file;
    private final Consumer<Defect> defects;
    private int faults;

    /**
     * @param file as defects name it
     * @param defects hears of what is wrong
     */
    Complaints(String file, Consumer<Defect> defects) {
        this.file = file;
        this.defects = defects;
    }

    /** Complaints about a part of the same file that can be left out: its faults are counted apart. */
    Complaints apart() {
        return new Complaints(file, defects);
    }

    /** Something that makes the part it stands in unusable. */
    void fault(Position at, String reason) {
        faults++;
        note(at, reason);
    }

    /** Something that is left out or incomplete, in a part that is used all the same. */
    void note(Position at, String reason) {
        defects.accept(
                new Defect(file, at.line(), at.column(), shortened(reason.replaceAll("\\p{Cntrl}", " "), REASON)));
    }

    /** The number of faults so far. */
    int faults() {
        return faults;
    }

    static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
