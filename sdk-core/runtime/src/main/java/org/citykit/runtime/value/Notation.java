package org.citykit.runtime.value;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one kind of value is written as a scalar: durations, languages, whole numbers ... Immutable; reads the same under
 * every default locale.
 *
 * @param <T> what it is read to
 */
public final class Notation<T> {
    private final String expected;
    private final String advice;
    private final Supplier<? extends Collection<String>> words;
    private final Function<String, Optional<T>> reader;

    private Notation(
            String expected,
            String advice,
            Supplier<? extends Collection<String>> words,
            Function<String, Optional<T>> reader) {
        this.expected = Objects.requireNonNull(expected, "expected");
        this.advice = Objects.requireNonNull(advice, "advice");
        this.words = words;
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /**
     * A notation of its own.
     *
     * @param expected what a value must be, so that it reads on after "must be"
     * @param advice how to write it, as one or more sentences, or empty
     * @param reader reads a text without white space around it; empty if it does not fit
     */
    public static <T> Notation<T> of(String expected, String advice, Function<String, Optional<T>> reader) {
        return new Notation<>(expected, advice, List::of, reader);
    }

    /** Any text, white space around it included. */
    public static Notation<String> verbatim(String expected) {
        return new Notation<>(expected, "", List::of, Optional::of);
    }

    /** This notation, read to something else. */
    public <U> Notation<U> map(Function<? super T, ? extends U> mapping) {
        return new Notation<>(
                expected, advice, words, text -> reader.apply(text).map(mapping));
    }

    /** This notation with words that a misspelt value is compared with; they are asked for when one is met. */
    public Notation<T> among(Supplier<? extends Collection<String>> known) {
        return new Notation<>(expected, advice, known, reader);
    }

    /** Reads a text, if it fits. */
    public Optional<T> read(String text) {
        return reader.apply(text.strip());
    }

    /** Reads a value, or complains that it does not fit. */
    public Optional<T> read(Value value, Complaints complaints) {
        Optional<T> result =
                value instanceof ScalarValue scalar && !value.isEmpty() ? read(scalar.text()) : Optional.empty();
        if (result.isEmpty()) {
            complaints.wrong(value, expected, complaints.isFull() ? "" : adviceFor(value));
        }
        return result;
    }

    /** What a value must be, so that it reads on after "must be". */
    public String expected() {
        return expected;
    }

    /** How to write it, as one or more sentences, or empty. */
    public String advice() {
        return advice;
    }

    private String adviceFor(Value value) {
        if (value instanceof ScalarValue scalar) {
            return Nearest.to(scalar.text().strip(), words.get())
                    .map(meant -> "Did you mean '" + meant + "'?")
                    .orElse(advice);
        }
        return advice;
    }
}
