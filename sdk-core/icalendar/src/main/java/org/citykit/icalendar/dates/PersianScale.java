package org.citykit.icalendar.dates;

/**
 * The Solar Hijri calendar of Iran. Its leap years follow the 33-year cycle, which gives the true equinox of Tehran in
 * every year from 1300 to 1500 and keeps within a day of it for centuries around.
 */
final class PersianScale extends ArithmeticScale {
    private static final long DAY_BEFORE_YEAR_1 = -492_269;

    PersianScale() {
        super("PERSIAN", 1, 2999, 365.2424);
    }

    @Override
    public long yearStart(int year) {
        return DAY_BEFORE_YEAR_1 + 1 + 365L * (year - 1) + Math.floorDiv(8 * year + 21, 33);
    }

    @Override
    public long monthStart(int year, int ordinal) {
        if (ordinal == 13) {
            return yearStart(year + 1);
        }
        return yearStart(year) + (ordinal <= 7 ? 31 * (ordinal - 1) : 186 + 30 * (ordinal - 7));
    }
}
