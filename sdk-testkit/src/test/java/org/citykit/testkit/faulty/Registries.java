package org.citykit.testkit.faulty;

import java.util.Optional;
import org.citykit.api.CityRef;
import org.citykit.api.Cursor;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provenance;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.Statement;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.api.twinning.TwinningRegistry;

/** Registries of one agreement, the first of them as it should be. */
public final class Registries {
    private static final CityRef HERE = CityRef.parse("wikidata:Q3616");
    private static final CityRef THERE = CityRef.parse("wikidata:Q490");

    private Registries() {}

    public record Settings() {}

    /** Keeps every rule. */
    @Provider(id = "good-registry", settings = Settings.class)
    public static final class Good implements TwinningRegistry<Settings> {
        @Override
        public Source<TwinningItem> open(Settings settings, PluginContext context) {
            return one(party("here", HERE, "IR"), party("there", THERE, "IT"), "here");
        }
    }

    /** A stranger makes the statement. */
    @Provider(id = "strangers-speak", settings = Settings.class)
    public static final class StrangersSpeak implements TwinningRegistry<Settings> {
        @Override
        public Source<TwinningItem> open(Settings settings, PluginContext context) {
            return one(party("here", HERE, "IR"), party("there", THERE, "IT"), "elsewhere");
        }
    }

    /** A city is twinned with itself. */
    @Provider(id = "twins-with-itself", settings = Settings.class)
    public static final class TwinsWithItself implements TwinningRegistry<Settings> {
        @Override
        public Source<TwinningItem> open(Settings settings, PluginContext context) {
            return one(party("here", HERE, "IR"), party("there", HERE, "IR"), "here");
        }
    }

    /** A country is invented. */
    @Provider(id = "invents-countries", settings = Settings.class)
    public static final class InventsCountries implements TwinningRegistry<Settings> {
        @Override
        public Source<TwinningItem> open(Settings settings, PluginContext context) {
            return one(party("here", HERE, "IR"), party("there", THERE, "Italy"), "here");
        }
    }

    private static Party party(String key, CityRef city, String country) {
        return new Party(key, Optional.of(city), Text.of("en", key), country, Party.Role.PARTNER);
    }

    private static Source<TwinningItem> one(Party first, Party second, String by) {
        Statement statement = new Statement(
                by,
                AgreementKind.TWIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Provenance.of(Text.of("en", "City register")));
        Agreement agreement = Agreement.builder("a-1", AgreementKind.TWIN)
                .parties(first, second)
                .statements(statement)
                .build();
        return (since, sink) -> {
            sink.accept(agreement);
            return Outcome.snapshot(Cursor.start());
        };
    }
}
