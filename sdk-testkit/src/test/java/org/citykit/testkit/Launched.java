package org.citykit.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** How one contract fared with one provider, run by JUnit's own launcher. */
final class Launched implements TestExecutionListener {
    private final Map<String, String> failed = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private int started;

    private Launched() {}

    static Launched of(Class<?> contract, Path plugin, Fault fault) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .configurationParameter(Cases.PLUGIN, plugin.toString())
                .configurationParameter(Cases.FAULT, fault.key())
                .filters(asked(fault))
                .build();
        Launched launched = new Launched();
        LauncherConfig plain = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(plain).execute(request, launched);
        return launched;
    }

    private static PostDiscoveryFilter asked(Fault fault) {
        return test -> FilterResult.includedIf(fault.triesUnloading()
                || test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> ((MethodSource) source).getMethodName())
                        .filter("afterClosingNothingHoldsThePlugin"::equals)
                        .isEmpty());
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started += test.isTest() ? 1 : 0;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
        String why = result.getThrowable().map(Throwable::toString).orElse("");
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed.put(name, why);
        } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.put(name, why);
        }
    }

    int started() {
        return started;
    }

    Set<String> failed() {
        return failed.keySet();
    }

    /** Every failure and every rule that was skipped, with its reason. */
    String told() {
        return failed.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"))
                + "\nskipped:\n"
                + skipped.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
