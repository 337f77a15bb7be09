package org.citykit.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.value.KebabCase;

/**
 * Who requires whom around one plugin. Immutable.
 *
 * @param requires the plugin, with what it requires below it
 * @param requiredBy the plugin, with those that require it below it
 */
public record Explanation(Node requires, Node requiredBy) {
    public Explanation {
        Objects.requireNonNull(requires, "requires");
        Objects.requireNonNull(requiredBy, "requiredBy");
    }

    /**
     * One plugin in a tree.
     *
     * @param pluginId the plugin
     * @param version the version that is used, or the newest that is not; empty if there is none
     * @param range which versions are asked for, by the one above or below; empty for the plugin asked about
     * @param optional whether it may be absent for the one that asks
     * @param state what became of it
     * @param repeated whether it stands elsewhere in the tree with what is below it, which is left out here
     * @param below what it requires, or who requires it; by id
     */
    public record Node(
            String pluginId,
            String version,
            String range,
            boolean optional,
            State state,
            boolean repeated,
            List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    /** What became of a plugin. */
    public enum State {
        /** It is used. */
        USED,
        /** It is used, but not by the one that asks, whom it does not fit or goes round in a circle with. */
        PASSED_OVER,
        /** None of its files is used. */
        REFUSED,
        /** There is no file of it. */
        MISSING;

        String key() {
            return "explain." + KebabCase.ofConstant(name());
        }
    }

    /** Both trees as lines, each step indented by two spaces. */
    public List<String> lines(Locale locale) {
        Words words = Words.of(locale);
        List<String> lines = new ArrayList<>();
        add(requires, 0, words, lines);
        if (!requiredBy.below().isEmpty()) {
            lines.add(words.text("explain.required-by", Map.of("plugin", requiredBy.pluginId())));
            requiredBy.below().forEach(node -> add(node, 1, words, lines));
        }
        return lines;
    }

    private static void add(Node node, int depth, Words words, List<String> lines) {
        StringBuilder line = new StringBuilder("  ".repeat(depth));
        line.append(words.isolated((node.pluginId() + " " + node.version()).strip()));
        if (!node.range().isEmpty()) {
            line.append(" (").append(words.isolated(node.range())).append(')');
        }
        if (node.optional()) {
            line.append(words.text("explain.optional"));
        }
        if (node.state() != State.USED) {
            line.append(words.text(node.state().key()));
        }
        if (node.repeated()) {
            line.append(words.text("explain.repeated"));
        }
        lines.add(line.toString());
        node.below().forEach(below -> add(below, depth + 1, words, lines));
    }
}
