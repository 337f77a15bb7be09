/**
 * Crisis playbooks from YAML files, one playbook a file.
 *
 * <p>What may enter: the reading of playbook files. What may not: the meaning of message texts, which the crisis engine
 * proves; files, sockets or the environment other than through the context.
 *
 * <h2>The format</h2>
 *
 * <p>A file is one map. Keys are in kebab-case; a key that is not listed here is reported and left out. A text is a map
 * from language tag to words, the original first: <code>{ fa: سیل, ar: فيضان, en: Flood }</code>. Constants are those of
 * {@link org.citykit.api.crisis} in kebab-case.
 *
 * <table>
 * <caption>Keys of a playbook</caption>
 * <tr><th>key</th><th>value</th></tr>
 * <tr><td>{@code id}</td><td>names the playbook within the module</td></tr>
 * <tr><td>{@code emergency}</td><td>an {@link org.citykit.api.crisis.EmergencyType}</td></tr>
 * <tr><td>{@code title}, {@code guidance}</td><td>texts: what it is called; when and how to speak</td></tr>
 * <tr><td>{@code channels}</td><td>a list of {@link org.citykit.api.crisis.ChannelKind}</td></tr>
 * <tr><td>{@code roles}</td><td>a list of maps: {@code id}, {@code duty}, {@code title}</td></tr>
 * <tr><td>{@code steps}</td><td>a list of maps: {@code id}, {@code phase}, {@code role}, {@code task} and, if there is a
 * time for it, {@code within} as an ISO 8601 duration</td></tr>
 * <tr><td>{@code intermediaries}</td><td>a list of texts</td></tr>
 * <tr><td>{@code parameters}</td><td>a map from name to declaration: {@code type}, {@code label}, {@code samples}; of a
 * choice {@code choices}, a list of {@code key} and {@code label}; of a count, place or text {@code least} and
 * {@code most}</td></tr>
 * <tr><td>{@code messages}</td><td>a list of maps: {@code id}, {@code phase}, {@code audience}, {@code channels},
 * {@code hazard} with {@code urgency}, {@code severity} and {@code certainty}; {@code parameters}, the names of those it
 * uses; the texts {@code headline}, {@code body} and {@code instruction} in Unicode MessageFormat 2</td></tr>
 * <tr><td>{@code source}</td><td>a text: who wrote it; without it the source in the settings</td></tr>
 * </table>
 *
 * <p>A message may carry {@code revision}, the version of its original text, 1 unless given, and
 * {@code translated-from}, a map from language tag to the version that the translation renders; with a revision above 1
 * every translation must be listed there.
 *
 * <p>YAML's anchors, aliases and tags are refused: a playbook is read by people in a hurry. A part that cannot be used
 * (a role, a step, a message) is reported with its place and the others are kept; a playbook without a usable identity,
 * title, guidance, channels or source is reported as a whole. A file that can no longer be read keeps the playbook that
 * it gave before; a fetch that can read no file at all fails.
 */
@NullMarked
package org.citykit.plugins.playbooks;

import org.jspecify.annotations.NullMarked;
