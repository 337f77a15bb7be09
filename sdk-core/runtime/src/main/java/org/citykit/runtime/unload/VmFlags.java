package org.citykit.runtime.unload;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/** The switches that this JVM was started with. Immutable. */
final class VmFlags {
    private final List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    private final boolean asked;

    VmFlags() {
        asked = ModuleLayer.boot().findModule("jdk.management").isPresent();
    }

    /** Whether a switch is on, as far as it can be known. */
    boolean isOn(String name) {
        return value(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Whether a switch is off, as far as it can be known. */
    boolean isOff(String name) {
        return value(name).map(value -> value.equals("false")).orElse(false);
    }

    private Optional<String> value(String name) {
        Optional<String> known = asked ? HotSpot.flag(name) : Optional.empty();
        return known.or(() -> argument(name));
    }

    private Optional<String> argument(String name) {
        if (arguments.contains("-XX:+" + name)) {
            return Optional.of("true");
        }
        return arguments.contains("-XX:-" + name) ? Optional.of("false") : Optional.empty();
    }

    /** Apart, because {@code jdk.management} may not be there. */
    private static final class HotSpot {
        static Optional<String> flag(String name) {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            try {
                return bean == null
                        ? Optional.empty()
                        : Optional.of(bean.getVMOption(name).getValue());
            } catch (IllegalArgumentException unknown) {
                return Optional.empty(); // a switch of another JVM
            }
        }
    }
}
