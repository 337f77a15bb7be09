package org.citykit.crisis;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.api.Text;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.MessageTexts.Part;
import org.citykit.crisis.text.Value;

/** A message whose proof has passed, compiled in every language of the portal. Immutable and thread-safe. */
final class ProvenMessage {
    private final MessageTemplate template;
    private final ZoneId zone;
    private final List<MessageTexts> languages;

    ProvenMessage(MessageTemplate template, ZoneId zone, List<MessageTexts> languages) {
        this.template = template;
        this.zone = zone;
        this.languages = List.copyOf(languages);
    }

    MessageTemplate template() {
        return template;
    }

    /** Fills it in, in every language of the portal. */
    Rendering render(Map<String, String> parameters) {
        List<CrisisProblem> problems = new ArrayList<>();
        Map<String, String> headline = new LinkedHashMap<>();
        Map<String, String> body = new LinkedHashMap<>();
        Map<String, String> instruction = new LinkedHashMap<>();
        checkNames(parameters, problems);
        for (MessageTexts texts : languages) {
            Map<String, Value> values = read(parameters, texts.language(), problems);
            if (!problems.isEmpty()) {
                throw CrisisException.of(problems);
            }
            headline.put(texts.tag(), texts.format(Part.HEADLINE, values));
            body.put(texts.tag(), texts.format(Part.BODY, values));
            instruction.put(texts.tag(), texts.format(Part.INSTRUCTION, values));
        }
        return new Rendering(new Text(headline), new Text(body), new Text(instruction));
    }

    private void checkNames(Map<String, String> parameters, List<CrisisProblem> problems) {
        List<String> known = template.parameters().stream().map(Parameter::name).toList();
        parameters.keySet().forEach(name -> {
            if (name == null || !known.contains(name)) {
                problems.add(new CrisisProblem(
                        CrisisError.PARAMETER_UNKNOWN,
                        String.valueOf(name),
                        "is no parameter of this message; it has " + String.join(", ", known) + "."));
            }
        });
    }

    private Map<String, Value> read(Map<String, String> given, Locale language, List<CrisisProblem> problems) {
        Map<String, Value> values = new HashMap<>();
        for (Parameter parameter : template.parameters()) {
            String typed = given.get(parameter.name());
            if (typed == null || typed.isBlank()) {
                problems.add(new CrisisProblem(CrisisError.PARAMETER_MISSING, parameter.name(), "must be filled in."));
                continue;
            }
            try {
                values.put(parameter.name(), ParameterReader.read(parameter, typed, zone, language));
            } catch (ParameterReader.Refusal refused) {
                problems.add(refused.on(parameter.name()));
            }
        }
        return values;
    }
}
