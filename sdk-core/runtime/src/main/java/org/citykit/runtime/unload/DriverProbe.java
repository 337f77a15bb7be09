package org.citykit.runtime.unload;

/** Database drivers. The JDK hides drivers of other loaders, so its own list is read. */
final class DriverProbe implements Probe {
    @Override
    public void look(Look look) {
        look.innards().read("java.sql.DriverManager", "registeredDrivers").ifPresent(drivers -> {
            for (Object info : ((Iterable<?>) drivers)) {
                look.innards()
                        .read(info.getClass(), info, "driver")
                        .ifPresent(driver -> look.reach()
                                .from(driver, PinKind.JDBC_DRIVER, "a driver registered with DriverManager"));
            }
        });
    }
}
