package org.citykit.crisis;

/**
 * One thing that keeps a message from being rendered or an alert from being published.
 *
 * @param code names it
 * @param field the parameter or part of the draft that must be changed, for example {@code place} or {@code expires}
 * @param reason what is wrong and what to do, for the person at the desk
 */
public record CrisisProblem(CrisisError code, String field, String reason) {
    public CrisisProblem {
        Given.present("code", code);
        Given.present("field", field);
        Given.text("reason", reason);
    }

    @Override
    public String toString() {
        return "'" + field + "' " + reason;
    }
}
