package org.citykit.icalendar.json;

/** What a {@link JsonReader} finds next. */
public enum JsonToken {
    BEGIN_ARRAY,
    END_ARRAY,
    BEGIN_OBJECT,
    END_OBJECT,
    NAME,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    END
}
