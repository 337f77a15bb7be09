package org.citykit.crisis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Revision;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Playbook;

/**
 * Every playbook of the portal whose messages were proven when it was loaded.
 *
 * <p>Each message was rendered in each language of the portal for all cases it selects on and for typical and extreme
 * values of its parameters. One with a hole, an error of syntax, a missing or unknown parameter, a stale or missing
 * translation, or something left to be filled in by hand is not served; {@link #problems} says why. The rest is.
 *
 * <p>Immutable and thread-safe; texts are compiled once for each book.
 */
public final class PlaybookBook {
    private final CrisisSettings settings;
    private final Revision revision;
    private final Map<String, PlaybookEntry> entries;
    private final Map<String, Map<String, ProvenMessage>> messages;
    private final List<PackProblem> problems;

    private PlaybookBook(
            CrisisSettings settings,
            Revision revision,
            Map<String, PlaybookEntry> entries,
            Map<String, Map<String, ProvenMessage>> messages,
            List<PackProblem> problems) {
        this.settings = settings;
        this.revision = revision;
        this.entries = Collections.unmodifiableMap(entries);
        this.messages = messages;
        this.problems = List.copyOf(problems);
    }

    /**
     * Proves packs. Takes time in proportion to messages, languages and cases: call it in the background.
     *
     * @param settings the portal's languages and zone
     * @param packs at most one for each module
     */
    public static PlaybookBook of(CrisisSettings settings, List<PackSnapshot> packs) {
        Given.distinct("packs", packs, PackSnapshot::module);
        Map<String, PlaybookEntry> entries = new LinkedHashMap<>();
        Map<String, Map<String, ProvenMessage>> messages = new LinkedHashMap<>();
        List<PackProblem> problems = new ArrayList<>();
        for (PackSnapshot pack : packs) {
            Set<String> seen = new HashSet<>();
            for (Playbook playbook : pack.playbooks()) {
                if (seen.add(playbook.id())) {
                    add(settings, pack.module(), playbook, entries, messages, problems);
                } else {
                    problems.add(whole(
                            pack.module(),
                            playbook,
                            CrisisError.PLAYBOOK_DUPLICATE,
                            "The pack has two playbooks of this id; the first is served. Rename one."));
                }
            }
        }
        return new PlaybookBook(settings, revision(settings, packs), entries, messages, problems);
    }

    /** For which portal the messages were proven. */
    public CrisisSettings settings() {
        return settings;
    }

    /** Changes when the content of a pack or the languages or zone of the portal change. */
    public Revision revision() {
        return revision;
    }

    /** All playbooks, in the order of the packs. */
    public List<PlaybookEntry> playbooks() {
        return List.copyOf(entries.values());
    }

    /** The playbook of an id; see {@link PlaybookEntry#id}. */
    public Optional<PlaybookEntry> playbook(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** A proven message. */
    public Optional<MessageTemplate> message(String playbookId, String messageId) {
        return Optional.ofNullable(messages.getOrDefault(playbookId, Map.of()).get(messageId))
                .map(ProvenMessage::template);
    }

    /** What the proof found, in the order of the packs. */
    public List<PackProblem> problems() {
        return problems;
    }

    /**
     * Fills a message in, in every language of the portal.
     *
     * @param parameters a value for each parameter of the message, as typed; see {@link
     *     org.citykit.api.crisis.Parameter.Type}
     * @return rich text: bidirectional isolates stand around what was filled in; see {@link Rendering#plain}
     * @throws CrisisException with everything that is wrong: an unknown playbook or message, and each parameter that is
     *     missing, blank, unknown or no value of its type
     */
    public Rendering render(String playbookId, String messageId, Map<String, String> parameters) {
        if (!entries.containsKey(playbookId)) {
            throw CrisisException.of(
                    CrisisError.PLAYBOOK_UNKNOWN,
                    "playbook",
                    "\"" + playbookId + "\" is no playbook in use. Choose one from the list.");
        }
        ProvenMessage message = messages.getOrDefault(playbookId, Map.of()).get(messageId);
        if (message == null) {
            throw CrisisException.of(
                    CrisisError.MESSAGE_UNKNOWN,
                    "message",
                    "\"" + messageId + "\" is no message in use of the playbook \"" + playbookId + "\".");
        }
        return message.render(parameters);
    }

    private static void add(
            CrisisSettings settings,
            String module,
            Playbook playbook,
            Map<String, PlaybookEntry> entries,
            Map<String, Map<String, ProvenMessage>> messages,
            List<PackProblem> problems) {
        Map<String, ProvenMessage> proven = new LinkedHashMap<>();
        for (MessageTemplate template : playbook.messages()) {
            MessageProof.prove(
                            settings,
                            template,
                            (language, code, reason) -> problems.add(
                                    new PackProblem(module, playbook.id(), template.id(), language, code, reason)))
                    .ifPresent(message -> proven.put(template.id(), message));
        }
        if (proven.isEmpty() && !playbook.messages().isEmpty()) {
            problems.add(whole(
                    module,
                    playbook,
                    CrisisError.PLAYBOOK_UNUSABLE,
                    "None of its messages could be proven, so it is not served. Mend what is listed above."));
            return;
        }
        String id = PlaybookIds.of(module, playbook.id());
        entries.put(id, new PlaybookEntry(id, module, with(playbook, proven)));
        messages.put(id, Collections.unmodifiableMap(proven));
    }

    private static Playbook with(Playbook playbook, Map<String, ProvenMessage> proven) {
        return new Playbook(
                playbook.id(),
                playbook.emergency(),
                playbook.title(),
                playbook.guidance(),
                playbook.channels(),
                playbook.roles(),
                playbook.steps(),
                proven.values().stream().map(ProvenMessage::template).toList(),
                playbook.intermediaries(),
                playbook.provenance());
    }

    private static PackProblem whole(String module, Playbook playbook, CrisisError code, String reason) {
        return new PackProblem(module, playbook.id(), "", "", code, reason);
    }

    private static Revision revision(CrisisSettings settings, List<PackSnapshot> packs) {
        StringBuilder content = new StringBuilder();
        settings.languages()
                .forEach(language -> content.append(language.toLanguageTag()).append('\n'));
        content.append(settings.zone().getId()).append('\n');
        packs.forEach(pack -> content.append(pack.module())
                .append('\n')
                .append(pack.revision().value())
                .append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return new Revision(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this cannot happen.", e);
        }
    }
}
