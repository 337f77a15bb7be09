package org.citykit.runtime.unload.heap;

import java.io.IOException;

/** The types of values in a dump. */
enum HprofType {
    OBJECT(2, 0),
    BOOLEAN(4, 1),
    CHAR(5, 2),
    FLOAT(6, 4),
    DOUBLE(7, 8),
    BYTE(8, 1),
    SHORT(9, 2),
    INT(10, 4),
    LONG(11, 8);

    private static final HprofType[] ALL = values();

    private final int code;
    private final int size;

    HprofType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    static HprofType of(int code) throws IOException {
        for (HprofType type : ALL) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IOException("The dump has a value of type " + code + ", which is not known.");
    }

    /** How many octets a value takes. */
    int size(int idSize) {
        return this == OBJECT ? idSize : size;
    }
}
