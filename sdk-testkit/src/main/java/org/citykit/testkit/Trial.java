package org.citykit.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.Limits;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.context.AllowedHosts;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.link.PluginLinkException;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginRefusedException;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.resolve.Resolver;
import org.citykit.runtime.settings.BindContext;
import org.citykit.runtime.settings.Bound;
import org.citykit.runtime.settings.SecretSource;
import org.citykit.runtime.settings.SettingsBinder;
import org.citykit.runtime.unload.UnloadWatch;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Parsed;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * One rule's own portal around a subject: a folder, a web, a clock, and the plugin, which the runtime reads and links.
 * Confined to the test's thread.
 */
final class Trial implements AutoCloseable {
    private static final String MODULE = "subject";

    private final SubjectParts parts;
    private final Path folder;
    private final Path home;
    private final RecordedWeb web = new RecordedWeb();
    private final ManualClock clock;
    private final List<OpenModule> opened = new ArrayList<>();
    private final List<LinkedPlugin> linked = new ArrayList<>();
    private Limits limits;
    private @Nullable PluginScan scan;

    /** The plugin, linked, or the reasons why it is not. */
    record Linking(List<LinkedPlugin> plugins, List<Problem> problems) {}

    /** What a rule checks. */
    @FunctionalInterface
    interface Rule {
        void check(Trial trial) throws Exception;
    }

    private Trial(Subject subject, Path folder) throws IOException {
        this.parts = subject.parts();
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("portal"));
        this.clock = ManualClock.at(parts.now, parts.zone);
        this.limits = parts.limits;
        parts.web.forEach(web::answer);
        writeFiles(parts.files);
    }

    /** Checks a rule on what a contract tests. */
    static void of(ProviderContract contract, Path folder, Rule rule) throws Exception {
        try (Trial trial = new Trial(contract.subject(), folder)) {
            rule.check(trial);
        }
    }

    SubjectParts subject() {
        return parts;
    }

    RecordedWeb web() {
        return web;
    }

    ManualClock clock() {
        return clock;
    }

    /** The portal's folder. */
    Path home() {
        return home;
    }

    /** What modules that are opened from now on may use. */
    void limit(Limits less) {
        limits = less;
    }

    Limits limits() {
        return limits;
    }

    void writeFiles(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** What the runtime's reader says of the plugin. */
    PluginScan scan() throws IOException {
        PluginScan read = scan;
        if (read == null) {
            read = read(file());
            scan = read;
        }
        return read;
    }

    /** The plugin file; a compiled module is packed first. */
    private Path file() throws IOException {
        return Files.isDirectory(parts.plugin) ? PackedPlugin.of(parts.plugin, folder.resolve("plugin")) : parts.plugin;
    }

    /** What the module does in a portal of its own. */
    RealPortal.Lived live() throws Exception {
        Path packed = folder.resolve("plugin").resolve(PackedPlugin.NAME);
        return RealPortal.live(this, Files.exists(packed) ? packed : parts.plugin, folder.resolve("data"));
    }

    private PluginScan read(Path file) {
        try {
            PluginStage stage = PluginStage.in(parts.stage.orElseGet(() -> folder.resolve("stage")));
            PluginFacts facts = PluginFolder.read(file, stage);
            return new PluginScan(List.of(facts), List.of());
        } catch (PluginRefusedException refused) {
            return new PluginScan(List.of(), refused.problems());
        }
    }

    /** What the runtime's linker says of the plugin; every call links it anew. */
    Linking link() throws IOException {
        Resolution resolution = Resolver.resolve(scan().plugins());
        List<Problem> problems = new ArrayList<>(
                resolution.refusals().stream().map(Refusal::problem).toList());
        Links links = new Linker().links(resolution);
        try {
            links.ids().forEach(links::plugin);
        } catch (PluginLinkException refused) {
            problems.addAll(refused.problems());
        }
        linked.addAll(links.linked());
        return new Linking(links.linked(), problems);
    }

    /** The provider among those of the plugin, if its module provides it. */
    Optional<ProviderFacts> provider() throws IOException {
        return scan().plugins().stream()
                .flatMap(plugin -> plugin.providers().stream())
                .filter(facts -> parts.type
                        .map(type -> facts.className().equals(type.getName()))
                        .orElseGet(() -> facts.id().equals(parts.provider.orElse(""))))
                .findFirst();
    }

    /** The plugin, linked; where it cannot be, the rule is skipped. */
    LinkedPlugin plugin() throws IOException {
        Assumptions.assumeTrue(scan().problems().isEmpty(), "see thePluginCanBeRead");
        Assumptions.assumeTrue(provider().isPresent(), "see theModuleProvidesTheProvider");
        Linking linking = link();
        Assumptions.assumeFalse(linking.plugins().isEmpty(), "see thePluginCanBeLinkedInALayerOfItsOwn");
        return linking.plugins().get(0);
    }

    /** Binds settings on the vendor's thread, as the runtime does. */
    Bound<? extends Record> bind(LinkedPlugin plugin) throws IOException {
        return bind(plugin, settings());
    }

    /** Binds settings without one of their keys. */
    Bound<? extends Record> bindWithout(LinkedPlugin plugin, String key) throws IOException {
        MapValue all = (MapValue) settings();
        Map<String, MapValue.Member> others = new LinkedHashMap<>(all.members());
        others.remove(key);
        return bind(plugin, new MapValue(all.place(), others));
    }

    /** What the example's settings are. */
    Value settings() {
        Parsed parsed = Values.parse(parts.settings, "settings", RuntimeError.VALUE_WRONG, ValueLimits.STANDARD);
        Assertions.assertEquals(List.of(), parsed.problems(), "The example's settings are no YAML.");
        return parsed.value().orElseThrow();
    }

    private Bound<? extends Record> bind(LinkedPlugin plugin, Value settings) throws IOException {
        ProviderFacts facts = provider().orElseThrow();
        try (VendorThread thread = new VendorThread(MODULE, plugin.loader())) {
            return thread.<Bound<? extends Record>>call(
                            "binding",
                            limits.open(),
                            () -> SettingsBinder.bind(
                                    settings,
                                    plugin.settingsClass(facts),
                                    SecretSource.of(name -> Optional.ofNullable(parts.environment.get(name)), home),
                                    new BindContext(MODULE, "settings")))
                    .value("Binding the settings");
        }
    }

    /** Links the plugin anew and opens one module of it. */
    OpenModule open() throws IOException {
        return open(plugin(), MODULE);
    }

    /** Opens a module of a plugin; where it does not open, the rule is skipped. */
    OpenModule open(LinkedPlugin plugin, String module) throws IOException {
        attempt(plugin, module);
        OpenModule made = opened.get(opened.size() - 1);
        Assumptions.assumeTrue(made.isOpen(), "see openingGivesASourceOrChannel");
        return made;
    }

    /** Opens a module of a plugin, whatever comes of it. */
    Ended<Object> attempt(LinkedPlugin plugin, String module) throws IOException {
        Bound<? extends Record> bound = bind(plugin);
        Assumptions.assumeTrue(bound.settings().isPresent(), "see theExampleSettingsFit");
        Record settings = bound.settings().orElseThrow();
        OpenModule made = new OpenModule(this, module, plugin.loader(), context(plugin, module, settings));
        opened.add(made);
        ProviderFacts facts = provider().orElseThrow();
        return made.opens(() -> VendorCalls.open(
                facts.domain(), VendorCalls.instantiate(plugin.providerClass(facts)), settings, made.context()));
    }

    /** A folder that the plugin does not see. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    /** Opens the plugin, uses it, closes it and lets go of everything of it. */
    void liveAndGo(UnloadWatch watch) throws Exception {
        LinkedPlugin plugin = plugin();
        OpenModule module = open(plugin, MODULE);
        ProviderRules.use(module);
        close();
        Assumptions.assumeFalse(ProviderRules.leavesThread(module), "see closingLeavesNoThreadBehind");
        opened.clear();
        linked.clear();
        PluginFacts facts = plugin.facts();
        watch.released(facts.id(), facts.version(), facts.sha256(), plugin.loader());
    }

    @Override
    public void close() {
        web.release();
        opened.forEach(OpenModule::close);
        linked.forEach(LinkedPlugin::close);
    }

    private FakeContext context(LinkedPlugin plugin, String module, Record settings) {
        Set<String> hosts = new TreeSet<>(parts.network);
        hosts.addAll(plugin.facts().manifest().network());
        hosts.addAll(AllowedHosts.names(settings));
        return FakeContext.in(home)
                .module(module)
                .web(web)
                .hosts(hosts)
                .clock(clock)
                .languages(parts.languages)
                .limits(limits)
                .views(parts.views)
                .make();
    }
}
