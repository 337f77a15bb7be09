package org.citykit.crisis;

import java.util.Locale;
import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.api.crisis.EmergencyType;

/** What emergencies are called in a CAP document (CAP 1.2 §3.2.2 event), in the languages that are known here. */
final class EmergencyNames {
    private EmergencyNames() {}

    static Optional<String> in(EmergencyType emergency, Locale language) {
        return name(emergency).find(language);
    }

    private static Text name(EmergencyType emergency) {
        return switch (emergency) {
            case PROTEST -> text("Protest", "تجمع اعتراضی", "احتجاج");
            case HATE_INCIDENT -> text("Hate incident", "رویداد نفرت‌پراکنی", "حادث كراهية");
            case TERROR_ATTACK -> text("Terror attack", "حمله تروریستی", "هجوم إرهابي");
            case EARTHQUAKE -> text("Earthquake", "زلزله", "زلزال");
            case FLOOD -> text("Flood", "سیل", "فيضان");
            case DROUGHT -> text("Drought", "خشکسالی", "جفاف");
            case EXTREME_WEATHER -> text("Extreme weather", "آب‌وهوای خطرناک", "طقس خطير");
            case FIRE -> text("Fire", "آتش‌سوزی", "حريق");
            case PANDEMIC -> text("Pandemic", "همه‌گیری بیماری", "جائحة");
            case AIR_POLLUTION -> text("Air pollution", "آلودگی هوا", "تلوث الهواء");
            case SUPPLY_CRISIS -> text("Supply shortage", "کمبود آب، انرژی یا غذا", "نقص الماء أو الطاقة أو الغذاء");
            case MIGRATION -> text("Arrival of many people", "ورود گسترده مردم", "وصول أعداد كبيرة من الناس");
            case CONFLICT_ELSEWHERE -> text("Conflict elsewhere", "درگیری در جای دیگر", "نزاع في مكان آخر");
            case CYBER_ATTACK -> text("Cyber attack", "حمله سایبری", "هجوم إلكتروني");
            case FALSE_RUMOUR -> text("False rumour", "شایعه نادرست", "إشاعة كاذبة");
            case OTHER -> text("Emergency", "وضعیت اضطراری", "حالة طوارئ");
        };
    }

    private static Text text(String english, String persian, String arabic) {
        return Text.of("en", english).and("fa", persian).and("ar", arabic);
    }
}
