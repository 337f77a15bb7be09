package org.citykit.host.web;

import java.util.List;
import org.citykit.host.content.Content;
import org.citykit.host.language.Language;
import org.citykit.host.language.Languages;
import org.citykit.host.page.Frame;
import org.citykit.host.page.Frame.Room;

/** Makes what stands around pages. Thread-safe. */
final class Frames {
    private final Languages languages;
    private final Content content;
    private final Frame.Assets assets;

    Frames(Languages languages, Content content, Frame.Assets assets) {
        this.languages = languages;
        this.content = content;
        this.assets = assets;
    }

    /** Around the page at an address, which every language has. */
    Frame around(Question question, Room room, String title) {
        return around(
                question.language(), question.address() + question.parameters().query(), room, title);
    }

    /** Around a page in a language; the other languages are offered at the same address. */
    Frame around(Language language, String address, Room room, String title) {
        List<Frame.InLanguage> offered = languages.all().stream()
                .map(other -> new Frame.InLanguage(
                        "/" + other.tag() + "/" + address,
                        other.tag(),
                        other.ownName(),
                        other.direction(),
                        other.tag().equals(language.tag())))
                .toList();
        return new Frame(
                language, content.city(language), title, room, offered, content.alertsInForce(language), assets);
    }
}
