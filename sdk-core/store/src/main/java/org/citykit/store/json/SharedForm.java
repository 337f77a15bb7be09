package org.citykit.store.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads equal values of one reading into one object, so that half a million items do not hold half a million copies. */
final class SharedForm extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    SharedForm(JsonDeserializer<?> form) {
        super(form);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> form) {
        return new SharedForm(form);
    }

    @Override
    public @Nullable Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Object value = super.deserialize(in, context);
        Object known = context.getAttribute(JsonFormat.SharedValues.class);
        return value != null && known instanceof JsonFormat.SharedValues values ? values.shared(value) : value;
    }
}
