package org.citykit.host.language;

/**
 * What the pages say in one language, by the page that says it. A word in braces, as in {@code {city}}, is filled in
 * by {@link #fill}.
 */
public record Words(
        FrameWords frame,
        HomeWords home,
        TwinningWords twinning,
        RelationWords relation,
        NetworkWords networks,
        EventWords events,
        AlertWords alerts,
        DateWords dates,
        ErrorWords errors) {

    /** Around every page. */
    public record FrameWords(
            String ownName,
            String tagline,
            String skip,
            String menu,
            String languages,
            String home,
            String twinning,
            String networks,
            String events,
            String alerts,
            String path,
            String alertNow,
            String sources,
            String privacy,
            String openData,
            String calendarFeed,
            String eventFeed,
            String alertFeed,
            String mapFeed,
            String programs,
            String search,
            String any,
            String reset,
            String pages,
            String previous,
            String next,
            String position,
            String listComma,
            String reader) {}

    /** On the first page. */
    public record HomeWords(
            String title,
            String lead,
            String today,
            String alerts,
            String noAlerts,
            String events,
            String allEvents,
            String noEvents,
            String twins,
            String allTwins,
            String noTwins,
            String relations,
            String relationsInForce,
            String countries,
            String networks,
            String upcoming,
            String map,
            String mapAbout,
            String ring) {}

    /** On the list of relations. */
    public record TwinningWords(
            String title,
            String lead,
            String filter,
            String text,
            String of,
            String only,
            String kind,
            String state,
            String dimension,
            String country,
            String found,
            String none,
            String since,
            String disagree,
            String oneSided) {}

    /** On the page of one relation. */
    public record RelationWords(
            String summary,
            String sides,
            String role,
            String population,
            String contradictions,
            String contradictionsLead,
            String statements,
            String statementsLead,
            String thirdSource,
            String calls,
            String since,
            String until,
            String notStated,
            String note,
            String source,
            String retrieved,
            String licence,
            String lifecycle,
            String reason,
            String actor,
            String undated,
            String dimensions,
            String fields,
            String coordination,
            String activities,
            String outcome,
            String documents,
            String resources,
            String approximately,
            String events,
            String registries) {}

    /** On the page of networks. */
    public record NetworkWords(
            String title, String lead, String founded, String seat, String members, String none, String website) {}

    /** On the pages of events. */
    public record EventWords(
            String title,
            String lead,
            String filter,
            String text,
            String kind,
            String previousMonth,
            String nextMonth,
            String month,
            String found,
            String onDay,
            String ongoing,
            String none,
            String allDay,
            String today,
            String when,
            String where,
            String accessibility,
            String online,
            String audience,
            String languages,
            String relations,
            String cancelled,
            String postponed,
            String tentative,
            String further,
            String subscribe,
            String zone,
            String changed,
            String website,
            String layouts,
            String byMonth,
            String byWeek,
            String byDay,
            String asList,
            String previousWeek,
            String nextWeek,
            String previousDay,
            String nextDay,
            String from,
            String more,
            String noneOnDay,
            String inYourCalendar,
            String inGoogle,
            String inOutlook,
            String asFile,
            String feedAddress,
            String caldavAddress,
            String map,
            String mapProgram,
            String sources,
            String place,
            String source) {}

    /** On the pages of alerts. */
    public record AlertWords(
            String title,
            String lead,
            String inForce,
            String none,
            String earlier,
            String noEarlier,
            String instruction,
            String body,
            String where,
            String sent,
            String expires,
            String sender,
            String audience,
            String urgency,
            String severity,
            String certainty,
            String exercise,
            String over,
            String replaced,
            String history,
            String otherLanguages,
            String machine,
            String website,
            String subscribe) {}

    /** In dates. */
    public record DateWords(
            String about,
            String doubtful,
            String range,
            String at,
            String until,
            String worded,
            String gregorianYear,
            String persianYear,
            String islamicYear) {}

    /** When something is wrong. */
    public record ErrorWords(
            String notFound,
            String notFoundText,
            String badRequest,
            String badRequestText,
            String badParameter,
            String tooLong,
            String notAllowed,
            String notAllowedText,
            String failure,
            String failureText,
            String reference,
            String unknownLanguage,
            String unknownLanguageText,
            String toHome,
            String gone,
            String goneText) {}

    static Words from(Phrases phrases) {
        return new Words(
                phrases.words("frame", FrameWords.class),
                phrases.words("home", HomeWords.class),
                phrases.words("twinning", TwinningWords.class),
                phrases.words("relation", RelationWords.class),
                phrases.words("networks", NetworkWords.class),
                phrases.words("events", EventWords.class),
                phrases.words("alerts", AlertWords.class),
                phrases.words("dates", DateWords.class),
                phrases.words("errors", ErrorWords.class));
    }

    /** A text with what stands in braces under a name filled in. */
    public static String fill(String text, String name, String value) {
        return text.replace("{" + name + "}", value);
    }
}
