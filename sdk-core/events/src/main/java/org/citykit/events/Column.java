package org.citykit.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one kind that events have: for each event the numbers of its values, for each value the positions of its
 * events. Immutable.
 *
 * @param <V> has equals
 */
final class Column<V> {
    private static final int[] NONE = {};

    private final List<V> values;
    private final Map<V, Integer> numbers = new LinkedHashMap<>();
    private final int[][] ofEvents;
    private final int[][] events;

    /**
     * @param first values that come before all others
     * @param rows the values of each event
     */
    Column(List<V> first, List<? extends Collection<V>> rows) {
        first.forEach(value -> numbers.putIfAbsent(value, numbers.size()));
        ofEvents = new int[rows.size()][];
        Map<List<V>, int[]> shared = new LinkedHashMap<>();
        for (int event = 0; event < ofEvents.length; event++) {
            List<V> row = List.copyOf(rows.get(event));
            ofEvents[event] = row.isEmpty() ? NONE : shared.computeIfAbsent(row, this::numbered);
        }
        values = new ArrayList<>(numbers.keySet());
        int[] sizes = new int[values.size()];
        for (int[] row : ofEvents) {
            for (int value : row) {
                sizes[value]++;
            }
        }
        events = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[sizes.length];
        for (int event = 0; event < ofEvents.length; event++) {
            for (int value : ofEvents[event]) {
                events[value][next[value]++] = event;
            }
        }
    }

    /** How many different values there are. */
    int size() {
        return values.size();
    }

    V value(int number) {
        return values.get(number);
    }

    /** The numbers of an event's values; not to be changed. */
    int[] of(int event) {
        return ofEvents[event];
    }

    /** The events that have one of some values. */
    BitSet with(Collection<V> wanted) {
        BitSet found = new BitSet(ofEvents.length);
        for (V value : wanted) {
            Integer number = numbers.get(value);
            if (number != null) {
                for (int event : events[number]) {
                    found.set(event);
                }
            }
        }
        return found;
    }

    private int[] numbered(List<V> row) {
        return row.stream().mapToInt(value -> number(value)).distinct().toArray();
    }

    private int number(V value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
