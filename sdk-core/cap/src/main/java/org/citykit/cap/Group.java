package org.citykit.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The form CAP gives to several names in one element: spaces between, double quotes around a name with spaces (§3.2.1). */
public final class Group {
    private Group() {}

    /**
     * Writes names.
     *
     * @param members names without double quotes
     * @return the names separated by single spaces, quoted where needed
     */
    public static String format(List<String> members) {
        return members.stream()
                .map(m -> m.chars().anyMatch(Wording::isSpace) ? '"' + m + '"' : m)
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads names.
     *
     * @param text names separated by white space, some in double quotes
     * @return the names without quotes; empty ones are left out
     * @throws CapValueException with {@link FindingCode#GROUP_MALFORMED} when a quote is not closed or stands inside a name
     */
    public static List<String> parse(String text) {
        List<String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                if (quoted && member.length() > 0) {
                    throw malformed(text);
                }
            }
            if (c == '"' || (!quoted && Wording.isSpace(c))) {
                flush(member, members);
            } else {
                member.append(c);
            }
        }
        if (quoted) {
            throw malformed(text);
        }
        flush(member, members);
        return List.copyOf(members);
    }

    static List<String> members(List<String> members, String element) {
        List<String> clean = Wording.each(members, element);
        for (String member : clean) {
            if (member.indexOf('"') >= 0) {
                throw new CapValueException(
                        FindingCode.GROUP_MALFORMED,
                        "'" + Wording.shorten(member) + "' in " + element + " holds a double quote.");
            }
        }
        return clean;
    }

    private static void flush(StringBuilder member, List<String> members) {
        String clean = Wording.clean(member.toString(), "name");
        if (!clean.isEmpty()) {
            members.add(clean);
        }
        member.setLength(0);
    }

    private static CapValueException malformed(String text) {
        return new CapValueException(
                FindingCode.GROUP_MALFORMED, "The double quotes in '" + Wording.shorten(text) + "' do not pair.");
    }
}
