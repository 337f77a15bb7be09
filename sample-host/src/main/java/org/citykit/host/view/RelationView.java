package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * A relation in full.
 *
 * @param title its name, or its sides
 * @param kind what kind, in words
 * @param state where it stands, in words
 * @param inForce true if it binds in that state
 * @param oneSided true if only one side states it
 * @param since from when, if the sources agree
 * @param sides who has it
 * @param contradictions where the sources disagree
 * @param statements who says what
 * @param steps its course
 * @param shares how much of it lies in each dimension
 * @param fields what is done in it
 * @param authorities what national authorities say
 * @param activities what was done
 * @param documents its documents
 * @param resources its budget and staff
 * @param events what takes place in it
 * @param registries the modules that hold it
 */
public record RelationView(
        List<Passage> title,
        String kind,
        String state,
        boolean inForce,
        boolean oneSided,
        Optional<DateView> since,
        List<Side> sides,
        List<Contradiction> contradictions,
        List<Said> statements,
        List<Step> steps,
        List<Share> shares,
        List<String> fields,
        List<Authority> authorities,
        List<Done> activities,
        List<Paper> documents,
        List<FigureView> resources,
        List<Further> events,
        List<String> registries) {
    /**
     * A side.
     *
     * @param name who it is
     * @param country where it lies
     * @param role what it does, if not simply a partner
     * @param figures what is known of it in numbers
     */
    public record Side(Passage name, Optional<String> country, Optional<String> role, List<FigureView> figures) {
        public Side {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Something that sources say differently.
     *
     * @param about what
     * @param values what each of them says
     */
    public record Contradiction(String about, List<Claim> values) {
        public Contradiction {
            values = List.copyOf(values);
        }
    }

    /**
     * What one source says.
     *
     * @param value what
     * @param source who
     */
    public record Claim(String value, SourceView source) {}

    /**
     * A statement.
     *
     * @param by who says it
     * @param kind what it calls the relation
     * @param since from when, by this statement
     * @param until to when, by this statement
     * @param note what else it says
     * @param source where
     */
    public record Said(
            Passage by,
            String kind,
            Optional<DateView> since,
            Optional<DateView> until,
            Optional<Passage> note,
            SourceView source) {}

    /**
     * A step in its course.
     *
     * @param state where it stood from then on
     * @param at when
     * @param actor who did it
     * @param reason why, if stated
     * @param note why, in words
     * @param source who says so
     */
    public record Step(
            String state,
            Optional<DateView> at,
            Optional<Passage> actor,
            Optional<String> reason,
            Optional<Passage> note,
            SourceView source) {}

    /**
     * The share of a dimension.
     *
     * @param label the dimension
     * @param percent 0 to 100
     * @param text the same with the language's digits
     */
    public record Share(String label, int percent, String text) {}

    /**
     * What an authority says.
     *
     * @param name who
     * @param state how far it has come
     * @param at when
     */
    public record Authority(Passage name, String state, Optional<DateView> at) {}

    /**
     * An activity.
     *
     * @param title what
     * @param fields in which fields
     * @param at when
     * @param outcome what came of it
     * @param source who says so
     */
    public record Done(
            Passage title, String fields, Optional<DateView> at, Optional<Passage> outcome, SourceView source) {}

    /**
     * A document.
     *
     * @param title what it is
     * @param href where it is
     * @param date when it was made
     */
    public record Paper(Passage title, String href, Optional<DateView> date) {}

    /**
     * An event of the relation.
     *
     * @param href its page
     * @param title what it is called
     * @param date when
     */
    public record Further(String href, Passage title, DateView date) {}

    public RelationView {
        title = List.copyOf(title);
        sides = List.copyOf(sides);
        contradictions = List.copyOf(contradictions);
        statements = List.copyOf(statements);
        steps = List.copyOf(steps);
        shares = List.copyOf(shares);
        fields = List.copyOf(fields);
        authorities = List.copyOf(authorities);
        activities = List.copyOf(activities);
        documents = List.copyOf(documents);
        resources = List.copyOf(resources);
        events = List.copyOf(events);
        registries = List.copyOf(registries);
    }

    /** True if sources disagree. */
    public boolean disagree() {
        return !contradictions.isEmpty();
    }

    /** True if its course is known. */
    public boolean hasSteps() {
        return !steps.isEmpty();
    }

    /** True if its dimensions are known. */
    public boolean hasShares() {
        return !shares.isEmpty();
    }

    /** True if its fields are known. */
    public boolean hasFields() {
        return !fields.isEmpty();
    }

    /** True if national authorities have a say. */
    public boolean hasAuthorities() {
        return !authorities.isEmpty();
    }

    /** True if activities are known. */
    public boolean hasActivities() {
        return !activities.isEmpty();
    }

    /** True if there are documents. */
    public boolean hasDocuments() {
        return !documents.isEmpty();
    }

    /** True if its means are known. */
    public boolean hasResources() {
        return !resources.isEmpty();
    }

    /** True if events belong to it. */
    public boolean hasEvents() {
        return !events.isEmpty();
    }
}
