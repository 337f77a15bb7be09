package org.citykit.plugins.webhook;

import java.util.List;
import java.util.Locale;
import org.citykit.api.Text;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.cap.Category;

/** What emergencies are in CAP: their name in words and their categories. Stateless. */
final class EmergencyWords {
    private EmergencyWords() {}

    /** The name in a language, or in English. */
    static String event(EmergencyType emergency, Locale language) {
        return name(emergency).in(language);
    }

    static List<Category> categories(EmergencyType emergency) {
        return switch (emergency) {
            case PROTEST, FALSE_RUMOUR -> List.of(Category.SAFETY);
            case HATE_INCIDENT, TERROR_ATTACK -> List.of(Category.SECURITY, Category.SAFETY);
            case EARTHQUAKE -> List.of(Category.GEO);
            case FLOOD, EXTREME_WEATHER -> List.of(Category.MET);
            case DROUGHT -> List.of(Category.MET, Category.ENV);
            case FIRE -> List.of(Category.FIRE);
            case PANDEMIC -> List.of(Category.HEALTH);
            case AIR_POLLUTION -> List.of(Category.ENV, Category.HEALTH);
            case SUPPLY_CRISIS -> List.of(Category.INFRA);
            case CONFLICT_ELSEWHERE -> List.of(Category.SECURITY);
            case CYBER_ATTACK -> List.of(Category.INFRA, Category.SECURITY);
            case MIGRATION, OTHER -> List.of(Category.OTHER);
        };
    }

    private static Text name(EmergencyType emergency) {
        return switch (emergency) {
            case PROTEST -> text("Protest", "تجمع اعتراضی", "احتجاج");
            case HATE_INCIDENT -> text("Hate incident", "رویداد نفرت‌پراکنی", "حادث كراهية");
            case TERROR_ATTACK -> text("Terror attack", "حملهٔ تروریستی", "هجوم إرهابي");
            case EARTHQUAKE -> text("Earthquake", "زلزله", "زلزال");
            case FLOOD -> text("Flood", "سیل", "فيضان");
            case DROUGHT -> text("Drought", "خشکسالی", "جفاف");
            case EXTREME_WEATHER -> text("Extreme weather", "هوای خطرناک", "طقس خطير");
            case FIRE -> text("Fire", "آتش‌سوزی", "حريق");
            case PANDEMIC -> text("Pandemic", "همه‌گیری", "جائحة");
            case AIR_POLLUTION -> text("Air pollution", "آلودگی هوا", "تلوث الهواء");
            case SUPPLY_CRISIS -> text("Supply shortage", "کمبود آب، انرژی یا غذا", "نقص الماء أو الطاقة أو الغذاء");
            case MIGRATION -> text("Arrival of many people", "ورود گستردهٔ مردم", "وصول أعداد كبيرة من الناس");
            case CONFLICT_ELSEWHERE -> text("Conflict elsewhere", "درگیری در جای دیگر", "نزاع في مكان آخر");
            case CYBER_ATTACK -> text("Cyber attack", "حملهٔ سایبری", "هجوم إلكتروني");
            case FALSE_RUMOUR -> text("False rumour", "شایعهٔ نادرست", "إشاعة كاذبة");
            case OTHER -> text("Emergency", "وضعیت اضطراری", "حالة طوارئ");
        };
    }

    private static Text text(String english, String persian, String arabic) {
        return Text.of("en", english).and("fa", persian).and("ar", arabic);
    }
}
