/**
 * What the pages show: records of texts that are translated, formatted and linked already, for one language.
 *
 * <p>What may enter: strings, flags and lists of them. What may not: queries, the engines' types, HTML.
 */
@NullMarked
package org.citykit.host.view;

import org.jspecify.annotations.NullMarked;
