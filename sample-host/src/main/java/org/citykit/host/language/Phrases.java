package org.citykit.host.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The phrases of one language while they are read from its file. Whatever is missing, empty or unknown is collected,
 * and {@link #complete} refuses the file with all of it at once.
 *
 * <p>A record class is the list of its phrases: component {@code noEvents} of the words under {@code home} is the key
 * {@code home.no-events}. Confined to the thread that reads.
 */
final class Phrases {
    private final String file;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> unused;
    private final Set<String> missing = new TreeSet<>();

    private Phrases(String file, Properties properties) {
        this.file = file;
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        unused = new TreeSet<>(texts.keySet());
    }

    /**
     * Reads the phrases of a language.
     *
     * @throws LanguageException if there is no file for it or the file cannot be read
     */
    static Phrases of(String tag) {
        String file = tag + ".properties";
        try (InputStream bytes = Phrases.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new LanguageException(
                        "The host has no texts in '" + tag + "'. It speaks " + String.join(", ", Language.SPOKEN)
                                + ". Name only these under portal.languages in portal.yaml.");
            }
            return read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new LanguageException("The texts " + file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Reads phrases from anywhere; the file's name is for messages. */
    static Phrases read(String file, Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return new Phrases(file, properties);
    }

    /** The words under a prefix, as the record that lists them. */
    <R extends Record> R words(String prefix, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> take(prefix + "." + kebab(component.getName())))
                .toArray();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException wrong) {
            throw new LanguageException(type.getSimpleName() + " is no record of texts: " + wrong.getMessage(), wrong);
        }
    }

    /** The label of every constant of an enum, under its name in kebab case. */
    <E extends Enum<E>> Map<E, String> labels(Class<E> type) {
        return labels(kebab(type.getSimpleName()), type);
    }

    /** The label of every constant of an enum, under a prefix of its own. */
    <E extends Enum<E>> Map<E, String> labels(String prefix, Class<E> type) {
        Map<E, String> labels = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            labels.put(
                    constant,
                    take(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return labels;
    }

    /**
     * Ends the reading.
     *
     * @throws LanguageException if a phrase was missing, or one stands in the file that nothing asked for
     */
    void complete() {
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new LanguageException("The texts " + file + " do not fit the host: missing " + List.copyOf(missing)
                    + ", unknown " + List.copyOf(unused) + ". Every language needs exactly the same keys.");
        }
    }

    private String take(String key) {
        unused.remove(key);
        String text = texts.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            missing.add(key);
        }
        return text;
    }

    private static String kebab(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && !out.isEmpty()) {
                out.append('-');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}
