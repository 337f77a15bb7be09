package org.citykit.runtime.context;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The web client that all modules of a runtime share, made when it is first asked for. It is asked on threads that run
 * vendor code, and a thread made there would hold that plugin for as long as it lives; so all its threads are made by one
 * thread that was there before. Thread-safe.
 */
public final class WebClient implements WebSender, AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Duration connect;
    private final ThreadPoolExecutor maker;
    private final ThreadPoolExecutor pool;
    private @Nullable HttpClient client;

    /**
     * To be called where no vendor code runs.
     *
     * @param connect how long a connection may take
     */
    public WebClient(Duration connect) {
        this.connect = connect;
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), WebClient::thread);
        maker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WebClient::thread);
        maker.prestartAllCoreThreads();
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, HttpResponse.BodyHandler<byte[]> body)
            throws IOException, InterruptedException {
        return get().send(request, body);
    }

    private synchronized HttpClient get() {
        HttpClient made = client;
        if (made == null) {
            made = CompletableFuture.supplyAsync(this::made, maker).join();
            client = made;
        }
        return made;
    }

    /** Lets its threads end once they have nothing to do. Idempotent. */
    @Override
    public void close() {
        maker.shutdown();
    }

    private HttpClient made() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(task -> maker.execute(() -> pool.execute(task)))
                .build();
    }

    private static Thread thread(Runnable task) {
        Thread made = new Thread(null, task, "citykit-web", 0, false);
        made.setDaemon(true);
        made.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return made;
    }
}
