package org.citykit.host.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citykit.api.Text;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;

/** What pages may have to show, in one language: views with everything in them that a page can show. */
public final class SampleViews {
    private final Language language;

    public SampleViews(Language language) {
        this.language = language;
    }

    private Words words() {
        return language.words();
    }

    private String fill(String text) {
        return Words.fill(text, "city", city());
    }

    public String city() {
        return say("تهران", "طهران", "Tehran");
    }

    private String say(String fa, String ar, String en) {
        return switch (language.tag()) {
            case "fa" -> fa;
            case "ar" -> ar;
            default -> en;
        };
    }

    private Passage text(String fa, String ar, String en) {
        return Passage.in(language, say(fa, ar, en));
    }

    private DateView date(String iso, String fa, String ar, String en) {
        return new DateView(
                Optional.of(iso),
                say(fa, ar, en),
                switch (language.tag()) {
                    case "fa" -> List.of("۲۲ نوامبر ۲۰۲۶", "۱۲ جمادی‌الثانی ۱۴۴۸");
                    case "ar" -> List.of("١ آذر ١٤٠٥ ه‍.ش", "١٢ جمادى الآخرة ١٤٤٨ هـ");
                    default -> List.of("1 Azar 1405", "12 Jumada II 1448");
                });
    }

    private DateView year(String iso, String fa, String ar, String en) {
        return new DateView(Optional.of(iso), say(fa, ar, en), List.of());
    }

    private SourceView chapter() {
        return new SourceView(
                Passage.of(Text.of("fa", "فصل دیپلماسی شهری، ایران و تهران"), language),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private SourceView wikidata() {
        return new SourceView(
                Passage.of(Text.of("en", "Wikidata P190"), language),
                Optional.of("https://www.wikidata.org/wiki/Q3616"),
                Optional.of(year("2016-03-01", "۱۱ اسفند ۱۳۹۴", "١ آذار ٢٠١٦", "1 March 2016")),
                Optional.of("CC0-1.0"));
    }

    private Passage headline() {
        return text("آلودگی هوا: در خانه بمانید", "تلوث الهواء: ابقوا في المنازل", "Air pollution: stay indoors");
    }

    public AlertCard airAlert() {
        return new AlertCard(
                "/" + language.tag() + "/alerts/tehran-2026-114",
                "severe",
                language.labels().alerts().severity().get(org.citykit.api.crisis.Hazard.Severity.SEVERE),
                say("آلودگی هوا", "تلوث الهواء", "Air pollution"),
                say("هشدار", "تنبيه", "Alert"),
                false,
                headline(),
                List.of(text("همهٔ مناطق تهران", "جميع مناطق طهران", "All districts of Tehran")),
                date(
                        "2026-11-22T06:30+03:30",
                        "۱ آذر ۱۴۰۵، ساعت ۶:۳۰",
                        "٢٢ تشرين الثاني ٢٠٢٦، ٦:٣٠",
                        "22 November 2026, 06:30"),
                date(
                        "2026-11-24T18:00+03:30",
                        "۳ آذر ۱۴۰۵، ساعت ۱۸:۰۰",
                        "٢٤ تشرين الثاني ٢٠٢٦، ١٨:٠٠",
                        "24 November 2026, 18:00"));
    }

    private AlertCard drill() {
        return new AlertCard(
                "/" + language.tag() + "/alerts/tehran-2026-98",
                "minor",
                say("اندک", "طفيفة", "Minor"),
                say("زمین‌لرزه", "زلزال", "Earthquake"),
                say("رفع خطر", "زوال الخطر", "All-clear"),
                true,
                text(
                        "پایان تمرین زمین‌لرزه در مدرسه‌ها",
                        "انتهاء تمرين الزلزال في المدارس",
                        "Earthquake exercise in schools has ended"),
                List.of(text("منطقهٔ ۶", "المنطقة ٦", "District 6")),
                date("2026-11-29", "۸ آذر ۱۴۰۵", "٢٩ تشرين الثاني ٢٠٢٦", "29 November 2026"),
                date("2026-11-29", "۸ آذر ۱۴۰۵", "٢٩ تشرين الثاني ٢٠٢٦", "29 November 2026"));
    }

    private EventCard card(String time, Passage title, String kind, Optional<String> status, boolean cancelled) {
        return new EventCard(
                "/" + language.tag() + "/events/festivals.1",
                title,
                Optional.of(kind),
                time,
                Optional.of(text("تالار وحدت", "قاعة الوحدة", "Vahdat Hall")),
                status,
                cancelled);
    }

    private List<EventDay> days() {
        EventCard music = card(
                say("۱۸:۰۰ تا ۲۰:۰۰", "١٨:٠٠ – ٢٠:٠٠", "18:00–20:00"),
                text("شب موسیقی تهران و سئول", "أمسية موسيقية لطهران وسيول", "Tehran–Seoul evening of music"),
                say("جشنواره", "مهرجان", "Festival"),
                Optional.empty(),
                false);
        EventCard visit = card(
                words().events().allDay(),
                text("دیدار هیئت شهر دوشنبه", "زيارة وفد مدينة دوشنبه", "Delegation from Dushanbe"),
                say("هیئت", "وفد", "Delegation"),
                Optional.of(say("لغو شده", "ملغاة", "Cancelled")),
                true);
        EventCard english = card(
                say("۹:۰۰ تا ۱۷:۰۰", "٩:٠٠ – ١٧:٠٠", "09:00–17:00"),
                Passage.of(Text.of("en", "Metropolis working group on disaster preparedness"), language),
                say("همایش", "مؤتمر", "Conference"),
                Optional.empty(),
                false);
        return List.of(
                new EventDay(
                        "d-2026-11-22",
                        date("2026-11-22", "۱ آذر ۱۴۰۵", "٢٢ تشرين الثاني ٢٠٢٦", "22 November 2026"),
                        say("۱", "٢٢", "22"),
                        say("یکشنبه", "الأحد", "Sunday"),
                        true,
                        List.of(visit, music)),
                new EventDay(
                        "d-2026-11-27",
                        date("2026-11-27", "۶ آذر ۱۴۰۵", "٢٧ تشرين الثاني ٢٠٢٦", "27 November 2026"),
                        say("۶", "٢٧", "27"),
                        say("جمعه", "الجمعة", "Friday"),
                        false,
                        List.of(english)));
    }

    private RelationCard relationCard(
            String fa, String ar, String en, String country, boolean inForce, boolean disagree, boolean oneSided) {
        return new RelationCard(
                "/" + language.tag() + "/twinning/tehran~"
                        + en.toLowerCase(Locale.ROOT).replace(' ', '-'),
                List.of(Passage.in(language, city()), text(fa, ar, en)),
                language.country(country),
                say("خواهرخوانده", "مدينة شقيقة", "Sister city"),
                inForce ? say("امضاشده", "موقّعة", "Signed") : say("معلق", "معلّقة", "Suspended"),
                inForce,
                oneSided ? Optional.empty() : Optional.of(year("1993", "۱۳۷۲ یا ۱۹۹۳", "١٩٩٣", "1993")),
                disagree,
                oneSided);
    }

    private List<RelationCard> relationCards() {
        return List.of(
                relationCard("سئول", "سيول", "Seoul", "KR", true, false, false),
                relationCard("لندن", "لندن", "London", "GB", true, true, false),
                relationCard("بیشکک", "بيشكيك", "Bishkek", "KG", true, true, false),
                relationCard("هاوانا", "هافانا", "Havana", "CU", true, false, false),
                relationCard("سن پترزبورگ", "سانت بطرسبرغ", "St Petersburg", "RU", false, false, false),
                relationCard("دوشنبه", "دوشنبه", "Dushanbe", "TJ", true, false, true));
    }

    public HomeView home(boolean alarmed) {
        List<MapView.Spot> spots = List.of(
                spot("94", "-78", say("سئول", "سيول", "Seoul"), true),
                spot("-72", "-74", say("لندن", "لندن", "London"), false),
                spot("29", "-42", say("بیشکک", "بيشكيك", "Bishkek"), true),
                spot("-168", "-66", say("هاوانا", "هافانا", "Havana"), true),
                spot("-62", "124", say("پرتوریا", "بريتوريا", "Pretoria"), false),
                spot("-22", "-34", say("آنکارا", "أنقرة", "Ankara"), false));
        MapView map = new MapView(
                Words.fill(
                        fill(words().home().mapAbout()),
                        "distance",
                        language.numerals().grouped(5000)),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> new MapView.Ring(
                                Integer.toString(i * 62),
                                Integer.toString(i * 62 - 3),
                                Words.fill(
                                        words().home().ring(),
                                        "distance",
                                        language.numerals().grouped(i * 5000L))))
                        .toList(),
                spots);
        return new HomeView(
                fill(words().home().title()),
                date("2026-11-22", "یکشنبه ۱ آذر ۱۴۰۵", "الأحد ٢٢ تشرين الثاني ٢٠٢٦", "Sunday, 22 November 2026"),
                alarmed ? List.of(airAlert()) : List.of(),
                alarmed ? days() : List.of(),
                alarmed ? days().get(1).events() : List.of(),
                relationCards(),
                List.of(
                        number(27, words().home().relations()),
                        number(24, words().home().relationsInForce()),
                        number(22, words().home().countries()),
                        number(21, words().home().networks()),
                        number(9, words().home().upcoming())),
                Optional.of(map));
    }

    private MapView.Spot spot(String x, String y, String name, boolean start) {
        int shift = start ? 6 : -6;
        return new MapView.Spot(
                x, y, name, start ? "start" : "end", Integer.toString(Integer.parseInt(x) + shift), true);
    }

    private NumberView number(int value, String label) {
        return new NumberView(language.numerals().grouped(value), label);
    }

    public RelationsView relations() {
        List<Select> selects = List.of(
                new Select(
                        "kind",
                        words().twinning().kind(),
                        language.labels().twinning().kind().entrySet().stream()
                                .map(e -> new Select.Choice(
                                        e.getKey().name(),
                                        e.getValue(),
                                        e.getValue().length() == 12))
                                .toList()),
                new Select("state", words().twinning().state(), List.of()),
                new Select("dimension", words().twinning().dimension(), List.of()),
                new Select(
                        "country",
                        words().twinning().country(),
                        List.of(new Select.Choice("KG", language.country("KG"), true))));
        return new RelationsView(
                say("شهر", "مدينة", "city"),
                selects,
                true,
                Words.fill(
                        words().twinning().found(), "count", language.numerals().grouped(17401)),
                relationCards(),
                Optional.of(new Paging(
                        Optional.of(new Link("?page=1", words().frame().previous())),
                        Optional.of(new Link("?page=3", words().frame().next())),
                        Words.fill(
                                Words.fill(
                                        words().frame().position(),
                                        "page",
                                        language.numerals().plain(2)),
                                "pages",
                                language.numerals().plain(871)))));
    }

    public RelationView relation() {
        FigureView people = new FigureView(
                Passage.in(language, words().relation().population()),
                language.numerals().grouped(8_693_706),
                Optional.of(year("2016", "۱۳۹۵", "٢٠١٦", "2016")),
                Optional.of(wikidata()));
        RelationView.Said own = new RelationView.Said(
                Passage.in(language, city()),
                say("خواهرخوانده", "مدينة شقيقة", "Sister city"),
                Optional.of(date("1993", "۱۳۷۲ (۱۹۹۳)", "١٩٩٣", "1993")),
                Optional.empty(),
                Optional.of(Passage.of(Text.of("fa", "پس از انقلاب"), language)),
                chapter());
        RelationView.Said third = new RelationView.Said(
                Passage.in(language, words().relation().thirdSource()),
                say("شهر همزاد", "مدينة توأم", "Twin city"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wikidata());
        return new RelationView(
                List.of(Passage.in(language, city()), text("لندن", "لندن", "London")),
                say("خواهرخوانده", "مدينة شقيقة", "Sister city"),
                say("امضاشده", "موقّعة", "Signed"),
                true,
                true,
                Optional.of(year("1993", "۱۹۹۳", "١٩٩٣", "1993")),
                List.of(
                        new RelationView.Side(
                                Passage.in(language, city()),
                                Optional.of(language.country("IR")),
                                Optional.empty(),
                                List.of(people)),
                        new RelationView.Side(
                                text("لندن", "لندن", "London"),
                                Optional.of(language.country("GB")),
                                Optional.of(say("ناظر", "مراقب", "Observer")),
                                List.of())),
                List.of(new RelationView.Contradiction(
                        words().relation().since(),
                        List.of(
                                new RelationView.Claim(say("۱۹۹۳", "١٩٩٣", "1993"), chapter()),
                                new RelationView.Claim(say("۱۹۹۵", "١٩٩٥", "1995"), wikidata())))),
                List.of(own, third),
                List.of(
                        new RelationView.Step(
                                say("امضاشده", "موقّعة", "Signed"),
                                Optional.of(date("1993", "۱۳۷۲ (۱۹۹۳)", "١٩٩٣", "1993")),
                                Optional.of(text("دو شهردار", "رئيسا البلديتين", "Both mayors")),
                                Optional.empty(),
                                Optional.empty(),
                                chapter()),
                        new RelationView.Step(
                                say("راکد", "خاملة", "Dormant"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(say("تنش سیاسی", "توتر سياسي", "political tension")),
                                Optional.of(text(
                                        "از آن پس دیداری ثبت نشده است.",
                                        "لم تُسجَّل زيارة بعد ذلك.",
                                        "No visit has been recorded since.")),
                                chapter())),
                List.of(
                        new RelationView.Share(
                                language.labels()
                                        .twinning()
                                        .dimension()
                                        .get(org.citykit.api.twinning.Dimension.CULTURE),
                                60,
                                say("۶۰٪", "٪٦٠", "60 %")),
                        new RelationView.Share(
                                language.labels()
                                        .twinning()
                                        .dimension()
                                        .get(org.citykit.api.twinning.Dimension.ECONOMY),
                                40,
                                say("۴۰٪", "٪٤٠", "40 %"))),
                List.of(
                        language.labels().twinning().field().get(org.citykit.api.twinning.Field.CULTURE),
                        language.labels().twinning().field().get(org.citykit.api.twinning.Field.EDUCATION)),
                List.of(new RelationView.Authority(
                        text("وزارت امور خارجه", "وزارة الخارجية", "Ministry of Foreign Affairs"),
                        say("موافقت کرده است", "وافقت", "Consent given"),
                        Optional.empty())),
                List.of(new RelationView.Done(
                        text("هفتهٔ فیلم", "أسبوع الأفلام", "Film week"),
                        language.labels().twinning().field().get(org.citykit.api.twinning.Field.CULTURE),
                        Optional.of(date("2004-05", "اردیبهشت ۱۳۸۳", "أيار ٢٠٠٤", "May 2004")),
                        Optional.of(text("۱۲ فیلم در پنج سینما", "١٢ فيلمًا في خمس دور", "12 films in five cinemas")),
                        chapter())),
                List.of(new RelationView.Paper(
                        text("متن توافق", "نص الاتفاق", "Text of the agreement"),
                        "https://example.org/agreement.pdf",
                        Optional.empty())),
                List.of(people),
                List.of(),
                List.of("sister-cities", "wikidata"));
    }

    public List<NetworkCard> networks() {
        FigureView members = new FigureView(
                text("عضو", "أعضاء", "Members"),
                Words.fill(
                        words().relation().approximately(),
                        "value",
                        language.numerals().grouped(100)),
                Optional.empty(),
                Optional.of(chapter()));
        return List.of(
                new NetworkCard(
                        "metropolis",
                        Passage.of(Text.of("en", "World Association of the Major Metropolises"), language),
                        Optional.of("Metropolis"),
                        Optional.of(text(
                                "انجمن جهانی کلان‌شهرها برای یادگیری از یکدیگر.",
                                "الجمعية العالمية للمدن الكبرى، تتعلم فيها المدن بعضها من بعض.",
                                "Large cities that learn from each other.")),
                        Optional.of(date("1985", "۱۳۶۴ (۱۹۸۵)", "١٩٨٥", "1985")),
                        Optional.of(text("بارسلون", "برشلونة", "Barcelona")),
                        List.of(members),
                        List.of(
                                new NetworkCard.Member(text("تهران", "طهران", "Tehran"), Optional.empty()),
                                new NetworkCard.Member(text("مشهد", "مشهد", "Mashhad"), Optional.empty()),
                                new NetworkCard.Member(
                                        text("تبریز", "تبريز", "Tabriz"),
                                        Optional.of(say("رئیس", "الرئاسة", "Chair")))),
                        Optional.of("https://www.metropolis.org"),
                        chapter()),
                new NetworkCard(
                        "mayors-for-peace",
                        text("شهرداران برای صلح", "رؤساء البلديات من أجل السلام", "Mayors for Peace"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(date("1982", "۱۳۶۱ (۱۹۸۲)", "١٩٨٢", "1982")),
                        Optional.of(text("هیروشیما", "هيروشيما", "Hiroshima")),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        chapter()));
    }

    public EventsView events() {
        List<MonthGrid.Weekday> weekdays = IntStream.range(0, 7)
                .mapToObj(i -> new MonthGrid.Weekday(
                        say(
                                "شیدسچپج".substring(i, i + 1),
                                "حنثرخجس".substring(i, i + 1),
                                "MTWTFSS".substring(i, i + 1)),
                        "day " + i))
                .toList();
        List<MonthGrid.Week> weeks = IntStream.range(0, 5)
                .mapToObj(week -> new MonthGrid.Week(IntStream.range(0, 7)
                        .mapToObj(day -> week * 7 + day)
                        .map(n -> new MonthGrid.Cell(
                                language.numerals().plain(n == 0 ? 30 : n > 30 ? n - 30 : n),
                                language.numerals().plain(n + 21 > 30 ? n - 9 : n + 21),
                                n > 0 && n <= 30,
                                n == 1,
                                n == 1 || n == 6
                                        ? Optional.of(new Link("?view=day&on=2026-11-22", "1: 2"))
                                        : Optional.empty(),
                                n == 1 || n == 6 ? days().get(0).events() : List.of(),
                                n == 6
                                        ? Optional.of(Words.fill(
                                                words().events().more(),
                                                "count",
                                                language.numerals().plain(4)))
                                        : Optional.empty()))
                        .toList()))
                .toList();
        return new EventsView(
                List.of(
                        new EventsView.LayoutLink("?", words().events().byMonth(), true),
                        new EventsView.LayoutLink("?view=list", words().events().asList(), false)),
                "month",
                say("آذر ۱۴۰۵", "تشرين الثاني ٢٠٢٦", "November 2026"),
                List.of(
                        say("نوامبر – دسامبر ۲۰۲۶", "آبان – آذر ١٤٠٥ ه‍.ش", "Aban – Azar 1405"),
                        say(
                                "جمادی‌الثانی – رجب ۱۴۴۸",
                                "جمادى الأولى – جمادى الآخرة ١٤٤٨ هـ",
                                "Jumada I – Jumada II 1448")),
                "2026-11-22",
                Optional.of(new Link("?on=2026-10-22", words().events().previousMonth())),
                Optional.of(new Link("?", words().events().today())),
                Optional.of(new Link("?on=2026-12-22", words().events().nextMonth())),
                "",
                List.of(new Select(
                        "kind",
                        words().events().kind(),
                        language.labels().events().kind().entrySet().stream()
                                .map(e -> new Select.Choice(e.getKey().name(), e.getValue(), false))
                                .toList())),
                true,
                "/en/events",
                Words.fill(
                        words().events().found(), "count", language.numerals().grouped(3)),
                Optional.of(new MonthGrid(weekdays, weeks)),
                days(),
                days().get(1).events(),
                new Subscription(
                        Optional.of(new Link(
                                "webcal://tehran.example/feeds/events.ics",
                                words().events().subscribe())),
                        "/feeds/events.ics",
                        List.of(new Link(
                                "https://calendar.google.com/", words().events().inGoogle())),
                        List.of(new Link("/feeds/events.ics", "iCalendar")),
                        Optional.of("https://tehran.example/caldav/en/all/")),
                Words.fill(words().events().zone(), "zone", say("تهران", "طهران", "Tehran")));
    }

    public EventView event() {
        return new EventView(
                text(
                        "نوروز: جشن بهار در بوستان آب و آتش",
                        "نوروز: احتفال الربيع في حديقة الماء والنار",
                        "Nowruz: spring festival in the Water and Fire Park"),
                Optional.of(say("جشنواره", "مهرجان", "Festival")),
                Optional.of(words().events().postponed()),
                true,
                date("2027-03-21", "۱ فروردین ۱۴۰۶", "٢١ آذار ٢٠٢٧", "21 March 2027"),
                say("۱۷:۰۰ تا ۲۲:۰۰", "١٧:٠٠ – ٢٢:٠٠", "17:00–22:00"),
                Optional.of(Words.fill(words().events().zone(), "zone", say("تهران", "طهران", "Tehran"))),
                Optional.of(text("بوستان آب و آتش", "حديقة الماء والنار", "Water and Fire Park")),
                Optional.of(text("بزرگراه حقانی", "طريق حقاني السريع", "Haghani Expressway")),
                Optional.of(text(
                        "ورودی بدون پله، حلقهٔ شنوایی",
                        "مدخل بلا درج وحلقة سمعية",
                        "Step-free entrance, induction loop")),
                Optional.of("https://example.org/nowruz"),
                Optional.of(say("همگان، خانواده‌ها", "الجميع، العائلات", "Everybody, Families")),
                Optional.of(say("فارسی، عربی، انگلیسی", "الفارسية، العربية، الإنجليزية", "Persian, Arabic, English")),
                List.of(
                        text(
                                "همهٔ شهروندان و مهمانان شهر به جشن آغاز سال نو دعوت‌اند. گروه‌هایی از شهرهای خواهرخوانده برنامه اجرا می‌کنند.",
                                "جميع سكان المدينة وضيوفها مدعوون إلى احتفال رأس السنة. وتشارك فرق من المدن الشقيقة.",
                                "Everybody in the city is invited to the beginning of the year. Ensembles from the sister cities perform.")),
                List.of(new Link("/", say("تهران – دوشنبه", "طهران – دوشنبه", "Tehran – Dushanbe"))),
                List.of(
                        new Link(
                                "https://www.openstreetmap.org/",
                                words().events().map()),
                        new Link("geo:35.7,51.4", words().events().mapProgram())),
                List.of(new Link("/feeds/events/a.ics", words().events().asFile())),
                List.of(new EventView.Further(
                        "/", date("2028-03-20", "۱ فروردین ۱۴۰۷", "٢٠ آذار ٢٠٢٨", "20 March 2028"))),
                Optional.of("https://example.org/nowruz-1406"),
                Optional.of(date("2026-11-01", "۱۰ آبان ۱۴۰۵", "١ تشرين الثاني ٢٠٢٦", "1 November 2026")),
                List.of(chapter()));
    }

    public AlertsView alerts() {
        return new AlertsView(List.of(airAlert()), List.of(drill()));
    }

    public AlertView alert() {
        return new AlertView(
                airAlert(),
                true,
                Optional.of(new Link("/", say("به‌روزرسانی", "تحديث", "Update"))),
                List.of(
                        text(
                                "در خانه بمانید و پنجره‌ها را ببندید. اگر باید بیرون بروید، ماسک بزنید. با درد قفسهٔ سینه یا تنگی نفس با ۱۱۵ تماس بگیرید.",
                                "ابقوا في المنازل وأغلقوا النوافذ. إن اضطررتم إلى الخروج فضعوا الكمامة. عند ألم الصدر أو ضيق التنفس اتصلوا بالرقم ١١٥.",
                                "Stay indoors and keep windows shut. Wear a mask if you must go out. With chest pain or short breath call 115.")),
                List.of(text(
                        "غلظت ذرات معلق در همهٔ مناطق شهر بسیار بالاست. مدرسه‌ها تا سه‌شنبه بسته‌اند.",
                        "تركيز الجسيمات الدقيقة مرتفع جدًا في جميع مناطق المدينة. المدارس مغلقة حتى الثلاثاء.",
                        "Fine dust is at a very high level in all districts. Schools stay closed until Tuesday.")),
                text(
                        "شهرداری تهران، مرکز مدیریت بحران",
                        "بلدية طهران، مركز إدارة الأزمات",
                        "Municipality of Tehran, crisis management centre"),
                say("همگان", "الجميع", "Everybody"),
                say("بی‌درنگ اقدام کنید", "تصرّف فورًا", "Act at once"),
                say("رخ داده یا ادامه دارد", "وقع أو مستمر", "Has happened or goes on"),
                List.of(
                        new AlertView.Translation(
                                "ar",
                                "rtl",
                                "العربية",
                                "تلوث الهواء: ابقوا في المنازل",
                                List.of("ابقوا في المنازل وأغلقوا النوافذ."),
                                List.of("تركيز الجسيمات الدقيقة مرتفع جدًا.")),
                        new AlertView.Translation(
                                "en",
                                "ltr",
                                "English",
                                "Air pollution: stay indoors",
                                List.of("Stay indoors and keep windows shut."),
                                List.of("Fine dust is at a very high level."))),
                List.of(drill()),
                Optional.of("https://example.org/air"),
                "/feeds/alerts/tehran-2026-114.cap.xml");
    }
}
