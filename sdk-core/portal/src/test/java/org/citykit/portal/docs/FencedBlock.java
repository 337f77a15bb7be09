package org.citykit.portal.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fenced block of a page.
 *
 * @param page where it stands
 * @param line of its first fence, counted from 1
 * @param language what it is written in
 * @param region the region it shows
 * @param text what stands between the fences
 */
record FencedBlock(Path page, int line, String language, Optional<String> region, String text) {
    private static final String FENCE = "```";
    private static final String REGION = "region=";

    /** The blocks of a page, in their order. */
    static List<FencedBlock> of(Path page) {
        List<FencedBlock> blocks = new ArrayList<>();
        List<String> lines = ProjectFiles.lines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                blocks.add(block(page, i, lines.get(i), lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }

    /** True if it must show a region. */
    boolean isCode() {
        return Stream.of("java", "yaml", "yml").anyMatch(language::equals);
    }

    @Override
    public String toString() {
        return page.getFileName() + ":" + line + " " + language
                + region.map(name -> " " + name).orElse("");
    }

    private static FencedBlock block(Path page, int line, String info, List<String> content) {
        String[] words = info.substring(FENCE.length()).strip().split("\\s+");
        Optional<String> region = Stream.of(words)
                .filter(word -> word.startsWith(REGION))
                .map(word -> word.substring(REGION.length()))
                .findFirst();
        return new FencedBlock(page, line + 1, words[0], region, String.join("\n", content));
    }
}
