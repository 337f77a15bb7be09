package org.citykit.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTP client that asks a recorded web. Of sending it knows the blocking kind alone. Thread-safe. */
final class RecordedClient extends HttpClient {
    private final RecordedWeb web;

    RecordedClient(RecordedWeb web) {
        this.web = web;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        RecordedWeb.Exchange exchange = web.exchange(recorded(request));
        RecordedResponse.Head head = RecordedResponse.Head.of(exchange.answer());
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(head);
        subscriber.onSubscribe(new Delivery(exchange, subscriber));
        try {
            T body = subscriber.getBody().toCompletableFuture().get();
            return new RecordedResponse<>(request, head, body);
        } catch (ExecutionException failed) {
            throw new IOException("The answer cannot be read.", failed);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        throw new UnsupportedOperationException("A recorded web answers blocking calls alone.");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException("A recorded web has no connections.");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("A recorded web has no connections.");
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    private static RecordedRequest recorded(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        byte[] body = request.bodyPublisher().map(RecordedClient::octets).orElse(new byte[0]);
        return new RecordedRequest(request.method(), request.uri(), headers, body);
    }

    private static byte[] octets(HttpRequest.BodyPublisher publisher) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                out.writeBytes(copy);
            }

            @Override
            public void onError(Throwable failed) {
                throw new IllegalStateException("The body of a request cannot be read.", failed);
            }

            @Override
            public void onComplete() {}
        });
        return out.toByteArray();
    }

    /** Hands a body to its subscriber in one piece, whole or broken off. Confined to the calling thread. */
    private static final class Delivery implements Flow.Subscription {
        private final RecordedWeb.Exchange exchange;
        private final HttpResponse.BodySubscriber<?> subscriber;
        private boolean done;

        Delivery(RecordedWeb.Exchange exchange, HttpResponse.BodySubscriber<?> subscriber) {
            this.exchange = exchange;
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (done) {
                return;
            }
            done = true;
            byte[] body = exchange.answer().body();
            int sent = exchange.whole() ? body.length : body.length / 2;
            if (sent > 0) {
                subscriber.onNext(List.of(ByteBuffer.wrap(body, 0, sent).slice().asReadOnlyBuffer()));
            }
            if (exchange.whole()) {
                subscriber.onComplete();
            } else {
                subscriber.onError(new IOException("the connection was lost"));
            }
        }

        @Override
        public void cancel() {
            done = true;
        }
    }
}
