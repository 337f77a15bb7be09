package org.citykit.runtime.image;

/** One jar of a plugin, as its image holds it. Immutable; equal to itself alone, which is told at once. */
public final class ImageJar {
    private final String name;
    private final ModuleShape shape;
    private final boolean looksForServices;

    ImageJar(String name, ModuleShape shape, boolean looksForServices) {
        this.name = name;
        this.shape = shape;
        this.looksForServices = looksForServices;
    }

    /** How the plugin file calls it; its path below the folder of the plugin's copy. */
    public String name() {
        return name;
    }

    /** Its module. */
    public ModuleShape shape() {
        return shape;
    }

    /** Whether one of its classes names {@code ServiceLoader}. */
    public boolean looksForServices() {
        return looksForServices;
    }
}
