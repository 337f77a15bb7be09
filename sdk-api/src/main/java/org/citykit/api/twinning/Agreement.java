package org.citykit.api.twinning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Figure;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * A relation between two or more cities or countries, as one registry holds it.
 *
 * @param id the same at every fetch
 * @param kind what the registry files it under
 * @param title what it is called, if it has a name of its own
 * @param parties two to 1,000 sides
 * @param statements who says it, side by side; at least one. Asymmetry is a state, not an error
 * @param lifecycle its steps in the order in which they were made
 * @param dimensions how much of it lies in each dimension, 0 to 100
 * @param fields what is done in it
 * @param coordination what national authorities say
 * @param activities what was done
 * @param documents its documents
 * @param resources its budget and staff, as figures
 * @since 1.0
 */
public record Agreement(
        String id,
        AgreementKind kind,
        Optional<Text> title,
        List<Party> parties,
        List<Statement> statements,
        List<LifecycleStep> lifecycle,
        Map<Dimension, Integer> dimensions,
        Set<Field> fields,
        List<NationalCoordination> coordination,
        List<Activity> activities,
        List<Document> documents,
        List<Figure> resources)
        implements TwinningItem {
    public Agreement {
        Check.id("id", id);
        Check.present("kind", kind);
        Check.present("title", title);
        parties = Check.distinct("parties", parties, Party::key);
        Check.between("parties.size", parties.size(), 2, 1_000);
        statements = Check.list("statements", statements);
        Check.between("statements.size", statements.size(), 1, Check.LIST_LENGTH);
        lifecycle = Check.list("lifecycle", lifecycle);
        dimensions = Map.copyOf(Check.present("dimensions", dimensions));
        dimensions.forEach((dimension, weight) -> Check.between("dimensions." + dimension, weight, 0, 100));
        fields = Set.copyOf(Check.list("fields", fields));
        coordination = Check.list("coordination", coordination);
        activities = Check.list("activities", activities);
        documents = Check.list("documents", documents);
        resources = Check.list("resources", resources);
    }

    /** Begins an agreement that only a few components are known of. */
    public static Builder builder(String id, AgreementKind kind) {
        return new Builder(id, kind);
    }

    /** Where it stands: the last step's state, or signed if it has no steps and its statements name no end. */
    public LifecycleState state() {
        if (!lifecycle.isEmpty()) {
            return lifecycle.get(lifecycle.size() - 1).state();
        }
        return statements.stream().allMatch(s -> s.until().isPresent()) ? LifecycleState.ENDED : LifecycleState.SIGNED;
    }

    /** Collects an agreement's components. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final AgreementKind kind;
        private Optional<Text> title = Optional.empty();
        private List<Party> parties = List.of();
        private List<Statement> statements = List.of();
        private List<LifecycleStep> lifecycle = List.of();
        private Map<Dimension, Integer> dimensions = Map.of();
        private Set<Field> fields = Set.of();
        private List<NationalCoordination> coordination = List.of();
        private List<Activity> activities = List.of();
        private List<Document> documents = List.of();
        private List<Figure> resources = List.of();

        private Builder(String id, AgreementKind kind) {
            this.id = id;
            this.kind = kind;
        }

        /** What it is called. */
        public Builder title(Text value) {
            title = Optional.of(value);
            return this;
        }

        /** Its sides. */
        public Builder parties(Party... values) {
            parties = List.of(values);
            return this;
        }

        /** Its sides. */
        public Builder parties(Collection<Party> values) {
            parties = List.copyOf(values);
            return this;
        }

        /** Who says it. */
        public Builder statements(Statement... values) {
            statements = List.of(values);
            return this;
        }

        /** Who says it. */
        public Builder statements(Collection<Statement> values) {
            statements = List.copyOf(values);
            return this;
        }

        /** Its steps. */
        public Builder lifecycle(Collection<LifecycleStep> values) {
            lifecycle = List.copyOf(values);
            return this;
        }

        /** How much of it lies in each dimension. */
        public Builder dimensions(Map<Dimension, Integer> values) {
            dimensions = Map.copyOf(values);
            return this;
        }

        /** What is done in it. */
        public Builder fields(Collection<Field> values) {
            fields = Set.copyOf(values);
            return this;
        }

        /** What national authorities say. */
        public Builder coordination(Collection<NationalCoordination> values) {
            coordination = List.copyOf(values);
            return this;
        }

        /** What was done. */
        public Builder activities(Collection<Activity> values) {
            activities = List.copyOf(values);
            return this;
        }

        /** Its documents. */
        public Builder documents(Collection<Document> values) {
            documents = List.copyOf(values);
            return this;
        }

        /** Its budget and staff. */
        public Builder resources(Collection<Figure> values) {
            resources = List.copyOf(values);
            return this;
        }

        /**
         * Makes the agreement.
         *
         * @throws org.citykit.api.InvalidValueException if a component is outside its range
         */
        public Agreement build() {
            return new Agreement(
                    id,
                    kind,
                    title,
                    parties,
                    statements,
                    lifecycle,
                    dimensions,
                    fields,
                    coordination,
                    activities,
                    documents,
                    resources);
        }
    }
}
