package org.citykit.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer of a recorded web as the JDK's client gives it. */
@SuppressWarnings("ArrayRecordComponent") // as HttpResponse has it; it is asked for once
record RecordedResponse(HttpRequest request, Head head, byte[] body) implements HttpResponse<byte[]> {
    /** Status and headers of an answer. */
    record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        static Head of(RecordedAnswer answer) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            if (!answer.type().isEmpty()) {
                headers.put("content-type", List.of(answer.type()));
            }
            return new Head(answer.status(), HttpHeaders.of(headers, (name, value) -> true));
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Override
    public int statusCode() {
        return head.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return head.headers();
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
        return Optional.empty();
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
