package org.citykit.portal.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web server that gives every question the same answer, until it is closed. */
final class OneAnswer implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] body;

    private OneAnswer(ServerSocket socket, byte[] body) {
        this.socket = socket;
        this.body = body;
    }

    static OneAnswer of(byte[] body) throws IOException {
        OneAnswer server = new OneAnswer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), body);
        Thread thread = new Thread(server::serve, "one-answer");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        boolean open = true;
        while (open) {
            try (Socket caller = socket.accept()) {
                answer(caller);
            } catch (IOException gone) { // the caller went away, or the server was closed
                open = !socket.isClosed();
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        BufferedReader question =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        String line = question.readLine();
        while (line != null && !line.isEmpty()) {
            line = question.readLine();
        }
        OutputStream out = caller.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
