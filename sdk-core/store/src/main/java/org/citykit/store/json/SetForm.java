package org.citykit.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A set as a JSON array, sorted by its elements' names. */
final class SetForm extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1L;

    SetForm() {
        super(Set.class, true);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Set<?> value) {
        return value.isEmpty();
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider) throws IOException {
        List<Object> sorted =
                set.stream().sorted(Comparator.comparing(Object::toString)).collect(Collectors.toUnmodifiableList());
        out.writeStartArray(set, sorted.size());
        for (Object element : sorted) {
            provider.defaultSerializeValue(element, out);
        }
        out.writeEndArray();
    }
}
