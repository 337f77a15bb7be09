package org.citykit.api.twinning;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Figure;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * A network, union or other body of cities.
 *
 * @param id the same at every fetch
 * @param name its name
 * @param acronym its short name, or empty
 * @param founded when it was founded
 * @param seat where its office is
 * @param about what it is for
 * @param web its web address
 * @param members those members that are known by name
 * @param figures how many members it states, and other numbers
 * @param provenance who says so
 * @since 1.0
 */
public record Network(
        String id,
        Text name,
        String acronym,
        Optional<PartialDate> founded,
        Optional<Text> seat,
        Optional<Text> about,
        Optional<URI> web,
        List<Membership> members,
        List<Figure> figures,
        Provenance provenance)
        implements TwinningItem {
    public Network {
        Check.id("id", id);
        Check.present("name", name);
        Check.note("acronym", acronym);
        Check.present("founded", founded);
        Check.present("seat", seat);
        Check.present("about", about);
        Check.present("web", web);
        members = Check.list("members", members);
        figures = Check.list("figures", figures);
        Check.present("provenance", provenance);
    }
}
