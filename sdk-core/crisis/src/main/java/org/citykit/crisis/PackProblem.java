package org.citykit.crisis;

/**
 * Something the proof found in a pack.
 *
 * @param module the module that delivered it
 * @param playbook the playbook's id as delivered
 * @param message the message's id, or empty when the whole playbook is meant
 * @param language a tag, or empty when every language is meant
 * @param code names it; a message with anything but warnings is not served
 * @param reason what is wrong and what to do, for the author of the pack
 */
public record PackProblem(
        String module, String playbook, String message, String language, CrisisError code, String reason) {
    public PackProblem {
        Given.text("module", module);
        Given.text("playbook", playbook);
        Given.present("message", message);
        Given.present("language", language);
        Given.present("code", code);
        Given.text("reason", reason);
    }

    /** True when the message is served all the same. */
    public boolean isWarning() {
        return code.isWarning();
    }

    @Override
    public String toString() {
        return "Module '" + module + "': playbook '" + playbook + "'"
                + (message.isEmpty() ? "" : ", message '" + message + "'")
                + (language.isEmpty() ? "" : " in '" + language + "'") + ": " + reason + " See errors.md#"
                + code.anchor();
    }
}
