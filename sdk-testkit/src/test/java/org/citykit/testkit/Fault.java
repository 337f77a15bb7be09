package org.citykit.testkit;

import java.util.function.UnaryOperator;

/**
 * A provider and the one rule that it breaks.
 *
 * @param provider its id
 * @param rule the rule's method, or empty if it breaks none
 * @param with what its subject has besides
 */
record Fault(String provider, String rule, UnaryOperator<Subject> with) {
    static Fault of(String provider, String rule) {
        return new Fault(provider, rule, subject -> subject);
    }

    String key() {
        return provider + " " + (rule.isEmpty() ? "keeps every rule" : "breaks " + rule);
    }
}
