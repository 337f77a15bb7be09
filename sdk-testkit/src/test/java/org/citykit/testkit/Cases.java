package org.citykit.testkit;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Test classes as vendors write them, each for all faults of its contract. Only started by the tests of the kit. */
final class Cases {
    static final String PLUGIN = "testkit.plugin";
    static final String FAULT = "testkit.fault";

    private Cases() {}

    /** Finds the plugin and the fault that a launch names. */
    static final class ByParameter implements ParameterResolver {
        /** What a launch is about. */
        record Launch(Path plugin, String fault) {
            Fault among(List<Fault> faults) {
                return faults.stream()
                        .filter(candidate -> candidate.key().equals(fault))
                        .findFirst()
                        .orElseThrow();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Launch.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new Launch(
                    Path.of(context.getConfigurationParameter(PLUGIN).orElseThrow()),
                    context.getConfigurationParameter(FAULT).orElseThrow());
        }
    }

    @ExtendWith(ByParameter.class)
    static final class Calendar implements EventCalendarContract {
        private final ByParameter.Launch launch;

        Calendar(ByParameter.Launch launch) {
            this.launch = launch;
        }

        @Override
        public Subject subject() {
            return Faults.calendar(launch.plugin(), launch.among(Faults.calendars()));
        }
    }

    @ExtendWith(ByParameter.class)
    static final class Edited implements EventCalendarContract {
        private final ByParameter.Launch launch;

        Edited(ByParameter.Launch launch) {
            this.launch = launch;
        }

        @Override
        public Subject subject() {
            return Faults.bare(launch.plugin(), launch.among(Faults.edited()));
        }
    }

    @ExtendWith(ByParameter.class)
    static final class Registry implements TwinningRegistryContract {
        private final ByParameter.Launch launch;

        Registry(ByParameter.Launch launch) {
            this.launch = launch;
        }

        @Override
        public Subject subject() {
            return Faults.bare(launch.plugin(), launch.among(Faults.registries()));
        }
    }

    @ExtendWith(ByParameter.class)
    static final class Playbooks implements CrisisTemplatesContract {
        private final ByParameter.Launch launch;

        Playbooks(ByParameter.Launch launch) {
            this.launch = launch;
        }

        @Override
        public Subject subject() {
            return Faults.bare(launch.plugin(), launch.among(Faults.templates()));
        }
    }

    @ExtendWith(ByParameter.class)
    static final class Channels implements AlertChannelContract {
        private final ByParameter.Launch launch;

        Channels(ByParameter.Launch launch) {
            this.launch = launch;
        }

        @Override
        public Subject subject() {
            return Faults.channel(launch.plugin(), launch.among(Faults.channels()));
        }
    }
}
