package org.citykit.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import org.citykit.runtime.value.Place;

/** Collects notes on the settings of one module; the first 100. Confined. */
final class SettingNotes {
    private static final int KEPT = 100;

    private final String base;
    private final List<SettingNote> notes = new ArrayList<>();

    /** @param root where the settings stand */
    SettingNotes(Place root) {
        this.base = root.path();
    }

    void leftOut(Place group, String key) {
        add(SettingNote.Kind.LEFT_OUT, group.member(key, 0, 0), "");
    }

    void oldName(Place written, String now) {
        add(SettingNote.Kind.OLD_NAME, written, now);
    }

    private void add(SettingNote.Kind kind, Place place, String now) {
        if (notes.size() < KEPT) {
            String path = place.path();
            String inside = path.startsWith(base) ? path.substring(base.length()) : path;
            notes.add(new SettingNote(kind, inside.startsWith(".") ? inside.substring(1) : inside, now));
        }
    }

    List<SettingNote> notes() {
        return notes;
    }
}
