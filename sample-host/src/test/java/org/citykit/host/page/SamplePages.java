package org.citykit.host.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.page.Frame.Room;
import org.citykit.host.view.SampleViews;

/** Every page of the host in one language, around sample views. */
public final class SamplePages {
    private final Language language;
    private final SampleViews views;

    public SamplePages(String tag) {
        language = Language.of(Locale.forLanguageTag(tag));
        views = new SampleViews(language);
    }

    /** The pages by the name of a file they could be stored in. */
    public Map<String, Page> all() {
        Map<String, Page> pages = new TreeMap<>();
        pages.put("home", new HomePage(frame(fill(words().home().title()), Room.HOME), views.home(true)));
        pages.put("home-calm", new HomePage(frame(fill(words().home().title()), Room.HOME), views.home(false)));
        pages.put("twinning", new RelationsPage(frame(words().twinning().title(), Room.TWINNING), views.relations()));
        pages.put("relation", new RelationPage(frame("Tehran – London", Room.TWINNING), views.relation()));
        pages.put("networks", new NetworksPage(frame(words().networks().title(), Room.NETWORKS), views.networks()));
        pages.put("events", new EventsPage(frame(words().events().title(), Room.EVENTS), views.events()));
        pages.put(
                "event",
                new EventPage(frame("Nowruz", Room.EVENTS), views.event(), Optional.of("{\"a\":\"\\u003c\"}")));
        pages.put("alerts", new AlertsPage(frame(words().alerts().title(), Room.ALERTS), views.alerts()));
        pages.put("alert", new AlertPage(frame(views.alert().card().headline().text(), Room.ALERTS), views.alert()));
        pages.put(
                "not-found",
                new ErrorPage(
                        frame(words().errors().notFound(), Room.NONE),
                        words().errors().notFoundText(),
                        Optional.empty(),
                        false));
        pages.put(
                "failure",
                new ErrorPage(
                        frame(words().errors().failure(), Room.NONE),
                        words().errors().failureText(),
                        Optional.of("7f3a-19c2"),
                        false));
        return pages;
    }

    private Words words() {
        return language.words();
    }

    private String fill(String text) {
        return Words.fill(text, "city", views.city());
    }

    private Frame frame(String title, Room room) {
        List<Frame.InLanguage> languages = List.of(
                new Frame.InLanguage(
                        "/fa/", "fa", "فارسی", "rtl", language.tag().equals("fa")),
                new Frame.InLanguage(
                        "/ar/", "ar", "العربية", "rtl", language.tag().equals("ar")),
                new Frame.InLanguage(
                        "/en/", "en", "English", "ltr", language.tag().equals("en")));
        return new Frame(
                language,
                views.city(),
                title,
                room,
                languages,
                List.of(views.airAlert()),
                new Frame.Assets("portal.css", "icon.svg"));
    }
}
