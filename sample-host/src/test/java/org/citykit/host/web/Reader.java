package org.citykit.host.web;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a server as a browser would, but follows nothing and keeps nothing. */
public final class Reader implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    /** What came back. */
    public record Reply(int status, MultiMap headers, String text) {
        public String header(String name) {
            return headers.get(name);
        }
    }

    public Reader(int port) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    }

    /** Gets what stands at an address; headers come in pairs. */
    public Reply get(String address, String... headers) {
        return send(HttpMethod.GET, address, headers);
    }

    public Reply send(HttpMethod method, String address, String... headers) {
        return send(method, address, "", headers);
    }

    /** Sends a request with a body, if it is not empty; headers come in pairs. */
    public Reply send(HttpMethod method, String address, String body, String... headers) {
        Future<Reply> reply = client.request(method, address).compose(request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.putHeader(headers[i], headers[i + 1]);
            }
            // the body must be asked for by the thread that hears of the head, or its first part may be gone
            return (body.isEmpty() ? request.send() : request.send(body))
                    .compose(response -> response.body()
                            .map(read -> new Reply(response.statusCode(), response.headers(), text(read))));
        });
        try {
            return reply.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("no answer from " + address, failed);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String text(Buffer body) {
        return body.toString(StandardCharsets.UTF_8);
    }
}
