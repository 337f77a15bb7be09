package org.citykit.runtime.image;

/**
 * One jar of a plugin, as its image holds it. Immutable.
 *
 * @param name how the plugin file calls it; its path below the folder of the plugin's copy
 * @param shape its module
 * @param looksForServices whether one of its classes names {@code ServiceLoader}
 */
public record ImageJar(String name, ModuleShape shape, boolean looksForServices) {}
