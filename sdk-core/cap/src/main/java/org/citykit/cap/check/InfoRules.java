package org.citykit.cap.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.citykit.cap.Alert;
import org.citykit.cap.Area;
import org.citykit.cap.CapTime;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.Resource;

/** Rules of one info block and what it holds (CAP 1.2 §3.2.2). Not thread-safe: the geometry has a budget a message. */
final class InfoRules {
    private final Report report;
    private final AreaRules areas;

    InfoRules(Report report) {
        this.report = report;
        this.areas = new AreaRules(report);
    }

    void check(Info info, String path) {
        checkTexts(info, path);
        checkOrderOfTimes(info, path);
        info.web().ifPresent(web -> checkWeb(web, path + "/web"));
        List<Resource> resources = info.resources();
        for (int i = 0; i < resources.size(); i++) {
            ResourceRules.check(
                    resources.get(i), report.path(resources.get(i), path, "resource", i, resources.size()), report);
        }
        List<Area> places = info.areas();
        for (int i = 0; i < places.size(); i++) {
            areas.check(places.get(i), report.path(places.get(i), path, "area", i, places.size()));
        }
    }

    void checkTimes(Info info, Alert alert, String path) {
        boolean warns = alert.messageType() == MessageType.ALERT || alert.messageType() == MessageType.UPDATE;
        info.expires()
                .filter(e -> warns && e.isBefore(alert.sent()))
                .ifPresent(e -> report.add(
                        FindingCode.EXPIRES_BEFORE_SENT,
                        path + "/expires",
                        "It expires at " + CapTime.format(e) + ", the message was sent at "
                                + CapTime.format(alert.sent()) + "."));
    }

    private void checkOrderOfTimes(Info info, String path) {
        info.expires()
                .filter(e -> info.effective().filter(e::isBefore).isPresent()
                        || info.onset().filter(e::isBefore).isPresent())
                .ifPresent(e -> report.add(
                        FindingCode.EXPIRES_BEFORE_START,
                        path + "/expires",
                        "It expires at " + CapTime.format(e) + " before it takes effect or begins."));
    }

    private void checkTexts(Info info, String path) {
        Markup.check(info.event(), path + "/event", report);
        checkText(info.audience(), path + "/audience");
        checkText(info.senderName(), path + "/senderName");
        checkText(info.headline(), path + "/headline");
        checkText(info.description(), path + "/description");
        checkText(info.instruction(), path + "/instruction");
        checkText(info.contact(), path + "/contact");
    }

    private void checkText(Optional<String> text, String path) {
        text.ifPresent(t -> Markup.check(t, path, report));
    }

    private void checkWeb(String web, String path) {
        boolean absolute;
        try {
            absolute = new URI(web).isAbsolute();
        } catch (URISyntaxException e) {
            absolute = false;
        }
        if (!absolute) {
            report.add(FindingCode.WEB_NOT_ABSOLUTE, path, "'" + Report.shorten(web) + "' is no absolute web address.");
        }
    }
}
