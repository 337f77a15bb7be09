package org.citykit.runtime.context;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer that leads elsewhere, over whatever scheme it was asked for. */
record Redirection(HttpRequest request, HttpHeaders headers) implements HttpResponse<byte[]> {
    /** Answers every request so. */
    static WebSender to(String location) {
        HttpHeaders headers = HttpHeaders.of(Map.of("location", List.of(location)), (name, value) -> true);
        return (request, body) -> new Redirection(request, headers);
    }

    @Override
    public int statusCode() {
        return 302;
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public byte[] body() {
        return new byte[0];
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
