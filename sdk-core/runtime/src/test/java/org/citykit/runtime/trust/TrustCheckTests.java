package org.citykit.runtime.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.TrustMode;
import org.citykit.runtime.composition.TrustSettings;
import org.citykit.runtime.composition.TrustedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrustCheckTests {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2030-12-31T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String CITY = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @ParameterizedTest
    @EnumSource(TrustMode.class)
    void aBrokenSignatureIsRefusedInEveryMode(TrustMode mode) {
        TrustVerdict verdict = check(mode, Signatures.broken("Entry 'a' was changed after signing."));

        assertTrue(verdict.isRefused());
        assertEquals(RuntimeError.PLUGIN_TAMPERED, only(verdict.refusals()).code());
        assertTrue(only(verdict.refusals()).message().contains("Entry 'a' was changed"));
    }

    @Test
    void anUnsignedFileIsRefusedToldOrPassedOver() {
        TrustVerdict required = check(TrustMode.REQUIRE, Signatures.UNSIGNED);
        TrustVerdict warned = check(TrustMode.WARN, Signatures.UNSIGNED);

        assertEquals(RuntimeError.PLUGIN_UNSIGNED, only(required.refusals()).code());
        assertFalse(warned.isRefused());
        assertEquals(RuntimeError.PLUGIN_UNSIGNED, only(warned.warnings()).code());
        assertEquals(List.of(), check(TrustMode.OFF, Signatures.UNSIGNED).warnings());
    }

    @Test
    void theNameInACertificateProvesNothing() {
        TrustVerdict verdict = check(TrustMode.REQUIRE, signed(signer("CN=City of Example", OTHER, END)));

        assertEquals(RuntimeError.PLUGIN_UNTRUSTED, only(verdict.refusals()).code());
        assertTrue(only(verdict.refusals()).message().contains("(key " + OTHER + ")"));
    }

    @Test
    void oneTrustedSignerIsEnough() {
        TrustVerdict verdict =
                check(TrustMode.REQUIRE, signed(signer("CN=Vendor", OTHER, END), signer("CN=City", CITY, END)));

        assertFalse(verdict.isRefused());
        assertEquals(List.of(), verdict.warnings());
    }

    @Test
    void aCertificateThatRanOutIsToldAndUsed() {
        Instant past = Instant.parse("2025-12-31T00:00:00Z");
        Signer stamped = new Signer("CN=City", CITY, BEGIN, past, Optional.of(past.minusSeconds(86_400)));

        TrustVerdict unknown = check(TrustMode.REQUIRE, signed(signer("CN=City", CITY, past)));
        TrustVerdict told = check(TrustMode.REQUIRE, signed(stamped));

        assertFalse(unknown.isRefused());
        assertEquals(RuntimeError.SIGNATURE_EXPIRED, only(unknown.warnings()).code());
        assertEquals(
                "The certificate of City of Example ran out on 2025-12-31; whether the signature was made before cannot"
                        + " be known. Ask for a file that is signed anew.",
                only(unknown.warnings()).message());
        assertTrue(only(told.warnings()).message().contains("says it was signed before, on 2025-12-30"));
    }

    @Test
    void aCertificateOfTheFutureIsTold() {
        TrustVerdict verdict = TrustCheck.check(
                settings(TrustMode.WARN), "a.jar", OTHER, signed(signer("CN=City", CITY, END)), BEGIN.minusSeconds(60));

        assertTrue(only(verdict.warnings()).message().contains("begins on 2020-01-01"));
    }

    @Test
    void anUnsignedZipWithSignedJarsIsToldWhatIsMissing() {
        Signatures inPart =
                new Signatures(Signatures.State.UNSIGNED, List.of(), "of its jars lib/csv.jar is not signed");

        TrustVerdict verdict = check(TrustMode.REQUIRE, inPart);

        assertTrue(verdict.isRefused());
        assertTrue(
                only(verdict.refusals())
                        .message()
                        .startsWith(
                                "It is not signed as a whole, and of its jars lib/csv.jar is not signed; this portal requires"
                                        + " a signature."),
                verdict::toString);
    }

    private static TrustVerdict check(TrustMode mode, Signatures signatures) {
        return TrustCheck.check(settings(mode), "a.jar", "00".repeat(32), signatures, NOW);
    }

    private static TrustSettings settings(TrustMode mode) {
        return new TrustSettings(mode, List.of(new TrustedKey("City of Example", CITY)));
    }

    private static Signatures signed(Signer... signers) {
        return new Signatures(Signatures.State.SIGNED, List.of(signers), "");
    }

    private static Signer signer(String subject, String key, Instant end) {
        return new Signer(subject, key, BEGIN, end, Optional.empty());
    }

    private static Problem only(List<Problem> problems) {
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }
}
