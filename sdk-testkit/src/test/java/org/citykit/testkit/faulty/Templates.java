package org.citykit.testkit.faulty;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.Cursor;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provenance;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.CrisisTemplates;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;
import org.citykit.api.crisis.Playbook;

/** Packs of one playbook, the first of them as it should be. */
public final class Templates {
    private Templates() {}

    public record Settings() {}

    /** Keeps every rule. */
    @Provider(id = "good-templates", settings = Settings.class)
    public static final class Good implements CrisisTemplates<Settings> {
        @Override
        public Source<Playbook> open(Settings settings, PluginContext context) {
            return one(Text.of("en", "Leave {$place}.").and("fa", "{$place} را ترک کنید."));
        }
    }

    /** The body is in one language alone. */
    @Provider(id = "half-translated", settings = Settings.class)
    public static final class HalfTranslated implements CrisisTemplates<Settings> {
        @Override
        public Source<Playbook> open(Settings settings, PluginContext context) {
            return one(Text.of("en", "Leave {$place}."));
        }
    }

    /** A text has a hole that nobody fills. */
    @Provider(id = "leaves-holes", settings = Settings.class)
    public static final class LeavesHoles implements CrisisTemplates<Settings> {
        @Override
        public Source<Playbook> open(Settings settings, PluginContext context) {
            return one(Text.of("en", "Leave {$place} by {$road}.").and("fa", "{$place} را ترک کنید."));
        }
    }

    private static Source<Playbook> one(Text body) {
        Text headline = Text.of("en", "Flood").and("fa", "سیل");
        MessageTemplate message = new MessageTemplate(
                "first",
                Phase.FIRST_MESSAGE,
                Audience.RESIDENTS,
                Set.of(ChannelKind.WEB),
                new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                headline,
                body,
                headline,
                List.of(new Parameter(
                        "place", Parameter.Type.PLACE, Text.of("en", "Place"), 1, 60, List.of(), List.of("Old town"))),
                1,
                Map.of("fa", 1));
        Playbook playbook = new Playbook(
                "flood",
                EmergencyType.FLOOD,
                headline,
                headline,
                Set.of(ChannelKind.WEB),
                List.of(),
                List.of(),
                List.of(message),
                List.of(),
                Provenance.of(Text.of("en", "Crisis office")));
        return (since, sink) -> {
            sink.accept(playbook);
            return Outcome.snapshot(Cursor.start());
        };
    }
}
