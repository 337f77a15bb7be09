package org.citykit.host.clients;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calendar programs and libraries that nobody here has written. */
enum Client {
    /** khal, kept in step by vdirsyncer over CalDAV. */
    KHAL_OVER_CALDAV("khal", "vdirsyncer") {
        @Override
        List<Seen> list(Asked asked) throws Exception {
            return Khal.list(asked, Khal.caldav(asked.host().resolve("/caldav/en/")), "all");
        }
    },
    /** khal, kept in step by vdirsyncer from a feed. */
    KHAL_OVER_FEED("khal", "vdirsyncer") {
        @Override
        List<Seen> list(Asked asked) throws Exception {
            return Khal.list(asked, Khal.feed(asked.host().resolve("/feeds/events.ics?lang=en")), "");
        }
    },
    /** calcurse. */
    CALCURSE("calcurse") {
        @Override
        List<Seen> list(Asked asked) throws Exception {
            Path data = Files.createDirectories(asked.folder().resolve("calcurse"));
            Command.in(asked)
                    .run("calcurse", "-D", data.toString(), "-i", asked.feed().toString());
            List<String> lines = Command.in(asked)
                    .run(
                            "calcurse",
                            "-D",
                            data.toString(),
                            "-Q",
                            "--filter-type=cal",
                            "--input-datefmt=4",
                            "--from=" + asked.from(),
                            "--to=" + asked.from().plusYears(1).minusDays(1),
                            "--output-datefmt=%Y-%m-%d",
                            "--format-apt=%(start:%Y-%m-%dT%H:%M)\\t%m\\n",
                            "--format-recur-apt=%(start:%Y-%m-%dT%H:%M)\\t%m\\n",
                            "--format-event=day\\t%m\\n",
                            "--format-recur-event=day\\t%m\\n");
            return Calcurse.read(lines);
        }
    },
    /** python3-icalendar with python3-recurring-ical-events, of the system's Python. */
    PYTHON("/usr/bin/python3") {
        @Override
        Optional<String> missing() {
            return super.missing()
                    .or(() -> Command.succeeds("/usr/bin/python3", "-c", "import icalendar, recurring_ical_events")
                            ? Optional.empty()
                            : Optional.of("python3-icalendar and python3-recurring-ical-events are not installed"));
        }

        @Override
        List<Seen> list(Asked asked) throws Exception {
            return Seen.read(Command.in(asked)
                    .run(
                            "/usr/bin/python3",
                            Command.script("recurring.py"),
                            asked.feed().toString(),
                            asked.from().toString(),
                            asked.to().toString(),
                            asked.zone().getId()));
        }
    },
    /** ical.js in Node. */
    ICAL_JS("node") {
        @Override
        Optional<String> missing() {
            return super.missing().or(() -> Installed.missingModule("ical.js"));
        }

        @Override
        List<Seen> list(Asked asked) throws Exception {
            return Seen.read(Command.in(asked).run(node(asked, "icaljs.mjs")));
        }
    },
    /** rrule in Node; it expands rules, and a script of ours does the rest. */
    RRULE_JS("node") {
        @Override
        Optional<String> missing() {
            return super.missing().or(() -> Installed.missingModule("rrule"));
        }

        @Override
        List<Seen> list(Asked asked) throws Exception {
            return Seen.readZoned(Command.in(asked).run(node(asked, "rrule.mjs")), asked.zone()).stream()
                    .filter(seen -> asked.holds(seen))
                    .toList();
        }
    };

    private final String programs;

    Client(String... programs) {
        this.programs = String.join(" ", programs);
    }

    /** The occurrences as the program lists them. */
    abstract List<Seen> list(Asked asked) throws Exception;

    /** What is not installed, if anything. */
    Optional<String> missing() {
        return Installed.missingProgram(programs.split(" "));
    }

    private static String[] node(Asked asked, String script) throws URISyntaxException {
        List<String> command = new ArrayList<>(
                List.of("node", Command.script(script), Installed.modules().toString()));
        Stream.of(asked.feed(), asked.from(), asked.to(), asked.zone())
                .map(Object::toString)
                .forEach(command::add);
        return command.toArray(String[]::new);
    }

    /** Where the host listens. */
    static URI base(URI address) {
        return address.resolve("/");
    }
}
