package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells from a dump of the heap how objects are held. */
public final class HeapPaths {
    private HeapPaths() {}

    /**
     * The shortest strong path to each marked object.
     *
     * @param dump a dump in the JVM's own format
     * @param marker how they are marked
     * @param marks whom to search for
     * @return for each mark whose object is in the dump its path, or nothing where it is not held strongly
     * @throws IOException if the dump cannot be read or is broken
     */
    public static Map<Long, Optional<HeapPath>> of(FileChannel dump, Marker marker, Collection<Long> marks)
            throws IOException {
        HeapIndex index = HeapIndex.of(HprofInput.of(dump));
        Map<Long, Long> objects = Marks.find(index, marker, marks);
        List<Long> found = List.copyOf(objects.keySet());
        List<Long> targets = found.stream().map(objects::get).toList();
        List<List<Long>> paths = new PathSearch(index, hostLoaders(index, marker), targets).run();
        List<HeapPath> words = PathWords.of(index, paths);
        Map<Long, Optional<HeapPath>> told = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            told.put(found.get(i), paths.get(i).isEmpty() ? Optional.empty() : Optional.of(words.get(i)));
        }
        return told;
    }

    /** The loaders of the JDK and of ourselves: their classes stay as long as the JVM runs, or as long as we do. */
    private static Set<Long> hostLoaders(HeapIndex index, Marker marker) throws IOException {
        Set<Long> loaders = new HashSet<>(Set.of(0L));
        index.classesNamed(marker.type()).forEach(type -> loaders.add(type.loaderId()));
        for (HeapClass type : index.classesNamed("jdk.internal.loader.ClassLoaders")) {
            type.statics().forEach(field -> loaders.add(field.value()));
        }
        return loaders;
    }
}
