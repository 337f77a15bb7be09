package org.citykit.runtime.link;

import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;

/**
 * One plugin's modules in this JVM, of which nothing runs yet. All packages of its own module are open to the runtime,
 * so that providers can be made and settings records filled. Thread-safe.
 */
public final class LinkedPlugin implements AutoCloseable {
    private final PluginFacts facts;
    private final PluginClassLoader loader;
    private final Module module;
    private final ModuleLayer.Controller controller;

    LinkedPlugin(PluginFacts facts, PluginClassLoader loader, ModuleLayer.Controller controller) {
        this.facts = facts;
        this.loader = loader;
        this.controller = controller;
        this.module = controller.layer().findModule(facts.id()).orElseThrow();
    }

    /** What it was linked from. */
    public PluginFacts facts() {
        return facts;
    }

    /** The loader of its classes; also the context class loader that its threads should have. */
    public ClassLoader loader() {
        return loader;
    }

    /** The plugin's own module. */
    public Module module() {
        return module;
    }

    ModuleLayer.Controller controller() {
        return controller;
    }

    /**
     * A class that the plugin sees, without running its static initialisers.
     *
     * @param className a binary name
     * @throws PluginLinkException when there is no such class, or it cannot be linked
     */
    public Class<?> load(String className) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError | SecurityException e) {
            throw new PluginLinkException(
                    facts.fileName(),
                    "Plugin " + facts.id() + " in " + facts.fileName() + ": class " + className + " cannot be loaded: "
                            + e.getMessage() + ". Ask its vendor for a complete file.",
                    e);
        }
    }

    /**
     * The class of one of its providers, which implements the provider's interface.
     *
     * @throws PluginLinkException when it cannot be loaded or does not implement it
     */
    public Class<?> providerClass(ProviderFacts provider) {
        Class<?> found = load(provider.className());
        if (!provider.domain().service().isAssignableFrom(found)) {
            throw new PluginLinkException(
                    facts.fileName(),
                    "Plugin " + facts.id() + " in " + facts.fileName() + ": class "
                            + provider.className() + " does not implement "
                            + provider.domain().service().getName() + ". Ask its vendor to mend module-info.java.");
        }
        return found;
    }

    /**
     * The record that holds a provider's settings.
     *
     * @throws PluginLinkException when it cannot be loaded or is no record
     */
    public Class<? extends Record> settingsClass(ProviderFacts provider) {
        Class<?> found = load(provider.settingsName());
        try {
            return found.asSubclass(Record.class);
        } catch (ClassCastException e) {
            throw new PluginLinkException(
                    facts.fileName(),
                    "Plugin " + facts.id() + ": the settings " + found.getName() + " of provider '" + provider.id()
                            + "' are no record. Ask its vendor to make them one.",
                    e);
        }
    }

    /**
     * Lets go of its image. Close it when none of its code runs and no plugin that requires it is in use. Idempotent.
     */
    @Override
    public void close() {
        loader.close();
    }
}
