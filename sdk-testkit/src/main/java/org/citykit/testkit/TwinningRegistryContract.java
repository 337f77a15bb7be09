package org.citykit.testkit;

/** What a provider of {@link org.citykit.api.twinning.TwinningRegistry} must keep to. Implemented by a test class. */
public interface TwinningRegistryContract extends SourceContract {}
