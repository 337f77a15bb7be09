package org.citykit.cap.check;

import java.util.List;
import org.citykit.cap.Alert;
import org.citykit.cap.Finding;
import org.citykit.cap.Info;

/**
 * Holds a message against the rules of CAP 1.2 that depend on more than one element.
 *
 * <p>Stateless and thread-safe. The work is bounded: looking for crossing borders stops after a fixed number of comparisons a
 * message and then says so ({@code polygon-not-examined}); everything else is linear in the size of the message.
 */
public final class CapCheck {
    private CapCheck() {}

    /**
     * Checks a message.
     *
     * @param alert the message
     * @return what was found, in the order of the elements; empty when there is nothing to say
     */
    public static List<Finding> check(Alert alert) {
        return check(alert, new PartPaths());
    }

    /**
     * Checks a message that was read from a document and of which parts may have been left out.
     *
     * @param alert the message
     * @param paths where its parts stand in the document; parts it does not know are counted from 1
     * @return what was found
     */
    public static List<Finding> check(Alert alert, PartPaths paths) {
        Report report = new Report(paths);
        AlertRules.check(alert, report);
        InfoRules rules = new InfoRules(report);
        List<Info> infos = alert.infos();
        for (int i = 0; i < infos.size(); i++) {
            String path = report.path(infos.get(i), "/alert", "info", i, infos.size());
            rules.check(infos.get(i), path);
            rules.checkTimes(infos.get(i), alert, path);
        }
        LanguageRules.check(infos, report);
        return report.findings();
    }

    /**
     * Checks one info block by itself, without the rules that need the whole message.
     *
     * @param info the block
     * @param path where it stands, such as {@code /alert/info[2]}
     * @param paths where its parts stand
     * @return what was found
     */
    public static List<Finding> check(Info info, String path, PartPaths paths) {
        Report report = new Report(paths);
        new InfoRules(report).check(info, path);
        return report.findings();
    }
}
