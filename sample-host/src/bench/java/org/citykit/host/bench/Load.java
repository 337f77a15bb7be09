package org.citykit.host.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends a fixed number of requests over a fixed number of kept connections of the loopback interface. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Sends requests; throws if one is not answered with 200. */
    void send(URI address, int requests) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        Callable<Boolean> share = () -> {
            for (int i = 0; i < requests / CONNECTIONS; i++) {
                HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("status " + answer.statusCode());
                }
            }
            return true;
        };
        List<Future<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            shares.add(threads.submit(share));
        }
        for (Future<Boolean> one : shares) {
            one.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
