package org.citykit.host.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.CityKitException;
import org.citykit.host.control.Answer;
import org.citykit.host.control.Control;
import org.citykit.host.control.ControlClient;
import org.citykit.host.control.Order;
import org.citykit.host.language.Language;
import org.citykit.host.operation.LogSetup;
import org.citykit.portal.Portal;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.value.Environment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the commands about a portal's composition have in common: which portal, in which form, and whom to ask. */
final class PortalOrder {
    private static final Duration BEGUN = Duration.ofMinutes(2);

    private final Console console;
    private final OptionSpec portal = OptionSpec.builder("--portal")
            .paramLabel("PATH")
            .type(String.class)
            .defaultValue("tehran")
            .description("A portal.yaml, its folder, or a portal of the distribution; ${DEFAULT-VALUE} unless said.")
            .build();
    private final OptionSpec format = OptionSpec.builder("--format", "-f")
            .paramLabel("FORMAT")
            .type(String.class)
            .defaultValue("text")
            .description("text (unless said) or json.")
            .build();
    private final OptionSpec language = OptionSpec.builder("--language", "-l")
            .paramLabel("TAG")
            .type(String.class)
            .description("fa, ar or en; the portal's first language unless said.")
            .build();

    PortalOrder(Console console) {
        this.console = console;
    }

    /** A command with the common options. */
    CommandSpec spec(Object command, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .mixinStandardHelpOptions(true)
                .addOption(portal)
                .addOption(format)
                .addOption(language);
        spec.usageMessage().description(description).footer("", "Exit code: 0 done, 1 not done, 2 wrong arguments.");
        return spec;
    }

    /** Hands an order to the portal: to the one that runs, or else to one that is opened for it. */
    int send(Order.What what, Map<String, String> options) {
        String form = format.getValue();
        if (!form.equals("text") && !form.equals("json")) {
            console.err().println("There is no format '" + form + "'. Use text or json.");
            return Citykit.USAGE;
        }
        String named = portal.getValue();
        Optional<Path> yaml = PortalPath.find(named, console.home());
        if (yaml.isEmpty()) {
            console.err().println(PortalPath.advice(named, console.home()));
            return Citykit.FAILED;
        }
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put("format", form);
        String tag = language.getValue();
        if (tag != null) {
            all.put("language", tag);
        }
        Order order = new Order(what, all);
        CompositionReader.Read read =
                CompositionReader.of(Environment.ofProcess()).read(yaml.get());
        Optional<Answer> answer = read.data().flatMap(data -> ControlClient.send(data, order));
        return answer.map(this::print).orElseGet(() -> alone(yaml.get(), order));
    }

    /** Nobody serves the portal: it is opened for this order, with the generation that ran last. */
    private int alone(Path yaml, Order order) {
        LogSetup.quiet();
        try (Portal opened = Portal.builder()
                .file(yaml)
                .spoken(Language::isSpoken)
                .lastGeneration()
                .firstData(Duration.ZERO)
                .open()) {
            opened.await(BEGUN);
            return print(new Control(opened, Clock.systemUTC()).answer(order));
        } catch (CompositionException wrong) {
            wrong.problems().forEach(console.err()::println);
        } catch (CityKitException failed) {
            console.err().println(failed.getMessage());
        }
        return Citykit.FAILED;
    }

    private int print(Answer answer) {
        (answer.done() ? console.out() : console.err()).print(answer.text());
        console.out().flush();
        console.err().flush();
        return answer.done() ? Citykit.OK : Citykit.FAILED;
    }
}
