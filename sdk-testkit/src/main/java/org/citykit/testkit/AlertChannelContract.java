package org.citykit.testkit;

/** What a provider of {@link org.citykit.api.crisis.AlertChannel} must keep to. Implemented by a test class. */
public interface AlertChannelContract extends ProviderContract {}
