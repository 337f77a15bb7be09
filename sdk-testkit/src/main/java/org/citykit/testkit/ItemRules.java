package org.citykit.testkit;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Party;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.TestReporter;

/** Rules of what items say. */
final class ItemRules {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern DECLARED_HERE =
            Pattern.compile("\\.(?:local|input)\\s*\\{?\\s*\\$([A-Za-z][A-Za-z0-9-]*)");
    private static final int SHOWN = 20;

    private ItemRules() {}

    static void textsAreDecoded(Trial trial) throws Exception {
        List<String> broken = Leaves.of(items(trial), String.class).stream()
                .filter(text ->
                        text.indexOf('\uFFFD') >= 0 || !text.codePoints().allMatch(ItemRules::isCharacter))
                .limit(SHOWN)
                .toList();

        Assertions.assertEquals(List.of(), broken, "These were read in a wrong encoding.");
    }

    static void languagesExist(Trial trial, TestReporter reporter) throws Exception {
        Collection<Item> items = items(trial);
        Set<String> known = Set.of(Locale.getISOLanguages());
        Set<String> unknown = new TreeSet<>();
        Map<String, Integer> texts = new LinkedHashMap<>();
        List<Text> all = Leaves.of(items, Text.class);
        for (Text text : all) {
            for (String tag : text.tags()) {
                String language = tag.split("-", 2)[0];
                texts.merge(language, 1, Integer::sum);
                if (language.length() == 2 && !known.contains(language)) {
                    unknown.add(tag);
                }
            }
        }
        for (Locale language : trial.subject().languages) {
            int covered = texts.getOrDefault(language.getLanguage(), 0);
            if (covered < all.size()) {
                reporter.publishEntry(
                        "warning",
                        "only " + covered + " of " + all.size() + " texts are in " + language.toLanguageTag());
            }
        }
        Assertions.assertEquals(Set.of(), unknown, "There are no such languages in ISO 639.");
    }

    static void sourcesCanBeFollowed(Trial trial) throws Exception {
        Collection<Item> items = items(trial);
        List<URI> nowhere = Leaves.of(items, URI.class).stream()
                .filter(uri ->
                        uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme()))
                .toList();
        Instant now = trial.clock().instant();
        List<Instant> ahead = Leaves.of(items, Provenance.class).stream()
                .flatMap(provenance -> provenance.retrieved().stream())
                .filter(now::isBefore)
                .toList();

        Assertions.assertEquals(List.of(), nowhere, "These are no addresses that people can open.");
        Assertions.assertEquals(List.of(), ahead, "These were retrieved later than now, " + now + ".");
    }

    static void recurrencesExpand(Trial trial) throws Exception {
        List<CalendarEvent> events = Leaves.of(items(trial), CalendarEvent.class);
        EventIndex index = EventIndex.of(
                List.of(new CalendarSnapshot("subject", new Revision("1"), events)), trial.subject().zone);
        LocalDate today = LocalDate.ofInstant(trial.clock().instant(), trial.subject().zone);

        Assertions.assertEquals(List.of(), index.problems(), "These cannot be expanded.");
        Assertions.assertNotNull(
                index.between(today.minusYears(1), today.plusYears(1)).list());
    }

    static void replacementsHaveASeries(Trial trial) throws Exception {
        List<CalendarEvent> events = Leaves.of(items(trial), CalendarEvent.class);
        Set<String> series = events.stream()
                .filter(event -> event.recurrence().isPresent())
                .map(CalendarEvent::id)
                .collect(Collectors.toSet());
        List<String> lost = events.stream()
                .flatMap(event -> event.replaces().stream())
                .map(replaced -> replaced.series())
                .filter(id -> !series.contains(id))
                .toList();

        Assertions.assertEquals(List.of(), lost, "Occurrences of these are replaced, but none is a recurring event.");
    }

    static void statementsAreMadeByParties(Trial trial) throws Exception {
        List<String> strangers = Leaves.of(items(trial), Agreement.class).stream()
                .flatMap(agreement -> agreement.statements().stream()
                        .map(statement -> statement.by())
                        .filter(by -> !by.isEmpty()
                                && agreement.parties().stream()
                                        .noneMatch(party -> party.key().equals(by)))
                        .map(by -> agreement.id() + ": " + by))
                .toList();

        Assertions.assertEquals(List.of(), strangers, "These make a statement, but are no side of the agreement.");
    }

    static void partiesAreDifferentCities(Trial trial) throws Exception {
        List<String> doubled = Leaves.of(items(trial), Agreement.class).stream()
                .filter(agreement -> {
                    List<Object> refs = agreement.parties().stream()
                            .flatMap(party -> party.city().stream())
                            .map(Object.class::cast)
                            .toList();
                    return Set.copyOf(refs).size() < refs.size();
                })
                .map(Agreement::id)
                .toList();

        Assertions.assertEquals(List.of(), doubled, "In these a city is twinned with itself.");
    }

    static void countriesExist(Trial trial) throws Exception {
        Collection<Item> items = items(trial);
        Set<String> known = Set.of(Locale.getISOCountries());
        Set<String> unknown = new TreeSet<>();
        Leaves.of(items, City.class).forEach(city -> unknown.add(city.country()));
        Leaves.of(items, Party.class).forEach(party -> unknown.add(party.country()));
        unknown.remove("");
        unknown.remove("XK"); // Kosovo, user-assigned, in the use of the European Union and of GeoNames
        unknown.removeAll(known);

        Assertions.assertEquals(Set.of(), unknown, "These are no codes of ISO 3166-1 alpha-2.");
    }

    static void messagesSayTheSameInEveryLanguage(Trial trial) throws Exception {
        List<String> uneven = Leaves.of(items(trial), Playbook.class).stream()
                .flatMap(playbook -> playbook.messages().stream()
                        .filter(message -> !sameLanguages(message))
                        .map(message -> playbook.id() + "/" + message.id()))
                .toList();

        Assertions.assertEquals(
                List.of(), uneven, "Headline, body and instruction of these are not in the same languages.");
    }

    static void parametersAreDeclared(Trial trial) throws Exception {
        List<String> undeclared = Leaves.of(items(trial), MessageTemplate.class).stream()
                .flatMap(message -> variables(message).stream().map(name -> message.id() + ": " + name))
                .toList();

        Assertions.assertEquals(List.of(), undeclared, "These are used in a text, but are no parameters.");
    }

    private static Set<String> variables(MessageTemplate message) {
        Set<String> used = new TreeSet<>();
        for (Text text : List.of(message.headline(), message.body(), message.instruction())) {
            for (String wording : text.texts().values()) {
                Set<String> here = new TreeSet<>(names(VARIABLE, wording));
                here.removeAll(names(DECLARED_HERE, wording));
                used.addAll(here);
            }
        }
        message.parameters().stream().map(Parameter::name).forEach(used::remove);
        return used;
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static boolean sameLanguages(MessageTemplate message) {
        Set<String> languages = message.headline().texts().keySet();
        return languages.equals(message.body().texts().keySet())
                && languages.equals(message.instruction().texts().keySet());
    }

    private static boolean isCharacter(int c) {
        return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
    }

    private static Collection<Item> items(Trial trial) throws Exception {
        return trial.open().first().items().values();
    }
}
