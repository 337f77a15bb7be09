package org.citykit.text;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What somebody typed into a search box: whole words, and a last one that may be unfinished.
 *
 * @param words folded; at most 16, the rest is not looked for
 * @param key the whole, folded, for comparison with whole names
 */
public record SearchWords(List<String> words, String key) {
    private static final int MOST_WORDS = 16;

    /** Reads what was typed. */
    public static SearchWords of(String typed) {
        List<String> all = Folding.tokens(typed);
        return new SearchWords(List.copyOf(all.subList(0, Math.min(all.size(), MOST_WORDS))), Folding.key(typed));
    }

    /** True if there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * The documents that hold every word, or the words written as one.
     *
     * @param holders gives the documents that hold a token; its second argument says whether the token may go on
     */
    public BitSet find(BiFunction<String, Boolean, BitSet> holders) {
        BitSet found = holders.apply(words.get(0), words.size() == 1);
        for (int i = 1; i < words.size() && !found.isEmpty(); i++) {
            found.and(holders.apply(words.get(i), i == words.size() - 1));
        }
        if (words.size() > 1) {
            found.or(holders.apply(TokenIndex.joined(words), true));
        }
        return found;
    }
}
