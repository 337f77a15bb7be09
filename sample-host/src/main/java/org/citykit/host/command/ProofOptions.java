package org.citykit.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How changed modules have to prove themselves. */
final class ProofOptions {
    private final OptionSpec accept = OptionSpec.builder("--accept-stored")
            .type(boolean.class)
            .description("A changed module whose source does not answer may go on with its stored data.")
            .build();
    private final OptionSpec proof = OptionSpec.builder("--proof")
            .paramLabel("TIME")
            .type(String.class)
            .description("How long changed modules may take until their first good fetch, for example PT2M.")
            .build();

    CommandSpec add(CommandSpec spec) {
        return spec.addOption(accept).addOption(proof);
    }

    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (Boolean.TRUE.equals(accept.getValue())) {
            options.put("accept-stored", "true");
        }
        String longest = proof.getValue();
        if (longest != null) {
            options.put("proof", longest);
        }
        return options;
    }
}
