package org.citykit.crisis.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text is made of.
 *
 * @param uses the functions each variable goes through, {@code ""} for none, by the variable's name
 * @param literals every piece of fixed text
 * @param keys the keys of each selecting variable, without {@code *}
 * @param markup whether it has markup, which is never shown
 * @param variableOptions whether a variable is an option of a function
 * @param blankVariant whether a variant, or the text, has nothing in it
 */
public record Anatomy(
        Map<String, Set<String>> uses,
        List<String> literals,
        Map<String, Set<String>> keys,
        boolean markup,
        boolean variableOptions,
        boolean blankVariant) {}
