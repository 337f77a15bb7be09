package org.citykit.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RebuiltTests {
    @Test
    void afterARebuildTheValueShowsEveryInputThatWasThereBeforeIt() throws Exception {
        AtomicInteger input = new AtomicInteger();
        AtomicInteger builds = new AtomicInteger();
        Rebuilt<Integer> value = new Rebuilt<>(0, () -> {
            builds.incrementAndGet();
            return input.get();
        });
        int changes = 8;
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            Thread thread = new Thread(() -> {
                try {
                    begin.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                int mine = input.incrementAndGet();
                value.rebuild();
                if (value.get() < mine) {
                    synchronized (stale) {
                        stale.add(value.get() + " < " + mine);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }

        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(List.of(), stale);
        assertEquals(changes, value.get());
        assertTrue(builds.get() <= changes, builds::toString);
    }

    @Test
    void readersGetTheFinishedValueWhileAnotherIsBuilt() throws Exception {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Rebuilt<String> value = new Rebuilt<>("old", () -> {
            building.countDown();
            try {
                finish.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return "new";
        });
        Thread builder = new Thread(value::rebuild);
        builder.start();
        building.await();

        String meanwhile = value.get();
        finish.countDown();
        builder.join();

        assertEquals("old", meanwhile);
        assertEquals("new", value.get());
    }
}
