/**
 * Calendars of the world as arithmetic on days, and dates written for people in Persian, Dari, Pashto, Kurdish, Urdu, Arabic
 * and English, with the digits, names of months and first weekday of their region.
 *
 * <p>What enters knows days, months and years. Times, zones and recurrence do not belong here; this package knows no
 * other one of this library. Nothing here asks for a default locale or zone.
 */
@NullMarked
package org.citykit.icalendar.dates;

import org.jspecify.annotations.NullMarked;
