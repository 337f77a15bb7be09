package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The library in a program that has no ICU4J: its classes are loaded anew where nobody finds ICU. */
class WithoutIcuTests {

    @Test
    void theChineseCalendarsAreUnknownAndAllOthersWork() throws Exception {
        NoIcu loader = new NoIcu();
        Class<?> scales = loader.loadClass("org.citykit.icalendar.dates.CalendarScales");

        assertEquals(Optional.empty(), scales.getMethod("named", String.class).invoke(null, "CHINESE"));
        assertEquals(Optional.empty(), scales.getMethod("named", String.class).invoke(null, "dangi"));
        Optional<?> persian =
                (Optional<?>) scales.getMethod("named", String.class).invoke(null, "persian");
        assertEquals("PERSIAN", persian.orElseThrow().toString());
        assertEquals(List.of(), loader.refusedLoads("org.citykit.icalendar.dates.IcuMonths"));
    }

    @Test
    void aRuleInAChineseCalendarIsRefusedAsUnsupported() throws Exception {
        Class<?> rule = new NoIcu().loadClass("org.citykit.icalendar.recur.RecurrenceRule");

        InvocationTargetException refused = assertThrows(
                InvocationTargetException.class,
                () -> rule.getMethod("parse", String.class).invoke(null, "RSCALE=CHINESE;FREQ=YEARLY"));

        Throwable cause = refused.getCause();
        assertEquals(
                "UNSUPPORTED",
                cause.getClass().getMethod("reason").invoke(cause).toString());
        assertTrue(cause.getMessage().contains("CHINESE"), cause.getMessage());
    }

    @Test
    void withIcuBothChineseCalendarsAreThere() {
        assertEquals("CHINESE", CalendarScales.named("chinese").orElseThrow().name());
        assertEquals("DANGI", CalendarScales.named("DANGI").orElseThrow().name());
    }

    /** Loads the library's classes itself and finds nothing of ICU. */
    private static final class NoIcu extends ClassLoader {
        private final List<String> loaded = new ArrayList<>();

        NoIcu() {
            super(WithoutIcuTests.class.getClassLoader());
        }

        List<String> refusedLoads(String name) {
            return loaded.stream().filter(name::equals).toList();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("org.citykit.icalendar.") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                loaded.add(name);
                try (InputStream in =
                        CalendarScales.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    byte[] octets = in.readAllBytes();
                    return defineClass(name, octets, 0, octets.length);
                } catch (IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }
        }
    }
}
