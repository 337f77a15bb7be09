package org.citykit.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A class of JMH benchmarks whose methods do the same work, ours and the peers'. JMH alone would measure all forks of
 * one method and then all of the next; on a machine that is busy now and idle later that is unjust. Here a round is one
 * JVM for each contender, and there are as many rounds as are asked for. How long each warms up and is measured is said
 * by the annotations of the class, the same for all. Each JVM has the options of this one. Immutable.
 */
public final class Contest {
    private final Class<?> benchmarks;
    private final List<String> contenders;
    private final Map<String, String> parameters;
    private final Optional<Path> java;

    private Contest(
            Class<?> benchmarks, List<String> contenders, Map<String, String> parameters, Optional<Path> java) {
        this.benchmarks = benchmarks;
        this.contenders = contenders;
        this.parameters = parameters;
        this.java = java;
    }

    /** The methods of a class, in the order in which they run in the first round. */
    public static Contest of(Class<?> benchmarks, List<String> methods) {
        return new Contest(benchmarks, List.copyOf(methods), Map.of(), Optional.empty());
    }

    /** The same with one value for one of the class's parameters. */
    public Contest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Contest(benchmarks, contenders, more, java);
    }

    /**
     * The same on one processor, where the system can do that. Of threads that wait for each other then only the work
     * counts, and not how soon an idle processor wakes up, which takes ten times as long and is never the same.
     */
    public Contest onOneProcessor() {
        return new Contest(benchmarks, contenders, parameters, OneProcessor.java());
    }

    /** Measures all contenders in turn, each first as often as the others. */
    public Scores run(int rounds) throws RunnerException {
        Scores scores = new Scores();
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                String method = contenders.get((round + turn) % contenders.size());
                scores.add(method, new Runner(options(method).build()).runSingle());
            }
        }
        return scores;
    }

    private ChainedOptionsBuilder options(String method) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmarks.getName() + "." + method) + "$")
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        java.ifPresent(script -> options.jvm(script.toString()));
        return options;
    }
}
