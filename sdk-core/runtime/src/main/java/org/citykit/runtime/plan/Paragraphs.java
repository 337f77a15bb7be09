package org.citykit.runtime.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of 80 characters, further lines of an entry indented by two more. Breaks at spaces, but never
 * inside an isolated name, which must begin and end on one line; such a line may be longer. Confined.
 */
final class Paragraphs {
    private static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();

    void add(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        boolean fresh = true;
        for (String word : words(text)) {
            if (!fresh && width(line) + 1 + width(word) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent).append("  ");
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == Words.ISOLATE ? 1 : c == Words.END_OF_ISOLATE ? -1 : 0;
            if (c == ' ' && depth == 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c == '\n' ? ' ' : c);
            }
        }
        words.add(word.toString());
        return words;
    }

    /** How many characters are seen. */
    private static int width(CharSequence text) {
        return (int) text.codePoints()
                .filter(c -> c != Words.ISOLATE
                        && c != Words.END_OF_ISOLATE
                        && Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.FORMAT)
                .count();
    }

    List<String> lines() {
        return lines;
    }
}
