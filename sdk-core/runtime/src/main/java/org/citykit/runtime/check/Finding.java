package org.citykit.runtime.check;

import java.util.List;

/**
 * One thing that was found in a plugin file. Immutable.
 *
 * @param rule what kind of thing it is: an anchor of {@code check.md}, or of {@code errors.md} when a portal would
 *     refuse the file
 * @param severity how much it matters
 * @param archive the jar it stands in, as the plugin file calls it, or empty for the file as a whole
 * @param subject the type, member, key or file that it is about; with the rule it is the finding's name in a baseline
 * @param places where it stands, at most five, for example {@code acme.Main#open:31}; empty for the archive as a whole
 * @param count in how many places
 * @param summary what is wrong, as one sentence
 * @param detail what becomes of it when the plugin runs, as one or more sentences, or empty
 * @param advice what to do, as one or more sentences
 */
public record Finding(
        String rule,
        Severity severity,
        String archive,
        String subject,
        List<String> places,
        int count,
        String summary,
        String detail,
        String advice) {
    public Finding {
        places = List.copyOf(places);
    }

    /** A finding of a file as a whole. */
    static Finding of(FindingRule rule, String subject, String summary, String detail, String advice) {
        return new Finding(rule.anchor(), rule.severity(), "", subject, List.of(), 1, summary, detail, advice);
    }

    /** The rule's name as a type is written, for example {@code MethodNotFound}. */
    public String name() {
        StringBuilder out = new StringBuilder();
        for (String word : rule.split("-", -1)) {
            out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return out.toString();
    }

    /** The finding's name in a baseline: stable while lines move. */
    public String key() {
        return rule + " " + (subject.isEmpty() ? "-" : subject);
    }

    Finding with(Severity other) {
        return new Finding(rule, other, archive, subject, places, count, summary, detail, advice);
    }
}
