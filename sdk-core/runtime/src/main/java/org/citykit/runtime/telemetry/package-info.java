/**
 * What a runtime tells about itself: events as they happen, to a listener, to JDK Flight Recorder and to the log; and
 * numbers as they stand, for any registry.
 *
 * <p>What may enter: the kinds of events and numbers, and how they are told. What may not: deciding anything because of
 * them, and vendor objects; everything here is text, numbers and instants.
 */
@NullMarked
package org.citykit.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
