package org.citykit.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/** A text as {@code {"fa":"تهران","en":"Tehran"}}, the original first. */
final class TextForm {
    private TextForm() {}

    static final class Writer extends StdSerializer<Text> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Text.class);
        }

        @Override
        public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject(text);
            for (Map.Entry<String, String> entry : text.texts().entrySet()) {
                out.writeStringField(entry.getKey(), entry.getValue());
            }
            out.writeEndObject();
        }
    }

    static final class Reader extends StdDeserializer<Text> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Text.class);
        }

        @Override
        public Text deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.isExpectedStartObjectToken()) {
                return (Text) context.handleUnexpectedToken(Text.class, in);
            }
            Map<String, String> texts = new LinkedHashMap<>();
            for (String tag = in.nextFieldName(); tag != null; tag = in.nextFieldName()) {
                if (in.nextToken() != JsonToken.VALUE_STRING) {
                    return (Text) context.handleUnexpectedToken(String.class, in);
                }
                texts.put(tag, in.getText());
            }
            try {
                return new Text(texts);
            } catch (InvalidValueException wrong) {
                throw context.instantiationException(Text.class, wrong);
            }
        }
    }
}
