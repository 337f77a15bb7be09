/**
 * Events as structured data of schema.org in JSON-LD, for search engines and maps.
 *
 * <p>What enters turns an event of the library into octets. It knows no page and no portal.
 */
@NullMarked
package org.citykit.icalendar.schema;

import org.jspecify.annotations.NullMarked;
