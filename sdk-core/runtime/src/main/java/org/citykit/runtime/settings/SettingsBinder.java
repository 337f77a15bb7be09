package org.citykit.runtime.settings;

import java.util.Optional;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.Terms;
import org.citykit.runtime.value.Value;

/**
 * Turns what a webmaster wrote into the record that a provider declares, or says everything that is wrong with it at
 * once.
 *
 * <p>Components become keys in kebab-case ({@code feedUrl} is {@code feed-url}). They may be
 *
 * <ul>
 *   <li>{@code String}, {@code int}, {@code long}, {@code double}, {@code boolean}, their boxes, {@code BigDecimal}:
 *       the text as it was written; numbers in ASCII, Persian or Arabic digits; {@code true} or {@code false}
 *   <li>enums: the constant in kebab-case
 *   <li>{@code URI} (absolute, with a host, without a password), {@code Duration} (ISO 8601), {@code LocalDate} (ISO
 *       8601, Gregorian, ASCII digits), {@code ZoneId}, {@code Locale} (BCP 47)
 *   <li>{@code Text}: a text by language, or one text whose language is not known
 *   <li>{@code Secret}: <code>{env: NAME}</code> or <code>{file: path}</code>; never the value itself
 *   <li>{@code Optional}, {@code List}, {@code Set} and {@code Map} with text keys, of these; empty when the key is left
 *       out
 *   <li>records of these: a group of keys
 *   <li>sealed interfaces of records: a group of one key that names the record in kebab-case, so that
 *       {@code Source = Folder(path) | Web(uri)} is written <code>source: { web: { uri: … } }</code>; a record without
 *       components may be written as its name alone
 * </ul>
 *
 * <p>A key that a component had before ({@link org.citykit.api.Formerly}) is taken for it, with a note; both at once
 * are a problem. Every other key must be there. Binding runs the vendor's constructors and initialisers on the calling thread, so
 * only the guard calls it. What a constructor throws becomes a problem; an {@link Error} from it, other than a failed
 * assertion, passes through to the guard. Nothing of the record's class is kept after a call.
 */
public final class SettingsBinder {
    static final Terms SETTINGS = new Terms(
            "setting", RuntimeError.SETTING_UNKNOWN, RuntimeError.SETTING_MISSING, RuntimeError.SETTING_INVALID);

    private SettingsBinder() {}

    /**
     * Binds settings to a record.
     *
     * @param written what was written under {@code settings:}; an {@linkplain Value#isEmpty empty} value is a group
     *     without keys
     * @param type the record; its package must be open to this module unless it is public and exported
     * @param secrets where the values of secrets come from
     * @param context whose settings they are
     */
    public static <R extends Record> Bound<R> bind(
            Value written, Class<R> type, SecretSource secrets, BindContext context) {
        Complaints complaints = new Complaints(SETTINGS, context.moduleId(), context.file(), written.place());
        SettingNotes notes = new SettingNotes(written.place());
        Optional<R> settings =
                new Binding(secrets, complaints, notes).bind(type, written).map(type::cast);
        return new Bound<>(complaints.count() == 0 ? settings : Optional.empty(), complaints.problems(), notes.notes());
    }
}
