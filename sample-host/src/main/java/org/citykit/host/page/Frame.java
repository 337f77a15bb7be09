package org.citykit.host.page;

import java.util.List;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.FrameWords;
import org.citykit.host.view.AlertCard;

/**
 * What stands around every page: names, menu, languages, the alerts in force.
 *
 * @param language of the page
 * @param portal the city's name in it
 * @param title what the page is called
 * @param room which entry of the menu it belongs to
 * @param languages the same page in every language of the portal
 * @param alerts those in force; shown above every page but those that show them anyway
 * @param assets addresses of the style sheet and the icon
 */
public record Frame(
        Language language,
        String portal,
        String title,
        Room room,
        List<InLanguage> languages,
        List<AlertCard> alerts,
        Assets assets) {
    /** An entry of the menu. */
    public enum Room {
        /** The first page. */
        HOME,
        /** Relations. */
        TWINNING,
        /** Networks. */
        NETWORKS,
        /** Events. */
        EVENTS,
        /** Alerts. */
        ALERTS,
        /** None of them. */
        NONE
    }

    /**
     * The page in one language.
     *
     * @param href its address
     * @param tag the language
     * @param name what its speakers call it
     * @param direction its direction
     * @param current true if it is the language of this page
     */
    public record InLanguage(String href, String tag, String name, String direction, boolean current) {}

    /**
     * Addresses of the files that pages load.
     *
     * @param style the style sheet
     * @param icon the icon
     */
    public record Assets(String style, String icon) {}

    record Entry(String href, String label, boolean current) {}

    public Frame {
        languages = List.copyOf(languages);
        alerts = List.copyOf(alerts);
    }

    /** The language's tag. */
    public String tag() {
        return language.tag();
    }

    /** The language's direction. */
    public String direction() {
        return language.direction();
    }

    /** What the pages say in it. */
    public Words words() {
        return language.words();
    }

    /** What stands in the title bar. */
    public String documentTitle() {
        return title + " – " + portal;
    }

    /** The address of the first page. */
    public String home() {
        return "/" + tag() + "/";
    }

    /** The address of a room. */
    public String at(String room) {
        return home() + room;
    }

    /** True if alerts in force are to be shown above the page. */
    public boolean warns() {
        return !alerts.isEmpty() && room != Room.ALERTS;
    }

    List<Entry> menu() {
        FrameWords words = words().frame();
        return List.of(
                new Entry(home(), words.home(), room == Room.HOME),
                new Entry(at("twinning"), words.twinning(), room == Room.TWINNING),
                new Entry(at("networks"), words.networks(), room == Room.NETWORKS),
                new Entry(at("events"), words.events(), room == Room.EVENTS),
                new Entry(at("alerts"), words.alerts(), room == Room.ALERTS));
    }
}
