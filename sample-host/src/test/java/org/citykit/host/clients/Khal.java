package org.citykit.host.clients;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs vdirsyncer, then khal. */
final class Khal {
    private Khal() {}

    static String caldav(URI home) {
        return "type = \"caldav\"\nurl = \"" + home + "\"\n";
    }

    static String feed(URI feed) {
        return "type = \"http\"\nurl = \"" + feed + "\"\n";
    }

    /**
     * Synchronises a storage twice, and lists what khal makes of it.
     *
     * @param collection which of its calendars, or empty if it is one itself
     */
    static List<Seen> list(Asked asked, String storage, String collection) throws Exception {
        Path folder = asked.folder();
        Path calendars = Files.createDirectories(folder.resolve("calendars"));
        Path sync = Files.writeString(folder.resolve("vdirsyncer.conf"), """
                [general]
                status_path = "%s"
                [pair city]
                a = "remote"
                b = "local"
                collections = %s
                [storage remote]
                %sread_only = true
                [storage local]
                type = "filesystem"
                path = "%s"
                fileext = ".ics"
                """.formatted(
                        folder.resolve("status"),
                        collection.isEmpty() ? "null" : "[\"" + collection + "\"]",
                        storage,
                        collection.isEmpty() ? Files.createDirectories(calendars.resolve("all")) : calendars));
        String config = sync.toString();
        Command command = Command.in(asked);
        command.saying("y\n".repeat(9)).run("vdirsyncer", "-c", config, "discover");
        command.run("vdirsyncer", "-c", config, "sync");
        command.run("vdirsyncer", "-c", config, "sync"); // nothing has changed, and nothing is asked to be written
        Path settings = Files.writeString(folder.resolve("khal.conf"), """
                [calendars]
                [[city]]
                path = %s
                type = calendar
                readonly = True
                [locale]
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%dT%%H:%%M
                longdatetimeformat = %%Y-%%m-%%dT%%H:%%M
                local_timezone = %s
                default_timezone = %s
                [sqlite]
                path = %s
                """.formatted(
                calendars.resolve("all"), asked.zone().getId(), asked.zone().getId(), folder.resolve("khal.db")));
        List<String> lines = command.run(
                "khal",
                "-c",
                settings.toString(),
                "list",
                "--day-format",
                "",
                "--format",
                "{start-long}\t{title}",
                asked.from().toString(),
                asked.to().minusDays(1).toString());
        return Seen.read(
                lines.stream().filter(line -> line.contains("\t")).distinct().toList());
    }
}
