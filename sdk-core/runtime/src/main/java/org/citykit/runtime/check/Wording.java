package org.citykit.runtime.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** How the verifier names code and those it comes from. Immutable. */
final class Wording {
    private final Universe universe;
    private final String api;

    /** @param api the version of the API that the portal has */
    Wording(Universe universe, String api) {
        this.universe = universe;
        this.api = api;
    }

    static String type(String name) {
        return name.replace('/', '.');
    }

    /** A type without its package. */
    static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** For example {@code PluginContext.moduleId(String)}. */
    static String method(String owner, String name, String descriptor) {
        String arguments = Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Wording::plain)
                .collect(Collectors.joining(", "));
        return name.equals("<init>")
                ? "new " + simple(owner) + "(" + arguments + ")"
                : simple(owner) + "." + name + "(" + arguments + ")";
    }

    static String member(ClassShape.Member member) {
        return member.descriptor().startsWith("(")
                ? method(member.owner(), member.name(), member.descriptor())
                : simple(member.owner()) + "." + member.name();
    }

    static String plain(Type type) {
        String name = type.getClassName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Who has a class, for example {@code API 1.0.0}. */
    String owner(Home home) {
        return switch (home.kind()) {
            case OWN -> "the plugin itself";
            case LIBRARY -> "its library " + home.name();
            case PLUGIN ->
                "plugin " + home.name()
                        + universe.neighbour(home.name())
                                .map(it -> " " + it.version())
                                .orElse("");
            case SHARED -> home.name().equals("org.slf4j") ? "this portal's SLF4J" : "this portal's API " + api;
            case JDK -> "Java " + Runtime.version().feature();
        };
    }

    /** What to do when something is not as the plugin was compiled for. */
    String advice(Home home) {
        return switch (home.kind()) {
            case OWN -> "Compile all classes of the plugin together and pack it again.";
            case LIBRARY -> "Put that version of " + home.name() + " into lib/ that the plugin was compiled against.";
            case PLUGIN -> "Compile against " + owner(home) + ", or narrow its range under requires in plugin.json.";
            case SHARED ->
                "Compile against " + owner(home).replace("this portal's ", "")
                        + ", or run it in a portal with what it was compiled against.";
            case JDK ->
                "Compile with --release " + Runtime.version().feature()
                        + ", or run the portal on the Java it was compiled for.";
        };
    }

    /** Other methods of the name that a class has, as a sentence, or empty. */
    static String others(ClassShape owner, String name) {
        List<String> names = owner.methods().values().stream()
                .filter(it -> it.name().equals(name))
                .map(Wording::member)
                .sorted()
                .limit(3)
                .toList();
        return names.isEmpty() ? "" : "There is: " + String.join("; ", names) + ".";
    }

    /** What a reader of a message sees of a missing class's neighbours. */
    static Optional<String> platformModule(String packageName) {
        return packageName.startsWith("java/") || packageName.startsWith("javax/")
                ? Optional.of(type(packageName))
                : Optional.empty();
    }
}
