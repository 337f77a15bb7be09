package org.citykit.host.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.citykit.host.language.Languages;

/**
 * Answers every request. What has been rendered is looked up by the address as it stands and sent at once; all else goes
 * through the router.
 */
final class RequestHandler implements Handler<HttpServerRequest> {
    private static final int FOUND = 302;
    private static final int NO_CONTENT = 204;

    private final Site site;
    private final RenderCache cache;
    private final LiveAlerts live;
    private final Responder responder;
    private final Assets assets = new Assets();
    private final BooleanSupplier ready;
    private final Clock clock;
    private final Router router;

    RequestHandler(Vertx vertx, Site site, RenderCache cache, LiveAlerts live, BooleanSupplier ready, Clock clock) {
        this.site = site;
        this.live = live;
        this.cache = cache;
        this.ready = ready;
        this.clock = clock;
        responder = new Responder(site.traffic());
        router = router(vertx);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
            Optional<Rendered> rendered = cache.find(request.uri());
            if (rendered.isPresent()) {
                site.traffic().foundRendered();
                responder.send(request, rendered.get());
                return;
            }
        }
        router.handle(request);
    }

    /** Serves nothing any more that was rendered before. */
    void dataChanged() {
        cache.dataChanged();
    }

    private Router router(Vertx vertx) {
        Languages languages = site.languages();
        Frames frames = new Frames(languages, site.content(), assets.addresses());
        Failures failures = new Failures(languages, frames, responder, site.traffic(), clock);
        Answering.Tools tools = new Answering.Tools(languages, cache, responder, site.traffic(), clock);
        Router made = Router.router(vertx);
        made.route().failureHandler(failures::answer);
        read(made, "/", context -> toLanguage(context, languages));
        read(made, "/assets/:name", this::asset);
        read(
                made,
                "/favicon.ico",
                context -> responder.redirect(
                        context.request(), FOUND, assets.addresses().icon(), false));
        read(made, "/health/live", context -> state(context, true));
        read(made, "/health/ready", context -> state(context, ready.getAsBoolean()));
        read(made, "/metrics", this::metrics);
        read(made, "/live/alerts", live::listen);
        site.data().forEach(route -> {
            read(made, route.path(), Answering.data(route, tools));
            made.route(route.path()).method(HttpMethod.OPTIONS).handler(this::mayBeRead);
        });
        site.services()
                .forEach(mount -> new ServiceHandler(mount.service(), site.traffic()).mountAt(made, mount.path()));
        new PageRoutes(site.content(), frames)
                .routes()
                .forEach(route -> read(
                        made,
                        route.path().isEmpty() ? "/:lang" : "/:lang/" + route.path(),
                        Answering.page(route, tools)));
        made.route().handler(RequestHandler::nothingThere);
        return made;
    }

    private static void read(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    }

    private void toLanguage(RoutingContext context, Languages languages) {
        String accepted = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        responder.redirect(
                context.request(), FOUND, "/" + languages.preferred(accepted).tag() + "/", true);
    }

    private void asset(RoutingContext context) {
        assets.find(context.request().path())
                .ifPresentOrElse(file -> responder.send(context.request(), file), () -> context.fail(404));
    }

    private void mayBeRead(RoutingContext context) {
        site.traffic().answered(NO_CONTENT);
        context.response().setStatusCode(NO_CONTENT).headers().setAll(ResponseHeaders.mayBeRead());
        context.response().end();
    }

    private void state(RoutingContext context, boolean well) {
        Body body = new Body(MediaType.TEXT, "", well ? "ok\n" : "not ready\n", Body.MINUTE);
        sendOnce(context, well ? 200 : 503, body);
    }

    private void metrics(RoutingContext context) {
        sendOnce(context, 200, new Body(MediaType.METRICS, "", site.metrics().get(), Body.MINUTE));
    }

    private void sendOnce(RoutingContext context, int status, Body body) {
        responder.send(
                context.request(), Rendered.of(status, body, ResponseHeaders.transientOf(body.type()), clock.millis()));
    }

    private static void nothingThere(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            context.fail(404);
        } else {
            context.fail(405);
        }
    }
}
