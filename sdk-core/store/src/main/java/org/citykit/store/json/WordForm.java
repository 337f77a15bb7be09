package org.citykit.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.citykit.api.CityKitException;

/** A value as one JSON string. */
final class WordForm {
    private WordForm() {}

    static final class Writer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }

        @Override
        public void serializeWithType(T value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, out, provider);
        }
    }

    static final class Reader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return handledType(context.handleUnexpectedToken(_valueClass, in));
            }
            String word = in.getText();
            try {
                return read.apply(word);
            } catch (DateTimeException | IllegalArgumentException | CityKitException wrong) {
                throw context.weirdStringException(word, _valueClass, String.valueOf(wrong.getMessage()));
            }
        }

        @SuppressWarnings("unchecked") // the context hands back a value of the type it was asked for
        private T handledType(Object value) {
            return (T) value;
        }
    }
}
