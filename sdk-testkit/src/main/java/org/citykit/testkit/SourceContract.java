package org.citykit.testkit;

/** What every provider of a source must keep to. Not implemented directly. */
public interface SourceContract extends ProviderContract {}
