package org.citykit.runtime.unload.heap;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A growing map from numbers other than 0 to numbers, without an object for each. Confined. */
final class LongMap {
    private static final int SMALLEST = 1_024;

    private long[] keys = new long[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int size;

    /** Puts a value unless there is one; true if there was none. */
    boolean putIfAbsent(long key, long value) {
        int at = slot(keys, key);
        if (keys[at] != 0) {
            return false;
        }
        keys[at] = key;
        values[at] = value;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return true;
    }

    boolean contains(long key) {
        return key != 0 && keys[slot(keys, key)] != 0;
    }

    /** The value of a key, or another number if there is none. */
    long get(long key, long otherwise) {
        int at = slot(keys, key);
        return key == 0 || keys[at] == 0 ? otherwise : values[at];
    }

    int size() {
        return size;
    }

    void forEachKey(LongConsumer action) {
        for (long key : keys) {
            if (key != 0) {
                action.accept(key);
            }
        }
    }

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    private void grow() {
        long[] wider = new long[keys.length * 2];
        long[] moved = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(wider, keys[i]);
                wider[at] = keys[i];
                moved[at] = values[i];
            }
        }
        keys = wider;
        values = moved;
    }

    private static int slot(long[] keys, long key) {
        long mixed = (key >>> 3) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }
}
