package org.citykit.cap.check;

import org.citykit.cap.Alert;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.CapTime;
import org.citykit.cap.FindingCode;
import org.citykit.cap.MessageType;
import org.citykit.cap.Reference;
import org.citykit.cap.Scope;

/** Rules of the alert element itself (CAP 1.2 §3.2.1). */
final class AlertRules {
    private AlertRules() {}

    static void check(Alert alert, Report report) {
        if (!isName(alert.identifier())) {
            report.add(
                    FindingCode.IDENTIFIER_CHARACTERS,
                    "/alert/identifier",
                    "The identifier is '" + Report.shorten(alert.identifier()) + "'.");
        }
        if (!isName(alert.sender())) {
            report.add(
                    FindingCode.SENDER_CHARACTERS,
                    "/alert/sender",
                    "The sender is '" + Report.shorten(alert.sender()) + "'.");
        }
        checkScope(alert, report);
        checkNote(alert, report);
        checkReferences(alert, report);
        boolean tells = alert.messageType() == MessageType.ALERT || alert.messageType() == MessageType.UPDATE;
        if (tells && alert.infos().isEmpty()) {
            report.add(FindingCode.INFO_MISSING, "/alert/info", "The message has no info block.");
        }
    }

    private static void checkScope(Alert alert, Report report) {
        if (alert.restriction().isPresent() && alert.scope() != Scope.RESTRICTED) {
            report.add(
                    FindingCode.RESTRICTION_UNUSED,
                    "/alert/restriction",
                    "There is a restriction, but the scope is " + alert.scope().text() + ".");
        }
        if (alert.restriction().isEmpty() && alert.scope() == Scope.RESTRICTED) {
            report.add(
                    FindingCode.RESTRICTION_MISSING, "/alert/restriction", "The scope is Restricted without a rule.");
        }
        if (alert.addresses().isEmpty() && alert.scope() == Scope.PRIVATE) {
            report.add(
                    FindingCode.ADDRESSES_MISSING, "/alert/addresses", "The scope is Private without any recipient.");
        }
    }

    private static void checkNote(Alert alert, Report report) {
        alert.note().ifPresent(note -> Markup.check(note, "/alert/note", report));
        if (alert.note().isPresent()) {
            return;
        }
        if (alert.messageType() == MessageType.ERROR) {
            report.add(
                    FindingCode.ERROR_WITHOUT_NOTE, "/alert/note", "The message refuses another and gives no reason.");
        }
        if (alert.status() == AlertStatus.EXERCISE) {
            report.add(FindingCode.EXERCISE_WITHOUT_NOTE, "/alert/note", "The message does not name its exercise.");
        }
    }

    private static void checkReferences(Alert alert, Report report) {
        String path = "/alert/references";
        if (alert.references().isEmpty() && alert.messageType() != MessageType.ALERT) {
            report.add(
                    FindingCode.REFERENCES_MISSING,
                    path,
                    "A message of type " + alert.messageType().text() + " names no earlier message.");
        }
        for (Reference reference : alert.references()) {
            if (reference.names(alert)) {
                report.add(FindingCode.REFERENCE_TO_SELF, path, "'" + reference.text() + "' is this message itself.");
            } else if (reference.sent().isAfter(alert.sent())) {
                report.add(
                        FindingCode.REFERENCE_FROM_LATER,
                        path,
                        "'" + reference.text() + "' is later than this message of " + CapTime.format(alert.sent())
                                + ".");
            }
        }
    }

    private static boolean isName(String text) {
        return text.chars().noneMatch(c -> c <= ' ' || c == ',' || c == '<' || c == '&');
    }
}
