package org.citykit.icalendar;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The properties of one component that was read: places in blocks of octets, made into objects when asked for, so that a
 * property costs twelve octets besides its own. Immutable.
 */
final class PackedProperties extends AbstractList<Property> implements RandomAccess {
    private static final int START = 0;
    private static final int LENGTH = 1;
    private static final int LINE = 2;
    private static final int STRIDE = 3;
    /** The letters of a name that its mark is made of; shorter names are searched for without. */
    private static final int MARKED = 3;

    private final byte[][] blocks;
    /** Start, length and line of every property, an array for each block; behind them which names it may hold. */
    private final int[][] places;
    /** The index of the first property of each block. */
    private final int[] firsts;

    private final int size;

    private PackedProperties(byte[][] blocks, int[][] places) {
        this.blocks = blocks;
        this.places = places;
        this.firsts = new int[blocks.length];
        int count = 0;
        for (int i = 0; i < blocks.length; i++) {
            firsts[i] = count;
            count += places[i].length / STRIDE;
        }
        this.size = count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Property get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int found = Arrays.binarySearch(firsts, index);
        int block = found >= 0 ? found : -found - 2;
        return property(block, (index - firsts[block]) * STRIDE);
    }

    private Property property(int block, int at) {
        byte[] octets = blocks[block];
        int start = places[block][at + START];
        int end = start + places[block][at + LENGTH];
        int nameEnd = ContentLine.nameEnd(octets, start, end);
        String name = Names.of(octets, start, nameEnd);
        return new Property(
                name, octets, start, ContentLine.colon(octets, nameEnd, end), end, places[block][at + LINE]);
    }

    /** Returns the properties of an upper-case name. */
    List<Property> named(String name, int most) {
        List<Property> found = List.of();
        for (int block = 0; block < blocks.length; block++) {
            byte[] octets = blocks[block];
            int[] inBlock = places[block];
            int end = mayHold(inBlock[inBlock.length - 1], name) ? inBlock.length - 1 : 0;
            for (int at = 0; at < end; at += STRIDE) {
                if (isNamed(octets, inBlock[at + START], inBlock[at + LENGTH], name)) {
                    if (found.isEmpty()) {
                        found = new ArrayList<>(1);
                    }
                    found.add(property(block, at));
                    if (found.size() == most) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** Tells false where no property of a block can have a name, so that a component of very many is not searched. */
    private static boolean mayHold(int marks, String name) {
        return name.length() < MARKED || (marks & mark(name.charAt(0), name.charAt(1), name.charAt(2))) != 0;
    }

    /** Returns one of 32 bits for the first three letters of a name. */
    private static int mark(int first, int second, int third) {
        return 1 << (first + 3 * second + 9 * third);
    }

    private static boolean isNamed(byte[] octets, int start, int length, String name) {
        int size = name.length();
        if (length <= size || octets[start] != name.charAt(0)) {
            return false;
        }
        byte after = octets[start + size];
        if (after != ':' && after != ';') {
            return false;
        }
        for (int i = 1; i < size; i++) {
            if (octets[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void write(LineFolder out) {
        for (int block = 0; block < blocks.length; block++) {
            int[] inBlock = places[block];
            for (int at = 0; at < inBlock.length - 1; at += STRIDE) {
                int start = inBlock[at + START];
                out.line(blocks[block], start, start + inBlock[at + LENGTH]);
            }
        }
    }

    /** Gathers the properties of one component after the other. Confined to one thread. */
    static final class Packer {
        private final List<byte[]> blocks = new ArrayList<>(1);
        private final List<int[]> closed = new ArrayList<>(1);
        private int[] current = new int[17 * STRIDE];
        private byte[] block = new byte[0];
        private int used;
        private int marks;

        void add(byte[] octets, int start, int length, int line) {
            if (octets != block) {
                closeBlock();
                block = octets;
            }
            if (length >= MARKED) {
                marks |= mark(octets[start], octets[start + 1], octets[start + 2]);
            }
            if (used + STRIDE == current.length) {
                current = Arrays.copyOf(current, current.length * 2);
            }
            current[used + START] = start;
            current[used + LENGTH] = length;
            current[used + LINE] = line;
            used += STRIDE;
        }

        private void closeBlock() {
            if (used > 0) {
                blocks.add(block);
                current[used] = marks;
                closed.add(Arrays.copyOf(current, used + 1));
                used = 0;
                marks = 0;
            }
        }

        /** Returns what was gathered and begins anew. */
        List<Property> pack() {
            closeBlock();
            if (blocks.isEmpty()) {
                return List.of();
            }
            PackedProperties packed = new PackedProperties(blocks.toArray(new byte[0][]), closed.toArray(new int[0][]));
            blocks.clear();
            closed.clear();
            return packed;
        }
    }
}
