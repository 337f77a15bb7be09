package org.citykit.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class GuardTests {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Deadlines deadlines = new Deadlines();
    private final Guard guard = new Guard("festivals", deadlines);

    @AfterEach
    void close() {
        guard.close();
        deadlines.close();
    }

    @Test
    void aCallThatReactsToItsInterruptEndsWithWhatItThrew() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        Guarded<Object> end = call(SHORT, () -> {
            never.await();
            return "never";
        });

        Guarded.Failed<Object> failed = failed(end);
        assertEquals(RuntimeError.FETCH_FAILED, failed.code());
        assertTrue(failed.reason().contains("InterruptedException"), failed.reason());
        assertTrue(failed.reason().contains("It was interrupted after"), failed.reason());
        assertTrue(guard.stuck().isEmpty());
    }

    @Test
    void aCallThatIgnoresItsInterruptLeavesTheModuleQuarantinedWithTheStackUntilItEnds() throws Exception {
        AtomicBoolean release = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);

        Guarded<Object> late = call(SHORT, () -> {
            while (!release.get()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return "late";
        });
        Guarded<Object> refused = call(LONG, () -> "refused");

        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(late).code());
        assertEquals(RuntimeError.MODULE_QUARANTINED, failed(refused).code());
        assertTrue(
                failed(refused).stack().stream().anyMatch(line -> line.contains("GuardTests")),
                failed(refused).stack().toString());

        release.set(true);
        assertTrue(ended.await(60, TimeUnit.SECONDS));
        awaitNotStuck();
        assertInstanceOf(Guarded.Done.class, call(LONG, () -> "again"));
    }

    @Test
    void anInterruptMeantForOneCallNeverMeetsTheNext() throws Exception {
        for (int i = 0; i < 200; i++) {
            call(Duration.ofNanos(1), () -> "raced");

            Guarded<Object> next = call(LONG, () -> Thread.currentThread().isInterrupted());

            assertEquals(false, assertInstanceOf(Guarded.Done.class, next).value());
        }
    }

    @Test
    void nullIsABrokenContract() throws Exception {
        Guarded<Object> end = call(LONG, () -> null);

        assertEquals(RuntimeError.CONTRACT_BROKEN, failed(end).code());
    }

    @Test
    void errorsOfEveryKindAreAnEndLikeAnyOther() throws Exception {
        assertEquals(
                RuntimeError.PLUGIN_UNLINKABLE,
                failed(call(LONG, () -> {
                            throw new NoClassDefFoundError("org/example/Gone");
                        }))
                        .code());
        assertTrue(failed(call(LONG, GuardTests::overflow)).reason().contains("StackOverflowError"));
        assertTrue(failed(call(LONG, () -> new long[Integer.MAX_VALUE][Integer.MAX_VALUE]))
                .reason()
                .contains("OutOfMemoryError"));
    }

    @Test
    void anExceptionThatCannotBeDescribedIsStillAnEnd() throws Exception {
        Guarded<Object> end = call(LONG, () -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("twice");
                }
            };
        });

        assertTrue(failed(end).reason().contains("cannot be read"), failed(end).reason());
    }

    @Test
    void anExceptionWithACodeKeepsItAndSaysItsMessageOnce() throws Exception {
        Guarded<Object> end = call(LONG, () -> {
            throw new CityKitException(ApiError.WEB_FAILED, "The feed is gone.");
        });

        assertEquals(ApiError.WEB_FAILED, failed(end).code());
        assertEquals("The feed is gone.", failed(end).reason());
    }

    @Test
    void vendorCodeRunsWithItsLoaderAndItsModuleInTheLog() throws Exception {
        ClassLoader loader = new ClassLoader(null) {};
        AtomicReference<String> module = new AtomicReference<>();

        Guarded<ClassLoader> end = guard.<ClassLoader>call("fetch", loader, LONG, RuntimeError.FETCH_FAILED, () -> {
                    module.set(MDC.get("module"));
                    return Thread.currentThread().getContextClassLoader();
                })
                .get(60, TimeUnit.SECONDS);

        assertSame(loader, assertInstanceOf(Guarded.Done.class, end).value());
        assertTrue(module.get() == null || module.get().equals("festivals"), "MDC without a backend keeps nothing");
    }

    @Test
    void hurryEndsTheRunningCallBeforeItsDeadline() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Guarded<Object>> end = start(LONG, () -> {
            running.countDown();
            new CountDownLatch(1).await();
            return "never";
        });

        assertTrue(running.await(60, TimeUnit.SECONDS));
        guard.hurry();

        assertEquals(
                RuntimeError.FETCH_FAILED, failed(end.get(60, TimeUnit.SECONDS)).code());
    }

    @Test
    void aClosedGuardCallsNothing() throws Exception {
        AtomicBoolean called = new AtomicBoolean();
        guard.close();

        Guarded<Object> end = call(LONG, () -> {
            called.set(true);
            return "called";
        });

        assertEquals(RuntimeError.RUNTIME_CLOSED, failed(end).code());
        assertFalse(called.get());
    }

    private Guarded<Object> call(Duration limit, Callable<Object> body) throws Exception {
        return start(limit, body).get(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<Guarded<Object>> start(Duration limit, Callable<Object> body) {
        return guard.call("fetch", GuardTests.class.getClassLoader(), limit, RuntimeError.FETCH_FAILED, body);
    }

    private void awaitNotStuck() {
        while (guard.stuck().isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static Guarded.Failed<Object> failed(Guarded<Object> end) {
        assertInstanceOf(Guarded.Failed.class, end);
        return (Guarded.Failed<Object>) end;
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static Object overflow() {
        return "" + overflow();
    }
}
