package org.citykit.runtime.plan;

import org.citykit.runtime.value.KebabCase;

/** A part of a portal's description outside its modules. */
public enum PortalPart {
    /** The portal's id. */
    ID(false, true),
    /** The portal's name. */
    NAME(false, false),
    /** Its languages, which modules are told. */
    LANGUAGES(true, false),
    /** Its time zone, which modules are told. */
    ZONE(true, false),
    /** Its calendars. */
    CALENDARS(true, false),
    /** The city's domain, which with the portal's id names in the world what it has published. */
    DOMAIN(false, true),
    /** The folder that the paths in settings start from. */
    HOME(true, false),
    /** The folders outside of it that modules may read. */
    FOLDERS(true, false),
    /** Where plugin files are looked for. */
    PLUGINS(false, false),
    /** The folder for what must survive. */
    DATA(false, true),
    /** How changes are taken up. */
    CHANGES(false, false),
    /** Whose plugins are trusted. */
    TRUST(false, false);

    private final boolean seenByModules;
    private final boolean needsRestart;

    PortalPart(boolean seenByModules, boolean needsRestart) {
        this.seenByModules = seenByModules;
        this.needsRestart = needsRestart;
    }

    /** Whether modules are opened with it, so that all are opened again when it changes. */
    public boolean isSeenByModules() {
        return seenByModules;
    }

    /** Whether a running portal cannot take it up. */
    public boolean needsRestart() {
        return needsRestart;
    }

    String key() {
        return keyOf(KebabCase.ofConstant(name()));
    }

    /** The key of the words for a part that is named in kebab-case. */
    static String keyOf(String part) {
        return "part." + part;
    }
}
