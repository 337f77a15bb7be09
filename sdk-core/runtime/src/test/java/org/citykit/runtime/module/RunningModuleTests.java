package org.citykit.runtime.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.citykit.api.Cursor;
import org.citykit.api.Limits;
import org.citykit.api.Outcome;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.api.events.CalendarEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.context.AllowedHosts;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.context.NotedViews;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.Metrics;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningModuleTests {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final GuardLimits LIMITS = new GuardLimits(
            new GuardLimits.Calls(SHORT, 1, 16, 1),
            new GuardLimits.Circuit(2, 2, 1, 1, 1, LONG, 1),
            GuardLimits.Retry.STANDARD,
            GuardLimits.Threads.STANDARD,
            1L << 20);

    private final QuietPorts ports = new QuietPorts();
    private final Queue<RuntimeEvent> events = new ConcurrentLinkedQueue<>();
    private final Telemetry telemetry = Telemetry.to(events::add, Clock.systemUTC());
    private final Deadlines deadlines = new Deadlines(LIMITS, telemetry);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService keeper = Executors.newSingleThreadExecutor();
    private final List<RunningModule> running = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        release.countDown();
        for (RunningModule module : running) {
            module.close().get(60, TimeUnit.SECONDS);
        }
        timer.shutdownNow();
        keeper.shutdownNow();
        deadlines.close();
        telemetry.close();
    }

    @Test
    void aFetchThatRunsWhenTheModuleClosesIsInterruptedAtOnceAndNothingOfItIsKept() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        RunningModule module = source(LONG, new Source<>() {
            @Override
            public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                fetching.countDown();
                try {
                    release.await();
                } catch (InterruptedException expected) {
                    sink.accept(event("late"));
                }
                return Outcome.snapshot(Cursor.of("1"));
            }

            @Override
            public void close() {
                closed.set(true);
            }
        });
        module.start();
        assertTrue(fetching.await(60, TimeUnit.SECONDS));

        module.close().get(60, TimeUnit.SECONDS);

        assertTrue(closed.get());
        assertTrue(ports.kept.isEmpty());
        assertTrue(ports.told.isEmpty(), ports.told::toString);
    }

    @Test
    void whatAnOpenGivesWhenTheModuleIsClosingIsClosedToo() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        RunningModule module = module(Domain.EVENTS, LONG, () -> {
            opening.countDown();
            hang(1);
            return opened(new Source<CalendarEvent>() {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                    throw new IllegalStateException("must not be called");
                }

                @Override
                public void close() {
                    closed.set(true);
                }
            });
        });
        module.start();
        assertTrue(opening.await(60, TimeUnit.SECONDS));

        module.close().get(60, TimeUnit.SECONDS);

        assertTrue(closed.get());
    }

    @Test
    void aDeliveryThatRunsWhenTheModuleClosesMayEnd() throws Exception {
        CountDownLatch delivering = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean closed = new AtomicBoolean();
        ChannelModule module = (ChannelModule) module(
                Domain.CHANNEL,
                LONG,
                () -> opened(new Siren(closed) {
                    @Override
                    public Receipt deliver(Alert alert, String key) {
                        delivering.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException wrong) {
                            interrupted.set(true);
                        }
                        return receipt(key);
                    }
                }));
        module.start();
        awaitTrue(() -> module.limits().isPresent());
        CompletableFuture<Guarded<Receipt>> delivery = module.deliver(null, "key");
        assertTrue(delivering.await(60, TimeUnit.SECONDS));

        CompletableFuture<?> closing = module.close();
        assertFalse(closing.isDone());
        release.countDown();
        closing.get(60, TimeUnit.SECONDS);

        assertInstanceOf(Guarded.Done.class, delivery.get(60, TimeUnit.SECONDS));
        assertFalse(interrupted.get());
        assertTrue(closed.get());
    }

    @Test
    void aDeliveryThatNeverEndsDoesNotKeepTheModuleFromClosing() throws Exception {
        CountDownLatch delivering = new CountDownLatch(1);
        ChannelModule module = (ChannelModule) module(
                Domain.CHANNEL,
                SHORT,
                () -> opened(new Siren(null) {
                    @Override
                    public Receipt deliver(Alert alert, String key) {
                        delivering.countDown();
                        hang(Integer.MAX_VALUE);
                        return receipt(key);
                    }
                }));
        module.start();
        awaitTrue(() -> module.limits().isPresent());
        CompletableFuture<Guarded<Receipt>> delivery = module.deliver(null, "key");
        assertTrue(delivering.await(60, TimeUnit.SECONDS));

        module.close().get(60, TimeUnit.SECONDS);

        Guarded.Failed<Receipt> failed = (Guarded.Failed<Receipt>) delivery.get(60, TimeUnit.SECONDS);
        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed.code());
    }

    @Test
    void aModuleSetAsideShowsItsThread() throws Exception {
        Limits short1 = new Limits(10, 1_000, 10, LONG, SHORT, SHORT);
        RunningModule module = module(
                Domain.EVENTS,
                short1,
                () -> opened((Source<CalendarEvent>) (since, sink) -> {
                    hang(Integer.MAX_VALUE);
                    return Outcome.nothingNew();
                }));
        module.start();
        awaitTrue(() -> module.health().state() == ModuleHealth.State.QUARANTINED);

        assertEquals(1, module.health().abandonedThreads());
        assertTrue(module.health().stack().toString().contains("hang"), module.health()::toString);
        release.countDown();
        awaitTrue(() -> module.health().abandonedThreads() == 0);
    }

    @Test
    void aModuleThatGetsAPauseSaysSoAndKeepsItsPlaceInTheQueueOfRetries() throws Exception {
        RunningModule module = source(LONG, (since, sink) -> {
            throw new IllegalStateException("the feed is gone");
        });
        module.start();
        awaitTrue(module::settled);
        module.refresh();
        awaitTrue(() -> module.settled() && module.health().circuit() == ModuleHealth.Circuit.OPEN);
        module.refresh();
        awaitTrue(() -> reason(module).equals("circuit-open"));

        assertEquals(ModuleHealth.State.FAILED, module.health().state());
        awaitTrue(() -> events.stream().anyMatch(event -> event instanceof RuntimeEvent.CallRefused));
    }

    @Test
    void theLifeOfAModuleIsToldAsEventsAndNumbers() throws Exception {
        RunningModule module = source(LONG, (since, sink) -> {
            sink.accept(event("a"));
            sink.accept(event("b"));
            return Outcome.snapshot(Cursor.of("1"));
        });

        module.start();
        awaitTrue(module::settled);
        awaitTrue(() -> events.size() >= 3);

        List<RuntimeEvent> told = List.copyOf(events);
        RuntimeEvent.ModuleOpened opened = assertInstanceOf(RuntimeEvent.ModuleOpened.class, told.get(0));
        assertEquals(7, opened.generation());
        RuntimeEvent.FetchEnded fetch = assertInstanceOf(RuntimeEvent.FetchEnded.class, told.get(1));
        assertEquals(2, fetch.items());
        assertEquals(CallOutcome.DONE, fetch.outcome());
        RuntimeEvent.ModuleStateChanged changed = assertInstanceOf(RuntimeEvent.ModuleStateChanged.class, told.get(2));
        assertEquals(ModuleHealth.State.STARTING, changed.before());
        assertEquals(ModuleHealth.State.LIVE, changed.after());
        Metrics metrics = telemetry.metrics();
        assertEquals(2, metrics.named("citykit_module_items").get(0).value());
        assertTrue(metrics.named("citykit_module_data_age_seconds").get(0).value() >= 0);
        module.close().get(60, TimeUnit.SECONDS);
        assertTrue(telemetry.metrics().named("citykit_module_items").isEmpty());
    }

    private RunningModule source(Duration limit, Source<CalendarEvent> source) {
        return module(Domain.EVENTS, limit, () -> opened(source));
    }

    private RunningModule module(Domain domain, Duration close, Callable<Opening.Result> opening) {
        return module(domain, new Limits(10, 1_000, 10, LONG, LONG, close), opening);
    }

    private RunningModule module(Domain domain, Limits limits, Callable<Opening.Result> opening) {
        ModulePlan plan = new ModulePlan(
                "festivals",
                "tables",
                "acme",
                "1.0.0",
                domain,
                "print",
                Duration.ofHours(1),
                limits,
                new NotedViews(ports.views("festivals")),
                linked(opening));
        ModuleServices services = new ModuleServices(Clock.systemUTC(), deadlines, timer, keeper, ports, () -> 0.5, 7);
        RunningModule module = RunningModule.of(plan, services, Optional.empty());
        running.add(module);
        return module;
    }

    private static Opening linked(Callable<Opening.Result> opening) {
        return new Opening() {
            @Override
            public Link link() {
                return new Link(Optional.of(RunningModuleTests.class.getClassLoader()), Optional.empty());
            }

            @Override
            public Result open() throws Exception {
                return opening.call();
            }
        };
    }

    private Opening.Result opened(Object provided) {
        ModuleContext.Surroundings surroundings = new ModuleContext.Surroundings(
                Clock.systemUTC(), List.of(Locale.ENGLISH), Path.of("."), Map.of(), (request, body) -> {
                    throw new UnsupportedOperationException();
                });
        return new Opening.Result.Opened(
                provided,
                new ModuleContext(
                        "festivals",
                        surroundings,
                        Limits.STANDARD,
                        AllowedHosts.anywhere(List.of()),
                        version -> {
                            throw new UnsupportedOperationException();
                        },
                        new NotedViews(ports.views("festivals"))));
    }

    private void hang(int interrupts) {
        int left = interrupts;
        while (release.getCount() > 0 && left > 0) {
            try {
                release.await();
            } catch (InterruptedException swallowed) {
                left--;
            }
        }
    }

    private static String reason(RunningModule module) {
        return module.health().reason().map(problem -> problem.code().anchor()).orElse("");
    }

    private static void awaitTrue(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static CalendarEvent event(String id) {
        return CalendarEvent.of(id).on(LocalDate.of(2026, 3, 21));
    }

    private static Receipt receipt(String key) {
        return new Receipt(Receipt.State.DELIVERED, Instant.EPOCH, key, "");
    }

    /** A channel that says what it is. */
    private abstract static class Siren implements Channel {
        private final AtomicBoolean closed;

        Siren(AtomicBoolean closed) {
            this.closed = closed;
        }

        @Override
        public ChannelLimits limits() {
            return new ChannelLimits(ChannelKind.WEB, 160, false);
        }

        @Override
        public void close() {
            if (closed != null) {
                closed.set(true);
            }
        }
    }
}
