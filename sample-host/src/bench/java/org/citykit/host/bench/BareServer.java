package org.citykit.host.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A bare Vert.x handler that answers every request with the same bytes and headers: the peer of a cached page. */
public final class BareServer {
    private BareServer() {}

    /**
     * Serves until it is killed.
     *
     * @param arguments the file with the body, then names and values of headers
     */
    public static void main(String[] arguments) throws Exception {
        Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[0])));
        Vertx vertx = Vertx.vertx();
        CountDownLatch listening = new CountDownLatch(1);
        vertx.createHttpServer(new HttpServerOptions())
                .requestHandler(request -> {
                    for (int i = 1; i + 1 < arguments.length; i += 2) {
                        request.response().putHeader(arguments[i], arguments[i + 1]);
                    }
                    request.response().end(body);
                })
                .listen(0, "127.0.0.1")
                .onSuccess(server -> {
                    System.out.println("bare is ready at http://127.0.0.1:" + server.actualPort() + "/");
                    listening.countDown();
                });
        listening.await();
    }
}
