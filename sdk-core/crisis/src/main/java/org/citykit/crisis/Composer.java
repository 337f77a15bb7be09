package org.citykit.crisis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Text;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.crisis.text.Blemishes;

/** Fills wordings in and holds free words to the same rules as prepared ones. Stateless. */
final class Composer {
    private Composer() {}

    /** @throws CrisisException with everything that is wrong with the wording */
    static Composition compose(Wording wording, PlaybookBook book) {
        if (wording instanceof Wording.Prepared prepared) {
            return prepared(prepared, book);
        }
        if (wording instanceof Wording.Free free) {
            return free(free, book.settings());
        }
        throw new IllegalStateException("A wording is prepared or free; this cannot happen.");
    }

    private static Composition prepared(Wording.Prepared prepared, PlaybookBook book) {
        Rendering rendering = book.render(prepared.playbook(), prepared.message(), prepared.parameters());
        PlaybookEntry entry = book.playbook(prepared.playbook()).orElseThrow();
        MessageTemplate template =
                book.message(prepared.playbook(), prepared.message()).orElseThrow();
        return new Composition(
                book.settings(),
                entry.playbook().emergency(),
                template.phase(),
                template.audience(),
                template.hazard(),
                rendering,
                template.channels(),
                entry.id());
    }

    private static Composition free(Wording.Free free, CrisisSettings settings) {
        List<Locale> languages = settings.languages();
        List<CrisisProblem> problems = new ArrayList<>();
        Optional<Text> headline = complete("headline", free.headline(), languages, problems);
        Optional<Text> body = complete("body", free.body(), languages, problems);
        Optional<Text> instruction = complete("instruction", free.instruction(), languages, problems);
        if (headline.isEmpty() || body.isEmpty() || instruction.isEmpty()) {
            throw CrisisException.of(problems);
        }
        return new Composition(
                settings,
                free.emergency(),
                free.phase(),
                free.audience(),
                free.hazard(),
                new Rendering(headline.get(), body.get(), instruction.get()),
                Set.of(),
                "");
    }

    /** A text in exactly the languages of the portal, or problems. */
    static Optional<Text> complete(String field, Text text, List<Locale> languages, List<CrisisProblem> problems) {
        int before = problems.size();
        Map<String, String> said = new LinkedHashMap<>();
        for (Locale language : languages) {
            String tag = language.stripExtensions().toLanguageTag();
            Optional<String> words = text.find(language);
            if (words.isEmpty()) {
                problems.add(new CrisisProblem(
                        CrisisError.LANGUAGE_MISSING, field, "is missing in '" + tag + "'. Translate it."));
            } else {
                inspect(field, tag, words.get(), problems);
                said.put(tag, words.get());
            }
        }
        return problems.size() == before ? Optional.of(new Text(said)) : Optional.empty();
    }

    /** Looks for holes and for characters that no message may hold, in every language of a text. */
    static void inspect(String field, Text text, List<CrisisProblem> problems) {
        text.texts().forEach((tag, words) -> inspect(field, tag, words, problems));
    }

    private static void inspect(String field, String tag, String words, List<CrisisProblem> problems) {
        Blemishes.leftover(words)
                .ifPresent(left -> problems.add(new CrisisProblem(
                        CrisisError.PLACEHOLDER_LEFT,
                        field,
                        "in '" + tag + "' still has \"" + left + "\" in it. Write it out.")));
        Blemishes.unfitForText(words)
                .ifPresent(c -> problems.add(new CrisisProblem(
                        CrisisError.CHARACTER_REFUSED,
                        field,
                        String.format("in '%s' has the character U+%04X. Remove it.", tag, c))));
        if (!Blemishes.isSeen(words)) {
            problems.add(new CrisisProblem(
                    CrisisError.PLACEHOLDER_LEFT, field, "in '" + tag + "' says nothing. Write it out."));
        }
    }
}
