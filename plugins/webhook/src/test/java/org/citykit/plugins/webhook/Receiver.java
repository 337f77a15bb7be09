package org.citykit.plugins.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.citykit.api.Item;
import org.citykit.api.Limits;
import org.citykit.api.PluginContext;
import org.citykit.api.PortalFiles;
import org.citykit.api.Records;
import org.citykit.api.Secret;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.Receipt;
import org.citykit.testkit.FakeContext;
import org.slf4j.Logger;

/** The system behind the webhook: answers one request after the other as it was told, and keeps what it was sent. */
final class Receiver implements PluginContext, Http {
    static final String SECRET = "0123456789abcdef";

    private final List<HttpPost> requests = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final FakeContext context;
    private WebhookSettings.Format format = WebhookSettings.Format.JSON;
    private int attempts = 2;
    private Map<String, String> headers = Map.of();
    private Map<String, Secret> secretHeaders = Map.of();

    Receiver(Item... inForce) {
        this.context = FakeContext.in(Path.of("")).views(List.of(inForce)).make();
    }

    Receiver format(WebhookSettings.Format value) {
        format = value;
        return this;
    }

    Receiver attempts(int value) {
        attempts = value;
        return this;
    }

    Receiver headers(Map<String, String> open, Map<String, Secret> secret) {
        headers = open;
        secretHeaders = secret;
        return this;
    }

    /** Answers the next request without a body; the last answer is given again and again. */
    Receiver answers(int status) {
        return answers(status, Map.of(), "");
    }

    Receiver answers(int status, Map<String, String> with, String body) {
        answers.add(new HttpReply(status, with, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Receiver isSilent() {
        answers.add(new CityKitException(ApiError.WEB_FAILED, "The address did not answer."));
        return this;
    }

    Receiver mayNotBeAsked() {
        answers.add(new CityKitException(ApiError.HOST_NOT_ALLOWED, "The address may not be asked."));
        return this;
    }

    Receipt deliver(Alert alert) throws Exception {
        return deliver(alert, "key-1");
    }

    Receipt deliver(Alert alert, String key) throws Exception {
        return open().deliver(alert, key);
    }

    Channel open() {
        return new WebhookChannel()
                .open(
                        new WebhookSettings(
                                URI.create("https://hooks.example/alerts"),
                                Secret.of(SECRET),
                                Optional.of(format),
                                Optional.of(attempts),
                                headers,
                                secretHeaders,
                                Optional.of("alerts.tehran.example")),
                        this);
    }

    List<HttpPost> requests() {
        return requests;
    }

    String header(int request, String name) {
        return Optional.ofNullable(requests.get(request).headers().get(name)).orElseThrow();
    }

    String body(int request) {
        return new String(requests.get(request).body(), StandardCharsets.UTF_8);
    }

    @Override
    public HttpReply post(HttpPost request) {
        requests.add(request);
        Object answer = answers.size() > 1 ? answers.remove() : answers.element();
        if (answer instanceof CityKitException failure) {
            throw failure;
        }
        return (HttpReply) answer;
    }

    @Override
    public Fetched get(URI uri, Cursor since) {
        throw new AssertionError("a channel gets nothing");
    }

    @Override
    public String moduleId() {
        return context.moduleId();
    }

    @Override
    public Logger logger() {
        return context.logger();
    }

    @Override
    public Clock clock() {
        return context.clock();
    }

    @Override
    public ZoneId zone() {
        return context.zone();
    }

    @Override
    public List<Locale> languages() {
        return context.languages();
    }

    @Override
    public Limits limits() {
        return context.limits();
    }

    @Override
    public Http http() {
        return this;
    }

    @Override
    public PortalFiles files() {
        return context.files();
    }

    @Override
    public Records records(int version) {
        return context.records(version);
    }

    @Override
    public Views views() {
        return context.views();
    }
}
