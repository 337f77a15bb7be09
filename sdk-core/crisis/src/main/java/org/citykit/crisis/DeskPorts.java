package org.citykit.crisis;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a desk needs of its portal.
 *
 * @param journal keeps the alerts
 * @param book gives the playbooks in use now, with the settings they were proven for; asked at each draft
 * @param channels gives the channels that are open now; asked at each real draft
 * @param clock tells the time
 * @param ids gives the last part of each identifier: 1 to 40 ASCII letters and digits, random or counted
 */
public record DeskPorts(
        AlertJournal journal,
        Supplier<PlaybookBook> book,
        Supplier<List<ChannelModule>> channels,
        Clock clock,
        Supplier<String> ids) {
    public DeskPorts {
        Given.present("journal", journal);
        Given.present("book", book);
        Given.present("channels", channels);
        Given.present("clock", clock);
        Given.present("ids", ids);
    }
}
