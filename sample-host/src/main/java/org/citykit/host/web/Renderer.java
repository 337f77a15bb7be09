package org.citykit.host.web;

/** Makes one kind of answer. Called from worker threads; implementations are thread-safe. */
@FunctionalInterface
public interface Renderer {
    /**
     * Makes an answer.
     *
     * @throws NotFoundException if there is nothing at the address
     * @throws BadParameterException if a parameter asks for something that does not exist
     */
    Body render(Question question);
}
