package org.citykit.store.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.Item;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/**
 * Writes and reads the API's records. Thread-safe.
 *
 * <p>Equal values are written as equal octets: sets and maps in sorted order, a text's languages in their own. What is
 * absent or empty is left out. Reading passes over properties it does not know and refuses constants it does not know;
 * what was left out is empty again, unless it is a number, which must be there.
 */
public final class JsonFormat {
    /** The format that is written, and the newest that can be read. */
    public static final int VERSION = 1;

    private static final Set<Class<? extends Item>> ITEMS =
            Set.of(Agreement.class, City.class, Network.class, CalendarEvent.class, Playbook.class, Alert.class);

    private final ObjectMapper mapper = mapper();

    /** Writes values of one type, one a line. */
    public <T> LineWriter<T> writer(Class<T> type, OutputStream out) throws IOException {
        JsonGenerator lines = mapper.createGenerator(out);
        SequenceWriter values =
                mapper.writerFor(type).withRootValueSeparator("\n").writeValues(lines);
        return new LineWriter<>(lines, values, type == Item.class ? ITEMS : Set.of());
    }

    /**
     * Reads what {@link #writer} has written.
     *
     * @param format the format it was written in
     * @throws IOException if the octets are not what was written, or in a newer format
     */
    public <T> LineReader<T> reader(Class<T> type, int format, InputStream in) throws IOException {
        return new LineReader<>(readerFor(type, format).readValues(in));
    }

    /** One value as a line of JSON. */
    public String text(Object value) throws IOException {
        return mapper.writeValueAsString(value);
    }

    /**
     * One value from a line of JSON.
     *
     * @param format the format it was written in
     * @throws IOException if it is not a value of that type, or in a newer format
     */
    public <T> T value(Class<T> type, int format, String json) throws IOException {
        T value = readerFor(type, format).readValue(json);
        if (value == null) {
            throw new IOException("there is nothing where a " + type.getSimpleName() + " must be");
        }
        return value;
    }

    private ObjectReader readerFor(Class<?> type, int format) throws IOException {
        if (format < 1 || format > VERSION) {
            throw new IOException("its format is " + format + ", this CityKit knows formats 1 to " + VERSION);
        }
        return mapper.readerFor(type).withAttribute(SharedValues.class, new SharedValues());
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder(new JsonFactoryBuilder()
                        .characterEscapes(new SurrogateEscapes())
                        .build())
                .addModule(new Jdk8Module())
                .addModule(new ApiModule())
                .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
        for (Class<?> type : List.of(String.class, List.class, Set.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /** Values that many items of one reading have in common. Confined to that reading. */
    static final class SharedValues {
        private static final int MOST = 10_000;

        private final Map<Object, Object> known = new HashMap<>();

        /** The value that was met first among equal ones. */
        Object shared(Object value) {
            if (known.size() >= MOST) {
                return known.getOrDefault(value, value);
            }
            Object first = known.putIfAbsent(value, value);
            return first == null ? value : first;
        }
    }
}
