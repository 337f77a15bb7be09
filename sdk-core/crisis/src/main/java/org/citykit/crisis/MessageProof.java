package org.citykit.crisis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.citykit.api.Text;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.MessageTexts.Part;
import org.citykit.crisis.text.CompiledText;
import org.citykit.crisis.text.TextFault;
import org.citykit.crisis.text.Value;

/** The proof of one message in every language of the portal. Confined to one thread. */
final class MessageProof {
    /** Takes what is found. */
    @FunctionalInterface
    interface Findings {
        void add(String language, CrisisError code, String reason);
    }

    private final CrisisSettings settings;
    private final MessageTemplate template;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Findings findings;
    private boolean refused;

    private MessageProof(CrisisSettings settings, MessageTemplate template, Findings findings) {
        this.settings = settings;
        this.template = template;
        this.findings = findings;
        template.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
    }

    /** Proves a message; empty when anything but a warning was found. */
    static Optional<ProvenMessage> prove(CrisisSettings settings, MessageTemplate template, Findings findings) {
        return new MessageProof(settings, template, findings).run();
    }

    private Optional<ProvenMessage> run() {
        checkSamples();
        List<MessageTexts> proven = new ArrayList<>();
        for (Locale language : settings.languages()) {
            checkTranslation(language);
            checkLabels(language);
            compile(language).filter(texts -> isProven(texts)).ifPresent(proven::add);
        }
        return refused ? Optional.empty() : Optional.of(new ProvenMessage(template, settings.zone(), proven));
    }

    private void checkSamples() {
        for (Parameter parameter : template.parameters()) {
            for (String sample : parameter.samples()) {
                try {
                    ParameterReader.read(
                            parameter,
                            sample,
                            settings.zone(),
                            settings.languages().get(0));
                } catch (ParameterReader.Refusal refusal) {
                    found(
                            "",
                            CrisisError.SAMPLE_INVALID,
                            "The sample \"" + sample + "\" of $" + parameter.name() + " " + refusal.reason());
                }
            }
        }
    }

    private void checkTranslation(Locale language) {
        String tag = template.headline().find(language).isPresent()
                ? template.headline().tagFor(language)
                : template.headline().tags().get(0);
        if (tag.equals(template.headline().tags().get(0))) {
            return;
        }
        int rendered =
                template.translatedFrom().getOrDefault(tag, 1); // the first version can have no stale translation
        if (rendered != template.revision()) {
            found(
                    tag(language),
                    CrisisError.TRANSLATION_STALE,
                    "The translation renders version " + rendered + " of the original, which is at version "
                            + template.revision() + ". Bring it up to date.");
        }
    }

    private void checkLabels(Locale language) {
        for (Parameter parameter : template.parameters()) {
            for (Parameter.Choice choice : parameter.choices()) {
                if (choice.label().find(language).isEmpty()) {
                    found(
                            tag(language),
                            CrisisError.LANGUAGE_MISSING,
                            "The choice \"" + choice.key() + "\" of $" + parameter.name()
                                    + " has no label in this language. Translate it.");
                }
            }
        }
    }

    private Optional<MessageTexts> compile(Locale language) {
        Optional<CompiledText> headline = compile(Part.HEADLINE, language);
        Optional<CompiledText> body = compile(Part.BODY, language);
        Optional<CompiledText> instruction = compile(Part.INSTRUCTION, language);
        return headline.isPresent() && body.isPresent() && instruction.isPresent()
                ? Optional.of(new MessageTexts(tag(language), language, headline.get(), body.get(), instruction.get()))
                : Optional.empty();
    }

    private Optional<CompiledText> compile(Part part, Locale language) {
        Optional<String> source = source(part).find(language);
        if (source.isEmpty()) {
            found(
                    tag(language),
                    CrisisError.LANGUAGE_MISSING,
                    "The " + part.word() + " is missing in this language of the portal. Translate it.");
            return Optional.empty();
        }
        try {
            return Optional.of(CompiledText.of(source.get(), language));
        } catch (TextFault fault) {
            found(
                    tag(language),
                    CrisisError.TEMPLATE_SYNTAX,
                    "The " + part.word() + " is not in MessageFormat 2: " + fault.getMessage() + ".");
            return Optional.empty();
        }
    }

    private boolean isProven(MessageTexts texts) {
        Map<String, List<Value>> probes = new Probes(settings.zone(), texts.language()).of(template.parameters());
        int[] faults = {0};
        Map<Part, TextProof> proofs = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            BiConsumer<CrisisError, String> report = (code, reason) -> {
                faults[0]++;
                found(texts.tag(), code, "The " + part.word() + " " + reason);
            };
            TextProof proof = new TextProof(texts.text(part), texts.language(), parameters, report);
            proofs.put(part, proof);
            if (proof.isWellMade() && probes.size() == parameters.size()) {
                proof.render(probes);
            }
        }
        checkUnused(texts.tag(), proofs);
        if (faults[0] == 0 && probes.size() == parameters.size()) {
            LengthProof.check(
                    template, texts, probes, (code, reason) -> found(texts.tag(), code, "The message " + reason));
        }
        return faults[0] == 0;
    }

    private void checkUnused(String tag, Map<Part, TextProof> proofs) {
        Set<String> unused = new HashSet<>(parameters.keySet());
        proofs.values().forEach(proof -> unused.removeAll(proof.used()));
        unused.stream()
                .sorted()
                .forEach(name -> found(
                        tag,
                        CrisisError.PARAMETER_UNUSED,
                        "No text uses the parameter $" + name + ". Use it in every language or remove it."));
    }

    private Text source(Part part) {
        return switch (part) {
            case HEADLINE -> template.headline();
            case BODY -> template.body();
            case INSTRUCTION -> template.instruction();
        };
    }

    private void found(String language, CrisisError code, String reason) {
        refused |= !code.isWarning();
        findings.add(language, code, reason);
    }

    private static String tag(Locale language) {
        return language.stripExtensions().toLanguageTag();
    }
}
