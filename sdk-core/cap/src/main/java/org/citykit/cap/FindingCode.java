package org.citykit.cap;

import static org.citykit.cap.Finding.Level.ERROR;
import static org.citykit.cap.Finding.Level.WARNING;

import java.util.Locale;
import org.citykit.cap.Finding.Level;

/** The rules a message is held against; each with its level, its section of CAP 1.2 and what to do. */
public enum FindingCode {
    /** The bytes are no well-formed XML. */
    NOT_WELL_FORMED(ERROR, "§3.3", "Send well-formed XML."),
    /** A document type declaration, with or without entities. */
    DOCTYPE_REFUSED(ERROR, "§3.3.3", "Remove the DOCTYPE; an alert needs no entities."),
    /** More bytes than the reader's limits allow. */
    TOO_LARGE(ERROR, "§3.2.3", "Link large content by uri instead of embedding it, or raise the reader's limit."),
    /** More elements than the reader's limits allow. */
    TOO_MANY_ELEMENTS(ERROR, "§3.2", "Split the message, or raise the reader's limit."),
    /** Elements nested deeper than the reader's limits allow. */
    TOO_DEEP(ERROR, "§3.2", "Send only the elements of the standard."),
    /** An element's text longer than the reader's limits allow. */
    TEXT_TOO_LONG(ERROR, "§3.2", "Shorten the text, or raise the reader's limit."),
    /** More findings than the reader's limits allow; the rest is not listed. */
    TOO_MANY_FINDINGS(ERROR, "§3.2", "Mend what is listed and check again."),
    /** The root element is no CAP alert of a known version. */
    NOT_CAP(ERROR, "§3.2.1", "Send an alert element in the namespace urn:oasis:names:tc:emergency:cap:1.2."),
    /** A message in CAP 1.0 or 1.1. */
    OLD_VERSION(WARNING, "§1.2", "Move to CAP 1.2."),

    /** An element the standard does not have at this place. */
    ELEMENT_UNKNOWN(ERROR, "§3.2", "Remove the element; carry own values in parameter."),
    /** A required element is not there. */
    ELEMENT_MISSING(ERROR, "§3.2", "Add the element."),
    /** An element stands twice that may stand once. */
    ELEMENT_REPEATED(ERROR, "§3.4", "Keep one of them."),
    /** An element stands behind one that must follow it. */
    ELEMENT_OUT_OF_ORDER(ERROR, "§3.4", "Put the elements in the order of the schema."),
    /** An attribute; the standard has none. */
    ATTRIBUTE_UNKNOWN(ERROR, "§3.4", "Remove the attribute."),
    /** Text between elements. */
    STRAY_TEXT(ERROR, "§3.4", "Remove the text or put it into an element."),
    /** An optional element without content; read as absent. */
    ELEMENT_EMPTY(WARNING, "§3.2", "Leave the element out."),
    /** A required text is empty. */
    TEXT_BLANK(ERROR, "§3.2", "Fill it in."),
    /** A word outside a closed vocabulary. */
    WORD_UNKNOWN(ERROR, "§3.2", "Use one of the listed words, exactly as written."),
    /** A word an older version knew and CAP 1.2 reads as another. */
    WORD_DEPRECATED(WARNING, "§3.2.2", "Use the word of CAP 1.2."),
    /** A character XML cannot carry. */
    CHARACTER_FORBIDDEN(ERROR, "§3.3.3", "Remove the character."),
    /** A time in no legal form. */
    TIME_MALFORMED(
            ERROR, "§3.3.2", "Write it like 2002-05-24T16:49:00-07:00, with an offset and without Z or fractions."),
    /** UTC written as +00:00. */
    TIME_UTC_FORM(WARNING, "§3.3.2", "Write UTC as -00:00."),
    /** A number in no legal form or range. */
    NUMBER_MALFORMED(ERROR, "§3.2", "Write a plain decimal number within its range."),
    /** A language tag in no legal form. */
    LANGUAGE_MALFORMED(ERROR, "§3.2.2", "Use a language tag such as en-US, fa or ar."),

    /** An identifier with a space, a comma, a less-than sign or an ampersand. */
    IDENTIFIER_CHARACTERS(ERROR, "§3.2.1", "Use no spaces, commas, '<' or '&' in an identifier."),
    /** A sender with a space, a comma, a less-than sign or an ampersand. */
    SENDER_CHARACTERS(ERROR, "§3.2.1", "Use no spaces, commas, '<' or '&' in a sender."),
    /** A restriction although the scope is not Restricted. */
    RESTRICTION_UNUSED(ERROR, "§3.2.1", "Set scope to Restricted or remove the restriction."),
    /** Scope Restricted without a restriction. */
    RESTRICTION_MISSING(ERROR, "§3.2.1", "Say in restriction who may see the message."),
    /** Scope Private without addresses. */
    ADDRESSES_MISSING(ERROR, "§3.2.1", "List the recipients in addresses."),
    /** A group of quoted or spaced names that cannot be split. */
    GROUP_MALFORMED(ERROR, "§3.2.1", "Separate by spaces; put names with spaces in double quotes."),
    /** Update, Cancel, Ack or Error that names no earlier message. */
    REFERENCES_MISSING(ERROR, "§3.2.1", "Name each earlier message in references."),
    /** A reference that is no triplet. */
    REFERENCE_MALFORMED(ERROR, "§3.2.1", "Write sender,identifier,sent and separate several by spaces."),
    /** A message that refers to itself. */
    REFERENCE_TO_SELF(ERROR, "§3.2.1", "Give each message a fresh identifier and refer to earlier ones only."),
    /** A reference to a message sent later than this one. */
    REFERENCE_FROM_LATER(WARNING, "§3.2.1", "Check both times of sending."),
    /** A message of type Error without a note. */
    ERROR_WITHOUT_NOTE(WARNING, "§3.2.1", "Explain the refusal in note."),
    /** An exercise that does not say which. */
    EXERCISE_WITHOUT_NOTE(WARNING, "§3.2.1", "Name the exercise in note."),
    /** An alert or update that tells nothing. */
    INFO_MISSING(WARNING, "§3.2.2", "Add an info block."),

    /** An info block that expires before the message was sent. */
    EXPIRES_BEFORE_SENT(ERROR, "§3.2.2", "Set expires no earlier than sent."),
    /** An info block that expires before it takes effect or begins. */
    EXPIRES_BEFORE_START(WARNING, "§3.2.2", "Set expires later than effective and onset."),
    /** A web address that is not absolute. */
    WEB_NOT_ABSOLUTE(ERROR, "§3.2.2", "Give a full address such as https://example.org/alert."),
    /** Info blocks of one message in different categories. */
    CATEGORIES_DIFFER(WARNING, "§3.2.2", "Give every info block of a message the same categories."),
    /** Info blocks of one message with different event codes. */
    EVENT_CODES_DIFFER(WARNING, "§3.2.2", "Give every info block of a message the same event codes."),
    /** The same text under two languages. */
    SAME_TEXT_IN_TWO_LANGUAGES(WARNING, "§3.2.2", "Translate the text or correct the language."),
    /** HTML or XML tags inside a text. */
    TEXT_HAS_MARKUP(WARNING, "§3.3.3", "Write plain text; receivers show tags as they are."),
    /** Character references inside a text after XML was decoded. */
    TEXT_HAS_ENTITIES(WARNING, "§3.3.3", "Write the character itself."),

    /** A media type in no legal form. */
    MIME_TYPE_MALFORMED(ERROR, "§3.2.3", "Write it like image/png (RFC 2046)."),
    /** A resource address that is no URI. */
    URI_MALFORMED(ERROR, "§3.2.3", "Give a legal URI."),
    /** A relative resource address without embedded content. */
    URI_RELATIVE_WITHOUT_CONTENT(ERROR, "§3.2.3", "Give a full address, or embed the content in derefUri."),
    /** Embedded content that is no base64. */
    DEREF_URI_NOT_BASE64(ERROR, "§3.2.3", "Encode the content in base64 (RFC 4648 §4)."),
    /** A digest that is no SHA-1 in hexadecimal. */
    DIGEST_MALFORMED(WARNING, "§3.2.3", "Write the SHA-1 of the content in 40 hexadecimal digits."),
    /** A resource that names no content. */
    RESOURCE_WITHOUT_CONTENT(WARNING, "§3.2.3", "Add uri or derefUri."),

    /** A polygon that is no list of latitude,longitude pairs. */
    POLYGON_MALFORMED(ERROR, "§3.2.4", "Write latitude,longitude pairs in degrees, separated by spaces."),
    /** A polygon of fewer than four points. */
    POLYGON_TOO_FEW_POINTS(ERROR, "§3.2.4", "Give at least four points, the last equal to the first."),
    /** A polygon that does not end where it began. */
    POLYGON_OPEN(ERROR, "§3.2.4", "Repeat the first point at the end."),
    /** A polygon whose edges cross. */
    POLYGON_CROSSES_ITSELF(WARNING, "§3.2.4", "Order the points along the border."),
    /** A polygon with too many edges to look for crossings. */
    POLYGON_NOT_EXAMINED(WARNING, "§3.2.4", "Simplify the border."),
    /** A polygon whose points lie on one line. */
    POLYGON_WITHOUT_AREA(WARNING, "§3.2.4", "Give a border that encloses ground, or use a circle."),
    /** A latitude or longitude outside WGS 84. */
    COORDINATE_OUT_OF_RANGE(ERROR, "§3.3.1", "Latitude lies in -90..90 and comes first, longitude in -180..180."),
    /** A circle that is no centre and radius. */
    CIRCLE_MALFORMED(ERROR, "§3.2.4", "Write latitude,longitude, a space and the radius in kilometres."),
    /** A ceiling without an altitude. */
    CEILING_WITHOUT_ALTITUDE(ERROR, "§3.2.4", "Add altitude or remove ceiling."),
    /** A ceiling below its altitude. */
    CEILING_BELOW_ALTITUDE(ERROR, "§3.2.4", "Set ceiling to altitude or above, in feet.");

    private final Level level;
    private final String section;
    private final String remedy;

    FindingCode(Level level, String section, String remedy) {
        this.level = level;
        this.section = section;
        this.remedy = remedy;
    }

    /**
     * How much a finding of this code weighs.
     *
     * @return the level, the same for every finding of the code
     */
    public Level level() {
        return level;
    }

    /**
     * The section of CAP 1.2 that holds the rule.
     *
     * @return such as {@code §3.2.4}
     */
    public String section() {
        return section;
    }

    /**
     * What to do about it.
     *
     * @return one imperative sentence
     */
    public String remedy() {
        return remedy;
    }

    /**
     * The code for documents, logs and addresses.
     *
     * @return such as {@code polygon-open}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
