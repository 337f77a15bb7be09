package org.citykit.host.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.citykit.runtime.check.CheckReport;
import org.citykit.runtime.check.CheckedFile;
import org.citykit.runtime.check.Finding;
import org.citykit.runtime.check.Severity;

/** A report of the verifier as JSON. */
final class CheckJson {
    private CheckJson() {}

    static ObjectNode of(CheckReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("api", report.api()).put("java", report.java());
        for (Severity severity : Severity.values()) {
            root.put(word(severity) + "s", report.count(severity));
        }
        ArrayNode files = root.putArray("files");
        report.files().forEach(file -> file(file, files.addObject()));
        return root;
    }

    private static void file(CheckedFile file, ObjectNode out) {
        out.put("file", file.file());
        if (!file.plugin().isEmpty()) {
            out.put("plugin", file.plugin()).put("version", file.version()).put("sha256", file.sha256());
        }
        out.put("bytes", file.bytes()).put("classes", file.classes()).put("accepted", file.accepted());
        ArrayNode providers = out.putArray("providers");
        file.providers().forEach(providers::add);
        ArrayNode findings = out.putArray("findings");
        file.findings().forEach(finding -> finding(finding, findings.addObject()));
    }

    private static void finding(Finding finding, ObjectNode out) {
        out.put("rule", finding.rule()).put("type", finding.name()).put("severity", word(finding.severity()));
        if (!finding.archive().isEmpty()) {
            out.put("archive", finding.archive());
        }
        out.put("subject", finding.subject()).put("count", finding.count());
        ArrayNode places = out.putArray("places");
        finding.places().forEach(places::add);
        out.put("summary", finding.summary()).put("detail", finding.detail()).put("advice", finding.advice());
        out.put("key", finding.key());
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
