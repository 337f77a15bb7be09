/**
 * What a webmaster wrote, with the place where it stands: maps, lists and scalars, read from YAML, JSON or plain Java
 * values, and the words in which the portal complains about them.
 *
 * <p>What may enter: values, places, the notations of single values (durations, languages, web addresses ...), the
 * wording of complaints. What may not: what a composition or a plugin's settings consist of; types of the YAML library
 * in a signature.
 */
@NullMarked
package org.citykit.runtime.value;

import org.jspecify.annotations.NullMarked;
