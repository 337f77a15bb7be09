package org.citykit.host.control;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Hands orders to a portal that runs. */
public final class ControlClient {
    private ControlClient() {}

    /**
     * Hands an order over and waits for the answer, however long that takes.
     *
     * @param data the portal's data folder
     * @return empty if no portal runs on that folder
     */
    public static Optional<Answer> send(Path data, Order order) {
        Path socket = ControlSocket.find(data);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpClient client = vertx.createHttpClient();
        try {
            Optional<HttpClientRequest> request = connect(client, socket, order);
            return request.isEmpty() ? Optional.empty() : Optional.of(ask(request.get()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(new Answer(false, "The command was interrupted.\n"));
        } finally {
            client.close();
            vertx.close();
        }
    }

    private static Optional<HttpClientRequest> connect(HttpClient client, Path socket, Order order)
            throws InterruptedException {
        try {
            return Optional.of(client.request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setServer(SocketAddress.domainSocketAddress(socket.toString()))
                            .setHost("localhost")
                            .setPort(80)
                            .setURI(uri(order)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get());
        } catch (ExecutionException nobody) {
            return Optional.empty(); // a socket that a killed process has left behind
        }
    }

    private static Answer ask(HttpClientRequest request) throws InterruptedException {
        try {
            return request.send()
                    .compose(answer -> answer.body().map(body -> answer(answer, body)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException broken) {
            return new Answer(
                    false,
                    "The portal did not answer to the end: " + broken.getCause()
                            + ". Ask for its status to see what came of it.\n");
        }
    }

    private static Answer answer(HttpClientResponse answer, Buffer body) {
        return new Answer(answer.statusCode() == 200, body.toString(StandardCharsets.UTF_8));
    }

    private static String uri(Order order) {
        return ControlServer.path(order.what())
                + order.options().entrySet().stream()
                        .map(option -> encoded(option.getKey()) + "=" + encoded(option.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
