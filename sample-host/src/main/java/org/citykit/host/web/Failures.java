package org.citykit.host.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.citykit.host.language.Language;
import org.citykit.host.language.Languages;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.ErrorWords;
import org.citykit.host.operation.Traffic;
import org.citykit.host.page.ErrorPage;
import org.citykit.host.page.Frame.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what cannot be answered: with a page for people, with a problem (RFC 9457) for programs, never with a stack
 * trace. Thread-safe.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_ALLOWED = 405;
    private static final int GONE = 410;
    private static final int SERVER_ERROR = 500;

    private final Languages languages;
    private final Frames frames;
    private final Responder responder;
    private final Traffic traffic;
    private final Clock clock;

    Failures(Languages languages, Frames frames, Responder responder, Traffic traffic, Clock clock) {
        this.languages = languages;
        this.frames = frames;
        this.responder = responder;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * What is wrong, in words.
     *
     * @param status the status of HTTP
     * @param title what it is called
     * @param text what can be done
     * @param reference what to tell the operator
     * @param language true if the language of the address is not offered
     */
    private record Wrong(int status, String title, String text, Optional<String> reference, boolean language) {}

    /** Answers a request that failed. Called from an event loop; the answer is made on a worker thread. */
    void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.vertx()
                .executeBlocking(() -> answer(request, context), false)
                .onSuccess(rendered -> responder.send(request, rendered))
                .onFailure(broken -> {
                    LOG.error("Not even the page that says so could be made.", broken);
                    Body body = new Body(MediaType.TEXT, "", "500\n", Body.MINUTE);
                    responder.send(request, rendered(SERVER_ERROR, body));
                });
    }

    private Rendered answer(HttpServerRequest request, RoutingContext context) {
        String path = Optional.ofNullable(request.path()).orElse("/");
        Language language = language(request, path);
        Wrong wrong = describe(context, language, path);
        if (wrong.status() >= SERVER_ERROR) {
            traffic.failed();
            LOG.error(
                    "{} {} failed, reference {}.",
                    request.method(),
                    path,
                    wrong.reference().orElse(""),
                    context.failure());
        }
        Body body = isForPrograms(path) ? problem(wrong, path, language) : page(wrong, path, language);
        return rendered(wrong.status(), body);
    }

    private Rendered rendered(int status, Body body) {
        MultiMap headers = ResponseHeaders.transientOf(body.type()).set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (status == NOT_ALLOWED) {
            headers.set(HttpHeaders.ALLOW, "GET, HEAD");
        }
        return Rendered.of(status, body, headers, clock.millis());
    }

    private Wrong describe(RoutingContext context, Language language, String path) {
        ErrorWords words = language.words().errors();
        Throwable failure = context.failure();
        if (failure instanceof BadParameterException bad) {
            String text = Words.fill(
                    Words.fill(bad.tooLong() ? words.tooLong() : words.badParameter(), "parameter", bad.parameter()),
                    "value",
                    bad.value());
            return new Wrong(400, words.badRequest(), text, Optional.empty(), false);
        }
        if (failure instanceof GoneException gone) {
            String text = Words.fill(words.goneText(), "title", "\u2068" + gone.title() + "\u2069");
            return new Wrong(GONE, words.gone(), text, Optional.empty(), false);
        }
        int status = failure instanceof NotFoundException
                ? 404
                : failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if (status == 404 && asksForOtherLanguage(path)) {
            return new Wrong(404, words.unknownLanguage(), words.unknownLanguageText(), Optional.empty(), true);
        }
        if (status == 404) {
            return new Wrong(404, words.notFound(), words.notFoundText(), Optional.empty(), false);
        }
        if (status == NOT_ALLOWED) {
            return new Wrong(NOT_ALLOWED, words.notAllowed(), words.notAllowedText(), Optional.empty(), false);
        }
        if (status >= 400 && status < SERVER_ERROR) {
            return new Wrong(status, words.badRequest(), words.badRequestText(), Optional.empty(), false);
        }
        String reference = Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000000, Integer.MAX_VALUE));
        return new Wrong(SERVER_ERROR, words.failure(), words.failureText(), Optional.of(reference), false);
    }

    private Body page(Wrong wrong, String path, Language language) {
        String address = wrong.language() ? path.substring(path.indexOf('/', 1) + 1) : "";
        ErrorPage page = new ErrorPage(
                frames.around(language, address, Room.NONE, wrong.title()),
                wrong.text(),
                wrong.reference(),
                wrong.language());
        return new Body(MediaType.HTML, language.tag(), page.html(), Body.MINUTE);
    }

    private static Body problem(Wrong wrong, String path, Language language) {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", wrong.title())
                .put("status", wrong.status())
                .put("detail", wrong.text())
                .put("instance", path);
        wrong.reference().ifPresent(reference -> problem.put("reference", reference));
        try {
            return new Body(MediaType.PROBLEM, language.tag(), JSON.writeValueAsString(problem) + "\n", Body.MINUTE);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written as JSON.", impossible);
        }
    }

    private Language language(HttpServerRequest request, String path) {
        String asked = isForPrograms(path)
                ? Optional.ofNullable(request.getParam("lang")).orElse("")
                : firstSegment(path);
        return languages
                .find(asked)
                .orElseGet(() -> languages.preferred(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .orElse("")));
    }

    private boolean asksForOtherLanguage(String path) {
        String first = firstSegment(path);
        return first.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
                && !first.equals("api")
                && path.indexOf('/', 1) > 0
                && languages.find(first).isEmpty();
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.length() < 2 ? "" : path.substring(1, end < 0 ? path.length() : end);
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/feeds/") || path.startsWith("/caldav/");
    }
}
