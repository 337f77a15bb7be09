package org.citykit.store.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.citykit.api.CityRef;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/** How the API's values look in JSON, where their components alone do not say it. */
final class ApiModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Agreement.class, name = "agreement"),
        @JsonSubTypes.Type(value = City.class, name = "city"),
        @JsonSubTypes.Type(value = Network.class, name = "network"),
        @JsonSubTypes.Type(value = CalendarEvent.class, name = "event"),
        @JsonSubTypes.Type(value = Playbook.class, name = "playbook"),
        @JsonSubTypes.Type(value = Alert.class, name = "alert")
    })
    private interface ItemShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EventTime.AllDay.class, name = "all-day"),
        @JsonSubTypes.Type(value = EventTime.Timed.class, name = "timed")
    })
    private interface EventTimeShape {}

    ApiModule() {
        super("citykit-api");
        setMixInAnnotation(Item.class, ItemShape.class);
        setMixInAnnotation(EventTime.class, EventTimeShape.class);
        addSerializer(Text.class, new TextForm.Writer());
        addDeserializer(Text.class, new TextForm.Reader());
        word(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
        word(CityRef.class, CityRef::toString, CityRef::parse);
        word(Cursor.class, Cursor::value, Cursor::of);
        word(Duration.class, Duration::toString, Duration::parse);
        word(Instant.class, Instant::toString, Instant::parse);
        word(LocalDate.class, LocalDate::toString, LocalDate::parse);
        word(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        word(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        word(Revision.class, Revision::value, Revision::new);
        word(URI.class, URI::toString, URI::create);
        word(ZoneId.class, ZoneId::getId, ZoneId::of);
        setSerializerModifier(new SortedSets());
        setDeserializerModifier(new SharedProvenance());
    }

    private <T> void word(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new WordForm.Writer<>(type, write));
        addDeserializer(type, new WordForm.Reader<>(type, read));
    }

    /** A set has another order in every JVM; its JSON must not. */
    private static final class SortedSets extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonSerializer<?> serializer) {
            return Set.class.isAssignableFrom(type.getRawClass()) ? new SetForm() : serializer;
        }
    }

    /** All items of a registry tend to say the same of where they come from. */
    private static final class SharedProvenance extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return description.getBeanClass() == Provenance.class ? new SharedForm(deserializer) : deserializer;
        }
    }
}
