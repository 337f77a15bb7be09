package org.citykit.host.web;

/**
 * A state that listeners are told of.
 *
 * @param id names the state; equal states have equal ids, without line ends
 * @param data one line of JSON
 */
public record LiveEvent(String id, String data) {
    /** The state as a server-sent event (WHATWG HTML §9.2.6). */
    String text() {
        return "id: " + id + "\nevent: alerts\ndata: " + data + "\n\n";
    }
}
