package org.citykit.runtime.trust;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.TrustMode;
import org.citykit.runtime.composition.TrustSettings;
import org.citykit.runtime.composition.TrustedKey;

/** Compares who signed a plugin file with whom a portal trusts. */
public final class TrustCheck {
    private static final int SHOWN = 3;

    private TrustCheck() {}

    /**
     * Judges one plugin file. A signature that does not hold is refused whatever the settings say.
     *
     * @param settings whom the portal trusts
     * @param fileName the file's name, for messages
     * @param sha256 of the file
     * @param signatures what was read from it
     * @param now the time that certificates are held against
     */
    public static TrustVerdict check(
            TrustSettings settings, String fileName, String sha256, Signatures signatures, Instant now) {
        return switch (signatures.state()) {
            case BROKEN ->
                refused(problem(
                        RuntimeError.PLUGIN_TAMPERED,
                        fileName,
                        "The signature of " + fileName + " does not hold. " + signatures.reason()
                                + " Get the file from its vendor again."));
            case UNSIGNED ->
                asked(
                        settings,
                        problem(
                                RuntimeError.PLUGIN_UNSIGNED,
                                fileName,
                                "It is not signed" + inPart(signatures) + "this portal " + asks(settings)
                                        + " a signature. Ask its vendor for a signed file, or sign it with the city's own"
                                        + " key. Its SHA-256 is " + sha256 + "."));
            case SIGNED -> signed(settings, fileName, signatures.signers(), now);
        };
    }

    private static TrustVerdict signed(TrustSettings settings, String file, List<Signer> signers, Instant now) {
        Map<Signer, TrustedKey> trusted = new TreeMap<>((a, b) -> a.keySha256().compareTo(b.keySha256()));
        signers.forEach(signer -> settings.key(signer.keySha256()).ifPresent(key -> trusted.put(signer, key)));
        if (trusted.isEmpty()) {
            String who = signers.stream()
                    .limit(SHOWN)
                    .map(signer -> signer.subject() + " (key " + signer.keySha256() + ")")
                    .collect(Collectors.joining(" and "));
            return asked(
                    settings,
                    problem(
                            RuntimeError.PLUGIN_UNTRUSTED,
                            file,
                            "It is signed by " + who + ", whose key is not under 'trust:' in portal.yaml. Add the key"
                                    + " there if you know it to be the vendor's."));
        }
        boolean anyInTime = trusted.keySet().stream().anyMatch(signer -> isInTime(signer, now));
        return new TrustVerdict(
                List.of(),
                anyInTime
                        ? List.of()
                        : trusted.entrySet().stream()
                                .limit(1)
                                .map(it -> outOfTime(file, it.getKey(), it.getValue(), now))
                                .toList());
    }

    private static boolean isInTime(Signer signer, Instant now) {
        return !now.isBefore(signer.notBefore()) && !now.isAfter(signer.notAfter());
    }

    private static Problem outOfTime(String file, Signer signer, TrustedKey key, Instant now) {
        if (now.isBefore(signer.notBefore())) {
            return problem(
                    RuntimeError.SIGNATURE_EXPIRED,
                    file,
                    "The certificate of " + key.name() + " begins on " + day(signer.notBefore())
                            + ", which is not yet. Check the clock of this machine.");
        }
        Optional<String> stamped = signer.stampedAt()
                .filter(stamp -> !stamp.isAfter(signer.notAfter()))
                .map(stamp ->
                        "a time stamp, whose service is not checked, says it was signed before, on " + day(stamp));
        return problem(
                RuntimeError.SIGNATURE_EXPIRED,
                file,
                "The certificate of " + key.name() + " ran out on " + day(signer.notAfter()) + "; "
                        + stamped.orElse("whether the signature was made before cannot be known")
                        + ". Ask for a file that is signed anew.");
    }

    private static String inPart(Signatures unsigned) {
        return unsigned.reason().isEmpty() ? ", and " : " as a whole, and " + unsigned.reason() + "; ";
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String asks(TrustSettings settings) {
        return settings.mode() == TrustMode.REQUIRE ? "requires" : "asks for";
    }

    private static TrustVerdict asked(TrustSettings settings, Problem problem) {
        return switch (settings.mode()) {
            case OFF -> new TrustVerdict(List.of(), List.of());
            case WARN -> new TrustVerdict(List.of(), List.of(problem));
            case REQUIRE -> refused(problem);
        };
    }

    private static TrustVerdict refused(Problem problem) {
        return new TrustVerdict(List.of(problem), List.of());
    }

    private static Problem problem(RuntimeError code, String file, String message) {
        return new Problem(code, "", file, 0, 0, message);
    }
}
