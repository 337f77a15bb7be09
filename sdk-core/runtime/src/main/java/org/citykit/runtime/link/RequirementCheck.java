package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.plugin.HostApi;
import org.citykit.runtime.plugin.PluginFacts;

/** Finds out by name what a plugin's modules require and cannot have. Confined. */
final class RequirementCheck {
    private final PluginFacts facts;
    private final ModuleSet modules;
    private final HostModules host;
    private final Set<String> plugins;
    private final List<Problem> problems = new ArrayList<>();

    /** @param plugins the ids of the plugins that this one may see */
    RequirementCheck(PluginFacts facts, ModuleSet modules, HostModules host, Set<String> plugins) {
        this.facts = facts;
        this.modules = modules;
        this.host = host;
        this.plugins = plugins;
    }

    List<Problem> problems() {
        Set<String> own = new HashSet<>();
        for (ImageJar jar : modules.all()) {
            own.add(jar.shape().name());
        }
        for (ImageJar jar : modules.all()) {
            for (ModuleShape.Need need : jar.shape().requires()) {
                if (!need.isStatic() && !own.contains(need.name()) && !isBrought(need.name())) {
                    problems.add(missing(jar, need.name()));
                }
            }
        }
        for (Map.Entry<String, String> clash : modules.clashes().entrySet()) {
            problems.add(problem(
                    RuntimeError.PLUGIN_UNLINKABLE,
                    "Package " + clash.getKey() + " is in " + named(modules.main()) + " and in " + clash.getValue()
                            + ". Give the plugin's own module packages of its own."));
        }
        return problems;
    }

    private boolean isBrought(String name) {
        return name.equals(HostApi.MODULE)
                || name.equals(HostModules.SLF4J)
                || plugins.contains(name)
                || host.jdkModule(name).isPresent();
    }

    private Problem missing(ImageJar jar, String name) {
        String what = "Module " + jar.shape().name() + " in " + named(jar) + " requires " + name + ", ";
        if (name.startsWith("java.") || name.startsWith("jdk.")) {
            return problem(
                    RuntimeError.DEPENDENCY_MISSING,
                    what + "a module of the JDK that this portal runs without. Start the portal with --add-modules "
                            + name + ".");
        }
        return problem(
                RuntimeError.DEPENDENCY_MISSING,
                what + "which is neither among its libraries nor a plugin that it requires. Put its jar into lib/ of"
                        + " the plugin's zip, or name the plugin under requires in plugin.json.");
    }

    /** The name of its file, when the plugin is one jar. */
    private String named(ImageJar jar) {
        return jar.equals(modules.main()) ? facts.main().name() : jar.name();
    }

    private Problem problem(RuntimeError code, String message) {
        return new Problem(code, "", facts.fileName(), 0, 0, message);
    }
}
