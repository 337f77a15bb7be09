package org.citykit.host.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers requests of every method, with their bodies. Called from worker threads; implementations are thread-safe. */
@FunctionalInterface
public interface Service {
    /** Answers a request. What it throws is answered as a failure of the host. */
    Reply answer(Call call);

    /** A request. Immutable. */
    final class Call {
        private final String method;
        private final String path;
        private final Map<String, String> headers;
        private final byte[] body;

        /**
         * A request.
         *
         * @param method in upper case
         * @param path as it was sent, escapes and all
         * @param headers by name in lower case; of several with one name the first
         * @param body empty if there is none
         */
        public Call(String method, String path, Map<String, String> headers, byte[] body) {
            this.method = method;
            this.path = path;
            this.headers = Map.copyOf(headers);
            this.body = body.clone();
        }

        /** The method in upper case. */
        public String method() {
            return method;
        }

        /** The path as it was sent, escapes and all. */
        public String path() {
            return path;
        }

        /** What a header says, if it is there. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** The octets of the body, empty if there is none. */
        public byte[] body() {
            return body.clone();
        }
    }

    /**
     * An answer.
     *
     * @param status the status of HTTP
     * @param headers besides those that every answer carries
     * @param body empty if there is none; goes over the wire in UTF-8; of a HEAD request, what GET would give
     */
    record Reply(int status, Map<String, String> headers, String body) {
        public Reply {
            headers = Map.copyOf(headers);
        }
    }
}
