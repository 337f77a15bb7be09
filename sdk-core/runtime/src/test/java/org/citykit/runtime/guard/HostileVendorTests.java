package org.citykit.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileVendorTests {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Deadlines deadlines = new Deadlines();
    private final Guard guard = new Guard("hostile", deadlines);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        guard.close();
        deadlines.close();
    }

    @SuppressWarnings("OverrideThrowableToString") // that is what it is for
    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of("StackOverflowError", RuntimeError.FETCH_FAILED, body(HostileVendorTests::overflow)),
                Arguments.of("OutOfMemoryError", RuntimeError.FETCH_FAILED, body(HostileVendorTests::hugeAllocation)),
                Arguments.of("LinkageError", RuntimeError.PLUGIN_UNLINKABLE, throwing(new LinkageError("twice"))),
                Arguments.of(
                        "NoClassDefFoundError",
                        RuntimeError.PLUGIN_UNLINKABLE,
                        throwing(new NoClassDefFoundError("org/example/Gone"))),
                Arguments.of("ExceptionInInitializerError", RuntimeError.PLUGIN_UNLINKABLE, body(ThrowsWhenMade::new)),
                Arguments.of("OwnError", RuntimeError.FETCH_FAILED, throwing(new OwnError())),
                Arguments.of("ThreadDeath", RuntimeError.FETCH_FAILED, throwing(death())),
                Arguments.of("", RuntimeError.FETCH_FAILED, body(HostileVendorTests::stopItself)),
                Arguments.of("cannot be read", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new OwnError();
                    }
                })),
                Arguments.of("Hostile", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        throw new OwnError();
                    }
                })),
                Arguments.of("Hostile", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public synchronized Throwable getCause() {
                        throw new OwnError();
                    }
                })),
                Arguments.of("Hostile", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public synchronized Throwable getCause() {
                        return this;
                    }
                })),
                Arguments.of("Hostile", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return new StackTraceElement[3];
                    }
                })),
                Arguments.of("Hostile", RuntimeError.FETCH_FAILED, throwing(new Hostile() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        return "x".repeat(1 << 20);
                    }
                })),
                Arguments.of("OwnError", RuntimeError.FETCH_FAILED, body(() -> {
                    throw new Hostile() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public synchronized Throwable fillInStackTrace() {
                            throw new OwnError();
                        }
                    };
                })));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverIsThrownBecomesTextAndTheNextCallIsMade(String told, RuntimeError code, Callable<Object> body)
            throws Exception {
        Guarded.Failed<Object> failed = failed(call(LONG, body));

        assertEquals(code, failed.code(), failed::reason);
        assertTrue(failed.reason().contains(told), failed::reason);
        assertTrue(failed.reason().length() < 3_000);
        assertEquals("next", done(call(LONG, () -> "next")));
    }

    @Test
    void aMessageThatNeverEndsIsADeadlineLikeAnyOther() throws Exception {
        Guarded<Object> end = call(SHORT, throwing(new Hostile() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                awaitWhateverComes();
                return "late";
            }
        }));

        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(end).code());
    }

    @Test
    void aStaticInitialiserThatHangsIsADeadlineLikeAnyOther() throws Exception {
        Gate.LATCH.set(release);

        Guarded<Object> end = call(SHORT, HangsWhenMade::new);

        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(end).code());
        assertTrue(
                failed(end).stack().stream().anyMatch(line -> line.contains("HangsWhenMade")),
                failed(end).stack().toString());
    }

    @Test
    void aResultIsNeverAskedForItsTextOrItsEqual() throws Exception {
        Guarded<Object> end = call(LONG, Untouchable::new);

        assertEquals("Done", end.toString());
        assertNotEquals(end, call(LONG, Untouchable::new));
        assertEquals(end.hashCode(), end.hashCode());
        assertInstanceOf(Guarded.Done.class, end);
    }

    @Test
    void anErrorCodeOfThePluginNeverLeavesTheGuard() throws Exception {
        ClassLoader plugin = new ClassLoader(loader()) {};
        ErrorCode own = (ErrorCode)
                Proxy.newProxyInstance(plugin, new Class<?>[] {ErrorCode.class}, (proxy, method, arguments) -> "mine");

        Guarded<Object> end = call(LONG, () -> {
            throw new CityKitException(own, "The feed is gone.");
        });

        assertEquals(RuntimeError.FETCH_FAILED, failed(end).code());
        assertTrue(failed(end).reason().contains("The feed is gone."), failed(end)::reason);
    }

    @Test
    void nothingOfWhatWasThrownIsKept() throws Exception {
        AtomicReference<WeakReference<Throwable>> thrown = new AtomicReference<>();

        Guarded<Object> end = call(LONG, () -> {
            Throwable made = new OwnError();
            thrown.set(new WeakReference<>(made));
            throw (OwnError) made;
        });

        while (thrown.get().get() != null) {
            System.gc();
        }
        assertTrue(failed(end).reason().contains("OwnError"));
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // it is put back
    void whatACallDoesToItsThreadEndsWithIt() throws Exception {
        AtomicReference<Thread> first = new AtomicReference<>();
        call(LONG, () -> {
            Thread mine = Thread.currentThread();
            first.set(mine);
            mine.setName("somebody-else");
            mine.setPriority(Thread.MIN_PRIORITY);
            mine.setUncaughtExceptionHandler((thread, thrownThere) -> {});
            mine.setContextClassLoader(new ClassLoader(null) {});
            mine.interrupt();
            return "vandal";
        });

        Object seen = done(call(LONG, () -> {
            Thread mine = Thread.currentThread();
            return List.of(
                    mine == first.get(),
                    mine.getName(),
                    mine.getPriority(),
                    mine.isInterrupted(),
                    mine.getContextClassLoader() == HostileVendorTests.class.getClassLoader(),
                    mine.getUncaughtExceptionHandler() instanceof Worker,
                    mine.isDaemon());
        }));

        assertEquals(List.of(true, "citykit-module-hostile", Thread.NORM_PRIORITY, false, true, true, true), seen);
    }

    @Test
    void anInterruptFromOutsideBetweenTwoCallsMeetsNobody() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        call(LONG, () -> {
            thread.set(Thread.currentThread());
            return "first";
        });

        for (int i = 0; i < 100; i++) {
            thread.get().interrupt();
        }

        assertSame(thread.get(), done(call(LONG, Thread::currentThread)));
    }

    @Test
    void noThreadIsSharedBetweenModulesAndEveryThreadEndsWithItsModule() throws Exception {
        ThreadLocal<String> left = new ThreadLocal<>();
        Guard neighbour = new Guard("neighbour", deadlines);
        Callable<Object> leaves = () -> {
            left.set("left behind");
            return Thread.currentThread();
        };

        Thread mine = (Thread) done(call(LONG, leaves));
        Guarded<List<Object>> theirs = neighbour
                .<List<Object>>call("fetch", loader(), LONG, RuntimeError.FETCH_FAILED, () -> {
                    List<Object> seen = new ArrayList<>();
                    seen.add(Thread.currentThread());
                    seen.add(left.get());
                    return seen;
                })
                .get(60, TimeUnit.SECONDS);
        List<Object> seen = ((Guarded.Done<List<Object>>) theirs).value();
        guard.close();
        neighbour.close();

        assertNotSame(mine, seen.get(0));
        assertNull(seen.get(1));
        mine.join(60_000);
        ((Thread) seen.get(0)).join(60_000);
        assertFalse(mine.isAlive() || ((Thread) seen.get(0)).isAlive());
    }

    @Test
    void aThreadThatWasGivenUpEndsWhenItComesBack() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Guarded<Object> end = call(SHORT, () -> {
            thread.set(Thread.currentThread());
            awaitWhateverComes();
            return "late";
        });
        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(end).code());
        assertEquals(1, guard.abandoned());

        release.countDown();
        thread.get().join(60_000);

        assertFalse(thread.get().isAlive());
        assertEquals(0, guard.abandoned());
        assertNotSame(thread.get(), done(call(LONG, Thread::currentThread)));
    }

    private Guarded<Object> call(Duration limit, Callable<Object> body) throws Exception {
        CompletableFuture<Guarded<Object>> end = guard.call("fetch", loader(), limit, RuntimeError.FETCH_FAILED, body);
        return end.get(60, TimeUnit.SECONDS);
    }

    private void awaitWhateverComes() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException swallowed) {
                Thread.onSpinWait();
            }
        }
    }

    private static ClassLoader loader() {
        return HostileVendorTests.class.getClassLoader();
    }

    private static Guarded.Failed<Object> failed(Guarded<Object> end) {
        assertInstanceOf(Guarded.Failed.class, end);
        return (Guarded.Failed<Object>) end;
    }

    private static Object done(Guarded<Object> end) {
        assertInstanceOf(Guarded.Done.class, end, end::toString);
        return ((Guarded.Done<Object>) end).value();
    }

    private static Callable<Object> body(Callable<Object> body) {
        return body;
    }

    private static Callable<Object> throwing(Throwable thrown) {
        return () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    @SuppressWarnings({"removal", "deprecation"}) // plugins compiled long ago may still throw it
    private static Throwable death() {
        return new ThreadDeath();
    }

    @SuppressWarnings({"removal", "deprecation"}) // what it does depends on the JDK; none may harm
    private static Object stopItself() {
        Thread.currentThread().stop();
        return "not stopped";
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static Object overflow() {
        return "" + overflow();
    }

    private static Object hugeAllocation() {
        return new long[Integer.MAX_VALUE][Integer.MAX_VALUE];
    }

    private static class Hostile extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    private static final class OwnError extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class ThrowsWhenMade {
        static {
            Gate.fail();
        }
    }

    private static final class HangsWhenMade {
        static {
            Gate.pass();
        }
    }

    private static final class Gate {
        static final AtomicReference<CountDownLatch> LATCH = new AtomicReference<>();

        static void fail() {
            throw new IllegalStateException("not made");
        }

        static void pass() {
            CountDownLatch latch = LATCH.get();
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException swallowed) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static final class Untouchable {
        @Override
        public String toString() {
            throw new OwnError();
        }

        @Override
        public boolean equals(Object other) {
            throw new OwnError();
        }

        @Override
        public int hashCode() {
            throw new OwnError();
        }
    }
}
