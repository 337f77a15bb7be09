package org.citykit.plugins.playbooks;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML into nodes, without anchors, aliases and tags. Confined to one thread and one reading. */
final class YamlTree {
    /** The longest file, in characters. */
    static final int LENGTH = 1_000_000;

    private static final int DEPTH = 20;

    private final YAMLParser parser;

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    static YamlNode read(String text) throws MalformedYamlException {
        if (text.length() > LENGTH) {
            throw new MalformedYamlException(
                    Position.TOP, "has " + text.length() + " characters, but may have " + LENGTH + "; split it");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LENGTH);
        limits.setNestingDepthLimit(DEPTH);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(limits).build();
        try (YAMLParser parser = factory.createParser(text)) {
            return new YamlTree(parser).document();
        } catch (JsonProcessingException malformed) {
            throw new MalformedYamlException(place(malformed.getLocation()), reason(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory cannot be read.", impossible);
        }
    }

    private YamlNode document() throws IOException, MalformedYamlException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedYamlException(Position.TOP, "is empty");
        }
        YamlNode node = node(first, 1);
        if (parser.nextToken() != null) {
            throw new MalformedYamlException(here(), "holds a second document; put it into a file of its own");
        }
        return node;
    }

    private YamlNode node(JsonToken token, int depth) throws IOException, MalformedYamlException {
        Position at = here();
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            throw new MalformedYamlException(at, "has an anchor (&), alias (*) or tag (!); write the text out");
        }
        if (depth > DEPTH) {
            throw new MalformedYamlException(at, "is nested deeper than " + DEPTH + " levels");
        }
        if (token == JsonToken.START_OBJECT) {
            return entries(at, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(node(complete(next), depth + 1));
            }
            return new YamlNode.Items(List.copyOf(items), at);
        }
        return new YamlNode.Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getText(), at);
    }

    private YamlNode entries(Position at, int depth) throws IOException, MalformedYamlException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        Map<String, Position> repeated = new LinkedHashMap<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_OBJECT; next = parser.nextToken()) {
            complete(next);
            String key = parser.currentName();
            Position keyAt = here();
            YamlNode value = node(complete(parser.nextToken()), depth + 1);
            if (entries.putIfAbsent(key, new YamlNode.Entry(keyAt, value)) != null) {
                repeated.put(key, keyAt);
            }
        }
        return new YamlNode.Entries(entries, repeated, at);
    }

    private JsonToken complete(@Nullable JsonToken token) throws MalformedYamlException {
        if (token == null) {
            throw new MalformedYamlException(here(), "ends in the middle of a list or map");
        }
        return token;
    }

    private Position here() {
        return place(parser.currentTokenLocation());
    }

    private static Position place(@Nullable JsonLocation location) {
        return location == null
                ? Position.TOP
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** What the parser says, without its quotations of the file. */
    private static String reason(JsonProcessingException malformed) {
        String said = malformed.getOriginalMessage() == null ? "unknown reason" : malformed.getOriginalMessage();
        return "cannot be read as YAML: "
                + said.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
    }
}
