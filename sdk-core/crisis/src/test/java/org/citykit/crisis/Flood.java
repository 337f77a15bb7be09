package org.citykit.crisis;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.crisis.Role;
import org.citykit.api.crisis.Step;

/** A whole playbook in Persian, Arabic and English, and the portal that uses it. */
final class Flood {
    static final CrisisSettings SETTINGS = new CrisisSettings(
            "tehran",
            List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH),
            ZoneId.of("Asia/Tehran"),
            "alerts.tehran.example");

    static final String ID = "city-playbooks.flood";

    static final Hazard SEVERE =
            new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED);

    private Flood() {}

    static Map<String, String> first() {
        return Map.of(
                "river", "کن",
                "until", "2030-10-09T18:05+03:30",
                "shelters", "3",
                "action", "leave",
                "hotline", "137",
                "page", "https://tehran.example/flood");
    }

    static PlaybookBook book() {
        return book(playbook(firstMessage(), update(), correction(), allClear()));
    }

    static PlaybookBook book(Playbook... playbooks) {
        return PlaybookBook.of(
                SETTINGS, List.of(new PackSnapshot("city-playbooks", new Revision("1"), List.of(playbooks))));
    }

    static Playbook playbook(MessageTemplate... messages) {
        return playbook("flood", EmergencyType.FLOOD, messages);
    }

    static Playbook playbook(String id, EmergencyType emergency, MessageTemplate... messages) {
        return new Playbook(
                id,
                emergency,
                text("سیل", "فيضان", "Flood"),
                text("هر ساعت خبر دهید.", "أخبروا الناس كل ساعة.", "Speak every hour."),
                Set.of(ChannelKind.WEB, ChannelKind.SMS),
                List.of(new Role("press", Role.Duty.SPEAKS, text("سخنگو", "الناطق", "Spokesperson"))),
                List.of(new Step(
                        "warn",
                        Phase.FIRST_MESSAGE,
                        text("هشدار دهید", "حذّروا", "Warn"),
                        "press",
                        Optional.of(Duration.ofMinutes(15)))),
                List.of(messages),
                List.of(text("امامان جماعت", "أئمة المساجد", "Faith leaders")),
                Provenance.of(text("شهرداری", "البلدية", "The city")));
    }

    static MessageTemplate firstMessage() {
        return message(
                "first",
                Phase.FIRST_MESSAGE,
                text("سیل در {$river}", "فيضان في {$river}", "Flood at {$river}"),
                text(
                        "آب بالا می‌آید تا {$until :time} {$until :date}. {$shelters :integer} پناهگاه باز است.",
                        """
                        .input {$shelters :integer}
                        .match $shelters
                        0 {{الماء يرتفع حتى {$until :time}. لا ملجأ مفتوح.}}
                        one {{الماء يرتفع حتى {$until :time}. ملجأ واحد مفتوح.}}
                        two {{الماء يرتفع حتى {$until :time}. ملجآن مفتوحان.}}
                        few {{الماء يرتفع حتى {$until :time}. {$shelters} ملاجئ مفتوحة.}}
                        many {{الماء يرتفع حتى {$until :time}. {$shelters} ملجأ مفتوحا.}}
                        * {{الماء يرتفع حتى {$until :time}. {$shelters} ملجأ مفتوح.}}
                        """,
                        """
                        .input {$shelters :integer}
                        .match $shelters
                        one {{Water rises until {$until :time}. {$shelters} shelter is open.}}
                        * {{Water rises until {$until :time}. {$shelters} shelters are open.}}
                        """),
                text("""
                        .input {$action :string}
                        .match $action
                        leave {{خانه را ترک کنید. تلفن {$hotline}، {$page}}}
                        * {{{$action}. تلفن {$hotline}، {$page}}}
                        """, "{$action}. هاتف {$hotline}، {$page}", "{$action}. Call {$hotline}, {$page}"),
                List.of(
                        parameter("river", Parameter.Type.PLACE, 1, 60, "Kan", "رود کن"),
                        parameter("until", Parameter.Type.INSTANT, 0, 0, "2030-10-09T18:05+03:30"),
                        parameter("shelters", Parameter.Type.COUNT, 0, 500, "3"),
                        action(),
                        parameter("hotline", Parameter.Type.PHONE, 0, 0, "137", "+982196000000"),
                        parameter("page", Parameter.Type.URL, 0, 0, "https://tehran.example/flood")));
    }

    static MessageTemplate update() {
        return simple(
                "update",
                Phase.UPDATE,
                "آب در {$river} پایین می‌رود",
                "الماء ينخفض في {$river}",
                "Water falls at {$river}");
    }

    static MessageTemplate correction() {
        return simple(
                "correction", Phase.CORRECTION, "سد {$river} سالم است", "سد {$river} سليم", "The {$river} dam is safe");
    }

    static MessageTemplate allClear() {
        return simple(
                "all-clear", Phase.ALL_CLEAR, "خطر در {$river} گذشت", "زال الخطر في {$river}", "All clear at {$river}");
    }

    static MessageTemplate simple(String id, Phase phase, String persian, String arabic, String english) {
        return message(
                id,
                phase,
                text(persian, arabic, english),
                text("شهرداری خبر می‌دهد.", "البلدية تعلن.", "The city tells you."),
                text("با ما بمانید.", "ابقوا معنا.", "Stay with us."),
                List.of(parameter("river", Parameter.Type.PLACE, 1, 60, "Kan")));
    }

    static MessageTemplate message(
            String id, Phase phase, Text headline, Text body, Text instruction, List<Parameter> parameters) {
        return new MessageTemplate(
                id,
                phase,
                Audience.EVERYONE,
                Set.of(ChannelKind.WEB, ChannelKind.SMS),
                SEVERE,
                headline,
                body,
                instruction,
                parameters,
                1,
                Map.of("ar", 1, "en", 1));
    }

    static Parameter parameter(String name, Parameter.Type type, long least, long most, String... samples) {
        return new Parameter(name, type, text(name + "؟", name + " ؟", name), least, most, List.of(), List.of(samples));
    }

    static Parameter action() {
        return new Parameter(
                "action",
                Parameter.Type.CHOICE,
                text("چه کنند", "ماذا يفعلون", "What to do"),
                0,
                0,
                List.of(
                        new Parameter.Choice("leave", text("بروید", "غادروا", "Leave")),
                        new Parameter.Choice("upstairs", text("به طبقه بالا بروید", "اصعدوا", "Go upstairs"))),
                List.of("leave"));
    }

    static Text text(String persian, String arabic, String english) {
        return Text.of("fa", persian).and("ar", arabic).and("en", english);
    }
}
