package org.citykit.testkit;

/** What a provider of {@link org.citykit.api.crisis.CrisisTemplates} must keep to. Implemented by a test class. */
public interface CrisisTemplatesContract extends SourceContract {}
