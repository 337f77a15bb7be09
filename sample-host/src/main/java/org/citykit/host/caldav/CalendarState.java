package org.citykit.host.caldav;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.events.EventEntry;
import org.citykit.host.publish.Publication;
import org.citykit.host.publish.PublishedEvent;

/** What a calendar holds at some time. Immutable. */
final class CalendarState {
    private final Publication publication;
    private final Map<String, Member> members;
    private final Map<String, Member> byEntry;
    private final String token;

    private CalendarState(Publication publication, Map<String, Member> members) {
        this.publication = publication;
        this.members = Collections.unmodifiableMap(members);
        this.byEntry = new HashMap<>();
        StringBuilder all = new StringBuilder();
        for (Member member : members.values()) {
            all.append(member.name()).append(' ').append(member.tag()).append('\n');
            member.event().entries().stream().map(EventEntry::id).forEach(id -> byEntry.put(id, member));
        }
        this.token = Member.digest(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    static CalendarState of(Publication publication) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (PublishedEvent event : publication.events()) {
            Member member = Member.of(event);
            members.put(member.name(), member);
        }
        return new CalendarState(publication, members);
    }

    Publication publication() {
        return publication;
    }

    /** Its events by the last segment of their addresses, in order. */
    Map<String, Member> members() {
        return members;
    }

    /** The member that an event of the portal is in. */
    Optional<Member> holding(EventEntry entry) {
        return Optional.ofNullable(byEntry.get(entry.id()));
    }

    /**
     * Names this state: equal for equal members, whoever serves them and whenever. So a client's token still holds after a
     * restart, and at another host of the portal.
     */
    String token() {
        return token;
    }
}
