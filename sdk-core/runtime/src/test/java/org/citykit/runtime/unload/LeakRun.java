package org.citykit.runtime.unload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets every specimen live and go in this JVM, and writes down what the watch says of it. */
public final class LeakRun {
    /** The JVM takes a thread that has ended off its list in its own time, and until then the thread holds its loader. */
    private static final int CHECKS = 20;

    private final Path work;
    private final List<CheckDepth> depths;
    private final List<String> lines = new ArrayList<>();

    private LeakRun(Path work, List<CheckDepth> depths) {
        this.work = work;
        this.depths = depths;
    }

    /**
     * Runs them all.
     *
     * @param arguments an empty folder, the file to write to, and how deep to look
     */
    public static void main(String[] arguments) throws Exception {
        LeakRun run = new LeakRun(
                Path.of(arguments[0]),
                Stream.of(arguments).skip(2).map(CheckDepth::valueOf).toList());
        for (Specimen specimen : Specimens.innocents()) {
            run.see(specimen, CHECKS);
        }
        for (Specimens.Leak leak : Specimens.leaks()) {
            run.see(leak.specimen(), 1);
        }
        Files.write(Path.of(arguments[1]), run.lines);
        Runtime.getRuntime().halt(0);
    }

    private void see(Specimen specimen, int checks) throws Exception {
        Path folder = Files.createDirectories(work.resolve(specimen.name()));
        UnloadWatch watch = UnloadWatch.using(Clock.systemUTC(), folder);
        specimen.liveAndGo(folder, watch);
        for (CheckDepth depth : depths) {
            Unloading end = watch.check(depth).get(0);
            for (int more = 1; more < checks && end.state() == Unloading.State.PENDING; more++) {
                end = watch.check(depth).get(0);
            }
            lines.add(String.join(
                    "|",
                    specimen.name(),
                    depth.name(),
                    end.state().name(),
                    end.pins().stream().map(pin -> pin.kind().name()).collect(Collectors.joining(",")),
                    end.pins().stream().map(Pin::description).collect(Collectors.joining("; ")),
                    String.join("; ", end.notes())));
        }
    }
}
