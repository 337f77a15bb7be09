package org.citykit.icalendar.dates;

/** The tabular Islamic calendar: a cycle of 30 years with 11 leap years, from the civil or the astronomical epoch. */
final class IslamicScale extends ArithmeticScale {
    /** Friday, 16 July 622 (Julian). */
    static final long CIVIL_EPOCH = -492_148;
    /** Thursday, 15 July 622 (Julian). */
    static final long ASTRONOMICAL_EPOCH = CIVIL_EPOCH - 1;

    private final long epoch;

    IslamicScale(String name, long epoch) {
        super(name, 1, 9000, 354.3666);
        this.epoch = epoch;
    }

    @Override
    public long yearStart(int year) {
        return epoch + 354L * (year - 1) + Math.floorDiv(3 + 11 * year, 30);
    }

    @Override
    public long monthStart(int year, int ordinal) {
        return ordinal == 13 ? yearStart(year + 1) : yearStart(year) + (59 * (ordinal - 1) + 1) / 2;
    }
}
