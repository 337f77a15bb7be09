package org.citykit.host.content;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.api.Figure;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.view.FigureView;
import org.citykit.host.view.Passage;
import org.citykit.host.view.SourceView;

/** Puts values that all rooms share into one language. Immutable. */
record Phrasing(Language language, Dates dates) {
    Words words() {
        return language.words();
    }

    Passage passage(Text text) {
        return Passage.of(text, language);
    }

    /** A text by paragraph. */
    List<Passage> paragraphs(Text text) {
        Passage whole = passage(text);
        return whole.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Passage(line, whole.language(), whole.direction(), whole.foreign()))
                .toList();
    }

    SourceView source(Provenance provenance) {
        return new SourceView(
                passage(provenance.source()),
                provenance.where().flatMap(Phrasing::web),
                provenance
                        .retrieved()
                        .map(at -> dates.day(at.atZone(dates.zone()).toLocalDate())),
                provenance.licence().isEmpty() ? Optional.empty() : Optional.of(provenance.licence()));
    }

    FigureView figure(Figure figure) {
        return new FigureView(
                passage(figure.measure()),
                amount(figure),
                figure.at().map(dates::partial),
                Optional.of(source(figure.provenance())));
    }

    /** A figure beside its source: only another source is named again. */
    FigureView figure(Figure figure, Provenance beside) {
        FigureView view = figure(figure);
        return figure.provenance().equals(beside)
                ? new FigureView(view.measure(), view.value(), view.at(), Optional.empty())
                : view;
    }

    private String amount(Figure figure) {
        String number = figure.value().stripTrailingZeros().scale() <= 0
                        && figure.value().precision() <= 18
                ? language.numerals().grouped(figure.value().longValue())
                : language.numerals().digits(figure.value().toPlainString());
        String amount = figure.unit().isEmpty() ? number : number + " " + figure.unit();
        return figure.approximate() ? Words.fill(words().relation().approximately(), "value", amount) : amount;
    }

    /** Some words, one after the other. */
    String listed(List<String> parts) {
        return String.join(words().frame().listComma() + " ", parts);
    }

    /** The names of some languages. */
    String languages(List<Locale> locales) {
        return locales.stream()
                .map(language::nameOf)
                .collect(Collectors.joining(words().frame().listComma() + " "));
    }

    /** A web address that may become a link; anything but http and https is left out. */
    static Optional<String> web(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("");
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http")
                ? Optional.of(address.toASCIIString())
                : Optional.empty();
    }
}
