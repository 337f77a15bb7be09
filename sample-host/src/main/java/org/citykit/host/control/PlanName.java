package org.citykit.host.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.citykit.runtime.plan.Plan;

/** Names a plan by what it says, so that the plan that is applied is the one that was looked at. */
final class PlanName {
    private static final int OCTETS = 4;

    private PlanName() {}

    static String of(Plan plan) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(PlanJson.of(plan).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
