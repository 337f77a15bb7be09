package org.citykit.host.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.host.language.Language;
import org.citykit.host.language.Languages;
import org.citykit.host.operation.Traffic;
import org.citykit.host.view.Address;

/**
 * Answers one route: from the cache under the canonical address, or else rendered on a worker thread. Addresses of one
 * page that differ in what does not matter share one answer, and cannot fill the cache.
 */
final class Answering implements Handler<RoutingContext> {
    /** What all routes share. */
    record Tools(Languages languages, RenderCache cache, Responder responder, Traffic traffic, Clock clock) {}

    private static final int PERMANENT_REDIRECT = 308;
    private static final String LANGUAGE = "lang";

    private final Route route;
    private final boolean page;
    private final List<String> known;
    private final Tools tools;

    private Answering(Route route, boolean page, Tools tools) {
        this.route = route;
        this.page = page;
        this.known = page
                ? route.parameters()
                : Stream.concat(route.parameters().stream(), Stream.of(LANGUAGE))
                        .toList();
        this.tools = tools;
    }

    /** A route whose address begins with a language. */
    static Answering page(Route route, Tools tools) {
        return new Answering(route, true, tools);
    }

    /** A route for programs, whose language is a parameter. */
    static Answering data(Route route, Tools tools) {
        return new Answering(route, false, tools);
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Language> language = language(context);
        if (language.isEmpty()) {
            context.next();
            return;
        }
        Question question = new Question(
                language.get(), filled(context), context.pathParams(), Parameters.of(context.queryParams(), known));
        String path = page ? "/" + question.language().tag() + "/" + question.address() : question.address();
        String address = path + question.parameters().query();
        if (context.request().path().endsWith("/") != path.endsWith("/")) {
            tools.responder().redirect(context.request(), PERMANENT_REDIRECT, address, false);
            return;
        }
        Optional<Rendered> found = tools.cache().find(address);
        if (found.isPresent()) {
            tools.traffic().foundRendered();
            tools.responder().send(context.request(), found.get());
        } else {
            render(context, question, address);
        }
    }

    private void render(RoutingContext context, Question question, String address) {
        RenderCache.Edition edition = tools.cache().edition();
        context.vertx()
                .executeBlocking(() -> render(question), false)
                .onSuccess(rendered -> {
                    edition.put(address, rendered);
                    tools.responder().send(context.request(), rendered);
                })
                .onFailure(context::fail);
    }

    private Rendered render(Question question) {
        long start = System.nanoTime();
        Body body = route.renderer().render(question);
        Rendered rendered = Rendered.of(
                200, body, ResponseHeaders.of(body.type()), tools.clock().millis());
        tools.traffic().rendered(Duration.ofNanos(System.nanoTime() - start));
        return rendered;
    }

    private Optional<Language> language(RoutingContext context) {
        if (page) {
            return tools.languages().find(context.pathParam(LANGUAGE));
        }
        String asked = Optional.ofNullable(context.request().getParam(LANGUAGE)).orElse("");
        if (asked.isEmpty()) {
            return Optional.of(tools.languages().first());
        }
        return Optional.of(
                tools.languages().find(asked).orElseThrow(() -> BadParameterException.value(LANGUAGE, asked)));
    }

    private String filled(RoutingContext context) {
        String path = route.path();
        for (String name : context.pathParams().keySet()) {
            path = path.replace(":" + name, Address.segment(context.pathParam(name)));
        }
        return path;
    }
}
