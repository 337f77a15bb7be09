package org.citykit.runtime.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.plugin.VersionRange.Span;

/** Sets of versions as ascending spans that neither touch nor overlap. */
final class Spans {
    private Spans() {}

    /** What lies in both sets. Takes as many steps as there are spans. */
    static List<Span> common(List<Span> left, List<Span> right) {
        List<Span> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Span a = left.get(i);
            Span b = right.get(j);
            SemanticVersion from = a.from().compareTo(b.from()) < 0 ? b.from() : a.from();
            add(common, from, isBefore(a.to(), b.to()) ? a.to() : b.to());
            if (isBefore(a.to(), b.to())) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** Spans in any order, overlapping or not, as a set. */
    static List<Span> joined(List<Span> spans) {
        List<Span> ascending = new ArrayList<>(spans);
        ascending.sort(Comparator.comparing(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : ascending) {
            int last = joined.size() - 1;
            if (last >= 0 && reaches(joined.get(last), span.from())) {
                Span before = joined.get(last);
                joined.set(last, new Span(before.from(), isBefore(before.to(), span.to()) ? span.to() : before.to()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** Adds a span unless nothing lies in it. */
    static void add(List<Span> spans, SemanticVersion from, Optional<SemanticVersion> to) {
        if (to.isEmpty() || from.compareTo(to.get()) < 0) {
            spans.add(new Span(from, to));
        }
    }

    private static boolean reaches(Span span, SemanticVersion version) {
        return span.to().isEmpty() || span.to().get().compareTo(version) >= 0;
    }

    private static boolean isBefore(Optional<SemanticVersion> end, Optional<SemanticVersion> other) {
        return end.isPresent() && (other.isEmpty() || end.get().compareTo(other.get()) < 0);
    }
}
