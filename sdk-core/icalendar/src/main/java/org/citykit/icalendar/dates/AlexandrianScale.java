package org.citykit.icalendar.dates;

/** The Coptic and the Ethiopic calendar: twelve months of 30 days and one of 5 or 6. */
final class AlexandrianScale extends ArithmeticScale {
    static final long COPTIC_EPOCH = -615_558;
    static final long ETHIOPIC_EPOCH = -716_367;
    static final long AMETE_ALEM_EPOCH = ETHIOPIC_EPOCH - 5_500 * 1_461L / 4;

    private final long epoch;

    AlexandrianScale(String name, long epoch) {
        super(name, 1, 9999, 365.25);
        this.epoch = epoch;
    }

    @Override
    public int monthsInYear(int year) {
        return 13;
    }

    @Override
    public long yearStart(int year) {
        return epoch + 365L * (year - 1) + Math.floorDiv(year, 4);
    }

    @Override
    public long monthStart(int year, int ordinal) {
        return ordinal == 14 ? yearStart(year + 1) : yearStart(year) + 30L * (ordinal - 1);
    }
}
