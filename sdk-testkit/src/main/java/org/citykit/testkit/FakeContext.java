package org.citykit.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.Item;
import org.citykit.api.Limits;
import org.citykit.api.PluginContext;
import org.citykit.api.PortalFiles;
import org.citykit.api.Records;
import org.citykit.api.Views;
import org.citykit.runtime.context.AllowedHosts;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.context.NotedViews;
import org.slf4j.Logger;

/**
 * What a plugin is handed, around a folder of the test: the runtime's own context with its own limits, over a
 * {@link RecordedWeb}, a {@link ManualClock}, views of given items and records in memory. Thread-safe.
 */
public final class FakeContext implements PluginContext {
    private final ModuleContext real;
    private final RecordedWeb web;
    private final ManualClock clock;
    private final HeldItems views;
    private final NotingFiles files;

    private FakeContext(Builder with) {
        this.web = with.web;
        this.clock = with.clock;
        this.views = new HeldItems(with.views);
        ModuleContext.Surroundings surroundings =
                new ModuleContext.Surroundings(clock, with.languages, with.folder, Map.of(), web.client());
        this.real = new ModuleContext(
                with.module,
                surroundings,
                with.limits,
                AllowedHosts.anywhere(with.hosts.orElseGet(web::hosts)),
                with.records::of,
                new NotedViews(views));
        this.files = new NotingFiles(real.files());
    }

    /**
     * Begins a context.
     *
     * @param folder the portal's folder, below which files are read
     */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    /** The web that {@link #http} asks. */
    public RecordedWeb web() {
        return web;
    }

    /** The paths of the files and folders that were read or listed, in order. */
    public List<String> filesRead() {
        return List.copyOf(files.paths);
    }

    /** The names of the views that were asked for. */
    public List<String> viewsAsked() {
        return views.asked();
    }

    /** Makes every further call fail, as the runtime does when a module is closed. */
    public void close() {
        real.close();
    }

    @Override
    public String moduleId() {
        return real.moduleId();
    }

    @Override
    public Logger logger() {
        return real.logger();
    }

    @Override
    public Clock clock() {
        return real.clock();
    }

    @Override
    public ZoneId zone() {
        return real.zone();
    }

    @Override
    public List<Locale> languages() {
        return real.languages();
    }

    @Override
    public Limits limits() {
        return real.limits();
    }

    @Override
    public Http http() {
        return real.http();
    }

    @Override
    public PortalFiles files() {
        Objects.requireNonNull(real.files()); // throws once the context is closed
        return files;
    }

    @Override
    public Records records(int version) {
        return real.records(version);
    }

    @Override
    public Views views() {
        return real.views();
    }

    /** Options of a context. Not thread-safe. */
    public static final class Builder {
        private final Path folder;
        private String module = "subject";
        private RecordedWeb web = new RecordedWeb();
        private Optional<Set<String>> hosts = Optional.empty();
        private ManualClock clock = ManualClock.at(Instant.parse("2026-05-01T09:00:00Z"), ZoneId.of("Asia/Tehran"));
        private List<Locale> languages =
                List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH);
        private Limits limits = Limits.STANDARD;
        private List<Item> views = List.of();
        private MemoryRecords.Versions records = new MemoryRecords.Versions();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** The module's id; {@code subject} unless said. */
        public Builder module(String id) {
            module = id;
            return this;
        }

        /** The web; one that knows no address unless said. */
        public Builder web(RecordedWeb recorded) {
            web = recorded;
            return this;
        }

        /** The hosts that may be asked; those of all recorded addresses unless said. */
        public Builder hosts(Collection<String> names) {
            hosts = Optional.of(new TreeSet<>(names));
            return this;
        }

        /** The clock, whose zone is the portal's; 1 May 2026, 09:00 UTC, in Tehran unless said. */
        public Builder clock(ManualClock manual) {
            clock = manual;
            return this;
        }

        /** The portal's languages, the main one first; Persian, Arabic and English unless said. */
        public Builder languages(List<Locale> all) {
            languages = List.copyOf(all);
            return this;
        }

        /** What the module may use; {@link Limits#STANDARD} unless said. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** What other modules hold; nothing unless said. */
        public Builder views(Collection<? extends Item> items) {
            views = List.copyOf(items);
            return this;
        }

        Builder records(MemoryRecords.Versions kept) {
            records = kept;
            return this;
        }

        /** Makes the context. */
        public FakeContext make() {
            return new FakeContext(this);
        }
    }

    /** Files that note what is read of them. */
    private static final class NotingFiles implements PortalFiles {
        private final PortalFiles files;
        private final List<String> paths = new CopyOnWriteArrayList<>();

        NotingFiles(PortalFiles files) {
            this.files = files;
        }

        @Override
        public Fetched read(String path, Cursor since) {
            paths.add(path);
            return files.read(path, since);
        }

        @Override
        public List<String> list(String folder, String extension) {
            paths.add(folder);
            return files.list(folder, extension);
        }
    }
}
