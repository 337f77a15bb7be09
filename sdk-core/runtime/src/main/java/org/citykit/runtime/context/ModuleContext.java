package org.citykit.runtime.context;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.citykit.api.Http;
import org.citykit.api.Limits;
import org.citykit.api.PluginContext;
import org.citykit.api.PortalFiles;
import org.citykit.api.Records;
import org.citykit.api.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one module is handed. Thread-safe. */
public final class ModuleContext implements PluginContext {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What all modules of a portal share.
     *
     * @param clock in the portal's zone
     * @param languages the main one first
     * @param home the portal's folder
     * @param folders further folders, by name
     * @param web asks what the modules may ask
     */
    public record Surroundings(
            Clock clock, List<Locale> languages, Path home, Map<String, Path> folders, WebSender web) {}

    private final String module;
    private final Surroundings surroundings;
    private final Limits limits;
    private final Logger logger;
    private final Http http;
    private final PortalFiles files;
    private final IntFunction<Records> records;
    private final NotedViews views;
    private volatile boolean closed;

    /**
     * @param module the module's id
     * @param surroundings what all modules share
     * @param limits what this module may use
     * @param hosts which hosts it may ask
     * @param records its durable records by version of its format
     * @param views what it may see of the others
     */
    public ModuleContext(
            String module,
            Surroundings surroundings,
            Limits limits,
            AllowedHosts hosts,
            IntFunction<Records> records,
            NotedViews views) {
        this.module = module;
        this.surroundings = surroundings;
        this.limits = limits;
        this.logger = LoggerFactory.getLogger("module." + module);
        this.http = new MediatedHttp(
                surroundings.web(), hosts, new WebLimits(limits.bytes(), PATIENCE, limits.fetch()), HostLookup.SYSTEM);
        this.files = new FolderFiles(surroundings.home(), surroundings.folders(), limits.bytes());
        this.records = records;
        this.views = views;
    }

    /** Makes every further call fail, of the context and of whatever it handed out. */
    public void close() {
        closed = true;
    }

    @Override
    public String moduleId() {
        return open(module);
    }

    @Override
    public Logger logger() {
        return open(logger);
    }

    @Override
    public Clock clock() {
        return open(surroundings.clock());
    }

    @Override
    public ZoneId zone() {
        return open(surroundings.clock().getZone());
    }

    @Override
    public List<Locale> languages() {
        return open(surroundings.languages());
    }

    @Override
    public Limits limits() {
        return open(limits);
    }

    @Override
    public Http http() {
        return new Handed.Web(open(http), this::refuseIfClosed);
    }

    @Override
    public PortalFiles files() {
        return new Handed.Folder(open(files), this::refuseIfClosed);
    }

    @Override
    public Records records(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("The version of a record format counts from 1, but is " + version + ".");
        }
        return new Handed.Box(open(records).apply(version), this::refuseIfClosed);
    }

    @Override
    public Views views() {
        return new Handed.Sights(open(views), this::refuseIfClosed);
    }

    private <T> T open(T value) {
        refuseIfClosed();
        return value;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("The module '" + module + "' is closed.");
        }
    }
}
