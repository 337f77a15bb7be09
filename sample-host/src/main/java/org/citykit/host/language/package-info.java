/**
 * What the host itself says, in every language it speaks, and how each language writes numbers.
 *
 * <p>What may enter: words of the pages, labels of the API's closed choices, digits, names of countries and languages.
 * What may not: data of a portal, HTML, HTTP.
 */
@NullMarked
package org.citykit.host.language;

import org.jspecify.annotations.NullMarked;
