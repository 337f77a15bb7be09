package org.citykit.host.page;

/** A page that can be written as HTML. Immutable. */
public sealed interface Page
        permits HomePage,
                RelationsPage,
                RelationPage,
                NetworksPage,
                EventsPage,
                EventPage,
                AlertsPage,
                AlertPage,
                ErrorPage {
    /** What stands around it. */
    Frame frame();

    /** The whole document in HTML. */
    String html();
}
