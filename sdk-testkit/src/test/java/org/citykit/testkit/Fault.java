package org.citykit.testkit;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A provider and the one rule that it breaks.
 *
 * @param provider its id
 * @param rule the rule's method, or empty if it breaks none
 * @param with what its subject has besides
 */
record Fault(String provider, String rule, UnaryOperator<Subject> with) {
    /** The rules about what a plugin leaves behind, or may not come to an end with. */
    private static final Set<String> ABOUT_LEAVING = Set.of(
            "afterClosingNothingHoldsThePlugin",
            "closingLeavesNoThreadBehind",
            "closingTwiceDoesNoHarm",
            "itLivesInAPortal",
            "aModuleOpenedAgainGivesTheSameItems",
            "twoModulesOfTheProviderDoNotDisturbEachOther",
            "aWebThatDoesNotAnswerIsLeftWhenInterrupted",
            "aReceiverThatDoesNotAnswerIsLeftWhenInterrupted");

    static Fault of(String provider, String rule) {
        return new Fault(provider, rule, subject -> subject);
    }

    /**
     * Whether it is also tried whether the plugin can be unloaded. That takes as long as all other rules together, as it
     * waits for the garbage collector, and says nothing new of a provider that differs from a good one in, say, a text.
     */
    boolean triesUnloading() {
        return rule.isEmpty() || ABOUT_LEAVING.contains(rule);
    }

    String key() {
        return provider + " " + (rule.isEmpty() ? "keeps every rule" : "breaks " + rule);
    }
}
