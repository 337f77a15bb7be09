package org.citykit.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.citykit.runtime.context.WebSender;

/** Asks a recorded web. Thread-safe. */
final class RecordedClient implements WebSender {
    private final RecordedWeb web;

    RecordedClient(RecordedWeb web) {
        this.web = web;
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, HttpResponse.BodyHandler<byte[]> handler)
            throws IOException, InterruptedException {
        RecordedWeb.Exchange exchange = web.exchange(recorded(request));
        RecordedResponse.Head head = RecordedResponse.Head.of(exchange.answer());
        HttpResponse.BodySubscriber<byte[]> subscriber = handler.apply(head);
        subscriber.onSubscribe(new Delivery(exchange, subscriber));
        try {
            return new RecordedResponse(
                    request, head, subscriber.getBody().toCompletableFuture().get());
        } catch (ExecutionException failed) {
            throw new IOException("The answer cannot be read.", failed);
        }
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
