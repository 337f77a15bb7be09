package org.citykit.runtime.context;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.citykit.api.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of one answer, and lets go of the connection at the first octet too many or when the time is up,
 * however slowly it drips. Confined to one answer; the client calls it from a thread of its own.
 */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final long limit;
    private volatile Flow.@Nullable Subscription subscription;

    private LimitedBody(long limit) {
        this.limit = limit;
    }

    /** Takes all of the body. */
    static LimitedBody of(long limit, Duration time) {
        LimitedBody body = new LimitedBody(limit);
        body.whole.completeOnTimeout(null, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        return body;
    }

    /** Takes nothing of the body. */
    static LimitedBody none() {
        LimitedBody body = new LimitedBody(0);
        body.whole.complete(new byte[0]);
        return body;
    }

    /** Takes nothing of the body, and fails. */
    static LimitedBody refused(RefusedAnswerException why) {
        LimitedBody body = new LimitedBody(0);
        body.whole.completeExceptionally(why);
        return body;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.whenComplete((done, failed) -> {
                    if (done == null) {
                        letGo();
                    }
                })
                .thenCompose(LimitedBody::inTime);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (whole.isDone()) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (whole.isDone()) {
                return;
            }
            if (bytes.size() + (long) part.remaining() > limit) {
                whole.completeExceptionally(new RefusedAnswerException(
                        ApiError.LIMIT_EXCEEDED,
                        "may send " + limit + " bytes, but sends more. Ask its publisher for smaller files, or let the"
                                + " host raise the limit."));
                return;
            }
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
        }
    }

    @Override
    public void onError(Throwable failed) {
        whole.completeExceptionally(new RefusedAnswerException(
                ApiError.WEB_FAILED, "stopped in the middle of its answer: " + failed + ". It is tried again later."));
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }

    private void letGo() {
        Flow.Subscription held = subscription;
        if (held != null) {
            held.cancel();
        }
    }

    private static CompletionStage<byte[]> inTime(byte @Nullable [] body) {
        return body == null
                ? CompletableFuture.failedFuture(new RefusedAnswerException(
                        ApiError.WEB_FAILED,
                        "sends its answer too slowly: the time for this call was up. It is tried again later."))
                : CompletableFuture.completedFuture(body);
    }
}
