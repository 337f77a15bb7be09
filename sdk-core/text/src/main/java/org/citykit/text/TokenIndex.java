package org.citykit.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Which documents hold a token, exact or begun. Documents are numbered by the caller. Immutable and thread-safe. */
public final class TokenIndex {
    private final BytesRefHash terms;
    private final int[] sorted;
    private final int[] starts;
    private final int[] documents;

    private TokenIndex(BytesRefHash terms, int[] pairTerms, int[] pairDocuments, int pairs) {
        this.terms = terms;
        int count = terms.size();
        starts = new int[count + 1];
        for (int i = 0; i < pairs; i++) {
            starts[pairTerms[i] + 1]++;
        }
        for (int term = 0; term < count; term++) {
            starts[term + 1] += starts[term];
        }
        documents = new int[pairs];
        int[] next = Arrays.copyOf(starts, count);
        for (int i = 0; i < pairs; i++) {
            documents[next[pairTerms[i]]++] = pairDocuments[i];
        }
        sorted = Arrays.copyOf(terms.sort(), count);
    }

    /** Adds the documents that hold a token. */
    public void collect(String token, boolean unfinished, BitSet into) {
        BytesRef wanted = new BytesRef(token);
        BytesRef term = new BytesRef();
        for (int at = firstNotBefore(wanted); at < sorted.length; at++) {
            terms.get(sorted[at], term);
            if (unfinished ? !startsWith(term, wanted) : !term.bytesEquals(wanted)) {
                return;
            }
            for (int i = starts[sorted[at]]; i < starts[sorted[at] + 1]; i++) {
                into.set(documents[i]);
            }
        }
    }

    /** How many different tokens there are. */
    public int size() {
        return sorted.length;
    }

    private int firstNotBefore(BytesRef wanted) {
        BytesRef term = new BytesRef();
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (terms.get(sorted[middle], term).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length
                && Arrays.equals(
                        term.bytes,
                        term.offset,
                        term.offset + prefix.length,
                        prefix.bytes,
                        prefix.offset,
                        prefix.offset + prefix.length);
    }

    /** Collects tokens. Not thread-safe. */
    public static final class Builder {
        private final BytesRefHash terms = new BytesRefHash();
        private int[] lastDocument = new int[1024];
        private int[] pairTerms = new int[1024];
        private int[] pairDocuments = new int[1024];
        private int pairs;

        /** An empty index. */
        public Builder() {}

        /**
         * Adds a text's words to a document, and its words written as one, so that spellings with and without a space
         * find each other. Documents must be given in ascending order, each any number of times.
         */
        public void add(int document, String text) {
            List<String> tokens = Folding.tokens(text);
            tokens.forEach(token -> addToken(document, token));
            if (tokens.size() > 1 && tokens.size() <= 4) {
                addToken(document, joined(tokens));
            }
        }

        private void addToken(int document, String token) {
            int found = terms.add(new BytesRef(token));
            int term = found < 0 ? -found - 1 : found;
            if (term >= lastDocument.length) {
                lastDocument = Arrays.copyOf(lastDocument, lastDocument.length * 2);
            }
            if (lastDocument[term] == document + 1) {
                return;
            }
            lastDocument[term] = document + 1;
            if (pairs == pairTerms.length) {
                pairTerms = Arrays.copyOf(pairTerms, pairs * 2);
                pairDocuments = Arrays.copyOf(pairDocuments, pairs * 2);
            }
            pairTerms[pairs] = term;
            pairDocuments[pairs++] = document;
        }

        /** Makes the index; the builder is spent. */
        public TokenIndex build() {
            return new TokenIndex(terms, pairTerms, pairDocuments, pairs);
        }
    }

    /** Words written as one. */
    static String joined(List<String> tokens) {
        String joined = String.join("", tokens);
        return joined.length() > Folding.LONGEST_TOKEN ? joined.substring(0, Folding.LONGEST_TOKEN) : joined;
    }
}
