package org.citykit.runtime.link;

import java.io.IOException;
import java.util.List;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageDamagedException;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginRefusedException;

/**
 * The image that a plugin is linked from. One that turns out to be damaged while it is in use is written again, once
 * for each place that is met. Thread-safe.
 */
final class LinkedImage {
    private final PluginFacts facts;
    private volatile Image image;

    /** @throws PluginRefusedException when it cannot be had */
    LinkedImage(PluginFacts facts) {
        this.facts = facts;
        this.image = facts.image();
    }

    /** What is done with an image. */
    @FunctionalInterface
    interface Use<T> {
        T with(Image image) throws ImageDamagedException;
    }

    /** Uses the image, and once more after it was written again if it is found damaged. */
    <T> T use(Use<T> use) throws IOException {
        Image before = image;
        ImageDamagedException reason;
        try {
            return use.with(before);
        } catch (ImageDamagedException e) {
            reason = e;
        } catch (InternalError e) {
            // What the JVM throws for a page that is gone, it may throw later than where the page was read.
            reason = new ImageDamagedException("it was cut off while it was read", e);
        }
        return use.with(restored(before, reason));
    }

    private synchronized Image restored(Image damaged, ImageDamagedException reason) throws IOException {
        if (image == damaged) {
            try {
                image = facts.restoredImage();
            } catch (PluginRefusedException e) {
                reason.addSuppressed(e);
                throw reason;
            }
        }
        return image;
    }

    Image current() {
        return image;
    }

    List<ImageJar> jars() {
        return image.jars();
    }
}
