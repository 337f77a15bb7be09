package org.citykit.host.view;

import java.util.Locale;
import org.citykit.api.Text;
import org.citykit.host.language.Language;

/**
 * A text of the portal's data, perhaps in another language than the page's.
 *
 * @param text what it says
 * @param language its BCP 47 tag
 * @param direction {@code ltr}, {@code rtl}, or {@code auto} if its language is not known
 * @param foreign true if its language is not the page's, so that it must be marked up
 */
public record Passage(String text, String language, String direction, boolean foreign) {
    /** A text in a page's language, or else in its original. */
    public static Passage of(Text text, Language page) {
        String tag = text.tagFor(page.locale());
        Locale locale = Locale.forLanguageTag(tag);
        boolean foreign = !locale.getLanguage().equals(page.locale().getLanguage());
        String direction = tag.equals(Text.UNDETERMINED) ? "auto" : Language.direction(locale);
        return new Passage(text.in(page.locale()), tag, direction, foreign);
    }

    /** A text in the page's own language. */
    public static Passage in(Language page, String text) {
        return new Passage(text, page.tag(), page.direction(), false);
    }
}
