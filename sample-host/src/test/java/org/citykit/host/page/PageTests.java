package org.citykit.host.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.api.Text;
import org.citykit.host.language.Language;
import org.citykit.host.page.Frame.Room;
import org.citykit.host.view.NetworkCard;
import org.citykit.host.view.Passage;
import org.citykit.host.view.SourceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageTests {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)([^>]*?)(/?)>");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr", "img", "col");

    static Stream<Arguments> everyPage() {
        return Stream.of("fa", "ar", "en")
                .flatMap(tag -> new SamplePages(tag)
                        .all().entrySet().stream().map(page -> Arguments.of(tag, page.getKey(), page.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void everyElementIsClosedWhereItWasOpened(String tag, String name, Page page) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page.html());

        while (tags.find()) {
            if (VOID.contains(tags.group(2)) || !tags.group(4).isEmpty()) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertEquals(open.pop(), tags.group(2), name + " at " + tags.start());
            }
        }

        assertTrue(open.isEmpty(), open.toString());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void everyPageHasOneFirstHeadingAndSkipsNoLevel(String tag, String name, Page page) {
        Matcher headings = Pattern.compile("<h([1-6])").matcher(page.html());
        int before = 0;
        int first = 0;

        while (headings.find()) {
            int level = Integer.parseInt(headings.group(1));
            first += level == 1 ? 1 : 0;
            assertTrue(level <= before + 1, "h" + level + " after h" + before);
            before = level;
        }

        assertEquals(1, first);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void everyPageSaysItsLanguageItsDirectionAndItsTitle(String tag, String name, Page page) {
        String direction = tag.equals("en") ? "ltr" : "rtl";

        assertTrue(page.html().startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\" dir=\"" + direction + "\">"));
        assertTrue(page.html().contains("<title>" + page.frame().title() + " – "));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void noPageHasScriptsStylesOfItsOwnOrEventAttributes(String tag, String name, Page page) {
        String withoutData = page.html().replace("<script type=\"application/ld+json\">{", "");
        assertFalse(withoutData.contains("<script"));
        assertFalse(page.html().contains("<style"));
        assertFalse(Pattern.compile("\\sstyle=|\\son[a-z]+=|javascript:")
                .matcher(page.html())
                .find());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void idsAreUniqueAndEveryReferenceToOneIsMet(String tag, String name, Page page) {
        List<String> ids = all(page.html(), "\\sid=\"([^\"]+)\"");
        Set<String> known = new HashSet<>(ids);

        assertEquals(known.size(), ids.size(), ids.toString());
        assertTrue(known.containsAll(all(page.html(), "\\s(?:for|aria-labelledby)=\"([^\"]+)\"")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void aPageIsSmall(String tag, String name, Page page) {
        assertTrue(page.html().getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 40_000);
    }

    @Test
    void whatSourcesSayIsTextAndNeverMarkup() {
        String hostile = "<img src=x onerror=alert(1)> & \"quoted\" 'single'";
        Language english = Language.of(Locale.ENGLISH);
        SourceView source = new SourceView(
                Passage.of(Text.of("en", hostile), english),
                Optional.of("https://example.org/\"><script>"),
                Optional.empty(),
                Optional.empty());
        NetworkCard network = new NetworkCard(
                "n\"><b>",
                Passage.of(Text.of("fa", hostile), english),
                Optional.of(hostile),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                source);
        Frame frame = new SamplePages("en").all().get("networks").frame();

        String html = new NetworksPage(frame, List.of(network)).html();

        assertFalse(html.contains("<img"));
        assertFalse(html.contains("<script"));
        assertFalse(html.contains("<b>"));
        assertTrue(html.contains("&lt;img src"));
    }

    @Test
    void aTextInAnotherLanguageSaysSo() {
        String html = new SamplePages("fa").all().get("networks").html();

        assertTrue(html.contains("<span lang=\"en\" dir=\"ltr\">World Association"));
        assertTrue(html.contains("<bdi>شهرداران برای صلح</bdi>"));
    }

    @Test
    void alertsInForceStandAboveEveryPageButTheirOwn() {
        SamplePages pages = new SamplePages("en");

        assertTrue(pages.all().get("networks").html().contains("class=\"warnings\""));
        assertTrue(pages.all().get("home").html().contains("class=\"warnings\""));
        assertFalse(pages.all().get("alerts").html().contains("class=\"warnings\""));
    }

    @Test
    void theMenuSaysWhereTheReaderIs() {
        String html = new SamplePages("en").all().get("networks").html();

        assertEquals(1, all(html, "(aria-current=\"page\")").size());
        assertTrue(html.contains("<a href=\"/en/networks\" aria-current=\"page\">Networks</a>"));
        assertEquals(
                Room.NETWORKS,
                new SamplePages("en").all().get("networks").frame().room());
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
