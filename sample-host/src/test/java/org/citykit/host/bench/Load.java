package org.citykit.host.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Sends a fixed number of requests over a fixed number of kept connections of the loopback interface. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(CONNECTIONS));

    /** Sends requests; throws if one is not answered with 200. */
    void send(URI address, int requests) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(CONNECTIONS);
        AtomicInteger left = new AtomicInteger(requests);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            next(address, left, failure, ended);
        }
        ended.await();
        if (failure.get() != null) {
            throw new IllegalStateException("The load failed.", failure.get());
        }
    }

    private void next(URI at, AtomicInteger left, AtomicReference<Throwable> failure, CountDownLatch ended) {
        if (left.getAndDecrement() <= 0 || failure.get() != null) {
            ended.countDown();
            return;
        }
        client.request(HttpMethod.GET, at.getPort(), at.getHost(), at.getRawPath())
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == 200
                                ? response.end()
                                : Future.failedFuture("status " + response.statusCode())))
                .onComplete(done -> next(at, left, failure, ended), failed -> {
                    failure.set(failed);
                    ended.countDown();
                });
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
