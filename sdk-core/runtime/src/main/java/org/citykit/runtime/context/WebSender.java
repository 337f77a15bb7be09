package org.citykit.runtime.context;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends a request and waits for its answer; follows no redirect. All that a context needs of an HTTP client. Thread-safe. */
@FunctionalInterface
public interface WebSender {
    /**
     * Sends a request.
     *
     * @param request within its own time limit
     * @param body takes the octets of the answer
     * @throws IOException when there is no answer, or it breaks off
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    HttpResponse<byte[]> send(HttpRequest request, HttpResponse.BodyHandler<byte[]> body)
            throws IOException, InterruptedException;
}
