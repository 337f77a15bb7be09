package org.citykit.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.context.WebSender;

/**
 * The web as a test wants it: recorded answers under their own addresses, without any socket. Answers carry an ETag and
 * become 304 for those who have them already; an address that is not recorded answers 404. Thread-safe.
 *
 * <p>The runtime's own HTTP stands between it and the plugin, with its list of hosts, its limits and its redirects.
 */
public final class RecordedWeb {
    private final Map<URI, RecordedAnswer> answers = new HashMap<>();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final WebSender client = new RecordedClient(this);
    private CountDownLatch hanging = new CountDownLatch(1);
    private Trouble trouble = Trouble.NONE;
    private int edition;

    /** A web that knows no address yet. */
    public RecordedWeb() {}

    /**
     * How an exchange ends.
     *
     * @param answer what is answered
     * @param whole false if the connection breaks in the middle of the body
     */
    record Exchange(RecordedAnswer answer, boolean whole) {}

    /** What an address answers from now on. */
    public synchronized RecordedWeb answer(String address, RecordedAnswer answer) {
        return answer(URI.create(address), answer);
    }

    synchronized RecordedWeb answer(URI address, RecordedAnswer answer) {
        answers.put(address, answer);
        return this;
    }

    /** How it misbehaves from now on. */
    public synchronized void suffer(Trouble next) {
        trouble = next;
        hanging = new CountDownLatch(1);
    }

    /** Every answer gets another ETag from now on, whether or not its body is another. */
    public synchronized void touch() {
        edition++;
    }

    /** What was asked, in order. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Waits until somebody hangs because of {@link Trouble#HANGS}.
     *
     * @return false if nobody does in that time
     */
    public boolean awaitHanging(Duration longest) throws InterruptedException {
        CountDownLatch latch;
        synchronized (this) {
            latch = hanging;
        }
        return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    WebSender client() {
        return client;
    }

    /** The hosts of all recorded addresses, with their ports where they name one. */
    synchronized Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        answers.keySet()
                .forEach(uri -> hosts.add(uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort()));
        return hosts;
    }

    /** Lets go whoever hangs, for good. */
    void release() {
        released.countDown();
    }

    Exchange exchange(RecordedRequest request) throws IOException, InterruptedException {
        Trouble now;
        CountDownLatch latch;
        synchronized (this) {
            requests.add(request);
            now = trouble;
            latch = hanging;
        }
        return switch (now) {
            case NONE -> new Exchange(answerTo(request), true);
            case UNREACHABLE -> throw new ConnectException("connection refused");
            case FAILS -> new Exchange(RecordedAnswer.status(503), true);
            case REFUSES -> new Exchange(RecordedAnswer.status(422), true);
            case BREAKS_OFF -> new Exchange(answerTo(request), false);
            case HANGS -> {
                latch.countDown();
                released.await();
                throw new ConnectException("the test is over");
            }
        };
    }

    private synchronized RecordedAnswer answerTo(RecordedRequest request) {
        RecordedAnswer answer = answers.get(request.uri());
        if (answer == null) {
            return RecordedAnswer.status(404);
        }
        if (!request.method().equals("GET") || answer.status() != 200) {
            return answer;
        }
        String etag = answer.headers().getOrDefault("etag", tag(answer));
        if (etag.equals(request.headers().get("if-none-match"))) {
            return new RecordedAnswer(304, "", Map.of("etag", etag), new byte[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("etag", etag);
        return new RecordedAnswer(200, answer.type(), headers, answer.body());
    }

    private String tag(RecordedAnswer answer) {
        return "\"" + edition + "-" + Digests.of(answer.body()) + "\"";
    }
}
