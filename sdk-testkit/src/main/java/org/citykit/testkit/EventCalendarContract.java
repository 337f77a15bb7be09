package org.citykit.testkit;

/** What a provider of {@link org.citykit.api.events.EventCalendar} must keep to. Implemented by a test class. */
public interface EventCalendarContract extends SourceContract {}
