package org.citykit.runtime.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Formerly;
import org.citykit.api.InvalidValueException;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;
import org.junit.jupiter.api.Test;

class FormerlyTests {
    record Feed(@Formerly({"address", "link"}) String feedUrl, Optional<Integer> limit) {
        Feed {
            if (feedUrl.isEmpty()) {
                throw new InvalidValueException("feedUrl", "must not be empty");
            }
        }
    }

    record Feeds(List<Feed> all) {}

    record Taken(@Formerly("now") String later, String now) {}

    record Claimed(
            @Formerly("old") String one, @Formerly("old") String two) {}

    @Test
    void anOldNameAndTheNewOneAtOnceAreRefused() {
        Bound<Feed> bound = bind("address: a\nfeed-url: b\n", Feed.class);

        assertEquals(
                List.of("setting 'address' is an old name of what stands under 'feed-url' too. Keep one of them."),
                messages(bound));
        assertEquals(1, bound.problems().get(0).line());
        assertTrue(bound.settings().isEmpty());
    }

    @Test
    void twoOldNamesAtOnceAreRefused() {
        assertEquals(
                List.of("setting 'link' is an old name of what stands under 'address' too. Keep one of them."),
                messages(bind("address: a\nlink: b\n", Feed.class)));
    }

    @Test
    void aValueUnderAnOldNameIsCheckedWhereItStands() {
        Bound<Feed> bound = bind("limit: 3\nlink: ''\n", Feed.class);

        assertEquals(2, bound.problems().get(0).line());
    }

    @Test
    void aNameThatAnotherSettingHasIsTheVendorsMistake() {
        assertEquals(
                RuntimeError.CONTRACT_BROKEN,
                bind("later: a\nnow: b\n", Taken.class).problems().get(0).code());
        assertEquals(
                RuntimeError.CONTRACT_BROKEN,
                bind("one: a\ntwo: b\n", Claimed.class).problems().get(0).code());
    }

    @Test
    void aSettingMissingUnderAllItsNamesIsAskedForByTheNewOne() {
        assertTrue(messages(bind("limit: 3\n", Feed.class)).get(0).startsWith("setting 'feed-url' is missing."));
    }

    @Test
    void anOldNameIsTakenWithANote() {
        Bound<Feed> bound = bind("address: a\nlimit: 3\n", Feed.class);

        assertEquals(Optional.of(new Feed("a", Optional.of(3))), bound.settings());
        assertEquals(List.of(new SettingNote(SettingNote.Kind.OLD_NAME, "address", "feed-url")), bound.notes());
    }

    @Test
    void anOldNameThatIsEmptyDoesNotCount() {
        Bound<Feed> bound = bind("address:\nfeed-url: b\n", Feed.class);

        assertEquals("b", bound.settings().orElseThrow().feedUrl());
    }

    @Test
    void aNoteNamesTheWayToASettingInsideOfOthers() {
        Bound<Feeds> bound = bind("all:\n  - { limit: 1, link: a }\n  - feed-url: b\n", Feeds.class);

        assertEquals(
                List.of(
                        new SettingNote(SettingNote.Kind.OLD_NAME, "all[0].link", "feed-url"),
                        new SettingNote(SettingNote.Kind.LEFT_OUT, "all[1].limit", "")),
                bound.notes());
    }

    private static List<String> messages(Bound<?> bound) {
        return bound.problems().stream().map(problem -> problem.message()).toList();
    }

    private static <R extends Record> Bound<R> bind(String yaml, Class<R> type) {
        Value written = Values.parse(yaml, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD)
                .value()
                .orElseThrow();
        return SettingsBinder.bind(
                written,
                type,
                SecretSource.of(name -> Optional.empty(), Path.of("none")),
                new BindContext("visits", "portal.yaml"));
    }
}
