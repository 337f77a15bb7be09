package org.citykit.host.web;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.Stream;
import org.citykit.host.api.ApiRoutes;
import org.citykit.host.caldav.CalDav;
import org.citykit.host.content.Held;
import org.citykit.host.content.PortalContent;
import org.citykit.host.content.SampleHeld;
import org.citykit.host.feed.FeedRoutes;
import org.citykit.host.language.Languages;
import org.citykit.host.operation.Traffic;
import org.citykit.host.publish.LinkedData;

/** The whole host over a small portal in memory, on a free port. */
public final class SampleServer implements AutoCloseable {
    private final HostServer server;
    private final Reader reader;

    public SampleServer() {
        this(SampleHeld.held());
    }

    public SampleServer(Held held) {
        ApiRoutes api = new ApiRoutes(held);
        List<Route> data = Stream.concat(api.routes().stream(), new FeedRoutes(held).routes().stream())
                .toList();
        Site site = new Site(
                Languages.of(held.settings().languages()),
                new PortalContent(held, (language, id) -> LinkedData.of(held, language, id)),
                data,
                new CalDav(held, Languages.of(held.settings().languages())).mounts(),
                () -> "",
                api::liveAlerts,
                new Traffic());
        server = HostServer.start(new HostServer.Listening("127.0.0.1", 0, 1), site, held.clock());
        reader = new Reader(server.port());
    }

    /** Sends a request with a body; headers come in pairs. */
    public Reader.Reply send(String method, String address, String body, String... headers) {
        return reader.send(HttpMethod.valueOf(method), address, body, headers);
    }

    /** Gets what stands at an address; headers come in pairs. */
    public Reader.Reply get(String address, String... headers) {
        return reader.get(address, headers);
    }

    /** Says that the portal holds something else now. */
    public void dataChanged() {
        server.dataChanged();
    }

    @Override
    public void close() {
        reader.close();
        server.close();
    }
}
