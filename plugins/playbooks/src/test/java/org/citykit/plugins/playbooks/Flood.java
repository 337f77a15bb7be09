package org.citykit.plugins.playbooks;

/** A small, whole playbook, and the same with something changed in it. */
final class Flood {
    static final String YAML = """
            id: flood
            emergency: flood
            title: { fa: سیل, en: Flood }
            guidance: { fa: زود بگویید., en: Speak early. }
            channels: [web, sms]
            roles:
              - id: writer
                duty: drafts
                title: { fa: نویسنده, en: Writer }
            steps:
              - id: draft
                phase: first-message
                role: writer
                within: PT10M
                task: { fa: بنویسید., en: Write. }
            intermediaries:
              - { fa: معتمدان محله, en: Trusted neighbours }
            parameters:
              place:
                type: place
                label: { fa: کجا, en: Where }
                least: 2
                most: 40
                samples: [Tehran]
              depth:
                type: choice
                label: { fa: عمق, en: Depth }
                choices:
                  - { key: low, label: { fa: کم, en: low } }
                samples: [low]
            messages:
              - id: first
                phase: first-message
                audience: everyone
                channels: [web, sms]
                hazard: { urgency: immediate, severity: severe, certainty: observed }
                parameters: [place]
                headline: { fa: "سیل در {$place}", en: "Flood in {$place}" }
                body: { fa: آب بالا می‌آید., en: Water rises. }
                instruction: { fa: بالا بروید., en: Go up. }
              - id: over
                phase: all-clear
                audience: everyone
                channels: [web]
                hazard: { urgency: past, severity: minor, certainty: observed }
                headline: { fa: پایان سیل, en: Flood over }
                body: { fa: آب پایین رفت., en: Water is down. }
                instruction: { fa: تمیز کنید., en: Clean up. }
            """;

    private Flood() {}

    /** The playbook with one piece of it replaced. */
    static String with(String piece, String other) {
        if (!YAML.contains(piece)) {
            throw new AssertionError("The sample does not contain: " + piece);
        }
        return YAML.replace(piece, other);
    }
}
